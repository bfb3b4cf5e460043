"""Places that the words around a mention rule out: those its people left or went to, towns for the whole country."""

from collections.abc import Sequence

from corroborate.locate.place_entities import Entity
from corroborate.locate.place_words import AND, kind_nouns, words
from corroborate.model.casualty import Effect
from corroborate.model.document import Passage, Token
from corroborate.model.mention import Harm, Mention

_LONGEST = 14  # words of a list of towns, with what is told of each
_NEAR = 3  # words between "displaced" and "from": "displaced families from"
_REACH_OF_FLIGHT = 8  # words between "fled" and "to"
_REACH_OF_COUNTRY = 60  # characters between harm and "across the country"
_PASSED = frozenset(("the", "its", "their", "two", "three", "four", "safe", "safer", "nearby", "other"))
_ALL_OVER, _WHOLE = frozenset(("across", "throughout")), frozenset(("the", "whole", "entire"))
_NATION = frozenset(("country", "nation"))
_HURT = frozenset((Effect.KILLED, Effect.INJURED, Effect.CASUALTIES, Effect.MISSING))


def barred(mention: Mention, entities: Sequence[Entity], index: int, passage: Passage, *, placed: bool) -> set[int]:
    """Return which places cannot be those of a mention in passage `index`; `placed`: its clause names a place.

    Evacuees from Oru were killed elsewhere; people who fled to Tarin did not flee from there; and "across the country"
    means no town.
    """
    if not isinstance(mention.content, Harm):
        return set()
    if not placed and _is_nationwide(mention, passage):
        return {at for at, entity in enumerate(entities) if entity.level != "country"}
    effect = mention.content.effect
    tie = _is_origin if effect in _HURT else _is_refuge if effect is Effect.DISPLACED else None
    if tie is None or passage.said.isdisjoint(words("leavers" if effect in _HURT else "flight")):
        return set()
    spots = ((at, entity.spots_in(index)) for at, entity in enumerate(entities))
    return {at for at, here in spots if here and all(tie(passage.tokens, spot.inner[0].first) for spot in here)}


def _is_nationwide(mention: Mention, passage: Passage) -> bool:
    """Say whether "across the country" stands beside a mention."""
    if passage.said.isdisjoint(_ALL_OVER) or passage.said.isdisjoint(_NATION):
        return False
    for at, token in enumerate(passage.tokens):
        noun = at + 1
        while token.folded in _ALL_OVER and passage.words[noun : noun + 1] and passage.words[noun] in _WHOLE:
            noun += 1
        if noun > at + 1 and passage.words[noun : noun + 1] and passage.words[noun] in _NATION:
            low, high = mention.span.start - _REACH_OF_COUNTRY, mention.span.end + _REACH_OF_COUNTRY
            return low <= token.start < high
    return False


def _is_origin(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a name stands behind "from" and people who have left: "evacuees from the towns of Oru and"."""
    at = _before_list(tokens, first)
    leavers = {token.folded for token in tokens[max(0, at - _NEAR) : at]}
    return at >= 0 and tokens[at].folded == "from" and not words("leavers").isdisjoint(leavers)


def _is_refuge(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a name stands behind "to" and a verb of flight: "fled into villages in Tarin"."""
    at = _before_list(tokens, first)
    if at >= 0 and tokens[at].folded in words("locative") - words("to-refuge"):
        at = _before_list(tokens, at)
    before = {token.folded for token in tokens[max(0, at - _REACH_OF_FLIGHT) : at]}
    return at >= 0 and tokens[at].folded in words("to-refuge") and not words("flight").isdisjoint(before)


def _before_list(tokens: Sequence[Token], first: int) -> int:
    """Return the word before the names, nouns and sides in which tokens[first] stands; -1 where there is none."""
    passed = kind_nouns() | words("side", "nation") | AND | _PASSED | {",", "of"}
    at, least = first - 1, max(0, first - _LONGEST)
    while at >= least and (tokens[at].folded in passed or tokens[at].text[0].isupper() or "-" in tokens[at].text):
        at -= 1
    return at if at >= least else -1
