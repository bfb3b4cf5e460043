"""How badly some of the wounded are hurt: "six of them badly", "two critically", and who of them died: P07."""

from collections.abc import Iterator

from corroborate.extract.clauses import past_copula
from corroborate.extract.drafting import Draft
from corroborate.extract.groups import Units, group_at
from corroborate.extract.lexicon import rule_words
from corroborate.model.casualty import Effect

RULE = "P07-degree"
DEGREES = rule_words("degrees_of_harm")
FATAL = rule_words("fatal_degrees")
WHOLES = frozenset(("them", "whom", "those", "these", "which"))
_CONDITIONS = tuple(rule_words("conditions"))


def stands_alone(units: Units, at: int) -> bool:
    """Say whether a number and a degree alone tell how some are hurt: "ten were injured, |two critically|"."""
    quantity = units[at].quantity
    counted = at > 0 and quantity is not None and quantity.numeral
    return counted and units[at].word in DEGREES | FATAL and units[at - 1].word in (",", "(", ";")


def behind(units: Units, at: int) -> int | None:
    """Return the index behind a number of the wounded told only by degree: "three of them |seriously|"."""
    if units[at + 1].word != "of" or units[at + 2].word not in WHOLES:
        return None
    after = past_copula(units, at + 3)
    inner = range(at + 3, after + 1)
    if any(units[index].word in DEGREES | FATAL for index in inner if index < len(units)):
        return after if units[after - 1].word in DEGREES | FATAL else after + 1
    if after + 1 < len(units) and units[after].word == "in" and units[after + 1].lemma.endswith(_CONDITIONS):
        return after + 2
    return None


def drafts(units: Units, indices: tuple[int, ...], at: int, whole: Draft) -> Iterator[Draft]:
    """Yield the wounded told only by degree, where the whole are wounded or shot: "four were shot, |one fatally|"."""
    group = group_at(units, at)
    if group is None or whole.effect not in (Effect.INJURED, Effect.CASUALTIES):
        return
    last = indices[1]
    dead = any(unit.word in FATAL for unit in units[at:last])
    effect = Effect.KILLED if dead else Effect.INJURED
    yield Draft(at, last, at, effect, whole.people, group.count, RULE, whole.inherits, group=at)
