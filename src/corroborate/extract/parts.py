"""Shares of a whole: "including six children", "51 of them women", "among them a nurse"."""

from collections.abc import Iterator
from dataclasses import replace

from corroborate.extract import being, degrees, sums
from corroborate.extract.actors import nationalities
from corroborate.extract.agreement import agreeing
from corroborate.extract.carrying import carried
from corroborate.extract.clauses import past_copula, subject_of
from corroborate.extract.coordination import coordinated, is_finite, list_before, may_be_listed
from corroborate.extract.degrees import WHOLES
from corroborate.extract.drafting import Draft, same_uncounted
from corroborate.extract.groups import Units, chain_end, group_at, is_known_people, is_name, people_start
from corroborate.extract.harm_names import BY_NAME, all_by_name, called_by_name
from corroborate.extract.harmed import are_the_harmed, harmed_effect
from corroborate.extract.lexicon import rule_words
from corroborate.extract.share_ties import has_shares, of_casualties, untold, with_shares, without_doubles
from corroborate.extract.supposing import is_taken_back
from corroborate.extract.units import DASH, Unit, UnitKind
from corroborate.model.casualty import Count, People

_SIGNS = frozenset((":", "(", "[", ";", DASH))  # that open a breakdown
_OPENING = _SIGNS | frozenset(("among", "amongst", "of"))
_DEGREES = degrees.DEGREES | degrees.FATAL
_PLACED = frozenset(("in", "at", "on", "near"))
_AMONG_THEM = frozenset(("among them", "amongst them"))
_MARKS = frozenset(('"', "“"))  # before quoted words
_FAR = 18  # units between a whole and the word that opens its parts


def with_parts(units: Units, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with the shares that the passage names, each tied to the draft before it that holds it."""
    found = [being.told_to_be(units, _called(units, draft)) for draft in sums.of_one_verb(drafts)]
    for at in range(len(units)):
        if not _may_open(units[at]):
            continue
        found.extend(one for one in _counted_of(units, at) if all(one.group != other.group for other in drafts))
        indices, rule = _opened(units, at)
        whole = _whole(found, at) if indices else None
        if whole is None:
            told = {(draft.group, draft.effect) for draft in found}
            among = _among(units, indices, at, rule) if rule in _OF_THE_HARMED else ()
            found.extend(one for one in among if (one.group, one.effect) not in told)
            continue
        made = list(_parts(units, indices, at, found[whole], rule))
        if rule == sums.LISTED and not sums.is_sum(untold(found, made, whole), found[whole]):
            continue
        found = with_shares(units, found, made, whole)
    found.extend(carried(units, found))
    found.extend((*being.beside(units, found), *being.set_apart(units, found), *being.the_rest(units, found)))
    return of_casualties(sums.of_the_rest(_tied(without_doubles(found))))


def _called(units: Units, draft: Draft) -> Draft:
    """Return a draft of one of the harmed with the name that follows: "one of those killed was |Ali Noor|"."""
    behind = past_copula(units, draft.last)
    named = draft.last < behind < len(units) and is_name(units[behind]) and draft.count == Count.exactly(1)
    counts = named and draft.first + 1 < draft.last and units[draft.first + 1].word == "of"
    return replace(draft, group=behind) if counts else draft


def _may_open(unit: Unit) -> bool:
    """Say whether an opener can begin at a unit: what most units answer with no."""
    bare = unit.quantity is not None and (not unit.word or unit.word in _DEGREES)
    opens = unit.word in _OPENING or unit.word == "," or unit.lemma in _NAMING or unit.lemma == "be"
    return bare or opens or unit.kind is UnitKind.INCLUDING


def _opened(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """Return the groups that a word of inclusion opens at an index, and the rule."""
    for opener in _OPENERS:
        indices, rule = opener(units, at)
        if indices:
            return indices, rule
    return (), ""


def _included(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """P01: "including |three nurses|", "with |three nurses| among them"."""
    if units[at].word in _AMONG_THEM and at > 1 and is_known_people(units[at - 1]) and units[at - 2].word == "with":
        return (at - 1,), "P01-including"
    index = past_copula(units, at + 1)
    if index + 2 < len(units) and units[index].word in ("those", "that") and units[index + 1].word == "of":
        index += 2  # "17 bodies, among them those of |three women|"
    if units[at].kind is not UnitKind.INCLUDING or index >= len(units) or units[index].kind is not UnitKind.NOUN:
        return (), ""
    return tuple(_listed_on(units, index)), "P01-including"


def _listed_on(units: Units, at: int) -> Iterator[int]:
    """Yield the members of a list, on past where they were: "including |a clerk| at the bank and |two guards|"."""
    found = tuple(coordinated(units, at, inserted=True))
    yield from found
    place = chain_end(units, found[-1])
    if place + 3 < len(units) and units[place].word in _PLACED and units[place + 1].kind is UnitKind.NOUN:
        behind = place + 3
        joined = units[place + 2].kind is UnitKind.CONJUNCTION and units[behind].quantity is not None
        if joined and is_known_people(units[behind]) and units[behind].word:
            yield from _listed_on(units, behind)


def _of_them(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """P02: "51 of them |women|", "12 of them |in Homs|", "of whom three were |nurses|"; P07: "six of them |badly|"."""
    unit = units[at]
    if degrees.stands_alone(units, at):
        return (at, at + 1), degrees.RULE
    if unit.kind is not UnitKind.NOUN or unit.quantity is None or unit.word or at + 2 >= len(units):
        return (), ""
    index = -1
    if units[at + 1].word == "of" and units[at + 2].word in WHOLES:
        behind = degrees.behind(units, at)
        if behind:
            return (at, behind), degrees.RULE
        index = past_copula(units, at + 3)
        if index < len(units) and unit.quantity.numeral and units[index].word in _SPECIFYING | nationalities():
            return (at, at), "P02-of-them"  # "four of them |from| one family", "two of them |British|"
    elif at > 1 and units[at - 1].word in WHOLES and units[at - 2].word == "of":
        index = past_copula(units, at + 1)
        index = -1 if index == at + 1 else index
    known = 0 <= index < len(units) and is_known_people(units[index])
    return ((at, index), "P02-of-them") if known else ((), "")


def _broken_down(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """P05: "seven people: |two men| and |five women|"."""
    first = _breakdown(units, at) if units[at].word in _SIGNS else None
    return (tuple(coordinated(units, first, inserted=True)), "P05-breakdown") if first else ((), "")


def _among_dead(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """P03: "|two nurses| were among the dead", "among those killed was |a nurse|"."""
    if units[at].word not in ("among", "amongst") or at + 1 >= len(units) or not are_the_harmed(units, at + 1):
        return (), ""
    behind = _told_behind(units, at + 2)
    if behind is not None and may_be_listed(units[behind]):
        return tuple(coordinated(units, behind)), "P03-among-the-dead"
    index = at - 1
    while index > 0 and (units[index].kind is UnitKind.ADVERB or units[index].lemma == "be"):
        index -= 1
    verb = next((i for i in range(index + 1, at) if units[i].lemma == "be"), None)
    if verb is not None:
        told = agreeing(units, verb, subject_of(units, verb))
        return (told, "P03-among-the-dead") if any(is_known_people(units[one]) for one in told) else ((), "")
    if index >= 0 and is_known_people(units[index]):
        if index and units[index - 1].word == "with":
            return (index,), "P03-among-the-dead"  # "20 were killed, with |children| among the dead"
        return list_before(units, people_start(units, index)), "P03-among-the-dead"
    return (), ""


def _told_behind(units: Units, at: int) -> int | None:
    """Return who is told to be among others: "(among the bodies) found in the town were |two men|"; None for nobody."""
    for index in range(at, min(at + _NEAR, len(units) - 1)):
        if units[index].lemma == "be":
            return index + 1
        if units[index].kind in (UnitKind.SIGN, UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR):
            return None
    return None


def _counted_of(units: Units, at: int) -> Iterator[Draft]:
    """Yield those whom a number counts of the harmed: "|three of the victims| were nurses"."""
    if not at or at + 2 >= len(units) or units[at].word != "of" or units[at - 1].word:
        return
    quantity, effect = units[at - 1].quantity, harmed_effect(units, at + 1)
    named = past_copula(units, at + 2)
    if quantity is None or effect is None or not at + 2 < named < len(units) or not is_known_people(units[named]):
        return
    group = group_at(units, named)
    if group is not None and quantity.numeral:
        yield Draft(at - 1, group.last, at, effect, group.people, quantity.count, "P03-of-the-dead", group=at - 1)


def _making_up(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """P03: "|two guards| made up the rest of the dead"; not "most of the dead"."""
    left = at > 0 and units[at - 1].word in _LEFT_OVER
    if not left or at + 1 >= len(units) or not are_the_harmed(units, at + 1):
        return (), ""
    makes = next((i for i in range(at - 2, max(-1, at - 5), -1) if units[i].kind is UnitKind.VERB), at)
    return (subject_of(units, makes), "P03-among-the-dead") if units[makes].lemma in _MAKING_UP else ((), "")


def _dead_included(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """P03: "the dead included |three nurses|", "those killed included |a guard|"."""
    if not _includes(units[at]) or at + 1 >= len(units):
        return (), ""
    first = _including(units, at)
    told = first is not None and not any(
        is_finite(unit) and unit.auxiliary and unit.lemma != "be" for unit in units[first:at]
    )
    listed = at + 1 + (at + 2 < len(units) and units[at + 1].word in _MARKS)
    if not told or units[listed].kind is not UnitKind.NOUN:
        return (), ""
    return tuple(coordinated(units, listed, inserted=True)), "P03-among-the-dead"


def _dead_were(units: Units, at: int) -> tuple[tuple[int, ...], str]:
    """P09: "the dead were |12 farmers| and |a guard|", "the rest of the dead are |guards|", "the dead: |two boys|"."""
    harmed = _including(units, at) if units[at].lemma == "be" or _is_called(units, at) else None
    among = harmed is not None and harmed > 0 and units[harmed - 1].word in ("among", "amongst")
    if harmed is None or among:
        return (), ""
    every = units[harmed].word == "those" and units[harmed].last - units[harmed].first > 1  # "all those"
    every = every or (harmed > 1 and units[harmed - 1].word == "of" and units[harmed - 2].word in _LEFT_OVER)
    return being.those_who_are(units, at, every=every)


def _is_called(units: Units, at: int) -> bool:
    """Say whether a colon stands right behind "the dead", "the victims", "those killed"."""
    if units[at].word != ":" or at == 0:
        return False
    harmed = at - 1 if units[at - 1].kind is UnitKind.NOUN or at == 1 else at - 2
    return "the" in (units[harmed].word, units[harmed].determiner) or units[harmed].word == "those"


def _including(units: Units, at: int) -> int | None:
    """Return the index of the harmed who are told to include others, where the verb is at an index."""
    joined = units[at - 1].kind in _LIGHT  # "those killed were mostly farmers but |included two guards|"
    return next((i for i in range(max(0, at - (_FAR if joined else _NEAR)), at) if are_the_harmed(units, i)), None)


def _includes(unit: Unit) -> bool:
    """Say whether a word of inclusion is a verb ("included")."""
    return unit.kind is UnitKind.INCLUDING and unit.word in ("included", "include", "includes")


_NEAR = 6  # units between "those killed" and "included" or "were"
_LEFT_OVER = rule_words("left_over")
_MAKING_UP = rule_words("making_up")
_NAMING = rule_words("naming")
_LEADING = rule_words("leading")
_OPENERS = (
    sums.listed_behind,
    _dead_included,
    _dead_were,
    _included,
    _of_them,
    _broken_down,
    called_by_name,
    _among_dead,
    _making_up,
)
_OF_THE_HARMED = frozenset(("P03-among-the-dead", being.COUNTED_RULE))


_SPECIFYING = rule_words("setting_shares_apart")


def _breakdown(units: Units, at: int) -> int | None:
    """Return where the list begins that a sign opens: "seven people: |two men|", "seven died; they were |two men|"."""
    first = at + 1
    if units[at].word not in ("(", "[") and first + 1 < len(units) and units[first].word in ("they", "these"):
        first = past_copula(units, first + 1)
        told = first > at + 2
    else:
        before = units[at - 1] if at else units[at]
        counted = before.quantity is not None and before.quantity.numeral and is_known_people(before)
        harmed = any(before.sense(domain) for domain in ("harm-verb", "effect")) or before.lemma == "follow"
        told = counted or (units[at].word in (":", "(", "[") and harmed)
    if not told or first >= len(units):
        return None
    head = units[first]
    listed = head.quantity is not None or head.determiner in ("a", "an") or _is_one_of_kin(units, first)
    return first if listed and is_known_people(head) and bool(head.word) else None


def _is_one_of_kin(units: Units, at: int) -> bool:
    """Say whether a person opens a list without an article: "(a family of four:) |father|, mother and two girls"."""
    one, joint = units[at], units[min(at + 1, len(units) - 1)]
    alone = one.sense("people") is not None and not one.plural and not one.determiner
    return alone and (joint.word == "," or joint.kind is UnitKind.CONJUNCTION)


def _among(units: Units, indices: tuple[int, ...], at: int, rule: str) -> Iterator[Draft]:
    """Yield the people told to be among the harmed where the passage does not tell the whole."""
    by_verb = _includes(units[at]) or units[at].lemma == "be" or units[at].word == ":"
    harmed = _including(units, at) if by_verb else at + 1
    effect = None if harmed is None or is_taken_back(units, min(indices)) else harmed_effect(units, harmed)
    for index in indices:
        group = group_at(units, index)
        if group is not None and effect is not None and not group.definite:
            named = at + 2 if units[at + 1].word in ("the", "those") else at + 1
            called = units[at].word == ":"
            first = group.first if called else min(group.first, at)
            last = group.last if called else max(group.last, at + 1 if by_verb else named + 1)
            yield Draft(first, last, at, effect, group.people, group.count, rule, group.inherits, group=index)


def _parts(units: Units, indices: tuple[int, ...], at: int, whole: Draft, rule: str) -> Iterator[Draft]:
    if rule == degrees.RULE:
        yield from degrees.drafts(units, indices, at, whole)
        return
    if rule == "P02-of-them":
        yield from _of_whole(units, indices, at, whole)
        return
    if rule == BY_NAME:
        yield from all_by_name(units, indices, at, whole)
        return
    previous: tuple[int, People] | None = None
    for index in dict.fromkeys((*indices, *_names(units, indices[0], whole))):
        group = group_at(units, index)
        by_name = not is_known_people(units[index])
        if group is None or (by_name and not _is_name_in(units, index, whole)):
            continue
        led = (
            units[index].word in _LEADING and whole.people is People.COMBATANTS
        )  # "ten rebels, including two |leaders|"
        unsaid = group.inherits or by_name or led or _is_from(units[index])
        people = whole.people if unsaid else group.people
        if previous is not None and same_uncounted(units[index], units[previous[0]]) and people is previous[1]:
            continue
        previous = (index, people)
        is_open = group.inherits and whole.inherits
        opener = index == indices[0] and rule not in ("P05-breakdown", sums.LISTED)
        first = min(at, group.first) if opener else group.first
        yield Draft(first, group.last, at, whole.effect, people, group.count, rule, is_open, group=group.at)


def _of_whole(units: Units, indices: tuple[int, ...], at: int, whole: Draft) -> Iterator[Draft]:
    """Yield a number of the whole, and what is told of them."""
    number, named = group_at(units, indices[0]), group_at(units, indices[1])
    if number and named:
        people = whole.people if named.inherits else named.people
        yield Draft(at, named.last, at, whole.effect, people, number.count, "P02-of-them", group=number.at)


def _is_from(unit: Unit) -> bool:
    """Say whether people are told only by where they are from ("12 soldiers, including two |Chechens|")."""
    sense = unit.sense("people")
    return sense is not None and sense.detail == "nation"


_LIGHT = frozenset((UnitKind.CONJUNCTION, UnitKind.ADVERB))


def _is_name_in(units: Units, at: int, whole: Draft) -> bool:
    """Say whether a name stands right behind people and a word of inclusion: "three doctors, including |Noor|"."""
    if whole.group is None or not is_name(units[at]):
        return False
    first = (whole.trigger if whole.group < whole.trigger < at else whole.group) + 1
    between = [unit for unit in units[first:at] if unit.word != "," and unit.kind not in _LIGHT]
    return bool(between) and all(unit.kind is UnitKind.INCLUDING or is_name(unit) for unit in between)


def _names(units: Units, at: int, whole: Draft) -> Iterator[int]:
    """Yield the names joined to the one at an index ("including Ali Noor, |Sam Hill| and |Omar Said|")."""
    index = at + 1
    while _is_name_in(units, at, whole) and index < len(units):
        if _is_name_in(units, index, whole):
            yield index
        elif units[index].word != "," and units[index].kind is not UnitKind.CONJUNCTION:
            return
        index += 1


def _whole(drafts: list[Draft], at: int) -> int | None:
    """Return the nearest draft before an index that can have shares; the first of a list told with one verb."""
    near = [
        i
        for i, draft in enumerate(drafts)
        if at - _FAR <= draft.first < at and has_shares(draft) and draft.whole is None
    ]
    return max(near, key=lambda i: drafts[i].first, default=None)


def _tied(found: list[Draft]) -> list[Draft]:
    order = sorted(range(len(found)), key=lambda i: (found[i].first, found[i].last))
    place = {old: new for new, old in enumerate(order)}
    ordered = (found[i] for i in order)
    return [one if (whole := one.whole) is None else replace(one, whole=place[whole]) for one in ordered]


def inherits(draft: Draft, people: People) -> Draft:
    """Return the draft with the people that its words left open."""
    return replace(draft, people=people, inherits=False)
