"""Whom words right behind put somewhere → told of that place: "killed 240 people |in Peru| and 10 |in Bolivia|"."""

from collections.abc import Sequence
from typing import NamedTuple

from corroborate.locate.place_cues import Cue
from corroborate.locate.place_entities import Entity, key_of
from corroborate.locate.place_evidence import Evidence, Standing
from corroborate.locate.place_groups import Spot
from corroborate.locate.place_words import kinds, nations, words
from corroborate.model.document import Document, Token
from corroborate.model.mention import Attack, Mention
from corroborate.model.situation import PlaceKind

_AT = frozenset(("in", "inside"))
_ON = frozenset(("on", "against"))
_PASSED = frozenset(("the", "of"))
_FARTHEST = 5  # words between the preposition and the name
_LARGE = frozenset(("town", "province", "country"))


def told_beside(
    document: Document,
    evidence: Evidence,
    mentions: Sequence[Mention],
    standings: Sequence[Standing],
    alone: Sequence[int],
) -> list[int]:
    """Return which candidate each mention takes, given which it would take without what stands right behind it.

    So what an attack went for ("a raid |on Utopia|"). A narrower place stays: "12 people died |in Syria|", of a raid on
    Douma. One of a list that reaches beyond does not.
    """
    found = list(alone)
    for at, (mention, standing) in enumerate(zip(mentions, standings, strict=True)):
        tokens = document.passages[standing.passage].tokens
        behind = next((i for i, token in enumerate(tokens) if token.start >= mention.span.end), len(tokens))
        name = _name_behind(tokens, behind) if behind < len(tokens) and tokens[behind].folded in _AT else None
        if name is None:
            put = _aimed_at(evidence, standing.passage, mention, tokens)
        else:
            put = _put_at(evidence, standing.passage, tokens[name].start)
        if put is not None and not evidence.is_nowhere(alone[at]) and _differs(evidence, alone[at], put):
            found[at] = put.place
    return found


def _name_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the name begins to which a preposition leads, None where other words stand between.

    None for a name before a noun of force, too: "killed |in| Utopia |raid|".
    """
    for i in range(at + 1, min(at + 1 + _FARTHEST, len(tokens))):
        word = tokens[i].folded
        told = word in kinds() and kinds()[word] is not PlaceKind.SITE  # "in the town of"; not "in the embassy of"
        passed = told or word in _PASSED or word in words("side") or word in nations()
        if tokens[i].text[:1].isupper() and not passed:
            end = next((n for n in range(i, len(tokens)) if not tokens[n].text[:1].isupper()), i)
            return None if tokens[end].folded in words("force") or tokens[end].folded in words("means") else i
        if not passed:
            return None
    return None


class _Put(NamedTuple):
    """The place in which a preposition puts something, and whether it stands in a list there."""

    place: int
    listed: bool


def _put_at(evidence: Evidence, passage: int, start: int) -> _Put | None:
    """Return where a preposition puts something by a name that begins at a place of the text."""
    for i, entity in enumerate(evidence.places):
        for spot in entity.spots_in(passage):
            if spot.cue is Cue.PREPOSITION and spot.inner[0].start <= start < spot.inner[0].end:
                return _Put(i, len(spot.inner) > 1) if entity.level in _LARGE else None
    return None


def _aimed_at(evidence: Evidence, passage: int, mention: Mention, tokens: Sequence[Token]) -> _Put | None:
    """Return what the words of an attack tell that it went for: "an air raid |on Utopia|"."""
    if not isinstance(mention.content, Attack):
        return None
    own = [i for i, token in enumerate(tokens) if mention.span.start <= token.start < mention.span.end]
    aimed = (i + 1 for i in own[:-1] if tokens[i].folded in _ON and tokens[i + 1].text[:1].isupper())
    return next((put for i in aimed if (put := _put_at(evidence, passage, tokens[i].start)) is not None), None)


def _differs(evidence: Evidence, own: int, put: _Put) -> bool:
    """Say whether a place that would be taken is neither the one behind nor a closer word for it."""
    inner = evidence.places[own]
    if put.listed and any(len(spot.inner) > 1 for spot in inner.spots):
        return False  # "in Utopia and Arcadia", of towns of both
    listed = {key_of(one) for spot in inner.spots for one in spot.inner[1:] if _lie_apart(spot)}
    others = (i for i, entity in enumerate(evidence.places) if entity.key in listed and entity.toponym.known)
    return not all(_lies_in(evidence, i, put.place) for i in (own, *others))


def _lies_in(evidence: Evidence, small: int, large: int) -> bool:
    inner, outer = evidence.places[small], evidence.places[large]
    held = any(one.name == outer.toponym.name for spot in inner.spots for one in spot.outer)
    if small == large or held or outer.key in inner.holders or evidence.is_within(small, large):
        return True
    return _is_of_country(inner, outer)


def _is_of_country(inner: Entity, outer: Entity) -> bool:
    """Say whether a place lies in the country of which another is a side or the whole, as far as is known."""
    whole = {place.country for place in outer.toponym.known[:1] if place.kind is PlaceKind.COUNTRY}
    known = inner.toponym.known[:2]
    return bool(whole) and (not known or any(place.country in whole for place in known))


def _lie_apart(spot: Spot) -> bool:
    """Say whether the places of a list are told to lie in several: "in Oru, Utopia, and Tarin, Arcadia"."""
    sizes = [outer.size for outer in spot.outer]
    return len(set(sizes)) < len(sizes)
