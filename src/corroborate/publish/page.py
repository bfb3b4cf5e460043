"""Record → everything that the page shows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corroborate.model.grade import Legend
from corroborate.model.ids import IncidentId, content_id
from corroborate.model.incident import Incident
from corroborate.model.record import Record
from corroborate.model.rulings import by_subject
from corroborate.model.situation import Interval, Location, PlaceKind, Relation
from corroborate.publish import incidents, maps, tallies, timeline
from corroborate.publish.comparing import Comparison, turns
from corroborate.publish.evidence import Shelf, place_words
from corroborate.publish.figures import tolls
from corroborate.publish.incidents import Around, IncidentView
from corroborate.publish.outline import outline_source
from corroborate.publish.quotes import Quoted, quoted
from corroborate.publish.reports import IssueView, ReportView, issue_view, report_view
from corroborate.publish.rulings import RulingView
from corroborate.publish.rulings import view as ruling_view
from corroborate.publish.windows import Point
from corroborate.publish.words import day, days, listing, plural

_WIDE = (PlaceKind.REGION, PlaceKind.GOVERNORATE)
_WIDE_KM = 40.0  # places that reach further are no point on a map
_MOST_NUMBERS = 5  # of incidents at one point
_MONTH = 31  # days; what is known less finely does not date the case


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the timeline."""

    target: str
    number: str
    title: str
    when: str
    note: str
    grade: str
    drawing: Markup


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str
    standfirst: str
    facts: tuple[tuple[str, str], ...]
    collected: str
    fingerprint: str
    legend: Legend
    maps: tuple[maps.Panel, ...]
    map_source: str
    unplaced: tuple[tuple[str, str], ...]
    wide: tuple[tuple[str, str], ...]
    axis: Markup
    rows: tuple[Row, ...]
    undated: tuple[tuple[str, str], ...]
    incidents: tuple[IncidentView, ...]
    tallies: tuple[tallies.TallyView, ...]
    loose: int
    loose_evidence: tuple[Quoted, ...]
    issues: tuple[IssueView, ...]
    reports: tuple[ReportView, ...]
    judgements: tuple[RulingView, ...]
    compared: tuple[str, ...]
    turns: tuple[tuple[int, tuple[str, ...]], ...]
    withheld: int
    whole: bool


def build(record: Record, shelf: Shelf, *, whole: bool, beside: Sequence[Record] = (), withheld: int = 0) -> Page:
    """Return the page of a record; `whole` is false where it is cut down to one incident.

    `beside` are the same record under other methodologies, whose results stand beside its own; `withheld` is how many
    incidents were left out of it.
    """
    names = _names(record)
    claims = {str(claim): f"E{number}" for claim, number in shelf.numbers.items()}
    around = _around(record, names | claims, beside)
    compared = tuple(around[i.id].comparison for i in record.incidents)
    shown = timeline.segments(_spans(record))
    loose = tuple(c.id for c in record.claims if c.id not in shelf.homes)
    return Page(
        title=_title(record, whole=whole),
        standfirst=_standfirst(record),
        facts=_facts(record),
        collected=_collected(record),
        fingerprint=content_id("record", *(c.id for c in record.claims), *(i.id for i in record.incidents)),
        legend=record.legend,
        maps=maps.panels(_points(record)),
        map_source=outline_source(),
        unplaced=tuple((str(i.id), names[i.id]) for i in record.incidents if i.where.latitude is None),
        wide=tuple((str(i.id), names[i.id]) for i in record.incidents if _is_wide(i.where)),
        axis=timeline.axis(shown),
        rows=tuple(_rows(record, shown)),
        undated=_undated(record, names),
        incidents=tuple(incidents.view(i, n, shelf, around[i.id]) for n, i in enumerate(record.incidents, 1)),
        tallies=tuple(_tallies(record, names, names | claims, shelf)),
        loose=len(loose),
        loose_evidence=quoted(shelf.exhibits(loose)),
        issues=tuple(issue_view(i, names, shelf) for i in record.issues),
        reports=tuple(report_view(d, record, shelf) for d in record.documents),
        judgements=tuple(ruling_view(one, names | claims, shelf.claims) for one in record.rulings),
        compared=tuple(one.legend.title for one in (record, *beside)) if beside else (),
        turns=turns([one for one in compared if one]),
        withheld=withheld if whole else 0,
        whole=whole,
    )


def _tallies(
    record: Record, names: dict[str, str], all_names: dict[str, str], shelf: Shelf
) -> Iterator[tallies.TallyView]:
    concerned = by_subject(record)
    for number, one in enumerate(record.tallies, 1):
        others = {target: name for target, name in all_names.items() if target != one.id}
        rulings = tuple(ruling_view(ruling, others, shelf.claims) for ruling in concerned.get(one.id, ()))
        yield tallies.view(one, f"T{number}", (names, rulings), shelf)


def _spans(record: Record) -> list[Interval]:
    spans = [i.when for i in record.incidents] + [t.when for t in record.tallies]
    return [span for span in spans if span]


def _undated(record: Record, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    incidents_without = [str(i.id) for i in record.incidents if i.when is None]
    tallies_without = [str(t.id) for t in record.tallies if t.when is None]
    return tuple((target, names[target]) for target in incidents_without + tallies_without)


def _around(record: Record, names: Mapping[str, str], beside: Sequence[Record]) -> Mapping[IncidentId, Around]:
    """Return what stands around each incident."""
    concerned = by_subject(record)
    graded = [{incident.id: incident for incident in one.incidents} for one in (record, *beside)]
    by = tuple(one.legend for one in (record, *beside))
    made = {}
    for incident in record.incidents:
        same = tuple(one[incident.id] for one in graded)
        comparison = Comparison(same, by) if beside else None
        rulings = concerned.get(incident.id, ())
        others = {one: name for one, name in names.items() if one != incident.id}
        made[incident.id] = Around(_totals(record, incident, names), rulings, others, comparison)
    return made


def _totals(record: Record, incident: Incident, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((str(t.id), names[t.id]) for t in record.tallies if incident.id in t.covers)


def _names(record: Record) -> dict[str, str]:
    named = {str(i.id): f"{n}. {i.title}" for n, i in enumerate(record.incidents, 1)}
    named |= {str(t.id): f"T{n}. {t.title}" for n, t in enumerate(record.tallies, 1)}
    return named | {str(d.id): d.name for d in record.documents}


def _title(record: Record, *, whole: bool) -> str:
    if not whole and record.incidents:
        return record.incidents[0].title
    areas = Counter(area for i in record.incidents if (area := _area(i.where)))
    most = [name for name, _ in areas.most_common(2)]
    return f"Attacks in {listing(most)}" if most else "Attributed incident record"


def _area(where: Location) -> str:
    """Return the wider area in which a place lies, as the reports name it where they do."""
    if len(where.names) > 1 and where.relation is not Relation.BETWEEN:
        return where.names[-1]
    if not where.places:
        return ""
    place = where.places[0]
    if place.kind is PlaceKind.COUNTRY:
        return ""
    return place.parents[-1] if place.parents and place.kind not in _WIDE else place.name


def _standfirst(record: Record) -> str:
    dated = [i.when for i in record.incidents if i.when and i.when.days <= _MONTH] or _spans(record)
    span = ""
    if dated:
        first, last = min(w.start for w in dated), max(w.end for w in dated)
        span = f" between {day(first)} and {day(last)}" if first != last else f" on {day(first)}"
    publishers = {d.publisher for d in record.documents if d.publisher}
    known = f"As it was known on {day(record.as_of)}. " if record.as_of else ""
    return known + (
        f"What {plural(len(record.documents), 'report')} by {plural(len(publishers), 'publisher')} say happened{span}: "
        "who says so, in which words, and how many independent origins stand behind each figure."
    )


def _facts(record: Record) -> tuple[tuple[str, str], ...]:
    origins = set(record.origins().values())
    made = [
        (len(record.documents), "report", "reports"),
        (len(record.claims), "claim, word for word", "claims, word for word"),
        (len(origins), "origin", "origins"),
        (len(record.incidents), "incident", "incidents"),
        (len(record.tallies), "tally over a period", "tallies over a period"),
        (len(record.issues), "open issue", "open issues"),
    ]
    return tuple((f"{n:,}", one if n == 1 else many) for n, one, many in made)


def _collected(record: Record) -> str:
    """Return when the reports were collected, and by whom."""
    seen = sorted(s.seen_at for s in record.sightings)
    if not seen:
        return ""
    first, last = day(seen[0].date()), day(seen[-1].date())
    people = sorted({s.collector for s in record.sightings})
    return f"collected {f'on {first}' if first == last else f'from {first} to {last}'} by {listing(people)}"


def _points(record: Record) -> list[Point]:
    """Return one point a place, labelled with its incidents; and the places that claims merely name."""
    groups: dict[tuple[float, float], list[tuple[int, Incident]]] = {}
    for n, incident in enumerate(record.incidents, 1):
        where = incident.where
        if where.latitude is not None and where.longitude is not None and not _is_wide(where):
            groups.setdefault((where.latitude, where.longitude), []).append((n, incident))
    points = [
        Point(*at, max(i.where.radius_km or 0.0 for _, i in here), _point_label(here), weight=len(here))
        for at, here in groups.items()
    ]
    named = {p for c in record.claims for p in c.situation.where.places if p.kind in ("settlement", "neighbourhood")}
    return points + [
        Point(p.latitude, p.longitude, p.radius_km, p.name, aside=True)
        for p in sorted(named, key=lambda p: p.name)
        if (p.latitude, p.longitude) not in groups
    ]


def _is_wide(where: Location) -> bool:
    return where.latitude is not None and (where.radius_km or 0.0) > _WIDE_KM


def _point_label(here: Sequence[tuple[int, Incident]]) -> str:
    """Return the incidents' numbers with the place; without it between two places, which the map shows themselves."""
    numbers, where = [str(n) for n, _ in here], here[0][1].where
    said = ", ".join(numbers[:_MOST_NUMBERS]) + (" …" if len(numbers) > _MOST_NUMBERS else "")
    return said if where.relation is Relation.BETWEEN else f"{said} {place_words(where)}"


def _rows(record: Record, shown: Sequence[timeline.Segment]) -> Iterable[Row]:
    for number, incident in enumerate(record.incidents, 1):
        if incident.when:
            drawn = timeline.row(incident.when, shown, "incident")
            yield Row(
                incident.id, str(number), incident.title, days(incident.when), _toll(incident), _grade(incident), drawn
            )
    for number, tally in enumerate(record.tallies, 1):
        if tally.when:
            drawn = timeline.row(tally.when, shown, "tally")
            yield Row(
                tally.id, f"T{number}", tally.title, days(tally.when), plural(len(tally.rows), "figure"), "", drawn
            )


def _grade(incident: Incident) -> str:
    return ", ".join(grade.name for grade in incident.grades)


def _toll(incident: Incident) -> str:
    return next(iter(tolls(incident)), "")
