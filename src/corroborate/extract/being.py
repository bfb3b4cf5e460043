"""Who the harmed are told to be, by a form of "be" behind them: P08, P09, P11.

P08  a number of them: "six of those killed |were rebels|", "of the 24 killed, |16 were children|", "ten of the dead
     |are believed to be farmers|"; of those whom a passage before tells: "ten of them |were farmers|"; and numbers
     beside them: "and |four were cooks|".
P09  all of them, counted: "the dead |were 12 farmers and a guard|".
P11  all others of them: "40 of the dead were cooks while |the rest were guards|".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corroborate.extract.coordination import coordinated
from corroborate.extract.drafting import Draft
from corroborate.extract.groups import Units, exceeds, group_at, is_known_people, people_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.units import DASH, UnitKind, Voice
from corroborate.model.casualty import Effect, People
from corroborate.model.document import Passage

RULE = "P08-told-to-be"
COUNTED_RULE = "P09-those-who-are"
REST_RULE = "P11-the-rest"
_OTHERS = rule_words("left_over")
_HELD = rule_words("held_to_be")
_APART = frozenset((";", DASH))
_OUT_OF = frozenset(("of", "out of", "among", "amongst"))
_WHOLES = frozenset(("them", "these", "those"))
_OPENING = 6  # words in which "at least ten of them" stands
_PART = 2  # units of "of them"


def told_to_be(units: Units, draft: Draft) -> Draft:
    """Return a draft of a number of the harmed with the people that they are told to be behind it: P08."""
    named = predicate(units, draft.last) if draft.inherits and _is_number_of(units, draft.first) else None
    if named is None:
        return draft
    return replace(draft, last=named + 1, people=people_of(units, named) or People.PEOPLE, inherits=False)


def may_tell_of_them(passage: Passage) -> bool:
    """Say whether a passage opens with so many "of them"."""
    opening = [token.folded for token in passage.tokens[:_OPENING]]
    return any(first == "of" and second in _WHOLES for first, second in pairwise(opening))


def of_them(units: Units, effect: Effect | None) -> Iterator[Draft]:
    """Yield the shares of harm that a passage before told, whose effect is given: "ten of them were farmers": P08."""
    for at in range(len(units) - _PART):
        if effect is not None and _is_number_of(units, at) and units[at + _PART].word in _WHOLES:
            draft = _numbered(units, at, at + _PART + 1, effect)
            if draft is not None:
                yield draft


def beside(units: Units, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the numbers told on beside people who are told what they are: "… and |four were cooks|": P08."""
    told = [draft for draft in drafts if not draft.inherits and _is_number_of(units, draft.first)]
    held = {index for draft in drafts for index in range(draft.first, draft.last)}
    for at in range(1, len(units) - 1) if told else ():
        before = max((draft for draft in told if draft.last < at), key=lambda draft: draft.last, default=None)
        joined = units[at - 1].kind in (UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR) or units[at - 1].word == ","
        if before is not None and at not in held and joined and _is_bare_number(units, at):
            draft = _numbered(units, at, at + 1, before.effect)
            if draft is not None:
                yield replace(draft, whole=before.whole)


def set_apart(units: Units, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the shares in a clause of their own: "of the 24 killed, |16 were boys|", "20 died; |nine were cooks|"."""
    for number, whole in enumerate(drafts):
        share = whole.last + 1
        if share >= len(units) or not _is_bare_number(units, share) or not _is_apart(units, whole):
            continue
        while share < len(units) and _is_bare_number(units, share):
            draft = _numbered(units, share, share + 1, whole.effect)
            if draft is None or exceeds(draft.people, draft.count, whole.people, whole.count):
                break
            yield replace(draft, whole=number)
            share = draft.last + _joints(units, draft.last)  # "… and |seven were cooks|"


def _joints(units: Units, at: int) -> int:
    """Return how many signs and conjunctions stand between two shares."""
    light = (UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR)
    return next((n for n, one in enumerate(units[at:]) if one.word != "," and one.kind not in light), 0)


def the_rest(units: Units, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield who all others of the harmed were: "40 of the dead were cooks while |the rest were guards|": P11."""
    for at in range(_PART, len(units) - 1) if drafts else ():
        if units[at].lemma != "be" or units[at].negated or units[at].modal or units[at - 1].word not in _OTHERS:
            continue
        told = max((draft for draft in drafts if draft.last < at), key=lambda draft: draft.last, default=None)
        if (
            told is None
            or "the" not in (units[at - _PART].word, units[at - 1].determiner)
            or units[at + 1].kind is not UnitKind.NOUN
        ):
            continue
        for index in coordinated(units, at + 1):
            group = group_at(units, index) if is_known_people(units[index]) and units[index].word else None
            if group is not None:
                yield Draft(at - _PART, group.last, at, told.effect, group.people, group.count, REST_RULE, group=index)


def _is_apart(units: Units, whole: Draft) -> bool:
    """Say whether a sign stands behind those told, or a comma where "of" opens the sentence before them."""
    opener = whole.first - 1
    opens = opener == 0 or (opener > 0 and units[opener - 1].kind is UnitKind.SIGN)
    return units[whole.last].word in _APART or (
        opens and units[opener].word in _OUT_OF and units[whole.last].word == ","
    )


def those_who_are(units: Units, at: int, *, every: bool) -> tuple[tuple[int, ...], str]:
    """P09: "the dead were |12 farmers| and |a guard|"; not "the dead were farmers"; "were", or a colon, is at an index.

    `every` says that all of them are told to be it, so that no number is needed: "all those killed were |farmers|".
    """
    tells = units[at].lemma == "be" and not units[at].negated and not units[at].modal
    if not (tells or units[at].word == ":") or at < 1 or at + 1 >= len(units):
        return (), ""
    listed = tuple(coordinated(units, at + 1, inserted=True)) if units[at + 1].kind is UnitKind.NOUN else ()
    known = all(is_known_people(units[one]) and _says_whom(units, one) for one in listed)
    quantity = units[at + 1].quantity
    one = units[at + 1].determiner in ("a", "an") and len(listed) > 1  # "a woman and her two sons"
    counted = one or (quantity is not None and quantity.numeral)
    return (listed, COUNTED_RULE) if listed and known and (counted or every) else ((), "")


def _says_whom(units: Units, at: int) -> bool:
    """Say whether a group has a word for its people, if only behind its number: "one of |the attackers|"."""
    group = None if units[at].word else group_at(units, at)
    return bool(units[at].word) or (group is not None and not group.inherits)


def predicate(units: Units, at: int) -> int | None:
    """Return the index of the people that those before an index are told, or held, to be; None where there are none."""
    if at >= len(units) or units[at].negated or units[at].modal:
        return None
    held = units[at].lemma in _HELD and units[at].voice is Voice.PASSIVE
    at += held
    if held and at + 1 < len(units) and units[at].word == "by" and units[at + 1].kind is UnitKind.NOUN:
        at += 2  # "identified |by the clinic| as"
    if held and at < len(units) and units[at].word == "as":
        at += 1  # "identified as"
    elif at < len(units) and units[at].lemma == "be" and not units[at].negated:
        at += 1
    else:
        return None
    while at < len(units) and units[at].kind is UnitKind.ADVERB:
        at += 1
    plain = at < len(units) and is_known_people(units[at]) and bool(units[at].word)
    return at if plain and not units[at].pronoun and units[at].determiner != "the" else None


def _numbered(units: Units, at: int, behind: int, effect: Effect) -> Draft | None:
    """Return the draft of a number at an index that is told to be people behind another."""
    named, counted = predicate(units, behind), group_at(units, at)
    if named is None or counted is None or units[named].quantity is not None:
        return None
    return Draft(at, named + 1, behind, effect, people_of(units, named) or People.PEOPLE, counted.count, RULE, group=at)


def _is_bare_number(units: Units, at: int) -> bool:
    unit = units[at]
    return unit.kind is UnitKind.NOUN and unit.quantity is not None and unit.quantity.numeral and not unit.word


def _is_number_of(units: Units, at: int) -> bool:
    """Say whether "six of" stands at an index."""
    return at + 1 < len(units) and _is_bare_number(units, at) and units[at + 1].word == "of"
