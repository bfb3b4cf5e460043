"""Values that live no longer than the work on one report: words, units, drafts, candidates."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True)
def passing(made: type[_Class]) -> type[_Class]:
    """Make a class a slotted dataclass that the type checker keeps frozen, and that costs a quarter of one to make.

    A class that is frozen at run time sets each field through a call. Of the values that no stage hands on, a report
    makes thousands, which was a tenth of all its time. What a stage hands on is frozen in earnest.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)
