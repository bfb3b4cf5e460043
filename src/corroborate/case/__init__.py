"""A case: evidence kept, reports read, the record folded; what the command line does, with plain values."""

from corroborate.case.case import Case
from corroborate.case.finding import Finder
from corroborate.case.forgetting import Forgetting, Unwanted
from corroborate.case.intake import Desk, Job, Makers, Progress, Summary, Told

__all__ = ["Case", "Desk", "Finder", "Forgetting", "Job", "Makers", "Progress", "Summary", "Told", "Unwanted"]
