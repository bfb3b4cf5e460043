"""Where a report tells outright where it happened → told of that place: "The attack took place in Ozubulu"."""

from collections.abc import Iterator, Sequence

from corroborate.locate.place_evidence import Evidence, Standing
from corroborate.locate.place_words import words
from corroborate.model.document import Document, Token
from corroborate.model.mention import Harm, Mention

_OPENING = 4  # passages: headline, standfirst and first sentences mostly tell one event
_NEAR = 3  # passages before it that tell the same event
_LARGEST = 1000  # people: who tells of more tells of many events
_REACH_OF_VERB, _REACH_PAST_INSERT = 6, 25  # tokens behind the noun of the event, and where an insert follows it
_REACH_OF_PLACE = 100  # characters behind the verb
_DEFINITE = frozenset(("the", "this", "'s"))
_MOST_ADJECTIVES = 2


def told_outright(
    document: Document,
    evidence: Evidence,
    mentions: Sequence[Mention],
    standings: Sequence[Standing],
    alone: Sequence[int],
) -> list[int]:
    """Return which candidate each mention takes, given which it would take without what is told outright.

    "The attack took place in Ozubulu" tells where what was told before it happened, if that was put at a place that
    holds Ozubulu ("gunmen killed 11 people in south-east Nigeria"), or nowhere.
    """
    places = list(_told(document, evidence))
    found = list(alone)
    for at, (mention, standing) in enumerate(zip(mentions, standings, strict=True)):
        if standing.turn or _is_vast(mention):
            continue
        own = alone[at]
        wide = evidence.is_nowhere(own)
        meant = (
            place
            for passage, place in places
            if _is_of(standing.passage, passage) and (wide or evidence.is_within(place, own))
        )
        found[at] = next(meant, own)
    return found


def _is_of(passage: int, told: int) -> bool:
    """Say whether a passage tells of the event that another, behind it, puts somewhere."""
    return passage <= told and (passage < _OPENING or told - passage <= _NEAR)


def _is_vast(mention: Mention) -> bool:
    return isinstance(mention.content, Harm) and (mention.content.count.low or 0) >= _LARGEST


def _told(document: Document, evidence: Evidence) -> Iterator[tuple[int, int]]:
    """Yield the passages that tell outright where it happened, each with the place."""
    for index, passage in enumerate(document.passages):
        verb = _verb(passage.tokens)
        place = None if verb is None else evidence.first_behind(index, passage.tokens[verb].end, _REACH_OF_PLACE)
        if place is not None:
            yield index, place


def _verb(tokens: Sequence[Token]) -> int | None:
    """Return where the verb of "the attack took place" stands, None where no event is told to have happened."""
    for at, token in enumerate(tokens[:-1]):
        if token.folded in words("event") and _is_definite(tokens, at):
            reach = _REACH_PAST_INSERT if tokens[at + 1].text == "," else _REACH_OF_VERB
            behind = range(at + 1, min(at + 1 + reach, len(tokens) - 1))
            verb = next((i for i in behind if _happens(tokens[i], tokens[i + 1])), None)
            if verb is not None:
                return verb
    return None


def _is_definite(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a noun means what was told before: "the attack", "Friday's suicide attack"; not "an attack"."""
    return any(token.folded in _DEFINITE for token in tokens[max(0, at - 1 - _MOST_ADJECTIVES) : at])


def _happens(verb: Token, after: Token) -> bool:
    return verb.folded in words("happened") or f"{verb.folded} {after.folded}" in words("happened")
