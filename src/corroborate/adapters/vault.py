"""A case that is not in use, kept encrypted as a whole: one file in its folder, of the format age.

https://age-encryption.org/v1. What is encrypted is a tar of the folder, as a stream: neither it nor the case lies in
memory. It is encrypted to a key made for this one time, and to the public keys of those who may open it; where a
passphrase may, the key of this time lies beside it, encrypted by the passphrase. So the tools of age open it too:
`age --decrypt -i key.age case.age | tar -x`.

One rule makes it safe to kill: where `case.age` is, the case is locked, and whatever else lies in the folder may go;
where it is not, the case is what lies there. It gets its name when it was decrypted again and found to be whole, and
loses it when all that was in it is on the disk.
"""

import hashlib
import os
import shutil
import tarfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyrage

from corroborate.adapters.presence import FILE, LOCKED, is_locked
from corroborate.adapters.whole_file import sync
from corroborate.errors import StoreError, UsageError

KEY = "key.age"
_PART = ".case.age.part"
_STAYS = frozenset({LOCKED, KEY, FILE})
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Keys:
    """What a case is locked with, or opened: a passphrase, and public keys (`age1…`), or files of secret ones."""

    passphrase: str | None = None
    recipients: tuple[str, ...] = ()
    identities: tuple[Path, ...] = ()


def left_over(folder: Path) -> tuple[Path, ...]:
    """Return what lies in the folder of a locked case beside it, as a kill leaves it."""
    return tuple(sorted(path for path in folder.iterdir() if path.name not in _STAYS))


def check(keys: Keys) -> None:
    """Raise a UsageError where nobody could open what is locked with these keys."""
    if not keys.passphrase and not keys.recipients:
        raise UsageError("a case is locked with a passphrase or for a public key: this one would stay locked")
    _recipients(keys.recipients)


def lock(folder: Path, keys: Keys) -> None:
    """Encrypt all that lies in a folder, and remove it when what was encrypted is known to be whole.

    Nobody else may have the case open. A StoreError where it cannot be done: then all is as it was.
    """
    own = pyrage.x25519.Identity.generate()
    part = folder / _PART
    with _told(folder), ExitStack() as undoing:
        undoing.callback(part.unlink, missing_ok=True)
        (folder / KEY).unlink(missing_ok=True)
        packed = _Hashing(_packed(folder))
        with part.open("wb") as file:
            pyrage.encrypt_io(packed, file, [own.to_public(), *_recipients(keys.recipients)])
        sync(part)
        _check_whole(part, own, packed.digest())
        if keys.passphrase:
            _keep_key(folder / KEY, own, keys.passphrase)
        part.replace(folder / LOCKED)
        sync(folder)
    clear(folder)


def clear(folder: Path) -> None:
    """Remove what lies in the folder of a locked case beside it; nothing where the case is not locked."""
    if not is_locked(folder):
        return
    with _told(folder):
        for path in left_over(folder):
            _remove(path)
        sync(folder)


def unlock(folder: Path, keys: Keys) -> None:
    """Decrypt the case in a folder; only when all of it is on the disk, the encrypted one goes.

    A UsageError where the keys do not open it, a StoreError where it cannot be done: then it stays locked.
    """
    identities = _identities(folder, keys)
    clear(folder)
    with _told(folder), ExitStack() as undoing:
        undoing.callback(clear, folder)  # which does nothing once the case is not locked any more
        _unpack(folder, identities)
        _sync_all(folder)
        (folder / LOCKED).unlink()
        sync(folder)
        (folder / KEY).unlink(missing_ok=True)


class _Hashing:
    """A stream of bytes to be read, of which the hash is taken."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._left = memoryview(b"")
        self._hash = hashlib.sha256()

    def read(self, size: int) -> bytes:
        """Return the next bytes, at the most so many; none at the end."""
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return b""
            self._hash.update(chunk)
            self._left = memoryview(chunk)
        given, self._left = self._left[:size], self._left[size:]
        return bytes(given)

    def digest(self) -> bytes:
        """Return the hash of what was read so far."""
        return self._hash.digest()


class _Hash:
    """A stream to be written to, of which nothing but the hash is kept."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def write(self, content: bytes) -> int:
        """Take the next bytes."""
        self._hash.update(content)
        return len(content)

    def flush(self) -> None:
        """Do nothing: nothing waits."""

    def digest(self) -> bytes:
        """Return the hash of what was written so far."""
        return self._hash.digest()


def _packed(folder: Path) -> Iterator[bytes]:
    """Yield a tar of all that lies in a folder, but for what stays there."""
    for path in _within(path for path in left_over(folder) if path.name != _PART):
        told = tarfile.TarInfo(path.relative_to(folder).as_posix())
        found = path.stat()
        told.mode, told.mtime = found.st_mode & 0o777, int(found.st_mtime)
        if path.is_dir():
            told.type = tarfile.DIRTYPE
            yield told.tobuf(tarfile.PAX_FORMAT)
            continue
        told.size = found.st_size
        yield told.tobuf(tarfile.PAX_FORMAT)
        yield from _content(path, told.size)
    yield bytes(2 * tarfile.BLOCKSIZE)


def _content(path: Path, size: int) -> Iterator[bytes]:
    """Yield what a file holds, filled up to whole blocks."""
    left = size
    with path.open("rb") as file:
        while chunk := file.read(min(left, _CHUNK)):
            left -= len(chunk)
            yield chunk
    if left or path.stat().st_size != size:
        raise StoreError(f"{path} changed while it was encrypted: end what writes it, then do this again")
    yield bytes(-size % tarfile.BLOCKSIZE)


def _within(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield files and folders, each folder before what it holds; a StoreError at what is neither."""
    for path in paths:
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            raise StoreError(f"{path} is a link or a device, and only files can be locked: put it elsewhere")
        yield path
        if path.is_dir():
            yield from _within(sorted(path.iterdir()))


def _check_whole(part: Path, own: pyrage.x25519.Identity, expected: bytes) -> None:
    again = _Hash()
    with part.open("rb") as file:
        pyrage.decrypt_io(file, again, [own])
    if again.digest() != expected:
        raise StoreError(f"{part} does not decrypt to what was encrypted: the disk may be failing")


def _keep_key(path: Path, own: pyrage.x25519.Identity, passphrase: str) -> None:
    content = pyrage.passphrase.encrypt(f"{own}\n".encode(), passphrase)
    path.write_bytes(content)
    sync(path)
    if pyrage.passphrase.decrypt(path.read_bytes(), passphrase) != f"{own}\n".encode():
        raise StoreError(f"{path} does not decrypt to what was encrypted: the disk may be failing")


def _unpack(folder: Path, identities: Sequence[pyrage.x25519.Identity]) -> None:
    """Decrypt and unpack at once, through a pipe, so that neither lies in memory or on the disk in between."""
    failed: list[Exception] = []
    reading, writing = os.pipe()

    def decrypt() -> None:
        try:
            with os.fdopen(writing, "wb") as pipe, (folder / LOCKED).open("rb") as file:
                pyrage.decrypt_io(file, pipe, list(identities))
        except pyrage.DecryptError as error:
            failed.append(error)
        except OSError as error:  # without a number it is not the system's, but age's: the bytes are not what they were
            failed.append(error if error.errno else _damaged(folder, error))

    work = threading.Thread(target=decrypt, name="decrypt")
    work.start()
    try:
        with os.fdopen(reading, "rb") as pipe:
            _unpack_stream(pipe, folder)
    except tarfile.TarError as error:
        failed.append(_damaged(folder, error))
    finally:
        work.join()
    if failed:
        raise next((one for one in failed if isinstance(one, pyrage.DecryptError)), failed[0])


def _damaged(folder: Path, error: Exception) -> StoreError:
    return StoreError(
        f"{folder / LOCKED} was changed or cut since the case was locked ({error}). It stays locked: put a copy of it"
        " in its place"
    )


def _unpack_stream(pipe: BinaryIO, folder: Path) -> None:
    with tarfile.open(fileobj=pipe, mode="r|", bufsize=_CHUNK) as archive:
        for member in archive:
            if not (member.isreg() or member.isdir()):
                raise StoreError(f"{folder / LOCKED} holds {member.name!r}, which is no file of a case")
            archive.extract(member, folder, filter="tar")
        while pipe.read(_CHUNK):
            pass  # to the end, where the decryption says whether all of it was true


def _identities(folder: Path, keys: Keys) -> list[pyrage.x25519.Identity]:
    """Return the secret keys that are given; a UsageError where a file or a passphrase gives none."""
    found = [identity for path in keys.identities for identity in _identities_in(path)]
    if keys.passphrase is not None:
        if not (folder / KEY).exists():
            raise UsageError(f"the case in {folder} opens with a key, not with a passphrase: name it with --identity")
        try:
            told = pyrage.passphrase.decrypt((folder / KEY).read_bytes(), keys.passphrase)
        except pyrage.DecryptError as error:
            raise UsageError(f"the case in {folder} does not open with this passphrase") from error
        found.append(pyrage.x25519.Identity.from_str(told.decode().strip()))
    return found


def _identities_in(path: Path) -> Iterator[pyrage.x25519.Identity]:
    """Yield the secret keys in a file as `age-keygen` writes it."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield pyrage.x25519.Identity.from_str(line.strip())
    except (OSError, UnicodeError, pyrage.IdentityError) as error:
        raise UsageError(f"{path} cannot be read as a file of secret keys (AGE-SECRET-KEY-1…): {error}") from error


def _recipients(told: Iterable[str]) -> list[pyrage.x25519.Recipient]:
    found = []
    for one in told:
        try:
            found.append(pyrage.x25519.Recipient.from_str(one))
        except pyrage.RecipientError as error:
            raise UsageError(f"{one!r} is no public key of age (age1…): {error}") from error
    return found


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Tell what the disk or the decryption refused as an error of the tree."""
    try:
        yield
    except pyrage.DecryptError as error:
        raise UsageError(f"the case in {folder} does not open: {error}") from error
    except (OSError, pyrage.EncryptError) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(f"{folder}: {reason}. Nothing was lost; check free space and rights") from error


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _sync_all(path: Path) -> None:
    """Make a file, or a folder with all that it holds, survive a loss of power."""
    if path.is_dir():
        for inside in path.iterdir():
            _sync_all(inside)
    sync(path)
