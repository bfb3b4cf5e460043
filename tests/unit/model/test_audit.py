"""The custody log shows where it was touched."""

from dataclasses import replace
from datetime import UTC, datetime

from corroborate.model.audit import GENESIS, AuditEntry, broken_link


def chain(length: int) -> list[AuditEntry]:
    entries: list[AuditEntry] = []
    previous = GENESIS
    for sequence in range(1, length + 1):
        at = datetime(2026, 1, 1, 0, sequence, tzinfo=UTC)
        entries.append(AuditEntry(sequence, at, "Layla", "capture", f"file-{sequence}", "", previous))
        previous = entries[-1].digest
    return entries


def test_an_untouched_log_is_whole() -> None:
    assert broken_link(chain(5)) is None
    assert broken_link([]) is None


def test_a_changed_entry_shows_at_its_follower() -> None:
    entries = chain(5)
    entries[1] = replace(entries[1], actor="Omar")
    assert broken_link(entries) == 3


def test_a_removed_entry_shows() -> None:
    entries = chain(5)
    del entries[2]
    assert broken_link(entries) == 4


def test_a_log_that_does_not_begin_at_the_beginning_is_broken() -> None:
    assert broken_link(chain(3)[1:]) == 2


def test_an_entry_of_another_chain_does_not_fit() -> None:
    assert broken_link([*chain(2), replace(chain(3)[2], previous=GENESIS)]) == 3
