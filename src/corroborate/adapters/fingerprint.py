"""What the program is made of, as a short hash: two runs with the same hash come to the same results."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_DIGITS = 10
_COMPILED = {"__pycache__"}


@cache
def fingerprint(parts: Sequence[str]) -> str:
    """Return ten hex digits that change with any file, of code or data, of these parts of the package."""
    root, digest = files("corroborate"), hashlib.sha256()
    for part in parts:
        for name, file in sorted(_files(root.joinpath(part), part)):
            digest.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:_DIGITS]


def _files(entry: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    if entry.is_file():
        yield name, entry
        return
    for inner in entry.iterdir():
        if inner.name not in _COMPILED:
            yield from _files(inner, f"{name}/{inner.name}")
