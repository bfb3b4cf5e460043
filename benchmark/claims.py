"""The labelled reports through stages 2 to 5, scored: claims in the form of the annotation guidelines against labels.

    python -m benchmark.claims [--aside]

`measured` is what the gate asks for; run as a script it prints every kind, the reports tuned on apart from those kept
aside.
"""

import argparse
import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from benchmark.labels import SHARED, Label, aside
from corroborate.adapters.gazetteer import PackagedGazetteer
from corroborate.evaluation import Report, evaluate, labels, score_lines
from corroborate.model.document import Capture, Lead
from corroborate.model.ids import CaptureId
from corroborate.pipeline import read_report
from corroborate.ports import Gazetteer

_LABELS = {
    "dev": ("claims/dev/dev.gold.jsonl", "claims/dev/texts", "claims/dev/manifest.csv"),
    "seeds": ("seeds/seeds.gold.jsonl", "seeds", "seeds/manifest.csv"),
}
KINDS = ("agency", "post", "news")


@dataclass(frozen=True, slots=True)
class Read:
    """A labelled report: its kind ("" for the seeds), text and labels, and the claims that the program reads in it."""

    name: str
    kind: str
    text: str
    gold: tuple[Label, ...]
    mine: tuple[Label, ...]


@cache
def gazetteer() -> Gazetteer:
    """Return the packaged gazetteer, opened once."""
    return PackagedGazetteer()


@cache
def read_all(collection: str) -> tuple[Read, ...]:
    """Return the labelled reports of a collection ("dev", "seeds"), read."""
    return tuple(_read(collection))


def _read(collection: str) -> Iterator[Read]:
    gold, texts, manifest = (SHARED / part for part in _LABELS[collection])
    with manifest.open(newline="", encoding="utf-8") as file:
        rows = {row["doc"]: row for row in csv.DictReader(file)}
    for line in gold.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        name = str(record["doc"])
        row = rows[name]
        content = (texts / f"{name}.txt").read_bytes()
        mine = labels(read_report(capture_of(content), content, _lead(name, row), gazetteer()).claims)
        yield Read(
            name, row.get("kind") or "", content.decode("utf-8"), tuple(record["claims"]), tuple(dict(m) for m in mine)
        )


def capture_of(content: bytes) -> Capture:
    """Return the capture of a text that is only measured."""
    return Capture(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "text/plain")


def _lead(name: str, row: Mapping[str, str]) -> Lead:
    return Lead(name, f"{name}.txt", row["publisher"] or None, date.fromisoformat(row["published"]))


def scored(reports: tuple[Read, ...]) -> Report:
    """Return the scores of reports."""
    texts = {report.name: report.text for report in reports}
    gold = {report.name: report.gold for report in reports}
    return evaluate(gold, {report.name: report.mine for report in reports}, texts.__getitem__)


def measured() -> Iterator[tuple[str, float]]:
    """Yield every figure that may have a floor: its name and its value in per cent (ungrounded claims: a count)."""
    sets = {"seeds": read_all("seeds"), "dev": tuple(one for one in read_all("dev") if one.kind in KINDS)}
    sets |= {kind: tuple(one for one in sets["dev"] if one.kind == kind) for kind in KINDS}
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
    parser.add_argument("--aside", action="store_true", help="score the fifth that is kept aside, instead of the rest")
    parser.add_argument("--predictions", type=Path, help="write what was read, one JSON line a report")
    options = parser.parse_args()
    reports = tuple(one for one in read_all("dev") if aside(one.name) == options.aside)
    for kind in (*KINDS, ""):
        chosen = tuple(one for one in reports if one.kind == kind or (not kind and one.kind in KINDS))
        print(f"\n{kind or 'all three'}")
        for line in score_lines(scored(chosen)):
            print(line)
    if options.predictions:
        lines = (json.dumps({"doc": one.name, "claims": one.mine}, ensure_ascii=False) for one in reports)
        options.predictions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
