"""Frames of harm in which people are taken or held as hostages or prisoners."""

from collections.abc import Iterator

from corroborate.extract.clauses import object_of, subject_of
from corroborate.extract.drafting import Draft, draft_of, is_unreal, listed, points_back
from corroborate.extract.groups import Units, chain_end, group_at, is_known_people
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Count, Effect, People

_TAKE = rule_words("taking_captive")
_CAPTIVES = {
    "hostage": Effect.ABDUCTED,
    "hostages": Effect.ABDUCTED,
    "captive": Effect.ABDUCTED,
    "captives": Effect.ABDUCTED,
    "prisoner": Effect.DETAINED,
    "prisoners": Effect.DETAINED,
}


@begins(*_TAKE, at=UnitKind.VERB)
def taken(units: Units, at: int) -> Iterator[Draft]:
    """H16: "took 30 hostages", "are holding five nurses hostage", "350 hostages were taken"; not "took 30 photos"."""
    unit = units[at]
    if unit.lemma not in _TAKE or is_unreal(units, at):
        return
    at_hand = subject_of(units, at) if unit.voice is Voice.PASSIVE else object_of(units, at)
    if not at_hand or units[at_hand[-1]].word not in _CAPTIVES or points_back(units[at_hand[-1]]):
        return
    head = units[at_hand[-1]]
    group = group_at(units, at_hand[-1])
    if group is None or not _is_told(head):
        return
    draft = draft_of(units, group, at, _CAPTIVES[head.word], "H16-taken")
    yield draft if head.plural else _counted_before(draft, head)


@begins("take", at=UnitKind.VERB)
def led_away(units: Units, at: int) -> Iterator[Draft]:
    """H42: "took 12 women with them", "taking two boys with them"; not "took two bags with them"."""
    unit = units[at]
    if unit.lemma != "take" or unit.voice is Voice.PASSIVE or is_unreal(units, at):
        return
    groups = object_of(units, at)
    if not groups or not all(is_known_people(units[index]) and units[index].word for index in groups):
        return
    behind = chain_end(units, groups[-1])
    with_them = [one.word for one in units[behind : behind + 2]] in (["with", "them"], ["with", "him"])
    if with_them and not units[groups[0]].pronoun and not points_back(units[groups[-1]]):
        yield from listed(units, groups, at, Effect.ABDUCTED, "H42-led-away")


def _is_told(captives: Unit) -> bool:
    """Say whether captives are counted, or told without a number; "hostage" alone is how people are held."""
    return captives.quantity is not None or captives.determiner in ("a", "an") or captives.plural


def _counted_before(draft: Draft, head: Unit) -> Draft:
    """Return the draft of "five nurses hostage", whose people stand before the word for how they are held."""
    inner = [sense.value for sense in head.inner if sense.domain == "people"]
    people = People(inner[-1]) if inner else People.PEOPLE
    count = head.quantity.count if head.quantity is not None else Count.exactly(1)
    return Draft(
        draft.first, draft.last, draft.trigger, draft.effect, people, count, draft.rule, not inner, group=draft.group
    )
