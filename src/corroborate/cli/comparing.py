"""`incidents --beside`: the same incidents under two methodologies, side by side."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corroborate.cli import words
from corroborate.cli.output import console, message, print_json, record
from corroborate.model.casualty import Effect

if TYPE_CHECKING:
    from corroborate.grade import Methodology
    from corroborate.model.casualty import CasualtyRange
    from corroborate.model.incident import Incident


@dataclass(frozen=True, slots=True)
class Side:
    """What one methodology makes of one thing, and why, in plain words."""

    value: str
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that methodologies make of an incident: its grade, a range, a code."""

    what: str
    sides: tuple[Side, Side]

    @property
    def differs(self) -> bool:
        """Say whether the two make different things of it."""
        return self.sides[0].value != self.sides[1].value


@dataclass(frozen=True, slots=True)
class Pair:
    """An incident under two methodologies."""

    incidents: "tuple[Incident, Incident]"
    by: "tuple[Methodology, Methodology]"

    def aspects(self) -> tuple[Aspect, ...]:
        """Return all that either makes of the incident, the grade first."""
        told = {one.effect for incident in self.incidents for one in words.telling(incident.ranges)}
        ranged = [Aspect(effect.value, self._of(effect)) for effect in Effect if effect in told]
        codes = Aspect("codes", (_codes(self.incidents[0]), _codes(self.incidents[1])))
        return (Aspect("grade", (_grade(self.incidents[0]), _grade(self.incidents[1]))), *ranged, codes)

    def _of(self, effect: Effect) -> tuple[Side, Side]:
        return _ranges(self.incidents[0], effect, self.by[0]), _ranges(self.incidents[1], effect, self.by[1])


def as_json(pairs: Sequence[Pair]) -> None:
    """Print one JSON line an incident: what each methodology makes of it, and in what they differ."""
    for pair in pairs:
        made = {
            methodology.name: {
                "grade": given.name,
                "because": [record(reason) for reason in given.because],
                "ranges": [record(one) for one in incident.ranges],
                "codes": {code.name: code.value for code in given.codes},
            }
            for incident, methodology in zip(pair.incidents, pair.by, strict=True)
            for given in incident.grades
        }
        differs = [aspect.what for aspect in pair.aspects() if aspect.differs and aspect.what != "codes"]
        first = pair.incidents[0]
        print_json({"incident": first.id, "title": first.title, **made, "differs": differs})


def side_by_side(pairs: Sequence[Pair]) -> None:
    """Print each incident as a table of two columns; where they differ, why."""
    if not pairs:
        message("Nothing to list.")
        return
    for pair in pairs:
        _print(pair)
    _turns(pairs)


def _print(pair: Pair) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    shown, screen = pair.incidents[0], console()
    screen.print(Text(shown.title, "bold"), Text(shown.id.partition("-")[2][:8], "dim"))
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for methodology in pair.by:
        table.add_column(Text(f"{methodology.name} {methodology.version}"), ratio=1)
    for aspect in pair.aspects():
        cells = [Text(side.value, "bold" if aspect.differs else "") for side in aspect.sides]
        if aspect.differs:
            for cell, side in zip(cells, aspect.sides, strict=True):
                cell.append("".join(f"\n{why}" for why in side.why), "dim")
        table.add_row(Text(aspect.what, "dim"), *cells)
    screen.print(table)


def _turns(pairs: Sequence[Pair]) -> None:
    """Print which grades turn into which."""
    from rich.text import Text

    screen, by = console(), pairs[0].by
    turns = Counter((words.grade(pair.incidents[0]), words.grade(pair.incidents[1])) for pair in pairs)
    screen.print(Text(f"From {by[0].name} to {by[1].name}", "bold"))
    for (first, other), number in sorted(turns.items(), key=lambda item: (-item[1], item[0])):
        screen.print(Text(f"  {number} × {first} → {other}"))


def _grade(incident: "Incident") -> Side:
    given = incident.grades[0]
    return Side(given.name, tuple(reason.text for reason in given.because))


def _codes(incident: "Incident") -> Side:
    codes = [code for given in incident.grades for code in given.codes]
    return Side("\n".join(f"{code.name} {code.value or 'without a value'}" for code in codes) or "—")


def _ranges(incident: "Incident", effect: Effect, methodology: "Methodology") -> Side:
    made = [one for one in words.telling(incident.ranges) if one.effect is effect]
    if made:
        return Side("\n".join(map(_range, made)), tuple(_rules(made)))
    counts = sorted({counted.value for rule in methodology.ranges for counted in rule.effects})
    return Side("—", () if effect.value in counts else (f"counts {' and '.join(counts)} alone",))


def _range(made: "CasualtyRange") -> str:
    low, high = made.low.value, None if made.open else made.high.value
    return f"{words.span(made)} {words.people(made.people, low, high)}{words.best(made)}{words.notes(made)}"


def _rules(made: "Sequence[CasualtyRange]") -> Iterator[str]:
    """Yield the rules of the ends, each once."""
    told: dict[str, list[str]] = {}
    for one in made:
        for end, bound in (("low", one.low), ("best", one.best), ("high", one.high)):
            if bound is not None and bound.value is not None:
                ends = told.setdefault(bound.rule.partition(" (")[0].replace("-", " "), [])
                ends += [end] * (end not in ends)
    for rule, ends in told.items():
        yield f"{' and '.join(ends)}: {rule}"
    if not told:
        yield "no origin gives a number"
