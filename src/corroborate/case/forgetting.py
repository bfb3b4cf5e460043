"""What a person asks to be forgotten → all that has to go with it, and the entry of the log that tells of it.

Evidence is kept as it came or not at all: where words in a report have to go, the report goes as a whole, with all that
was found in it and all that it was found in.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corroborate.case.intake import Desk
from corroborate.case.provenance import Brought, brought
from corroborate.case.watching import FEEDS
from corroborate.errors import UsageError
from corroborate.model.audit import Act, ActKind, AuditEntry, SealedEntry, details, entries_of
from corroborate.model.erasure import Erasure
from corroborate.model.ids import CaptureId
from corroborate.model.judgement import Anchor, Judgement
from corroborate.model.mention import Status, Verification
from corroborate.model.names import fold
from corroborate.settings import Settings
from corroborate.veil import Known, Marks, Reach, Spellings, reach_of

_OF_CAPTURES = frozenset({ActKind.COLLECT, ActKind.READ})
_TELLING = _OF_CAPTURES | {ActKind.NOTE, ActKind.JUDGE, ActKind.VIEW, ActKind.EXPORT, ActKind.IMPORT}
_EMPTY = Verification(Status.UNVERIFIED, None)  # stands for what a forgotten claim was read to say


@dataclass(frozen=True, slots=True)
class Unwanted:
    """What a person asks to be forgotten: reports, all that hold some words, all that name or print a source."""

    captures: tuple[CaptureId, ...] = ()
    quotes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What goes: `reports` by name, and how many `claims` they make; `handed_on` are entries that tell of copies.

    `logs` are those that came with packages and told of it, as they are kept from then on.
    """

    erasure: Erasure
    reports: tuple[str, ...]
    claims: int
    handed_on: tuple[int, ...]
    logs: tuple[bytes, ...]
    desk: Desk
    home: Path

    def carry_out(self) -> None:
        """Take it out of the case for good; the log tells who did and why.

        A StoreError where somebody else has the case open. What a kill cuts off is done by whoever opens it next.
        """
        for log in self.logs:
            self.desk.evidence.keep(log)
        self.desk.store.forget(self.erasure)
        scour(self.desk, self.home)


def forgetting(desk: Desk, settings: Settings, unwanted: Unwanted, reason: str) -> Forgetting:
    """Return what has to go; a UsageError where nothing does, or nobody says why."""
    author, store = settings.author, desk.store
    if not reason.strip() or not author.strip():
        raise UsageError("forgetting needs its author and a reason: the log tells them for good")
    documents, claims = store.documents(), store.claims()
    holding = [one.capture for one in documents if any(_flat(quote) in _flat(one.text) for quote in unwanted.quotes)]
    marks = Marks(frozenset((*unwanted.captures, *holding)), frozenset(map(fold, unwanted.names)))
    known = Known(documents, store.sightings(), claims, (), store.judgements())
    reach = reach_of(known, marks)
    if not reach.hidden:
        raise UsageError(
            "nothing here is of that name, or holds these words: `corroborate documents` lists the reports"
        )
    words = _Words(known, reach, unwanted.quotes)
    judgements = _judgements(known.judgements, reach, words)
    entries = list(entries_of(store.audit()))
    going = frozenset((*reach.hidden, *(one.id for one in judgements)))
    logs = tuple(_retold(brought(entries, desk.evidence.fetch), going, words))
    sealed = {entry.sequence for entry in entries if _tells(entry, going, words)} | {one.sequence for one in logs}
    captures = tuple(sorted(reach.hidden))
    said = details(captures=captures, judgements=tuple(one.id for one in judgements), reason=reason.strip())
    erasure = Erasure(
        captures=captures,
        judgements=tuple(one.id for one in judgements),
        emptied=tuple(_emptied([one for one in known.judgements if one not in judgements], reach.hidden)),
        issues=tuple(one.id for one in store.issues() if words.are_in((*one.subjects, one.message))),
        entries=tuple(sorted(sealed)),
        files=tuple(one.kept for one in logs),
        retold=tuple(one.act for one in logs),
        act=Act(ActKind.FORGET, desk.custody.clock.now(), author, "case", said),
    )
    gone = {one.id for one in documents if one.capture in reach.hidden}
    return Forgetting(
        erasure=erasure,
        reports=tuple(dict.fromkeys(s.lead.name for s in known.sightings if s.capture in reach.hidden)),
        claims=sum(claim.document in gone for claim in claims),
        handed_on=tuple(entry.sequence for entry in entries if _is_copy(entry, reach.hidden)),
        logs=tuple(one.content for one in logs),
        desk=desk,
        home=settings.case,
    )


def scour(desk: Desk, home: Path) -> None:
    """Remove from the disk what was forgotten and is still there, as a kill leaves it; nothing where nothing is."""
    desk.store.scour(lambda captures: _remove(desk, home, captures))


def _remove(desk: Desk, home: Path, captures: Sequence[CaptureId]) -> None:
    desk.evidence.remove(captures)
    (home / FEEDS).unlink(missing_ok=True)  # what servers said of feeds: they are asked again as if for the first time


class _Words:
    """Names, addresses and words by which what is forgotten would still be known."""

    def __init__(self, known: Known, reach: Reach, quotes: Iterable[str]) -> None:
        leads = [sighting.lead for sighting in known.sightings if sighting.capture in reach.hidden]
        kept = {sighting.lead.name for sighting in known.sightings if sighting.capture not in reach.hidden}
        self._texts = [set(fold(one.text).split()) for one in known.documents if one.capture in reach.hidden]
        self._names = {lead.name for lead in leads} - kept
        self._addresses = {text for lead in leads for text in (lead.location, lead.url) if text and "/" in text}
        self._quotes = [_flat(quote) for quote in quotes]
        self._spelled = Spellings(reach.names)

    def are_in(self, texts: Iterable[str]) -> bool:
        """Say whether one of the texts tells them."""
        return any(map(self._is_in, texts))

    def were_sought(self, act: Act) -> bool:
        """Say whether words were sought, in a listing, that all stand in one of the reports."""
        sought = set(fold(str(dict(act.details).get("search") or "")).split())
        return bool(sought) and any(sought <= words for words in self._texts)

    def _is_in(self, text: str) -> bool:
        return (
            text in self._names
            or any(address in text for address in self._addresses)
            or any(quote in _flat(text) for quote in self._quotes)
            or self._spelled.are_in(text)
        )


def _judgements(judgements: Sequence[Judgement], reach: Reach, words: _Words) -> list[Judgement]:
    """Return the judgements that go: those on nothing else, those whose own words tell of it, those that undo these."""
    gone: list[Judgement] = []
    going: set[str] = set(reach.hidden)
    for one in judgements:
        speaks_of: set[str] = {anchor.capture for anchor in one.anchors} or set(one.subjects)
        on_nothing_else = bool(speaks_of) and speaks_of <= going
        if on_nothing_else or words.are_in((one.reason, one.value or "")):
            gone.append(one)
            going.add(one.id)
    return gone


def _emptied(judgements: Iterable[Judgement], captures: Collection[CaptureId]) -> Iterator[Judgement]:
    """Yield judgements without the words of captures that go: they keep their ids, for these are not made of words."""
    for one in judgements:
        if any(anchor.capture in captures for anchor in one.anchors):
            bare = (_bare(anchor) if anchor.capture in captures else anchor for anchor in one.anchors)
            yield replace(one, anchors=tuple(bare))


def _bare(anchor: Anchor) -> Anchor:
    return replace(anchor, span=anchor.span.masked, content=_EMPTY)


def _tells(entry: AuditEntry, going: Collection[str], words: _Words) -> bool:
    """Say whether an entry has to lose what it says; the hash alone of a capture tells nothing of it."""
    act = entry.act
    if act.kind not in _TELLING:
        return False
    if act.subject in going or act.kind in _OF_CAPTURES:
        return act.subject in going
    return words.were_sought(act) or words.are_in((act.subject, *_strings(act)))


@dataclass(frozen=True, slots=True)
class _Retold:
    """A log that a package brought, as it is kept from now on, and the act that names it; that of `sequence` goes."""

    sequence: int
    kept: str
    content: bytes
    act: Act


def _retold(logs: Iterable[Brought], going: Collection[str], words: _Words) -> Iterator[_Retold]:
    """Yield the logs that packages brought and that tell of what goes, with those entries sealed."""
    for one in logs:
        shown = {entry.sequence: entry for entry in (one.log.entries if one.log else ())}
        sealed = {number for number, entry in shown.items() if _tells(entry, going, words)}
        if one.log is None or not sealed:
            continue
        numbered = enumerate(one.log.digests, start=1)
        entries = ((None if n in sealed else shown.get(n)) or SealedEntry(n, digest) for n, digest in numbered)
        content = "".join(f"{entry.line}\n" for entry in entries).encode()
        said = dict(one.entry.act.details)
        anew = details(**{**said, "kept": hashlib.sha256(content).hexdigest()})
        yield _Retold(one.entry.sequence, str(said["kept"]), content, replace(one.entry.act, details=anew))


def _is_copy(entry: AuditEntry, captures: Collection[str]) -> bool:
    """Say whether an entry tells that something of these captures was handed on."""
    told = dict(entry.act.details)
    whole = told.get("of") == "case" and "captures" not in told
    return entry.act.kind is ActKind.EXPORT and (whole or any(one in captures for one in _captures(entry.act)))


def _captures(act: Act) -> tuple[str, ...]:
    captures = dict(act.details).get("captures")
    return captures if isinstance(captures, tuple) else ()


def _strings(act: Act) -> Iterator[str]:
    for _, value in act.details:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()
