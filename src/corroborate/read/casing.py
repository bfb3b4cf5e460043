"""Text that does not tell capitals from small letters → the same text as it is written elsewhere.

Old wires and military traffic are all in capitals, headlines often, posts all in small letters. Capitals tell who and
where is named: so such lines are read as they would stand in a newspaper, and quoted as they stand.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

_CAPITALS = re.compile(
    r"""^(?=(?:[^a-zA-Z\n]*[A-Z]){12})
        (?: [^a-z\n]+ (?:\n[^a-z\n]+)* $ | (?:[^\sa-z()]+[ \t]+){4,} (?=[A-Z][a-z]|A[ ][a-z]) )""",
    re.MULTILINE | re.VERBOSE,
)  # whole lines, and a headline that its report follows in one line
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENED = re.compile(r"(?:^|[^\W_]{2}[.!?][\"”’'`)\]]*\s+|\n\s*\n\s*)[\"“‘'`(\[]*$")
_IN_BRACKETS = re.compile(r"[\[(]([A-Z]{2,8})[\])]")
_VOWEL = re.compile(r"[AEIOUY]")
_MAY = re.compile(r"\bmay(?=\s\d)|(?:(?<=\d\s)|(?<=\b(?:[Ii]n|of)\s))may\b")  # the month
_US = re.compile(r"(?<![Tt]he )\bUS\b(?=[.,;!?]|\s(?:that|all|how|what|when|why|where|about)\b)")  # the pronoun
_ENDINGS = frozenset(("", "s", "re", "ve", "ll", "d", "m"))  # of a word, behind its apostrophe
_BEFORE = 12  # characters in which it is seen that a sentence opens
_MOST_OTHERS = 0.003  # of the signs of a text in small letters are capitals, or the other way round
_SPELLED_OUT = 9  # words before an acronym in brackets, among which stand those that it is made of
_JOINING = frozenset(("of", "for", "the", "and", "in", "on", "to", "de", "del", "la"))
_UNSPEAKABLE = 6  # letters: of so many and no vowel, an acronym

Stretch = tuple[int, int]  # where it starts and ends in the text


def natural(text: str) -> str:
    """Return the text at the same offsets, what is all in capitals or all in small letters put in the usual case.

    A line in capitals, or a headline that begins one, is put so by itself; small letters are only where the whole text
    has hardly anything else. A word is spelled as in the rest of the text; else small where English writes it small
    (`data/small_words.txt`), and with a capital where not; names made of words have theirs (`data/spellings.txt`).

    >>> natural("REBELS SHELLED ALEPPO ON MONDAY, THE SYRIAN ARMY SAID.")
    'Rebels shelled Aleppo on Monday, the Syrian army said.'
    """
    whole = (0, len(text))
    stretches = [whole] if _tells_nothing(text) else [match.span() for match in _CAPITALS.finditer(text)]
    if not stretches:
        return text
    known = {} if stretches == [whole] else dict(_elsewhere(text, stretches))
    acronyms = dict(_acronyms(text))
    known |= {word.lower(): word for word in acronyms}
    named = ["\\s".join(map(re.escape, name.split())) for name in acronyms.values() if name]
    parts, end = [], 0
    for start, stop in stretches:
        parts += [text[end:start], _spelled(text[start:stop], known, named)]
        end = stop
    return "".join((*parts, text[end:]))


def _tells_nothing(text: str) -> bool:
    """Say whether a text has hardly any capitals, or hardly any small letters."""
    capitals, rare = len(re.findall("[A-Z]", text)), _MOST_OTHERS * len(text)
    return (capitals <= rare or 2 * capitals > len(text)) and min(capitals, len(re.findall("[a-z]", text))) <= rare


def _elsewhere(text: str, stretches: Sequence[Stretch]) -> Iterator[tuple[str, str]]:
    """Yield the words of the other lines and how they are spelled within a sentence; what is ever small comes last."""
    ends, starts = (0, *(stop for _, stop in stretches)), (*(start for start, _ in stretches), len(text))
    others = [match for lines in zip(ends, starts, strict=True) for match in _WORD.finditer(text, *lines)]
    small = [match[0] for match in others if match[0].islower()]
    first = frozenset(ends)  # words behind a headline that ran into its report
    inner = (match for match in others if match.start() not in first and not _opens(text, match.start()))
    yield from ((match[0].lower(), match[0]) for match in inner)
    yield from zip(small, small, strict=True)


def _acronyms(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in brackets behind words that begin with its first letter and its last, and of it the name.

    The name is the last words before it that begin with its letters in turn, small ones passed; "" where there is none.
    """
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - 20 * _SPELLED_OUT) : match.start()].rstrip()
        words = list(_WORD.finditer(before))[-_SPELLED_OUT:]
        if {match[1][0], match[1][-1]} <= {word[0][0].upper() for word in words}:
            own = [word for word in words if word[0].lower() not in _JOINING][-len(match[1]) :]
            is_name = "".join(word[0][0].upper() for word in own) == match[1]
            yield match[1], before[own[0].start() :] if is_name else ""


def _titled(name: re.Match[str]) -> str:
    """Return a name with a capital for each word but those that only join."""
    return _WORD.sub(lambda word: word[0] if word[0].lower() in _JOINING else word[0].capitalize(), name[0])


def _spelled(stretch: str, known: Mapping[str, str], named: Sequence[str]) -> str:
    """Return a stretch of text with each of its words, and the names that it spells out, in their usual spelling."""

    def usual(match: re.Match[str]) -> str:
        word = known.get(match[0].lower()) or _usual(match[0])
        word = word[0].upper() + word[1:] if word.islower() and _opens(stretch, match.start()) else word
        return word if word.casefold() == match[0].casefold() and len(word) == len(match[0]) else match[0]

    names, spellings = _names()
    read = names.sub(
        lambda name: _put(name[0], spellings[" ".join(name[0].lower().split())]), _WORD.sub(usual, stretch)
    )
    for name in named:
        read = re.sub(rf"\b{name}\b", _titled, read, flags=re.IGNORECASE)
    return _US.sub("us", _MAY.sub("May", read))


def _put(told: str, name: str) -> str:
    """Return a name with the white space with which it is told."""
    return "".join(old if old.isspace() else new for old, new in zip(told, name, strict=True))


def _opens(text: str, at: int) -> bool:
    """Say whether a word opens a sentence or line."""
    return _OPENED.search(text[max(0, at - _BEFORE) : at]) is not None


def _usual(word: str) -> str:
    """Return how a word is spelled in English, by itself."""
    small = word.lower()
    base, _, behind = small.replace("’", "'").partition("'")
    is_small = base in small_words() or base.removesuffix("s") in small_words()
    if behind == "t" or (is_small and behind in _ENDINGS):
        return small
    if word.isupper() and len(word) <= _UNSPEAKABLE and not _VOWEL.search(word):
        return word
    return small[0].upper() + small[1:]


@cache
def small_words() -> frozenset[str]:
    """Return the words that English writes small."""
    return frozenset(_table("small_words.txt"))


@cache
def _names() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return an expression for every name that is made of small words, and how each is spelled."""
    spellings = {name.lower(): name for name in _table("spellings.txt")}
    longest_first = "|".join(re.escape(name) for name in sorted(spellings, key=len, reverse=True))
    return re.compile(rf"\b(?:{longest_first})\b".replace(r"\ ", r"\s"), re.IGNORECASE), spellings


def _table(name: str) -> list[str]:
    lines = files(__package__).joinpath("data", name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
