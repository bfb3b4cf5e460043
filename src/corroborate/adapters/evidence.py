"""Evidence in a folder: bytes kept write-once under their SHA-256."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, BinaryIO

from corroborate.adapters.whole_file import sync
from corroborate.errors import CollectError, StoreError
from corroborate.model.verification import Fault, FaultKind

_READ_ONLY = 0o444
_INCOMING = ".incoming-"
_KEEPERS = 2  # threads that wait for the disk while reports are read
_HASHERS = os.cpu_count() or 1
_PIECE = 1 << 20  # bytes
_CHUNK = 64  # files that a thread hashes at a time: handing over each alone costs as much as hashing a small one


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
        self._keepers: ThreadPoolExecutor | None = None

    def path(self, sha256: str) -> Path:
        """Return where the bytes of this hash lie, whether or not they are there."""
        return self._root / sha256[:2] / sha256[2:4] / sha256

    def keep(self, content: bytes) -> str:
        """Keep the bytes durably and return their SHA-256 in hex; bytes already kept are left as they are."""
        return self._keep([content], hashlib.sha256(content).hexdigest())

    def keep_meanwhile(self, content: bytes) -> Callable[[], str]:
        """Begin to keep the bytes, and return what waits until they are kept durably and gives their SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        if self._keepers is None:
            self._keepers = ThreadPoolExecutor(_KEEPERS, thread_name_prefix="evidence")
        return self._keepers.submit(self._keep, [content], sha256).result

    def keep_file(self, file: IO[bytes], sha256: str) -> None:
        """Keep the bytes of a file durably, a piece at a time; a CollectError where they do not have this hash.

        Where they are kept already, what is kept has to be whole. What a kill left of a copy goes: it may be large. One
        process at a time keeps a file.
        """
        path = self.path(sha256)
        changed = self._fault(sha256) if path.exists() else None
        if changed is not None:
            raise CollectError(changed.message)
        for left in path.parent.glob(f"{_INCOMING}{sha256}-*"):
            left.unlink()
        self._keep(_of_hash(file, sha256), sha256)

    def _keep(self, content: Iterable[bytes], sha256: str) -> str:
        path = self.path(sha256)
        try:
            self._make_folder(path.parent)
            if not path.exists():
                _write_once(path, content)
            sync(path.parent)  # also where it was there: whoever wrote it may have died before this step
        except OSError as error:
            raise StoreError(f"{path}: {error.strerror}. Nothing was kept; check free space and rights.") from error
        return sha256

    def fetch(self, sha256: str) -> bytes:
        """Return the bytes; a CollectError where they are missing or no longer match their hash."""
        path = self.path(sha256)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from error
        found = hashlib.sha256(content).hexdigest()
        if found != sha256:
            raise CollectError(
                f"{path}: the bytes have changed (their SHA-256 is now {found}). Restore them from a copy."
            )
        return content

    def open(self, sha256: str) -> BinaryIO:
        """Return the bytes as a file, unchecked: who reads them hashes them; a CollectError where they are missing."""
        path = self.path(sha256)
        try:
            return path.open("rb")
        except OSError as error:
            raise _unreadable(path, error) from error

    def faults(self, sha256s: Sequence[str], hashed: Callable[[int, int], None]) -> Iterator[Fault]:
        """Hash every file again and yield those that are not whole; `hashed` is told how many are done, of how many."""
        done = 0
        with ThreadPoolExecutor(
            _HASHERS
        ) as pool:  # hashing lets go of the interpreter's lock, so threads do it at once
            chunks = [sha256s[start : start + _CHUNK] for start in range(0, len(sha256s), _CHUNK)]
            for chunk, found in zip(chunks, pool.map(self._damaged, chunks), strict=True):
                done += len(chunk)
                hashed(done, len(sha256s))
                yield from found

    def remove(self, sha256s: Sequence[str]) -> None:
        """Remove files for good, with what a kill left of incoming ones; a StoreError where that cannot be done."""
        try:
            for path in (*map(self.path, sha256s), *self._root.rglob(f"{_INCOMING}*")):
                path.unlink(missing_ok=True)
                if path.parent.is_dir():
                    sync(path.parent)
        except OSError as error:
            raise StoreError(f"{self._root}: {error.strerror}. What was to go is not gone yet") from error

    def strays(self, known: AbstractSet[str]) -> tuple[str, ...]:
        """Return the files of the evidence, from its root, that bear none of the known hashes."""
        files = (path for path in self._root.rglob("*") if path.is_file())
        found = (path for path in files if path.name not in known or path != self.path(path.name))
        return tuple(sorted(path.relative_to(self._root).as_posix() for path in found))

    def _damaged(self, sha256s: Sequence[str]) -> list[Fault]:
        return [fault for fault in map(self._fault, sha256s) if fault is not None]

    def _fault(self, sha256: str) -> Fault | None:
        path = self.path(sha256)
        try:
            with path.open("rb", buffering=0) as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
                written = datetime.fromtimestamp(os.fstat(file.fileno()).st_mtime, UTC)
        except FileNotFoundError:
            return Fault(FaultKind.MISSING_FILE, sha256, f"{path}: the file is gone. Restore it from a copy.")
        except OSError as error:
            words = f"{path}: it cannot be read ({error.strerror}). Restore it from a copy."
            return Fault(FaultKind.UNREADABLE_FILE, sha256, words)
        if found == sha256:
            return None
        told = f"the bytes have changed: their SHA-256 is now {found}"
        words = f"{path}: {told}. The file was written {written:%Y-%m-%d %H:%M} UTC, it says. Restore it from a copy."
        return Fault(FaultKind.CHANGED_BYTES, sha256, words)

    def _make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, each durably entered in the one above, once in the life of this store."""
        if folder in self._synced:
            return
        if folder != self._root.parent:
            self._make_folder(folder.parent)
        folder.mkdir(parents=True, exist_ok=True)
        sync(folder.parent)
        self._synced.add(folder)


def _unreadable(path: Path, error: OSError) -> CollectError:
    return CollectError(f"{path}: {error.strerror}. Restore this evidence from a copy.")


def _of_hash(file: IO[bytes], sha256: str) -> Iterator[bytes]:
    digest = hashlib.sha256()
    while piece := file.read(_PIECE):
        digest.update(piece)
        yield piece
    if digest.hexdigest() != sha256:
        raise CollectError(f"the bytes that came do not have the SHA-256 {sha256}")


def _write_once(path: Path, content: Iterable[bytes]) -> None:
    handle, incoming = tempfile.mkstemp(prefix=f"{_INCOMING}{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(content)
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
