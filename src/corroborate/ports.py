"""What the stages ask of the world. Adapters answer; tests answer with fakes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from corroborate.model.situation import Place

Job = TypeVar("Job")
Result = TypeVar("Result")


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

    def fetch(self, sha256: str) -> bytes:
        """Return the bytes; a CollectError where they are missing or no longer match their hash."""
        ...


class Gazetteer(Protocol):
    """Knows places by their names, in any usual spelling."""

    def find(self, name: str) -> Sequence[Place]:
        """Return every place of that name (case, article, apostrophe and transliteration aside), the likeliest first."""
        ...

    def scan(self, text: str) -> Iterable[tuple[int, int]]:
        """Yield the stretches [start, end) of the text that spell a name known here, longest first from the left."""
        ...


class Runner(Protocol):
    """Runs one function over many jobs: in this process, in a pool, on a cluster."""

    def map(self, function: Callable[[Job], Result], jobs: Iterable[Job]) -> Iterator[Result]:
        """Yield the results in the order of the jobs."""
        ...
