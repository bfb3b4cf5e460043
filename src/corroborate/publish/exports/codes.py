"""How the formats of others call what this program tells."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast


def table(form: str, name: str) -> Mapping[str, str]:
    """Return a table of plain words: `table("airwars", "strike_type")`."""
    return cast("Mapping[str, str]", _codes()[form][name])


def pairs(form: str, name: str) -> Mapping[str, tuple[str, str]]:
    """Return a table of pairs of words: `pairs("acled", "event")`."""
    found = cast("Mapping[str, list[str]]", _codes()[form][name])
    return {key: (first, second) for key, (first, second) in found.items()}


@cache
def _codes() -> Mapping[str, Mapping[str, Mapping[str, object]]]:
    text = files("corroborate").joinpath("publish/exports/codes.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
