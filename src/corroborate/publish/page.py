"""Record → everything that the page shows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from corroborate.model.document import Document
from corroborate.model.ids import content_id
from corroborate.model.incident import Incident, Tally, TallyRow
from corroborate.model.issue import Issue
from corroborate.model.mention import Harm
from corroborate.model.record import Record
from corroborate.publish import incidents, maps, timeline
from corroborate.publish.evidence import Exhibit, Shelf, harm_label, place_words, precision_words, says
from corroborate.publish.incidents import IncidentView
from corroborate.publish.words import count_words, day, days, listing, meanings, plural, range_words, word

_OPENING = 260  # code points of a report's opening that the list of reports shows


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
    title: str
    when: str
    where: str
    how_where: str
    lines: tuple[TallyLine, ...]
    covers: tuple[tuple[str, str], ...]
    evidence: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the timeline."""

    target: str
    number: str
    title: str
    when: str
    note: str
    drawing: Markup


@dataclass(frozen=True, slots=True)
class IssueView:
    """An open doubt, with links to what it concerns."""

    kind: str
    stage: str
    message: str
    quote: str
    subjects: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report that the record rests on."""

    anchor: str
    name: str
    title: str
    publisher: str
    published: str
    language: str
    url: str
    sha256: str
    opening: str
    claims: int
    sightings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str
    standfirst: str
    facts: tuple[tuple[str, str], ...]
    fingerprint: str
    methodology: str
    methodology_source: str
    grades: tuple[tuple[str, str], ...]
    maps: tuple[maps.Panel, ...]
    map_source: str
    unplaced: tuple[tuple[str, str], ...]
    axis: Markup
    rows: tuple[Row, ...]
    undated: tuple[tuple[str, str], ...]
    incidents: tuple[IncidentView, ...]
    tallies: tuple[TallyView, ...]
    loose: tuple[Exhibit, ...]
    issues: tuple[IssueView, ...]
    reports: tuple[ReportView, ...]
    judgements: tuple[tuple[str, str, str, str], ...]
    whole: bool


def build(record: Record, shelf: Shelf, *, whole: bool) -> Page:
    """Return the page of a record; `whole` is false where it is cut down to one incident."""
    names = _names(record)
    shown = timeline.segments([i.when for i in (*record.incidents, *record.tallies) if i.when])
    loose = tuple(c.id for c in record.claims if c.id not in shelf.homes) if whole else ()
    return Page(
        title=_title(record, whole=whole),
        standfirst=_standfirst(record),
        facts=_facts(record),
        fingerprint=content_id("record", *(c.id for c in record.claims), *(i.id for i in record.incidents)),
        methodology=word("methodology", record.methodology),
        methodology_source=word("methodology_source", record.methodology),
        grades=tuple(meanings(record.methodology).items()),
        maps=maps.panels(_points(record)),
        map_source=maps.outline_source(),
        unplaced=tuple((str(i.id), names[i.id]) for i in record.incidents if i.where.latitude is None),
        axis=timeline.axis(shown),
        rows=tuple(_rows(record, names, shown)),
        undated=tuple((str(i.id), names[i.id]) for i in (*record.incidents, *record.tallies) if i.when is None),
        incidents=tuple(incidents.view(i, n, shelf) for n, i in enumerate(record.incidents, 1)),
        tallies=tuple(_tally(t, names, shelf) for t in record.tallies),
        loose=shelf.exhibits(loose),
        issues=tuple(_issue(i, names, shelf) for i in record.issues),
        reports=tuple(_report(d, record, shelf) for d in record.documents),
        judgements=tuple((j.author, word("verdict", j.verdict), j.reason, day(j.made_at)) for j in record.judgements),
        whole=whole,
    )


def _names(record: Record) -> dict[str, str]:
    named = {str(i.id): f"{n}. {i.title}" for n, i in enumerate(record.incidents, 1)}
    named |= {str(t.id): t.title for t in record.tallies}
    return named | {str(d.id): d.name for d in record.documents}


def _title(record: Record, *, whole: bool) -> str:
    if not whole and record.incidents:
        return record.incidents[0].title
    areas = Counter(p.parents[-1] if p.parents else p.name for i in record.incidents for p in i.where.places[:1])
    most = [name for name, _ in areas.most_common(3)]
    return f"Attacks in {listing(most)}" if most else "Attributed incident record"


def _standfirst(record: Record) -> str:
    dated = [i.when for i in (*record.incidents, *record.tallies) if i.when]
    span = ""
    if dated:
        first, last = min(w.start for w in dated), max(w.end for w in dated)
        span = f" between {day(first)} and {day(last)}" if first != last else f" on {day(first)}"
    publishers = {d.publisher for d in record.documents if d.publisher}
    return (
        f"What {plural(len(record.documents), 'report')} by {plural(len(publishers), 'publisher')} say happened{span}: "
        "who says so, in which words, and how many independent origins stand behind each figure."
    )


def _facts(record: Record) -> tuple[tuple[str, str], ...]:
    origins = {c.origin for c in record.claims}
    made = [
        (len(record.documents), "report", "reports"),
        (len(record.claims), "claim, word for word", "claims, word for word"),
        (len(origins), "origin", "origins"),
        (len(record.incidents), "incident", "incidents"),
        (len(record.tallies), "tally over a period", "tallies over a period"),
        (len(record.issues), "open issue", "open issues"),
    ]
    return tuple((f"{n:,}", one if n == 1 else many) for n, one, many in made)


def _points(record: Record) -> list[maps.Point]:
    """Return one point a place, labelled with its incidents; and the places that claims merely name."""
    groups: dict[tuple[float, float], list[tuple[int, Incident]]] = {}
    for n, incident in enumerate(record.incidents, 1):
        where = incident.where
        if where.latitude is not None and where.longitude is not None:
            groups.setdefault((where.latitude, where.longitude), []).append((n, incident))
    points = [
        maps.Point(
            *at, max(i.where.radius_km or 0.0 for _, i in here),
            f"{', '.join(str(n) for n, _ in here)} {place_words(here[0][1].where)}",
        )
        for at, here in groups.items()
    ]  # fmt: skip
    named = {p for c in record.claims for p in c.situation.where.places if p.kind in ("settlement", "neighbourhood")}
    return points + [
        maps.Point(p.latitude, p.longitude, p.radius_km, p.name, aside=True)
        for p in sorted(named, key=lambda p: p.name)
        if (p.latitude, p.longitude) not in groups
    ]


def _rows(record: Record, names: dict[str, str], shown: Sequence[timeline.Segment]) -> list[Row]:
    rows = [
        Row(i.id, str(n), i.title, days(i.when), _toll(i), timeline.row(i.when, shown, "incident"))
        for n, i in enumerate(record.incidents, 1)
        if i.when
    ]
    rows.sort(key=lambda row: int(row.number))
    return rows + [
        Row(t.id, "", names[t.id], days(t.when), plural(len(t.rows), "figure"), timeline.row(t.when, shown, "tally"))
        for t in record.tallies
        if t.when
    ]


def _toll(incident: Incident) -> str:
    first = next((r for r in incident.ranges if r.part_of is None), None)
    return f"{range_words(first)} {harm_label(first.effect, first.people)}" if first else ""


def _tally(tally: Tally, names: dict[str, str], shelf: Shelf) -> TallyView:
    return TallyView(
        anchor=tally.id,
        title=tally.title,
        when=days(tally.when),
        where=place_words(tally.where),
        how_where=precision_words(tally.where),
        lines=tuple(_line(row, shelf) for row in tally.rows if row.current in shelf.claims),
        covers=tuple((str(i), names[i]) for i in tally.covers if i in names),
        evidence=shelf.exhibits(tally.claims, str(tally.id)),
    )


def _line(row: TallyRow, shelf: Shelf) -> TallyLine:
    content = shelf.claims[row.current].content
    figure = count_words(content.count) if isinstance(content, Harm) else says(content)
    others = tuple(e for e in shelf.exhibits(row.claims) if e.target != row.current)
    return TallyLine(row.origin, word("people", row.what), figure, shelf.exhibit(row.current), others)


def _issue(issue: Issue, names: dict[str, str], shelf: Shelf) -> IssueView:
    subjects = []
    for subject in issue.subjects:
        number = next((n for c, n in shelf.numbers.items() if c == subject), None)
        subjects.append((subject, f"E{number}") if number else (subject if subject in names else "", names.get(subject, subject)))
    quote = issue.span.quote if issue.span else ""
    return IssueView(word("issue", issue.kind), issue.stage, issue.message, quote, tuple(dict.fromkeys(subjects)))


def _report(document: Document, record: Record, shelf: Shelf) -> ReportView:
    source = {"": "", "manifest": "from the manifest"}.get(document.published_from, f"found in {document.published_from}")
    published = day(document.published) + (f" ({source})" if source else "") if document.published else "no date found"
    seen = [s for s in record.sightings if s.capture == document.capture]
    return ReportView(
        anchor=document.id,
        name=document.name,
        title=document.title or "",
        publisher=document.publisher or "publisher not named",
        published=published,
        language=document.language or "",
        url=document.url or "",
        sha256=document.capture,
        opening=_opening(document.text),
        claims=sum(c.document == document.id for c in shelf.claims.values()),
        sightings=tuple(
            f"{s.lead.location}, {day(s.seen_at)} {s.seen_at:%H:%M} UTC, by {s.collector} with {s.tool}" for s in seen
        ),
    )


def _opening(text: str) -> str:
    if len(text) <= _OPENING:
        return text
    return text[: text.rfind(" ", 0, _OPENING)] + " …"


def narrowed(record: Record, incident: Incident) -> Record:
    """Return what of a record concerns one incident: its claims, reports, tallies and issues."""
    tallies = tuple(t for t in record.tallies if incident.id in t.covers)
    claims = {*incident.claims, *incident.beside, *(c for t in tallies for c in t.claims)}
    kept = tuple(c for c in record.claims if c.id in claims)
    documents = {c.document for c in kept}
    captures = {d.capture for d in record.documents if d.id in documents}
    known = {str(incident.id), *map(str, claims), *map(str, documents)}
    return Record(
        documents=tuple(d for d in record.documents if d.id in documents),
        sightings=tuple(s for s in record.sightings if s.capture in captures),
        claims=kept,
        incidents=(incident,),
        tallies=tallies,
        issues=tuple(i for i in record.issues if known.intersection(i.subjects)),
        judgements=tuple(j for j in record.judgements if known.intersection(j.subjects)),
        methodology=record.methodology,
    )
