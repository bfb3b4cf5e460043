"""The bundled example reports: synthetic, in a dozen voices, with their manifest."""

from importlib.resources import files
from importlib.resources.abc import Traversable

_ENDINGS = (".txt", ".html", ".pdf")


def reports() -> tuple[Traversable, ...]:
    """Return the example reports, sorted by name."""
    return tuple(sorted((f for f in _folder().iterdir() if f.name.endswith(_ENDINGS)), key=lambda f: f.name))


def manifest() -> Traversable:
    """Return the manifest that says who published each of them, and when."""
    return _folder() / "manifest.csv"


def _folder() -> Traversable:
    return files(__name__)
