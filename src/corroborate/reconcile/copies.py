"""Which texts reprint another: near-duplicates by MinHash.

A text is its runs of three words. Of these a sketch keeps the smallest hashes: a sample that is alike where the texts
are (A. Broder, *On the resemblance and containment of documents*, 1997). Of a short text it keeps all, and is exact.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

_RUN = 3  # words
_KEPT = 256  # hashes: the share in common is right within some 5 points
_BASE, _PRIME = 0x9E3779B97F4A7C15, (1 << 61) - 1
_WORD = re.compile(r"\w+")
# Measured on reports of 86 incidents: sentences written apart have up to four runs of ten in common, reprints five and
# more. Fewer runs than these ("Five people were killed in Douma") may be written twice by chance.
_REPRINTED = 0.5
_TELLING = 8
_MET = 4  # hashes that two sketches share before they are compared


@dataclass(frozen=True, slots=True)
class Sketch:
    """A sample of the runs of words of a text, and how many it has."""

    kept: frozenset[int]
    size: int


def sketch(texts: Iterable[str]) -> Sketch:
    """Return the sketch of sentences, whatever their order."""
    runs = {run for text in texts for run in _runs(text)}
    return Sketch(frozenset(sorted(runs)[:_KEPT]), len(runs))


def in_common(one: Sketch, other: Sketch) -> float:
    """Return how many runs of words two texts have in common, estimated where they are longer than a sketch keeps."""
    if one.size == len(one.kept) and other.size == len(other.kept):
        return float(len(one.kept & other.kept))
    sample = set(sorted(one.kept | other.kept)[:_KEPT])
    resemblance = len(sample & one.kept & other.kept) / len(sample)
    return resemblance * (one.size + other.size) / (1 + resemblance)


def reprints(sketches: Sequence[Sketch], reports: Sequence[Hashable], *, whole: bool) -> dict[int, int]:
    """Return for each text that reprints one printed earlier in another report (both by their place) which one it is.

    The texts lie in the order in which they were printed; `reports` are those that they stand in. `whole`: half of the
    later text has to be the earlier one's; else half of the shorter of the two.
    """
    holders: dict[int, list[int]] = defaultdict(list)
    found: dict[int, int] = {}
    for at, later in enumerate(sketches):
        met = Counter(one for run in later.kept for one in holders.get(run, ()))
        near = [one for one, times in met.items() if times >= _MET and reports[one] != reports[at]]
        shares = {one: _share(sketches[one], later, whole=whole) for one in near}
        best = max(shares, key=lambda one: (shares[one], -one), default=at)
        known: frozenset[int] = frozenset()
        if shares.get(best, 0.0) >= _REPRINTED:
            found[at], known = best, sketches[best].kept
        for run in later.kept - known:  # what it took over leads to the earlier text: a wire printed often stays cheap
            holders[run].append(at)
    return found


def _share(earlier: Sketch, later: Sketch, *, whole: bool) -> float:
    common = in_common(earlier, later)
    size = later.size if whole else min(earlier.size, later.size)
    return common / size if common >= _TELLING else 0.0


@lru_cache(maxsize=65536)
def _runs(text: str) -> frozenset[int]:
    """Return the hashes of the runs of three words, by a polynomial in a prime field; a shorter text is one run."""
    words = [crc32(word.encode()) for word in _WORD.findall(text.casefold())]
    words += [0] * (_RUN - len(words)) if words else []
    runs = zip(words, words[1:], words[2:], strict=False)
    return frozenset([((one * _BASE + two) * _BASE + three) % _PRIME for one, two, three in runs])
