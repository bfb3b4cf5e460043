"""Names as different hands spell them: folded for comparison, never for show."""

import re
import unicodedata
from functools import lru_cache

# Words that say what a place is, not which; directions stay, for Eastern Ghouta is not Western Ghouta.
_GENERIC = frozenset(
    "the of a an in near city town village province governorate district subdistrict area areas region suburb suburbs "
    "countryside neighbourhood neighborhood camp rural al el as ash at an ar az ad".split()
)
_DIGRAPHS = (("kh", "h"), ("gh", "g"), ("dh", "z"), ("th", "t"), ("ch", "sh"), ("ou", "u"), ("oo", "u"), ("ee", "i"))
_SHORT = 3  # fewer consonants than this tell too little: the vowels are kept


@lru_cache(maxsize=8_192)
def fold(name: str) -> str:
    """Return a name in lower case without accents, apostrophes, possessives, articles and doubled spaces.

    >>> fold("The White Helmets'")
    'white helmets'
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    plain = re.sub(r"[’‘'`ʿʾ]s\b", "", plain)
    plain = re.sub(r"[’‘'`ʿʾ]", "", plain)
    words = re.findall(r"\w+", plain)
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


@lru_cache(maxsize=8_192)
def place_key(name: str) -> str:
    """Return what is left of a place's name when transliteration and generic words are taken away.

    >>> place_key("Khan Sheikhoun") == place_key("Khan Shaykhun town")
    True
    >>> place_key("Darayya") == place_key("Daraa")
    False
    """
    words = fold(name).split()
    kept = [word for word in words if word not in _GENERIC] or words
    return " ".join(_skeleton(word) for word in kept)


def _skeleton(word: str) -> str:
    for written, meant in _DIGRAPHS:
        word = word.replace(written, meant)
    word = re.sub(r"(?<=[ae])h$", "", word.replace("q", "k").replace("j", "g"))
    consonants = re.sub(r"(.)\1+", r"\1", word[0] + re.sub(r"[aeiouyw]", "", word[1:]))
    if len(consonants) < _SHORT or word[0] in "aeiou":
        light = re.sub(r"[ou]+", "u", re.sub(r"ai|ay|ei|ey|ie", "i", word)).replace("e", "a")
        return re.sub(r"(.)\1+", r"\1", light)
    return consonants
