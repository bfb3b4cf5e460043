"""Lists of the harmed: after "they are as follows:", items without a verb carry on the total before them."""

from collections.abc import Iterator, Sequence

from corroborate.extract.coordination import coordinated
from corroborate.extract.drafting import Draft
from corroborate.extract.groups import Units, group_at, is_known_people, people_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.casualty import NOBODY, Count, Effect, People
from corroborate.model.ids import MentionId
from corroborate.model.passing import passing

RULE = "P04-list-item"


@passing
class OpenList:
    """A total that a list breaks down: its effect, its people, its number, and the mention that holds it."""

    effect: Effect
    people: People
    count: Count
    whole: MentionId

    def holds(self, draft: Draft) -> bool:
        """Say whether harm in an item is a share of the total, and not the total again, nor other harm."""
        return draft.effect is self.effect and draft.count != self.count


def opens(units: Units) -> bool:
    """Say whether a passage announces a list."""
    return bool(units) and units[-1].word == ":"


def is_behind_bullet(text: str, start: int) -> bool:
    """Say whether a bullet stands before a passage that starts there: bullets are no part of what they open."""
    return text[max(0, start - _NEAR) : start].strip()[-1:] in _BULLETS


def is_item(units: Units, *, bulleted: bool) -> bool:
    """Say whether a passage begins as an item of a list does: behind a bullet, with a dash, or a number of people."""
    if not units:
        return False
    counts = units[0].quantity is not None and is_known_people(units[0])
    return bulleted or counts or units[0].word in _DASHES


def labelled(units: Units, *, bulleted: bool) -> People | None:
    """Return whom the label of a line names: "- Soldiers: 12 killed"; None where it has none, or tells who says so."""
    first = 1 if units and units[0].word in _DASHES else 0
    if first + 1 >= len(units) or units[first + 1].word != ":":
        return None
    label = units[first]
    if not (first or bulleted) and label.word in _ANNOUNCERS:
        return None  # "Police: 3 killed in blast"
    plain = label.plural and label.quantity is None and bool(label.word)
    return people_of(units, first) if plain and is_known_people(label) else None


def carried(told: Sequence[OpenList]) -> People | None:
    """Return whom "another fifty" of a new sentence mean: the civilians or combatants told last, if only they were."""
    people = {one.people for one in told[-2:]}
    return people.pop() if people in ({People.CIVILIANS}, {People.COMBATANTS}) else None


def announced(units: Units, told: tuple[OpenList, ...]) -> OpenList | None:
    """Return the list that a passage opens: of what its noun of harm names, else of the last total."""
    named = next((sense.value for unit in units for sense in unit.senses if sense.domain == "effect"), None)
    return next((one for one in reversed(told) if one.effect == named), told[-1] if told else None)


_ANNOUNCERS = rule_words("announcers")
_BULLETS = frozenset(("•", "*", "·", "◦", "▪", "●"))
_DASHES = frozenset(("-", "–", "—", "->"))
_NEAR = 4  # characters


def items(units: Units, opened: OpenList) -> Iterator[Draft]:
    """Yield the groups that an item of an open list names, where it has no finite verb: P04."""
    if any(unit.kind is UnitKind.VERB and unit.voice in (Voice.ACTIVE, Voice.PASSIVE) for unit in units):
        return
    first = next((at for at, unit in enumerate(units) if unit.kind is UnitKind.NOUN), None)
    if first is None or first > 1 or not is_known_people(units[first]) or units[first].pronoun:
        return
    for at in coordinated(units, first):
        group = group_at(units, at)
        if group is not None and not group.definite and group.count != NOBODY:
            people = opened.people if group.inherits else group.people
            yield Draft(group.first, group.last, group.at, opened.effect, people, group.count, RULE)
