"""A package that `corroborate package` wrote, read back: a stranger's file, of which nothing is believed unchecked.

Nothing is unpacked by its name: a member is found by the name that the program gives it, and read in pieces.
"""

import hashlib
import json
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import IO

from corroborate.adapters.codec import conforms, decode
from corroborate.adapters.zip_directory import BROKEN, check_members, check_size
from corroborate.errors import InvariantError, ReadError, UsageError
from corroborate.model.handover import EVIDENCE, JUDGEMENTS, LOG
from corroborate.model.judgement import Judgement
from corroborate.model.verification import Fault, FaultKind

_CHUNK = 1 << 20
_LIST, _DIGEST = "datapackage.json", "datapackage-digest.json"
_PACKINGS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_ENCRYPTED = 0x1  # among the flags of a member


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a package may be: bytes of its directory, a table, all logs, a line, a capture; bytes out of one."""

    directory: int = 1 << 26  # some 400,000 members
    table: int = 1 << 26
    logs: int = 1 << 28  # some 600,000 entries
    line: int = 1 << 24
    capture: int = 1 << 30  # as of a report that is added
    expansion: int = 200


_LIMITS = Limits()


@contextmanager
def open_package(path: Path, limits: Limits = _LIMITS) -> Iterator["HandedPackage"]:
    """Open a package; a UsageError where it is none of this program's, a ReadError where its form is broken."""
    with ExitStack() as opened:
        try:
            file = opened.enter_context(path.open("rb"))
            check_size(file, str(path), limits.directory)
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            package = opened.enter_context(zipfile.ZipFile(file))
            _check_members(package, path, limits)
            handed = HandedPackage(path, package, digest, limits)
        except BROKEN as error:
            raise ReadError(f"{path} is cut short or no package: {error}") from error
        try:
            yield handed
        except (zipfile.BadZipFile, zlib.error) as error:
            raise ReadError(f"{path} changed while it was read: {error}") from error


def _check_members(package: zipfile.ZipFile, path: Path, limits: Limits) -> None:
    members = package.infolist()
    names = Counter(member.filename for member in members)
    size = path.stat().st_size
    for member in members:
        wrong = _wrong_with(member, limits)
        if names[member.filename] > 1:
            wrong = "is in it more than once"
        if wrong:
            raise ReadError(f"{path}: {member.filename!r} {wrong}")
    check_members(package, size, str(path))
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.expansion * size:
        raise ReadError(f"{path}: it unpacks to {unpacked} bytes, as only a bomb does")


def _wrong_with(member: zipfile.ZipInfo, limits: Limits) -> str | None:
    name = member.filename
    if name != PurePosixPath(name).as_posix() or name.startswith("/") or ".." in name.split("/") or "\\" in name:
        return "leads out of the package"
    if not name.isprintable():
        return "has a name that no package of this program has"
    if member.flag_bits & _ENCRYPTED or member.compress_type not in _PACKINGS:
        return "is packed in a way that no package of this program is"
    if member.file_size > limits.capture:
        return f"unpacks to {member.file_size} bytes, and {limits.capture} are read at the most"
    return None


class HandedPackage:
    """Answers `ports.Package`."""

    def __init__(self, path: Path, package: zipfile.ZipFile, sha256: str, limits: Limits) -> None:
        self.sha256 = sha256
        self.name = path.name
        self._package = package
        self._limits = limits
        names = set(package.namelist())
        if LOG not in names or _LIST not in names or _DIGEST not in names:
            other = _LIST in names and any(name.startswith("archive/") for name in names)
            told = f"it is a web archive of another program: `corroborate add {path}` takes its pages"
            raise UsageError(
                f"{path} was not written by `corroborate package`: {told if other else 'it holds no custody log'}"
            )
        described = self._table(_LIST)
        self._is_described = self._digest_of_list() == f"sha256:{hashlib.sha256(described).hexdigest()}"
        self._listed, self.id, self.made = _read_list(described, path)

    def faults(self) -> Iterator[Fault]:
        """Hash every file and yield what is not as the package's own list has it."""
        since = f"It was as listed when the package was made ({self.made})."
        if not self._is_described:
            yield Fault(FaultKind.CHANGED_RECORD, _LIST, f"{_LIST} is not the one that {_DIGEST} tells of. {since}")
        names = set(self._package.namelist()) - {_LIST, _DIGEST}
        for name in sorted(self._listed.keys() - names):
            words = f"{name!r} is listed and not in the package. {since}"
            yield Fault(FaultKind.MISSING_FILE, _subject(name), words)
        for name in sorted(names):
            try:
                found = self.sha256_of(name)
            except BROKEN as error:
                yield Fault(FaultKind.UNREADABLE_FILE, _subject(name), f"{name} cannot be read: {error}. {since}")
                continue
            is_evidence = name.startswith(f"{EVIDENCE}/")
            if name not in self._listed:
                yield Fault(FaultKind.CHANGED_RECORD, _subject(name), f"{name} is in the package and not listed")
            elif found != self._listed[name] or (is_evidence and found != _subject(name)):
                words = f"{name} was changed: its SHA-256 is now {found}. {since}"
                yield Fault(FaultKind.CHANGED_BYTES, _subject(name), words)

    def captures(self) -> Mapping[str, int]:
        """Return the captures in the package by their hashes, with their sizes."""
        return {
            _subject(member.filename): member.file_size
            for member in self._package.infolist()
            if member.filename.startswith(f"{EVIDENCE}/")
        }

    def logs(self) -> tuple[str, ...]:
        """Return the paths of the custody logs in the package, its own first; a ReadError where they are too long."""
        others = sorted(n for n in self._package.namelist() if n != LOG and n.endswith("/custody.jsonl"))
        size = sum(self._package.getinfo(name).file_size for name in (LOG, *others))
        if size > self._limits.logs:
            raise ReadError(f"{self.name}: its logs have {size} bytes, and {self._limits.logs} are read at the most")
        return (LOG, *others)

    def lines(self, path: str) -> Iterator[str]:
        """Yield the lines of a file, none where it is not there; a ReadError where one is too long."""
        if path not in self._package.namelist():
            return
        with self._package.open(path) as file:
            while line := file.readline(self._limits.line):
                if len(line) >= self._limits.line:
                    raise ReadError(f"{path}: a line is longer than {self._limits.line} bytes")
                yield line.decode("utf-8", "replace").removesuffix("\n")

    def judgements(self) -> Iterator[Judgement]:
        """Yield the judgements; a ReadError at one that is none."""
        for number, line in enumerate(self.lines(JUDGEMENTS), start=1):
            try:
                judgement = decode(Judgement, json.loads(line, parse_constant=_refuse))
            except (ValueError, TypeError, LookupError, AttributeError, RecursionError, InvariantError) as error:
                raise ReadError(f"{JUDGEMENTS}, line {number}: no judgement ({error})") from error
            if not conforms(Judgement, judgement) or judgement.made_at.tzinfo is None or judgement.replayed:
                raise ReadError(f"{JUDGEMENTS}, line {number}: no judgement that a person made")
            yield judgement

    def open(self, path: str) -> IO[bytes]:
        """Return a file of the package to be read, unchecked."""
        return self._package.open(path)

    def read(self, path: str) -> bytes | None:
        """Return a small file of the package, None where it is not there."""
        return self._table(path) if path in self._package.namelist() else None

    def sha256_of(self, path: str) -> str:
        """Return the SHA-256 of a file as it is in the package."""
        digest = hashlib.sha256()
        with self._package.open(path) as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    def _table(self, path: str) -> bytes:
        if self._package.getinfo(path).file_size > self._limits.table:
            raise ReadError(f"{self.name}: {path} is larger than {self._limits.table} bytes")
        return self._package.read(path)

    def _digest_of_list(self) -> object:
        try:
            said = json.loads(self._table(_DIGEST))
        except (ValueError, RecursionError):
            return None
        return said.get("hash") if isinstance(said, dict) else None


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _subject(name: str) -> str:
    return name.removeprefix(f"{EVIDENCE}/")


def _read_list(described: bytes, path: Path) -> tuple[Mapping[str, str], str, str]:
    """Return the hashes of the listed files, the package's id and its day; a ReadError where the list is none."""
    try:
        said = json.loads(described)
        listed = {str(one["path"]): str(one["hash"]).removeprefix("sha256:") for one in said["resources"]}
        created = datetime.fromisoformat(said["created"])
        return listed, str(said["id"]), f"{created:%Y-%m-%d %H:%M} UTC"
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ReadError(f"{path}: {_LIST} is no list of a package's files") from error
