"""What a person asks to be decided → a judgement, checked against the record that it speaks of.

Whatever would change nothing is refused with what could be said instead, so that no decision is lost unnoticed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from corroborate.errors import UsageError
from corroborate.grade import Methodology, methodologies
from corroborate.model.amendment import Amendment
from corroborate.model.casualty import CasualtyRange
from corroborate.model.ids import CaptureId, ClaimId, JudgementId
from corroborate.model.incident import Incident, Tally
from corroborate.model.judgement import PAIRS, Anchor, Judgement, Verdict
from corroborate.model.names import fold
from corroborate.model.record import Record
from corroborate.reconcile import bound_of

_CLAIM, _INCIDENT, _TALLY, _JUDGEMENT, _REPORT = "claim", "incident", "tally", "judgement", "report"
_SAID_OF: Mapping[Verdict, tuple[str, ...]] = {
    **dict.fromkeys(PAIRS, (_CLAIM, _INCIDENT)),
    Verdict.ACCEPT: (_CLAIM, _INCIDENT),
    Verdict.REJECT: (_CLAIM,),
    Verdict.CORRECT: (_CLAIM,),
    Verdict.ADD: (_REPORT,),
    **dict.fromkeys((Verdict.FIX_BOUND, Verdict.FIX_GRADE), (_INCIDENT,)),
    **dict.fromkeys((Verdict.EXCLUDE_ORIGIN, Verdict.WITHHOLD), (_INCIDENT, _TALLY)),
    Verdict.CONFIDENTIAL: (_REPORT,),
    Verdict.UNDO: (_JUDGEMENT,),
}
_OF_ALL = frozenset({Verdict.EXCLUDE_ORIGIN, Verdict.CONFIDENTIAL})  # what can be said of a name, wherever it stands
_VALUES = {
    Verdict.EXCLUDE_ORIGIN: "the origin, as the incident lists it",
    Verdict.FIX_BOUND: "the bound, as in 'killed civilians low 12'",
    Verdict.FIX_GRADE: "the grade, as in 'Fair' or 'ucdp Event'",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks to be decided, and why; `replaces` is the judgement in whose place it is to stand."""

    verdict: Verdict
    subjects: Sequence[str]
    reason: str
    value: str | None = None
    replaces: JudgementId | None = None
    amendment: Amendment | None = None

    def by_true_names(self, true: Callable[[str], str]) -> "Asked":
        """Return what is asked with the ids and names that pseudonyms stand for."""
        value = true(self.value) if self.value else self.value
        replaces = JudgementId(true(self.replaces)) if self.replaces else None
        return replace(self, subjects=[*map(true, self.subjects)], value=value, replaces=replaces)


def judgement_of(
    asked: Asked, record: Record, author: str, at: datetime, methodology: Callable[[str | None], Methodology]
) -> Judgement:
    """Return the judgement; a UsageError where its subjects or value are none that it can be said of.

    `methodology` gives a methodology by its name, without one that of the case.
    """
    subjects = tuple(dict.fromkeys(asked.subjects))
    _check_number(asked.verdict, len(subjects))
    for subject in subjects:
        _check_kind(asked.verdict, subject, record)
    anchors = tuple(anchor for subject in subjects for anchor in _anchors(subject, record))
    if asked.verdict is Verdict.ADD and asked.amendment is not None:
        added = asked.amendment.claim
        (report,), subjects = subjects, (added.id,)
        anchors = (Anchor(added.id, added.id, CaptureId(report), added.span, added.content),)
    if asked.verdict in PAIRS:
        _check_apart(anchors)
    value = _value(asked, subjects, record, methodology)
    known = {judgement.id for judgement in record.judgements}
    if asked.replaces is not None and asked.replaces not in known:
        raise UsageError(f"there is no judgement {asked.replaces} to be replaced: `corroborate judgements` lists them")
    said = (asked.verdict, subjects, author.strip(), asked.reason.strip(), at, value)
    return Judgement(*said, anchors=anchors, amendment=asked.amendment, replaces=asked.replaces)


def _check_number(verdict: Verdict, given: int) -> None:
    least = 2 if verdict in PAIRS else 0 if verdict in _OF_ALL else 1
    if given < least:
        raise UsageError(f"the verdict '{verdict}' needs {least} different subjects, not {given}")


def _check_kind(verdict: Verdict, subject: str, record: Record) -> None:
    known: Mapping[str, Sequence[str]] = {
        _CLAIM: [claim.id for claim in record.claims],
        _INCIDENT: [incident.id for incident in record.incidents],
        _TALLY: [tally.id for tally in record.tallies],
        _JUDGEMENT: [judgement.id for judgement in record.judgements],
        _REPORT: [sighting.capture for sighting in record.sightings],
    }
    kind = next((kind for kind, ids in known.items() if subject in ids), None)
    wanted = _SAID_OF[verdict]
    if kind in wanted:
        return
    said = " or ".join(f"{'an' if kind == _INCIDENT else 'a'} {kind}" for kind in wanted)
    instead = " (`withhold` keeps an incident back, `fix_grade` grades it)" if verdict is Verdict.REJECT else ""
    raise UsageError(f"'{verdict}' is said of {said}, and {subject} is none{instead}")


def _check_apart(anchors: Sequence[Anchor]) -> None:
    """Refuse to compare an incident with a claim that it holds."""
    told: dict[str, str] = {}
    for anchor in anchors:
        other = told.setdefault(anchor.claim, anchor.subject)
        if other != anchor.subject:
            raise UsageError(f"{anchor.claim} belongs to both {other} and {anchor.subject}: name things that are apart")


def _anchors(subject: str, record: Record) -> tuple[Anchor, ...]:
    """Return where the claims of a subject stand as they were read, the first to become known first."""
    captures = {document.id: document.capture for document in record.documents}
    claims = {claim.id: claim for claim in (*record.claims, *record.as_read)}
    groups = {str(one.id): one.claims for one in record.groups}
    members = [claims[claim] for claim in groups.get(subject, (ClaimId(subject),)) if claim in claims]
    members.sort(key=lambda claim: (claim.published or date.max, claim.document, claim.span, claim.id))
    return tuple(Anchor(subject, c.id, captures[c.document], c.span, c.content) for c in members)


def _value(
    asked: Asked, subjects: Sequence[str], record: Record, methodology: Callable[[str | None], Methodology]
) -> str | None:
    """Return the value in the form in which it is kept."""
    if asked.verdict is Verdict.CONFIDENTIAL:
        return _marked(asked.value, subjects, record)
    if (asked.verdict in _VALUES) != (asked.value is not None) and asked.amendment is None:
        needed = _VALUES.get(asked.verdict)
        raise UsageError(f"{asked.verdict} needs {needed}" if needed else f"{asked.verdict} takes no value")
    incidents = [incident for incident in record.incidents if incident.id in subjects]
    match asked.verdict, asked.value:
        case Verdict.EXCLUDE_ORIGIN, str(value):
            return _origin(value, [one for one in record.groups if one.id in subjects] if subjects else record.groups)
        case Verdict.FIX_BOUND, str(value):
            return _bound(value, incidents)
        case Verdict.FIX_GRADE, str(value):
            return _grade(value, methodology)
    return asked.value


def _marked(value: str | None, subjects: Sequence[str], record: Record) -> str | None:
    """Return the name of a source that is marked as confidential, None where a report is."""
    if (value is None) == (not subjects):
        raise UsageError("confidential is a report, or with --value the source of that name: name one or the other")
    if value is None or fold(value) in _sources(record):
        return value and value.strip()
    raise UsageError(f"{value!r} is no source here, nor a publisher: `corroborate claims` tells who says what")


def _sources(record: Record) -> set[str]:
    """Return the names of all who say or print something, folded."""
    told = [
        name for one in record.claims for source in one.attribution.sources for name in (source.name, source.origin)
    ]
    told += [name for one in record.claims for name in (one.publisher, one.house, one.credit) if name]
    told += [sighting.lead.publisher for sighting in record.sightings if sighting.lead.publisher]
    return {fold(name) for name in told + [one.publisher for one in record.documents if one.publisher]}


def _origin(value: str, groups: Sequence[Incident | Tally]) -> str:
    """Return the origin as the incidents and tallies spell it."""
    told = {origin for one in groups for origin in one.origins}
    told |= {figure.origin for one in groups if isinstance(one, Incident) for figure in one.figures}
    found = [origin for origin in sorted(told) if fold(origin) == fold(value)]
    if not found:
        raise UsageError(f"{value!r} is no origin here: there are {', '.join(sorted(told)) or 'none'}")
    return found[0]


def _bound(value: str, incidents: Sequence[Incident]) -> str:
    read = bound_of(value)
    if read is None:
        raise UsageError(
            f"{value!r} is no bound: write an effect, a group, low or high, a number: 'killed civilians low 12'"
        )
    (effect, people, edge), number = read
    for incident in incidents:
        ranges = {(one.effect, one.people): one for one in incident.ranges}
        here = ranges.get((effect, people))
        if here is None:
            told = ", ".join(f"'{effect} {people}'" for effect, people in ranges) or "none"
            raise UsageError(f"there is no range of '{effect} {people}' in {incident.id}: there are {told}")
        _check_ends(here, edge, number)
    return " ".join(value.split())


def _check_ends(here: CasualtyRange, edge: str, number: int) -> None:
    low, high = here.low.value, None if here.open else here.high.value
    if edge == "low" and high is not None and number > high:
        raise UsageError(f"the low end {number} lies above the high end {high}: fix the high end first")
    if edge == "high" and low is not None and number < low:
        raise UsageError(f"the high end {number} lies below the low end {low}: fix the low end first")


def _grade(value: str, methodology: Callable[[str | None], Methodology]) -> str:
    """Return a grade behind the name of its methodology."""
    first, _, rest = value.strip().partition(" ")
    chosen = methodology(first if first in methodologies() else None)
    wanted = rest if first in (*methodologies(), chosen.name) else value.strip()
    found = [rule.name for rule in chosen.grades if rule.name.casefold() == wanted.casefold()]
    if not found:
        there = ", ".join(rule.name for rule in chosen.grades)
        raise UsageError(f"{wanted!r} is no grade of {chosen.name}: it has {there}")
    return f"{chosen.name} {found[0]}"
