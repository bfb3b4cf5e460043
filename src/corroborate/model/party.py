"""Parties: under which name the many names of a belligerent count as one."""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from corroborate.model.names import fold


@lru_cache(maxsize=16384)
def party_of(name: str) -> str:
    """Return the party that a name means, or the name itself where `parties.toml` knows none.

    >>> party_of("Assad regime’s air force"), party_of("the 4th Brigade")
    ('Syrian government', 'the 4th Brigade')
    """
    folded = f" {re.sub(r'[^a-z0-9]+', ' ', fold(name))} "
    for party, words in _parties():
        if any(f" {word} " in folded for word in words):
            return party
    return name


@cache
def _parties() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = resources.files("corroborate.model").joinpath("parties.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)["party"]
    return tuple(
        (entry["name"], tuple(re.sub(r"[^a-z0-9]+", " ", word) for word in entry["words"])) for entry in entries
    )
