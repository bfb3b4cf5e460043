"""What weapons and bombers do: they explode, land, hit, are set off, or blow up with whom they kill."""

from collections.abc import Iterator

from corroborate.extract.attack_methods import weapon_method
from corroborate.extract.attack_nouns import target_after
from corroborate.extract.force import (
    AttackDraft,
    Units,
    count_of,
    is_noun,
    object_of,
    opening,
    weapons_in,
    words_of,
)
from corroborate.extract.groups import chain_end, phrase_start
from corroborate.extract.lexicon import rule_words
from corroborate.extract.rules import begins
from corroborate.extract.subjects import subject_of
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.casualty import Count
from corroborate.model.mention import Method, Weapon


@begins(of=lambda: words_of("moves"), at=UnitKind.VERB)
def weapon_subject(units: Units, at: int) -> Iterator[AttackDraft]:
    """A04: "a car bomb exploded near the gate", "rockets landed on the camp", "a mine killed two"."""
    unit = units[at]
    if unit.voice is Voice.PASSIVE:
        return
    if unit.lemma not in words_of("moves") and unit.lemma.split()[0] not in words_of("moves"):
        return
    subject = _weapon_before(units, at)
    shot = subject is not None and units[subject].sense("people") is not None and unit.sense("harm-verb") is not None
    if (unit.lemma in ("launch", "leave") or shot) and object_of(units, at) is None:
        return  # "missile |launches|", "mines |left| behind", "four gunmen |killed|"
    if unit.lemma == "go" and at + 1 < len(units) and units[at + 1].kind is UnitKind.VERB:
        return  # "the bomb was |going| to be placed"
    weapon = units[subject].sense("weapon") if subject is not None else None
    if subject is None or weapon is None or not weapon.detail:
        return
    fired_before = subject > 0 and units[subject - 1].sense("attack-verb") is not None
    apart = any(between.kind is UnitKind.SIGN for between in units[subject:at])
    if unit.voice is Voice.ING and (fired_before or apart):
        return  # "a bomb exploded, |killing| two", "fired missiles |hitting| a barn": the verb before tells it
    target = object_of(units, at)
    if target is not None and units[target].sense("attack") is not None and units[subject].sense("people") is not None:
        return  # "gunmen launched |an attack|"
    target = target if target is not None else target_after(units, at)
    last = chain_end(units, target) if target is not None else at + 1
    named = _driven_up(units, subject, at) or weapons_in(units, subject, at)
    laden = _laden(units, subject)
    yield AttackDraft(
        subject if laden is None else laden,
        last,
        at,
        weapon_method(weapon.detail, named, "aircraft" if _falls(units, subject, at) else ""),
        count_of(units[subject]),
        "A04-weapon-subject",
        target,
        named,
    )


_SETS_OFF = rule_words("setting_off")


@begins(*_SETS_OFF, at=UnitKind.VERB)
def set_off(units: Units, at: int) -> Iterator[AttackDraft]:
    """A11: "a bus hit a mine", "a boy stepped on a landmine"; not "rebels hit a tank"."""
    on = at + 1 < len(units) and units[at + 1].word in ("on", "over")
    mine = at + 2 if on else object_of(units, at)
    if units[at].lemma not in _SETS_OFF or units[at].voice is Voice.PASSIVE or mine is None or not is_noun(units, mine):
        return
    named = weapons_in(units, mine, mine + 1)
    if Weapon.MINE_IED not in named:
        return
    subject = subject_of(units, at)
    first = opening(subject, at)
    yield AttackDraft(first, mine + 1, at, Method.BOMBING, count_of(units[mine]), "A11-set-off", subject, named)


def _falls(units: Units, load: int, at: int) -> bool:
    """Say whether bombs come from above: "a bomb fell on", "bombs hit"; not "a bomb hit a bus", planted on its way."""
    bare = units[load].lemma == "bomb" and not units[load].inner
    return bare and (units[at].lemma in words_of("falls") or (units[load].plural and units[at].lemma in _STRIKES))


_STRIKES = rule_words("strikes")
_BLOWING_UP = rule_words("blowing_up")


def _driven_up(units: Units, load: int, at: int) -> tuple[Weapon, ...]:
    """Return the bomb that a vehicle is which is full of explosives ("a |truck| loaded with |explosives|")."""
    laden = _laden(units, load)
    subject = subject_of(units, at) if laden is None else laden
    bare = weapons_in(units, load, load + 1) == (Weapon.OTHER,)
    if subject is None or subject >= load or not bare:
        return ()
    vehicle = units[subject].sense("object")
    make = laden is not None and units[subject].proper and not units[subject].senses  # "a Toyota loaded with"
    return (Weapon.CAR_BOMB,) if make or (vehicle is not None and vehicle.value == "vehicle") else ()


def _laden(units: Units, load: int) -> int | None:
    """Return what a load was put into: "|a van| packed with 80 kg of explosives"; None for none."""
    at = load - 1
    while at > 1 and (units[at].word == "of" or units[at].kind is UnitKind.ADVERB):
        at -= 1
    packed = at > 1 and units[at].word == "with" and units[at - 1].word in rule_words("used_for")
    return at - 2 if packed and is_noun(units, at - 2) else None


def _weapon_before(units: Units, at: int) -> int | None:
    """Return what does its work: the subject, or what it is loaded with ("a truck loaded with |explosives|")."""
    subject = subject_of(units, at)
    if subject is None:
        return None
    loaded = units[subject].sense("weapon") is None and any(units[i].word == "with" for i in range(subject, at))
    measured = loaded and units[at - 2].word == "of"  # "with 80 kg |of dynamite|"
    load = at - 1 if measured else phrase_start(units, at - 1)
    near = _counted(units, load, at) if loaded else subject
    weapon = units[near].sense("weapon")
    exploding = weapon is not None and weapon.detail == Method.BOMBING  # no "trucks armed with |machine guns|"
    return near if exploding else _counted(units, subject, at)


def _counted(units: Units, head: int, at: int) -> int:
    """Return what is counted: "one of |the rockets|", "a number of |shells|"."""
    counts = units[head].sense("weapon") is None and head + 2 < at and units[head + 1].word == "of"
    return head + 2 if counts and units[head + 2].sense("weapon") else head


_OWN = frozenset(("his", "her", "their", "its"))


@begins(*_BLOWING_UP, at=UnitKind.VERB)
def blow_up(units: Units, at: int) -> Iterator[AttackDraft]:
    """A08: "a bomber blew himself up at the gate", "detonated his vest"."""
    unit = units[at]
    if unit.lemma not in _BLOWING_UP or at + 2 >= len(units):
        return
    thing = units[at + 1]
    weapon = thing.sense("weapon")
    own = thing.determiner in _OWN or (weapon is not None and Weapon.SUICIDE_BOMB.value in weapon.value)
    worn = weapon is not None and unit.lemma == "detonate" and own
    if not worn and not (thing.word in words_of("reflexive") and units[at + 2].word == "up"):
        return
    subject = subject_of(units, at)
    target = target_after(units, at + 1 if worn else at + 2)
    last = chain_end(units, target) if target is not None else at + 2
    first = opening(subject, at)
    count = count_of(units[subject]) if subject is not None else Count.exactly(1)
    named = tuple(weapon for weapon in weapons_in(units, first, last) if weapon is not Weapon.OTHER)
    named = named if Weapon.SUICIDE_BOMB in named else (Weapon.SUICIDE_BOMB, *named)
    yield AttackDraft(first, last, at, Method.BOMBING, count, "A08-blow-up", target, named)
