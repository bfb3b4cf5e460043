"""How long linking takes on many synthetic claims, and how much memory: `python -m benchmark.link_scale [CLAIMS]`.

Reports of ten claims are spread over three years and two hundred towns; three reports in ten tell of an attack that an
earlier report has told.
"""

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from corroborate.link import link
from corroborate.model.attribution import Attribution
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId, content_id
from corroborate.model.mention import Attack, Harm, Method
from corroborate.model.situation import Granularity, Interval, Location, Place, PlaceKind, Situation
from corroborate.model.source import Source, SourceKind
from corroborate.model.span import Span

_FIRST, _DAYS, _TOWNS, _CLAIMS_A_REPORT, _EVENTS_A_REPORT = date(2016, 1, 1), 1000, 200, 10, 2
_METHODS = (Method.AIRSTRIKE, Method.SHELLING, Method.BOMBING, Method.SHOOTING)
_WORDS = [
    f"{a}{b}{c}" for a in ("bar", "kel", "mon", "tis") for b in ("dor", "len", "mat") for c in ("ish", "oru", "ane")
]
Event = tuple[date, Location, Method, int, str]


def claims(number: int, seed: int = 7) -> Iterator[Claim]:
    """Yield synthetic claims, always the same for a seed."""
    chance = random.Random(seed)  # noqa: S311  # synthetic data, no secret
    towns = [_town(index, chance) for index in range(_TOWNS)]
    past: list[Event] = []
    for report in range(number // _CLAIMS_A_REPORT):
        events = [_event(chance, towns, past) for _ in range(_EVENTS_A_REPORT)]
        past += events
        for index in range(_CLAIMS_A_REPORT):
            yield _claim(report, index, events[index * _EVENTS_A_REPORT // _CLAIMS_A_REPORT], chance)


def _town(index: int, chance: random.Random) -> Location:
    name, parent = f"Town{index}", f"Province{index % 14}"
    latitude, longitude = chance.uniform(33, 37), chance.uniform(36, 42)
    place = Place(f"p{index}", name, PlaceKind.SETTLEMENT, latitude, longitude, 3, "SY", (parent,))
    return Location((name, parent), places=(place,), latitude=latitude, longitude=longitude, radius_km=3)


def _event(chance: random.Random, towns: list[Location], past: list[Event]) -> Event:
    if past and chance.random() < 0.3:
        return chance.choice(past[-200:])
    day = _FIRST + timedelta(chance.randrange(_DAYS))
    return (
        day,
        chance.choice(towns),
        chance.choice(_METHODS),
        chance.randrange(1, 60),
        " ".join(chance.sample(_WORDS, 4)),
    )


def _claim(report: int, index: int, event: Event, chance: random.Random) -> Claim:
    day, where, method, number, words = event
    told = f"{words} {chance.choice(_WORDS)}"
    start = index * 100
    harm = Harm(Effect.KILLED, chance.choice((People.PEOPLE, People.CHILDREN)), Count.exactly(number))
    return Claim(
        id=ClaimId(content_id("claim", report, index)),
        document=DocumentId(content_id("doc", report)),
        span=Span(start, start + len(told), told),
        passage=Span(start, start + len(told), told),
        content=harm if index % 2 else Attack(method, Count.exactly(1), None),
        by=(),
        weapons=(),
        situation=Situation(where, Interval(day, day, Granularity.DAY)),
        attribution=Attribution((Source(f"Source {report % 40}", SourceKind.ORGANISATION),)),
        publisher=f"Publisher {report % 60}",
        published=day + timedelta(1),
        part_of=None,
        rules=("synthetic",),
        maker="benchmark",
    )


def main() -> None:
    """Print time and memory for a number of claims, 100,000 unless told."""
    made = list(claims(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000))
    started = time.perf_counter()
    clusters, issues = link(made)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(made):,} claims: {len(clusters):,} clusters, {len(issues):,} doubts, {seconds:.1f} s, {memory:.0f} MB")


if __name__ == "__main__":
    main()
