"""A line in which a headline and its report ran together → where each of them begins.

Pasted and scraped text loses line ends. What shows a seam: a stamp (who printed it, and when), a dateline, a word that
opens a sentence with no stop before it, a headline that is said again at once, capitals that turn to small letters.
`data/seams.tsv` holds the words and patterns.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from corroborate.read.casing import small_words

_WORD = re.compile(r"\S+")
_MOST = 6  # seams of a line
_FAR = 60  # words in which a seam is sought
_FEWEST = 3  # words of a headline
_LONGEST = 30
_AGAIN = 4  # words, by which it is told that a headline is said again
_SURELY_AGAIN = 6  # the same where what stands before has been cut short
_LONG = 4  # letters of a word that small letters tell from a title's
_NEXT = 10  # words behind a seam, of which most are in small letters
_LOUD = 12  # letters of a headline in capitals
_MOST_NAMES = 3  # words of a place's name
_ENDS = re.compile(r"(?<!['’]s)(?:(?<=[^\W_])|(?<=[^,][)\]”\"’'%]))$")
_BARS = frozenset(("|", "-", "–", "—", "::"))  # between a headline and the page that has it
_OPENS = re.compile(r"\s*(?:[A-Z\"“‘']|\d+ [A-Za-z])")

Word = re.Match[str]


def seams(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the parts of a sentence that opens a line begin, but for the first.

    A part is a headline, or the report; a stamp belongs to what follows it. Most sentences are of one part.
    """
    for _ in range(_MOST):
        seam = _seam(text, _stamp(text, start, end) or start, end)
        if seam is None:
            return
        yield seam
        start = seam


def _stamp(text: str, start: int, end: int) -> int | None:
    """Return the end of a stamp that stands at a place, behind which something begins."""
    found = _pattern("{stamp}").match(text, start, end)
    if not found:
        return None
    last = start + len(found[0].rstrip())
    return last if not text[last:end].strip() or _OPENS.match(text, last, end) else None


def _seam(text: str, start: int, end: int) -> int | None:
    """Return where the next part begins; None where a sentence is of one part."""
    words = list(_WORD.finditer(text, start, end))[: _FAR + _NEXT]
    if len(words) <= _FEWEST or _pattern("{dateline}").match(text, words[0].start()):
        return None
    raised = [at for at in range(_FEWEST, min(len(words), _FAR)) if not words[at][0][0].islower()]
    sure = next((at for at in raised if _is_marked(text, words, at) or _begins_copy(words, at)), len(words))
    if not _pattern(r"(?:{setting})(?![^\W_])").match(text, words[0].start()):
        head = words[:sure]
        opens = (at for at in raised if at < sure - _FEWEST and _follows(head, at) and _is_opener(text, head, at))
        sure = next((at for at in opens if _is_told(head, at)), sure)
    return words[sure].start() if sure < len(words) else None


def _is_marked(text: str, words: Sequence[Word], at: int) -> bool:
    """Say whether a stamp, a dateline or, behind capitals, small letters begin at a word."""
    return _follows(words, at) and (
        _begins_stamp(text, words, at) or _begins_dateline(text, words, at) or _begins_small(words, at)
    )


def _begins_stamp(text: str, words: Sequence[Word], at: int) -> bool:
    """Of "Shelling kills two AFP Friday 3 May 2013 Two …" the agency; not "(@name) 3 May 2013", which signs a post."""
    if _pattern(r"Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun|\(@.*").fullmatch(words[at - 1][0]):
        return False
    start, end = words[at].start(), words[-1].end()
    stamp = _stamp(text, start, end)
    return stamp is not None and (stamp < end or _pattern("{leading} ").match(text, start) is not None)


def _begins_dateline(text: str, words: Sequence[Word], at: int) -> bool:
    """Of "Shelling kills two SANAA (Agency) - Two …" the town; of two words behind another in capitals the last."""
    found = _pattern("{dateline}|{label}").match(text, words[at].start())
    if not found or not any(word[0].islower() for word in words):
        return False
    before = words[at - 1][0]
    is_loud = before.isupper() and len(before) >= _FEWEST
    return not (is_loud and " " in found[0].partition("(")[0].strip())


def _begins_small(words: Sequence[Word], at: int) -> bool:
    """Of "REBELS SHELL TOWN AGAIN Rebels have …" the first word with small letters."""
    head = "".join(word[0] for word in words[:at])
    if at < _AGAIN or len(head) < _LOUD or not head.isupper() or not words[at][0][:1].isupper():
        return False
    is_cased = words[at][0] == "A" and at + 1 < len(words) and words[at + 1][0].islower()
    return (is_cased or not words[at][0].isupper()) and _is_told(words, at)


def _begins_copy(words: Sequence[Word], at: int) -> bool:
    """Of "Shelling kills two in Sanaa Shelling kills two in Sanaa …" the second."""
    if at < _AGAIN or words[0][0][0].islower() or _plain(words[at]) != _plain(words[0]):
        return False
    pairs = zip(words, words[at:], strict=False)
    again = next((n for n, (one, other) in enumerate(pairs) if _plain(one) != _plain(other)), len(words) - at)
    return again >= (_AGAIN if _follows(words, at) else _SURELY_AGAIN)


def _plain(word: Word) -> str:
    return word[0].casefold().strip(".,:;\"“”'")


def _is_opener(text: str, words: Sequence[Word], at: int) -> bool:
    """Of "Shelling kills two in Sanaa At least two …" "At"; of "… in Sanaa Yemeni troops have …" "Yemeni"."""
    start, before = words[at].start(), words[at - 1][0]
    if _pattern("{lettered}").fullmatch(before) and _pattern("A|{numeral}").fullmatch(words[at][0]):
        return False
    if _pattern(r"{opener} (?:[a-z]|\d)|{opener-day} {weekday}(?![^\W_])").match(text, start):
        return True
    is_noun = before.islower() and not before.endswith("ed")
    if _pattern("{folk} ?[a-z]|{numeral} (?!{open} )[a-z]").match(text, start):
        return before.islower() or _ends_in_place(words, at) or _is_title(words[:at])
    if _pattern("{leader} (?:[A-Z][^ .]* ){1,3}[a-z]").match(text, start):
        return is_noun or _ends_in_place(words, at)
    if _pattern("{nation} [a-z]").match(text, start) and _ends_in_place(words, at):
        return True
    may_be_named = not is_noun or _pattern("{naming}").fullmatch(before) is not None
    if _pattern("(?!{articled})The (?:[A-Z][^ .]* ){1,3}[a-z]").match(text, start):
        return not may_be_named or _ends_in_place(words, at)
    is_common = _pattern("{named} [a-z]").match(text, start) is not None or _tells_of_force(text, start)
    return not may_be_named and (is_common or _begins_again(words, at))


def _tells_of_force(text: str, start: int) -> bool:
    """Say whether a sentence opens with words for force, and with no name: "|Heavy| shelling", "|Clashes| go on"."""
    found = _pattern(r"[A-Z][a-z]+(?= (?:[a-z]+ )?{event}(?![^\W_]))").match(text, start)
    return found is not None and found[0].lower() in small_words()


def _begins_again(words: Sequence[Word], at: int) -> bool:
    """Say whether the two words at a place open the line, too: "Sanaa police seek gunman |Sanaa| police have"."""
    again = [_plain(word) for word in words[at : at + 2]] == [_plain(word) for word in words[:2]]
    return again and words[at][0][0].isupper()


def _is_title(words: Sequence[Word]) -> bool:
    """Say whether words are a title, of which all long ones have capitals."""
    long = [word[0] for word in words if len(word[0]) >= _LONG and word[0][0].isalpha()]
    small = [word for word in long if word.islower() and not _pattern("{joining}").fullmatch(word)]
    return len(long) >= _AGAIN and not small


def _ends_in_place(words: Sequence[Word], at: int) -> bool:
    """Say whether what stands before a word ends in a place: "raid in Deir Hafir |Syrian| troops"; or on a shelf."""
    if _pattern("{nation}|{creed}|{weekday}").fullmatch(words[at - 1][0]):
        return False
    if _ends_in_shelf(words, at):
        return True
    first = at
    while first > max(at - _MOST_NAMES - 1, 0) and words[first - 1][0][0].isupper():
        first -= 1
    before = " ".join(word[0] for word in words[max(first - 2, 0) : first])
    where = _pattern(r"(?:.* )?(?i:in|near|at|on|outside)(?: (?!{open}$)[a-z]\S*)?")
    return first < at and where.fullmatch(before) is not None


def _ends_in_shelf(words: Sequence[Word], at: int) -> bool:
    """Say whether the names of a page and its shelf stand before a word: "Rebels advance | Daily Page / World"."""
    bar = next((n for n in range(at - 2, _FEWEST - 2, -1) if words[n][0] in _BARS), None)
    return bar is not None and not any(word[0][0].islower() for word in words[bar:at])


def _follows(words: Sequence[Word], at: int) -> bool:
    """Say whether a sentence may begin at a word, for what stands before it."""
    before = words[at - 1][0]
    return _ENDS.search(before) is not None and _pattern("{open}").fullmatch(before) is None


def _is_told(words: Sequence[Word], at: int) -> bool:
    """Say whether a sentence in small letters, with a verb, begins at a word, and no quotation is open before."""
    before = "".join(word[0] for word in words[:at])
    if before.count('"') % 2 or any(before.count(one) > before.count(other) for one, other in ("“”", "()")):
        return False
    first = next((n for n in range(at + 1, len(words)) if words[n][0][0].islower()), len(words))
    behind = [word[0].strip('.,"”') for word in words[first:]]
    long = [word for word in behind[:_NEXT] if len(word) >= _LONG and word.isalpha()]
    is_small = 2 * sum(word.islower() for word in long) >= len(long) > 0
    return at <= _LONGEST and is_small and any(_pattern("{finite}").fullmatch(word) for word in behind)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Return the expression of a form, in which `{name}` stands for any of a class of the table."""
    return re.compile(_filled(form, _classes()).replace(" ", r"\s"))


def _filled(form: str, known: dict[str, str]) -> str:
    return re.sub(r"\{([a-z-]+)\}", lambda name: known[name[1]], form)


@cache
def _classes() -> dict[str, str]:
    """Return the classes of the table, each as one expression."""
    known: dict[str, str] = {}
    table = files(__package__).joinpath("data/seams.tsv").read_text(encoding="utf-8").splitlines()
    rows = [row.split("\t") for row in table if row and not row.startswith("#")]
    for name in dict.fromkeys(row[0] for row in rows):
        known[name] = f"(?:{'|'.join(_filled(row[1], known) for row in rows if row[0] == name)})"
    return known
