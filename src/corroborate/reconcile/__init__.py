"""Stage 7. Clusters in, incidents and tallies out.

Each origin counts once and with its latest figure; every range says which claims and which rule set its bounds. No
figure is averaged, none is added to another.
"""

from corroborate.reconcile.answers import answers
from corroborate.reconcile.main_incident import MainCount, Stated, main_count
from corroborate.reconcile.naming import renamed
from corroborate.reconcile.recalling import reports_naming
from corroborate.reconcile.reconciling import Bearing, reconcile, reconcile_added
from corroborate.reconcile.rulings import bound_of
from corroborate.reconcile.subjects import main_incidents

__all__ = [
    "Bearing",
    "MainCount",
    "Stated",
    "answers",
    "bound_of",
    "main_count",
    "main_incidents",
    "reconcile",
    "reconcile_added",
    "renamed",
    "reports_naming",
]
