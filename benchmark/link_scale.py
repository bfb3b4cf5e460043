"""How long linking takes on many claims, how much memory, and how long it takes to add 100 reports to them.

    python -m benchmark.link_scale [CLAIMS]           links made-up claims from nothing
    python -m benchmark.link_scale [CLAIMS] --add     files them in a case too, and adds 100 reports to it as `add` does

Reports of ten claims are spread over three years and two hundred towns of Syria; three events in ten are told by an
earlier report too. So it is with the reports that are added, which are read from their texts. Times are of the
processor, all processes together, and by the clock.
"""

import argparse
import hashlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path

from benchmark.apart import apart
from corroborate.adapters.gazetteer_tables import rows
from corroborate.link import link
from corroborate.model.attribution import Attribution
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Document, Lead, Sighting, document_id
from corroborate.model.ids import CaptureId, ClaimId, DocumentId, content_id
from corroborate.model.mention import Attack, Harm, Method
from corroborate.model.record import Intake, Reading
from corroborate.model.situation import Granularity, Interval, Location, PlaceKind, Relation, Situation
from corroborate.model.source import Source, SourceKind
from corroborate.model.span import Span
from corroborate.settings import from_environment
from corroborate.wiring import DATABASE, desk, gazetteer, makers, open_case

_FIRST, _DAYS, _TOWNS, _CLAIMS_A_REPORT, _EVENTS_A_REPORT = date(2016, 1, 1), 1000, 200, 10, 2
_MANY, _ADDED, _APART = 100_000, 100, 100  # claims of the case, reports added to it; characters from claim to claim
_ACTS = {
    Method.AIRSTRIKE: "An air strike",
    Method.SHELLING: "Shelling",
    Method.BOMBING: "A bombing",
    Method.SHOOTING: "A shooting",
}
_METHODS = tuple(_ACTS)
_PUBLISHED = date(2018, 12, 1)  # when the added reports are said to have been
_SEED = 11  # of the reports that are added
_SENTENCES = (
    "{act} hit {town} in {province} on {day}, {source} said.",
    "{number} people were killed in {town} on {day}, {source} said, near the {words} market.",
    "{act} on {town} on {day} killed {number} people, according to {source}.",
)
_WORDS = [
    f"{a}{b}{c}" for a in ("bar", "kel", "mon", "tis") for b in ("dor", "len", "mat") for c in ("ish", "oru", "ane")
]
Event = tuple[date, Location, Method, int, str]


def claims(number: int, seed: int = 7) -> Iterator[Claim]:
    """Yield synthetic claims, always the same for a seed."""
    chance = random.Random(seed)  # noqa: S311  # synthetic data, no secret
    for report, events in enumerate(told(number // _CLAIMS_A_REPORT, chance)):
        for index in range(_CLAIMS_A_REPORT):
            yield _claim(report, index, events[index * _EVENTS_A_REPORT // _CLAIMS_A_REPORT], chance)


def told(reports: int, chance: random.Random) -> Iterator[list[Event]]:
    """Yield the events that each report tells of."""
    past: list[Event] = []
    for _ in range(reports):
        events = [_event(chance, past) for _ in range(_EVENTS_A_REPORT)]
        past += events
        yield events


@cache
def _towns() -> tuple[Location, ...]:
    """Return towns of Syria that nothing else in the gazetteer is called by, spread over the country."""
    found: list[Location] = []
    names = sorted({row["name"] for row in rows("gazetteer_syria.tsv.gz")})
    random.Random(1).shuffle(names)  # noqa: S311  # the same choice every time, no secret
    for name in names:
        places = gazetteer().find(name)
        if len(places) == 1 and places[0].kind is PlaceKind.SETTLEMENT and places[0].name == name and places[0].parents:
            place = places[0]
            point = (place.latitude, place.longitude, place.radius_km)
            found.append(Location((name, place.parents[0]), Relation.IN, (place,), *point))
        if len(found) == _TOWNS:
            break
    return tuple(found)


def _event(chance: random.Random, past: list[Event]) -> Event:
    if past and chance.random() < 0.3:
        return chance.choice(past[-200:])
    return (
        _FIRST + timedelta(chance.randrange(_DAYS)),
        chance.choice(_towns()),
        chance.choice(_METHODS),
        chance.randrange(1, 60),
        " ".join(chance.sample(_WORDS, 4)),
    )


def _claim(report: int, index: int, event: Event, chance: random.Random) -> Claim:
    day, where, method, number, words = event
    told = f"{words} {chance.choice(_WORDS)}"
    start = index * _APART
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


def texts(number: int, seed: int) -> Iterator[str]:
    """Yield reports in words, each of the claims of some events."""
    chance = random.Random(seed)  # noqa: S311  # made-up reports, no secret
    for at, events in enumerate(told(number, chance)):
        yield "\n".join(
            sentence.format(
                act=_ACTS[method],
                town=where.names[0],
                province=where.names[1],
                day=f"{day.day} {day:%B %Y}",
                number=deaths,
                words=words,
                source=f"Source {at % 40}",
            )
            for day, where, method, deaths, words in events
            for sentence in _SENTENCES
        )


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds of the processor and by the clock, and the most memory in megabytes."""

    processor: float
    clock: float
    memory: int

    def __str__(self) -> str:
        """Return it in words."""
        return f"{self.processor:.1f} s of the processor, {self.clock:.1f} s by the clock, {self.memory} MB at the most"


class Watch:
    """Tells what has been spent since it was started last."""

    def __init__(self, processor: Callable[[], float] = time.process_time) -> None:
        """Start it; `processor` tells the seconds that the processor has worked."""
        self._spent = processor
        self.start()

    def start(self) -> None:
        """Count from now on."""
        self._clock, self._processor = time.perf_counter(), self._spent()

    def cost(self) -> Cost:
        """Return what has been spent."""
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        return Cost(self._spent() - self._processor, time.perf_counter() - self._clock, memory)


def _of_all_processes() -> float:
    return sum(os.times()[:4])


def linking(number: int) -> Cost:
    """Return what linking so many claims from nothing takes in this process."""
    made = list(claims(number))
    watch = Watch()
    link(made)
    return watch.cost()


def case_of(number: int, folder: Path) -> None:
    """Make a case of so many claims, linked and graded."""
    with open_case(folder) as case:
        work = desk(folder, from_environment())
        for name, report in groupby(claims(number), key=lambda claim: claim.document):
            work.store.file(_intake(name, list(report)))
        work.store.close()
        case.incidents()


def adding(folder: Path, seed: int) -> tuple[Cost, Cost]:
    """Add reports to a case; return what all of it takes, and what follows once the last report is read and filed."""
    whole, linked = Watch(_of_all_processes), Watch()
    with tempfile.TemporaryDirectory() as place, open_case(folder) as case:
        for at, text in enumerate(texts(_ADDED, seed)):
            Path(place, f"{at}.txt").write_text(text, encoding="utf-8")
        case.add(place, published=_PUBLISHED, progress=lambda _told: linked.start())
        return whole.cost(), linked.cost()


def measured(number: int = _MANY) -> Iterator[tuple[str, float]]:
    """Yield the figures that have ceilings, by their names; what goes by the clock has none, for others use it too."""
    linked = apart("benchmark.link_scale", str(number))
    yield f"linking {number:,} claims, processor seconds", linked["processor"]
    yield f"linking {number:,} claims, MB", linked["memory"]
    with tempfile.TemporaryDirectory() as place:
        case_of(number, Path(place))
        added = apart("benchmark.link_scale", "--into", place)
    yield f"linking {_ADDED} reports added to them, processor seconds", added["processor"]
    yield f"linking {_ADDED} reports added to them, MB", added["memory"]
    yield f"adding {_ADDED} reports to them, seconds by the clock", added["whole"]


def _intake(name: DocumentId, report: Sequence[Claim]) -> Intake:
    """Return a report of synthetic claims, in a text that holds their words where they say that they stand."""
    text = " ".join(claim.span.quote.ljust(_APART - 1) for claim in report)
    content = text.encode()
    capture = Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "text/plain")
    first = report[0]
    identity = document_id(capture.id, text)
    document = Document(
        identity, capture.id, name, text, (), "benchmark", publisher=first.publisher, published=first.published
    )
    sighting = Sighting(capture.id, Lead(name, name, first.publisher), datetime.now(UTC), "benchmark", "benchmark")
    own = tuple(replace(claim, document=identity) for claim in report)
    return Intake(capture, sighting, Reading(document, own, ()), makers().reading)


def main() -> None:
    """Print time and memory for a number of claims, 100,000 unless told."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=int, nargs="?", default=_MANY)
    parser.add_argument("--add", action="store_true")
    parser.add_argument("--into", type=Path, help="add 100 reports to this case, and nothing else")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.into:
        whole, linked = adding(options.into, _SEED)
        said = f"adding {_ADDED} reports: {whole}; of it linking and writing: {linked}"
        print(json.dumps({**asdict(linked), "whole": whole.clock}) if options.json else said)
        return
    cost = linking(options.claims)
    print(json.dumps(asdict(cost)) if options.json else f"linking {options.claims:,} claims: {cost}")
    if options.add:
        with tempfile.TemporaryDirectory() as place:
            watch = Watch()
            case_of(options.claims, Path(place))
            size = (Path(place) / DATABASE).stat().st_size / 1e6
            print(f"filing, linking and grading them in a case of {size:.0f} MB: {watch.cost()}")
            command = [sys.executable, "-m", "benchmark.link_scale", "--into", place]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
