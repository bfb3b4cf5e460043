"""Frames of harm in which a noun of harm has an owner whom it befell: "the mayor's murder", "a man whose body"."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract.clauses import subject_of
from corroborate.extract.drafting import MARKS, Draft, any_effect, draft_of, points_back
from corroborate.extract.groups import Group, Units, antecedent, fights, group_at, is_known_people, is_name, people_of
from corroborate.extract.happening import RESULT
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.supposing import is_untold
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import Effect, People

_BEFALLING = frozenset(("deed", "doing", "massacre"))  # forms of `effects.tsv` that befall an owner
_BEFALLING_WHOM = frozenset(
    ("of", "among", "amongst", "from", "on", "upon", "to", "in", "within", "against", "for")
)  # before whom harm befell
_RANKS = rule_words("ranks")
_OF_ONE = frozenset(("deed", "body"))  # forms that can be of one called by name


@begins(senses=("effect",), at=UnitKind.NOUN)
def owned(units: Units, at: int) -> Iterator[Draft]:
    """H64: "the mayor's murder", "two brothers' deaths"; not "the army's killing of 12", "the sniper's killings"."""
    sense = units[at].sense("effect")
    if sense is None or sense.detail not in _BEFALLING or is_untold(units, at):
        return
    names_others = at + 1 < len(units) and units[at + 1].word == "of"
    if not names_others:
        yield from befallen(units, at, Effect(sense.value), "H64-owned")


def befallen(units: Units, at: int, effect: Effect, rule: str) -> Iterator[Draft]:
    """Yield the draft of the owner of a noun of harm: the one before "'s", or whom "whose" stands for."""
    unit = units[at]
    if unit.owner is not None and (group := _sufferers(unit, unit.owner)) is not None:
        draft = draft_of((unit.owner,), group, 0, effect, rule)
        yield replace(draft, first=at, last=at + 1, trigger=at, group=at)
    if unit.determiner == "whose" and at:
        teller = at - 1 - (units[at - 1].word == ",")
        if units[teller].kind is UnitKind.NOUN and (group := _sufferers(unit, units[teller])) is not None:
            yield draft_of(units, replace(group, at=teller, first=teller, last=teller + 1), at, effect, rule)


def _sufferers(harm: Unit, owner: Unit) -> Group | None:
    """Return whom a noun of harm befell, None where its owner is nobody, was told of before, or did it."""
    sense = harm.sense("effect")
    if sense is None or points_back(owner) or owner.is_none:
        return None
    named = is_name(owner) and sense.detail in _OF_ONE and sense.value != Effect.DISPLACED
    group = group_at((owner,), 0) if named or is_known_people(owner) else None
    several = owner.plural or owner.quantity is not None
    if group is None or (harm.plural and not several and harm.word not in MARKS):
        return None  # "the sniper's killings"
    uncounted = owner.plural and owner.quantity is None
    return None if uncounted and group.people is People.COMBATANTS else group  # "rebels' killings"


def bearer(units: Units, at: int) -> People | None:
    """Return who bears harm by the verb before it: "|the army| had 9 dead", "cost |the rebels| 40 men".

    Or whom those attacked who inflicted it; None for those who do not fight.
    """
    index = at - 1
    while index >= 0 and (units[index].kind in _BESIDE_HARM or _is_counted_harm(units, index)):
        index -= 1
    if index < 0:
        return None
    verb = units[index]
    if verb.kind is UnitKind.NOUN and index and units[index - 1].lemma in ("cost", "cause"):
        return People.COMBATANTS if _is_armed(verb) else None
    if verb.lemma == "inflict" and (met := attacked(units, index)) is not None:
        return met
    if verb.kind is not UnitKind.VERB or verb.lemma not in _BORNE | {"have"}:
        return None
    subject = subject_of(units, index)
    if verb.auxiliary == "having" and units[index - 1].word == ",":
        before = next((i for i in range(index - 1, -1, -1) if units[i].kind is UnitKind.VERB), 0)
        subject = subject_of(units, before)  # "|the army| was beaten, having suffered 12 dead"
    return People.COMBATANTS if subject and _is_armed(units[subject[-1]]) else None


def borne_by(units: Units, at: int, draft: Draft) -> Draft:
    """Return a draft of a bare number with the people whom the words around it say that it befell."""
    if not draft.inherits:
        return draft
    named = whose(units, at)
    people = bearer(units, at) if named is None else named[0]
    return draft if people is None else replace(draft, people=people, inherits=False)


def attacked(units: Units, at: int) -> People | None:
    """Return whom the force was used against of which a doing tells: "ambushed |a group of rebels|, killing 15".

    Also "clashed with |rebels|, killing 15"; None for those of whom it is not said whether they fight.
    """
    if units[at].voice is not Voice.ING:
        return None
    for index in range(at - 1, max(-1, at - _AMBUSH), -1):
        if units[index].kind is not UnitKind.VERB or units[index].voice is Voice.ING:
            continue
        force = units[index].sense("attack-verb")
        behind = range(index + 1, at) if force is not None and units[index].voice is not Voice.PASSIVE else ()
        met = next((i for i in behind if is_known_people(units[i]) and units[i].word), None)
        if met is None or units[met].pronoun:
            return None
        led = units[met - 1].kind is UnitKind.PREPOSITION and met > index + 1
        against = units[met - 1].word in ("with", "against") and met == index + 2
        people = people_of(units, met) if against or not led else None
        return people if people in (People.COMBATANTS, People.CIVILIANS) else None
    return None


_AMBUSH = 12  # units between a verb of force and the one that tells what came of it


def _is_counted_harm(units: Units, at: int) -> bool:
    """Say whether a number, or what it tells of those whom it counts, stands at an index: "9 |dead| and 12 wounded"."""
    unit = units[at]
    told = unit.kind in (UnitKind.NOUN, UnitKind.STATE) or unit.voice is Voice.BARE
    counts = any(one.quantity is not None for one in units[max(0, at - 1) : at + 1])
    return told and counts and (not unit.word or any_effect(unit) is not None)


def _is_armed(unit: Unit) -> bool:
    """Say whether a noun group names who fights: "the army", "the enemy", "a rebel squad"; not "a rescue squad"."""
    if unit.any_sense("attack") is not None:
        return False  # "wounded in |a rebel attack|"
    return fights(unit) or (unit.word in _FIGHTING and people_of((unit,), 0) in (People.PEOPLE, People.COMBATANTS))


_BESIDE_HARM = frozenset((UnitKind.CONJUNCTION, UnitKind.ADVERB))
_BORNE = rule_words("borne")
_FIGHTING = rule_words("fighting_bodies")


def whose(units: Units, at: int) -> tuple[People, int] | None:
    """Return whom a phrase behind a noun of harm says that it befell, and the index behind the phrase.

    "Losses |among the rebels|", "15 dead |in its ranks|", "losses were inflicted |on the army|"; None for no people.
    """
    link = at + 1
    if link < len(units) and units[link].voice is Voice.PASSIVE and units[link].lemma in RESULT:
        link += 1
    if link + 1 >= len(units) or units[link].word not in _BEFALLING_WHOM:
        return None
    named = units[link + 1]
    people: People | None = None
    if named.word == "them":
        people = antecedent(units, at)
    elif named.word in _RANKS or _is_armed(named):
        people = People.COMBATANTS
    elif is_known_people(named) and not named.pronoun:
        people = people_of(units, link + 1)
    return None if people is None else (people, link + 2)
