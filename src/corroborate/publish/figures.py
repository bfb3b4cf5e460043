"""Ranges and figures of an incident → what the page shows of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from corroborate.model.casualty import Bound, CasualtyRange, Count, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.figures import FIXED
from corroborate.model.incident import Incident
from corroborate.publish import ranges
from corroborate.publish.evidence import Exhibit, Shelf, harm_label
from corroborate.publish.testimony import Testimony
from corroborate.publish.words import best_words, count_words, number, range_words, toll_words, word


@dataclass(frozen=True, slots=True)
class BoundView:
    """One end of a range: its figure, the rule that set it in plain words, the exhibits that carry it."""

    end: str
    value: str
    rule: str
    rule_id: str
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in words, whether a later one replaced it, and every exhibit that tells it."""

    words: str
    replaced: bool
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """What one origin gives: its figures in words, with their exhibits, and on the scale."""

    origin: str
    figures: tuple[Figure, ...]
    drawing: Markup


@dataclass(frozen=True, slots=True)
class RangeView:
    """One published range with its bounds and the figures behind it."""

    label: str
    words: str
    share: str
    drawing: Markup
    bounds: tuple[BoundView, ...]
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The ranges of one effect, on one scale."""

    title: str
    axis: Markup
    ranges: tuple[RangeView, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who says what: a row an origin, a column an effect and people."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[Figure, ...], ...]], ...]


def tolls(incident: Incident) -> tuple[str, ...]:
    """Return an incident's ranges in words, by effect, and the greatest first.

    Shares of others are left out, and so is what has no figure where the effect has one.
    """
    effects = list(Effect)
    counted = {r.effect for r in incident.ranges if r.high.value is not None}
    wholes = [r for r in incident.ranges if r.part_of is None and (r.high.value is not None or r.effect not in counted)]
    wholes.sort(key=lambda r: (not r.high.value, effects.index(r.effect), -(r.high.value or 0)))
    return tuple(toll_words(r) for r in wholes)


def panels(heard: Testimony) -> Iterable[Panel]:
    """Return the ranges, effect by effect; wholes before their shares."""
    for effect in [e for e in Effect if any(r.effect is e for r in heard.incident.ranges)]:
        stated = [r for r in heard.incident.ranges if r.effect is effect]
        stated.sort(key=lambda r: (r.part_of is not None, -(r.high.value or 0)))
        counts = [harm.count for _, harm in heard.harms() if harm.effect is effect]
        top = ranges.top_of(stated, counts)
        counted = any(r.high.value is not None or r.low.value is not None for r in stated)
        axis = ranges.axis(top) if counted else Markup("<span></span>")
        yield Panel(word("effect", effect), axis, tuple(_range(heard, r, top) for r in stated))


def matrix(heard: Testimony) -> Matrix:
    """Return who says what of harm."""
    harms = heard.harms()
    columns = _columns((harm.effect, harm.people) for _, harm in harms)
    rows = []
    for origin in dict.fromkeys(heard.origin(claim) for claim, _ in harms):
        mine = [(c, h) for c, h in harms if heard.origin(c) == origin]
        mine.sort(key=lambda told: (told[0].published or date.min, heard.shelf.numbers[told[0].id]))
        cells = [[(c, h.count) for c, h in mine if (h.effect, h.people) == column] for column in columns]
        rows.append((heard.label(origin), tuple(_cell(heard, cell) for cell in cells)))
    return Matrix(tuple(harm_label(*column) for column in columns), tuple(rows))


def _range(heard: Testimony, stated: CasualtyRange, top: int) -> RangeView:
    return RangeView(
        label=harm_label(stated.effect, stated.people),
        words=range_words(stated) + best_words(stated),
        share=f"share of {word('people', stated.part_of)}" if stated.part_of else "",
        drawing=ranges.bar(stated, top) if _bounds(stated, heard.shelf) else Markup("<span></span>"),
        bounds=_bounds(stated, heard.shelf),
        rows=tuple(_rows(heard, stated, top)),
    )


def _rows(heard: Testimony, stated: CasualtyRange, top: int) -> Iterable[FigureRow]:
    cited = {*stated.low.claims, *stated.high.claims}
    behind = [
        (claim, harm)
        for claim, harm in heard.harms()
        if harm.effect is stated.effect and (harm.people is stated.people or claim.id in cited)
    ]
    for origin in dict.fromkeys(heard.origin(claim) for claim, _ in behind):
        mine = [(claim, harm.count) for claim, harm in behind if heard.origin(claim) == origin]
        mine.sort(key=lambda told: (told[0].published or date.min, heard.shelf.numbers[told[0].id]))
        marks = dict.fromkeys((count, claim.id in heard.replaced) for claim, count in mine)
        yield FigureRow(heard.label(origin), _cell(heard, mine), ranges.figure(marks, top))


def _cell(heard: Testimony, told: Iterable[tuple[Claim, Count]]) -> tuple[Figure, ...]:
    """Return each figure once, with every exhibit that tells it."""
    same: dict[tuple[str, bool], list[Exhibit]] = {}
    for claim, count in told:
        exhibit = heard.exhibit(claim)
        same.setdefault((count_words(count), exhibit.replaced), []).append(exhibit)
    return tuple(Figure(words, replaced, tuple(told_in)) for (words, replaced), told_in in same.items())


def _columns(found: Iterable[tuple[Effect, People]]) -> list[tuple[Effect, People]]:
    effects, people = list(Effect), list(People)
    return sorted(set(found), key=lambda pair: (effects.index(pair[0]), -people.index(pair[1])))


def _bounds(stated: CasualtyRange, shelf: Shelf) -> tuple[BoundView, ...]:
    """Return both ends of a range, and the figure taken for the likeliest; none where no origin states a number."""
    if stated.low.value is None and stated.high.value is None:
        return ()
    ends = (("low", stated.low), ("best", stated.best), ("high", stated.high))
    return tuple(_bound(end, bound, shelf) for end, bound in ends if bound is not None)


def _bound(end: str, bound: Bound, shelf: Shelf) -> BoundView:
    value = number(bound.value) if bound.value is not None else "none stated"
    rule = word("rule", bound.rule.split(" ")[0]).replace("-", " ")
    if bound.note:
        rule = bound.note if bound.rule.startswith(FIXED) else f"{rule} ({bound.note})"
    return BoundView(end, value, rule, bound.rule, shelf.exhibits(bound.claims))
