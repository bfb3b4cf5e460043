"""Mentions and spots → which spot each mention lies at, and by which rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corroborate.locate.place_groups import Spot
from corroborate.locate.place_names import Cue
from corroborate.model.document import Document, PassageKind
from corroborate.model.ids import MentionId
from corroborate.model.mention import Mention
from corroborate.model.situation import PlaceKind
from corroborate.locate.place_words import words

_GOVERNORATE = list(PlaceKind).index(PlaceKind.GOVERNORATE)
_SETTLEMENT = list(PlaceKind).index(PlaceKind.SETTLEMENT)
_BREAKERS = frozenset(("while", "whereas", "but", ";", "although", "though", "who", "when", "after", "before", "because", "as", "where"))
_LEAD = 4  # passages: headline, standfirst and the first sentences tell one event
_WEAK = (Cue.BARE, Cue.DIRECTION)


@dataclass(frozen=True, slots=True)
class Choice:
    """The spot of a mention (None: nowhere) and the rule that chose it."""

    spot: Spot | None
    rule: str


class Chooser:
    """Chooses for the mentions of one report, in text order."""

    def __init__(self, document: Document, spots: Sequence[Sequence[Spot]]) -> None:
        """Take the report and the spots of each of its passages."""
        self._document = document
        self._spots = spots
        self._focus: Spot | None = None
        self._main = _main(spots)

    def choose(self, mentions: Sequence[Mention]) -> Mapping[MentionId, Choice]:
        """Return the choice for every mention."""
        chosen: dict[MentionId, Choice] = {}
        for mention in sorted(mentions, key=lambda mention: (mention.span.start, mention.span.end)):
            chosen[mention.id] = self._one(mention)
        return chosen

    def _one(self, mention: Mention) -> Choice:
        index = self._passage_of(mention)
        local = self._local(mention, index)
        if local is not None:
            choice = self._refined(local, index)
            self._focus = choice.spot
            return choice
        early = self._document.passages[index].kind is PassageKind.HEADLINE or (index < _LEAD and self._focus is None)
        if early:
            lead = self._lead(index)
            if lead is not None:
                return Choice(lead, "place.lead")
        if self._focus is not None:
            return Choice(self._focus, "place.focus")
        return Choice(self._main, "place.main") if self._main else Choice(None, "place.none")

    def _passage_of(self, mention: Mention) -> int:
        at = mention.trigger.start
        found = 0
        for index, passage in enumerate(self._document.passages):
            if passage.start <= at:
                found = index
            else:
                break
        return found

    def _local(self, mention: Mention, index: int) -> Choice | None:
        spots = self._spots[index]
        if not spots:
            return None
        ranked = sorted(((self._distance(mention, spot, index), i) for i, spot in enumerate(spots)))
        distance, best = ranked[0]
        if distance >= 100:  # noqa: PLR2004 (see _distance: a name that is only passed by)
            return None
        best = self._finer_here(spots, best)
        rule = "place.span" if distance < 1 else "place.clause" if distance < 3 else "place.passage"  # noqa: PLR2004
        return Choice(spots[best], rule)

    def _finer_here(self, spots: Sequence[Spot], best: int) -> int:
        """Return a finer spot of the same sentence where the nearest is a whole country that holds it."""
        if spots[best].size <= _GOVERNORATE:
            return best
        inside = [i for i, spot in enumerate(spots) if spot.size < _GOVERNORATE + 1 and spot.cue not in _WEAK and _inside(spot, spots[best])]
        return min(inside, key=lambda i: abs(i - best), default=best)

    def _distance(self, mention: Mention, spot: Spot, index: int) -> float:
        """Return how far the spot is from the mention: under 1 inside its span, under 3 in its clause."""
        span = mention.span
        if span.start <= spot.start and spot.end <= span.end:
            base, gap = 0.0, abs(spot.start - mention.trigger.start)
        elif spot.start >= span.end:
            base, gap = 1.0, spot.start - span.end
        elif spot.end <= span.start:
            base, gap = 1.6, span.start - spot.end
        else:
            base, gap = 0.2, 0
        if base >= 1 and self._broken(min(spot.end, span.end), max(spot.start, span.start), index):
            base += 2
        if spot.cue in _WEAK:
            base += 1.5
        if spot.size >= _GOVERNORATE + 1:
            base += 1.2
        elif spot.inner[0].reach >= _GOVERNORATE and not spot.outer:
            base += 0.3
        return base + min(gap / 400, 0.9)

    def _broken(self, start: int, end: int, index: int) -> bool:
        return any(token.folded in _BREAKERS for token in self._document.passages[index].tokens if start <= token.start < end)

    def _refined(self, local: Choice, index: int) -> Choice:
        """Return a finer spot where the report's opening names one inside the coarse one."""
        spot = local.spot
        if spot is None or spot.inner[0].reach < _SETTLEMENT or index >= _LEAD:
            return local
        finer = {other.inner[0].name.casefold(): other for other in reversed(self._opening())
                 if other is not spot and other.size < spot.inner[0].reach and _inside(other, spot)}
        if len(finer) == 1:
            return Choice(next(iter(finer.values())), "place.refined")
        return local

    def _opening(self) -> list[Spot]:
        return [spot for spots in self._spots[:_LEAD] for spot in spots if spot.cue not in _WEAK]

    def _lead(self, index: int) -> Spot | None:
        later = [spot for spots in self._spots[index : index + _LEAD] for spot in spots if spot.cue not in _WEAK]
        fine = [spot for spot in later if spot.inner[0].reach < _GOVERNORATE or spot.outer]
        return fine[0] if fine else later[0] if later else None


def _inside(small: Spot, large: Spot) -> bool:
    """Say whether the report or the gazetteer puts the first spot inside the second."""
    held = {toponym.name.casefold() for toponym in small.outer}
    if large.inner[0].name.casefold() in held:
        return True
    keys = {place.id for toponym in small.outer for place in toponym.known}
    if keys & {place.id for place in large.inner[0].known}:
        return True
    names = {place.name for place in large.inner[0].known[:2]}
    countries = {place.country for place in large.inner[0].known[:1] if place.kind is PlaceKind.COUNTRY}
    return any(names & set(place.parents) or place.country in countries for place in small.inner[0].known[:2])


def _main(spots: Sequence[Sequence[Spot]]) -> Spot | None:
    """Return the report's main place: the fine one named most often, the earlier of equals."""
    counts: dict[str, int] = {}
    first: dict[str, Spot] = {}
    for passage in spots:
        for spot in passage:
            if spot.cue not in _WEAK:
                key = spot.inner[0].name.casefold()
                counts[key] = counts.get(key, 0) + 1
                first.setdefault(key, spot)
    best = max(counts, key=lambda key: (counts[key], -first[key].start), default=None)
    return first[best] if best is not None else None
