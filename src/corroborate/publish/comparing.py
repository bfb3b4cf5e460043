"""The same incident under several methodologies, side by side: what each makes of it, and where they differ, why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corroborate.model.casualty import CasualtyRange, Effect
from corroborate.model.grade import Legend
from corroborate.model.incident import Incident
from corroborate.publish.words import best_words, listing, notes, range_words, telling, word

CODES = "codes"
_NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Side:
    """What one methodology makes of one thing, and why, in plain words."""

    values: tuple[str, ...]
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that methodologies make of an incident: its grade, a range, their codes."""

    what: str
    sides: tuple[Side, ...]

    @property
    def differs(self) -> bool:
        """Say whether they make different things of it; codes are columns of one methodology alone."""
        return self.what != CODES and len({side.values for side in self.sides}) > 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """An incident under several methodologies, in their order."""

    incidents: tuple[Incident, ...]
    by: tuple[Legend, ...]

    def aspects(self) -> tuple[Aspect, ...]:
        """Return all that any of them makes of the incident, the grade first."""
        told = {one.effect for incident in self.incidents for one in telling(incident.ranges)}
        ranged = [
            Aspect(effect.value, tuple(_ranges(*side, effect) for side in zip(self.incidents, self.by, strict=True)))
            for effect in Effect
            if effect in told
        ]
        grades = Aspect("grade", tuple(map(_grade, self.incidents)))
        return (grades, *ranged, Aspect(CODES, tuple(map(_codes, self.incidents))))


def turns(compared: Sequence[Comparison]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return which grades turn into which, the most frequent first, with how many incidents do."""
    counted = Counter(tuple(map(_graded, pair.incidents)) for pair in compared)
    return tuple((number, grades) for grades, number in sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def _grade(incident: Incident) -> Side:
    return Side((_graded(incident),), tuple(reason.text for given in incident.grades for reason in given.because))


def _graded(incident: Incident) -> str:
    return ", ".join(given.name for given in incident.grades) or _NOTHING


def _codes(incident: Incident) -> Side:
    codes = [code for given in incident.grades for code in given.codes]
    return Side(tuple(f"{code.name} {code.value or 'without a value'}" for code in codes) or (_NOTHING,))


def _ranges(incident: Incident, by: Legend, effect: Effect) -> Side:
    made = [one for one in telling(incident.ranges) if one.effect is effect]
    if made:
        return Side(tuple(map(_range, made)), tuple(_rules(made)))
    return Side((_NOTHING,), () if effect in by.effects else (f"counts {listing(sorted(by.effects))} alone",))


def _range(made: CasualtyRange) -> str:
    one = made.low.value == made.high.value == 1 and not made.open
    return f"{range_words(made)} {word('person' if one else 'people', made.people)}{best_words(made)}{notes(made)}"


def _rules(made: Sequence[CasualtyRange]) -> Iterator[str]:
    """Yield the rules of the ends, each once."""
    told: dict[str, list[str]] = {}
    for one in made:
        for end, bound in (("low", one.low), ("best", one.best), ("high", one.high)):
            if bound is not None and bound.value is not None:
                rule = word("rule", bound.rule.partition(" ")[0])
                ends = told.setdefault(rule, [])
                ends += [end] * (end not in ends)
    for rule, ends in told.items():
        yield f"{listing(ends)}: {rule}"
    if not told:
        yield "no origin gives a number"
