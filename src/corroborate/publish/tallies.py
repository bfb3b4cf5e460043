"""Tallies → what the page shows of each: every origin's figure beside the others'."""

from dataclasses import dataclass

from corroborate.model.casualty import Qualifier
from corroborate.model.incident import Tally, TallyRow
from corroborate.model.mention import Attack, Content, Damage, Harm
from corroborate.publish.evidence import Exhibit, Shelf, place_words, precision_words, says
from corroborate.publish.quotes import Quoted, quoted
from corroborate.publish.words import count_words, days, word


@dataclass(frozen=True, slots=True)
class TallyLine:
    """What one origin says in a tally."""

    origin: str
    what: str
    figure: str
    current: Exhibit
    others: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class TallyView:
    """Everything that the page shows of one tally."""

    anchor: str
    label: str
    title: str
    when: str
    where: str
    how_where: str
    lines: tuple[TallyLine, ...]
    covers: tuple[tuple[str, str], ...]
    evidence: tuple[Quoted, ...]


def view(tally: Tally, label: str, names: dict[str, str], shelf: Shelf) -> TallyView:
    """Return what the page shows of a tally."""
    return TallyView(
        anchor=tally.id,
        label=label,
        title=tally.title,
        when=days(tally.when),
        where=place_words(tally.where),
        how_where=precision_words(tally.where),
        lines=tuple(_line(row, shelf) for row in tally.rows if row.current in shelf.claims),
        covers=tuple((str(i), names[i]) for i in tally.covers if i in names),
        evidence=quoted(shelf.exhibits(tally.claims, str(tally.id))),
    )


def _line(row: TallyRow, shelf: Shelf) -> TallyLine:
    figure = _figure(shelf.claims[row.current].content)
    others = tuple(e for e in shelf.exhibits(row.claims) if e.target != row.current)
    return TallyLine(row.origin, _what(row.what), figure, shelf.exhibit(row.current), others)


def _what(value: str) -> str:
    """Return what a row counts: people, attacks of a method, or things."""
    found = (word(table, value) for table in ("people", "method", "object"))
    return next((said for said in found if said != value), value.replace("_", " "))


def _figure(content: Content) -> str:
    if not isinstance(content, Harm | Attack | Damage):
        return says(content)
    vague = content.count.qualifier is Qualifier.VAGUE
    return "not counted" if vague else count_words(content.count)
