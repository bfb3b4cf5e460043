"""What a person puts right in a claim, as text → an amendment, held against the words of the report.

Fields are named as `corroborate claims --json` names them. What is in no report does not get into the record: the words
that stand for an amendment occur in the report letter for letter, a number stands in them, a name stands in the text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from corroborate.attribute import known_source
from corroborate.errors import UsageError
from corroborate.extract import counts
from corroborate.model.amendment import Amendment, correctable, with_values
from corroborate.model.casualty import NOBODY, VAGUE, Count, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Content, DamagedObject, Method, Stance, Status, Weapon
from corroborate.model.names import fold, place_key
from corroborate.model.record import Record
from corroborate.model.situation import NOWHERE, Granularity, Interval, Location, Place
from corroborate.model.source import Source, SourceKind
from corroborate.model.span import Span
from corroborate.ports import Gazetteer
from corroborate.read import tokens

_NOTHING = ("", "none", "nobody", "unknown")
_COUNTS = {"none": NOBODY, "uncounted": VAGUE, "vague": VAGUE}
_READ = (None, "en")  # languages of reports whose number words are read
_WORDLESS = 1  # the greatest number that words may tell without a numeral: "a child", "nobody"
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Ground:
    """What an amendment stands on: the claim as it is, its report, the sources known in the case, the gazetteer."""

    claim: Claim
    document: Document
    sources: Mapping[str, Source]
    gazetteer: Gazetteer


def ground(claim: ClaimId, record: Record, gazetteer: Gazetteer) -> Ground:
    """Return what an amendment of a claim of the record stands on; a UsageError where there is no such claim."""
    found = next((one for one in record.claims if one.id == claim), None)
    if found is None:
        raise UsageError(f"'correct' is said of a claim, and {claim} is none")
    document = next(one for one in record.documents if one.id == found.document)
    return Ground(found, document, sources_of(record), gazetteer)


def sources_of(record: Record) -> Mapping[str, Source]:
    """Return the sources that the claims of a case name, by their folded names."""
    return {fold(source.name): source for one in record.claims for source in one.attribution.sources}


def amendment(on: Ground, told: Mapping[str, str], words: str | None) -> Amendment:
    """Return the amendment of a claim's fields; a UsageError where a field or value cannot be, or no words carry it.

    Without `words`, the claim's own stand for it.
    """
    if not told:
        raise UsageError("an amendment names fields: --set count='at least 12'")
    claim = on.claim
    span = standing_at(words, on.document, claim.span.start) if words is not None else claim.span
    known = correctable(claim.content)
    unknown = [name for name in told if name not in known]
    if unknown:
        raise UsageError(f"a claim of {claim.kind} has no field {unknown[0]!r}: it has {', '.join(known)}")
    right = with_values(claim, {name: _READERS[name](value.strip(), on) for name, value in told.items()})
    if "count" in told:
        _check_count(right.content, span, on.document)
    made = Amendment(tuple(told), span, right)
    if not made.is_of_content:
        return made
    return replace(made, claim=replace(right, span=span, passage=sentence_of(span, on.document)))


def as_text(told: Mapping[str, str]) -> str:
    """Return what a person told of a claim's fields, on one line."""
    return "; ".join(f"{name}={value.strip()}" for name, value in told.items())


def standing_at(words: str, document: Document, near: int = 0) -> Span:
    """Return where words stand in a report, nearest to a place; a UsageError where they do not."""
    text = document.text
    places = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
    if not places:
        raise UsageError(f"{document.name} does not say {words!r}: give its words letter for letter")
    start = min(places, key=lambda at: abs(at - near))
    return Span.cut(text, start, start + len(words))


def sentence_of(words: Span, document: Document) -> Span:
    """Return the sentence that holds the words, the words themselves where they run over its end."""
    holding = (p for p in document.passages if p.start <= words.start and words.end <= p.end)
    return next((Span.cut(document.text, p.start, p.end) for p in holding), words)


def _check_count(content: Content, words: Span, document: Document) -> None:
    """Refuse a number that the words do not tell: not as a numeral, nor as what one person or nobody is.

    In a language whose number words are not read, words without a figure are taken on the word of the person.
    """
    count: Count = getattr(content, "count", VAGUE)
    if document.language not in _READ and not any(sign.isdigit() for sign in words.quote):
        return
    told = [
        token for p in document.passages for token in p.tokens if words.start <= token.start and token.end <= words.end
    ]
    stated = {bound for one in counts(told) for bound in (one.low, one.high)}
    for bound in (count.low, count.high):
        if bound is not None and bound > _WORDLESS and bound not in stated:
            raise UsageError(f"“{words.quote}” does not tell {bound}: name the words that do with --words")


def _check_name(name: str, ground: Ground) -> str:
    if name.casefold() not in ground.document.text.casefold():
        raise UsageError(f"{ground.document.name} does not name {name!r}: give it as the report spells it")
    return name


def _count(value: str, _: Ground) -> Count:
    if value.casefold() in _COUNTS:
        return _COUNTS[value.casefold()]
    found = counts(tokens(value, 0, len(value)))
    if len(found) != 1:
        raise UsageError(f"{value!r} is no count: write it as in '12', 'at least 12', '30 to 40', 'none', 'uncounted'")
    return found[0]


def _name(value: str, ground: Ground) -> str | None:
    return None if value.casefold() in _NOTHING else _check_name(value, ground)


def _actor(value: str, ground: Ground) -> str:
    return _name(value, ground) or ""


def _names(value: str, ground: Ground) -> tuple[str, ...]:
    return tuple(_check_name(name, ground) for name in _listed(value, ";"))


def _listed(value: str, sign: str) -> list[str]:
    return [] if value.casefold() in _NOTHING else [part.strip() for part in value.split(sign) if part.strip()]


def _word(kind: type[_Word]) -> Callable[[str, Ground], _Word]:
    """Return what reads one word of the vocabulary."""

    def read(value: str, _: Ground) -> _Word:
        try:
            return kind(value)
        except ValueError as error:
            raise UsageError(f"{value!r} is none of: {', '.join(kind)}") from error

    return read


def _weapons(value: str, ground: Ground) -> tuple[Weapon, ...]:
    return tuple(_word(Weapon)(one, ground) for one in _listed(value, ","))


def _when(value: str, _: Ground) -> Interval | None:
    if value.casefold() in _NOTHING:
        return None
    days = [one.strip() for one in value.split(" to ")]
    try:
        start, end = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    except ValueError as error:
        raise UsageError(f"{value!r} is no day: write 2018-02-04, or 2018-02-01 to 2018-02-04") from error
    if end < start:
        raise UsageError(f"{value!r} ends before it begins")
    return Interval(start, end, Granularity.DAY if start == end else Granularity.DAYS)


def _where(value: str, ground: Ground) -> Location:
    """Return a place by its name in the report; names behind it say which of several places it is."""
    named = _listed(value, ",")
    if not named:
        return NOWHERE
    _check_name(named[0], ground)
    outer = {place_key(name) for name in named[1:]}
    entries = ground.gazetteer.find(named[0])
    found = next((entry for entry in entries if outer <= {place_key(name) for name in entry.parents}), None)
    if entries and found is None:
        raise UsageError(f"no {named[0]} lies in {', '.join(named[1:])}: there are {'; '.join(map(_told, entries))}")
    spelled = tuple(name for name in named if name in ground.document.text)
    if found is None:
        return Location(spelled)
    return Location(
        spelled, places=(found,), latitude=found.latitude, longitude=found.longitude, radius_km=found.radius_km
    )


def _told(place: Place) -> str:
    return ", ".join((place.name, *place.parents))


def _sources(value: str, ground: Ground) -> tuple[Source, ...]:
    """Return the chain from the origin to the source nearest the publisher."""
    return tuple(_source(one, ground) for one in _listed(value, ";"))


def _source(value: str, ground: Ground) -> Source:
    """Return a source that the case or the directory knows, or a new one with its kind: "Orontes Clinic (medical)"."""
    spelled, _, rest = value.partition("(")
    name, kind = _check_name(spelled.strip(), ground), rest.rstrip(") ")
    known = known_source(name)
    if kind:
        named = known or Source(name, SourceKind.UNNAMED)
        return replace(named, kind=_word(SourceKind)(kind, ground))
    if fold(name) in ground.sources:
        return ground.sources[fold(name)]
    if known is None:
        raise UsageError(f"{name} is new as a source: say of what kind, as in '{name} (organisation)'")
    return known


def _hedge(value: str, _: Ground) -> bool:
    if value not in ("yes", "no"):
        raise UsageError(f"hedge is yes or no, not {value!r}")
    return value == "yes"


_READERS: Mapping[str, Callable[[str, Ground], object]] = {
    "effect": _word(Effect),
    "people": _word(People),
    "count": _count,
    "method": _word(Method),
    "target": _name,
    "object": _word(DamagedObject),
    "actor": _actor,
    "stance": _word(Stance),
    "about": _name,
    "status": _word(Status),
    "by": _names,
    "weapon": _weapons,
    "when": _when,
    "where": _where,
    "sources": _sources,
    "hedge": _hedge,
}
