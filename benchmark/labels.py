"""Labelled reports, as values: what a stage is measured against when the stages before it are taken as right.

The texts lie outside the project (`CORROBORATE_SHARED`, by default `../shared` beside the checkout) and are only read.
`dev` and `seeds` have their labels beside them; those of `own` and `press` are in folders here (`own_labels`,
`press_labels`), which say where in the texts each claim stands. `labelled` yields the reports of a collection with
their labels, in the form of the annotation guidelines; `reports` yields each as a document with its labelled mentions.
"""

import csv
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
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
COLLECTIONS = ("dev", "seeds", "own", "press")
KINDS = ("agency", "post", "news")
_BESIDE = {
    "dev": ("claims/dev/dev.gold.jsonl", "claims/dev/texts", "claims/dev/manifest.csv"),
    "seeds": ("seeds/seeds.gold.jsonl", "seeds", "seeds/manifest.csv"),
}
_HERE = {name: Path(__file__).with_name(f"{name}_labels") for name in ("own", "press")}
_TAG = re.compile(r"<[^>]+>")
Label = dict[str, Any]
# What a label of our own leaves out, where it says nothing of it.
_LEFT_OUT: Label = {"sources": [], "when": None, "where": [], "by": [], "weapon": [], "hedge": False, "part_of": None}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report and its labels, its kind (agency, post, news, arabic, seeds), and whether it is kept aside.

    No rule or weight is tuned on what is aside.
    """

    name: str
    kind: str
    publisher: str | None
    published: date | None
    aside: bool
    text: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class LabelledReport:
    """A labelled report as a document, its kind, whether it is aside, and its mentions in the order of their labels."""

    document: Document
    kind: str
    aside: bool
    mentions: tuple[Mention, ...]
    labels: tuple[Label, ...]


def labelled(*collections: str, kinds: tuple[str, ...] = ()) -> Iterator[Labelled]:
    """Yield the reports of some collections (`COLLECTIONS`), of the kinds asked for (none: all)."""
    for collection in collections:
        here = _HERE.get(collection)
        every = _own(here) if here else _beside(*(SHARED / part for part in _BESIDE[collection]))
        yield from (report for report in every if not kinds or report.kind in kinds)


def reports(*collections: str, kinds: tuple[str, ...] = ()) -> Iterator[LabelledReport]:
    """Yield them as documents with their labelled mentions."""
    for report in labelled(*collections, kinds=kinds):
        document = document_of(report.name, report.text, report.publisher, report.published)
        mentions = tuple(_mentions(document, report.labels))
        yield LabelledReport(document, report.kind, report.aside, mentions, report.labels)


def _beside(gold: Path, texts: Path, manifest: Path) -> Iterator[Labelled]:
    """Yield reports whose texts and labels lie in one place; a fifth is aside, of the seeds none."""
    rows = _rows(manifest)
    for name, labels in _labels(gold):
        is_aside = "kind" in rows[name] and sum(name.encode()) % 5 == 0
        yield _report(rows[name], (texts / f"{name}.txt").read_text(encoding="utf-8"), labels, is_aside=is_aside)


def _own(folder: Path) -> Iterator[Labelled]:
    """Yield the reports labelled in a folder, each text cut from its file; a ValueError where that has changed."""
    rows = _rows(folder / "manifest.csv")
    for name, labels in _labels(folder / "labels.jsonl"):
        row = rows[name]
        text = _cut(_told(SHARED / row["file"], row["row"]), row["cut"])
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['file']} does not hold the text of {name} that was labelled")
        yield _report(row, text, tuple(_quoted(label, text) for label in labels), is_aside=row["aside"] == "yes")


def _told(file: Path, row: str) -> str:
    """Return the text in a file: all of it, without its marks where it has them, or that of one row or article."""
    content = file.read_text(encoding="utf-8")
    if file.suffix == ".jsonl":
        records = (json.loads(line) for line in content.splitlines())
        return next(str(record["text"]) for record in records if record["id"] == row)
    if file.suffix == ".xml":
        return (
            content.partition(f'<article docid="{row}">')[2].partition("<text><![CDATA[")[2].partition("]]></text>")[0]
        )
    return unescape(_TAG.sub("", content)) if file.suffix == ".tml" else content


def _cut(text: str, parts: str) -> str:
    """Return parts of a text, which are given as "0-52 60-1204", with an empty line between them."""
    ends = (part.split("-") for part in parts.split())
    return "\n\n".join(text[int(start) : int(end)] for start, end in ends)


def _quoted(label: Label, text: str) -> Label:
    """Return a label with its words, which it gives by where they stand in the text, and with what it leaves out."""
    start, end = label["at"]
    pointed = {name: text[slice(*label[name])] if name in label else None for name in ("target", "about")}
    return {**_LEFT_OUT, **label, **pointed, "quote": text[start:end], "start": start, "end": end}


def _rows(manifest: Path) -> dict[str, dict[str, str]]:
    with manifest.open(newline="", encoding="utf-8") as file:
        return {row["doc"]: row for row in csv.DictReader(file)}


def _labels(file: Path) -> Iterator[tuple[str, tuple[Label, ...]]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield record["doc"], tuple(record["claims"])


def _report(row: Mapping[str, str], text: str, labels: tuple[Label, ...], *, is_aside: bool) -> Labelled:
    published = date.fromisoformat(row["published"]) if row["published"] else None
    return Labelled(row["doc"], row.get("kind", "seeds"), row["publisher"] or None, published, is_aside, text, labels)


def rows_of(name: str) -> Iterator[Label]:
    """Yield the rows of a public data set beside the labelled reports: those of `bench/NAME.jsonl`."""
    yield from map(json.loads, (SHARED / "bench" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines())


def document_of(name: str, text: str, publisher: str | None = None, published: date | None = None) -> Document:
    """Return a document of a labelled text, whose mentions or names are taken as they are labelled."""
    capture = CaptureId("0" * 64)
    return Document(
        id=document_id(capture, name + text),
        capture=capture,
        name=name,
        text=text,
        passages=tuple(passages(text)),
        reader="labels",
        publisher=publisher,
        published=published,
        published_from="manifest",
        language="en",
    )


def _mentions(document: Document, labels: Iterable[Label]) -> Iterator[Mention]:
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
