"""The subject that agrees with its verb, where the noun nearest to the verb does not.

"Five residents of A and B, both in the area of C State, were killed": the State was not. English lets phrases, shares
and relative clauses stand between subject and verb, and marks on the verb whether the subject is one or many.
"""

from corroborate.extract.coordination import coordinated, is_full_name, may_be_listed
from corroborate.extract.groups import Units, counts_people, is_known_people
from corroborate.extract.lexicon import rule_words
from corroborate.extract.units import DASH, Unit, UnitKind, Voice

_TELLING = rule_words("telling")

_ONE, _MANY = frozenset(("was", "is", "has", "'s")), frozenset(("were", "are", "have"))
_COLLECTIVE = rule_words("agreeing_with_many")
_RELATIVES = frozenset(("who", "which", "that", "whom", "where", "whose"))
_ENDS = frozenset((";", ":", "“", "”", '"', "|"))
_OPENERS = frozenset(("because", "although", "though", "whereas"))  # of clauses with a subject of their own
_PAIR = 2
_FAR = 40  # units between a subject and its verb


def agreeing(units: Units, at: int, subject: tuple[int, ...]) -> tuple[int, ...]:
    """Return the subject of a finite verb, or one farther off where this one does not agree or is no people."""
    while at and units[at].modal == "to" and units[at - 1].kind is UnitKind.VERB:
        at -= 1  # "(five men) |are believed| to have been killed"
    helpers = units[at].auxiliary.split()
    if helpers and helpers[0] not in _ONE | _MANY | {"had"}:
        return subject
    many = _number_of(units[at])
    if many is not False and _are_named(units, subject):
        return subject
    if (named := name_told_of(units, at)) is not None:
        return (named,)
    sure = bool(subject) and (is_known_people(units[subject[-1]]) or _are_counted(units, subject))
    if sure and (len(subject) > 1 or _agrees(units, subject, many=many)):
        return subject[:1] if many is False and _is_one_of_two_words(units, subject) else subject
    for index in range(_clause_start(units, at), at):
        if _can_be_subject(units, index, at):
            found = tuple(one for one in coordinated(units, index, inserted=True) if one < at)
            if _agrees(units, found, many=many):
                return found
    return subject


def _are_named(units: Units, subject: tuple[int, ...]) -> bool:
    """Say whether a subject are people called by name: "|Ali Noor| and |Sam Hill|, members of the guard, were"."""
    led = not subject or (subject[0] > 0 and units[subject[0] - 1].kind is UnitKind.PREPOSITION)
    return len(subject) > 1 and not led and all(is_full_name(units[one]) for one in subject)


def _are_counted(units: Units, subject: tuple[int, ...]) -> bool:
    """Say whether an unknown noun is counted beside people: "|five policemen and two zoologists| were"."""
    return len(subject) > 1 and is_known_people(units[subject[0]]) and counts_people(units[subject[-1]])


def name_told_of(units: Units, at: int) -> int | None:
    """Return the name of a person of whom a relative clause with "who" at an index tells; None for another word."""
    step = at - 2 - (at > 1 and units[at - 2].word == ",")
    if step < 0 or units[at - 1].word != "who" or _number_of(units[at]) is True:
        return None
    named, placed = units[step], step > 0 and units[step - 1].word in _PLACING
    before = units[step - 2] if step > 1 else named
    tied = before.word in _TIED or before.sense("effect") is not None  # "brothers, the body of |Ali Noor|, who was"
    person = named.proper and not named.senses and named.last - named.first > 1
    return step if person and (tied or not placed) else None


def whom_tied_to(units: Units, at: int, head: int) -> int:
    """Return those to whom others are only tied, where a clause about them follows: "relatives of |two men| who died".

    The head itself where the clause can only tell of it: "relatives of two men |were killed|".
    """
    inner = head + 2
    if inner >= at or units[head].word not in _TIED or units[head + 1].word not in ("of", "for"):
        return head
    told = units[inner].determiner or units[inner].quantity is not None
    several = units[head].plural and units[head].quantity is None  # "families of |the 56| killed", not "a family of 5"
    if not (told and is_known_people(units[inner]) and (units[inner].word or several)):
        return head
    relative = units[at - 1].word in ("who", "that")
    reduced = units[at].voice is Voice.BARE and units[head].quantity is None
    agrees = _agrees(units, (inner,), many=_number_of(units[at]))
    if not ((relative and agrees) or (reduced and not relative)):
        return head
    return whom_tied_to(units, at, inner)  # "a spokesman for the families of |two men| killed"


_TIED = rule_words("tied_to_others")


_PLACING = frozenset(("in", "at", "near", "from", "outside", "around", "of"))


def _is_one_of_two_words(units: Units, subject: tuple[int, ...]) -> bool:
    """Say whether two words name one person: "|a teacher and activist| was", not "a teacher and a driver were"."""
    heads = [units[index] for index in subject]
    bare = not (heads[-1].determiner or heads[-1].quantity or heads[-1].proper)
    return len(heads) == _PAIR and bare and not any(head.plural for head in heads)


def is_subject(units: Units, at: int, subject: tuple[int, ...]) -> bool:
    """Say whether groups agree with a verb as its subject, as far as it marks a number."""
    return bool(subject) and _agrees(units, subject, many=_number_of(units[at]))


def _number_of(verb: Unit) -> bool | None:
    """Say whether a verb marks its subject as many; None where it marks no number."""
    helper = next(iter(verb.auxiliary.split()), "")
    return helper in _MANY if helper in _ONE | _MANY else None


def _agrees(units: Units, subject: tuple[int, ...], *, many: bool | None) -> bool:
    """Say whether a subject agrees with its verb; `many` is None for a past tense, which marks no number."""
    if many is None:
        return True
    if len(subject) > 1:
        return many
    unit = units[subject[0]]
    if unit.word in _COLLECTIVE or unit.pronoun:
        return True
    return _is_many(unit) == many


def _is_many(unit: Unit) -> bool:
    if unit.quantity is not None:
        return unit.quantity.count.high != 1
    return unit.plural


def _clause_start(units: Units, at: int) -> int:
    """Return where the clause of a verb may begin: behind the last sign that ends one."""
    for index in range(at - 1, max(-1, at - _FAR), -1):
        dated = units[index].word == DASH and units[index - 1].word == ")"  # "Homs (AP) – |two men|"
        if units[index].word in _ENDS or units[index].word in _OPENERS or dated:
            return index + 1
    return max(0, at - _FAR)


def _can_be_subject(units: Units, at: int, verb: int) -> bool:
    """Say whether people at an index can be the subject of a verb: nothing governs them, no other verb takes them."""
    unit, before = units[at], units[at - 1] if at else None
    if unit.kind is not UnitKind.NOUN or unit.pronoun or not (unit.word or unit.quantity):
        return False
    named = unit.proper and not unit.senses and not unit.determiner and units[verb].auxiliary.split()[:1] != ["were"]
    joined = may_be_listed(unit) or (unit.determiner == "the" and not unit.plural and not unit.senses)
    listed = joined and len(tuple(coordinated(units, at, inserted=True))) > 1
    if not (is_known_people(unit) or (named and _behind_insert(units, at)) or listed):
        return False
    if before is not None and before.kind in (UnitKind.PREPOSITION, UnitKind.INCLUDING):
        return False
    if at > 1 and before is not None and before.word == "as" and units[at - 2].kind is UnitKind.VERB:
        return False  # "served as |an officer| and had been shot"
    if before is not None and before.kind is UnitKind.VERB and not _reports(before):
        return False
    return not any(_takes_subject(units, index) for index in range(at + 1, verb))


def _behind_insert(units: Units, at: int) -> bool:
    """Say whether a comma stands behind a name, as it does before what tells who that is."""
    return at + 1 < len(units) and units[at + 1].word == ","


def _reports(unit: Unit) -> bool:
    return unit.lemma in _TELLING


def _takes_subject(units: Units, at: int) -> bool:
    """Say whether a verb between is finite and in no relative clause; "known for", "given shelter" are not."""
    unit = units[at]
    if unit.kind is not UnitKind.VERB or unit.voice in (Voice.ING, Voice.INFINITIVE) or unit.modal == "to":
        return False
    index = at - 1
    while index >= 0 and units[index].kind is UnitKind.ADVERB:
        index -= 1
    if index >= 0 and units[index].kind is UnitKind.NOUN and units[index].word not in _RELATIVES:
        if units[index].determiner == "whose":
            return False
        index -= 1  # "the town that |rebels| seized"
    if index >= 0 and units[index].word in _RELATIVES:
        return False
    if unit.voice is not Voice.BARE:
        return True
    following = units[at + 1] if at + 1 < len(units) else None
    harm = unit.sense("harm-verb")
    if harm is not None and harm.detail == "vi":
        return True  # "a civilian |died|, two guards were hurt"
    return _reports(unit) or (following is not None and following.kind is UnitKind.NOUN and unit.lemma != "give")


def closes_quote(units: Units, at: int) -> bool:
    """Say whether a sign closes the quotation of no more than a noun group: "“tens of rebels|”| were killed"."""
    opens = at > 1 and units[at].word in _QUOTES and units[at - 1].kind is UnitKind.NOUN
    return opens and any(unit.word in _QUOTES for unit in units[max(0, at - _QUOTED) : at - 1])


_QUOTES = frozenset(('"', "“", "”"))
_QUOTED = 5  # units of a noun group in quotation marks, with its "of" and the first mark
