"""Subjects and objects: the groups of people that a verb's clause gives it, past adverbs, inserts and phrases."""

from corroborate.extract.agreement import agreeing, closes_quote, name_told_of, whom_tied_to
from corroborate.extract.coordination import closes_insert, coordinated, list_before, tells
from corroborate.extract.drafting import points_back
from corroborate.extract.groups import Units, chain_end, exceeds, group_at, is_known_people, people_start
from corroborate.extract.inserts import measures_time, past_fraction, past_insert, past_seeming, past_time
from corroborate.extract.lexicon import rule_words
from corroborate.extract.relatives import before_relative, beside_role, is_governed
from corroborate.extract.units import DASH, Unit, UnitKind, Voice

BESIDE = frozenset(("after", "before", "while", "when", "since"))  # join a doing to the clause before it
_COPULAS = rule_words("copulas")
_CLASSED = rule_words("classing")
_TOLD = rule_words("told")
_SAYING = rule_words("saying")


def object_of(units: Units, at: int, *, inserted: bool = False) -> tuple[int, ...]:
    """Return the groups that are the object of an active verb."""
    index = at + 1
    while index < len(units) and units[index].kind is UnitKind.ADVERB:
        index += 1
    index = past_fraction(units, past_seeming(units, past_insert(units, past_time(units, index))))
    if _shares_object(units, at, index):
        return object_of(units, index + 1, inserted=inserted)
    if index >= len(units) or units[index].kind is not UnitKind.NOUN or group_at(units, index) is None:
        return ()
    objects = tuple(coordinated(units, index, inserted=inserted))
    return () if tells(units, objects[-1]) and units[objects[0]].quantity is None else objects


def _shares_object(units: Units, at: int, joint: int) -> bool:
    """Say whether a second verb stands between a verb and its object: "abducted |and killed| five farmers"."""
    if joint + 2 >= len(units) or units[joint].word not in ("and", "or"):
        return False
    second = units[joint + 1]
    if second.sense("harm-verb") is None:
        return False  # "a single |shot| and found the boy": the first may be a noun
    done = second.voice is Voice.BARE and units[at].auxiliary in (
        "has",
        "have",
        "had",
    )  # "has killed |and abducted| 40"
    alike = done or second.voice is units[at].voice
    return second.kind is UnitKind.VERB and not second.auxiliary and alike


def patients(units: Units, at: int, trigger: int, *, fatal: bool) -> tuple[int, ...]:
    """Return whom an active verb harms: its object, whom "them" means where it kills, who stands behind "of".

    `trigger` is the last of the verbs that share an object: "shot and |killed|".
    """
    if at + 2 < len(units) and units[at + 1].word == "of":
        return (
            tuple(coordinated(units, at + 2)) if units[at].voice is Voice.ING else ()
        )  # "and injuring of many others"
    objects = object_of(units, trigger)
    meant = objects and units[objects[0]].word == "them" and fatal
    return _taken_before(units, at) if meant else objects


def _taken_before(units: Units, at: int) -> tuple[int, ...]:
    """Return whom "them" means: the people that the verb before took, "abducted |two teachers| and killed them"."""
    for index in range(at - 1, max(-1, at - _NEXT), -1):
        if units[index].kind is UnitKind.SIGN and units[index].word != ",":
            break
        takes = units[index].kind is UnitKind.VERB and units[index].lemma not in _COPULAS
        met = object_of(units, index) if takes else ()
        if met and all(is_known_people(units[one]) for one in met):
            several = len(met) > 1 or units[met[0]].plural
            return () if units[met[0]].pronoun or points_back(units[met[-1]]) or not several else met
    return ()


_NEXT = 12  # units between a verb and the next one whose object is the same


def past_copula(units: Units, at: int) -> int:
    """Return the first index from one on where no form of "be", adverb or "as" stands."""
    while at < len(units) and (
        units[at].kind is UnitKind.ADVERB or units[at].lemma == "be" or units[at].word in ("as", "were", "was", "are")
    ):
        at += 1
    return at


def is_of_things(units: Units, at: int) -> bool:
    """Say whether a verb tells of things in a relative clause: "people from villages which |are besieged|"."""
    told = units[at - 2] if at > 1 and units[at - 1].word == "which" else None
    return told is not None and bool(told.senses) and not is_known_people(told)


def left_so(units: Units, at: int) -> tuple[int, tuple[int, ...]] | None:
    """Return the verb that leaves people in the state at an index, and them: "left |a man and his son| dead"."""
    for index in range(at - 1, max(-1, at - _OF_LEAVING), -1):
        unit = units[index]
        if unit.kind is UnitKind.VERB:
            if unit.lemma not in _LEAVING or unit.voice is Voice.PASSIVE:
                return None
            left = tuple(one for one in object_of(units, index, inserted=True) if one < at)
            left += _beyond_insert(units, left[-1], at) if left else ()
            return (index, left) if left and _reaches(units, chain_end(units, left[-1]), at) else None
        if unit.kind in (UnitKind.SUBORDINATOR, UnitKind.STATE):
            return None
    return None


def _beyond_insert(units: Units, whole: int, at: int) -> tuple[int, ...]:
    """Return who is joined behind an insert of shares: "left 15 men, including two boys, |and 83 soldiers| dead"."""
    opener = chain_end(units, whole) + (units[chain_end(units, whole)].word == ",")
    told = group_at(units, whole)
    if units[opener].kind is not UnitKind.INCLUDING or told is None:
        return ()
    for joint in range(opener + 1, at - 1):
        group = group_at(units, joint + 1) if units[joint].kind is UnitKind.CONJUNCTION else None
        if group is not None and exceeds(group.people, group.count, told.people, told.count):
            return (joint + 1,)
    return ()


def _reaches(units: Units, behind: int, at: int) -> bool:
    """Say whether nothing but an insert of parts stands before an index ("72 men, including a guard, |injured|")."""
    inner = [unit for unit in units[behind:at] if unit.word != ","]
    return not inner or inner[0].kind is UnitKind.INCLUDING or inner[0].word in ("mostly", "mainly", "largely")


_OF_LEAVING = 20  # units between who is left and how
_LEAVING = rule_words("leaving_behind")


def has_elided_object(units: Units, at: int) -> bool:
    """Say whether what follows a bare verb is the subject of the next one ("8 killed 20 wounded")."""
    index = at + 1
    counted = at > 0 and units[at - 1].kind is UnitKind.NOUN and units[at - 1].quantity is not None
    if index >= len(units) or units[index].quantity is None or not counted:
        return False
    behind = chain_end(units, index)
    if behind < len(units):
        following = units[behind]
        harmed = following.sense("harm-verb") is not None
        if following.word == "dead" and units[at].lemma == "shoot":
            return False  # "shot two men dead"
        return following.kind is UnitKind.STATE or (
            following.kind is UnitKind.VERB and harmed and following.voice in (Voice.BARE, Voice.PASSIVE)
        )
    return False


def subject_of(units: Units, at: int, depth: int = 0) -> tuple[int, ...]:
    """Return the groups that are the subject of the verb at an index, looking past adverbs, inserts and phrases.

    `depth` counts the verbs behind this one that share the subject.
    """
    if depth > _DEEPEST:
        return ()
    if (named := name_told_of(units, at)) is not None:
        return (named,)  # "owned by |Ali Noor|, who was killed"
    index = at - 1
    skipped = (",", "who", "which", "that", "on")
    while index >= 0 and (
        units[index].kind is UnitKind.ADVERB
        or units[index].word in skipped
        or _floats(units, index)
        or closes_quote(units, index)
    ):
        index = _before_insert(units, index) if units[index].word == "," else index - 1
    if index >= 1 and units[index].word in _OPENED_BY:
        opener = _OPENED_BY[units[index].word]
        index = next((i for i in range(index - 1, max(-1, index - _NEAR), -1) if units[i].word == opener), 0) - 1
    if index < 0:
        return ()
    if index > 0 and (shared := _shared(units, at, index, depth + 1)) is not None:
        return shared
    if units[index].kind is UnitKind.VERB and (units[at].modal == "to" or _links(units[index])):
        return subject_of(units, index, depth + 1)
    if units[index].kind is UnitKind.VERB or is_governed(units, index):
        index = before_relative(units, index)
    if index < 0 or units[index].kind is not UnitKind.NOUN:
        return ()
    head = _across_names(units, people_start(units, _by_name(units, _before_agent(units, index))))
    head = whom_tied_to(units, at, _before_doing(units, head))
    found = beside_role(units, list_before(units, head))
    bare = units[found[0]].quantity is not None and not units[found[0]].word
    outer = None if bare or closes_insert(units, found[0]) else _outside_part(units, found[0])
    return found if outer is None else list_before(units, people_start(units, outer))


def _floats(units: Units, at: int) -> bool:
    """Say whether "both", "all", or where they were, stands behind people: "two men |both| died"."""
    if units[at].word in ("inside", "aboard", "on board") and at and units[at - 1].word == "those":
        return True  # "those |aboard| died"
    if measures_time(units, at):
        return True  # "who was shot |several times|, died"
    bare = units[at].pronoun and units[at].word in ("both", "all", "each") and at > 0
    return bare and units[at - 1].kind is UnitKind.NOUN and not units[at - 1].pronoun


def _shared(units: Units, at: int, joint: int, depth: int) -> tuple[int, ...] | None:
    """Return the subject that a verb behind a joint shares with the clause before it, None where nothing joins them."""
    if units[joint].kind is UnitKind.CONJUNCTION:
        return _shared_subject(units, joint, depth)
    if units[joint].word == "as":
        verb = next(
            (i for i in range(joint - 1, max(-1, joint - _PHRASE), -1) if units[i].kind is UnitKind.VERB), joint
        )
        if units[verb].lemma in _CLASSED:
            return object_of(units, verb) or subject_of(units, verb, depth)  # "were listed as |missing|"
    if units[joint].word in BESIDE and (units[at].voice is Voice.ING or "being" in units[at].auxiliary.split()):
        return _shared_subject(units, joint, depth)  # "were found dead after |being abducted|"
    return None


def _before_agent(units: Units, at: int) -> int:
    """Return whom an agent at an index holds: "prisoners held by |the army| (were)", else the index itself."""
    head = people_start(units, at)
    by = next((i for i in range(head - 1, max(0, head - _PHRASE), -1) if units[i].kind is not UnitKind.ADVERB), 0)
    if units[by].word != "by" or units[by - 1].kind is not UnitKind.VERB or units[by - 1].voice is Voice.ACTIVE:
        return at
    finite = units[by - 1].auxiliary.split()[:1] not in ([], ["being"])
    return by - 2 if by > 1 and not finite and units[by - 2].kind is UnitKind.NOUN else at


def _across_names(units: Units, at: int) -> int:
    """Return the people before a pair of names ("98 people from |Fuaa and Kafraya| were"), else the index itself."""
    if at <= 1 or is_known_people(units[at]) or units[at - 1].word not in ("and", "&"):
        return at
    head = people_start(units, at - 2)
    return head if head < at - 2 and is_known_people(units[head]) else at


def _before_doing(units: Units, at: int) -> int:
    """Return the people whose doing has an index as its object ("a woman carrying |a baby| was"), else the index."""
    verb = at - 1
    while verb > 0 and (units[verb].voice in (Voice.ING, Voice.INFINITIVE) or units[verb].word == "to"):
        verb -= 1  # "workers |helping to| feed children": the word behind "to" may be unknown
    doing = units[verb + 1]
    if verb == at - 1 or verb < 0 or units[verb].kind is not UnitKind.NOUN or doing.voice is not Voice.ING:
        return at
    if doing.lemma in _SAYING:
        return at  # "a monitor put right its toll of 15 saying |three men| had died"
    head = people_start(units, verb)
    told = units[head].quantity is not None or units[head].determiner in ("a", "an")
    return head if told and is_known_people(units[head]) else at


def _by_name(units: Units, at: int) -> int:
    """Return whom or what a name behind "named" belongs to ("a girl named |Layla| was"), else the index itself."""
    told = units[at].sense("people") is not None  # "identified |the man| who died"
    if at > 1 and units[at - 1].lemma in ("name", "call", "identify") and not told:
        body = units[at - 1].lemma == "call" and units[at - 2].kind is UnitKind.NOUN  # "a gang called |the Owls|"
        return at - 2 if body or is_known_people(units[at - 2]) else at
    return at


def _links(unit: Unit) -> bool:
    """Say whether what follows a verb tells of its subject ("remain trapped", "were found dead")."""
    told = unit.lemma in _TOLD and unit.voice in (Voice.PASSIVE, Voice.BARE)
    left = unit.lemma in _LEAVING and unit.voice is Voice.PASSIVE  # "were left |injured|"
    return unit.lemma in _COPULAS or told or left


def _outside_part(units: Units, first: int) -> int | None:
    """Return the whole before an insert of its parts ("20 civilians including |children| were")."""
    index = first - 1
    while index > 0 and (units[index].kind is UnitKind.ADVERB or units[index].word == ","):
        index -= 1
    index = _inclusion(units, index)
    if index > 0 and units[index].kind is UnitKind.INCLUDING:
        index -= 1
    elif index > 1 and units[index].word in ("them", "whom") and units[index - 1].word == "of":
        index -= 3
    elif index > 0 and (units[index].word == "(" or _opens_parts(units, index)):
        index -= 1
    elif not (
        index >= 0
        and units[index].kind is UnitKind.NOUN
        and units[index + 1].word in ("mostly", "mainly", "largely", ",")
    ) or (units[index + 1].word == "," and units[first - 1].word not in ("mostly", "mainly", "largely")):
        return None
    while index > 0 and units[index].word in (",", "("):
        index -= 1
    if index < 0 or units[index].kind is not UnitKind.NOUN:
        return None
    head = people_start(units, index)
    return head if is_known_people(units[head]) else None


def _opens_parts(units: Units, at: int) -> bool:
    """Say whether a colon opens the parts of counted people, and not what is said: "Police|:| five men killed"."""
    return units[at].word == ":" and units[at - 1].quantity is not None


def _inclusion(units: Units, at: int) -> int:
    """Return the index of a word of inclusion at or near an index, over the members of its list, else the index."""
    step = at
    while (
        step > 0
        and at - step < _LISTED
        and (units[step].kind in (UnitKind.NOUN, UnitKind.CONJUNCTION) or units[step].word == ",")
    ):
        if units[step - 1].kind is UnitKind.INCLUDING:
            return step - 1
        step -= 1
    return at


_PHRASE = 5  # units between a verb and its "as"
_LISTED = 6  # units that a list of parts may take between its word of inclusion and the verb


def _before_insert(units: Units, comma: int) -> int:
    """Step over an insert between commas ("12 people, including a child, were …") to the word before it."""
    for index in range(comma - 1, max(-1, comma - 16), -1):
        if units[index].word == "," and index + 1 < comma:
            opener = units[index + 1]
            if (
                opener.kind
                in (
                    UnitKind.INCLUDING,
                    UnitKind.PREPOSITION,
                    UnitKind.SUBORDINATOR,
                    UnitKind.ADVERB,
                )
                or _is_insert(units, index + 1, comma)
                or _is_relative_part(units, index + 1)
                or opener.determiner == "whose"
                or opener.word in ("who", "whom")
            ):
                return index - 1
    return comma - 1


def _is_insert(units: Units, first: int, last: int) -> bool:
    if _is_listed(units, first, last):
        return False
    return not any(
        unit.kind is UnitKind.VERB and unit.voice in (Voice.ACTIVE, Voice.PASSIVE) for unit in units[first:last]
    )


def _is_listed(units: Units, first: int, last: int) -> bool:
    """Say whether the words between two commas end a list of people ("six Iraqis, |a nurse and a Turk|, were")."""
    inside = [index for index in range(first, last) if units[index].kind is UnitKind.NOUN]
    joined = any(unit.kind is UnitKind.CONJUNCTION for unit in units[first:last])
    members = all(is_known_people(units[index]) and units[index].word for index in inside)
    before = units[first - 2] if first > 1 else units[first]
    counted = before.quantity is not None or before.determiner in ("a", "an")
    return joined and members and counted and is_known_people(before) and len(inside) > 1


def _is_relative_part(units: Units, at: int) -> bool:
    """Say whether "one of whom", "most of them" opens at an index."""
    return at + 2 < len(units) and units[at + 1].word == "of" and units[at + 2].word in ("whom", "which")


_OPENED_BY = {")": "(", "]": "[", DASH: DASH}  # the signs that close an insert, and those that open it
_NEAR = 40  # units in which a bracket closes, and in which a verb before a conjunction stands
_DEEPEST = 8  # verbs that share one subject ("were hit, fell, bled … and |died|")


def _shared_subject(units: Units, conjunction: int, depth: int) -> tuple[int, ...]:
    """Return the subject of the verb before "and": "three people were shot and |killed"."""
    for index in range(conjunction - 1, max(-1, conjunction - _NEAR), -1):
        if units[index].kind is UnitKind.VERB and units[index].voice in (Voice.PASSIVE, Voice.BARE, Voice.ACTIVE):
            return agreeing(units, index, subject_of(units, index, depth))
    return ()
