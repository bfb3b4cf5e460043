"""Names of places → keys under which their spellings meet.

Arabic names reach English by ear: Saraqib and Saraqeb, Ma'arrat al-Nu'man and Maarat Numan, Kafr Nabl and Kafranbel.
`tokens_key` folds what transliterations differ in and keeps the rest; `skeleton` drops the vowels too and
is only for names that the first does not find.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_PIECE = re.compile(r"[^\W_]+(?:['\u2019\u2018\u02bb\u02bc\u02bf\u02be\u0060\u00b4][^\W_]+)*['\u2019\u02bc]?")
_SHORTEST_WITH_ARTICLE = 4  # letters: an Arabic word no longer is all of the name, "ال" included
_LONGEST_WITH_AL = (
    6  # letters: the same in Latin script, where Albuseis and Alnairab have an article and Alouk has none
)
_TELLING = 4  # consonants: three are shared by dozens of villages
_MARKS = re.compile(r"[^\w]|_", re.ASCII)
# In order: digraphs before letters, so that "sheikh" is sh-ei-kh. Applied to a folded word.
_SOUNDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^[ae]([bcdfgjklmnprstz])\1", r"\1"),  # Ezzor, Assafira: the article grown on
        (r"sch|ch", "sh"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph", "f"),
        (r"dj", "j"),
        (r"ck|q|c", "k"),
        (r"oo|ou|ow|aw|au", "u"),
        (r"ee|ei|ey|ai|ay|ie|iy", "i"),
        (r"[ow]", "u"),
        (r"[ey]", "i"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[^aiu])(?:ah|ih|a|i)$", "a"),
        (r"(?<=[aiu])a?h$", ""),
    )
)
_WHOLE = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_ARABIC = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ـ": None}
    | dict.fromkeys(map(chr, range(0x64B, 0x653)))
)


@cache
def _words() -> dict[str, str]:
    text = files("corroborate").joinpath("adapters/data/gazetteer_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: "" if same == "-" else same for word, same in rows}


@lru_cache(maxsize=16_384)
def word_key(word: str) -> str:
    """Return the key of one word; empty for an article and for what has no letters or digits."""
    if word[:1] >= "\u0600" and word[:1] <= "\u06ff":
        return _arabic_key(word)
    plain = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    plain = plain.replace("\u0131", "i").replace("\u0142", "l").replace("\u00f8", "o")
    plain = _MARKS.sub("", plain) if plain.isascii() else "".join(c for c in plain if c.isalnum())
    known = _words().get(plain)
    if known is not None:
        return known
    for pattern, sound in _SOUNDS:
        plain = pattern.sub(sound, plain)
    return plain


def _arabic_key(word: str) -> str:
    folded = "".join(c for c in word.translate(_ARABIC) if c.isalnum())
    return folded[2:] if folded.startswith("ال") and len(folded) > _SHORTEST_WITH_ARTICLE else folded


def pieces(text: str) -> list[tuple[int, int]]:
    """Return the stretches of the text that are words for the keys: a hyphen parts, an apostrophe does not."""
    return [match.span() for match in _PIECE.finditer(text)]


@lru_cache(maxsize=8_192)
def tokens_key(name: str) -> tuple[str, ...]:
    """Return the keys of the words of a name, without its articles.

    >>> tokens_key("Ma'arrat al-Nu'man") == tokens_key("Maarat an Numan")
    True
    """
    return tuple(filter(None, (word_key(name[start:end]) for start, end in pieces(name))))


@lru_cache(maxsize=8_192)
def plain_key(name: str) -> str:
    """Return the letters of a name without case, accents, apostrophes and hyphens: for names that are not Arabic.

    >>> plain_key("St. Paul") == plain_key("Saint Paul")
    True
    """
    folded = unicodedata.normalize("NFKD", name.casefold())
    words = "".join(c for c in folded if c.isalnum() or c in " -").replace("-", " ").split()
    return " ".join(_WHOLE.get(word, word) for word in words)


@lru_cache(maxsize=8_192)
def skeleton(name: str) -> str:
    """Return the consonants of a name, its words run together; empty where they are too few to tell names apart.

    >>> skeleton("Kafr Nabl") == skeleton("Kafranbil")
    True
    """
    joined = "".join(tokens_key(name))
    if joined[:2] == "al" and len(joined) > _LONGEST_WITH_AL:
        joined = joined[2:]
    bones = re.sub(r"[aiu]", "", joined).replace("z", "d")
    bones = re.sub(r"(.)\1+", r"\1", bones)
    return bones if len(bones) >= _TELLING else ""
