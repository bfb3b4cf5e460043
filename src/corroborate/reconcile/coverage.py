"""What totals cover, wherever incidents or totals have changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.model.incident import Incident, Tally
from corroborate.model.memory import Card
from corroborate.model.situation import Interval
from corroborate.ports import Standing
from corroborate.reconcile.covering import Coverable, Measure, cover, coverable
from corroborate.reconcile.held import Held

Measured = tuple[Tally, Measure | None]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Tallies that were made, or cover others than they did, each with its measure."""

    tallies: tuple[Measured, ...]
    cards: tuple[Card, ...]


def covering(incidents: Sequence[Incident], made: Sequence[Measured], held: Held, standing: Standing) -> Coverage:
    """Return tallies that were made with what they cover, and those that stood and cover otherwise now."""
    come = [one for one in (coverable(incident, held.claims) for incident in incidents) if one is not None]
    gone = list(standing.cards(Coverable, [f"incident {name}" for name in sorted(held.gone)]))
    stood = {one.id: one for _, by in made if by for one in standing.cards(Coverable, _keys("day", by.when))}
    inside = [*(one for one in stood.values() if one.id not in held.gone), *come]
    new = [(cover(one, by, (), inside) if by else one, by) for one, by in made]
    changed = [one for one in (*come, *gone) if one not in come or one not in gone]
    asked = sorted({key for one in changed for key in _keys("span", one.when)[:1]})
    bearing = {by.id: by for by in standing.cards(Measure, asked) if any(map(by.covers, changed))}
    others = [one for one in standing.tallies(sorted(bearing)) if one.id not in held.gone]
    again = [(cover(one, bearing[one.id], gone, come), bearing[one.id]) for one in others]
    cards = [Card(one.id, frozenset((f"incident {one.id}", *_keys("day", one.when)[:1])), one) for one in come]
    cards += [Card(by.id, frozenset(_keys("span", by.when)), by) for _, by in made if by]
    return Coverage((*new, *again), tuple(cards))


def _keys(what: str, when: Interval) -> list[str]:
    """Return the keys of the months of a span, the first month first."""
    first, last = (day.year * 12 + day.month for day in (when.start, when.end))
    return [f"{what} {month}" for month in range(first, last + 1)]
