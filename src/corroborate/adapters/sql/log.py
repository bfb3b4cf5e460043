"""The custody log in the database: acts become entries, in the transaction of what was done."""

import secrets
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, insert, select, update

from corroborate.adapters.custody_file import CustodyFile
from corroborate.adapters.sql import schema
from corroborate.errors import StoreError
from corroborate.model.audit import Act, ActKind, AuditEntry, LogHead, details, entry_of

_SALT = 16  # bytes


def append(connection: Connection, acts: Sequence[Act], copy: CustodyFile) -> tuple[AuditEntry, ...]:
    """Append acts and return their entries; where the copy has lost lines that it had, one before them says which.

    A StoreError where the copy goes further than the database: what was acknowledged is missing here, and another
    entry under the same number would bury that.
    """
    now, reached = head(connection), copy.reach()
    if reached > now.sequence:
        raise StoreError(
            f"{copy.path} goes on to entry {reached}, and the database ends at {now.sequence}: an older copy of the"
            " database was put in its place, or it was cut. Nothing was done; `corroborate verify` tells more."
        )
    if reached < now.mirrored:
        lost = details(first=reached + 1, last=now.mirrored, file=copy.path.name)
        acts = [Act(ActKind.MEND, acts[0].at, acts[0].actor, "custody log", lost), *acts]
    entries: list[AuditEntry] = []
    digest, changed = now.digest, now.changed
    for number, act in enumerate(acts, start=now.sequence + 1):
        entries.append(AuditEntry(number, act, digest, secrets.token_hex(_SALT)))
        digest = entries[-1].digest
        changed = number if act.kind.changes_the_record else changed
    connection.execute(insert(schema.audit), [{"sequence": e.sequence, "line": e.line} for e in entries])
    at_end = {"sequence": entries[-1].sequence, "digest": digest, "mirrored": reached, "changed": changed}
    connection.execute(update(schema.head).values(at_end))
    return tuple(entries)


def note_reach(connection: Connection, copy: CustodyFile) -> None:
    """Note how far the copy has come: what is missing from it later was lost, and not merely still to be written."""
    reached = min(copy.reach(), head(connection).sequence)
    connection.execute(update(schema.head).values(mirrored=reached))


def head(connection: Connection) -> LogHead:
    """Return where the log ends, as its last writer noted it."""
    row = connection.execute(select(schema.head)).one()
    return LogHead(row.sequence, row.digest, row.mirrored, row.changed)


def lines(connection: Connection, *, after: int = 0) -> Iterator[str]:
    """Yield the lines of the log after an entry."""
    audit = schema.audit.c
    yield from connection.execute(select(audit.line).where(audit.sequence > after).order_by(audit.sequence)).scalars()


def imported(connection: Connection, kind: str) -> Iterator[str]:
    """Yield the subjects of the imports whose ids begin so."""
    # Canonical JSON: the act stands first in a line.
    line = schema.audit.c.line
    of_kind = line.startswith('{"act":"import",') & line.contains(f'"subject":"{kind}')
    for found in connection.execute(select(line).where(of_kind)).scalars():
        yield entry_of(found).act.subject
