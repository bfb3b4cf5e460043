"""Evidence in a folder: bytes kept write-once under their SHA-256."""

import hashlib
import os
import tempfile
from pathlib import Path

from corroborate.errors import CollectError, StoreError

_READ_ONLY = 0o444


class FolderEvidence:
    """An EvidenceStore in a folder: `ab/cd/abcd…` holds the bytes whose SHA-256 begins so.

    What `keep` has acknowledged survives a loss of power: the file is synced under a temporary name, linked to its
    own, and the folder synced. A temporary file left by a killed process (`.incoming-…`) is no evidence and harms
    nothing. A file is never opened for writing again.
    """

    def __init__(self, root: Path) -> None:
        """Keep evidence under `root`, which is made at the first capture."""
        self._root = root
        self._synced: set[Path] = set()

    def path(self, sha256: str) -> Path:
        """Return where the bytes of this hash lie, whether or not they are there."""
        return self._root / sha256[:2] / sha256[2:4] / sha256

    def keep(self, content: bytes) -> str:
        """Keep the bytes durably and return their SHA-256 in hex; bytes already kept are left as they are."""
        sha256 = hashlib.sha256(content).hexdigest()
        path = self.path(sha256)
        try:
            self._make_folder(path.parent)
            if not path.exists():
                _write_once(path, content)
            _sync(path.parent)  # also where it was there: whoever wrote it may have died before this step
        except OSError as error:
            raise StoreError(f"{path}: {error.strerror}. Nothing was kept; check free space and rights.") from error
        return sha256

    def fetch(self, sha256: str) -> bytes:
        """Return the bytes; a CollectError where they are missing or no longer match their hash."""
        path = self.path(sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise CollectError(f"{path}: {error.strerror}. Restore this evidence from a copy.") from error
        found = hashlib.sha256(content).hexdigest()
        if found != sha256:
            raise CollectError(
                f"{path}: the bytes have changed (their SHA-256 is now {found}). Restore them from a copy."
            )
        return content

    def _make_folder(self, folder: Path) -> None:
        if folder in self._synced:
            return
        folder.mkdir(parents=True, exist_ok=True)
        for made in (folder.parent, self._root, self._root.parent):
            _sync(made)
        self._synced.add(folder)


def _write_once(path: Path, content: bytes) -> None:
    handle, incoming = tempfile.mkstemp(prefix=".incoming-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), _READ_ONLY)
            os.fsync(file.fileno())
        _give_name(Path(incoming), path)
    finally:
        Path(incoming).unlink(missing_ok=True)


def _give_name(incoming: Path, path: Path) -> None:
    # A link, unlike a rename, never replaces: of two processes that keep the same bytes, the second finds them kept.
    # Where the file system knows no links (many USB sticks), a rename puts the same bytes in place of the same bytes.
    try:
        os.link(incoming, path)
    except FileExistsError:
        return
    except OSError:
        incoming.replace(path)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
