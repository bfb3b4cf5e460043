"""Stage 8. Incidents in, graded incidents out.

A methodology is a data file that composes small named conditions; the grade comes with every condition that was
tried and the claims that decided it. What an incident touches of law and agreements is told beside it, from data files
too, and judged by nobody.
"""

from corroborate.grade.evidence import kinds_changed
from corroborate.grade.grading import grade
from corroborate.grade.legend import legend
from corroborate.grade.methodology import Methodology
from corroborate.grade.norm_files import agreements
from corroborate.grade.norms import Agreement, Norm, touch
from corroborate.grade.parsing import load, methodologies

__all__ = [
    "Agreement",
    "Methodology",
    "Norm",
    "agreements",
    "grade",
    "kinds_changed",
    "legend",
    "load",
    "methodologies",
    "touch",
]
