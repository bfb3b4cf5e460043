"""Parties: under which name the many names of a belligerent count as one."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from corroborate.model.names import fold


@lru_cache(maxsize=8_192)
def party_of(name: str) -> str:
    """Return the party that a name means, or the name itself where `parties.toml` knows none.

    >>> party_of("Assad regime’s air force"), party_of("the 4th Brigade")
    ('Syrian government', 'the 4th Brigade')
    """
    folded = _padded(name)
    if _has(folded, _table().bystanders):
        return name
    return next((party for party, words in _table().parties.items() if _has(folded, words)), name)


def meant(party: str, named: Collection[str]) -> str:
    """Return the party that a short name stands for among others that are named; itself where none or several could be.

    Both may be folded.

    >>> meant("Coalition", {"Coalition", "Russia", "Coalition against Islamic State"})
    'Coalition against Islamic State'
    """
    fuller = _table().short.get(fold(party), frozenset())
    found = {name for name in named if fold(name) in fuller} if fuller else set()
    return found.pop() if len(found) == 1 else party


def is_party(name: str) -> bool:
    """Say whether `parties.toml` knows a party by this very name.

    >>> is_party("Syrian government"), is_party("the 4th Brigade")
    (True, False)
    """
    return name in _table().parties


@lru_cache(maxsize=8_192)
def is_means(name: str) -> bool:
    """Say whether a name is only of a craft, a weapon or who works it, so that it names no party.

    >>> is_means("unidentified warplanes"), is_means("Russian warplanes"), is_means("armed groups")
    (True, False, False)
    """
    words = _plain(fold(name))
    for thing in _table().means:
        words = re.sub(rf"\b{re.escape(thing)}\b", "#", words)
    left = words.split()
    return "#" in left and all(word == "#" or word in _table().manners for word in left)


def party_speaking(actor: str, names: Iterable[str]) -> str | None:
    """Return the party that speaks of itself: the actor's, where a speaker's name means it too; None where none does.

    A short name ("the army command") is the speaker's where the speaker's own name has all its words; so is "the army"
    in the mouth of a state.

    >>> party_speaking("Army command", ["General Command of the Syrian army"])
    'Syrian government'
    """
    words = set(fold(actor).split())
    for name in names:
        if fold(actor) in _table().own_forces and party_of(name) != name:
            return party_of(name)
        if party_of(name) == party_of(actor) or (words and words <= set(fold(name).split())):
            return party_of(name)
    return None


@lru_cache(maxsize=8_192)
def is_state(name: str) -> bool:
    """Say whether a party is a state, or speaks and acts for one: its government, its army, its police.

    >>> is_state("Assad regime’s air force"), is_state("Hezbollah"), is_state("the junta"), is_state("4th Brigade")
    (True, False, True, False)
    """
    party = party_of(name)
    return party in _table().states if is_party(party) else _has(_padded(name), _table().state_words)


@lru_cache(maxsize=16_384)
def is_office(name: str) -> bool:
    """Say whether a name is of a body that speaks for a party, so that what it publishes itself is the party's word.

    >>> is_office("Russian Ministry of Defence"), is_office("US-led coalition"), is_office("Syria Direct")
    (True, True, False)
    """
    folded = _padded(name)
    return not _has(folded, _table().bystanders) and _has(folded, _table().offices)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", name).strip()


def _padded(name: str) -> str:
    return f" {_plain(fold(name))} "


def _has(padded: str, words: Iterable[str]) -> bool:
    """Say whether some words stand in a name, as whole words."""
    return any(f" {word} " in padded for word in words)


@dataclass(frozen=True, slots=True)
class _Table:
    """What `parties.toml` tells, its words folded: the words of each party, the longest means first."""

    parties: Mapping[str, Sequence[str]]
    states: frozenset[str]
    short: Mapping[str, frozenset[str]]
    bystanders: Sequence[str]
    state_words: Sequence[str]
    offices: Sequence[str]
    own_forces: frozenset[str]
    means: Sequence[str]
    manners: frozenset[str]


@cache
def _table() -> _Table:
    data = tomllib.loads(resources.files("corroborate.model").joinpath("parties.toml").read_text(encoding="utf-8"))
    entries = data["party"]
    return _Table(
        parties={entry["name"]: tuple(map(_plain, entry["words"])) for entry in entries},
        states=frozenset(entry["name"] for entry in entries if entry.get("state")),
        short={fold(one["name"]): frozenset(map(fold, one["short_for"])) for one in entries if "short_for" in one},
        bystanders=tuple(map(_plain, data["bystanders"])),
        state_words=tuple(map(_plain, data["state_words"])),
        offices=tuple(map(_plain, data["offices"])),
        own_forces=frozenset(data["own_forces"]),
        means=tuple(sorted(map(_plain, data["means"]), key=lambda one: -len(one))),
        manners=frozenset(data["manners"]),
    )
