"""What the rest of a report tells of an attack: which kind of force an unspecific word means, and what only repeats.

Every attack that the frames offer is weighed by its signs (`attack_weights.tsv`): those of its passage and those that
only the whole report shows. What is likely enough to be told, and to be of the method that it is told with, is told.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from corroborate.extract.attack_methods import IMPLIED
from corroborate.extract.lexicon import rows
from corroborate.extract.means import lent
from corroborate.extract.method_choice import Overview, chosen
from corroborate.extract.placing import Placed
from corroborate.model.casualty import Count, Qualifier
from corroborate.model.document import PassageKind
from corroborate.model.mention import Attack, Mention, Method
from corroborate.model.passing import passing

LEAST = 0.45  # how likely an attack must be to be told: the best F1 by cross-validation (`tools.fit_attacks`)
_SOME, _VERY_MANY = 5, 12  # attacks offered: of the labelled reports a quarter offer fewer, a sixth so many or more
_MANY = 3  # earlier attacks of a kind beyond which their number tells no more


@passing
class Told:
    """An attack that may be told: its mention, its passage and that passage's kind, signs, words for places.

    `told_names` are all names that its passage tells.
    """

    mention: Mention
    passage: int
    kind: PassageKind
    signs: frozenset[str]
    names: frozenset[str] = frozenset()
    word: str = ""
    is_aerial: bool = False
    days: frozenset[str] = frozenset()
    says: bool = False
    aim: str = ""
    tolls: frozenset[Count] = frozenset()
    told_names: frozenset[str] = frozenset()

    @property
    def is_many(self) -> bool:
        """Say whether it is more than one attack, or a number that is left open."""
        content = self.mention.content
        return isinstance(content, Attack) and content.count != Count.exactly(1)

    @property
    def author(self) -> str:
        """Return the first of its authors; "" for none."""
        return next(iter(self.mention.by), "")

    @property
    def method(self) -> Method:
        """Return its method, as far as its own words tell it."""
        content = self.mention.content
        return content.method if isinstance(content, Attack) else Method.OTHER


@passing
class Weighed:
    """An attack with its settled method, how likely that method is, and all its signs."""

    told: Told
    signs: frozenset[str]
    certainty: float

    def is_told(self) -> bool:
        """Say whether the report is likely enough to tell it as an attack of its own, of its method."""
        return likelihood(self.signs) * self.certainty > LEAST


def settled(told: Sequence[Told]) -> tuple[list[Placed], list[Placed]]:
    """Return the attacks that the report tells, and those that only repeat one, by which other mentions find it.

    Each has the method that its context gives to unspecific words, and the weapons of its event.
    """
    used = list(weighed(told))
    means = lent([one.told for one in used])
    both: tuple[list[Placed], list[Placed]] = ([], [])
    for one, weapons in zip(used, means, strict=True):
        mention = one.told.mention
        mention = mention if mention.weapons == weapons else replace(mention, weapons=weapons)
        both[not one.is_told()].append(Placed(mention, one.told.passage))
    return both


@cache
def weights() -> dict[str, float]:
    """Return what each sign weighs."""
    return {sign: float(value) for sign, value, *_ in rows("attack_weights.tsv")}


def likelihood(signs: frozenset[str]) -> float:
    """Return how likely an attack with these signs is one that the report tells, of whatever method."""
    table = weights()
    weight = sum([table[sign] for sign in sorted(table.keys() & signs)]) + table.get("always", 0.0)
    return 1 / (1 + math.exp(-weight))


def weighed(told: Sequence[Told], table: Mapping[str, float] | None = None) -> Iterator[Weighed]:
    """Yield each attack with its settled method, and all its signs; `table` stands for `method_weights.tsv`."""
    overview = Overview(told)
    methods = [chosen(overview, one, table) for one in told]
    places = Counter((one.passage, method) for one, (method, _) in zip(told, methods, strict=True))
    first = next((one.passage for one in told if one.kind is not PassageKind.HEADLINE), 0)
    known: dict[Method, _Known] = {method: _Known() for method in Method}
    here: set[int] = set()
    named: dict[str, int] = {}
    for at, (one, (method, certainty)) in enumerate(zip(told, methods, strict=True)):
        places[one.passage, method] -= 1
        signs = {f"place.{_place(one, first)}", *known[method].signs(one)}
        if one.passage in known[method].passages:
            signs.add("again-here")
        elif one.passage in here:
            signs.add("second-here")
        if places[one.passage, method]:
            signs.add("first-here")
        if not here:
            signs.update(("first-of-all", "first-pointing") if "det.pointing" in one.signs else ("first-of-all",))
        signs.add(f"of.{_size(len(told))}")
        signs.add(f"tells.{_some(sum(named.setdefault(name, one.passage) == one.passage for name in one.told_names))}")
        signs.add(f"part.{min(4 * at // len(told), 3)}")
        if one.word:
            signs.add(f"open.{'other' if method is Method.OTHER else 'settled'}")
        mention = _with_method(one.mention, method)
        yield Weighed(one if mention is one.mention else replace(one, mention=mention), one.signs | signs, certainty)
        known[method].add(one)
        here.add(one.passage)


def _with_method(mention: Mention, method: Method) -> Mention:
    content = mention.content
    if not isinstance(content, Attack) or content.method is method:
        return mention
    implied = (IMPLIED[method],) if method in IMPLIED else ()
    return replace(mention, content=replace(content, method=method), weapons=mention.weapons or implied)


def _size(times: int) -> str:
    """Return how many attacks a report offers: few, some, many."""
    return "few" if times < _SOME else "some" if times < _VERY_MANY else "many"


def _some(names: int) -> str:
    """Return how many names are new in a passage: none, one, two or three, more."""
    return ("none", "one", "few", "few", "many")[min(names, _MANY + 1)]


def _place(one: Told, first: int) -> str:
    if one.kind is PassageKind.HEADLINE:
        return "headline" if one.passage == 0 else "heading"
    return "opening" if one.passage == first else "later"


@dataclass(slots=True)
class _Known:
    """What was told of one method of force up to a place in the report."""

    times: int = 0
    authors: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    counts: set[Count] = field(default_factory=set)
    passages: set[int] = field(default_factory=set)

    def add(self, one: Told) -> None:
        """Take in an attack."""
        self.times += 1
        self.authors.update(name.casefold() for name in one.mention.by)
        self.names.update(one.names)
        self.days.update(one.days)
        self.passages.add(one.passage)
        if isinstance(one.mention.content, Attack):
            self.counts.add(one.mention.content.count)

    def signs(self, one: Told) -> Iterator[str]:
        """Yield what an attack adds to what is known."""
        authors = frozenset(name.casefold() for name in one.mention.by)
        here = one.passage in self.passages
        yield f"gap.{self._gap(one.passage)}"
        yield f"author.{self._newness(authors, self.authors)}"
        yield f"names.{self._newness(one.names, self.names)}"
        yield f"day.{self._newness(one.days, self.days)}"
        yield f"says.{'none' if not one.says else 'here' if here else 'new'}"
        if "alone" in one.signs:
            named, dated = one.names - self.names, one.days - self.days
            plain = "says" if one.says and not here else "plain"
            yield f"alone.{'named' if named else 'dated' if dated else plain}"
        content = one.mention.content
        if (
            isinstance(content, Attack)
            and content.count.qualifier is not Qualifier.VAGUE
            and (content.count.low or 0) > 1
        ):
            yield f"number.{'known' if content.count in self.counts else 'new'}"

    def _gap(self, passage: int) -> str:
        """Return how many passages lie between an attack and the last of its method: none for the first."""
        if not self.passages:
            return "first"
        step = passage - max(self.passages)
        return str(step) if step < _MANY else "far"

    def _newness(self, mine: frozenset[str], known: set[str]) -> str:
        if not mine:
            return "none"
        if mine <= known:
            return "known"
        return "new" if self.times else "first"
