"""Corroborate turns conflict reporting into an attributed, corroborated incident record.

from corroborate import open_case

with open_case("ghouta") as case:
    case.add("reports", manifest="manifest.csv")
    for incident in case.incidents():
        print(incident.title, incident.when, incident.ranges)
    case.write_report("report.html")
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corroborate.case import Case
    from corroborate.wiring import open_case

__all__ = ["Case", "open_case"]
__version__ = "0.1.0"
_HOMES = {"Case": "corroborate.case", "open_case": "corroborate.wiring"}


def __getattr__(name: str) -> object:
    """Import the library's own names at their first use: whoever wants one module alone does not wait for all."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
