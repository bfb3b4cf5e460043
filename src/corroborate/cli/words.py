"""Values in words, as tables and pages of the command line show them."""

from collections.abc import Iterable, Iterator, Mapping

from corroborate.model.casualty import CasualtyRange, Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Change, Incident, TallyRow, Update
from corroborate.model.mention import Attack, Blame, Damage, Harm
from corroborate.model.situation import Interval, Location
from corroborate.publish.words import notes

_BEFORE = {
    Qualifier.AT_LEAST: "at least {low}",
    Qualifier.MORE_THAN: "more than {below}",
    Qualifier.AT_MOST: "up to {high}",
    Qualifier.LESS_THAN: "fewer than {above}",
    Qualifier.ABOUT: "about {low}",
    Qualifier.RANGE: "{low}–{high}",
    Qualifier.VAGUE: "uncounted",
    Qualifier.NONE: "none",
    Qualifier.EXACT: "{low}",
}


_ONE = {
    People.CIVILIANS: "civilian",
    People.CHILDREN: "child",
    People.WOMEN: "woman",
    People.MEN: "man",
    People.RESCUERS: "rescuer",
    People.MEDICS: "medic",
    People.JOURNALISTS: "journalist",
    People.COMBATANTS: "combatant",
    People.PEOPLE: "person",
}


def people(group: People, low: int | None, high: int | None) -> str:
    """Return the group in the number that fits: "1 child", "6 children"."""
    return _ONE[group] if low == high == 1 else group.value


def count(value: Count) -> str:
    """Return a number as it is bounded: "at least 29"."""
    below = None if value.low is None else value.low - 1
    above = None if value.high is None else value.high + 1
    return _BEFORE[value.qualifier].format(
        low=_number(value.low), high=_number(value.high), below=_number(below), above=_number(above)
    )


def _number(value: int | None) -> str:
    return "?" if value is None else f"{value:,}"


def span(value: CasualtyRange) -> str:
    """Return a range: "6", "6–9", "29+" where its top is open, "uncounted" where no figure is stated."""
    low, high = value.low.value, value.high.value
    if low is None and high is None:
        return "uncounted"
    shown = _number(low) if low == high or high is None else f"{_number(low or 0)}–{_number(high)}"
    return f"{shown}+" if value.open else shown


def best(value: CasualtyRange) -> str:
    """Return the likeliest figure of a range: ", best 7"; nothing where there is none beside its ends."""
    if value.best is None or value.best.value is None or value.low.value == value.high.value:
        return ""
    return f", best {_number(value.best.value)}"


def ranges(values: Iterable[CasualtyRange]) -> str:
    """Return all ranges of an incident: "killed 29+ (children 6+)"."""
    shown = []
    for value in values:
        low, high = value.low.value, value.high.value
        group = "" if value.people is People.PEOPLE else f" {people(value.people, low, None if value.open else high)}"
        part = f", of the {value.part_of.value}" if value.part_of else ""
        said = f"{value.effect.value} {span(value)}{group}{part}{best(value)}{notes(value)}"
        nobody = "no casualties" if value.effect is Effect.CASUALTIES else f"none {value.effect.value}"
        shown.append(said if low or high or value.open else nobody)
    return "\n".join(shown)


def moves(history: Iterable[Update], claims: Mapping[ClaimId, Claim]) -> Iterator[str]:
    """Yield what replaced what: "killed at least 11 people → 17 (White Helmets, 2018-02-06)"."""
    for update in history:
        if update.replaces is not None:
            before, now = claims[update.replaces], claims[update.claim]
            corrected = "corrected: " if update.change is Change.LOWERED else ""
            dated = now.published.isoformat() if now.published else "no date"
            whom = _others(before, now)
            yield f"{corrected}{content(before)} → {counted(now)}{whom} ({update.origin}, {dated})"


def _others(before: Claim, now: Claim) -> str:
    """Return whom a later figure counts where the earlier one was of other people: " civilians"."""
    if isinstance(before.content, Harm) and isinstance(now.content, Harm):
        return "" if before.content.people is now.content.people else f" {now.content.people}"
    return ""


def inside(row: TallyRow) -> str:
    """Return what the incidents inside a total come to: " (9 at the least in the incidents inside)"; else nothing."""
    return f" ({_number(row.covered)} at the least in the incidents inside)" if row.covered else ""


def counted(claim: Claim) -> str:
    """Return the number that a claim gives, as it is bounded; "1" where it counts nothing."""
    return count(claim.content.count) if isinstance(claim.content, Harm | Attack | Damage) else "1"


def days(when: Interval | None) -> str:
    """Return a day or a span of days; "no day" where none is told."""
    if when is None:
        return "no day"
    if when.start == when.end:
        return when.start.isoformat()
    end = when.end.isoformat()
    return f"{when.start.isoformat()} to {end[5:] if when.start.year == when.end.year else end}"


def place(where: Location) -> str:
    """Return where, from small to large."""
    return ", ".join(where.names) or "no place"


def content(claim: Claim) -> str:
    """Return what a claim says, without its words: "killed at least 29 people"."""
    match claim.content:
        case Harm(effect, group, number):
            if number.qualifier is Qualifier.NONE:
                return f"no {group.value} {effect.value}"
            return f"{effect.value} {count(number)} {people(group, number.low, number.high)}"
        case Attack(method, number, target):
            return _counted(method.value.replace("_", " "), number) + (f" on {target}" if target else "")
        case Damage(thing, number):
            return f"damage: {_counted(thing.value, number)}"
        case Blame(actor, stance, _):
            return f"{actor or 'nobody named'}: {stance.value}"
        case checked:
            return checked.status.value


def _counted(thing: str, number: Count) -> str:
    if number.qualifier is Qualifier.VAGUE or number == Count.exactly(1):
        return thing if number.low else f"uncounted {thing}"
    return f"{count(number)} × {thing}"


def sources(claim: Claim) -> str:
    """Return the chain from the origin to the publisher."""
    chain = [source.name for source in claim.attribution.sources]
    return " → ".join([*chain, claim.publisher or "the report itself"])


def grade(incident: Incident) -> str:
    """Return the incident's grades."""
    return ", ".join(given.name for given in incident.grades)


def shortened(text: str, longest: int) -> str:
    """Return the text on one line, cut at a word where it is too long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0] + " …"
