"""The words and weights of this stage, read once from the data files beside it."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


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
    """The log-odds of `weights.toml`: a weight for each level of each comparison."""

    levels: dict[str, dict[str, float]]
    kindred_methods: frozenset[frozenset[str]]
    kindred_weapons: frozenset[frozenset[str]]

    def of(self, comparison: str, level: str) -> float:
        """Return the weight of a level; a KeyError where the file has no such level."""
        return self.levels[comparison][level]


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
    """Return the weights."""
    data = tomllib.loads(_text("weights.toml"))
    kindred = data.pop("kindred")
    return Weights(
        data,
        frozenset(frozenset(pair) for pair in kindred["methods"]),
        frozenset(frozenset(pair) for pair in kindred["weapons"]),
    )


def _text(name: str) -> str:
    return resources.files("corroborate.link").joinpath(name).read_text(encoding="utf-8")
