"""Countries by their ISO 3166 codes."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Country:
    """A country: its ISO 3166-1 codes and its short name in English."""

    alpha2: str
    alpha3: str
    numeric: int
    name: str


def country(alpha2: str) -> Country | None:
    """Return the country of a two-letter code, None where there is none of that code."""
    return _countries().get(alpha2)


@cache
def _countries() -> dict[str, Country]:
    text = files("corroborate").joinpath("publish/exports/countries.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: Country(row[0], row[1], int(row[2]), row[3]) for row in rows}
