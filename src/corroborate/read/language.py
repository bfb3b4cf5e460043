"""Text → the language it is in, by its script and its commonest words."""

import re
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files

_SAMPLE = 6_000  # signs from the beginning; a report does not change its language later
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FEWEST_WORDS = 2  # one foreign word may be a name
_ARABIC = re.compile(r"[\u0621-\u064a\u0671-\u06d3]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_OTHER = re.compile(r"[\u0370-\u05ff\u0700-\u109f\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]+")
_SCRIPTS = (("la", _LATIN), ("ar", _ARABIC), ("xx", _OTHER))
UNDETERMINED = "und"


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language that most of the text is in; "und" where it cannot be told.

    Latin script counts as English and Arabic script as Arabic, unless common words of another language outnumber
    theirs.

    >>> language("Three people were killed in the strike."), language("قتل ثلاثة أشخاص في الغارة")
    ('en', 'ar')
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    return UNDETERMINED if script in ("", "xx") else _by_words(sample, "en" if script == "la" else "ar")


def _script(sample: str) -> str:
    """Return the script that most letters are of, "" where there are none."""
    if sample.isascii():
        return "la" if _LATIN.search(sample) else ""
    counts = {script: sum(map(len, runs.findall(sample))) for script, runs in _SCRIPTS}
    script = max(counts, key=lambda name: counts[name])
    return script if counts[script] else ""


def _by_words(sample: str, usual: str) -> str:
    found: defaultdict[str, int] = defaultdict(int)
    known = _common_words()
    for word, times in Counter(_WORD.findall(sample.casefold())).items():
        for code in known.get(word, ()):
            found[code] += times
    best = max(found, key=lambda code: found[code], default=usual)
    return best if found[best] >= max(_FEWEST_WORDS, found[usual] + 1) else usual


@cache
def _common_words() -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for line in files(__package__).joinpath("data/common_words.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, _, told = line.partition("\t")
            for word in told.split():
                words[word] = (*words.get(word, ()), code)
    return words
