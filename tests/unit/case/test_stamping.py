"""A stamped log: what its stamps show, and that it can no longer be written anew."""

import hashlib
import json
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corroborate.adapters.clock import SystemClock
from corroborate.case import Case
from corroborate.errors import StoreError, UsageError
from corroborate.model.audit import GENESIS, ActKind, AuditEntry, entry_of
from corroborate.model.verification import FaultKind
from corroborate.settings import Settings
from corroborate.wiring import open_case
from tests.time_authority import OPENSSL, Authority

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="no openssl on this machine, of which the authority is made")


@pytest.fixture(scope="module")
def authorities(tmp_path_factory: pytest.TempPathFactory) -> tuple[Authority, Authority]:
    place = tmp_path_factory.mktemp("authorities")
    return Authority(place / "noon", "Noon"), Authority(place / "dusk", "Dusk")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "wire.txt").write_text("At least 12 people were killed in Douma on Sunday, the White Helmets said.\n")
    with open_case(tmp_path / "case", Settings(author="Layla")) as opened:
        opened.add(tmp_path / "wire.txt")
        yield opened


def stamp(case: Case, *authorities: Authority) -> None:
    for authority in authorities:
        with authority.serving() as url:
            made = case.stamp([url], [authority.root.read_bytes()])
        assert made.refusals == ()


def test_a_stamp_by_several_authorities_is_kept_logged_and_checked_without_them(
    case: Case, authorities: tuple[Authority, Authority]
) -> None:
    roots = [authority.root.read_bytes() for authority in authorities]
    with authorities[0].serving() as noon, authorities[1].serving() as dusk:
        made = case.stamp([noon, dusk], roots)
    assert [one.signed.authority for one in made.stamps] == ["CN=Noon,O=Tests", "CN=Dusk,O=Tests"]
    assert made.stamps[0].statement == made.stamps[1].statement
    assert [entry.act.kind for entry in case.custody()][-2:] == [ActKind.STAMP, ActKind.STAMP]
    found = case.verify()
    assert found.faults == ()
    assert [line for line in found.holds if "Entries 1 to 2 existed on" in line and "Noon" in line]
    assert [line for line in found.holds if "Dusk" in line]
    assert found.notes == ()


def test_a_statement_tells_of_the_captures_since_the_last(
    case: Case, authorities: tuple[Authority, Authority], tmp_path: Path
) -> None:
    first, second = case._desk.store.captures()[0].id, "Shelling killed four people in Idlib, residents said.\n"
    stamp(case, authorities[0])
    (tmp_path / "later.txt").write_text(second)
    case.add(tmp_path / "later.txt")
    stamp(case, authorities[0])
    stamped = [entry for entry in case.custody() if entry.act.kind is ActKind.STAMP]
    said = [json.loads(case._desk.evidence.fetch(str(dict(entry.act.details)["statement"]))) for entry in stamped]
    captures = [set(one["captures"].values()) for one in said]
    assert captures[0] == {hashlib.sha256(f"{first}\n".encode()).hexdigest()}
    assert len(captures[1]) == 1
    assert captures[1] != captures[0]
    assert list(said[0]["captures"]) == [datetime.now(UTC).date().isoformat()]


def test_a_log_written_anew_from_end_to_end_is_found_by_its_stamp(
    case: Case, authorities: tuple[Authority, Authority], tmp_path: Path
) -> None:
    stamp(case, authorities[0])
    case.close()
    rewrite(tmp_path / "case", before="Layla", after="Omar")
    with open_case(tmp_path / "case") as again:
        found = [fault for fault in again.verify().faults if fault.subject == "entries 1 to 2"]
    assert [fault.kind for fault in found] == [FaultKind.CHANGED_ENTRY]
    assert "written anew" in found[0].message


def rewrite(folder: Path, *, before: str, after: str) -> None:
    """Write the whole log anew, unbroken in itself, with its copy and its head, as one would who knows how."""
    entries: list[AuditEntry] = []
    with closing(sqlite3.connect(folder / "corroborate.db")) as connection:
        for (line,) in connection.execute("SELECT line FROM audit ORDER BY sequence").fetchall():
            entry = entry_of(line)
            act = replace(entry.act, actor=entry.act.actor.replace(before, after))
            entries.append(replace(entry, act=act, previous=entries[-1].digest if entries else GENESIS))
        connection.execute("DROP TRIGGER audit_no_update")
        for entry in entries:
            connection.execute("UPDATE audit SET line = ? WHERE sequence = ?", (entry.line, entry.sequence))
        connection.execute("UPDATE head SET digest = ?", (entries[-1].digest,))
        connection.commit()
    (folder / "custody.jsonl").write_text("".join(f"{entry.line}\n" for entry in entries))


@pytest.mark.parametrize("part", ["statement", "reply", "certificates"])
def test_a_stamp_of_which_a_part_is_gone_or_changed_is_found(
    case: Case, authorities: tuple[Authority, Authority], tmp_path: Path, part: str
) -> None:
    stamp(case, authorities[0])
    said = dict(list(case.custody())[-1].act.details)
    name = str(said[part])
    path = tmp_path / "case" / "evidence" / name[:2] / name[2:4] / name
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b" ")
    assert [fault.kind for fault in case.verify().faults] == [FaultKind.BROKEN_STAMP]
    path.unlink()
    assert [fault.kind for fault in case.verify().faults] == [FaultKind.BROKEN_STAMP]


def test_a_clock_that_is_wrong_is_told_by_the_authoritys(
    case: Case, authorities: tuple[Authority, Authority], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SystemClock, "now", lambda _self: datetime(2100, 1, 1, tzinfo=UTC))
    (tmp_path / "later.txt").write_text("Shelling killed four people in Idlib, residents said.\n")
    case.add(tmp_path / "later.txt")
    stamp(case, authorities[0])
    found = case.verify()
    assert found.faults == ()
    assert any("ahead of that of CN=Noon" in note for note in found.notes)
    assert any("2 entries up to 4 are dated after" in note for note in found.notes)


def test_an_authority_that_fails_leaves_the_others_and_nothing_half(
    case: Case, authorities: tuple[Authority, Authority]
) -> None:
    with authorities[0].serving() as url:
        made = case.stamp(["http://127.0.0.1:9/", url], [authorities[0].root.read_bytes()])
    assert len(made.stamps) == 1
    assert "127.0.0.1:9" in made.refusals[0]
    with authorities[1].serving() as url:
        made = case.stamp([url], [])
    assert "--ca" in made.refusals[0]
    assert case.verify().faults == ()
    assert [entry.act.kind for entry in case.custody()].count(ActKind.STAMP) == 1


def test_a_stamp_that_was_killed_before_it_was_logged_is_none_and_harms_nothing(
    case: Case, authorities: tuple[Authority, Authority], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as kill, authorities[0].serving() as url:
        kill.setattr("corroborate.adapters.sql.SqlStore.log", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            case.stamp([url], [authorities[0].root.read_bytes()])
    found = case.verify()
    assert found.faults == ()
    assert any("3 files in the evidence belong to no capture" in note for note in found.notes)


def test_an_empty_case_and_a_log_that_does_not_hold_are_not_stamped(case: Case, tmp_path: Path) -> None:
    with open_case(tmp_path / "empty") as empty, pytest.raises(UsageError, match="empty"):
        empty.stamp(["http://127.0.0.1:9/"])
    (tmp_path / "case" / "custody.jsonl").write_text("a shopping list\n")
    with pytest.raises(StoreError, match="does not hold"):
        case.stamp(["http://127.0.0.1:9/"])


def test_a_stamp_can_be_checked_with_openssl_alone(
    case: Case, authorities: tuple[Authority, Authority], tmp_path: Path
) -> None:
    with authorities[0].serving() as url:
        (one,) = case.stamp([url], [authorities[0].root.read_bytes()]).stamps
    parts = {"statement.json": one.statement, "reply.tsr": one.reply, "root.pem": one.certificates}
    for name, content in parts.items():
        (tmp_path / name).write_bytes(content)
    command = ["openssl", "ts", "-verify", "-data", "statement.json", "-in", "reply.tsr", "-CAfile", "root.pem"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Verification: OK" in done.stdout + done.stderr
