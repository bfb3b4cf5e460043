"""Tallies → what the page shows of each: every origin's figure beside the others'."""

from dataclasses import dataclass

from corroborate.model.casualty import Qualifier
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Tally, TallyRow, Update
from corroborate.model.mention import Attack, Content, Damage, Harm
from corroborate.publish.evidence import Exhibit, Shelf, place_words, precision_words
from corroborate.publish.quotes import Quoted, quoted
from corroborate.publish.rulings import RulingView
from corroborate.publish.says import says
from corroborate.publish.words import count_words, days, number, word


@dataclass(frozen=True, slots=True)
class TallyLine:
    """What one origin says in a tally."""

    origin: str
    what: str
    figure: str
    covered: str
    current: Exhibit
    others: tuple[Exhibit, ...]
    moves: tuple[tuple[str, str, Exhibit], ...]


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
    rulings: tuple[RulingView, ...]
    evidence: tuple[Quoted, ...]


def view(tally: Tally, label: str, around: tuple[dict[str, str], tuple[RulingView, ...]], shelf: Shelf) -> TallyView:
    """Return what the page shows of a tally; `around` are the names on the page, and what people decided of it."""
    covered, (names, rulings) = set(tally.covers), around
    return TallyView(
        anchor=tally.id,
        label=label,
        title=tally.title,
        when=days(tally.when),
        where=place_words(tally.where),
        how_where=precision_words(tally.where),
        lines=tuple(_line(row, shelf) for row in tally.rows if row.current in shelf.claims),
        covers=tuple((i, title) for i, title in names.items() if i in covered),
        rulings=rulings,
        evidence=quoted(shelf.exhibits(tally.claims, str(tally.id))),
    )


def _line(row: TallyRow, shelf: Shelf) -> TallyLine:
    figure = _figure(shelf.claims[row.current].content)
    others = tuple(e for e in shelf.exhibits(row.claims) if e.target != row.current)
    covered = f"{number(row.covered)} at the least in the incidents that it covers" if row.covered else ""
    moves = tuple(_move(update, shelf) for update in row.history if update.replaces in shelf.claims)
    return TallyLine(row.origin, _what(row.what), figure, covered, shelf.exhibit(row.current), others, moves)


def _move(update: Update, shelf: Shelf) -> tuple[str, str, Exhibit]:
    """Return what a figure does to the one that it replaced, that figure, and its exhibit."""
    before = ClaimId(update.replaces or "")
    return word("change", update.change), _figure(shelf.claims[before].content), shelf.exhibit(before)


def _what(value: str) -> str:
    """Return what a row counts: people, attacks of a method, or things."""
    found = (word(table, value) for table in ("people", "method", "object"))
    return next((said for said in found if said != value), value.replace("_", " "))


def _figure(content: Content) -> str:
    if not isinstance(content, Harm | Attack | Damage):
        return says(content)
    vague = content.count.qualifier is Qualifier.VAGUE
    return "not counted" if vague else count_words(content.count)
