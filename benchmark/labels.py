"""Labelled reports, as values: what a stage is measured against when the stages before it are taken as right.

The labels lie outside the project (`CORROBORATE_SHARED`, by default `../shared` beside the checkout) and are only
read. `reports("dev")` and `reports("seeds")` yield each report as a document with its labelled mentions, and the
label (in the form of the annotation guidelines) behind each.
"""

import csv
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from corroborate.model.casualty import Count, Effect, People, Qualifier
from corroborate.model.document import Document, document_id
from corroborate.model.ids import CaptureId, MentionId
from corroborate.model.mention import (
    Attack,
    Blame,
    Content,
    Damage,
    DamagedObject,
    Harm,
    Mention,
    Method,
    Stance,
    Status,
    Verification,
    Weapon,
)
from corroborate.model.span import Span
from corroborate.read.passages import passages

SHARED = Path(os.environ.get("CORROBORATE_SHARED", Path(__file__).parents[2] / "shared"))
_SETS = {
    "dev": ("claims/dev/texts", "claims/dev/dev.gold.jsonl", "claims/dev/manifest.csv"),
    "seeds": ("seeds", "seeds/seeds.gold.jsonl", "seeds/manifest.csv"),
}
Label = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LabelledReport:
    """A report, its kind (agency, post, news, arabic; "" for the seeds), and its labelled mentions in label order."""

    document: Document
    kind: str
    mentions: tuple[Mention, ...]
    labels: tuple[Label, ...]


def aside(name: str) -> bool:
    """Say whether a report belongs to the fifth that is kept aside and seldom looked at."""
    return sum(name.encode()) % 5 == 0


def reports(collection: str = "dev", kinds: tuple[str, ...] = ()) -> Iterator[LabelledReport]:
    """Yield the labelled reports of a collection, of the kinds asked for (none: all)."""
    texts, gold, manifest = (SHARED / part for part in _SETS[collection])
    with manifest.open(newline="", encoding="utf-8") as file:
        rows = {row["doc"]: row for row in csv.DictReader(file)}
    for line in gold.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        row = rows[record["doc"]]
        kind = row.get("kind") or ""
        if not kinds or kind in kinds:
            document = _document(record["doc"], (texts / f"{record['doc']}.txt").read_text(encoding="utf-8"), row)
            yield LabelledReport(document, kind, tuple(_mentions(document, record["claims"])), tuple(record["claims"]))


def _document(name: str, text: str, row: dict[str, str]) -> Document:
    capture = CaptureId("0" * 64)
    return Document(
        id=document_id(capture, name + text),
        capture=capture,
        name=name,
        text=text,
        passages=tuple(passages(text)),
        reader="labels",
        publisher=row["publisher"] or None,
        published=date.fromisoformat(row["published"]) if row["published"] else None,
        published_from="manifest",
        language="en",
    )


def _mentions(document: Document, labels: list[Label]) -> Iterator[Mention]:
    known: dict[str, MentionId] = {}
    for label in labels:
        start = label.get("start")
        start = document.text.find(label["quote"]) if start is None else start
        span = Span.cut(document.text, start, start + len(label["quote"]))
        mention = Mention(
            span=span,
            content=_content(label),
            trigger=span,
            rule="label",
            by=tuple(label["by"]),
            weapons=tuple(Weapon(weapon) for weapon in label["weapon"]),
            part_of=known.get(label.get("part_of") or ""),
        )
        known[label["id"]] = mention.id
        yield mention


def _content(label: Label) -> Content:
    kind = label["kind"]
    if kind == "harm":
        return Harm(Effect(label["effect"]), People(label["people"]), _count(label["count"]))
    if kind == "attack":
        return Attack(Method(label["method"]), _count(label["count"]), label["target"])
    if kind == "damage":
        return Damage(DamagedObject(label["object"]), _count(label["count"]))
    if kind == "blame":
        return Blame(label["actor"] or "", Stance(label["stance"]), label["about"])
    return Verification(Status(label["status"]), label["about"])


def _count(count: Label) -> Count:
    return Count(count["low"], count["high"], Qualifier(count["qualifier"]))
