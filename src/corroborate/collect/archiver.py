"""What Bellingcat's Auto Archiver writes into the cells of its table (`csv_db`): Python values, read and never run."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

_NAMES = ("urls", "_key", "key", "filename")  # where a file was put; the first that is there is it
_HASH = "SHA-256:"  # what stands before the hash that the archiver took; with its other algorithm nothing is compared


@dataclass(frozen=True, slots=True)
class ToldFile:
    """A file as the archiver tells it: where it may lie, likeliest first, and its SHA-256 in hex."""

    places: tuple[str, ...]
    sha256: str | None


def dictionary(written: str) -> dict[str, str]:
    """Return the plain entries of a dictionary as Python writes it."""
    tree = _parsed(written)
    if not isinstance(tree, ast.Dict):
        return {}
    pairs = ((_plain(key), _plain(value)) for key, value in _entries(tree))
    return {key: value for key, value in pairs if key and value}


def media(written: str) -> Iterator[ToldFile]:
    """Yield the files in a list of media as Python writes it, those that were made of others (thumbnails) too."""
    tree = _parsed(written)
    if not isinstance(tree, ast.List):
        return
    for node in ast.walk(tree):
        told = {_plain(key): value for key, value in _entries(node)} if isinstance(node, ast.Dict) else {}
        places = tuple(place for name in _NAMES if name in told for place in _texts(told[name]))
        if places:
            properties = told.get("properties")
            own = dict(_entries(properties)) if isinstance(properties, ast.Dict) else {}
            hashes = [_plain(value) for key, value in own.items() if _plain(key) == "hash"]
            yield ToldFile(places, next((h.removeprefix(_HASH) for h in hashes if h.startswith(_HASH)), None))


def _parsed(written: str) -> ast.expr | None:
    try:
        return ast.parse(written.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _entries(tree: ast.Dict) -> Sequence[tuple[ast.expr, ast.expr]]:
    return [(key, value) for key, value in zip(tree.keys, tree.values, strict=True) if key is not None]


def _texts(node: ast.expr) -> list[str]:
    return [text for part in (node.elts if isinstance(node, ast.List) else [node]) if (text := _plain(part))]


def _plain(node: ast.expr) -> str:
    """Return the text of a constant, or of a time written as `datetime.datetime(2022, 3, 4, ...)`; "" for the rest."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int):
        return str(node.value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "datetime":
        parts = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, int)]
        try:
            year, month, day, *_ = parts
            return date(year, month, day).isoformat()
        except ValueError:
            return ""
    return ""
