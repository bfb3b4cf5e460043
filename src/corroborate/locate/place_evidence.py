"""What speaks for and against each place that a report names, as seen from one mention."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from corroborate.locate.place_cues import Cue
from corroborate.locate.place_echoes import echoes, heard
from corroborate.locate.place_groups import Spot
from corroborate.locate.place_names import Toponym
from corroborate.locate.place_words import words
from corroborate.model.document import Document, PassageKind, Token
from corroborate.model.ids import MentionId
from corroborate.model.mention import Harm, Mention
from corroborate.model.passing import passing
from corroborate.model.situation import Interval, PlaceKind, Relation

_SIZE = {kind: rank for rank, kind in enumerate(PlaceKind)}
_GOVERNORATE, _COUNTRY, _SETTLEMENT = (
    _SIZE[kind] for kind in (PlaceKind.GOVERNORATE, PlaceKind.COUNTRY, PlaceKind.SETTLEMENT)
)
_WEAK = (Cue.BARE, Cue.DIRECTION)
_BEGINNING = 10  # words of a passage
_OPENING = 4  # passages: headline, standfirst and first sentences mostly tell one event
_NEAR, _MEANT = 60, 90  # characters: words of the clause; "the province", told of it
_DEFINITE = frozenset(("the", "this", "that", "these"))
_VAST = 5_000  # people: a toll of a war
_LONGEST_EVENT = 3  # days: what lasts longer is told of a wider place
_MOST_PLACES = 120  # weighed for each mention, the first named; the most that a measured report names are 17
_BREAKERS = frozenset(
    ("while", "whereas", "but", ";", "although", "though", "who", "when", "after", "before", "because", "as", "where")
)


STEPS = ("stays", "narrows", "widens", "moves", "enters-nowhere", "leaves-nowhere", "stays-nowhere")


@dataclass(slots=True)
class Entity:
    """A place of the report under all its spots; the fullest spot stands for it."""

    spots: list[Spot]
    held: list[Toponym]

    @property
    def toponym(self) -> Toponym:
        """Return its first naming."""
        return self.spots[0].inner[0]


@passing
class Standing:
    """A candidate for one mention: the place (None: nowhere), the spot that names it best, the rule that put it there.

    `told` says whether any place is named by the mention's own words ("own"), by its clause ("told"), or by neither
    ("bare"); `goes_on` whether its passage opens with an event told before: "The attack …".
    """

    entity: int | None
    spot: Spot | None
    rule: str
    passage: int
    told: str
    goes_on: bool


@passing
class _View:
    """The places as one mention sees them: their bearings, those of its clause, the last before, the first after."""

    index: int
    local: list[tuple[str, Spot | None]]
    clause: list[int]
    latest: int | None
    following: int | None
    picks: dict[str, int]


class Evidence:
    """The places of one report and what is known of them before any mention is looked at."""

    def __init__(
        self, document: Document, spots: Sequence[Sequence[Spot]], when: Mapping[MentionId, Interval | None]
    ) -> None:
        """Gather the spots into places; `when` holds the days of mentions, where they are known."""
        self._document = document
        self._when = when
        self._starts = [passage.start for passage in document.passages]
        self._entities = _entities(spots)
        self._inside = [[_is_inside(a, b) for b in self._entities] for a in self._entities]
        self._counts = [sum(spot.cue not in _WEAK for spot in entity.spots) for entity in self._entities]
        self._levels = [self._level(i) for i in range(len(self._entities))]
        self._goes_on = [_goes_on(passage.tokens[:_BEGINNING]) for passage in document.passages]
        self._fixed = [tuple(self._standing_features(i)) for i in range(len(self._entities))]

    def offers(self, mentions: Sequence[Mention]) -> list[list[tuple[Standing, list[str]]]]:
        """Return for every mention its candidates (every place, nowhere as the last), each with what speaks for it."""
        views = [self._view(mention) for mention in mentions]
        told = echoes(heard(mentions, [view.index for view in views], [view.clause for view in views]))
        return [
            list(self._candidates(mention, view, echo))
            for mention, view, echo in zip(mentions, views, told, strict=True)
        ]

    def _view(self, mention: Mention) -> "_View":
        index = self._passage_of(mention)
        local = [self._local(entity, mention, index) for entity in self._entities]
        clause = [
            i for i, (where, _) in enumerate(local) if where.startswith(("span.firm", "after.near", "before.near"))
        ]
        before, after = self._nearest(index, local, before=True), self._nearest(index, local, before=False)
        return _View(index, local, clause, before, after, self._picks(mention, index, local))

    def _picks(self, mention: Mention, index: int, local: Sequence[tuple[str, Spot | None]]) -> dict[str, int]:
        """Return the places that stand out among those of the passage, or of the last and the next that name any."""
        picks: dict[str, int] = {}
        firm = [i for i, (where, _) in enumerate(local) if where.startswith(("span.firm", "after", "before"))]
        if firm:
            picks["best-here"] = min(firm, key=lambda i: (_ORDER.index(local[i][0]), self._entities[i].toponym.size))
            picks["nearest-here"] = min(firm, key=lambda i: self._gap(local[i][1], mention))
            return picks
        for name, order in (("finest-before", -1), ("finest-after", 1)):
            near = [
                (order * (spot.passage - index), self._entities[i].toponym.size, i)
                for i, entity in enumerate(self._entities)
                for spot in entity.spots
                if spot.cue not in _WEAK and order * (spot.passage - index) > 0
            ]
            if near:
                picks[name] = min(near)[2]
        return picks

    @staticmethod
    def _gap(spot: Spot | None, mention: Mention) -> int:
        if spot is None:
            return 0
        return max(spot.inner[0].start - mention.span.end, mention.span.start - spot.inner[-1].end, 0)

    def _candidates(
        self, mention: Mention, view: "_View", echo: dict[int, set[str]]
    ) -> Iterator[tuple[Standing, list[str]]]:
        headline = self._document.passages[view.index].kind is PassageKind.HEADLINE
        zone = "headline" if headline else "opening" if view.index < _OPENING else "later"
        goes_on = self._goes_on[view.index]
        within = any(where.startswith("span.firm") for where, _ in view.local)
        told = "own" if within else "told" if view.clause else "bare"
        said = self._said(mention, view.index)
        meant = self._meant(mention, view.index)
        for i, entity in enumerate(self._entities):
            where, spot = view.local[i]
            level = self._levels[i]
            features = [*self._fixed[i], f"local.{where}", f"{zone}.{level}"]
            if where == "none":
                away, spot = self._away(entity, view.index)
                side = "latest" if i == view.latest else "next" if i == view.following else "far"
                features += [f"away.{away}", f"{side}.{'some' if view.clause else 'none'}-local"]
            features += [name for name, picked in view.picks.items() if i == picked]
            relation = self._relation(i, view.clause)
            features += [f"{relation}.{zone}"]
            for telling in sorted(echo.get(i, ())):
                features += [f"{telling}.{level}", f"{telling}.{relation}"]
            if meant:
                features.append(self._as_meant(i, meant))
            features += [f"{word}.{level}" for word in said]
            rule = self._rule(where, relation, leading=i == view.following and i != view.latest)
            yield Standing(i, spot, rule, view.index, told, goes_on), features
        nothing = [
            "nowhere",
            f"nowhere.{mention.kind.value}",
            f"nowhere.{mention.kind.value}.{'local' if view.clause else 'away'}",
            "nowhere.local" if view.clause else "nowhere.away",
            f"nowhere.{zone}",
        ]
        yield (
            Standing(None, None, "place.none", view.index, told, goes_on),
            nothing + [f"nowhere.{word}" for word in said] + ["nowhere.meant"] * bool(meant),
        )

    @staticmethod
    def _rule(where: str, relation: str, *, leading: bool) -> str:
        if where != "none":
            return f"place.{where.split('.', maxsplit=1)[0]}"
        return "place.refined" if relation == "inside" else "place.lead" if leading else "place.focus"

    def _passage_of(self, mention: Mention) -> int:
        return max(bisect_right(self._starts, mention.span.start) - 1, 0)

    def _standing_features(self, i: int) -> Iterator[str]:
        entity = self._entities[i]
        firm = self._counts[i]
        yield f"level.{self._level(i)}"
        yield f"firm.{min(firm, 3)}"
        counts = self._counts
        if firm and firm == max(counts):
            yield f"main.{self._level(i)}"
        if entity.spots and entity.spots[0].passage == 0:
            yield "headlined"
        if not entity.toponym.known:
            yield "described" if entity.toponym.name.islower() else "unknown"

    def _level(self, i: int) -> str:
        toponym = self._entities[i].toponym
        if toponym.size == _COUNTRY:
            return "country"
        if toponym.size >= _GOVERNORATE or (toponym.reach >= _GOVERNORATE and toponym.size == _SETTLEMENT):
            return "province"
        return "town" if toponym.size == _SETTLEMENT else "part" if toponym.size < _SETTLEMENT else "region"

    def _local(self, entity: Entity, mention: Mention, index: int) -> tuple[str, Spot | None]:
        """Return how the place stands to the mention in its own passage, at best, and the spot that does."""
        best, chosen = "none", None
        for spot in entity.spots:
            if spot.passage == index:
                where = self._bearing(spot, mention, index)
                if chosen is None or _ORDER.index(where) < _ORDER.index(best):
                    best, chosen = where, spot
        if chosen is None and any(toponym.passage == index for toponym in entity.held):
            return "holder", next((spot for spot in entity.spots), None)
        return best, chosen

    def _bearing(self, spot: Spot, mention: Mention, index: int) -> str:
        span, start, end = mention.span, spot.inner[0].start, spot.inner[-1].end
        if spot.cue in _WEAK:
            return "span.weak" if span.start <= start and end <= span.end else "beside.weak"
        if span.start < end and start < span.end:
            return (
                f"span.firm.{'struck' if spot.cue is Cue.STRUCK else 'last' if span.end - end < _NEAR // 4 else 'in'}"
            )
        after = start >= span.end
        gap = (span.end, start) if after else (end, span.start)
        if any(
            gap[0] <= token.start < gap[1] and token.folded in _BREAKERS
            for token in self._document.passages[index].tokens
        ):
            return "after.broken" if after else "before.broken"
        side = "after" if after else "before"
        return f"{side}.near" if gap[1] - gap[0] < _NEAR else f"{side}.far"

    def _away(self, entity: Entity, index: int) -> tuple[str, Spot | None]:
        """Return how far off the place is named, and its nearest spot: the last before, else the next after."""
        firm = [spot for spot in entity.spots if spot.cue not in _WEAK] or entity.spots
        earlier = [spot for spot in firm if spot.passage < index]
        if earlier:
            gap = index - earlier[-1].passage
            return f"before.{_steps_off(gap)}", earlier[-1]
        gap = firm[0].passage - index if firm else 9
        return f"after.{_steps_off(gap)}", firm[0] if firm else None

    def _nearest(self, index: int, local: Sequence[tuple[str, Spot | None]], *, before: bool) -> int | None:
        best: tuple[int, int] | None = None
        for i, entity in enumerate(self._entities):
            if local[i][0] != "none":
                continue
            for spot in entity.spots:
                if spot.cue not in _WEAK and (spot.passage < index) == before:
                    key = (-spot.start if before else spot.start, i)
                    best = min(best, key) if best is not None else key
        return best[1] if best is not None else None

    def _relation(self, i: int, clause: Sequence[int]) -> str:
        """Return how the place lies to those that the mention's own clause names."""
        if not clause:
            return "no-clause"
        if i in clause:
            return "own" if len(clause) == 1 else "own-of-many"
        if any(self._inside[i][j] for j in clause):
            return "inside"
        return "holds" if any(self._inside[j][i] for j in clause) else "apart"

    @cached_property
    def steps(self) -> list[list[str]]:
        """Return the kind of step to each candidate (row) from each (column); the last of both is nowhere."""
        size = len(self._entities)
        rows = [[self._step(i, j) for j in range(size)] + ["leaves-nowhere"] for i in range(size)]
        return [*rows, ["enters-nowhere"] * size + ["stays-nowhere"]]

    def _step(self, here: int, there: int) -> str:
        if here == there:
            return "stays"
        if self._inside[here][there]:
            return "narrows"
        return "widens" if self._inside[there][here] else "moves"

    @staticmethod
    def manners(after: Standing, before: Standing) -> tuple[str, ...]:
        """Return what is told of a step: over how many passages, what names a place at either end, if it goes on."""
        gap = min(after.passage - before.passage, 3)
        return (f"{gap}.{after.told}", f"{gap}.from-{before.told}", *((f"{gap}.on",) if gap and after.goes_on else ()))

    def _meant(self, mention: Mention, index: int) -> frozenset[int]:
        """Return the places that the clause means by "the province", "the city": the last of their kind to be named."""
        found: set[int] = set()
        tokens = self._document.passages[index].tokens
        for article, noun in pairwise(tokens):
            if article.folded not in _DEFINITE or not _is_near(article, mention, _MEANT):
                continue
            named = [
                (spot.start, i)
                for i, entity in enumerate(self._entities)
                if noun.folded in words(f"the:{self._levels[i]}")
                for spot in entity.spots
                if spot.start < article.start
            ]
            found.update(i for _, i in sorted(named)[-1:])
        return frozenset(found)

    def _as_meant(self, i: int, meant: frozenset[int]) -> str:
        """Return how a place lies to those that the clause speaks of without a name."""
        if i in meant:
            return "meant"
        if any(self._inside[i][j] for j in meant):
            return "meant.inside"
        return "meant.holds" if any(self._inside[j][i] for j in meant) else "meant.apart"

    def _said(self, mention: Mention, index: int) -> list[str]:
        """Return what the mention's clause says of its reach: "since the war began", "always", a span of many days."""
        tokens = self._document.passages[index].tokens
        near = [token.folded for token in tokens if _is_near(token, mention)]
        found = [role for role in ("war", "general") if words(role) & set(near)]
        days = self._when.get(mention.id)
        if days is not None and days.days > _LONGEST_EVENT:
            found.append("span")
        if isinstance(mention.content, Harm) and (mention.content.count.low or 0) >= _VAST:
            found.append("vast")
        return found


_ORDER = (
    *("span.firm.struck", "span.firm.last", "span.firm.in", "after.near", "before.near", "after.far", "before.far"),
    *("after.broken", "before.broken", "span.weak", "beside.weak", "none"),
)


def _goes_on(opening: Sequence[Token]) -> bool:
    """Say whether a passage opens with an event that was told before: "The attack", "these strikes"."""
    return any(article.folded in _DEFINITE and noun.folded in words("event") for article, noun in pairwise(opening))


def _is_near(token: Token, mention: Mention, reach: int = _NEAR) -> bool:
    return mention.span.start - reach <= token.start < mention.span.end + reach


def _steps_off(gap: int) -> int:
    """Return a distance in passages, the farther the coarser: 1, 2, 3 (to 5), 6 (and more)."""
    return max(step for step in (1, 2, 3, 6) if step <= max(gap, 1))


def _entities(passages: Sequence[Sequence[Spot]]) -> list[Entity]:
    found: dict[str, Entity] = {}
    for passage in passages:
        for spot in passage:
            for toponym in spot.inner[:1]:
                found.setdefault(_key(toponym), Entity([], [])).spots.append(spot)
    for passage in passages:
        for spot in passage:
            for toponym in (*spot.inner[1:], *spot.outer):
                known = found.get(_key(toponym))
                if known is not None:
                    known.held.append(toponym)
                elif toponym.passage == spot.passage and spot.relation is not Relation.BETWEEN:
                    found[_key(toponym)] = Entity([Spot((toponym,), (), Cue.BARE)], [toponym])
    return list(found.values())[:_MOST_PLACES]


def _key(toponym: Toponym) -> str:
    return toponym.known[0].id if toponym.known else toponym.name.casefold()


def _is_inside(small: Entity, large: Entity) -> bool:
    """Say whether the report or the gazetteer puts the first place inside the second."""
    a, b = small.toponym, large.toponym
    if small is large or b.reach <= a.size:
        return False
    if any(_key(outer) == _key(b) for spot in small.spots for outer in spot.outer):
        return True
    names = {place.name for place in b.known[:2]}
    countries = {place.country for place in b.known[:1] if place.kind is PlaceKind.COUNTRY}
    return any(names & set(place.parents) or place.country in countries for place in a.known[:2])
