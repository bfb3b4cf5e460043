"""The custody log: who did what to the case, in entries of which each carries the hash of the one before."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from corroborate.errors import InvariantError
from corroborate.model.canonical import canonical

GENESIS = "0" * 64
_SHOWN = 80  # signs of a line that an error quotes
Detail: TypeAlias = str | int | tuple[str, ...] | None
Details: TypeAlias = tuple[tuple[str, Detail], ...]


class ActKind(StrEnum):
    """What was done."""

    COLLECT = "collect"
    READ = "read"
    NOTE = "note"
    JUDGE = "judge"
    VIEW = "view"
    EXPORT = "export"
    VERIFY = "verify"
    STAMP = "stamp"
    ANCHOR = "anchor"
    MEND = "mend"
    MIGRATE = "migrate"
    IMPORT = "import"
    LOCK = "lock"
    UNLOCK = "unlock"
    FORGET = "forget"

    @property
    def changes_the_record(self) -> bool:
        """Say whether the record may come out otherwise after it."""
        return self in {ActKind.COLLECT, ActKind.READ, ActKind.NOTE, ActKind.JUDGE, ActKind.IMPORT, ActKind.FORGET}


@dataclass(frozen=True, slots=True)
class Act:
    """What somebody did, when, to what: `subject` is a capture's hash or another id; `details` differ by kind."""

    kind: ActKind
    at: datetime
    actor: str
    subject: str
    details: Details = ()


def details(**said: Detail) -> Details:
    """Return details in the order in which an entry writes them."""
    return tuple(sorted(said.items()))


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act on the case, numbered from 1 and chained to the entry before.

    `salt` is random: without it, whoever guesses what a forgotten entry said could prove it by the hash that stays.
    """

    sequence: int
    act: Act
    previous: str
    salt: str

    @property
    def line(self) -> str:
        """Return the entry as its line in the log: canonical JSON, whose SHA-256 the next entry carries."""
        act = self.act
        return canonical(
            {
                "act": act.kind.value,
                "actor": act.actor,
                "at": act.at.isoformat(),
                "details": dict(act.details),
                "previous": self.previous,
                "salt": self.salt,
                "sequence": self.sequence,
                "subject": act.subject,
            }
        )

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the line, the hash of the entry before included."""
        return digest_of(self.line)

    @property
    def sealed(self) -> "SealedEntry":
        """Return the entry with no more than its number and hash."""
        return SealedEntry(self.sequence, self.digest)


@dataclass(frozen=True, slots=True)
class SealedEntry:
    """An entry of which a copy of the log shows no more than its number and hash, since it tells of other things.

    The entry after it, where that is shown, carries the same hash; what binds all of them is the log's trail.
    """

    sequence: int
    digest: str

    @property
    def line(self) -> str:
        """Return its line in the log: canonical JSON."""
        return canonical({"digest": self.digest, "sequence": self.sequence})


@dataclass(frozen=True, slots=True)
class LogHead:
    """Where the log ends: its last entry and that one's hash, noted apart from the entries.

    `mirrored` is how far the copy of the log had come when that entry was written; `changed` is the last entry that
    changed the record.
    """

    sequence: int
    digest: str
    mirrored: int
    changed: int


def digest_of(line: str) -> str:
    """Return the SHA-256 of a line of the log, in hex, as `sha256sum` gives it for the line without its end."""
    return hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest()


def trails(digests: Iterable[str]) -> Iterator[str]:
    """Yield, for each of some hashes, what stands for all up to it: the SHA-256 of them, one a line.

    >>> list(trails(["ab", "cd"]))[-1]
    '5141648ccbe924f6462cfc7085ccd21779b89d8cee1438281bf1b4cd8d63ac2a'
    """
    trail = hashlib.sha256()
    for digest in digests:
        trail.update(f"{digest}\n".encode())
        yield trail.copy().hexdigest()


def entry_of(line: str) -> AuditEntry:
    """Return the entry that a line holds; an InvariantError where it holds none."""
    try:
        said = json.loads(line)
        pairs = ((name, tuple(value) if isinstance(value, list) else value) for name, value in said["details"].items())
        at = datetime.fromisoformat(said["at"])
        act = Act(ActKind(said["act"]), at, said["actor"], said["subject"], tuple(pairs))
        return AuditEntry(said["sequence"], act, said["previous"], said["salt"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InvariantError(f"no entry of a custody log: {line[:_SHOWN]!r}") from error


def entry_or_seal(line: str) -> AuditEntry | SealedEntry:
    """Return the entry of a line of this case's own log, sealed or not; an InvariantError where it is none."""
    return _sealed(line) or entry_of(line)


def entries_of(lines: Iterable[str]) -> Iterator[AuditEntry]:
    """Yield the entries that lines of this case's own log show, without those that are sealed."""
    return (entry for entry in map(entry_or_seal, lines) if isinstance(entry, AuditEntry))


def written_digest(line: str) -> str:
    """Return the hash of a line as it was written: that which is kept of a sealed entry, else that of the line."""
    sealed = _sealed(line)
    return sealed.digest if sealed else digest_of(line)


def shown_or_sealed(line: str) -> AuditEntry | SealedEntry:
    """Return the entry of a line that a stranger may have written; an InvariantError where any part is not of its kind.

    >>> shown_or_sealed(SealedEntry(7, GENESIS).line)
    SealedEntry(sequence=7, digest='0000000000000000000000000000000000000000000000000000000000000000')
    """
    found = entry_or_seal(line)
    if found.line != line or not (_is_sound(found) if isinstance(found, AuditEntry) else _is_hash(found.digest)):
        raise InvariantError(f"no entry of a custody log: {line[:_SHOWN]!r}")
    return found


def _sealed(line: str) -> SealedEntry | None:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        return None
    is_sealed = isinstance(said, dict) and said.keys() == {"digest", "sequence"} and isinstance(said["sequence"], int)
    return SealedEntry(said["sequence"], said["digest"]) if is_sealed else None


def _is_hash(digest: object) -> bool:
    return isinstance(digest, str) and len(digest) == len(GENESIS) and not set(digest) - set("0123456789abcdef")


def _is_sound(entry: AuditEntry) -> bool:
    act = entry.act
    texts: tuple[object, ...] = (act.actor, act.subject, entry.previous, entry.salt)
    number: object = entry.sequence
    if act.at.tzinfo is None or not isinstance(number, int) or not all(isinstance(text, str) for text in texts):
        return False
    return all(_is_detail(value) for _, value in act.details)


def _is_detail(value: object) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(item, str) for item in value)
    return value is None or isinstance(value, str | int)
