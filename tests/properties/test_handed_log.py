"""Whatever of a log is sealed when it is handed over, its check finds what was touched, and nothing else."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from corroborate.case.handed_log import PACKAGE, read_log
from corroborate.errors import InvariantError
from corroborate.model.audit import (
    GENESIS,
    Act,
    ActKind,
    AuditEntry,
    SealedEntry,
    details,
    shown_or_sealed,
    trails,
)
from tests.properties.test_custody_log import logs

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def exported(entries: list[AuditEntry]) -> AuditEntry:
    """Return the entry on the package behind the others, which tells their trail."""
    said = details(sequence=len(entries), trail=list(trails(entry.digest for entry in entries))[-1])
    return AuditEntry(len(entries) + 1, Act(ActKind.EXPORT, NOON, "Layla", PACKAGE, said), entries[-1].digest, "salt")


@st.composite
def handed(draw: st.DrawFn) -> list[AuditEntry | SealedEntry]:
    entries = draw(logs())
    sealed = draw(st.sets(st.sampled_from(range(len(entries)))))
    told: list[AuditEntry | SealedEntry] = [
        SealedEntry(entry.sequence, entry.digest) if number in sealed else entry for number, entry in enumerate(entries)
    ]
    return [*told, exported(entries)]


def lines(log: list[AuditEntry | SealedEntry]) -> list[str]:
    return [entry.line for entry in log]


@given(handed())
def test_a_log_is_whole_whichever_entries_are_sealed(log: list[AuditEntry | SealedEntry]) -> None:
    found = read_log(lines(log))
    assert not found.faults
    assert list(found.entries) == [entry for entry in log if isinstance(entry, AuditEntry)]
    assert found.digests == tuple(entry.digest for entry in log)
    assert found.sealed == sum(isinstance(entry, SealedEntry) for entry in log)


@given(handed(), st.data())
def test_a_changed_entry_is_found_shown_or_sealed(log: list[AuditEntry | SealedEntry], data: st.DataObject) -> None:
    at = data.draw(st.sampled_from(range(len(log) - 1)))
    entry = log[at]
    if isinstance(entry, AuditEntry):
        log[at] = replace(entry, act=replace(entry.act, subject=entry.act.subject + "!"))
    else:
        log[at] = replace(entry, digest="ab" * 32)
    assert read_log(lines(log)).faults


@given(handed(), st.data())
def test_a_removed_entry_is_found(log: list[AuditEntry | SealedEntry], data: st.DataObject) -> None:
    at = data.draw(st.sampled_from(range(len(log) - 1)))
    (fault,) = read_log(lines(log[:at] + log[at + 1 :])).faults[:1]
    assert fault.subject == f"entry {at + 1}"


@given(handed(), st.data())
def test_an_entry_put_in_and_numbered_anew_is_found(log: list[AuditEntry | SealedEntry], data: st.DataObject) -> None:
    at = data.draw(st.sampled_from(range(len(log) - 1)))
    assume(isinstance(log[at], SealedEntry))
    before = log[at - 1].digest if at else GENESIS
    log[at] = AuditEntry(at + 1, Act(ActKind.NOTE, NOON, "Omar", "made up"), before, "salt")
    assert read_log(lines(log)).faults


@given(st.text(max_size=40) | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(repr))
def test_any_line_is_an_entry_or_refused(line: str) -> None:
    with pytest.raises(InvariantError):
        shown_or_sealed(line)


SOUND = exported([AuditEntry(1, Act(ActKind.NOTE, NOON, "Layla", "x"), GENESIS, "salt")]).line


@pytest.mark.parametrize(
    "line",
    [
        SOUND.replace('"Layla"', '{"name":"Layla"}'),
        SOUND.replace('"sequence":2', '"sequence":"2"'),
        SOUND.replace('"sequence":1', '"sequence":{"a":1}'),
        SOUND.replace("+00:00", ""),
        SOUND.replace(":", ": "),
        '{"digest":"ab","sequence":1}',
        '{"digest":["ab"],"sequence":1}',
        "[" * 100_000,
    ],
)
def test_an_entry_with_parts_of_another_kind_is_refused(line: str) -> None:
    shown_or_sealed(SOUND)
    with pytest.raises(InvariantError, match="no entry"):
        shown_or_sealed(line)


def test_an_empty_log_is_none() -> None:
    assert read_log([]).faults
