"""`verify` finds what was touched, names it, and says since when."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from corroborate.case import Case
from corroborate.model.audit import ActKind
from corroborate.model.judgement import Verdict
from corroborate.model.verification import FaultKind, Verification
from corroborate.settings import Settings
from corroborate.wiring import open_case

REPORT = "At least 12 people were killed in air strikes on Douma on Sunday, the White Helmets said.\n"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "wire.txt").write_text(REPORT)
    with open_case(tmp_path / "case", Settings(author="Layla")) as opened:
        opened.add(tmp_path / "wire.txt", publisher="Levant Wire")
        yield opened


def found(result: Verification) -> list[FaultKind]:
    return [fault.kind for fault in result.faults]


def kept(tmp_path: Path) -> Path:
    (path,) = (path for path in (tmp_path / "case" / "evidence").rglob("*") if path.is_file())
    return path


def intrude(tmp_path: Path, statement: str) -> None:
    """Do to the database what the program never does."""
    with closing(sqlite3.connect(tmp_path / "case" / "corroborate.db")) as connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE name LIKE '%\\_no\\_%' ESCAPE '\\'"
        ).fetchall()
        for (name,) in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement)
        connection.commit()


def test_a_case_as_added_holds_and_the_log_tells_of_the_check(case: Case) -> None:
    first = case.verify()
    assert found(first) == []
    assert len(first.holds) == 3
    last = list(case.custody())[-1].act
    assert (last.kind, last.actor) == (ActKind.VERIFY, "Layla")
    assert dict(last.details)["sequence"] == 2
    assert found(case.verify()) == []


def test_changed_bytes_are_found_with_when_they_held(case: Case, tmp_path: Path) -> None:
    case.verify()
    kept(tmp_path).chmod(0o644)
    kept(tmp_path).write_text(REPORT.replace("12", "21"))
    for _ in range(2):  # a check that found the fault is no check by which it held
        (fault,) = case.verify().faults
        assert (fault.kind, fault.subject) == (FaultKind.CHANGED_BYTES, kept(tmp_path).name)
        assert fault.held is not None
        assert (fault.held.sequence, fault.held.act.kind) == (3, ActKind.VERIFY)


def test_a_removed_file_is_found_and_held_when_it_was_collected(case: Case, tmp_path: Path) -> None:
    kept(tmp_path).unlink()
    (fault,) = case.verify().faults
    assert fault.kind is FaultKind.MISSING_FILE
    assert fault.held is not None
    assert fault.held.act.kind is ActKind.COLLECT


def test_a_touched_entry_is_dated_by_the_last_check_that_found_the_log_whole(case: Case, tmp_path: Path) -> None:
    case.verify()
    intrude(tmp_path, "UPDATE audit SET line = replace(line, 'Levant', 'Eastern') WHERE sequence = 1")
    (fault,) = case.verify().faults
    assert (fault.kind, fault.subject) == (FaultKind.CHANGED_ENTRY, "entry 1")
    assert "Eastern Wire" in fault.message
    assert "Levant Wire" in fault.message
    assert fault.held is not None
    assert fault.held.sequence == 3


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE sighting SET body = replace(body, 'Levant', 'Eastern')", FaultKind.CHANGED_RECORD),
        ("UPDATE sighting SET body = replace(body, 'Layla', 'Omar')", FaultKind.CHANGED_RECORD),
        ("UPDATE capture SET size = 1", FaultKind.CHANGED_RECORD),
        ("UPDATE sighting SET location = '/elsewhere'", FaultKind.CHANGED_RECORD),
        ("DELETE FROM sighting WHERE number = 1", FaultKind.REMOVED),
        ("DELETE FROM judgement", FaultKind.REMOVED),
        ("UPDATE judgement SET verdict = 'accept'", FaultKind.CHANGED_RECORD),
        ("DELETE FROM claim WHERE start = (SELECT max(start) FROM claim)", FaultKind.CHANGED_RECORD),
        ("UPDATE claim SET origin = 'The army'", FaultKind.CHANGED_RECORD),
        ("UPDATE claim SET body = replace(body, 'White Helmets', 'White Army')", FaultKind.CHANGED_RECORD),
        ("UPDATE document SET publisher = 'Gulf Post'", FaultKind.CHANGED_RECORD),
        ("UPDATE document SET body = json_set(body, '$.published', '2001-01-01')", FaultKind.CHANGED_RECORD),
        ("UPDATE document SET passages = x'00'", FaultKind.CHANGED_RECORD),
        ("DELETE FROM issue WHERE scope = 'collect'", FaultKind.REMOVED),
        ("UPDATE document SET text = text || 'And 90 more.'", FaultKind.CHANGED_TEXT),
        ("INSERT INTO capture VALUES ('" + "ab" * 32 + "', 1, 'text/plain')", FaultKind.MISSING_FILE),
    ],
)
def test_a_record_that_was_touched_is_found(case: Case, tmp_path: Path, statement: str, kind: FaultKind) -> None:
    (tmp_path / "again.txt").write_text(REPORT)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "gone.txt").symlink_to(tmp_path / "nowhere")
    case.add(tmp_path / "again.txt", tmp_path / "reports")
    assert found(case.verify()) == []
    case.judge(Verdict.REJECT, [case.claims()[0].id], "a misreading")
    intrude(tmp_path, statement)
    assert kind in found(case.verify())


def test_a_claim_whose_words_are_not_in_its_text_is_found(case: Case, tmp_path: Path) -> None:
    claims = len(case.claims())
    for words in ("12 or 21 people", "21 people"):
        intrude(tmp_path, f"UPDATE claim SET body = json_set(body, '$.span.quote', '{words}')")  # noqa: S608  # words of ours
        assert found(case.verify()) == [*[FaultKind.FALSE_QUOTE] * claims, FaultKind.CHANGED_RECORD]


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE incident SET body = replace(body, 'Douma', 'Homs')", FaultKind.CHANGED_RECORD),
        ("DELETE FROM incident", FaultKind.REMOVED),
        ("DELETE FROM tally", FaultKind.REMOVED),
        ("UPDATE tally SET id = 'tally-0', body = json_set(body, '$.id', 'tally-0')", FaultKind.CHANGED_RECORD),
    ],
)
def test_an_incident_that_was_touched_is_found_by_computing_it_anew(
    case: Case, tmp_path: Path, statement: str, kind: FaultKind
) -> None:
    (tmp_path / "tally.txt").write_text("Some 90 people were killed in Ghouta in the last two weeks, activists said.")
    case.add(tmp_path / "tally.txt", published=date(2018, 2, 20))
    untouched = case.verify(recompute=True)
    assert found(untouched) == []
    assert any("are what the claims come to" in words for words in untouched.holds)
    intrude(tmp_path, statement)
    assert found(case.verify()) == []
    assert kind in found(case.verify(recompute=True))


def test_what_is_to_be_computed_anew_anyway_is_no_fault(case: Case, tmp_path: Path) -> None:
    intrude(tmp_path, "DELETE FROM fold")
    recomputed = case.verify(recompute=True)
    assert found(recomputed) == []
    assert any("computed anew when they are asked for" in words for words in recomputed.notes)


def test_a_changed_judgement_is_one_removed_and_one_unlogged(case: Case, tmp_path: Path) -> None:
    case.judge(Verdict.REJECT, [case.claims()[0].id], "a misreading")
    intrude(tmp_path, "UPDATE judgement SET body = replace(body, 'misreading', 'denial')")
    assert sorted(found(case.verify())) == [FaultKind.REMOVED, FaultKind.UNLOGGED]


def test_a_capture_whose_entries_were_taken_from_log_and_copy_and_head_is_found(case: Case, tmp_path: Path) -> None:
    intrude(tmp_path, "DELETE FROM audit")
    with closing(sqlite3.connect(tmp_path / "case" / "corroborate.db")) as connection:
        connection.execute("UPDATE head SET sequence = 0, mirrored = 0, digest = ?", ("0" * 64,))
        connection.commit()
    (tmp_path / "case" / "custody.jsonl").write_text("")
    assert found(case.verify()) == [FaultKind.UNLOGGED]


def test_a_log_written_anew_throughout_is_found_by_a_head_kept_elsewhere(case: Case) -> None:
    head = list(case.custody())[-1].digest
    assert found(case.verify(heads=[head.upper()])) == []
    (other,) = case.verify(heads=["ab" * 32]).faults
    assert other.kind is FaultKind.TRUNCATED_LOG


def test_what_a_killed_process_left_in_the_evidence_is_no_fault_and_told(case: Case, tmp_path: Path) -> None:
    (kept(tmp_path).parent / ".incoming-torn").write_bytes(b"te")
    result = case.verify()
    assert found(result) == []
    assert any(".incoming-torn" in note for note in result.notes)


def test_a_check_that_cannot_be_logged_is_told_all_the_same(case: Case, tmp_path: Path) -> None:
    with (tmp_path / "case" / "custody.jsonl").open("a") as copy:
        copy.write("a shopping list\n")
    result = case.verify()
    assert found(result) == [FaultKind.TRUNCATED_LOG]
    assert any("not in the log" in note for note in result.notes)


def test_progress_is_told_in_captures(case: Case) -> None:
    told: list[tuple[int, int]] = []
    case.verify(lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
