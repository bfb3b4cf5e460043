"""Plain values → the one text that stands for them, so that whoever hashes it comes to the same hash.

The form is that of RFC 8785 (JSON Canonicalization Scheme): no white space, keys in the order of their UTF-16 units,
escapes only where JSON demands them. Numbers are whole and exact in every reader of JSON; fractions are refused.
"""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from corroborate.errors import InvariantError

Plain: TypeAlias = "str | int | Sequence[Plain] | Mapping[str, Plain] | None"
_LARGEST = 2**53 - 1  # beyond, readers that hold numbers as doubles (RFC 7493, 2.2) come to another one


def canonical(value: Plain) -> str:
    """Return the canonical text of a value; an InvariantError where it has none: a fraction, half a surrogate pair.

    >>> canonical({"b": (1, None), "a": "é"})
    '{"a":"é","b":[1,null]}'
    """
    text = json.dumps(_ordered(value), ensure_ascii=False, separators=(",", ":"))
    if not _is_unicode(text):
        raise InvariantError("half a surrogate pair is no text")
    return text


def _ordered(value: Plain) -> Plain:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        if abs(value) > _LARGEST:
            raise InvariantError(f"{value} is not exact in every reader of JSON")
        return value
    if isinstance(value, Mapping):
        return {key: _ordered(value[key]) for key in sorted(value, key=_units)}
    if isinstance(value, Sequence):
        return [_ordered(item) for item in value]
    raise InvariantError(f"a {type(value).__name__} has no canonical form")


def _units(key: str) -> bytes:
    if not isinstance(key, str):
        raise InvariantError(f"a key is text, not a {type(key).__name__}")
    return key.encode("utf-16-be", "surrogatepass")


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
