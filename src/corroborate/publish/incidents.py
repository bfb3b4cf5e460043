"""Incidents → what the page shows of each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from corroborate.model.casualty import CasualtyRange
from corroborate.model.grade import Grade
from corroborate.model.incident import Incident
from corroborate.model.mention import Kind
from corroborate.model.norm import Touch
from corroborate.model.record import Ruling
from corroborate.publish.accounts import Account, Statement, accounts
from corroborate.publish.comparing import Aspect, Comparison
from corroborate.publish.evidence import Exhibit, Shelf, place_words, precision_words
from corroborate.publish.figures import Matrix, Panel, matrix, panels, tolls
from corroborate.publish.quotes import Quoted, quoted
from corroborate.publish.relays import relay_graph
from corroborate.publish.rulings import RulingView, standing
from corroborate.publish.rulings import view as ruling_view
from corroborate.publish.standing import Standing, chains, standings, summary
from corroborate.publish.testimony import Testimony, hear
from corroborate.publish.words import day, days, toll_words, word


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a party's responsibility, by others or by itself, in which words."""

    stance: str
    words: str
    general: bool
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A party with what is laid to it beside what it answers; `now` is its own answer as it stands, "" for none."""

    name: str
    now: str
    laid: tuple[Said, ...]
    answered: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Norm:
    """What an incident touches of law and agreements, and the reasons with the words that bring it there."""

    touched: Touch
    reasons: tuple[tuple[str, tuple[Exhibit, ...]], ...]


@dataclass(frozen=True, slots=True)
class GradeView:
    """A grade in its methodology's name, what it means there, and its reasons."""

    name: str
    meaning: str
    methodology: str
    reasons: tuple[tuple[str, str, tuple[Exhibit, ...]], ...]
    codes: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One figure in the order in which it became known, and what it does to the one before."""

    exhibit: Exhibit
    does: str
    replaces: Exhibit | None
    published: str


@dataclass(frozen=True, slots=True)
class Conceded:
    """What a party says of harm that it did itself; no part of the range."""

    said: str
    origins: tuple[str, ...]
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class IncidentView:
    """Everything that the page shows of one incident."""

    anchor: str
    number: int
    title: str
    when: str
    how_when: str
    where: str
    where_arabic: str
    how_where: str
    means: tuple[str, ...]
    toll: tuple[str, ...]
    grades: tuple[GradeView, ...]
    panels: tuple[Panel, ...]
    conceded: tuple[Conceded, ...]
    matrix: Matrix
    parties: tuple[Party, ...]
    norms: tuple[Norm, ...]
    checks: tuple[Exhibit, ...]
    history: tuple[tuple[str, tuple[Step, ...]], ...]
    relays: Markup
    standing: str
    totals: tuple[tuple[str, str], ...]
    origins: tuple[Standing, ...]
    evidence: tuple[tuple[str, int, tuple[Quoted, ...]], ...]
    review: tuple[str, ...]
    rulings: tuple[RulingView, ...]
    compared: tuple[tuple[str, ...], tuple[Aspect, ...]]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an incident: the tallies that cover it, by anchor and title, the judgements that concern it.

    `comparison` is the incident under other methodologies beside the record's own, None where none was asked for.
    """

    totals: tuple[tuple[str, str], ...] = ()
    rulings: tuple[Ruling, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    comparison: Comparison | None = None


def view(incident: Incident, position: int, shelf: Shelf, around: Around) -> IncidentView:
    """Return what the page shows of an incident."""
    heard = hear(incident, shelf)
    ways = chains((route for route in incident.routes if set(route.claims) & set(incident.claims)), shelf.documents)
    return IncidentView(
        anchor=incident.id,
        number=position,
        title=incident.title,
        when=days(incident.when),
        how_when=word("granularity", incident.when.granularity) if incident.when else "",
        where=place_words(incident.where),
        where_arabic=" – ".join(p.name_arabic for p in incident.where.places if p.name_arabic),
        how_where=precision_words(incident.where),
        means=_means(incident),
        toll=tolls(incident),
        grades=tuple(_grade(grade, shelf) for grade in incident.grades),
        panels=tuple(panels(heard)),
        conceded=tuple(_conceded(stated, shelf) for stated in incident.conceded),
        matrix=matrix(heard),
        parties=tuple(_party(account, shelf) for account in accounts(incident)),
        norms=tuple(_norm(touched, shelf) for touched in incident.norms),
        checks=tuple(e for e in shelf.exhibits(incident.claims + incident.beside) if e.kind == Kind.VERIFICATION),
        history=_history(heard),
        relays=relay_graph(ways, incident.origins) if ways else Markup(""),
        standing=summary(len(incident.documents), len(incident.origins)),
        totals=around.totals,
        origins=standings(incident.routes, incident.origins, shelf.documents),
        evidence=_evidence(heard),
        review=standing(around.rulings, incident.id),
        rulings=tuple(ruling_view(one, around.names, shelf.claims) for one in around.rulings),
        compared=_compared(around.comparison),
    )


def _compared(comparison: Comparison | None) -> tuple[tuple[str, ...], tuple[Aspect, ...]]:
    """Return the names of the methodologies that are compared, and what each makes of the incident."""
    if comparison is None:
        return (), ()
    return tuple(f"{one.name} {one.version}" for one in comparison.by), comparison.aspects()


def _history(heard: Testimony) -> tuple[tuple[str, tuple[Step, ...]], ...]:
    """Return the steps of those origins that changed a figure."""
    moved = dict.fromkeys(u.origin for u in heard.incident.history if u.replaces)
    return tuple((origin, tuple(_steps(heard, origin))) for origin in moved)


def _steps(heard: Testimony, origin: str) -> Iterable[Step]:
    involved = {u.replaces for u in heard.incident.history} | {u.claim for u in heard.incident.history if u.replaces}
    for update in heard.incident.history:
        claim = heard.shelf.claims.get(update.claim)
        if update.origin != origin or update.claim not in involved or claim is None:
            continue
        before = heard.shelf.exhibit(update.replaces) if update.replaces in heard.shelf.claims else None
        published = day(claim.published) if claim.published else "no date"
        yield Step(heard.exhibit(claim), word("change", update.change), before, published)


def _evidence(heard: Testimony) -> tuple[tuple[str, int, tuple[Quoted, ...]], ...]:
    """Return every claim of the incident and beside it, by origin, passage by passage."""
    section = str(heard.incident.id)
    known = dict.fromkeys(c for c in (*heard.incident.claims, *heard.incident.beside) if c in heard.shelf.claims)
    claims = sorted((heard.shelf.claims[c] for c in known), key=lambda c: heard.shelf.numbers[c.id])
    told: dict[str, list[Exhibit]] = {}
    for claim in claims:
        exhibit = heard.exhibit(claim, section)
        told.setdefault(heard.origin(claim), []).append(exhibit)
    return tuple((origin, len(exhibits), quoted(exhibits)) for origin, exhibits in told.items())


def _means(incident: Incident) -> tuple[str, ...]:
    said = [word("method", m) for m in incident.methods] + [word("weapon", w) for w in incident.weapons]
    return tuple(dict.fromkeys(said))


def _party(account: Account, shelf: Shelf) -> Party:
    now = word("answer", account.now) if account.now else ""
    laid, answered = (tuple(_said(one, shelf) for one in side) for side in (account.laid, account.answered))
    return Party(account.party, now, laid, answered)


def _said(one: Statement, shelf: Shelf) -> Said:
    return Said(one.said, one.words, one.general, quoted(shelf.exhibits(one.claims)))


def _norm(touched: Touch, shelf: Shelf) -> Norm:
    return Norm(touched, tuple((reason.text, shelf.exhibits(reason.claims)) for reason in touched.reasons))


def _grade(grade: Grade, shelf: Shelf) -> GradeView:
    return GradeView(
        name=grade.name,
        meaning=grade.meaning.rstrip("."),
        methodology=f"{grade.methodology} {grade.version}",
        reasons=tuple((r.text, "held" if r.held else "failed", shelf.exhibits(r.claims)) for r in grade.reasons),
        codes=tuple((code.name, code.value or "", code.meaning) for code in grade.codes),
    )


def _conceded(stated: CasualtyRange, shelf: Shelf) -> Conceded:
    told = dict.fromkeys((*stated.low.claims, *stated.high.claims))
    return Conceded(toll_words(stated), stated.origins, shelf.exhibits(tuple(told)))
