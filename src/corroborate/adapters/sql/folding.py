"""What was computed over all reports: written as it changes, and asked for by what it rests on."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Select, Table, delete, func, insert, select

from corroborate.adapters.codec import decode, encode
from corroborate.adapters.sql import rows, schema
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId, TallyId
from corroborate.model.incident import Incident, Tally
from corroborate.model.memory import Card, Change

FOLD = "fold"  # the scope of its issues
_Value = TypeVar("_Value")
_MOST_BOUND = 500  # values of one statement
_MOST_WRITTEN = 5_000  # rows at once
_ALL = (schema.member, schema.incident, schema.tally, schema.fold, schema.finding, schema.card_key, schema.card)


def clear(connection: Connection) -> None:
    """Remove all that was computed over all reports."""
    for table in _ALL:
        connection.execute(delete(table))
    connection.execute(delete(schema.claim).where(schema.claim.c.added))
    connection.execute(delete(schema.issue).where(schema.issue.c.scope == FOLD))


def write(connection: Connection, change: Change) -> None:
    """Put what has changed in the place of what stood."""
    made: tuple[Incident | Tally, ...] = (*change.incidents, *change.tallies)
    replaced = {*change.gone, *(one.id for one in made)}
    for table, column in ((schema.incident, "id"), (schema.tally, "id"), (schema.member, "group")):
        _remove(connection, table.c[column], replaced)
    _remove(connection, schema.card.c.id, change.gone)
    _add(connection, schema.claim, map(rows.claim_row, change.claims))
    _add(connection, schema.incident, map(rows.group_row, change.incidents))
    _add(connection, schema.tally, map(rows.group_row, change.tallies))
    _add(connection, schema.member, _members(change))
    _write_doubts(connection, change)
    _write_cards(connection, change.cards)


class SqlStanding:
    """Answers `ports.Standing` from the database; `reading` opens a look at it."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        self._reading = reading

    def cards(self, kind: type[_Value], keys: Sequence[str]) -> Iterator[_Value]:
        """Yield the values of a kind that lie under any of these keys, each once."""
        card, key = schema.card.c, schema.card_key.c
        seen: set[int] = set()
        for part in _parts(sorted(map(_hashed, set(keys)))):
            numbers = select(key.card).where(key.key.in_(part))
            for row in self._rows(
                select(card.number, card.body).where(card.number.in_(numbers), card.kind == kind.__name__)
            ):
                if row["number"] not in seen:
                    seen.add(row["number"])
                    yield decode(kind, row["body"])

    def claims_of(self, documents: Sequence[DocumentId]) -> tuple[Claim, ...]:
        """Return all claims of these reports."""
        claim = schema.claim
        return tuple(map(rows.to_claim, self._of(claim, claim.c.document, documents)))

    def groups(self, documents: Sequence[DocumentId]) -> tuple[tuple[Incident, ...], tuple[Tally, ...]]:
        """Return the incidents and tallies that hold a claim of these reports, in them or beside them."""
        claim, member = schema.claim.c, schema.member.c
        ids = sorted(
            {
                row["group"]
                for part in _parts(documents)
                for row in self._rows(
                    select(member.group)
                    .distinct()
                    .join(schema.claim, claim.id == member.claim)
                    .where(claim.document.in_(part))
                )
            }
        )
        found = self._of(schema.incident, schema.incident.c.id, ids)
        return tuple(map(rows.to_incident, found)), self.tallies([TallyId(one) for one in ids])

    def tallies(self, ids: Sequence[TallyId]) -> tuple[Tally, ...]:
        """Return the tallies of these ids."""
        return tuple(map(rows.to_tally, self._of(schema.tally, schema.tally.c.id, ids)))

    def _of(self, table: Table, column: Column[str], among: Sequence[str]) -> Iterator[rows.Row]:
        for part in _parts(among):
            yield from self._rows(select(table).where(column.in_(part)))

    def _rows(self, query: Select[Any]) -> Sequence[rows.Row]:
        with self._reading() as connection:
            return connection.execute(query).mappings().all()


def _write_doubts(connection: Connection, change: Change) -> None:
    finding, issue = schema.finding.c, schema.issue.c
    settled: set[str] = set()
    for part in _parts(sorted(change.looked_at)):
        settled.update(connection.scalars(select(finding.issue).where(finding.found_in.in_(part))))
    for part in _parts(sorted(settled)):
        connection.execute(delete(schema.finding).where(finding.issue.in_(part)))
        connection.execute(delete(schema.issue).where(issue.scope == FOLD, issue.id.in_(part)))
    doubts = {doubt.issue.id: doubt.issue for doubt in change.doubts}
    _add(connection, schema.issue, (rows.issue_row(doubt, FOLD) for doubt in doubts.values()))
    found = {(place, doubt.issue.id) for doubt in change.doubts for place in doubt.found_in}
    _add(connection, schema.finding, ({"found_in": place, "issue": id_} for place, id_ in sorted(found)))


def _write_cards(connection: Connection, cards: Sequence[Card]) -> None:
    card = schema.card.c
    kinds: dict[str, list[Card]] = {}
    for one in cards:
        kinds.setdefault(type(one.value).__name__, []).append(one)
    for kind, ours in kinds.items():
        for part in _parts([one.id for one in ours]):
            connection.execute(delete(schema.card).where(card.kind == kind, card.id.in_(part)))
    first = (connection.scalar(select(func.max(card.number))) or 0) + 1
    numbered = list(enumerate(((kind, one) for kind, ours in kinds.items() for one in ours), start=first))
    _add(
        connection,
        schema.card,
        ({"number": n, "kind": kind, "id": one.id, "body": encode(one.value)} for n, (kind, one) in numbered),
    )
    _add(
        connection,
        schema.card_key,
        ({"key": key, "card": n} for n, (_, one) in numbered for key in {*map(_hashed, one.keys)}),
    )


def _members(change: Change) -> Iterator[dict[str, object]]:
    for incident in change.incidents:
        yield from _roles(incident.id, "about", incident.claims)
        yield from _roles(incident.id, "beside", [claim for claim in incident.beside if claim not in incident.claims])
    for tally in change.tallies:
        yield from _roles(tally.id, "about", tally.claims)


def _roles(group: str, role: str, claims: Sequence[ClaimId]) -> Iterator[dict[str, object]]:
    for claim in claims:
        yield {"group": group, "claim": claim, "role": role}


def _remove(connection: Connection, column: Column[str], values: Collection[str]) -> None:
    for part in _parts(sorted(values)):
        connection.execute(delete(column.table).where(column.in_(part)))


def _add(connection: Connection, table: Table, found: Iterable[dict[str, object]]) -> None:
    waiting = iter(found)
    while part := list(islice(waiting, _MOST_WRITTEN)):
        connection.execute(insert(table), part)


def _parts(values: Sequence[_Value]) -> Iterator[Sequence[_Value]]:
    return (values[first : first + _MOST_BOUND] for first in range(0, len(values), _MOST_BOUND))


def _hashed(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), signed=True)
