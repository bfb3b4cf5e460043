"""What a person puts in the place of what was read in a claim, or adds as one that was missed, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from corroborate.model.casualty import Count
from corroborate.model.claim import Claim
from corroborate.model.mention import Content
from corroborate.model.situation import Interval, Location
from corroborate.model.source import Source
from corroborate.model.span import Span

BY_PERSON = "person"  # the rule by which a place or day that a person put right was found
_PARTS = ("content", "situation", "attribution")
_OWN = {"by": "by", "weapon": "weapons"}  # fields that stand in no part of a claim
_FOR_ALL = ("when", "where", "by", "weapon", "sources", "hedge")


@dataclass(frozen=True, slots=True)
class Amendment:
    """The fields that were put right, by the names of the annotation, with the values that they have in `claim`.

    `words` are the words of the report that stand for them; where they carry what happened, they are `claim`'s own.
    """

    fields: tuple[str, ...]
    words: Span
    claim: Claim

    @property
    def said(self) -> tuple[str, ...]:
        """Return all that it says, field by field, in a form that no later version spells otherwise."""
        values = [f"{name}={_said(value_of(self.claim, name))}" for name in self.fields]
        return (*values, f"{self.words.start}:{self.words.quote}")

    @property
    def is_of_content(self) -> bool:
        """Say whether what happened was put right, not only its place, day or source."""
        return any(name in content_fields(self.claim.content) for name in self.fields)


def _said(value: object) -> str:
    match value:
        case Count(low, high, qualifier):
            return f"{low} {high} {qualifier}"
        case Interval(start, end):
            return f"{start} {end}"
        case Location():
            return f"{_said(value.names)} {value.latitude} {value.longitude}"
        case Source():
            return f"{value.name} {value.kind} {value.origin}"
        case tuple():
            return "; ".join(map(_said, value))
        case _:
            return str(value)


def content_fields(content: Content) -> tuple[str, ...]:
    """Return the names of the fields that a claim of this kind alone has."""
    return tuple(field.name for field in fields(content))


def correctable(content: Content) -> tuple[str, ...]:
    """Return the names of all fields that can be put right in a claim of this kind."""
    return (*content_fields(content), *_FOR_ALL)


def value_of(claim: Claim, field: str) -> object:
    """Return the value of a field, by its name; a KeyError where the claim has none such."""
    if field in _OWN:
        return getattr(claim, _OWN[field])
    for part in (getattr(claim, name) for name in _PARTS):
        if field in {own.name for own in fields(part)}:
            return getattr(part, field)
    raise KeyError(field)


def with_values(claim: Claim, values: Mapping[str, object]) -> Claim:
    """Return a claim with other values of some fields; of a place or day it says that a person put it right."""
    parts: dict[str, object] = {_OWN[name]: value for name, value in values.items() if name in _OWN}
    for part in _PARTS:
        held = getattr(claim, part)
        names = {own.name for own in fields(held)}
        new = {name: value for name, value in values.items() if name in names}
        new |= {f"{name}_rule": BY_PERSON for name in new if f"{name}_rule" in names}
        parts[part] = replace(held, **new)
    return replace(claim, **parts)  # type: ignore[arg-type]  # each value is of its field's class: the callers read it so
