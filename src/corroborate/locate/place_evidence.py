"""What speaks for and against each place that a report names, as seen from one mention."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from corroborate.locate.place_barring import barred
from corroborate.locate.place_cues import Cue
from corroborate.locate.place_echoes import echoes, heard, sums
from corroborate.locate.place_entities import WEAK, Entity, entities, is_inside
from corroborate.locate.place_groups import Spot
from corroborate.locate.place_outlook import OPENING, Outlook, Picks
from corroborate.locate.place_turns import Naming, turns
from corroborate.locate.place_words import words
from corroborate.model.document import Document
from corroborate.model.ids import MentionId
from corroborate.model.mention import Attack, Harm, Mention
from corroborate.model.passing import passing
from corroborate.model.situation import Interval

_NEAR, _MEANT = 60, 90  # characters: words of the clause; "the province", told of it
_VAST, _NATIONAL = 5_000, 100_000  # people: a toll of many fights, of a whole war
_LONGEST_EVENT = 3  # days: what lasts longer is told of a wider place
_CITIES = frozenset(("city", "town"))  # behind a name that a province has, too
_FINE = ("town", "part")  # levels of the places at which an event happens
_SAME = "figure-same"  # what is told of one event in two passages: of a town rather than of a country

BARRED = "barred"  # what tells against a place that the words of the mention rule out
STEPS = ("stays", "narrows", "widens", "moves", "enters-nowhere", "leaves-nowhere", "stays-nowhere")


@passing
class Standing:
    """A candidate for one mention: the place (None: nowhere), the spot that names it best, the rule that put it there.

    `told` says whether any place is named by the mention's own words ("own"), by its sentence ("told"), or by neither
    ("bare"). `turn` are the towns whose turn it is, where a passage tells of several places in turn; `day` is the
    mention's own, where it is known and not a longer time. `clause` are the places that its clause names.
    """

    entity: int | None
    spot: Spot | None
    rule: str
    passage: int
    told: str
    turn: frozenset[int]
    day: Interval | None
    clause: tuple[int, ...]


@passing
class _View:
    """The places as one mention sees them: its passage's outlook, their bearings, those of its clause, those picked.

    `here` are the places that the passage names, each with how it stands to the mention.
    """

    outlook: Outlook
    local: list[tuple[str, Spot | None]]
    here: list[tuple[int, str]]
    clause: tuple[int, ...]
    picks: Picks


@passing
class _Hearing:
    """What the other mentions of the report tell one mention of the places.

    `echo` are what they say of each place, `turn` how each stands to it in the order of telling; `is_sum` whether its
    figure is the sum of theirs.
    """

    echo: Mapping[int, set[str]]
    turn: Mapping[int, str]
    is_sum: bool


class Evidence:
    """The places of one report and what is known of them before any mention is looked at."""

    def __init__(
        self,
        document: Document,
        spots: Sequence[Sequence[Spot]],
        when: Mapping[MentionId, Interval | None],
    ) -> None:
        """Gather the spots into places; `when` holds the days of mentions, where they are known."""
        self._document = document
        self._when = when
        self._entities = entities(spots)
        self._inside = [[is_inside(a, b) for b in self._entities] for a in self._entities]
        self._fine = frozenset(i for i, entity in enumerate(self._entities) if entity.firm and entity.level in _FINE)
        self._levels = frozenset(entity.level for entity in self._entities)
        self._fixed = [tuple(self._standing_features(entity)) for entity in self._entities]
        self._outlooks: dict[int, Outlook] = {}
        self._relations: dict[tuple[int, ...], list[str]] = {}
        self._standing: dict[tuple[int, str, str], tuple[str, ...]] = {}

    def offers(self, mentions: Sequence[Mention]) -> list[list[tuple[Standing, list[str]]]]:
        """Return for every mention its candidates (every place, nowhere as the last), each with what speaks for it."""
        views = [self._view(mention) for mention in mentions]
        days = [self._day(mention) for mention in mentions]
        told = heard(mentions, [view.outlook.index for view in views], [view.clause for view in views], days)
        hearings = map(_Hearing, echoes(told), self._turns(mentions, views), sums(told))
        return [
            list(self._candidates(mention, view, hearing))
            for mention, view, hearing in zip(mentions, views, hearings, strict=True)
        ]

    def _turns(self, mentions: Sequence[Mention], views: Sequence[_View]) -> Iterator[Mapping[int, str]]:
        """Yield how each place of its passage stands to each mention in the order of telling."""
        for index, group in groupby(zip(mentions, views, strict=True), key=lambda pair: pair[1].outlook.index):
            named = (
                Naming(spot.inner[0].start, i)
                for i, entity in enumerate(self._entities)
                for spot in entity.firm_in(index)
            )
            yield from turns([mention.span for mention, _ in group], sorted(named))

    @cached_property
    def _leading(self) -> int | None:
        """The place that the report opens with: the first town or part of one in its opening, else the first place."""
        named = [
            (i not in self._fine, spot.start, i)
            for i, entity in enumerate(self._entities)
            for spot in entity.firm
            if spot.passage < OPENING
        ]
        return min(named)[2] if named else None

    def _view(self, mention: Mention) -> _View:
        index = self._document.passage_at(mention.span.start)
        if index not in self._outlooks:
            self._outlooks[index] = Outlook(self._document, index, self._entities)
        outlook = self._outlooks[index]
        local = [*outlook.unnamed]
        for i in outlook.named:
            local[i] = self._nearest(self._entities[i], mention, outlook)
        here = [(i, local[i][0]) for i in outlook.named]
        return _View(outlook, local, here, _clause(here), self._picks(mention, outlook, local))

    def _picks(self, mention: Mention, outlook: Outlook, local: Sequence[tuple[str, Spot | None]]) -> Picks:
        """Return the places that stand out among those of the passage, or of the last and the next that name any."""
        firm = [i for i in outlook.named if local[i][0].startswith(("span.firm", "after", "before"))]
        if not firm:
            return outlook.finest
        best = min(firm, key=lambda i: (_ORDER.index(local[i][0]), self._entities[i].size))
        nearest = min(firm, key=lambda i: self._gap(local[i][1], mention))
        if best == nearest:
            return {best: ("best-here", "nearest-here")}
        return {best: ("best-here",), nearest: ("nearest-here",)}

    @staticmethod
    def _gap(spot: Spot | None, mention: Mention) -> int:
        if spot is None:
            return 0
        return max(spot.inner[0].start - mention.span.end, mention.span.start - spot.inner[-1].end, 0)

    def _candidates(self, mention: Mention, view: _View, hearing: _Hearing) -> Iterator[tuple[Standing, list[str]]]:
        outlook, zone, day = view.outlook, view.outlook.zone, self._day(mention)
        within = any(where.startswith("span.firm") for _, where in view.here)
        told = "own" if within else "told" if view.clause else "bare"
        said = [*self._said(mention, outlook), *(("sum",) if hearing.is_sum else ())]
        meant = frozenset(i for at, i in outlook.meant if _is_near(at, mention, _MEANT))
        reached = {level: [f"{word}.{level}" for word in said] for level in self._levels}
        relations = self._related(view.clause)
        never = self._barred(mention, view)
        turn = frozenset(i for i, name in hearing.turn.items() if name == "turn.own.many") & self._fine
        narrower = _crowd(
            sum(relations[i] == "inside" and bool(entity.firm) for i, entity in enumerate(self._entities))
        )
        for i, entity in enumerate(self._entities):
            where, spot = view.local[i]
            level = entity.level
            features = [*self._stands(i, where, zone)]
            if where == "none":
                away, spot = outlook.away[i]
                features.append(away)
            elif i in outlook.spoken_at:
                features.append("spoken-at")
            features += view.picks.get(i, ())
            relation = relations[i]
            features.append(f"{relation}.{zone}")
            if relation == "inside" and entity.firm:
                features.append(f"inside.{narrower}.{zone}")
            if i == self._leading:
                features.append(f"leads.{relation}.{zone}")
            if i in hearing.turn:
                features.append(f"{hearing.turn[i]}.{'fine' if level in _FINE else 'wide'}")
            for telling in sorted(hearing.echo.get(i, ())):
                features.append(f"{telling}.{relation}")
                if telling == _SAME:
                    features.append(f"{telling}.{level}")
            if meant:
                features.append(self._as_meant(i, meant))
            features += reached[level] + [BARRED] * (i in never)
            rule = self._rule(where, relation, leading=i == outlook.following and i != outlook.latest)
            yield Standing(i, spot, rule, outlook.index, told, turn, day, view.clause), features
        nothing = [
            "nowhere",
            f"nowhere.{mention.kind.value}",
            "nowhere.local" if view.clause else "nowhere.away",
            f"nowhere.{zone}",
        ]
        yield (
            Standing(None, None, "place.none", outlook.index, told, turn, day, view.clause),
            nothing + [f"nowhere.{word}" for word in said] + ["nowhere.meant"] * bool(meant),
        )

    def _barred(self, mention: Mention, view: _View) -> set[int]:
        """Return the places that the words around the mention rule out."""
        index = view.outlook.index
        return barred(mention, self._entities, index, self._document.passages[index], placed=bool(view.clause))

    @staticmethod
    def _rule(where: str, relation: str, *, leading: bool) -> str:
        if where != "none":
            return f"place.{where.split('.', maxsplit=1)[0]}"
        return "place.refined" if relation == "inside" else "place.lead" if leading else "place.focus"

    def _day(self, mention: Mention) -> Interval | None:
        """Return the day of a mention; None where it is not known, or lasts too long for one event."""
        day = self._when.get(mention.id)
        return day if day is not None and day.days <= _LONGEST_EVENT else None

    def _stands(self, i: int, where: str, zone: str) -> tuple[str, ...]:
        """Return what speaks for a place wherever it is asked for from a passage of a zone in which it stands so."""
        found = self._standing.get((i, where, zone))
        if found is None:
            told = (*self._fixed[i], f"local.{where}", f"{zone}.{self._entities[i].level}")
            found = self._standing[i, where, zone] = told
        return found

    def _standing_features(self, entity: Entity) -> Iterator[str]:
        firm = len(entity.firm)
        yield f"level.{entity.level}"
        yield f"firm.{min(firm, 3)}"
        if not entity.toponym.known:
            yield "described" if entity.toponym.name.islower() else "unknown"

    def _nearest(self, entity: Entity, mention: Mention, outlook: Outlook) -> tuple[str, Spot]:
        """Return how a place that its passage names stands to the mention at best, and the spot that does."""
        bearings = [(self._bearing(spot, mention, outlook), spot) for spot in entity.spots_in(outlook.index)]
        return min(bearings, key=lambda bearing: _ORDER.index(bearing[0]))

    @staticmethod
    def _bearing(spot: Spot, mention: Mention, outlook: Outlook) -> str:
        span, start, end = mention.span, spot.inner[0].start, spot.inner[-1].end
        if spot.cue in WEAK:
            return "span.weak" if span.start <= start and end <= span.end else "beside.weak"
        if span.start < end and start < span.end:
            return (
                f"span.firm.{'struck' if spot.cue is Cue.STRUCK else 'last' if span.end - end < _NEAR // 4 else 'in'}"
            )
        after = start >= span.end
        gap = (span.end, start) if after else (end, span.start)
        if any(gap[0] <= at < gap[1] for at in outlook.breaks):
            return "after.broken" if after else "before.broken"
        side = "after" if after else "before"
        return f"{side}.near" if gap[1] - gap[0] < _NEAR else f"{side}.far"

    def _related(self, clause: tuple[int, ...]) -> list[str]:
        """Return how each place lies to those that a clause names."""
        if clause not in self._relations:
            self._relations[clause] = [self._relation(i, clause) for i in range(len(self._entities))]
        return self._relations[clause]

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
        """The kind of step to each candidate (row) from each (column); the last of both is nowhere."""
        size = len(self._entities)
        rows = [[self._step(i, j) for j in range(size)] + ["leaves-nowhere"] for i in range(size)]
        return [*rows, ["enters-nowhere"] * size + ["stays-nowhere"]]

    def is_inside(self, small: int, large: int) -> bool:
        """Say whether a candidate is a place inside another; nowhere is in none and holds none."""
        size = len(self._entities)
        return small < size and large < size and self._inside[small][large]

    def is_other_town(self, small: int, large: int, passage: int) -> bool:
        """Say whether a passage calls the second place a city or town by its noun, and the first is a town as well."""
        levels = [entity.level for entity in self._entities[small : small + 1]] + [self._entities[large].level]
        towns = levels[0] == "town" and levels[-1] != "country"
        names = (spot.inner[0] for spot in self._entities[large].spots_in(passage))
        tokens = self._document.passages[passage].words
        return towns and any(_CITIES & {*tokens[name.last : name.last + 1]} for name in names)

    def is_nowhere(self, candidate: int) -> bool:
        """Say whether a candidate is no place."""
        return candidate == len(self._entities)

    def is_within(self, small: int, large: int) -> bool:
        """Say whether a candidate is a place inside another, or told to lie in one that is."""
        holders = self._entities[small].holders
        told = (i for i, entity in enumerate(self._entities) if entity.key in holders)
        return self.is_inside(small, large) or any(self.is_inside(i, large) for i in told)

    @property
    def places(self) -> Sequence[Entity]:
        """Return the candidates but for nowhere, by their numbers."""
        return self._entities

    def first_behind(self, passage: int, start: int, reach: int) -> int | None:
        """Return the first place that something ties an event to within so many characters of a passage."""
        named = [
            (spot.inner[0].start, i)
            for i, entity in enumerate(self._entities)
            for spot in entity.firm_in(passage)
            if start <= spot.inner[0].start < start + reach
        ]
        return min(named)[1] if named else None

    def _step(self, here: int, there: int) -> str:
        if here == there:
            return "stays"
        if self._inside[here][there]:
            return "narrows"
        return "widens" if self._inside[there][here] else "moves"

    @staticmethod
    def manners(after: Standing, before: Standing) -> tuple[str, ...]:
        """Return what is told of a step: over how many passages, what names a place at its ends, on which days."""
        gap = min(after.passage - before.passage, 3)
        if not gap and after.turn and before.turn and after.turn.isdisjoint(before.turn):
            return ("turned",)
        days: tuple[str, ...] = ()
        if after.day is not None and before.day is not None:
            days = ("that-day",) if after.day == before.day else ("new-day",)
        return (f"{gap}.{after.told}", f"{min(gap, 1)}.from-{before.told}", *days)

    def _as_meant(self, i: int, meant: frozenset[int]) -> str:
        """Return how a place lies to those that the clause speaks of without a name."""
        if i in meant:
            return "meant"
        if any(self._inside[i][j] for j in meant):
            return "meant.inside"
        return "meant.holds" if any(self._inside[j][i] for j in meant) else "meant.apart"

    def _said(self, mention: Mention, outlook: Outlook) -> list[str]:
        """Return what a mention tells of its reach: which force or harm, "since the war began", a span of many days."""
        found = ["war"] if any(_is_near(at, mention) for at in outlook.war) else []
        found += outlook.habits
        days = self._when.get(mention.id)
        if days is None:
            found.append("undated")
        elif days.days > _LONGEST_EVENT:
            found.append("span")
        content = mention.content
        if isinstance(content, Attack):
            found.append(content.method.value)
        elif isinstance(content, Harm):
            found.append(content.effect.value)
            found.extend(_reach_of_toll(mention, content.count.low))
        return found


_ORDER = (
    *("span.firm.struck", "span.firm.last", "span.firm.in", "after.near", "before.near", "after.far", "before.far"),
    *("after.broken", "before.broken", "span.weak", "beside.weak", "none"),
)


_NEAREST = (("span.firm", "after.near", "before.near"), ("after.far", "before.far"), ("after.broken", "before.broken"))


def _clause(here: Sequence[tuple[int, str]]) -> tuple[int, ...]:
    """Return the places that a mention's clause names; where it names none, those next to it in its sentence."""
    for reach in _NEAREST:
        named = tuple(i for i, where in here if where.startswith(reach))
        if named:
            return named
    return ()


def _reach_of_toll(mention: Mention, low: int | None) -> Iterator[str]:
    """Yield "vast" for a toll of many thousands, in figures or words; "national" for one that only a people bears."""
    said = mention.span.quote.casefold()
    for reach, least in (("vast", _VAST), ("national", _NATIONAL)):
        if any(number in said for number in words(reach)) if low is None else low >= least:
            yield reach


def _crowd(number: int) -> str:
    """Return how many places there are, as far as it tells: "one", "two", "many"."""
    return {1: "one", 2: "two"}.get(number, "many")


def _is_near(at: int, mention: Mention, reach: int = _NEAR) -> bool:
    return mention.span.start - reach <= at < mention.span.end + reach
