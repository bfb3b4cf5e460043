"""Stage 8. Incidents in, graded incidents out.

A methodology is a data file that composes small named conditions; the grade comes with every condition that was
tried and the claims that decided it.
"""

from corroborate.grade.grading import grade
from corroborate.grade.legend import legend
from corroborate.grade.methodology import Methodology
from corroborate.grade.parsing import load, methodologies

__all__ = ["Methodology", "grade", "legend", "load", "methodologies"]
