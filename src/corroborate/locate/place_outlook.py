"""What a passage sees of the places of its report, whichever of its mentions is asked."""

from collections.abc import Mapping, Sequence

from corroborate.locate.place_entities import Entity
from corroborate.locate.place_groups import Spot
from corroborate.locate.place_words import words
from corroborate.model.document import Document, Passage, PassageKind, Token

Picks = Mapping[int, Sequence[str]]  # the places that stand out, each with what for
OPENING = 4  # passages: headline, standfirst and first sentences mostly tell one event
_DEFINITE = frozenset(("the", "this", "that", "these"))
_BREAKERS = frozenset(
    ("while", "whereas", "but", ";", "although", "though", "who", "when", "after", "before", "because", "as", "where")
)
_HABITS = ("past", "whole")  # classes of words
_REACH_OF_SAYING = 6  # words before a name
_STEPS = (1, 2, 3, 6)  # passages
_FAR_OFF = 9  # passages, of a place that no spot names


class Outlook:
    """The places of a report as one passage sees them: how far off each is named, which are named last and next.

    `breaks` are where words stand that break a clause, `war` those that speak of the whole war; `habits` says whether
    the passage tells of what happened before and again ("past"), or of a whole country ("whole"). `meant` are places
    that "the province", "the city" mean, each behind the place of its article; `spoken_at` those at which the passage
    puts nothing but words.
    """

    def __init__(self, document: Document, index: int, entities: Sequence[Entity]) -> None:
        """Look from the passage of that number."""
        passage = document.passages[index]
        self.index = index
        self.zone = "headline" if passage.kind is PassageKind.HEADLINE else "opening" if index < OPENING else "later"
        self.away = [_away(entity, index) for entity in entities]
        # The places that the passage names, and how it sees each of the others: as the holder of one, or not at all.
        self.named = [i for i, entity in enumerate(entities) if entity.spots_in(index)]
        self.unnamed: list[tuple[str, Spot | None]] = [
            ("holder", entity.spots[0]) if entity.is_holder_in(index) else ("none", None) for entity in entities
        ]
        named = frozenset(self.named)
        elsewhere = [(i, entities[i]) for i, (seen, _) in enumerate(self.unnamed) if seen == "none" and i not in named]
        self.latest = _nearest(elsewhere, index, before=True)
        self.following = _nearest(elsewhere, index, before=False)
        finest = _finest(entities, index)
        self.finest: Picks = {} if finest is None else {finest: ("finest-before",)}
        self.breaks = _standing(passage, _BREAKERS)
        self.war = _standing(passage, words("war"))
        self.habits = [name for name in _HABITS if not words(name).isdisjoint(passage.said)]
        self.spoken_at = _spoken_at(passage, index, entities)
        self.meant = [] if _DEFINITE.isdisjoint(passage.said) else _meant(passage.tokens, entities)


def _standing(passage: Passage, sought: frozenset[str]) -> list[int]:
    """Return where in the text some words stand in a passage."""
    if sought.isdisjoint(passage.said):
        return []
    return [token.start for token in passage.tokens if token.folded in sought]


def _spoken_at(passage: Passage, index: int, entities: Sequence[Entity]) -> frozenset[int]:
    """Return the places that a passage names behind words of saying alone: "told reporters in Moscow"."""
    saying = words("stated", "voice")
    if saying.isdisjoint(passage.said):
        return frozenset()
    found = []
    for i, entity in enumerate(entities):
        names = [spot.inner[0].first for spot in entity.spots_in(index)]
        before = (passage.tokens[max(0, first - _REACH_OF_SAYING) : first] for first in names)
        if names and all(any(token.folded in saying for token in tokens) for tokens in before):
            found.append(i)
    return frozenset(found)


def _away(entity: Entity, index: int) -> tuple[str, Spot | None]:
    """Return how far off the place is named, and its nearest spot: the last before, else the next after."""
    firm = entity.firm or entity.spots
    earlier = next((spot for spot in reversed(firm) if spot.passage < index), None)
    if earlier is not None:
        return f"away.before.{_steps_off(index - earlier.passage)}", earlier
    gap = firm[0].passage - index if firm else _FAR_OFF
    return f"away.after.{_steps_off(gap)}", firm[0] if firm else None


def _steps_off(gap: int) -> int:
    """Return a distance in passages, the farther the coarser: 1, 2, 3 (to 5), 6 (and more)."""
    return max((step for step in _STEPS if step <= gap), default=1)


def _nearest(elsewhere: Sequence[tuple[int, Entity]], index: int, *, before: bool) -> int | None:
    """Return the place named last before a passage, or first behind it, among those that it does not name itself."""
    starts = [
        (-spot.start if before else spot.start, i)
        for i, entity in elsewhere
        for spot in entity.firm
        if (spot.passage < index) is before
    ]
    return min(starts)[1] if starts else None


def _finest(entities: Sequence[Entity], index: int) -> int | None:
    """Return the smallest of the places that the nearest passage before names."""
    near = [
        (index - spot.passage, entity.size, i)
        for i, entity in enumerate(entities)
        for spot in entity.firm
        if spot.passage < index
    ]
    return min(near)[2] if near else None


def _meant(tokens: Sequence[Token], entities: Sequence[Entity]) -> list[tuple[int, int]]:
    """Return the places that "the province", "the same city" mean: the last of their kind to be named before.

    "The town of Sarmin" means no town but the one that it names.
    """
    found: list[tuple[int, int]] = []
    for at, article in enumerate(tokens[:-1]):
        if article.folded not in _DEFINITE:
            continue
        noun = at + (2 if tokens[at + 1].folded in words("side", "same") else 1)
        if noun == len(tokens) or _is_named(tokens[noun + 1 : noun + 3]):
            continue
        named = [
            (spot.start, i)
            for i, entity in enumerate(entities)
            if tokens[noun].folded in words(f"the:{entity.level}")
            for spot in entity.spots
            if spot.start < article.start
        ]
        found.extend((article.start, i) for _, i in sorted(named)[-1:])
    return found


def _is_named(behind: Sequence[Token]) -> bool:
    """Say whether the words behind a noun name what it is: "of Sarmin", "Sarmin"."""
    return any(token.text[0].isupper() for token in behind[: 2 if behind and behind[0].folded == "of" else 1])
