"""The words and weights of this stage, read once from the data files beside it."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import log

Level = tuple[str, str]  # a comparison and what came out of it: ("day", "same")
UNTOLD = "unknown"  # one of the two does not tell it: that says nothing
PRIOR: Level = ("prior", "blocked")
_NEVER = "-"  # a level that cannot come out


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of `words.toml`, each ready to search with."""

    period: re.Pattern[str]
    campaign: re.Pattern[str]
    operation: re.Pattern[str]
    habitual: re.Pattern[str]
    general: re.Pattern[str]
    particular: re.Pattern[str]
    toxic: re.Pattern[str]
    pointing: re.Pattern[str]
    standing: re.Pattern[str]
    multitudes: re.Pattern[str]
    several_places: re.Pattern[str]
    quantity: re.Pattern[str]
    ordinary: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weights:
    """The log-odds of `weights.tsv`: a weight for each level of each comparison, in one report and across reports.

    `meanings` say in plain words what a level is. A pair is joined above `join`, and asked about within `doubt` of it.
    """

    within: Mapping[Level, float]
    across: Mapping[Level, float]
    meanings: Mapping[Level, str]
    join: float
    doubt: float
    kindred_methods: frozenset[frozenset[str]]
    kindred_weapons: frozenset[frozenset[str]]
    kindred_objects: frozenset[frozenset[str]]


@cache
def words() -> Words:
    """Return the word lists."""
    data = tomllib.loads(_text("words.toml"))
    lists = {
        name: re.compile("|".join(patterns), re.IGNORECASE) for name, patterns in data.items() if name != "ordinary"
    }
    return Words(**lists, ordinary=frozenset(data["ordinary"].split()))


@cache
def weights() -> Weights:
    """Return the weights and thresholds."""
    data = tomllib.loads(_text("thresholds.toml"))
    kindred, prior = data["kindred"], data["prior"]
    lines = [line for line in _text("weights.tsv").splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    untold = {(name, UNTOLD): 0.0 for name, *_ in rows}
    within = {(name, level): float(weight) for name, level, weight, *_ in rows if weight != _NEVER}
    across = {(name, level): log(float(m) / float(u)) for name, level, _, m, u, _ in rows if m != _NEVER}
    meanings = {(name, level): meaning for name, level, *_, meaning in rows}
    return Weights(
        within={**untold, **within, PRIOR: prior["within"]},
        across={**untold, **across, PRIOR: prior["across"]},
        meanings={**meanings, PRIOR: "before anything is compared"},
        join=prior["join"],
        doubt=prior["doubt"],
        kindred_methods=frozenset(frozenset(pair) for pair in kindred["methods"]),
        kindred_weapons=frozenset(frozenset(pair) for pair in kindred["weapons"]),
        kindred_objects=frozenset(frozenset(pair) for pair in kindred["objects"]),
    )


def _text(name: str) -> str:
    return resources.files("corroborate.link").joinpath(name).read_text(encoding="utf-8")
