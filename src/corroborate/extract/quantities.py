"""Numbers as people write them: digits, words and mixtures, with the words that bound them."""

from collections.abc import Sequence
from functools import cache

from corroborate.errors import InvariantError
from corroborate.extract.lexicon import rows
from corroborate.model.casualty import NOBODY, VAGUE, Count, Qualifier
from corroborate.model.document import Token, TokenKind
from corroborate.model.passing import passing

_YEARS = range(1900, 2100)
_LARGEST = 1_000_000_000
_NUMBERED = frozenset(
    ("no", "number", "article", "chapter", "resolution", "page", "section", "route", "highway", "unit", "aged", "age")
)
_CURRENCIES = frozenset("$€£₺")
_SIGNS_OF_TIME = frozenset(":/")
_SIGNS_AFTER = frozenset(":/-")
_PARTS = frozenset(("-", "–", "—", "to"))


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
def _numerals() -> dict[str, tuple[int, str]]:
    return {word: (int(value or 0), kind) for word, value, kind in rows("numbers.tsv")}


def is_numeral(word: str) -> bool:
    """Say whether a folded word is a number in letters ("four")."""
    return word in _numerals()


@cache
def _calendar() -> tuple[frozenset[str], frozenset[str]]:
    classes = {kind: frozenset(word.strip() for word in words.split(",")) for kind, words in rows("function.tsv")}
    return classes["month"], classes["unit"]


@cache
def _openers() -> frozenset[str]:
    """Return the words with which a number can begin."""
    return frozenset((*_numerals(), "half", "between"))


def _may_open(tokens: Sequence[Token], folded: tuple[str, ...], at: int) -> bool:
    """Say whether a quantity can begin at a token: what most tokens answer with no."""
    word = folded[at]
    if word in _openers() or tokens[at].kind is TokenKind.NUMBER:
        return word not in ("many", "few") or folded[at - 1 : at] != ("how",)
    before, _ = _qualifiers()
    if word in before:
        if word == "more" and folded[at + 1 : at + 2] and folded[at + 1] in _HARMED:
            return True
        return _bound(before, folded, at)[0] > 0
    head = word.partition("-")[0] if "-" in word else ""
    return head in _openers() or head in before


def quantities(tokens: Sequence[Token]) -> dict[int, Quantity]:
    """Return the quantities of a passage by the index of their first token; none overlap.

    Days, years, ages, times, measures, money, shares and numbered things are no quantities.
    """
    folded = tuple([token.folded for token in tokens])
    found: dict[int, Quantity] = {}
    at = 0
    while at < len(tokens):
        quantity = _read(tokens, folded, at) if _may_open(tokens, folded, at) else None
        if quantity:
            found[at] = quantity
            at = quantity.last
        else:
            at += 1
    return found


def _read(tokens: Sequence[Token], folded: tuple[str, ...], first: int) -> Quantity | None:
    at, qualifier, more = _before(folded, first)
    between = folded[first] == "between"
    at = first + 1 if between else at
    low = _number(tokens, folded, at)
    if low is None:
        return _vague(folded, first, at, more=more)
    value, at = low
    high = _other_end(tokens, folded, at, between=between)
    if between and high is None:
        return None
    if high:
        if high[0] > value:
            return Quantity(first, high[1], Count(value, high[0], Qualifier.RANGE), numeral=True, more=more)
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
    elif width and not (behind < len(folded) and (_kind(folded, behind) == "unit" or folded[behind][:1].isdigit())):
        qualifier = bound
        at += width
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


def _other_end(tokens: Sequence[Token], folded: tuple[str, ...], at: int, *, between: bool) -> tuple[int, int] | None:
    joint = folded[at] if at < len(folded) else ""
    if joint in _PARTS or (joint == "and" and between) or joint == "or":
        end = _number(tokens, folded, at + 1)
        if end and (joint != "or" or end[0] < _NUMBER_OR_LIMIT):
            return end
    return None


_NUMBER_OR_LIMIT = 100  # "two or three", "30 or 40"; beyond that "or" joins alternatives


def _number(tokens: Sequence[Token], folded: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """Return a numeral's value and the index behind it; None where none stands or it counts something else."""
    found = _digits(tokens, folded, at) or _words(folded, at)
    if found is None or found[0] > _LARGEST or _counts_else(tokens, folded, at, found):
        return None
    return found


def _digits(tokens: Sequence[Token], folded: tuple[str, ...], at: int) -> tuple[int, int] | None:
    if at >= len(tokens) or tokens[at].kind is not TokenKind.NUMBER:
        return None
    digits = folded[at].replace(",", "").replace("\u066c", "").replace("\u066b", ".")
    scale = _numerals().get(folded[at + 1], (0, ""))[0] if _kind(folded, at + 1) == "scale" else 0
    if len(digits) > len(str(_LARGEST)):
        return None
    if scale:
        return round(float(digits) * scale), at + 2
    if _kind(folded, at + 1) == "group" and folded[at + 1] == "dozen":
        return round(float(digits) * 12), at + 2
    if "." in digits:
        return None
    end = at + 1
    while (
        end < len(tokens)
        and len(tokens[end].text) == _GROUP
        and tokens[end].text.isdigit()
        and tokens[end].start == tokens[end - 1].end + 1
    ):
        digits, end = digits + tokens[end].text, end + 1  # "200 000"
    return int(digits), end


_GROUP = 3  # digits between separators of thousands


def _kind(folded: tuple[str, ...], at: int) -> str:
    return _numerals().get(folded[at], (0, ""))[1] if at < len(folded) else ""


def _words(folded: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """Read a numeral in words: "one hundred and twenty", "two dozen", "half a dozen", "twenty-one"."""
    if folded[at : at + 2] == ("half", "a") and _kind(folded, at + 2) in ("scale", "group"):
        return _numerals()[folded[at + 2]][0] // 2, at + 3  # "half a million", "half a dozen"
    if _kind(folded, at) == "scale" and at and folded[at - 1][-1:].isdigit():
        return None  # the rest of "$20 million"
    total = part = 0
    first = at
    while at < len(folded):
        values = [_numerals().get(word, (0, "")) for word in folded[at].removesuffix("-odd").split("-")]
        kinds = {kind for _, kind in values}
        if kinds == {"unit"}:
            part += sum(value for value, _ in values)
        elif kinds == {"scale"} or (kinds == {"group"} and folded[at] == "dozen"):
            part = (part or 1) * values[0][0]
            if values[0][0] >= 1000:  # noqa: PLR2004  # a thousand closes what stands before it
                total, part = total + part, 0
        elif not (folded[at] == "and" and at > first and _kind(folded, at - 1) == "scale" and _is_unit(folded, at + 1)):
            break
        at += 1
    return (total + part, at) if at > first else None


def _is_unit(folded: tuple[str, ...], at: int) -> bool:
    return at < len(folded) and all(_numerals().get(word, (0, ""))[1] == "unit" for word in folded[at].split("-"))


def _counts_else(tokens: Sequence[Token], folded: tuple[str, ...], at: int, found: tuple[int, int]) -> bool:
    """Say whether a number measures, dates, or names what it stands beside."""
    end = found[1]
    previous = folded[at - 1] if at else ""
    following = folded[end] if end < len(folded) else ""
    if previous in _CURRENCIES or previous in _NUMBERED:
        return True
    if following in _calendar()[1]:
        return not (previous in _COUNTING and folded[end + 1 : end + 2] in _LATER)
    if _is_glued(tokens, folded, at, end):
        return True
    return tokens[at].kind is TokenKind.NUMBER and _is_date_or_age(tokens, folded, at, found)


_COUNTING = frozenset(("killing", "wounding", "injuring"))  # "wounding 90 hours after a truce": a comma is lost
_LATER = frozenset((("after",), ("before",), ("later",), ("earlier",)))


def _is_glued(tokens: Sequence[Token], folded: tuple[str, ...], at: int, end: int) -> bool:
    """Say whether a sign ties the number to a time, a date or a word ("4:30", "3/4", "12-year-old"), not to a range."""
    if at and folded[at - 1] in _SIGNS_OF_TIME and tokens[at - 1].end == tokens[at].start:
        return True
    if end + 1 >= len(tokens):
        return end < len(tokens) and folded[end] in _SIGNS_AFTER and tokens[end].start == tokens[end - 1].end
    if folded[end] not in _SIGNS_AFTER or tokens[end].start != tokens[end - 1].end or _kind(folded, end + 1):
        return False
    if folded[end] in _SIGNS_OF_TIME and tokens[end + 1].start != tokens[end].end:
        return False  # "kills 16: monitor"
    is_range = folded[end] == "-" and tokens[end + 1].kind is TokenKind.NUMBER
    return not (is_range or folded[end + 1] == "odd")


def _is_date_or_age(tokens: Sequence[Token], folded: tuple[str, ...], at: int, found: tuple[int, int]) -> bool:
    """Say whether digits are a day beside its month, an age behind a name, or a year."""
    months, (value, end) = _calendar()[0], found
    previous = folded[at - 1] if at else ""
    following = folded[end] if end < len(folded) else ""
    if (
        previous in months
        or (following in months and following != "may")
        or (previous == "." and at > 1 and folded[at - 2] in months)
    ):
        return value <= 31 or value in _YEARS  # noqa: PLR2004  # a day of the month
    if previous == "," and following in {",", "."}:
        return True  # an age behind a name, a year behind a day
    year = value in _YEARS and "," not in tokens[at].text
    return year and (following not in _COUNTED or previous in ("in", "since", "during", "until", "by"))


_COUNTED = frozenset(
    "people civilians persons men women children killed dead deaths injured wounded fighters soldiers victims families "
    "attacks airstrikes strikes".split()
)


def _vague(folded: tuple[str, ...], first: int, at: int, *, more: bool) -> Quantity | None:
    kind = _kind(folded, at)
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
    while _kind(folded, end) == "scale" or _kind(folded, end) == "group":
        end += 1
    while folded[end : end + 1] == ("of",) and _kind(folded, end + 1) == "vague":
        end += 2
    if folded[end : end + 1] == ("more",) and folded[end + 1 : end + 2] != ("than",):
        end, more = end + 1, True
    if folded[end : end + 1] == ("others",):
        end, more = end + 1, True
    return Quantity(first, end, VAGUE, numeral=False, more=more or word == "others")


_HARMED = frozenset("injured wounded hurt missing dead killed trapped displaced detained arrested".split())


def _is_total(folded: tuple[str, ...], at: int) -> bool:
    """Say whether a word means the number itself: "the number of", "the total number of"."""
    return folded[at - 1 : at] in (("the",), ("total",), ("overall",), ("exact",), ("actual",))


_NEED_OF = frozenset(
    (
        "number",
        "numbers",
        "group",
        "couple",
        "series",
        "wave",
        "barrage",
        "spate",
        "string",
        "handful",
        "lots",
        "plenty",
    )
)
