"""How much work a call does, whatever the machine: the lines of Python that it runs, each turn of a loop again."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import TraceFunction


def lines_run(call: Callable[[], object]) -> int:
    """Return how many lines a call runs through."""
    lines = 0

    def count(_frame: FrameType, event: str, _: object) -> "TraceFunction":
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        call()
    finally:
        sys.settrace(before)
    return lines
