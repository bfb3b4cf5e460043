"""Which texts reprint another: near-duplicates by MinHash.

A text is its runs of three words. Of these a sketch keeps the smallest hashes: a sample that is alike where the texts
are (A. Broder, *On the resemblance and containment of documents*, 1997). Of a short text it keeps all, and is exact.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

from corroborate.model.names import fold

_RUN = 3  # words
_KEPT = 256  # hashes: the share in common is right within some 5 points
_SCATTER = 2654435761  # Knuth's multiplier: neighbouring hashes come to lie apart
_BITS = (1 << 32) - 1
# Measured on reports of 86 incidents: sentences written apart have up to four runs of ten in common, reprints five and
# more. Fewer runs than these ("Five people were killed in Douma") may be written twice by chance.
_REPRINTED = 0.5
_TELLING = 8


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
        near = {one for run in later.kept for one in holders.get(run, ()) if reports[one] != reports[at]}
        shares = {one: _share(sketches[one], later, whole=whole) for one in near}
        best = max(shares, key=lambda one: (shares[one], -one), default=at)
        if shares.get(best, 0.0) >= _REPRINTED:
            found[at] = best
        for run in later.kept:
            holders[run].append(at)
    return found


def _share(earlier: Sketch, later: Sketch, *, whole: bool) -> float:
    common = in_common(earlier, later)
    size = later.size if whole else min(earlier.size, later.size)
    return common / size if common >= _TELLING else 0.0


@lru_cache(maxsize=65536)
def _runs(text: str) -> frozenset[int]:
    words = re.findall(r"\w+", fold(text))
    starts = range(max(1, len(words) - _RUN + 1))
    return frozenset(crc32(" ".join(words[at : at + _RUN]).encode()) * _SCATTER & _BITS for at in starts if words)
