"""What is kept from one report to the next is bounded: no name and no word of the reports is remembered for ever."""

import gc
from functools import cache

from benchmark.claims import capture_of
from benchmark.memory import made_up
from benchmark.speed import LEAD
from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.pipeline import read_report
from corroborate.wiring import gazetteer

_WARMING, _MORE = 40, 40  # reports: after the first, everything that is read once has been read


def _boundless() -> dict[str, int]:
    """Return the caches of the program that have no bound, with how many results each keeps."""
    caches = (one for one in gc.get_objects() if isinstance(one, type(_boundless_kind)))
    kept = ((one, one.cache_info()) for one in caches if one.__module__.startswith("corroborate"))
    return {f"{one.__module__}.{one.__qualname__}": info.currsize for one, info in kept if info.maxsize is None}


@cache
def _boundless_kind() -> None:
    """Do nothing: its type is that of every cached function."""


def test_no_cache_without_bound_grows_with_the_names_of_the_reports() -> None:
    reports = made_up(_WARMING + _MORE)
    sizes = []
    for number in (_WARMING, _MORE):
        for _ in range(number):
            content = next(reports).encode()
            read_report(capture_of(content), content, LEAD, gazetteer())
        sizes.append(_boundless())
    assert sizes[0] == sizes[1]


def test_the_gazetteer_forgets_names_that_it_was_long_not_asked_for() -> None:
    known = PackagedGazetteer()
    for number in range(20_000):
        known.find(f"{number}")
    assert known._found.cache_info().currsize < 10_000
