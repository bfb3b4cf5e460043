"""Numerals as people write them, in digits and words; what measures, dates or names is no number of people."""

from collections.abc import Sequence
from functools import cache

from corroborate.extract.lexicon import rows, rule_words
from corroborate.model.document import Token, TokenKind

_YEARS = range(1900, 2100)
_TEN, _TWENTY = 10, 20
_LARGEST = 1_000_000_000
_THOUSAND = 1_000  # it and what is larger close what stands before them
_LAST_DAY = 31  # of a month
_CENTURY = 100
_NUMBERED = rule_words("numbered")
_FROM, _AGED = frozenset(("between", "from")), (("aged",), ("ages",))  # "aged between 5 and 12"
_AGES = (("age",), ("ages",))  # "under the age of eight"
_CURRENCIES = frozenset("$€£₺")
_SIGNS_OF_TIME = frozenset(":/")
_SIGNS_AFTER = frozenset(":/-")


@cache
def numerals() -> dict[str, tuple[int, str]]:
    """Return the numerals in words by their folded form, each with its value and kind."""
    told = {word: (int(value or 0), kind) for word, value, kind in rows("numbers.tsv")}
    tens = [(word, value) for word, (value, kind) in told.items() if kind == "unit" and value >= _TWENTY]
    ones = [(word, value) for word, (value, kind) in told.items() if kind == "unit" and 0 < value < _TEN]
    glued = {ten + one: (many + few, "unit") for ten, many in tens for one, few in ones}  # "thirtythree"
    return glued | told


def is_numeral(word: str) -> bool:
    """Say whether a folded word is a number in letters ("four")."""
    return word in numerals()


def number_of(word: str) -> int:
    """Return the number that a folded word or digits stand for, 0 for none.

    >>> number_of("four"), number_of("12"), number_of("many")
    (4, 12, 0)
    """
    return int(word) if word.isascii() and word.isdigit() else numerals().get(word, (0, ""))[0]


@cache
def _calendar() -> tuple[frozenset[str], frozenset[str]]:
    classes = {kind: frozenset(word.strip() for word in words.split(",")) for kind, words in rows("function.tsv")}
    return classes["month"], classes["unit"]


def number_at(tokens: Sequence[Token], folded: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """Return a numeral's value and the index behind it; None where none stands or it counts something else."""
    found = _digits(tokens, folded, at) or _words(folded, at)
    if found is not None and folded[found[1] : found[1] + 3] == ("(", str(found[0]), ")"):
        found = found[0], found[1] + 3  # "three (3)"
    if found is None or found[0] > _LARGEST or _counts_else(tokens, folded, at, found):
        return None
    return found


def _digits(tokens: Sequence[Token], folded: tuple[str, ...], at: int) -> tuple[int, int] | None:
    if at >= len(tokens) or tokens[at].kind is not TokenKind.NUMBER:
        return None
    digits = folded[at].replace(",", "").replace("\u066c", "").replace("\u066b", ".")
    scale = numerals()[folded[at + 1]][0] if _multiplies(folded, at + 1) else 0
    if len(digits) > len(str(_LARGEST)):
        return None
    if scale:
        return round(float(digits) * scale), at + 2
    if "." in digits:
        return None
    end = at + 1
    while (
        end < len(tokens)
        and len(tokens[end].text) == _GROUP
        and tokens[end].text.isdigit()
        and 0 < tokens[end].start - tokens[end - 1].end <= _WIDEST_GAP
    ):
        digits, end = digits + tokens[end].text, end + 1  # "200 000"
    return int(digits), end


_WIDEST_GAP = 2  # characters between the groups of digits of one number
_GROUP = 3  # digits between separators of thousands


def kind_of(folded: tuple[str, ...], at: int) -> str:
    """Return the kind of a numeral in words, "" for other words."""
    return numerals().get(folded[at], (0, ""))[1] if at < len(folded) else ""


def _words(folded: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """Read a numeral in words: "one hundred and twenty", "two dozen", "half a dozen", "twenty-one"."""
    shared = _share(folded, at)
    if shared is not None:
        return shared
    if kind_of(folded, at) == "scale" and at and folded[at - 1][-1:].isdigit():
        return None  # the rest of "$20 million"
    total = part = 0
    first = at
    while at < len(folded):
        values = [numerals().get(word, (0, "")) for word in folded[at].removesuffix("-odd").split("-")]
        kinds = {kind for _, kind in values}
        if kinds == {"unit"}:
            part += sum(value for value, _ in values)
        elif _multiplies(folded, at):
            part = (part or 1) * values[0][0]
            if values[0][0] >= _THOUSAND:
                total, part = total + part, 0
        elif not (
            folded[at] == "and" and at > first and kind_of(folded, at - 1) == "scale" and _is_unit(folded, at + 1)
        ):
            break
        at += 1
    return (total + part, at) if at > first else None


def _multiplies(folded: tuple[str, ...], at: int) -> bool:
    """Say whether a word multiplies the number before it: "two |thousand|", "three |dozen|"."""
    return kind_of(folded, at) == "scale" or folded[at : at + 1] == ("dozen",)


_SHARES = {
    ("half", "a"): 0.5,
    ("quarter", "of", "a"): 0.25,
    ("three", "quarters", "of", "a"): 0.75,
    ("a", "half"): 0.5,
}  # "half a million", "a quarter of a million"
_OPEN_SHARES = frozenset(words[0] for words in _SHARES)


def _share(folded: tuple[str, ...], at: int) -> tuple[int, int] | None:
    """Read a share of a large number: "half a dozen", "a quarter of a million", "two and a half million"."""
    for words, share in _SHARES.items() if at < len(folded) and folded[at] in _OPEN_SHARES else ():
        end = at + len(words)
        if folded[at:end] == words and kind_of(folded, end) in ("scale", "group"):
            return round(numerals()[folded[end]][0] * share), end + 1
    if folded[at + 1 : at + 4] == ("and", "a", "half") and _is_unit(folded, at) and kind_of(folded, at + 4) == "scale":
        return round((numerals()[folded[at]][0] + 0.5) * numerals()[folded[at + 4]][0]), at + 5
    if kind_of(folded, at) == "group" and folded[at + 1 : at + 2] == ("of",) and folded[at] != "dozen":
        return numerals()[folded[at]][0], at + 2
    return None


def _is_unit(folded: tuple[str, ...], at: int) -> bool:
    return at < len(folded) and all(numerals().get(word, (0, ""))[1] == "unit" for word in folded[at].split("-"))


def _counts_else(tokens: Sequence[Token], folded: tuple[str, ...], at: int, found: tuple[int, int]) -> bool:
    """Say whether a number measures, dates, or names what it stands beside."""
    end = found[1]
    previous = folded[at - 1] if at else ""
    following = folded[end] if end < len(folded) else ""
    if previous in _CURRENCIES or previous in _NUMBERED or folded[max(0, at - 2) : at] == ("world", "war"):
        return True
    if (previous in _FROM and folded[at - 2 : at - 1] in _AGED) or (
        previous == "of" and folded[at - 2 : at - 1] in _AGES
    ):
        return True
    if following in _calendar()[1]:
        return not (previous in _COUNTING and folded[end + 1 : end + 2] in _LATER)
    if _is_glued(tokens, folded, at, end):
        return True
    return tokens[at].kind is TokenKind.NUMBER and _is_date_or_age(tokens, folded, at, found)


_COUNTING = rule_words("harming")
_LATER = frozenset((("after",), ("before",), ("later",), ("earlier",)))


def _is_glued(tokens: Sequence[Token], folded: tuple[str, ...], at: int, end: int) -> bool:
    """Say whether a sign ties the number to a time, a date or a word ("4:30", "3/4", "12-year-old"), not to a range."""
    if at and folded[at - 1] in _SIGNS_OF_TIME and tokens[at - 1].end == tokens[at].start:
        return True
    if end + 1 >= len(tokens):
        return end < len(tokens) and folded[end] in _SIGNS_AFTER and tokens[end].start == tokens[end - 1].end
    if folded[end] not in _SIGNS_AFTER or tokens[end].start != tokens[end - 1].end or kind_of(folded, end + 1):
        return False
    if folded[end] in _SIGNS_OF_TIME and tokens[end + 1].start != tokens[end].end:
        return False  # "kills 16: monitor"
    is_range = folded[end] == "-" and tokens[end + 1].kind is TokenKind.NUMBER
    return not (is_range or folded[end + 1] in ("odd", "plus"))


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
        is_short_year = value < _CENTURY and not following[:1].isalnum()  # "30 Aug 89 (Agency) --"
        return value <= _LAST_DAY or value in _YEARS or is_short_year
    if previous == "," and following in {",", "."}:
        return True  # an age behind a name, a year behind a day
    year = value in _YEARS and "," not in tokens[at].text
    counts = following in _COUNTED or (folded[end + 1 : end + 2] in _PEOPLE and previous not in _BEFORE_YEARS)
    return year and (not counts or previous in ("in", "since", "during", "until", "by"))


_COUNTED = rule_words("counted")
_PEOPLE = frozenset((word,) for word in rule_words("dwellers") if word.endswith("s"))  # "2000 Utopian residents"
_BEFORE_YEARS = frozenset(("the", "early", "late", "mid", "of", "from", "to", "and", "between"))
