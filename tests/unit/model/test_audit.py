"""An entry of the custody log: one line, whose hash anybody can take."""

import hashlib
import json
from datetime import UTC, datetime

import pytest

from corroborate.errors import InvariantError
from corroborate.model.audit import GENESIS, Act, ActKind, AuditEntry, details, digest_of, entry_of

ACT = Act(
    ActKind.COLLECT, datetime(2026, 1, 1, 12, tzinfo=UTC), "Layla", "ab12", details(name="دوما", size=3, url=None)
)
ENTRY = AuditEntry(1, ACT, GENESIS, "salt")


def test_an_entry_is_a_line_of_json_with_its_keys_in_order() -> None:
    said = json.loads(ENTRY.line)
    assert list(said) == sorted(said)
    assert said["details"] == {"name": "دوما", "size": 3, "url": None}
    assert " " not in ENTRY.line


def test_its_hash_is_the_sha256_of_the_line() -> None:
    assert ENTRY.digest == hashlib.sha256(ENTRY.line.encode()).hexdigest()


def test_a_line_in_another_form_says_the_same_and_has_another_hash() -> None:
    other = json.dumps(json.loads(ENTRY.line))
    assert entry_of(other) == entry_of(ENTRY.line) == ENTRY
    assert digest_of(other) != digest_of(ENTRY.line) == ENTRY.digest


@pytest.mark.parametrize("line", ["", "[]", "{}", "null", '{"act":"collect"}', ENTRY.line.replace("collect", "steal")])
def test_what_is_no_entry_is_refused(line: str) -> None:
    with pytest.raises(InvariantError, match="no entry"):
        entry_of(line)


def test_looking_changes_no_record() -> None:
    assert not any(kind.changes_the_record for kind in (ActKind.VIEW, ActKind.EXPORT, ActKind.VERIFY, ActKind.MEND))
    assert all(kind.changes_the_record for kind in (ActKind.COLLECT, ActKind.READ, ActKind.NOTE, ActKind.JUDGE))
