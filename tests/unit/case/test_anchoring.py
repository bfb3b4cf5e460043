"""A log anchored by OpenTimestamps: what its proofs show before and after a block has them, and whom that finds out."""

import hashlib
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from corroborate import wiring
from corroborate.adapters.calendars import OpenTimestamps
from corroborate.case import Case
from corroborate.cli import cli
from corroborate.errors import CollectError, ReadError, UsageError
from corroborate.model.audit import ActKind
from corroborate.model.verification import FaultKind
from corroborate.settings import Settings
from tests.calendar_server import Calendar, serving
from tests.unit.case.test_stamping import rewrite

NOWHERE = "http://127.0.0.1:9"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "wire.txt").write_text("At least 12 people were killed in Douma on Sunday, the White Helmets said.\n")
    with wiring.open_case(tmp_path / "case", Settings(author="Layla")) as opened:
        opened.add(tmp_path / "wire.txt")
        yield opened


def test_a_promise_is_kept_and_told_as_one(case: Case) -> None:
    anchoring = case.anchoring()
    with serving(Calendar()) as url:
        anchor, refusals = anchoring.anchor([url])
    assert refusals == ()
    assert (anchor.anchored.promised, anchor.anchored.blocks) == ((url,), ())
    assert [entry.act.kind for entry in case.custody()][-1] is ActKind.ANCHOR
    found = case.verify()
    assert found.faults == ()
    (note,) = found.notes
    assert note.startswith(f"Entries 1 to 2: {url} promised")
    assert not [line for line in found.holds if "Bitcoin" in line]


def test_a_proof_is_completed_once_a_block_has_it_and_checked_offline(case: Case) -> None:
    calendar = Calendar()
    anchoring = case.anchoring()
    with serving(calendar) as url:
        anchoring.anchor([url])
        assert anchoring.complete() == ()
        calendar.block = 871_000
        (done,) = anchoring.complete()
        assert anchoring.complete() == ()
    (block,) = done.anchored.blocks
    assert (block.height, block.merkle_root) == (871_000, calendar.root(calendar.submitted[0]))
    found = case.verify()
    assert (found.faults, found.notes) == ((), ())
    (line,) = (line for line in found.holds if "block 871000" in line)
    assert line.startswith("Entries 1 to 2 existed before")
    assert block.merkle_root in line


def test_calendars_learn_nothing_of_what_they_stamp(case: Case) -> None:
    calendar = Calendar()
    anchoring = case.anchoring()
    with serving(calendar) as url:
        anchor, _ = anchoring.anchor([url])
        anchoring.anchor([url])
    assert hashlib.sha256(anchor.statement).digest() not in calendar.submitted
    assert len(set(calendar.submitted)) == 2


def test_a_calendar_that_is_not_there_is_told_and_another_stands_in(case: Case) -> None:
    anchoring = case.anchoring()
    with serving(Calendar()) as url:
        anchor, refusals = anchoring.anchor([NOWHERE, url])
        assert anchor.anchored.promised == (url,)
        assert [NOWHERE in refusal for refusal in refusals] == [True]
        with pytest.raises(CollectError, match="127"):
            anchoring.anchor([NOWHERE])


def test_only_calendars_that_somebody_named_are_asked(case: Case) -> None:
    other, named = Calendar(), Calendar()
    with serving(other) as elsewhere, serving(named) as url:
        named.url = elsewhere  # it names another server in its promise
        anchoring = case.anchoring()
        anchoring.anchor([url])
        other.submitted, other.block = named.submitted, 1
        assert anchoring.complete() == ()


def test_a_changed_proof_is_found(case: Case, tmp_path: Path) -> None:
    anchoring = case.anchoring()
    with serving(Calendar()) as url:
        anchor, _ = anchoring.anchor([url])
    proof = OpenTimestamps()
    with pytest.raises(ReadError, match="another statement"):
        proof.read(anchor.proof, anchor.statement + b" ")
    for broken in (anchor.proof[:-1], anchor.proof + b"x", b"", b"\0" * 99):
        with pytest.raises(ReadError, match="no proof"):
            proof.read(broken, anchor.statement)
    path = next(path for path in (tmp_path / "case" / "evidence").rglob("*") if _is(path, anchor.proof))
    path.chmod(0o644)
    path.write_bytes(anchor.proof[:-1])
    (fault,) = case.verify().faults
    assert (fault.kind, fault.subject) == (FaultKind.BROKEN_STAMP, "entry 3")


def test_a_log_written_anew_from_end_to_end_is_found_by_its_proof(case: Case, tmp_path: Path) -> None:
    anchoring = case.anchoring()
    with serving(Calendar()) as url:
        anchoring.anchor([url])
    case.close()
    rewrite(tmp_path / "case", before="Layla", after="Omar")
    with wiring.open_case(tmp_path / "case") as again:
        found = [fault for fault in again.verify().faults if fault.subject == "entries 1 to 2"]
    assert [fault.kind for fault in found] == [FaultKind.CHANGED_ENTRY]
    assert "written anew" in found[0].message


def test_a_proof_goes_with_its_case_into_another(case: Case, tmp_path: Path) -> None:
    anchoring = case.anchoring()
    with serving(Calendar()) as url:
        anchor, _ = anchoring.anchor([url])
    case.close()
    package, other = str(tmp_path / "case.wacz"), str(tmp_path / "other")
    for command in (["--case", str(tmp_path / "case"), "package", "-o", package], ["--case", other, "import", package]):
        result = CliRunner().invoke(cli, command)
        assert result.exit_code == 0, result.output
    with zipfile.ZipFile(package) as files:
        assert files.read("corroborate/stamps/3.json.ots") == anchor.proof
        assert files.read("corroborate/stamps/3.json") == anchor.statement
    with wiring.open_case(other) as taken:
        assert taken._desk.evidence.fetch(hashlib.sha256(anchor.proof).hexdigest()) == anchor.proof
        found = taken.verify()
    assert found.faults == ()
    (note,) = found.notes
    assert note.startswith(f"Of the log of case.wacz: Entries 1 to 2: {url} promised")


def test_a_package_whose_log_does_not_fit_its_proof_is_not_taken_over(case: Case, tmp_path: Path) -> None:
    with serving(Calendar()) as url:
        case.anchoring().anchor([url])
    case.close()
    rewrite(tmp_path / "case", before="Layla", after="Omar")
    package, other = str(tmp_path / "case.wacz"), str(tmp_path / "other")
    assert CliRunner().invoke(cli, ["--case", str(tmp_path / "case"), "package", "-o", package]).exit_code == 0
    refused = CliRunner().invoke(cli, ["--case", other, "import", package])
    assert refused.exit_code == 1
    assert "is not the one that was anchored" in refused.stderr


def test_without_the_library_the_proofs_are_left_unchecked_and_that_is_told(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    anchoring = case.anchoring()
    with serving(Calendar()) as url:
        anchoring.anchor([url])
    monkeypatch.setitem(sys.modules, "corroborate.adapters.calendars", None)
    found = case.verify()
    assert found.faults == ()
    assert [note for note in found.notes if "1 proofs of OpenTimestamps were not checked" in note]
    with pytest.raises(UsageError, match=r"corroborate\[ots\]"):
        case.anchoring()


def _is(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
