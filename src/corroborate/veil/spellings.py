"""Names found in texts, however these write them: in capitals, with accents or apostrophes, hyphened or in one word."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from corroborate.model.names import fold

# What stands within a word and is no part of it: apostrophes, accents and vowel signs, signs without a width.
_WITHIN = (
    "’‘'`ʿʾʼ\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u200b-\u200f"
)
_PASSED_OVER = re.compile(f"[{_WITHIN}]+")
_WORD = re.compile(rf"[^\W_]+(?:[{_WITHIN}]+[^\W_]+)*[\u0300-\u036f]*")
_POSSESSIVE = re.compile(r"[’‘'`ʿʾʼ]s$", re.IGNORECASE)
_LONGEST_WORD = 50  # signs: what is longer is a text, and not remembered
_FEW = 50  # names whose first words are looked for one by one


class Spellings:
    """Some names, to be looked for in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take names, folded or not; one without a letter or digit is none."""
        self._whole: dict[str, str] = {}
        self._begun: set[str] = set()
        self._firsts: set[str] = set()
        for name in names:
            words = [_bare(word) for word in re.findall(r"[^\W_]+", fold(name))]
            if words:
                self._whole.setdefault("".join(words), name)
                self._begun.update("".join(words[:end]) for end in range(1, len(words) + 1))
                self._firsts.add(words[0])

    def __bool__(self) -> bool:
        """Say whether there is any name."""
        return bool(self._whole)

    def are_in(self, text: str) -> bool:
        """Say whether one of the names stands in a text."""
        return next(self._found(text), None) is not None

    def replaced(self, text: str, by: Callable[[str], str]) -> str:
        """Return a text with what `by` gives for each name, as that was taken, in its place; the longest name wins.

        >>> Spellings(["isma'il saad"]).replaced("ISMAIL_SAAD and Ismaʿil Saʿad's", lambda _: "somebody")
        'somebody and somebody'
        """
        parts, end = list[str](), 0
        for start, stop, name in self._found(text):
            parts += (text[end:start], by(name))
            end = stop
        return "".join((*parts, text[end:]))

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        if not self._may_stand_in(text):
            return
        words = [(found.start(), found.end(), _bare(found[0])) for found in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            last, name = at, None
            joined = ""
            for here in range(at, len(words)):
                joined += words[here][2]
                if joined not in self._begun:
                    break
                if joined in self._whole:
                    last, name = here, self._whole[joined]
            if name is not None:
                yield words[at][0], words[last][1], name
            at = last + 1

    def _may_stand_in(self, text: str) -> bool:
        """Say whether it is worth looking at each word: most texts hold the first word of none of a few names."""
        if len(self._firsts) > _FEW:
            return True
        plain = _bare(text)
        return any(first in plain for first in self._firsts)


def _bare(text: str) -> str:
    if text.isascii():
        return _PASSED_OVER.sub("", _POSSESSIVE.sub("", text)).lower()
    return _bared(text) if len(text) < _LONGEST_WORD else _bared.__wrapped__(text)


@lru_cache(maxsize=65_536)
def _bared(text: str) -> str:
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", text).casefold())
    return _PASSED_OVER.sub("", plain)
