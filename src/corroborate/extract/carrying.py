"""Harm carried on past phrases: "killed five in A and |two in B|", "were killed along with |a nurse|": P06."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corroborate.extract.coordination import coordinated, is_finite, is_full_name
from corroborate.extract.drafting import Draft
from corroborate.extract.groups import Units, chain_end, count_of, exceeds, group_at, is_known_people, uncounted
from corroborate.extract.lexicon import rule_words, word_classes
from corroborate.extract.units import Unit, UnitKind
from corroborate.model.casualty import NOBODY, People

RULE = "P06-elsewhere"
_PLACED = frozenset(("in", "at", "near", "outside"))
_WITHIN = _PLACED | {"on", "inside", "aboard", "from", "under", "among", "amongst"}
_JOINED = frozenset(("and", "&", "+", "plus", "as well as", "along with", "together with", "in addition to"))
_WITH = frozenset(("alongside", "as well as", "along with", "together with", "in addition to"))
_TYING = _JOINED | _WITH | {"with"}
_WHOLES = frozenset(("them", "whom"))
_SURVIVORS = rule_words("survivors")
_DAYS = word_classes("function.tsv")["day"] | word_classes("function.tsv")["month"]
_YEAR = 4  # digits
_OWNED = frozenset(("his", "her", "their"))
_FOLDED = _OWNED | {"a", "an", "another"}


def carried(units: Units, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the people whom a verb's harm reaches behind the phrases that follow its first ones."""
    yield from _shared_out(units, drafts)
    wholes = [draft for draft in drafts if draft.whole is None and draft.count != NOBODY]  # a share is spread by nobody
    held = {index for draft in drafts for index in range(draft.first, draft.last)}
    for at in range(1, len(units)) if wholes else ():
        if at in held or units[at].kind is not UnitKind.NOUN or not _may_carry(units, at):
            continue
        before = [draft for draft in wholes if draft.last <= at]
        last = max(before, key=lambda draft: draft.last, default=None)
        fared = 2 * _is_ellipsis(units, at)
        if last is None or _is_parted(units, last.last, at - fared):
            continue
        if fared:
            yield from (_draft(units, member, last, None) for member in coordinated(units, at))
        elif _is_number_at_place(units, at) or _is_parallel(units, last.last, at):
            yield _draft(units, at, last, drafts.index(last) if _is_spread(units, last.last, at) else None)
        elif _is_joined(units, at, held) and not _continues_phrase(units, last, at):
            members = tuple(coordinated(units, at, inserted=units[at - 1].word in _WITH))
            if not _has_verb(units, members[-1]):
                yield from (_draft(units, member, last, None) for member in members if member not in held)
                held.update(members)


def _may_carry(units: Units, at: int) -> bool:
    """Say whether a noun group is a bare number, or one that something ties to what stands before it."""
    tied = units[at - 1].lemma == "be" or units[at - 1].word in _TYING
    return not units[at].word or tied or (units[at - 1].word == "," and count_of(units[at]) is not None)


def _shared_out(units: Units, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the harm of each further place of several: "one was killed in each of A, |B| and |C|"."""
    each = next((at for at, unit in enumerate(units) if unit.word == "each" and unit.pronoun), None)
    if each is None or units[each - 1].kind is not UnitKind.PREPOSITION or units[each + 1 : each + 2] == ():
        return
    told = max((draft for draft in drafts if draft.last < each), key=lambda draft: draft.last, default=None)
    if told is None or each - told.last > _NEAR:
        return
    places = _places(units, each + 2)
    for place in places[1:]:
        yield replace(told, last=place + 1, rule=RULE, group=None)
    number = units[places[0]].quantity if len(places) == 1 else None
    many = number.count.low if number is not None and number.numeral and number.count.low else 1
    for further in range(1, many):  # "in each of three villages": nothing names them, so the words run on
        yield replace(told, last=min(places[0] + 1 + further, len(units)), rule=RULE, group=None)


_NEAR = 6  # units between harm and "in each of"


def _places(units: Units, at: int) -> list[int]:
    """Return the units that name the places of a list, heads like "the cities of" aside."""
    found: list[int] = []
    while at < len(units):
        unit = units[at]
        if unit.kind is UnitKind.NOUN:
            head = at + 1 < len(units) and units[at + 1].word == "of" and unit.plural
            found.extend(() if head else (at,))
        elif unit.word not in (",", "of") and unit.kind is not UnitKind.CONJUNCTION:
            break
        at += 1
    return found


def _is_ellipsis(units: Units, at: int) -> bool:
    """Say whether people are told to have fared alike: "two men were killed, as were |three children|"."""
    before = [(one.word, one.lemma) for one in units[max(0, at - 2) : at]]
    if [word for word, _ in before[:1]] not in (["as"], ["so"]) or before[-1][1] != "be":
        return False
    return is_known_people(units[at]) and not units[at].pronoun and not _has_verb(units, at)


def _draft(units: Units, at: int, last: Draft, whole: int | None) -> Draft:
    group = group_at(units, at)
    people, count = (group.people, group.count) if group else (People.PEOPLE, NOBODY)
    if group is None or group.inherits:
        people = last.people
    return Draft(at, group.last if group else at + 1, at, last.effect, people, count, RULE, whole=whole, group=at)


def _is_parted(units: Units, first: int, at: int) -> bool:
    """Say whether another clause stands between the harm told last and a noun group."""
    return any(unit.kind in (UnitKind.VERB, UnitKind.STATE, UnitKind.SUBORDINATOR) for unit in units[first:at])


def _is_number_at_place(units: Units, at: int) -> bool:
    """Say whether a bare number is told with its place or day: "(five in A and) |two in B|", "|two on Monday|"."""
    unit = units[at]
    if unit.quantity is None or not unit.quantity.numeral or unit.word or at + 2 >= len(units):
        return False
    place = units[at + 2]
    if units[at + 1].word in ("on", "in") and (
        place.word in _DAYS or (place.word.isdigit() and len(place.word) == _YEAR)
    ):
        return True
    return units[at + 1].word in _PLACED and (place.proper or place.word in uncounted("place"))


def _is_parallel(units: Units, first: int, at: int) -> bool:
    """Say whether a number and its phrase match those before: "(five) on the plane and |11 on the ground|".

    So with people who are counted: "(killed 12 farmers in A), |7 miners in B|".
    """
    unit, behind = units[at], chain_end(units, at)
    counted = (unit.quantity is not None or unit.determiner in _FOLDED) and behind + 1 < len(units)
    if not counted or units[at - 1].word not in ("and", "&", ",") or units[first].word not in _WITHIN:
        return False
    if units[behind].word not in _WITHIN or units[behind + 1].kind is not UnitKind.NOUN:
        return False
    if not unit.word:
        return unit.quantity is not None and unit.quantity.numeral and behind == at + 1
    return is_known_people(unit) and not _has_verb(units, at)  # "(12 farmers in A), |7 miners| in B"


def _is_spread(units: Units, first: int, at: int) -> bool:
    """Say whether numbers at places are shares of a total: behind a colon, a word of inclusion, "12 of them in A"."""
    shares = any(unit.word == ":" or unit.kind is UnitKind.INCLUDING for unit in units[first:at])
    return shares or any(one.word == "of" and two.word in _WHOLES for one, two in pairwise(units[first:at]))


def _is_joined(units: Units, at: int, held: Container[int]) -> bool:
    """Say whether a group of people is joined to what stands before it and counted, or told to be with it."""
    unit, joint = units[at], units[at - 1]
    if joint.word in _WITH and is_full_name(unit):
        return True  # "was killed, along with |Ali Noor|"
    of_men = not unit.word and at + 2 < len(units) and units[at + 1].word == "of" and is_known_people(units[at + 2])
    if of_men and joint.word in _WITH | {"with"}:
        return units[at + 2].determiner in _OWNED  # "along with |five| of his men"
    if not is_known_people(unit) or unit.pronoun or not unit.word or _has_own_state(unit) or unit.word in _SURVIVORS:
        return False
    if joint.word in _WITH:
        return unit.determiner not in ("the", "these", "those") or unit.quantity is not None
    if joint.word == "with" and at - 2 in held:
        return unit.determiner in _OWNED or (unit.quantity is not None and unit.quantity.numeral)
    return joint.word in _JOINED and (unit.quantity is not None or unit.determiner in _FOLDED)


def _has_own_state(unit: Unit) -> bool:
    return any(
        sense.domain in ("effect", "harm-verb") for sense in unit.inner
    )  # "12 dead and two |displaced| families"


def _continues_phrase(units: Units, last: Draft, at: int) -> bool:
    """Say whether people are joined to others inside a phrase ("in an attack on two policemen and |a guard|")."""
    first = last.last
    inside = [unit for unit in units[first : at - 1] if unit.kind is UnitKind.NOUN]
    shares = any(unit.kind is UnitKind.INCLUDING for unit in units[first : at - 1])
    quantity = units[at].quantity
    if shares:
        group = group_at(units, at)
        beyond = group is not None and exceeds(group.people, group.count, last.people, last.count)
        return quantity is None or not (quantity.more or beyond)
    added = units[at - 1].word in _WITH and quantity is not None and quantity.numeral
    return any(is_known_people(unit) and unit.word and not (added and unit.quantity is None) for unit in inside)


def _has_verb(units: Units, at: int) -> bool:
    """Say whether the last member of a list is the subject of a clause of its own."""
    behind = chain_end(units, at)
    while behind < len(units) and (
        units[behind].kind in (UnitKind.PREPOSITION, UnitKind.ADVERB, UnitKind.INCLUDING) or _in_phrase(units, behind)
    ):
        behind += 1
    if behind >= len(units):
        return False
    return units[behind].kind is UnitKind.STATE or is_finite(units[behind])


def _in_phrase(units: Units, at: int) -> bool:
    return units[at].kind is UnitKind.NOUN and units[at - 1].kind in (UnitKind.PREPOSITION, UnitKind.INCLUDING)
