"""What reports recall, wherever incidents that they tell of have changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corroborate.model.ids import DocumentId
from corroborate.model.incident import Incident
from corroborate.model.memory import Card
from corroborate.ports import Standing
from corroborate.reconcile.held import Held
from corroborate.reconcile.subjects import Account, accounts, recalled


@dataclass(frozen=True, slots=True)
class Telling:
    """Incidents that were made, with what only recalls them, and those of which that alone has changed."""

    incidents: tuple[Incident, ...]
    recalled: tuple[Incident, ...]
    cards: tuple[Card, ...]


def telling(made: Sequence[Incident], held: Held, standing: Standing) -> Telling:
    """Return made incidents with the reports that only recall them, and the others that these reports tell of."""
    documents = sorted(held.documents(made))
    before = {one.id: one for one in standing.cards(Account, [f"report {name}" for name in documents])}
    others = [one for one in standing.groups(documents)[0] if one.id not in held.gone]
    homes = {claim: one.id for one in (*others, *made) for claim in one.claims}
    days = {one.id: one.when for one in (*others, *made)}
    told = [claim for claim in held.claims.values() if claim.document in set(documents)]
    by = {one.id: one for one in accounts(told, homes, days)}
    changed = {name for name in documents if by.get(name) != before.get(name)}
    beside = [one for one in others if not changed.isdisjoint(one.documents)]
    further = sorted({name for one in beside for name in one.documents} - by.keys())
    by |= {one.id: one for one in standing.cards(Account, [f"report {name}" for name in further])}
    again = ((one, recalled(one, by)) for one in beside)
    return Telling(
        tuple(replace(one, recalled=recalled(one, by)) for one in made),
        tuple(replace(one, recalled=now) for one, now in again if now != one.recalled),
        tuple(_card(by[name]) for name in sorted(changed)),
    )


def reports_naming(names: Iterable[str], standing: Standing) -> frozenset[DocumentId]:
    """Return the reports that stand which name a source, or were printed by one, of these folded names."""
    return frozenset(one.document for one in standing.cards(Account, [f"name {name}" for name in sorted(names)]))


def _card(account: Account) -> Card:
    names = (f"name {name}" for name in account.names)
    return Card(account.id, frozenset((f"report {account.id}", *names)), account)
