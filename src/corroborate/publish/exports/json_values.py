"""Plain JSON, as the formats of the web are made of."""

import json
from collections.abc import Mapping, Sequence
from datetime import date

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]


def document_of(value: Json) -> str:
    """Return a value as one JSON text, with a line end; letters of every script stand as themselves."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def line_of(value: Json) -> str:
    """Return a value as one line of JSON Lines."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def day(value: date | None) -> str | None:
    """Return a day or moment in ISO 8601, None where there is none."""
    return value.isoformat() if value else None


def without_nothing(values: Mapping[str, Json]) -> dict[str, Json]:
    """Return what is told of a thing: nothing that is None or empty."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
