"""What evidence and custody cost: `python -m benchmark.custody [--captures N] [--reports N]`.

*verify*: how fast the whole check of a case goes, beside `sha256sum` over the same files, both by the clock and with
the files in memory. *ingest*: reports read and filed a second with evidence and custody on, as a share of the speed
without: the same program with captures hashed and kept in memory only, and no log. Linking and grading, which follow,
are left out of both. No figure has a floor: they depend on the disk.
"""

import argparse
import hashlib
import random
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO

from sqlalchemy import Connection

from benchmark.speed import SHAPES
from corroborate import collect
from corroborate.adapters.evidence import FolderEvidence
from corroborate.adapters.sql import SqlStore
from corroborate.case.intake import Adding
from corroborate.model.audit import Act, AuditEntry
from corroborate.model.document import Lead
from corroborate.model.record import Intake
from corroborate.model.verification import Fault
from corroborate.ports import CaseStore
from corroborate.settings import Settings
from corroborate.wiring import EVIDENCE, desk, gazetteer, open_case

_CAPTURES, _SIZE = 10_000, 100_000  # and bytes each
_REPORTS, _SENTENCES = 500, 15  # some 300 words a report
_ROUNDS = 3
_NEWS, _SENTENCE = SHAPES["war news, a line a sentence"], 110  # characters


class Memory:
    """Answers `ports.EvidenceStore` and keeps nothing on disk."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def keep(self, content: bytes) -> str:
        """Keep bytes for as long as the process lives."""
        sha256 = hashlib.sha256(content).hexdigest()
        self._kept[sha256] = content
        return sha256

    def keep_meanwhile(self, content: bytes) -> Callable[[], str]:
        """Keep bytes at once."""
        sha256 = self.keep(content)
        return lambda: sha256

    def keep_file(self, file: IO[bytes], sha256: str) -> None:
        """Keep the bytes of a file for as long as the process lives."""
        self._kept[sha256] = file.read()

    def remove(self, sha256s: Sequence[str]) -> None:
        """Lose bytes kept before."""
        for sha256 in sha256s:
            self._kept.pop(sha256, None)

    def fetch(self, sha256: str) -> bytes:
        """Return bytes kept before."""
        return self._kept[sha256]

    def open(self, sha256: str) -> BinaryIO:
        """Return bytes kept before, as a file."""
        return BytesIO(self._kept[sha256])

    def faults(self, sha256s: Sequence[str], hashed: Callable[[int, int], None]) -> Iterator[Fault]:  # noqa: ARG002  # as the port has it: nothing can be wrong here
        """Yield nothing: memory does not change."""
        yield from ()

    def strays(self, known: AbstractSet[str]) -> tuple[str, ...]:  # noqa: ARG002  # as the port has it: nothing is left over
        """Return nothing: no file is written."""
        return ()


class Unlogged(SqlStore):
    """A store without a custody log."""

    @classmethod
    def beside(cls, store: CaseStore) -> "Unlogged":
        """Return the same store, but that it keeps no log."""
        if not isinstance(store, SqlStore):
            raise TypeError("only a store of ours can do without its log")
        return cls(store._engine, store._copy, store._presence)  # noqa: SLF001  # the same database, opened once

    def _append(self, connection: Connection, done: Sequence[Act]) -> tuple[AuditEntry, ...]:  # noqa: ARG002  # as the store has it: nothing is appended
        """Append nothing."""
        return ()


def verify_seconds(place: Path, captures: int) -> tuple[float, float]:
    """Return the seconds that `sha256sum` and the whole of `verify` take for as many captures, the best of each."""
    with open_case(place, Settings()) as case:
        paths = "\0".join(map(str, _fill(place, captures))).encode()
        sha256sum, verify = [], []
        for _ in range(_ROUNDS):
            began = time.perf_counter()
            subprocess.run(["xargs", "-0", "sha256sum"], input=paths, stdout=subprocess.DEVNULL, check=True)  # noqa: S607  # the tool of that name, wherever it lies
            sha256sum.append(time.perf_counter() - began)
            began = time.perf_counter()
            found = case.verify()
            verify.append(time.perf_counter() - began)
            if found.faults:
                raise SystemExit(f"a case filled a moment ago does not hold: {found.faults[0].message}")
    return min(sha256sum), min(verify)


def _fill(place: Path, captures: int) -> Iterator[Path]:
    made, chance = desk(place, Settings()), random.Random(1)  # noqa: S311  # bytes to hash, repeatable
    evidence = FolderEvidence(place / EVIDENCE)
    for number in range(captures):
        content = chance.randbytes(_SIZE)
        capture, sighting = collect.capture(content, Lead(f"{number}", f"/made/{number}"), made.custody)
        made.store.file(Intake(capture, sighting, None, "nobody"))
        yield evidence.path(evidence.keep(content))
    made.store.close()


def ingest_seconds(folder: Path, *, with_custody: bool) -> float:
    """Return the seconds that reading and filing a folder of reports takes, in one process."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        made = desk(Path(place), Settings())
        if not with_custody:
            made = replace(made, store=Unlogged.beside(made.store), evidence=Memory())
        found = list(collect.leads([str(folder)]))
        began = time.perf_counter()
        Adding(made, lambda _told: None, anew=False, stdin=None).run(found)
        taken = time.perf_counter() - began
        made.store.close()
    return taken


def write_reports(folder: Path, reports: int, sentences: int) -> None:
    """Write reports of so many sentences, no two alike."""
    folder.mkdir()
    for number in range(reports):
        text = f"Report {number}\n\n{_NEWS(sentences * _SENTENCE)}\n"
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--captures", type=int, default=_CAPTURES)
    parser.add_argument("--reports", type=int, default=_REPORTS)
    parser.add_argument("--in", dest="place", help="a folder on the disk to measure  [default: the system's for files]")
    options = parser.parse_args()
    gazetteer()
    with tempfile.TemporaryDirectory(dir=options.place) as name:
        place = Path(name)
        for sentences in (1, _SENTENCES):
            folder = place / f"reports-{sentences}"
            write_reports(folder, options.reports, sentences)
            rounds = [
                (ingest_seconds(folder, with_custody=True), ingest_seconds(folder, with_custody=False))
                for _ in range(_ROUNDS)
            ]
            with_it, without = (options.reports / min(side) for side in zip(*rounds, strict=True))
            told = f"{with_it:.0f} reports a second with evidence and custody, {without:.0f} without"
            print(f"ingest, reports of {sentences} sentences: {told}: {with_it / without:.0%}")
        sha256sum, verify = verify_seconds(place / "case", options.captures)
        told = f"{verify:.2f} s, sha256sum over the same files {sha256sum:.2f} s"
        print(f"verify, {options.captures} captures of {_SIZE} bytes: {told}: {sha256sum / verify:.1f} times its speed")


if __name__ == "__main__":
    main()
