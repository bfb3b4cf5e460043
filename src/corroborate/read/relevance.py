"""Text → whether it shows any sign of harm or force: the cheap test before the costly reading."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from corroborate.read.tokens import seen

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Signs:
    whole: frozenset[str]
    stems: frozenset[str]
    lengths: tuple[int, ...]
    inner: tuple[str, ...]
    phrases: tuple[str, ...]


def is_relevant(text: str) -> bool:
    """Say whether the text has any sign of harm or force; where it says no, nothing is lost by reading no further.

    >>> is_relevant("Two people were wounded."), is_relevant("The museum opens on Sunday.")
    (True, False)
    """
    lowered = seen(text).replace("*", "").lower()
    if any(any(map(_is_sign, _WORD.findall(line))) for line in lowered.splitlines()):
        return True
    return any(phrase in lowered for phrase in _signs().phrases)


@lru_cache(maxsize=16_384)
def _is_sign(word: str) -> bool:
    signs = _signs()
    if word in signs.whole or any(word[:length] in signs.stems for length in signs.lengths):
        return True
    return not word.isascii() and any(sign in word for sign in signs.inner)


@cache
def _signs() -> _Signs:
    table = files(__package__).joinpath("data/signs.txt").read_text(encoding="utf-8").splitlines()
    told = [sign for line in table for sign in line.partition("#")[0].split()]
    latin = [sign for sign in told if sign.isascii() and "_" not in sign]
    stems = frozenset(sign.rstrip("*") for sign in latin if sign.endswith("*"))
    return _Signs(
        whole=frozenset(sign for sign in latin if not sign.endswith("*")),
        stems=stems,
        lengths=tuple(sorted({len(stem) for stem in stems})),
        inner=tuple(sign.rstrip("*") for sign in told if not sign.isascii()),
        phrases=tuple(sign.replace("_", " ") for sign in told if "_" in sign),
    )
