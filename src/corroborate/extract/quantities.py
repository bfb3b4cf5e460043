"""Numbers as people write them: digits, words and mixtures, with the words that bound them."""

from collections.abc import Container, Iterable, Sequence
from functools import cache

from corroborate.errors import InvariantError
from corroborate.extract.lexicon import rows, rule_words
from corroborate.extract.numerals import kind_of, number_at, numerals
from corroborate.model.casualty import NOBODY, VAGUE, Count, Qualifier
from corroborate.model.document import Token, TokenKind
from corroborate.model.passing import passing

_DASHES = frozenset(("-", "–", "—"))
_PARTS = _DASHES | {"to", "or"}
_NUMBER = TokenKind.NUMBER


@passing
class Quantity:
    """A counted stretch of tokens [first, last): the count, and whether a numeral stands in it.

    `more` says that the words add to a number told before ("another five", "dozens more", "3 others").
    """

    first: int
    last: int
    count: Count
    numeral: bool
    more: bool = False


_Qualifiers = dict[str, dict[tuple[str, ...], str]]  # by their first word, the longest phrases first


@cache
def _qualifiers() -> tuple[_Qualifiers, _Qualifiers]:
    tables: dict[str, _Qualifiers] = {"before": {}, "after": {}}
    phrases = ((tuple(words.split()), place, qualifier) for words, place, qualifier in rows("qualifiers.tsv"))
    for words, place, qualifier in sorted(phrases, key=lambda phrase: -len(phrase[0])):
        tables[place].setdefault(words[0], {})[words] = qualifier
    return tables["before"], tables["after"]


@cache
def _first_words() -> frozenset[str]:
    """Return the words with which a quantity can begin that are no numbers in figures and hold no hyphen."""
    return _openers().union(_qualifiers()[0])


@cache
def _openers() -> frozenset[str]:
    """Return the words with which a number can begin."""
    return frozenset((*numerals(), "half", "quarter", "between"))


_COMING = frozenset(("come", "came", "comes", "coming"))


def _may_open(tokens: Sequence[Token], folded: tuple[str, ...], at: int, openers: Container[int]) -> bool:
    """Say whether a quantity can begin at a token; `openers` are those with a word of which one can."""
    word = folded[at]
    if word in _openers() or tokens[at].kind is _NUMBER:
        return word not in ("many", "few") or folded[at - 1 : at] != ("how",)
    before, _ = _qualifiers()
    if word in before:
        if word == "under" and not _COMING.isdisjoint(folded[max(0, at - 1) : at]):
            return False  # "came under |six rockets|"
        if word == "more" and folded[at + 1 : at + 2] and folded[at + 1] in _HARMED:
            return True
        width, _ = _bound(before, folded, at)
        return width > 0 and (word == "some" or at + width in openers)  # "|the| army" bounds nothing
    head = word.partition("-")[0] if "-" in word else ""
    return head in _openers() or head in before


def quantities(tokens: Sequence[Token]) -> dict[int, Quantity]:
    """Return the quantities of a passage by the index of their first token; none overlap.

    Days, years, ages, times, measures, money, shares and numbered things are no quantities.
    """
    folded = tuple([token.folded for token in tokens])
    found: dict[int, Quantity] = {}
    opening, behind = _first_words(), 0
    openers = dict.fromkeys(
        at
        for at, (token, word) in enumerate(zip(tokens, folded, strict=True))
        if word in opening or token.kind is _NUMBER or "-" in word
    )
    for at in openers:
        quantity = _read(tokens, folded, at) if at >= behind and _may_open(tokens, folded, at, openers) else None
        if quantity:
            found[at] = quantity
            behind = quantity.last
    return found


def counts(tokens: Iterable[Token]) -> tuple[Count, ...]:
    """Return the counts that words state, in their order."""
    return tuple(quantity.count for quantity in quantities(tuple(tokens)).values())


def _read(tokens: Sequence[Token], folded: tuple[str, ...], first: int) -> Quantity | None:
    at, qualifier, more = _before(folded, first)
    between = folded[first] == "between"
    at = first + 1 if between else at
    low = number_at(tokens, folded, at)
    if low is None:
        return _vague(folded, first, at, more=more)
    value, at = low
    high = _other_end(tokens, folded, at, between=between)
    if between and high is None:
        return None
    if high and high[0] > value:
        return Quantity(first, high[1], Count(value, high[0], Qualifier.RANGE), numeral=True, more=more)
    if high and not (_is_set_off(tokens, at) and folded[first - 1 : first] not in _AGES):
        return None
    return _bounded(folded, first, low, (qualifier, more))


def _before(folded: tuple[str, ...], at: int) -> tuple[int, str, bool]:
    """Return where the number should begin, the word that bounds it, and whether it adds to a number told before."""
    before, _ = _qualifiers()
    qualifier, more = "plain", False
    for _ in range(_MOST_BOUNDS):
        width, found = _bound(before, folded, at)
        if not width:
            break
        more = (
            more or folded[at] in ("another", "further", "additional", "other") or "further" in folded[at : at + width]
        )
        qualifier = found if qualifier == "plain" else qualifier
        at += width
    return at, qualifier, more


def _bound(table: _Qualifiers, folded: tuple[str, ...], at: int) -> tuple[int, str]:
    """Return how many words the longest phrase of a table takes at a place, and its qualifier; (0, "") for none."""
    for phrase, qualifier in table.get(folded[at], _NO_PHRASES).items() if at < len(folded) else ():
        if folded[at : at + len(phrase)] == phrase:
            return len(phrase), qualifier
    return 0, ""


_NO_PHRASES: dict[tuple[str, ...], str] = {}
_MOST_BOUNDS = 4  # phrases before one number ("the other | at least | a further 12")


def _bounded(folded: tuple[str, ...], first: int, number: tuple[int, int], opening: tuple[str, bool]) -> Quantity:
    """Return the quantity of a number (value, index behind it) under the words before it and behind it."""
    _, after = _qualifiers()
    (value, at), (qualifier, more) = number, opening
    width, bound = _bound(after, folded, at)
    behind = at + width
    if folded[at - 1].endswith("-odd"):
        qualifier = "about"  # "twenty-odd"
    elif width and not (behind < len(folded) and (kind_of(folded, behind) == "unit" or folded[behind][:1].isdigit())):
        qualifier = bound
        at += width
    elif qualifier == "plain" and folded[at + 1 : at + 3] == ("at", "least") and folded[at : at + 1] in _COUNTED:
        numbered = at + 3 < len(folded) and (kind_of(folded, at + 3) == "unit" or folded[at + 3][:1].isdigit())
        qualifier = qualifier if numbered else "at_least"  # "70 people |at least|"
    if folded[at : at + 1] == ("more",) and folded[at + 1 : at + 2] != ("than",):
        at, more = at + 1, True
    if folded[at : at + 1] in (("other",), ("others",), ("additional",), ("further",)):
        at, more = at + 1, True
    return Quantity(first, at, bounded(value, qualifier), numeral=True, more=more)


def bounded(value: int, qualifier: str) -> Count:
    """Return the count of a number under a qualifier of the annotation guidelines ("plain": the number itself).

    >>> bounded(1000, "more_than").low, bounded(40, "at_most").high
    (1001, 40)
    """
    match qualifier:
        case "plain":
            return Count.exactly(value) if value else NOBODY
        case "at_least":
            return Count(value, None, Qualifier.AT_LEAST)
        case "more_than":
            return Count(value + 1, None, Qualifier.MORE_THAN)
        case "at_most":
            return Count(None, value, Qualifier.AT_MOST)
        case "less_than":
            return Count(None, max(value - 1, 0), Qualifier.LESS_THAN)
        case "about":
            return Count(value, value, Qualifier.ABOUT)
        case _:
            raise InvariantError(f"no qualifier: {qualifier}")


_AGES = ((",",), ("both",), ("aged",))  # "a guard, |23| - one of three"


def _is_set_off(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a dash between spaces is at an index: "killed 17 |-| nine men and eight women"."""
    return (
        tokens[at].text in _DASHES and tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start
    )


def _other_end(tokens: Sequence[Token], folded: tuple[str, ...], at: int, *, between: bool) -> tuple[int, int] | None:
    joint = folded[at] if at < len(folded) else ""
    return number_at(tokens, folded, at + 1) if joint in _PARTS or (joint == "and" and between) else None


def _vague(folded: tuple[str, ...], first: int, at: int, *, more: bool) -> Quantity | None:
    kind = kind_of(folded, at)
    word = folded[at] if at < len(folded) else ""
    if word == "few" and folded[first:at] not in ((), ("a",), ("the",), ("only", "a")):
        return None
    if kind == "none":
        return Quantity(first, at + 1, NOBODY, numeral=False) if at == first else None
    if word == "more" and first == at and folded[at + 1 : at + 2] and folded[at + 1] in _HARMED:
        return Quantity(at, at + 1, VAGUE, numeral=False, more=True)
    if kind != "vague" and not (kind == "unit" and folded[first : first + 1] == ("some",)):
        some = at > first and folded[at - 1] == "some"
        return Quantity(at - 1, at, VAGUE, numeral=False) if some and at - 1 == first else None
    if word in _NEED_OF and (folded[at + 1 : at + 2] != ("of",) or _is_total(folded, at)):
        return None
    end = at + 1
    while kind_of(folded, end) == "scale" or kind_of(folded, end) == "group":
        end += 1
    while folded[end : end + 1] in (("of",), ("upon",)) and kind_of(folded, end + 1) in _AGAIN:
        end += 2  # "a couple of dozen", "dozens upon dozens"
    if folded[end : end + 1] == ("more",) and folded[end + 1 : end + 2] != ("than",):
        end, more = end + 1, True
    if folded[end : end + 1] == ("others",):
        end, more = end + 1, True
    return Quantity(first, end, VAGUE, numeral=False, more=more or word == "others")


_AGAIN = frozenset(("vague", "group", "scale"))
_HARMED = rule_words("harmed_behind_numbers")
_COUNTED = frozenset((word,) for word in rule_words("counted"))


def _is_total(folded: tuple[str, ...], at: int) -> bool:
    """Say whether a word means the number itself: "the number of", "the total number of"."""
    return folded[at - 1 : at] in (("the",), ("total",), ("overall",), ("exact",), ("actual",))


_NEED_OF = rule_words("needing_of")
