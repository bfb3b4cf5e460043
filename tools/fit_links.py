"""Fit m and u of `link/weights.tsv` to the reports whose labels tell which incident each is about.

    python -m tools.fit_links [--write]

prints B-cubed F1 and pairs F1 of every set of `benchmark/mixed.py`, by what the other sets alone would have given and
by all of them, and with --write puts what all of them give into the file. A pair of groups counts as one incident where
each is what its report is mainly about and the labels agree, as two where the labels differ and either is.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import log, sqrt
from pathlib import Path
from unittest.mock import patch

from benchmark.incidents import agreement, placed
from benchmark.mixed import SETS, Mixed, reports
from corroborate.link.blocking import Block, asked_of, blocks, partners
from corroborate.link.compare import compare, contradict
from corroborate.link.group import Group
from corroborate.link.judged import constraints
from corroborate.link.lexicon import PRIOR, Level, weights
from corroborate.link.telling import tell
from corroborate.link.totals import by_report

TARGET = Path(__file__).parents[1] / "src/corroborate/link/weights.tsv"
_MASS = 100.0  # pairs that each set counts as, on either side
_HEAVIEST = (
    4.0  # pairs that one pair counts as at the most: a set of a dozen shall not speak as loud as one of hundreds
)
_SMOOTHING = 3.0  # pairs that each level is taken to have had on either side: rare ones stay near "says nothing"
_FEWEST = 10  # pairs; a level met in fewer is not fitted
Shares = Mapping[Level, tuple[float, float]]
Found = tuple[Mixed, Group, bool]  # a report, a group of its claims, and whether it is mainly about that


@dataclass(frozen=True, slots=True)
class Pair:
    """Two groups of two reports: the level of each comparison, and the incident of both, None where they have two."""

    levels: tuple[Level, ...]
    incident: str | None


def main() -> None:
    """Validate set by set, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    pairs = {name: tuple(pairs_of(reports(name))) for name in SETS}
    whole = fit(list(pairs.values()))
    for name in SETS:
        unseen = fit([pairs[other] for other in SETS if other != name])
        sys.stdout.write(f"{name}: unseen {_scored(name, unseen)}, fitted {_scored(name, whole)}\n")
    if options.write:
        write(whole)


def pairs_of(told: Sequence[Mixed]) -> Iterator[Pair]:
    """Yield the pairs of groups of a set that are compared and whose labels tell whether they are one incident."""
    found = [(one, group, main) for one in told for group, main in _groups(one)]
    for (one, a, one_main), (other, b, other_main) in _compared(found):
        same = one.incident == other.incident
        known = (one_main and other_main) if same else (one_main or other_main)
        if known and not contradict(a.profile, b.profile):
            levels = tuple(level for level, _ in compare(a.profile, b.profile).levels)
            yield Pair(levels, one.incident if same else None)


def _compared(found: Sequence[Found]) -> Iterator[tuple[Found, Found]]:
    """Yield the pairs of groups that share a block, each once."""
    under: dict[str, list[Group]] = defaultdict(list)
    for _, group, _ in found:
        for key in asked_of(group.profile):
            under[key] += [group] if key in blocks(group.profile) else []
    at = {group.id: place for place, (_, group, _) in enumerate(found)}
    for one, group, main in found:
        others = {at[other.id] for other in partners(group, lambda key: Block.of(under[key]))}
        yield from (((one, group, main), found[other]) for other in sorted(others) if other > at[group.id])


def _groups(told: Mixed) -> Iterator[tuple[Group, bool]]:
    """Yield the groups of a report, each with whether it is what the report is mainly about."""
    for report in by_report(told.reading.claims):
        groups = tell(report, constraints(())).groups
        main = max(groups, key=lambda one: (one.profile.passages[0][0] == 0, len(one.profile.claims)), default=None)
        yield from ((one, one is main) for one in groups)


def fit(sets: Sequence[Sequence[Pair]]) -> Shares:
    """Return m and u of every level that was met often enough.

    Sets weigh the same, but for one of few pairs, and an incident as the root of its pairs: one that fifty reports tell
    shall not decide.
    """
    met = Counter(level for pairs in sets for pair in pairs for level in pair.levels)
    sides: tuple[dict[Level, float], dict[Level, float]] = (defaultdict(float), defaultdict(float))
    for pairs in sets:
        sizes = Counter(pair.incident for pair in pairs)
        weigh = [1.0 if pair.incident is None else 1 / sqrt(sizes[pair.incident]) for pair in pairs]
        for side, is_one in zip(sides, (True, False), strict=True):
            chosen = [(pair, w) for pair, w in zip(pairs, weigh, strict=True) if (pair.incident is not None) == is_one]
            total = sum(w for _, w in chosen)
            mass = min(_MASS, _HEAVIEST * total)
            for pair, w in chosen:
                for level in pair.levels:
                    side[level] += mass * w / total
    fitted = sorted(level for level in weights().across if level in weights().meanings and level != PRIOR)
    smooth = [{level: side[level] + _SMOOTHING for level in fitted} for side in sides]
    m, u = (
        {level: mass / sum(side[other] for other in fitted if other[0] == level[0]) for level, mass in side.items()}
        for side in smooth
    )
    return {level: (m[level], u[level]) for level in fitted if met[level] >= _FEWEST}


def _scored(name: str, shares: Shares) -> str:
    fitted = {level: log(m / u) for level, (m, u) in shares.items()}
    changed = replace(weights(), across={**weights().across, **fitted})
    with patch("corroborate.link.compare.weights", lambda: changed):
        told = reports(name)
        found = agreement({one.name: one.incident for one in told}, placed(told))
    return f"B3 {found.b_cubed[2]} pairs {found.pairs[2]}"


def write(shares: Shares) -> None:
    """Write m and u, all else in the file kept."""
    lines = []
    for line in TARGET.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if tuple(cells[:2]) in shares:
            cells[3:5] = (f"{share:.4f}" for share in shares[cells[0], cells[1]])
        lines.append("\t".join(cells))
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
