"""The labelled reports through stages 2 to 5, scored: claims in the form of the annotation guidelines against labels.

    python -m benchmark.claims [--collection own|press] [--aside]

`measured` is what the gate asks for; run as a script it prints every kind, the reports tuned on apart from those kept
aside.
"""

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from benchmark.labels import COLLECTIONS, KINDS, Label, Labelled, labelled
from corroborate.evaluation import Report, evaluate, labels, score_lines
from corroborate.model.document import Capture, Document, Lead
from corroborate.model.ids import CaptureId
from corroborate.model.record import Reading
from corroborate.pipeline import read_report
from corroborate.read import read
from corroborate.wiring import gazetteer


@dataclass(frozen=True, slots=True)
class Read:
    """A labelled report, and the claims that the program reads in it."""

    report: Labelled
    mine: tuple[Label, ...]


@cache
def read_all(collection: str) -> tuple[Read, ...]:
    """Return the labelled reports of a collection, read."""
    return tuple(_read(collection))


def _read(collection: str) -> Iterator[Read]:
    for report in labelled(collection):
        mine = labels(reading_of(report.name, report.text, report.publisher, report.published).claims)
        yield Read(report, tuple(dict(label) for label in mine))


def reading_of(name: str, text: str, publisher: str | None = None, published: date | None = None) -> Reading:
    """Return what the program reads in a text."""
    return read_report(*_captured(name, text, publisher, published), gazetteer())


def document_read(report: Labelled) -> Document:
    """Return a labelled report as the document that the program makes of it; a ValueError where it makes none."""
    document, _ = read(*_captured(report.name, report.text, report.publisher, report.published))
    if document is None:
        raise ValueError(f"{report.name} cannot be read")
    return document


def _captured(name: str, text: str, publisher: str | None, published: date | None) -> tuple[Capture, bytes, Lead]:
    content = text.encode("utf-8", "replace")
    return capture_of(content), content, Lead(name, f"{name}.txt", publisher, published)


def capture_of(content: bytes, media_type: str = "text/plain") -> Capture:
    """Return the capture of bytes that are only measured."""
    return Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), media_type)


def scored(reports: Iterable[Read]) -> Report:
    """Return the scores of reports."""
    told = {read.report.name: read for read in reports}
    gold = {name: read.report.labels for name, read in told.items()}
    return evaluate(gold, {name: read.mine for name, read in told.items()}, lambda name: told[name].report.text)


def measured() -> Iterator[tuple[str, float]]:
    """Yield every figure that may have a floor: its name and its value in per cent (ungrounded claims: a count)."""
    sets = {"seeds": read_all("seeds"), "dev": tuple(one for one in read_all("dev") if one.report.kind in KINDS)}
    sets |= {kind: tuple(one for one in sets["dev"] if one.report.kind == kind) for kind in KINDS}
    sets |= {own: tuple(one for one in read_all(own) if not one.report.aside) for own in ("own", "press")}
    for name, reports in sets.items():
        report = scored(reports)
        yield f"{name} ungrounded", -report.ungrounded
        for kind, levels in report.scores.items():
            for level, score in levels.items():
                yield f"{name} {kind} {level}", score.f1
        for field in ("origin", "place", "when", "by", "weapon", "hedge"):
            yield f"{name} harm {field}", report.fields["harm"].get(field, 0.0)


def main() -> None:
    """Print the scores by kind: of the reports that rules are tuned on, then (where asked) of those kept aside."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--collection", choices=COLLECTIONS, default="dev")
    parser.add_argument(
        "--aside", action="store_true", help="score the reports that are kept aside, instead of the rest"
    )
    parser.add_argument("--predictions", type=Path, help="write what was read, one JSON line a report")
    options = parser.parse_args()
    reports = tuple(one for one in read_all(options.collection) if one.report.aside == options.aside)
    for kind in (*KINDS, ""):
        chosen = tuple(one for one in reports if one.report.kind == kind or (not kind and one.report.kind in KINDS))
        print(f"\n{kind or 'all three'}")
        for line in score_lines(scored(chosen)):
            print(line)
    if options.predictions:
        lines = (json.dumps({"doc": one.report.name, "claims": one.mine}, ensure_ascii=False) for one in reports)
        options.predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
