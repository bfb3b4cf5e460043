import hashlib
import stat
from io import BytesIO
from pathlib import Path

import pytest

from corroborate.adapters.evidence import FolderEvidence
from corroborate.errors import CollectError, StoreError


def test_bytes_are_kept_under_their_sha256_and_handed_back(tmp_path: Path) -> None:
    evidence = FolderEvidence(tmp_path / "evidence")
    sha256 = evidence.keep(b"text")
    assert sha256 == hashlib.sha256(b"text").hexdigest()
    assert evidence.fetch(sha256) == b"text"
    assert FolderEvidence(tmp_path / "evidence").fetch(sha256) == b"text"


def test_the_same_bytes_twice_are_one_file_that_is_left_as_it_is(tmp_path: Path) -> None:
    evidence = FolderEvidence(tmp_path)
    path = evidence.path(evidence.keep(b"text"))
    before = path.stat()
    evidence.keep(b"text")
    FolderEvidence(tmp_path).keep(b"text")
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == [path.name]


def test_a_kept_file_may_not_be_written(tmp_path: Path) -> None:
    evidence = FolderEvidence(tmp_path)
    mode = evidence.path(evidence.keep(b"text")).stat().st_mode
    assert stat.S_IMODE(mode) == 0o444


def test_what_a_killed_process_left_half_written_does_no_harm(tmp_path: Path) -> None:
    evidence = FolderEvidence(tmp_path)
    path = evidence.path(hashlib.sha256(b"text").hexdigest())
    path.parent.mkdir(parents=True)
    (path.parent / ".incoming-torn").write_bytes(b"te")
    assert evidence.fetch(evidence.keep(b"text")) == b"text"


def test_bytes_may_be_kept_while_other_work_goes_on(tmp_path: Path) -> None:
    evidence = FolderEvidence(tmp_path / "evidence")
    waiting = [evidence.keep_meanwhile(text) for text in (b"one", b"two", b"one")]
    assert [evidence.fetch(kept()) for kept in waiting] == [b"one", b"two", b"one"]


def test_changed_bytes_are_refused(tmp_path: Path) -> None:
    evidence = FolderEvidence(tmp_path)
    sha256 = evidence.keep(b"text")
    evidence.path(sha256).chmod(0o644)
    evidence.path(sha256).write_bytes(b"other")
    with pytest.raises(CollectError, match="have changed"):
        evidence.fetch(sha256)


def test_missing_bytes_are_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CollectError, match="Restore"):
        FolderEvidence(tmp_path).fetch("0" * 64)


def test_a_place_that_cannot_be_written_is_an_error_of_the_store(tmp_path: Path) -> None:
    (tmp_path / "evidence").write_bytes(b"a file in the way")
    evidence = FolderEvidence(tmp_path / "evidence")
    with pytest.raises(StoreError, match="Nothing was kept"):
        evidence.keep(b"text")
    kept = evidence.keep_meanwhile(b"text")
    with pytest.raises(StoreError, match="Nothing was kept"):
        kept()


def test_each_file_that_is_not_whole_is_named(tmp_path: Path) -> None:
    evidence = FolderEvidence(tmp_path)
    whole, changed, gone, folder = (evidence.keep(text) for text in (b"one", b"two", b"three", b"four"))
    evidence.path(changed).chmod(0o644)
    evidence.path(changed).write_bytes(b"2")
    evidence.path(gone).unlink()
    evidence.path(folder).unlink()
    evidence.path(folder).mkdir()
    told: list[tuple[int, int]] = []
    faults = list(evidence.faults([whole, changed, gone, folder], lambda done, total: told.append((done, total))))
    assert [(fault.kind.value, fault.subject) for fault in faults] == [
        ("changed_bytes", changed),
        ("missing_file", gone),
        ("unreadable_file", folder),
    ]
    assert told == [(4, 4)]


def test_what_bears_no_known_hash_or_lies_in_another_place_is_a_stray(tmp_path: Path) -> None:
    evidence = FolderEvidence(tmp_path)
    known = evidence.keep(b"one")
    (tmp_path / known).write_bytes(b"one")
    (tmp_path / "notes.txt").write_bytes(b"notes")
    assert evidence.strays({known}) == tuple(sorted([known, "notes.txt"]))


ARCHIVE = hashlib.sha256(b"archive").hexdigest()


def test_what_a_kill_left_of_a_large_copy_goes_with_the_next(tmp_path: Path) -> None:
    evidence = FolderEvidence(tmp_path)
    path = evidence.path(ARCHIVE)
    path.parent.mkdir(parents=True)
    path.with_name(f".incoming-{path.name}-k3x").write_bytes(b"arch")
    evidence.keep_file(BytesIO(b"archive"), ARCHIVE)
    assert list(path.parent.iterdir()) == [path]


def test_a_file_is_not_taken_for_kept_where_its_copy_was_changed(tmp_path: Path) -> None:
    evidence = FolderEvidence(tmp_path)
    evidence.keep_file(BytesIO(b"archive"), ARCHIVE)
    evidence.path(ARCHIVE).chmod(0o644)
    evidence.path(ARCHIVE).write_bytes(b"another")
    with pytest.raises(CollectError, match="have changed"):
        evidence.keep_file(BytesIO(b"archive"), ARCHIVE)
