"""The stages that read reports, compiled: run where they were made from exactly the sources that stand here.

`tools/compile.py` compiles them into `_compiled/`, with the digest of the sources that it read. Where a source has
changed by a byte since, or the interpreter is another one, the sources are run: whoever edits a rule sees what the rule
does now. CORROBORATE_COMPILED=0 runs the sources in any case.
"""

import os
import sys
from collections.abc import Mapping
from hashlib import blake2b
from importlib.abc import MetaPathFinder
from importlib.machinery import EXTENSION_SUFFIXES, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path

PACKAGE = Path(__file__).parent
FOLDER = PACKAGE / "_compiled"
READING = ("model", "read", "extract", "locate", "attribute")  # the compiled stages, and the values that they speak of
_DIGEST = "sources.blake2b"
_SUFFIX = EXTENSION_SUFFIXES[0]  # of this interpreter's extension modules alone


class _Compiled(MetaPathFinder):
    """Finds modules among the compiled ones, before Python looks for their sources."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        """Take the file of each compiled module."""
        self._files = files

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Return where a compiled module stands, None for one that is not compiled."""
        file = self._files.get(fullname)
        return None if file is None else spec_from_file_location(fullname, file)


def prefer() -> None:
    """Have the compiled modules imported instead of their sources, where there are any of these very sources."""
    if os.environ.get("CORROBORATE_COMPILED") != "0" and is_fresh():
        sys.meta_path.insert(0, _Compiled({_name(file): file for file in FOLDER.rglob(f"*{_SUFFIX}")}))


def _name(file: Path) -> str:
    return ".".join(file.relative_to(FOLDER).parts).removesuffix(_SUFFIX)


def is_fresh() -> bool:
    """Say whether what is compiled was compiled from the sources as they are."""
    kept = FOLDER / _DIGEST
    return kept.is_file() and kept.read_text(encoding="ascii") == digest()


def seal(sources: str) -> None:
    """Keep the digest of the sources beside what was compiled from them, last, so that half a copy never counts."""
    (FOLDER / _DIGEST).write_text(sources, encoding="ascii")


def digest() -> str:
    """Return the digest of all sources on which the compiled modules rest."""
    found = blake2b()
    for room in READING:
        for source in sorted((PACKAGE / room).glob("*.py")):
            found.update(f"{room}/{source.name}\n".encode())
            found.update(source.read_bytes())
    return found.hexdigest()
