"""A report that breaks the program is recorded as failed, tried again, and hurts no other."""

import errno
import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corroborate.adapters.evidence import FolderEvidence
from corroborate.adapters.sql import SqlStore, open_store
from corroborate.case import Case, Job, Makers
from corroborate.collect import Custody
from corroborate.errors import StoreError
from corroborate.model.audit import entry_of
from corroborate.model.issue import IssueKind
from corroborate.model.memory import Change
from corroborate.model.record import Reading
from corroborate.settings import Settings
from corroborate.wiring import read_job
from tests.desks import desk

MAKERS = Makers("reading 1", "fold 1")


class Noon:
    """Answers `ports.Clock`."""

    def now(self) -> datetime:
        return datetime(2026, 1, 1, 12, tzinfo=UTC)


class Reader:
    """Reads reports, but breaks on those that hold a word, until it is mended."""

    def __init__(self) -> None:
        self.breaks_on = b"Douma"
        self.read: list[str] = []

    def __call__(self, job: Job) -> Reading | None:
        self.read.append(job.sighting.lead.name)
        if self.breaks_on in (job.content or b""):
            raise RuntimeError("Layla, 6, of Douma")
        return read_job(job)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path / "case" / "corroborate.db")
    yield opened
    opened.close()


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def case(tmp_path: Path, store: SqlStore, reader: Reader) -> Case:
    custody = Custody(Noon(), "Layla", "tests")
    evidence = FolderEvidence(tmp_path / "case" / "evidence")
    return Case(desk(store, evidence, custody, reader, MAKERS), Settings())


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Shelling killed four people in Idlib on Saturday, residents said.")
    (folder / "b.txt").write_text("Air strikes killed nine people in Douma on Sunday, residents said.")
    (folder / "c.txt").write_text("A bomb killed two people in Saraqib on Monday, residents said.")
    return folder


def test_a_report_that_breaks_the_program_is_a_doubt_and_the_others_are_read(case: Case, reports: Path) -> None:
    summary = case.add(reports)
    assert (summary.read, summary.unreadable) == (2, 1)
    assert [document.name for document in case.documents()] == ["a", "c"]
    (doubt,) = [issue for issue in case.issues() if issue.kind is IssueKind.FAILURE]
    assert "b.txt" in doubt.message
    assert "RuntimeError" in doubt.message
    assert "Layla" not in doubt.message
    assert len(case.sightings()) == 3


def test_what_failed_is_tried_again_and_what_was_read_is_not(case: Case, reports: Path, reader: Reader) -> None:
    case.add(reports)
    reader.read.clear()
    reader.breaks_on = b"Damascus"
    assert case.add(reports).read == 1
    assert reader.read == ["b"]
    assert [document.name for document in case.documents()] == ["a", "b", "c"]
    assert not [issue for issue in case.issues() if issue.kind is IssueKind.FAILURE]


def test_a_copy_of_what_was_read_is_not_read_again(case: Case, reports: Path, reader: Reader) -> None:
    (reports / "d.txt").write_bytes((reports / "a.txt").read_bytes())
    case.add(reports / "a.txt")
    reader.read.clear()
    assert case.add(reports / "d.txt").again == 1
    assert case.documents()[0].name == "a"


def test_reading_anew_reads_everything_again(case: Case, reports: Path, reader: Reader) -> None:
    case.add(reports / "a.txt")
    before = case.record()
    reader.read.clear()
    assert case.add(reports / "a.txt", anew=True).read == 1
    assert reader.read == ["a"]
    assert case.record() == before


def test_all_reports_are_read_again_from_the_evidence_alone(case: Case, reports: Path, reader: Reader) -> None:
    case.add(reports)
    before = case.sightings()
    for path in reports.iterdir():
        path.unlink()
    reader.read.clear()
    reader.breaks_on = b"Damascus"
    assert case.read_again().read == 3
    assert sorted(reader.read) == ["a", "b", "c"]
    assert [document.name for document in case.documents()] == ["a", "b", "c"]
    assert case.sightings() == before


def test_what_an_earlier_version_read_is_read_again_when_it_is_added_again(
    case: Case, reports: Path, reader: Reader
) -> None:
    case.add(reports / "a.txt")
    newer = Case(replace(case._desk, makers=Makers("reading 2", "fold 1")), Settings())
    reader.read.clear()
    assert newer.add(reports / "a.txt").read == 1
    assert newer.add(reports / "a.txt").known == 1
    assert reader.read == ["a"]


def test_what_a_newer_version_folds_is_folded_again(case: Case, store: SqlStore, reports: Path) -> None:
    case.add(reports / "a.txt")
    Case(replace(case._desk, makers=Makers("reading 1", "fold 2")), Settings()).incidents()
    folded = store.folded()
    assert folded is not None
    assert folded[0].startswith("fold 2")


def test_a_fold_that_is_overtaken_is_told_but_not_kept(case: Case, store: SqlStore, reports: Path) -> None:
    case.add(reports / "a.txt")
    told = case.incidents()
    nothing = Change((), (), frozenset(), (), frozenset(), ())
    assert not store.refold(nothing, "fold 1", 0, afresh=True)
    assert case.incidents() == told


def test_each_report_leaves_who_when_whence_and_what_in_the_audit_chain(
    case: Case, store: SqlStore, reports: Path
) -> None:
    case.add(reports / "a.txt")
    collected, read = (entry_of(line).act for line in store.audit())
    assert (collected.actor, collected.at, collected.kind) == ("Layla", datetime(2026, 1, 1, 12, tzinfo=UTC), "collect")
    assert collected.subject == read.subject == store.captures()[0].id
    assert dict(collected.details)["location"] == str(reports / "a.txt")
    (document,) = store.documents()
    assert dict(read.details)["document"] == document.id
    assert dict(read.details)["text"] == hashlib.sha256(document.text.encode()).hexdigest()
    assert dict(read.details)["maker"] == "reading 1"


def test_a_report_whose_bytes_could_not_be_kept_is_not_in_the_record(
    case: Case, store: SqlStore, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = os.fsync

    def full(handle: int) -> None:
        if b"Douma" in os.pread(handle, 99, 0):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        synced(handle)

    (reports / "a.txt").unlink()
    monkeypatch.setattr("corroborate.adapters.evidence.os.fsync", full)
    monkeypatch.setattr("corroborate.adapters.evidence.sync", lambda _folder: None)
    with pytest.raises(StoreError, match="No space left on device"):
        case.add(reports)
    assert store.captures() == ()
    monkeypatch.undo()
    assert case.add(reports).reports == 2
    assert case.verify().faults == ()


def test_reading_failures_do_not_stand_between_a_case_and_its_verification(case: Case, reports: Path) -> None:
    case.add(reports)
    assert case.verify().faults == ()
