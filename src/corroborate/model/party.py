"""Parties: under which name the many names of a belligerent count as one."""

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources

from corroborate.model.names import fold


@lru_cache(maxsize=8_192)
def party_of(name: str) -> str:
    """Return the party that a name means, or the name itself where `parties.toml` knows none.

    >>> party_of("Assad regime’s air force"), party_of("the 4th Brigade")
    ('Syrian government', 'the 4th Brigade')
    """
    folded = f" {_plain(fold(name))} "
    bystanders, parties = _table()
    if any(f" {word} " in folded for word in bystanders):
        return name
    return next((party for party, words in parties if any(f" {word} " in folded for word in words)), name)


def meant(party: str, named: Collection[str]) -> str:
    """Return the party that a short name stands for among others that are named; itself where none or several could be.

    Both may be folded.

    >>> meant("Coalition", {"Coalition", "Russia", "Coalition against Islamic State"})
    'Coalition against Islamic State'
    """
    fuller = _short().get(fold(party), frozenset())
    found = {name for name in named if fold(name) in fuller} if fuller else set()
    return found.pop() if len(found) == 1 else party


def is_party(name: str) -> bool:
    """Say whether `parties.toml` knows a party by this very name.

    >>> is_party("Syrian government"), is_party("the 4th Brigade")
    (True, False)
    """
    return name in _parties()


@lru_cache(maxsize=8_192)
def is_means(name: str) -> bool:
    """Say whether a name is only of a craft, a weapon or who works it, so that it names no party.

    >>> is_means("unidentified warplanes"), is_means("Russian warplanes"), is_means("armed groups")
    (True, False, False)
    """
    words = _plain(fold(name))
    means, manners = _crafts()
    for thing in means:
        words = re.sub(rf"\b{re.escape(thing)}\b", "#", words)
    left = words.split()
    return "#" in left and all(word == "#" or word in manners for word in left)


def party_speaking(actor: str, names: Iterable[str]) -> str | None:
    """Return the party that speaks of itself: the actor's, where a speaker's name means it too; None where none does.

    A short name ("the army command") is the speaker's where the speaker's own name has all its words; so is "the army"
    in the mouth of a state.

    >>> party_speaking("Army command", ["General Command of the Syrian army"])
    'Syrian government'
    """
    words = set(fold(actor).split())
    for name in names:
        if fold(actor) in _own_forces() and party_of(name) != name:
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
    if party in _parties():
        return party in _states()
    folded = f" {_plain(fold(name))} "
    return any(f" {word} " in folded for word in _state_words())


@lru_cache(maxsize=16384)
def is_office(name: str) -> bool:
    """Say whether a name is of a body that speaks for a party, so that what it publishes itself is the party's word.

    >>> is_office("Russian Ministry of Defence"), is_office("US-led coalition"), is_office("Syria Direct")
    (True, True, False)
    """
    folded = f" {_plain(fold(name))} "
    return not any(f" {word} " in folded for word in _table()[0]) and any(f" {word} " in folded for word in _offices())


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", name).strip()


@cache
def _text() -> str:
    return resources.files("corroborate.model").joinpath("parties.toml").read_text(encoding="utf-8")


@cache
def _table() -> tuple[tuple[str, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    data = tomllib.loads(_text())
    entries = data["party"]
    parties = tuple((entry["name"], tuple(map(_plain, entry["words"]))) for entry in entries)
    return tuple(map(_plain, data["bystanders"])), parties


@cache
def _parties() -> frozenset[str]:
    return frozenset(name for name, _ in _table()[1])


@cache
def _states() -> frozenset[str]:
    return frozenset(entry["name"] for entry in tomllib.loads(_text())["party"] if entry.get("state"))


@cache
def _short() -> Mapping[str, frozenset[str]]:
    entries = tomllib.loads(_text())["party"]
    return {fold(entry["name"]): frozenset(map(fold, entry["short_for"])) for entry in entries if "short_for" in entry}


@cache
def _state_words() -> tuple[str, ...]:
    return tuple(map(_plain, tomllib.loads(_text())["state_words"]))


@cache
def _offices() -> tuple[str, ...]:
    return tuple(map(_plain, tomllib.loads(_text())["offices"]))


@cache
def _own_forces() -> frozenset[str]:
    return frozenset(tomllib.loads(_text())["own_forces"])


@cache
def _crafts() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the means, the longest first, and the words that may stand beside them."""
    data = tomllib.loads(_text())
    return tuple(sorted(map(_plain, data["means"]), key=lambda one: -len(one))), frozenset(data["manners"])
