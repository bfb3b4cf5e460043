"""What the rest of a report tells of an attack: which kind of force an unspecific word means, and what only repeats.

Every attack that the frames offer is weighed by its signs (`attack_weights.tsv`): those of its passage and those that
only the whole report shows. What weighs more than nothing is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from corroborate.extract.inheritance import Placed
from corroborate.extract.lexicon import rows
from corroborate.extract.method_choice import chosen
from corroborate.model.casualty import Qualifier
from corroborate.model.document import PassageKind
from corroborate.model.mention import Attack, Mention, Method

_GENERIC = Method.OTHER
_MANY = 3  # earlier attacks of a kind beyond which their number tells no more


@dataclass(frozen=True, slots=True)
class Told:
    """An attack that may be told: its mention, its passage and that passage's kind, its signs, its words for places; the rest as in its draft."""

    mention: Mention
    passage: int
    kind: PassageKind
    signs: frozenset[str]
    names: frozenset[str] = frozenset()
    word: str = ""
    is_aerial: bool = False
    days: frozenset[str] = frozenset()
    says: bool = False

    @property
    def author(self) -> str:
        """Return the first of its authors; "" for none."""
        return next(iter(self.mention.by), "")

    @property
    def method(self) -> Method:
        """Return its method, as far as its own words tell it."""
        content = self.mention.content
        return content.method if isinstance(content, Attack) else _GENERIC


def settled(told: Sequence[Told]) -> list[Placed]:
    """Return the attacks that the report tells, each with the method that its context gives to unspecific words."""
    return [Placed(one.mention, one.passage) for one, signs in weighed(told) if weight(signs) > 0]


@cache
def weights() -> dict[str, float]:
    """Return what each sign weighs."""
    return {sign: float(value) for sign, value, *_ in rows("attack_weights.tsv")}


def weight(signs: frozenset[str]) -> float:
    """Return what the signs of an attack weigh together; above 0 it is told."""
    table = weights()
    return sum(table.get(sign, 0.0) for sign in sorted(signs)) + table.get("always", 0.0)


def weighed(told: Sequence[Told]) -> Iterator[tuple[Told, frozenset[str]]]:
    """Yield each attack with its settled method, and all its signs."""
    methods = [chosen(told, at) for at in range(len(told))]
    for at, one in enumerate(told):
        content = one.mention.content
        if not isinstance(content, Attack):
            continue
        mention = (
            one.mention
            if methods[at] is content.method
            else replace(one.mention, content=replace(content, method=methods[at]))
        )
        yield replace(one, mention=mention), one.signs | frozenset(_report_signs(told, methods, at))


def _report_signs(told: Sequence[Told], methods: Sequence[Method], at: int) -> Iterator[str]:
    one = told[at]
    frame = one.mention.rule[:3]
    yield f"{_frame(frame)}.place.{_place(told, at)}"
    same = [i for i in range(at) if methods[i] is methods[at]]
    yield f"{_frame(frame)}.seen.{min(len(same), _MANY)}"
    here = [i for i in range(len(told)) if i != at and told[i].passage == one.passage]
    if any(i in same for i in here):
        yield f"{_frame(frame)}.again-here"
    elif any(i < at for i in here):
        yield f"{_frame(frame)}.second-here"
    if any(i > at and methods[i] is methods[at] for i in here):
        yield f"{_frame(frame)}.first-here"
    yield from (f"{_frame(frame)}.{sign}" for sign in _novelty(told, same, at))
    if one.word:
        yield f"{_frame(frame)}.open.{methods[at].value if methods[at] is _GENERIC else 'settled'}"


def _frame(rule: str) -> str:
    return {"A01": "n", "A02": "v"}.get(rule, "w")


def _place(told: Sequence[Told], at: int) -> str:
    if told[at].kind is PassageKind.HEADLINE:
        return "headline" if told[at].passage == 0 else "heading"
    first = next((one.passage for one in told if one.kind is not PassageKind.HEADLINE), 0)
    return "opening" if told[at].passage == first else "later"


def _novelty(told: Sequence[Told], same: Sequence[int], at: int) -> Iterator[str]:
    one = told[at]
    before = [told[i] for i in same]
    by = {name.casefold() for name in one.mention.by}
    known = {name.casefold() for other in before for name in other.mention.by}
    yield "author." + ("none" if not by else "known" if by <= known else "new" if before else "first")
    names = frozenset[str]().union(*(other.names for other in before)) if before else frozenset[str]()
    yield "names." + ("none" if not one.names else "known" if one.names <= names else "new" if before else "first")
    days = frozenset[str]().union(*(other.days for other in before)) if before else frozenset[str]()
    yield "day." + ("none" if not one.days else "known" if one.days <= days else "new" if before else "first")
    here = [other for other in before if other.passage == one.passage]
    yield "says." + ("none" if not one.says else "here" if here else "new")
    if "n.alone" in one.signs:
        yield f"alone.{'named' if one.names - names else 'dated' if one.days - days else 'says' if one.says and not here else 'plain'}"
    content = one.mention.content
    if isinstance(content, Attack) and content.count.qualifier is not Qualifier.VAGUE and (content.count.low or 0) > 1:
        counts = {other.mention.content.count for other in before if isinstance(other.mention.content, Attack)}
        yield "number." + ("known" if content.count in counts else "new")
