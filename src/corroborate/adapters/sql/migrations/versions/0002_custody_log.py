"""The custody log as lines of canonical JSON, its head kept beside it, and what was seen and decided made append-only.

Entries that an earlier version wrote are chained anew in that form, and a last one says so, with their former head.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_KINDS = {"add": "collect", "see again": "collect", "read again": "read", "note": "note", "judge": "judge"}
_GENESIS = "0" * 64
_APPENDED = ("capture", "sighting", "judgement", "audit")
_Act = dict[str, object]


def upgrade() -> None:
    """Write the log anew in its new form."""
    former = op.get_bind().execute(sa.text("SELECT * FROM audit ORDER BY sequence")).mappings().all()
    op.drop_table("audit")
    _tables()
    lines, digest = _chained(_said(former))
    if lines:
        rows = [{"sequence": number, "line": line} for number, line in enumerate(lines, start=1)]
        op.bulk_insert(sa.table("audit", sa.column("sequence"), sa.column("line")), rows)
    head = {"id": 1, "sequence": len(lines), "digest": digest, "mirrored": 0, "changed": len(former)}
    op.bulk_insert(sa.table("head", *(sa.column(name) for name in head)), [head])
    if op.get_bind().dialect.name == "sqlite":
        _forbid_change()


def downgrade() -> None:
    """Drop the log: the older form cannot hold what it says."""
    if op.get_bind().dialect.name == "sqlite":
        for table in _APPENDED:
            for verb in ("update", "delete"):
                op.execute(f"DROP TRIGGER {table}_no_{verb}")
    op.drop_table("head")
    op.drop_table("audit")
    op.create_table(
        "audit",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("at", "actor", "act", "subject")),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_audit"),
        sa.UniqueConstraint("previous", name="uq_audit_previous"),
    )
    op.create_index("ix_audit_subject", "audit", ["subject"])


def _tables() -> None:
    op.create_table(
        "audit",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name="pk_audit"),
    )
    op.create_table(
        "head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("mirrored", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_head"),
        sa.CheckConstraint("id = 1", name="only_one"),
    )


def _said(former: Sequence[sa.RowMapping]) -> Iterator[_Act]:
    for row in former:
        said = {"act": _KINDS.get(row["act"], "note"), "actor": row["actor"], "at": row["at"]}
        yield {**said, "subject": row["subject"], "details": _details(row["act"], row["details"])}
    if former:
        details = {"entries": len(former), "former_head": former[-1]["digest"], "to": revision}
        at = datetime.now(UTC).isoformat()
        yield {"act": "migrate", "actor": "corroborate", "at": at, "subject": "custody log", "details": details}


def _details(act: str, told: str) -> dict[str, object]:
    if act == "note":
        return {"kind": told}
    said = json.loads(told)
    return dict(said) if isinstance(said, dict) else {"verdict": said[0], "subjects": said[1:]}


def _chained(acts: Iterable[_Act]) -> tuple[list[str], str]:
    lines, previous = [], _GENESIS
    for sequence, act in enumerate(acts, start=1):
        entry = {**act, "previous": previous, "salt": secrets.token_hex(16), "sequence": sequence}
        lines.append(json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
        previous = hashlib.sha256(lines[-1].encode()).hexdigest()
    return lines, previous


def _forbid_change() -> None:
    for table in _APPENDED:
        for verb in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb.upper()} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table}: what was seen and decided is only ever appended'); END"
            )
