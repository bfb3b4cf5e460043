"""People called by name: who the dead were ("the victims were named as Ali Noor and Sam Hill"), and lists of names."""

from collections.abc import Iterator

from corroborate.extract.drafting import Draft, any_effect, inner_effect
from corroborate.extract.groups import Units, chain_end, described, is_name, people_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.units import DASH, Unit, UnitKind, Voice
from corroborate.model.casualty import VAGUE, Count, Effect, People

_KILLED = rule_words("killed_by_name")
_INJURED = rule_words("injured_by_name")
_HELD = rule_words("held_by_name")
_NAMING = rule_words("naming")
_NEAR = 8  # units between the harmed and what names them: "the victims of the May 3 raid on the town of Hama were"
BY_NAME = "P08-by-name"
_SIGNS = frozenset((":", "(", "[", ";", DASH))  # behind which names are told
_LIGHT = frozenset((",", ";", "(", ")", "aged", "as"))  # what may stand between two names of a list


@begins(*_KILLED, *_INJURED, *_HELD)
def by_name(units: Units, at: int) -> Iterator[Draft]:
    """H46: "the dead were named as Ali Noor and Sam Hill", "wounded: Ali Noor"; not "the dead were from Hama"."""
    unit = units[at]
    if unit.quantity is not None or unit.auxiliary or not _is_told_of(units, at):
        return
    first = _behind_naming(units, at)
    effect = _befallen(unit)
    if first is None or effect is None:
        return
    for index in _names(units, first):
        people = _who(units, index, at)
        yield Draft(index, index + 1, at, effect, people, Count.exactly(1), "H46-by-name", group=index)


def _befallen(unit: Unit) -> Effect | None:
    """Return what befell those who are called by name: "the |victim|", "the |injured| woman"."""
    if unit.word in _KILLED:
        return Effect.KILLED
    return Effect.INJURED if unit.word in _INJURED else any_effect(unit) or inner_effect(unit)


def _is_told_of(units: Units, at: int) -> bool:
    """Say whether a word for the harmed stands for all who are known: "the |dead|", "the soldiers |killed|"."""
    before = units[at - 1] if at else units[at]
    if units[at].kind is not UnitKind.NOUN and (at == 0 or before.kind is UnitKind.SIGN):
        return at + 1 < len(units) and units[at + 1].word == ":"  # "Wounded: Ali Noor and Sam Hill"
    first = at if units[at].kind is UnitKind.NOUN else at - 1
    if first > 1 and units[first - 1].word == "of" and units[first - 2].quantity is not None:
        return False  # "one of those |killed|"
    if units[at].kind is UnitKind.NOUN:
        return True
    return before.word == "the" or (before.kind is UnitKind.NOUN and before.determiner in ("the", "those"))


def _behind_naming(units: Units, at: int) -> int | None:
    """Return where the names begin: behind "were", "were named as", "have been identified:", "named the dead as"."""
    if at + 1 < len(units) and units[at + 1].word == "as":
        return at + 2 if any(one.lemma in _NAMING for one in units[max(0, at - 2) : at]) else None
    for step in range(at + 1, min(at + 1 + _NEAR, len(units) - 1)):
        unit = units[step]
        if unit.kind is UnitKind.VERB:
            named = unit.lemma in _NAMING and unit.voice is Voice.PASSIVE
            if not (named or unit.lemma == "be") or unit.negated or unit.modal:
                return None
            return step + 1 + (units[step + 1].word in ("as", ":"))
        if unit.word == ":" and step == at + 1:
            return step + 1
        if unit.kind not in (UnitKind.PREPOSITION, UnitKind.NOUN, UnitKind.ADVERB):
            return None
    return None


def _names(units: Units, at: int) -> tuple[int, ...]:
    """Return the persons called by name in a list from an index on; none where the first has but one word."""
    found: list[int] = []
    while at < len(units):
        unit = units[at]
        if _is_person(unit) and (found or _is_full(unit)):
            found.append(at)
            at = chain_end(units, at)
        elif found and (unit.word in _LIGHT or unit.kind in (UnitKind.CONJUNCTION, UnitKind.ADVERB) or _is_age(unit)):
            at += 1
        elif found and unit.kind is UnitKind.NOUN and unit.determiner and units[at - 1].word == ",":
            at = chain_end(units, at)  # "Ali Noor, |a father of two|, and Sam Hill"
        else:
            break
    return tuple(found) if at >= len(units) or units[at].kind is not UnitKind.VERB else ()


def _is_person(unit: Unit) -> bool:
    """Say whether a noun group can be a person's name, with or without a title."""
    return is_name(unit) and all(sense.domain == "people" for sense in unit.inner)


def _is_full(unit: Unit) -> bool:
    """Say whether a name has more than one word, or a title."""
    return unit.last - unit.first > 1


def _is_age(unit: Unit) -> bool:
    return unit.quantity is not None and not unit.word


def _who(units: Units, at: int, harmed: int) -> People:
    """Return who a person is by the title, else by the word for the harmed: "the |soldiers| killed were Ali Noor"."""
    head = harmed - 1 if units[harmed].kind is not UnitKind.NOUN and harmed else harmed
    return described(units[at]) or people_of(units, head) or People.PEOPLE


def called_by_name(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """P08: "two men: |Ali Noor| and |Sam Hill|", "two men, identified as |Ali Noor| and |Sam Hill|"."""
    calls = units[at].lemma in _NAMING and at + 1 < len(units) and units[at + 1].word in ("as", ":")
    found = _names(units, at + 1 + calls) if calls or units[at].word in _SIGNS else ()
    return (found, BY_NAME) if len(found) > 1 else ((), "")


def all_by_name(units: Units, indices: tuple[int, ...], at: int, whole: Draft) -> Iterator[Draft]:
    """Yield those called by name, where they are as many as the whole, or follow one that tells no number."""
    listed = whole.count == VAGUE and units[at].word == ":"
    for index in indices if listed or whole.count == Count.exactly(len(indices)) else ():
        yield Draft(index, index + 1, at, whole.effect, whole.people, Count.exactly(1), BY_NAME, group=index)
