"""Lists of people: who is joined to whom by commas and "and", and where a list ends and a new clause begins."""

from collections.abc import Iterator

from corroborate.extract.groups import (
    Units,
    chain_end,
    is_known_people,
    is_name,
    people_of,
    people_start,
    uncounted,
)
from corroborate.extract.inserts import before_gloss, past_gloss
from corroborate.extract.lexicon import rule_words
from corroborate.extract.lost_commas import speakers
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.casualty import People

_JOINTS = 2  # a comma and a conjunction may stand between two members of a list
_SPEECH = rule_words("saying")
_BELONGERS = rule_words("belongers")


def coordinated(units: Units, at: int, *, inserted: bool = False, governed: bool = False) -> Iterator[int]:
    """Yield the noun groups joined to the one at an index by commas and conjunctions, itself first.

    `governed` says that a verb behind them has a noun before them as its subject ("the killing of A and B shocked").
    """
    role = chain_end(units, at) + 1
    led = at > 0 and units[at - 1].word == "of"
    apposed = role < len(units) and units[role - 1].word == "," and is_name(units[at])
    if apposed and is_apposition(units, at, role) and units[role].determiner and not _is_kin_listed(units, role):
        at = role  # the word for what a person is says more than the name
    yield at
    last = chain_end(units, at)
    while True:
        step = last = past_gloss(units, last)
        if (
            step < len(units)
            and (_adjacent(units, step - 1, step) or _behind_pronoun(units, step))
            and not _has_verb_of_its_own(units, step)
        ):
            yield step
            last = chain_end(units, step)
            continue
        step = _past_joints(units, last)
        if step == last or step >= len(units):
            return
        if led and units[step].word == "of" and step + 1 < len(units):
            step += 1  # "the killing of a mayor and |of| two guards"
        apposed = step == last + 1 and units[last].word == "," and not _is_kin_listed(units, step)
        if apposed and (is_apposition(units, at, step) or _is_explained(units, at, step)):
            last = chain_end(units, step)  # "a party leader, Omar Nasser, |and his two aides"
            continue
        if _continues_phrase(units, last, step):
            return
        clause = _tell_together(units, step) or (opens_clause(units[step]) and _has_clause(units, step))
        named = (is_full_name(units[at]) or is_titled_name(units[at])) and is_full_name(units[step])
        member = named or (inserted and _is_member(units[step]))
        if not (_joins(units, step, governed=governed) or (member and not clause)):
            return
        yield step
        at, last = step, chain_end(units, step)


def _past_joints(units: Units, at: int) -> int:
    """Return the index behind what joins the members of a list; the index itself where nothing does.

    A semicolon joins people where no clause follows: "killing Ali Noor, 42; a boy; and Sam Hill".
    """
    step = at
    while step < min(len(units), at + _JOINTS) and (
        units[step].kind is UnitKind.CONJUNCTION or units[step].word in (",", ";")
    ):
        step += 1
    if at == step or units[at].word != ";" or step >= len(units):
        return step
    one = units[step]
    told = is_full_name(one) or is_titled_name(one) or (may_be_listed(one) and one.determiner in _SINGLE)
    return step if told and not _has_clause(units, step) else at


def _continues_phrase(units: Units, last: int, step: int) -> bool:
    """Say whether people are joined to those of a phrase before them: "four men from Syrian |and Lebanese groups|"."""
    inner, joined = units[last - 1], units[step]
    phrase = last > 1 and units[last - 2].kind is UnitKind.PREPOSITION and units[last - 2].word == "from"
    bare = all(one.quantity is None and not one.determiner and one.sense("people") for one in (inner, joined))
    return (phrase and bare) or _shares_members(units, last, step)


def _shares_members(units: Units, last: int, step: int) -> bool:
    """Say whether people are one more body whose members are counted: "45 members of the police |and guards|"."""
    head = units[last - 3] if last > _JOINTS and units[last - 2].word == "of" else None
    if head is None or head.word not in _BELONGERS or head.quantity is None:
        return False
    joined = units[step]
    bare = joined.plural and joined.quantity is None and not joined.determiner
    return bare and people_of(units, step) is People.COMBATANTS


def _has_clause(units: Units, at: int) -> bool:
    """Say whether a finite verb or a state stands right behind a group: "and |six| were injured"."""
    behind = chain_end(units, at)
    return behind < len(units) and (is_finite(units[behind]) or units[behind].kind is UnitKind.STATE)


def _has_verb_of_its_own(units: Units, at: int) -> bool:
    """Say whether a counted group opens the next clause ("killed 22 children |6 teachers| were wounded")."""
    return _tell_together(units, at) or (units[at].quantity is not None and _has_clause(units, at))


def tells(units: Units, at: int) -> bool:
    """Say whether a noun group right before a verb of telling is its subject: "(hacked in a killing) |police| said"."""
    behind = chain_end(units, at)
    return behind < len(units) and units[behind].kind is UnitKind.VERB and units[behind].lemma in _TELLING


def _tell_together(units: Units, at: int) -> bool:
    """Say whether a noun group is who tells, alone or with others: "|officials| and witnesses said"."""
    return tells(units, at) or _opens_statement(units, chain_end(units, at))


def _behind_pronoun(units: Units, at: int) -> bool:
    """Say whether counted people stand right behind a pronoun: "killing him |two guards| and a driver"."""
    pronoun = units[at - 1].word in ("him", "her", "himself", "herself") and units[at - 1].pronoun
    return pronoun and units[at].quantity is not None and is_known_people(units[at])


def _adjacent(units: Units, left: int, right: int) -> bool:
    """Say whether two plain groups of people stand side by side: a list that has lost its commas."""
    pair = (units[left], units[right])
    if is_full_name(pair[0]) and pair[1].determiner in _OWNED and is_known_people(pair[1]):
        led = left > 0 and units[left - 1].kind is UnitKind.PREPOSITION  # "in |Tel Noor| his wife and two sons"
        return not led and _is_kin_listed(units, right)  # "Ali Noor |his wife| and two sons"
    if any(unit.kind is not UnitKind.NOUN or unit.pronoun or unit.sense("people") is None for unit in pair):
        return False
    first, second = (
        unit.determiner in _SINGLE or (unit.quantity is not None and unit.quantity.numeral) for unit in pair
    )
    bare = not (pair[1].plural or pair[1].determiner or pair[1].quantity)
    if first and (second or bare or pair[1].determiner in _OWNED):
        return True  # "a father a mother and a son", "two men a girl and her cousin", "a man woman and child"
    return all(unit.plural and not unit.determiner for unit in pair) and pair[1].quantity is None


def _is_member(unit: Unit) -> bool:
    """Say whether a noun group can stand in a list of people."""
    points = unit.determiner == "the" and unit.quantity is None
    return is_known_people(unit) and not unit.pronoun and not points and bool(unit.word or unit.quantity)


def _joins(units: Units, at: int, *, governed: bool = False) -> bool:
    """Say whether a noun group carries on a list of people, and does not open a clause of its own."""
    unit = units[at]
    if not may_be_listed(unit) or unit.pronoun:
        return False
    if not unit.word and (not unit.quantity or _is_share(units, at)):
        return False
    behind = chain_end(units, at)
    while (
        behind + 1 < len(units)
        and units[behind].kind is UnitKind.PREPOSITION
        and units[behind].word not in _CLAUSAL
        and units[behind + 1].kind is UnitKind.NOUN
    ):
        behind += 2
    while behind < len(units) and units[behind].kind is UnitKind.ADVERB:
        behind += 1
    if _opens_statement(units, behind):
        return False
    if behind >= len(units):
        return True
    following = units[behind]
    told = following.lemma in _TELLING and behind - at > 1 and _is_speaker(units[behind - 1])  # "in Homs |police said|"
    return not ((is_finite(following) and not (told or governed)) or following.kind is UnitKind.STATE)


_CLAUSAL = frozenset(("after", "before", "since", "until"))  # may open a clause with a verb of its own


def _is_speaker(unit: Unit) -> bool:
    return unit.word.rpartition(" ")[2] in speakers()


def _is_share(units: Units, at: int) -> bool:
    """Say whether a number opens a share of what stands before it: "14 people, |six| of them children"."""
    return at + 2 < len(units) and units[at + 1].word == "of" and units[at + 2].word in ("them", "whom", "which")


def is_finite(unit: Unit) -> bool:
    """Say whether a unit is a verb that opens a clause, and no "-ing" or "to" form."""
    return unit.kind is UnitKind.VERB and unit.voice not in (Voice.ING, Voice.INFINITIVE) and unit.modal != "to"


def may_be_listed(unit: Unit) -> bool:
    """Say whether a noun group can be listed with people: known ones, or an unknown word that is counted or owned."""
    if is_known_people(unit):
        return True
    unknown = unit.kind is UnitKind.NOUN and bool(unit.word) and not unit.senses and not unit.pronoun
    counted = unit.quantity is not None and unit.quantity.numeral
    told = counted or unit.determiner in _OWNED | _SINGLE
    return unknown and told and unit.word.split()[-1] not in uncounted()


_OWNED = frozenset(("his", "her", "their"))
_SINGLE = frozenset(("a", "an"))


def is_apposition(units: Units, at: int, other: int) -> bool:
    """Say whether two noun groups name one person: "Ali Hassan, |a trader|"; "a party leader, |Omar Nasser|"."""
    one, two = units[at], units[other]
    if any(unit.kind is not UnitKind.NOUN or unit.quantity or unit.plural or unit.pronoun for unit in (one, two)):
        return False
    told = (is_name(unit) or unit.determiner or _is_office(units, index) for unit, index in ((one, at), (two, other)))
    return is_name(one) != is_name(two) and all(told)


def _is_explained(units: Units, at: int, other: int) -> bool:
    """Say whether a group behind a comma only tells who one person is: "killed its driver, |a party member|, and …"."""
    one, two, behind = units[at], units[other], chain_end(units, other)
    single = not (one.plural or two.plural or one.quantity or two.quantity) and two.sense("people") is not None
    known = one.sense("people") is not None and one.determiner in _KNOWN and two.determiner in _SINGLE
    goes_on = behind < len(units) and units[behind].kind is UnitKind.CONJUNCTION
    if is_full_name(one) and two.plural and not (two.determiner or two.quantity or goes_on):
        return two.sense("people") is not None  # "Ali Noor and Sam Hill, |students at Hama|"
    if behind + 1 < len(units) and units[behind].word == ",":
        joint = behind + 1 + (units[behind + 1].kind is UnitKind.CONJUNCTION)
        goes_on = joint < len(units) and units[joint].kind is UnitKind.NOUN and joint > behind + 1
    return single and known and not goes_on


_KNOWN = _OWNED | {"the", "its"}  # before one person whom a second group can explain


def _is_office(units: Units, at: int) -> bool:
    """Say whether a word for what somebody is stands without an article: "Ali Noor, |director of the clinic|"."""
    return at + 1 < len(units) and units[at + 1].word == "of" and is_known_people(units[at])


def _is_kin_listed(units: Units, at: int) -> bool:
    """Say whether kin are listed with somebody called by name: "Ali Noor, |his wife Sara| and two sons"."""
    behind = chain_end(units, at)
    behind += behind < len(units) and units[behind].word == ","
    return units[at].determiner in _OWNED and behind < len(units) and units[behind].kind is UnitKind.CONJUNCTION


def is_full_name(unit: Unit) -> bool:
    """Say whether a noun group is a person's name of more than one word: "Karim Omar"."""
    return is_name(unit) and not unit.inner and unit.last - unit.first > 1


def is_titled_name(unit: Unit) -> bool:
    """Say whether a noun group is a person's name with what that person is: "party leader Karim Omar"."""
    return is_name(unit) and is_known_people(unit)


def _opens_statement(units: Units, at: int) -> bool:
    """Say whether the rest of a list and a verb of saying stand at an index: "(police) |and medics said|"."""
    if at >= len(units) or units[at].kind is not UnitKind.CONJUNCTION:
        return False
    while at < len(units) and units[at].kind in (UnitKind.CONJUNCTION, UnitKind.NOUN, UnitKind.PREPOSITION):
        at += 1
    return at < len(units) and units[at].kind is UnitKind.VERB and units[at].lemma in _TELLING


_TELLING = rule_words("telling")


def opens_clause(unit: Unit) -> bool:
    """Say whether a bare number opens a clause of its own ("and 41 were injured"), which "six others" does not."""
    return not unit.word and unit.quantity is not None and not unit.quantity.more


def _is_counted_of(units: Units, at: int) -> bool:
    """Say whether a bare number counts some of a group behind it: "|seven| of his children", not "seven of them"."""
    return at + 2 < len(units) and units[at + 1].word == "of" and not units[at + 2].pronoun and bool(units[at + 2].word)


def list_before(units: Units, at: int) -> tuple[int, ...]:
    """Return the noun groups joined to the left of the one at an index, it being the last ("two men and |a boy|")."""
    found = [at]
    while not opens_clause(units[at]) or _is_counted_of(units, at):
        step = found[0] - 1
        joints = 0
        while step >= 0 and _links(units[step]) and joints < _JOINTS:
            step, joints = step - 1, joints + 1
        step = before_gloss(units, step) if joints else step
        if not joints and step >= 0 and _adjacent(units, step, found[0]):
            if units[found[0]].quantity is not None and step and units[step - 1].kind is UnitKind.VERB:
                return tuple(found)  # "killed 22 children |6 teachers| were wounded"
            found.insert(0, step)
            continue
        if not joints or step < 0 or units[step].kind is not UnitKind.NOUN:
            return tuple(found)
        before = _past_insert(units, step)
        if before is None:
            return tuple(found)  # "(21 dead), including two boys and a girl, and |62 others| hurt"
        head = people_start(units, before)
        listed = len(found) > 1 and is_name(units[head])
        kin = listed and units[found[0]].determiner in _OWNED  # "Ali Noor, |his wife| and two sons"
        if joints == 1 and units[step + 1].word == "," and not kin and is_apposition(units, head, found[0]):
            role = len(found) == 1 and (not is_name(units[head]) or not units[found[0]].determiner)
            return (head,) if role else tuple(found)
        if not _lists(units, head, found[0], joints):
            return _behind_object(units, head, found)
        while found and _shares_members(units, step + 1, found[0]):
            found.pop(0)
        found.insert(0, head)
    return tuple(found)


def _behind_object(units: Units, head: int, found: list[int]) -> tuple[int, ...]:
    """Return the members of a list without those joined to an object: killed |a man| and his son, and |a girl| was."""
    apart = len(found) > 1 and units[found[1] - 2].word == "," and units[found[0] - 1].word == "and"
    return tuple(found[1:] if apart and _governs(units[head - 1] if head else None) else found)


def _links(unit: Unit) -> bool:
    """Say whether a unit joins members of a list: not "but", which opens another clause."""
    return (unit.kind is UnitKind.CONJUNCTION and unit.word != "but") or unit.word in (",", "alongside")


_SOMEBODY = frozenset(("he", "she"))


def _lists(units: Units, head: int, member: int, joints: int) -> bool:
    """Say whether the noun group at an index is listed with a member behind it, and not what governs or places it."""
    unit, behind, previous = units[head], units[member], units[head - 1] if head else None
    if previous is not None and previous.kind is UnitKind.INCLUDING:
        return False  # "(five were killed) including |a boy| and 15 others wounded"
    known = is_known_people(unit) or unit.word in _SOMEBODY
    named = not known and is_name(unit) and _is_with(behind, joints) and not _in_phrase(previous)
    if not (known or named or (may_be_listed(unit) and not _in_phrase(previous))):
        return False
    if not (known or named or behind.determiner or behind.quantity):
        return False  # "a drug and theft suspect" is one
    if _in_phrase(previous) and joints == 1 and units[member - 1].word == ",":
        return False  # "according to the union of doctors, |five people| were"
    one = unit.sense("people") is not None and not unit.plural  # "the driver and two passengers"
    added = one and (behind.quantity is not None or behind.determiner in _SINGLE)
    owner = unit.determiner == "the" and behind.determiner not in _OWNED and not added
    somebody = unit.word in _SOMEBODY and behind.determiner in _OWNED  # "|he| and his wife"
    return not ((unit.pronoun and not somebody) or owner or _governs(previous))


def _governs(previous: Unit | None) -> bool:
    """Say whether a verb stands before a noun group as its governor, and does not only tell of it."""
    if previous is None or previous.kind is not UnitKind.VERB:
        return False
    return previous.voice is not Voice.PASSIVE and previous.lemma not in _SPEECH


def _is_with(unit: Unit, joints: int) -> bool:
    """Say whether people are told to be with somebody called by name: "Noor and |his wife|", "Noor and |6 others|"."""
    counted = unit.quantity is not None and unit.quantity.numeral
    return joints == 1 and (counted or is_name(unit) or unit.determiner in _OWNED | _SINGLE)


def _in_phrase(previous: Unit | None) -> bool:
    return previous is not None and previous.kind is UnitKind.PREPOSITION


def closes_insert(units: Units, at: int) -> bool:
    """Say whether people stand behind an insert that a comma closes: "(ten,) including a man, and |five men| were"."""
    joined = at > _JOINTS and units[at - 1].kind is UnitKind.CONJUNCTION and units[at - 2].word == ","
    behind = chain_end(units, at)
    open_end = behind < len(units) and units[behind].word != ","
    return joined and open_end and units[_first_listed(units, at - 3) - 1].kind is UnitKind.INCLUDING


def _first_listed(units: Units, at: int) -> int:
    """Return the first of the people who are joined up to an index, by commas and conjunctions."""
    first = people_start(units, at)
    while first > 1 and _links(units[first - 1]) and is_known_people(units[first - 2]):
        first = people_start(units, first - 2)
    return first


def _past_insert(units: Units, at: int) -> int | None:
    """Step over parts told between members of a list ("two doctors, including |a head and a dean|, and two men")."""
    first = _first_listed(units, at)
    if first > 1 and units[first - 1].kind is UnitKind.INCLUDING:
        before = first - 2 if units[first - 2].word == "," else first - 1
        index = before - 1 if units[before].word == "," else before
        return index if units[index].kind is UnitKind.NOUN else None if first < at else at
    return at
