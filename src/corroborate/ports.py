"""What the stages ask of the world. Adapters answer; tests answer with fakes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import IO, BinaryIO, Protocol, TypeVar

from corroborate.model.audit import Act, LogHead
from corroborate.model.capturing import Condition, Feed, Fetched, Member
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Document, Sighting
from corroborate.model.erasure import Erasure
from corroborate.model.handover import Takeover
from corroborate.model.ids import CaptureId, DocumentId, JudgementId, TallyId
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.model.memory import Change, Since
from corroborate.model.record import Fold, Intake
from corroborate.model.situation import Place
from corroborate.model.stamp import Anchored, Signed
from corroborate.model.verification import Fault, Kept

Job = TypeVar("Job")
Result = TypeVar("Result")
Value = TypeVar("Value")


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """Return the current time, in UTC and aware of it."""
        ...


class EvidenceStore(Protocol):
    """Keeps bytes, write-once, under their SHA-256."""

    def keep(self, content: bytes) -> str:
        """Keep the bytes durably and return their SHA-256 in hex; bytes already kept are left as they are."""
        ...

    def keep_meanwhile(self, content: bytes) -> Callable[[], str]:
        """Begin to keep the bytes, and return what waits until they are kept durably and gives their SHA-256."""
        ...

    def keep_file(self, file: IO[bytes], sha256: str) -> None:
        """Keep the bytes of a file durably, a piece at a time; a CollectError where they do not have this hash."""
        ...

    def fetch(self, sha256: str) -> bytes:
        """Return the bytes; a CollectError where they are missing or no longer match their hash."""
        ...

    def open(self, sha256: str) -> BinaryIO:
        """Return the bytes as a file, unchecked: who reads them hashes them; a CollectError where they are missing."""
        ...

    def faults(self, sha256s: Sequence[str], hashed: Callable[[int, int], None]) -> Iterator[Fault]:
        """Hash every file again and yield those that are not whole; `hashed` is told how many are done, of how many."""
        ...

    def remove(self, sha256s: Sequence[str]) -> None:
        """Remove files for good, with what a kill left of incoming ones; a StoreError where that cannot be done."""
        ...

    def strays(self, known: AbstractSet[str]) -> tuple[str, ...]:
        """Return the files of the evidence, from its root, that bear none of the known hashes."""
        ...


class TimeAuthority(Protocol):
    """Time-stamping authorities: has statements signed with the time, and checks what was signed."""

    def ask(self, url: str, statement: bytes) -> bytes:
        """Return an authority's reply to a statement's hash; a CollectError where it gives none that was asked for."""
        ...

    def chain(self, reply: bytes, offered: Sequence[bytes]) -> bytes:
        """Return the certificates by which a reply is checked, in PEM; a CollectError where none is known for it."""
        ...

    def read(self, reply: bytes, statement: bytes, certificates: bytes) -> Signed:
        """Return what a reply says of a statement; a ReadError where it is not signed, or says it of another one."""
        ...


class Calendars(Protocol):
    """Calendars of OpenTimestamps: have statements anchored in a block chain, and read the proofs of it."""

    @property
    def usual(self) -> tuple[str, ...]:
        """Return the public calendars."""
        ...

    def ask(self, urls: Sequence[str], statement: bytes) -> tuple[bytes, tuple[str, ...]]:
        """Return a proof that calendars promise to anchor, and why some gave none; a CollectError where none did."""
        ...

    def complete(self, proof: bytes, named: Sequence[str]) -> bytes:
        """Return a proof with what its calendars have added since; the same bytes where that is nothing."""
        ...

    def read(self, proof: bytes, statement: bytes) -> Anchored:
        """Return what a proof shows of a statement, offline; a ReadError where it is none, or of another one."""
        ...


class Web(Protocol):
    """Fetches from the web, politely, and keeps what was exchanged."""

    def get(self, url: str, condition: Condition) -> Fetched:
        """Return what stands at a web address, with the WARC of every exchange on the way to it.

        A CollectError where nothing was exchanged: no address of the web, none that is public, no answer.
        """
        ...


class Feeds(Protocol):
    """Reads what publishers offer."""

    def read(self, content: bytes, url: str) -> Feed:
        """Return what a feed offers, in its order; one that offers nothing where the bytes are no feed."""
        ...


class Archives(Protocol):
    """Reads the web archives that others made."""

    def members(self, file: BinaryIO, media_type: str) -> Iterator[Member | str]:
        """Yield the pages in an archive, and in words what could not be had of it; nothing makes it raise."""
        ...

    def is_package(self, file: BinaryIO) -> bool:
        """Say whether a ZIP file is a package of web archives (WACZ)."""
        ...


class Package(Protocol):
    """A case, or an incident of one, as somebody handed it over: nothing of it is believed before `faults` is empty."""

    sha256: str
    name: str
    id: str
    made: str

    def faults(self) -> Iterator[Fault]:
        """Hash every file and yield what is not as the package's own list has it."""
        ...

    def captures(self) -> Mapping[str, int]:
        """Return the captures in it by their hashes, with their sizes."""
        ...

    def logs(self) -> Sequence[str]:
        """Return the paths of the custody logs in it, its own first; a ReadError where they are too long."""
        ...

    def lines(self, path: str) -> Iterator[str]:
        """Yield the lines of a file, none where it is not there; a ReadError where one is too long."""
        ...

    def judgements(self) -> Iterator[Judgement]:
        """Yield the judgements in it; a ReadError at one that is none."""
        ...

    def open(self, path: str) -> IO[bytes]:
        """Return a file of it to be read."""
        ...

    def read(self, path: str) -> bytes | None:
        """Return a small file of it, None where it is not there."""
        ...

    def sha256_of(self, path: str) -> str:
        """Return the SHA-256 of a file as it is in it."""
        ...


class Gazetteer(Protocol):
    """Knows places by their names, in any usual spelling."""

    def find(self, name: str) -> Sequence[Place]:
        """Return every place of that name, the likeliest first; case, article, apostrophes, transliteration aside."""
        ...

    def scan(self, text: str) -> Iterable[tuple[int, int]]:
        """Yield the stretches [start, end) of the text that spell a name known here, longest first from the left."""
        ...


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that raised: the kind of error and where; its words are left out, for they may quote a report."""

    error: str
    place: str


@dataclass(frozen=True, slots=True)
class Unparsed:
    """Bytes that a parser did not get through: why, in words that go on from the name of what was parsed."""

    reason: str


class Confinement(Protocol):
    """Calls parsers where bytes that were made to break them cost no more than fixed limits."""

    def parse(self, parser: Callable[[bytes], Result], content: bytes) -> Result | Unparsed:
        """Return what a parser, a function of a module, makes of the bytes; an Unparsed where it was stopped."""
        ...


class Runner(Protocol):
    """Runs one function over many jobs: in this process, in a pool, on a cluster."""

    def map(self, function: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result | Failed]:
        """Yield the results in the order of the jobs, a Failed for a job that raised; jobs are taken as needed."""
        ...


class Standing(Protocol):
    """What stands of a case before reports are added to it: what was remembered, and what was made of all before."""

    def cards(self, kind: type[Value], keys: Sequence[str]) -> Iterator[Value]:
        """Yield the values of a kind that lie under any of these keys, each once."""
        ...

    def claims_of(self, documents: Sequence[DocumentId]) -> tuple[Claim, ...]:
        """Return all claims of these reports."""
        ...

    def groups(self, documents: Sequence[DocumentId]) -> tuple[tuple[Incident, ...], tuple[Tally, ...]]:
        """Return the incidents and tallies that hold a claim of these reports, in them or beside them."""
        ...

    def tallies(self, ids: Sequence[TallyId]) -> tuple[Tally, ...]:
        """Return the tallies of these ids."""
        ...


class Nothing:
    """A case of which nothing stands yet: all of it is added at once."""

    def cards(self, _kind: type[Value], _keys: Sequence[str]) -> Iterator[Value]:
        """Yield nothing."""
        return iter(())

    def claims_of(self, _documents: Sequence[DocumentId]) -> tuple[Claim, ...]:
        """Return none."""
        return ()

    def groups(self, _documents: Sequence[DocumentId]) -> tuple[tuple[Incident, ...], tuple[Tally, ...]]:
        """Return none."""
        return (), ()

    def tallies(self, _ids: Sequence[TallyId]) -> tuple[Tally, ...]:
        """Return none."""
        return ()


class CaseStore(Protocol):
    """Keeps a case: what was seen and decided, appended; what was computed from it, replaced."""

    def alone(self, waiting: Callable[[], None]) -> AbstractContextManager[None]:
        """Hold the right to add to the case, one process at a time; `waiting` is told where another has it."""
        ...

    def file(self, intake: Intake) -> None:
        """Write all that was learnt of one report, and its audit entries, in one transaction; nothing twice."""
        ...

    def note(self, issue: Issue, actor: str, at: datetime) -> None:
        """Keep a doubt about something that never became a capture; the same doubt once."""
        ...

    def decide(self, judgement: Judgement) -> None:
        """Append a judgement and its audit entry in one transaction."""
        ...

    def take_over(self, takeover: Takeover) -> None:
        """Write what a package brings, and its audit entries, in one transaction; nothing twice."""
        ...

    def taken_over(self) -> frozenset[JudgementId]:
        """Return the judgements that packages brought."""
        ...

    def log(self, act: Act) -> None:
        """Append an act that changes nothing else: a view, an export, a check."""
        ...

    def refold(self, change: Change, maker: str, as_of: int, *, afresh: bool) -> bool:
        """Change what was computed over all reports in one transaction; False where the case has moved on since.

        `afresh`: nothing of what stood remains.
        """
        ...

    def forget(self, erasure: Erasure) -> None:
        """Take out for good what is to go; `scour` removes it from the disk. A StoreError where others are at work."""
        ...

    def scour(self, remove: Callable[[Sequence[CaptureId]], None]) -> None:
        """Remove from the disk what was forgotten and waits for that; `remove` takes files of the evidence."""
        ...

    def folded(self) -> tuple[str, int] | None:
        """Return the maker of the stored fold and the audit entry that it stands for; None where there is none."""
        ...

    def since(self) -> Since | None:
        """Return what the stored fold was made without; None where there is no fold to add it to."""
        ...

    def standing(self) -> Standing:
        """Return what stands of the case, to be asked for."""
        ...

    def sequence(self) -> int:
        """Return the number of the last audit entry that changed the record, 0 in an empty case."""
        ...

    def sightings(self, capture: CaptureId | None = None) -> tuple[Sighting, ...]:
        """Return the sightings, of one capture or of all, in the order in which they were filed."""
        ...

    def reader(self, capture: CaptureId) -> str | None:
        """Return what made the reading of a capture, None where it was not read yet."""
        ...

    def captures(self) -> tuple[Capture, ...]:
        """Return all captures, by id."""
        ...

    def documents(self, ids: Sequence[DocumentId] | None = None) -> tuple[Document, ...]:
        """Return the documents, of these ids or all, by name."""
        ...

    def documents_of(self, captures: Sequence[CaptureId]) -> tuple[Document, ...]:
        """Return the documents that were read from these captures, by name."""
        ...

    def kept(self) -> AbstractContextManager[Kept]:
        """Return what the case keeps as it is checked, to be gone through while this is open."""
        ...

    def claims(self) -> tuple[Claim, ...]:
        """Return all claims as they were read, by document's name and place in its text."""
        ...

    def issues(self) -> tuple[Issue, ...]:
        """Return all doubts, of collecting, reading and folding, in a stable order."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """Return all judgements in the order in which they were made."""
        ...

    def fold(self) -> Fold | None:
        """Return the stored fold, None where there is none."""
        ...

    def audit(self) -> Iterator[str]:
        """Yield the lines of the custody log from its beginning, as they stand."""
        ...

    def audit_copy(self) -> Iterator[str]:
        """Yield the lines of the copy of the log beside the database, as they stand."""
        ...

    def head(self) -> LogHead:
        """Return where the log ends, as its last writer noted it."""
        ...

    def secret(self) -> bytes:
        """Return the secret of the case, by which pseudonyms are made: random, and the same from its first use on."""
        ...

    def search(self, words: str) -> tuple[DocumentId, ...]:
        """Return the documents whose text holds all of the words, the best first."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """See the case as it now is for as long as this is open, whatever is written meanwhile."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...
