"""Incidents → what the page shows of each."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from corroborate.model.casualty import Bound, CasualtyRange, Count, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.grade import Grade
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Incident, Responsibility
from corroborate.model.mention import Harm, Kind, Stance
from corroborate.publish import ranges
from corroborate.publish.evidence import Exhibit, Shelf, harm_label, place_words, precision_words
from corroborate.publish.quotes import Quoted, quoted
from corroborate.publish.relays import Chain, relay_graph, summary
from corroborate.publish.words import count_words, day, days, meanings, number, range_words, toll_words, word


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


@dataclass(frozen=True, slots=True)
class Party:
    """What is said of one party's responsibility."""

    actor: str
    stance: str
    said: str
    origins: tuple[str, ...]
    general: bool
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class GradeView:
    """A grade in its methodology's name, what it means there, and its reasons."""

    name: str
    meaning: str
    methodology: str
    reasons: tuple[tuple[str, str, tuple[Exhibit, ...]], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One figure in the order in which it became known."""

    exhibit: Exhibit
    replaces: Exhibit | None
    published: str


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
    matrix: Matrix
    laid: tuple[Party, ...]
    denied: tuple[Party, ...]
    checks: tuple[Exhibit, ...]
    history: tuple[tuple[str, tuple[Step, ...]], ...]
    relays: Markup
    standing: str
    evidence: tuple[tuple[str, int, tuple[Quoted, ...]], ...]


def view(incident: Incident, position: int, shelf: Shelf) -> IncidentView:
    """Return what the page shows of an incident."""
    reader = _Reader(incident, shelf)
    parties = [_party(r, shelf) for r in incident.responsibility]
    chains = reader.chains()
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
        panels=tuple(reader.panels()),
        matrix=reader.matrix(),
        laid=tuple(p for p in parties if p.stance != Stance.DENIED),
        denied=tuple(p for p in parties if p.stance == Stance.DENIED),
        checks=tuple(e for e in shelf.exhibits(incident.claims + incident.beside) if e.kind == Kind.VERIFICATION),
        history=reader.history(),
        relays=relay_graph(chains, incident.origins) if chains else Markup(""),
        standing=summary(len(incident.documents), len(incident.origins)),
        evidence=reader.evidence(),
    )


def tolls(incident: Incident) -> tuple[str, ...]:
    """Return an incident's ranges in words, shares of others left out: by effect, and the greatest first."""
    effects = list(Effect)
    wholes = [r for r in incident.ranges if r.part_of is None]
    wholes.sort(key=lambda r: (not r.high.value, effects.index(r.effect), -(r.high.value or 0)))
    return tuple(toll_words(r) for r in wholes)


@dataclass(frozen=True, slots=True)
class _Reader:
    """An incident beside the shelf, with what its history says of origins and replaced figures."""

    incident: Incident
    shelf: Shelf

    def claims(self) -> list[Claim]:
        known = [self.shelf.claims[c] for c in self.incident.claims if c in self.shelf.claims]
        return sorted(known, key=lambda c: self.shelf.numbers[c.id])

    def origin(self, claim: Claim) -> str:
        """Return whose word it is, as the history settled it: it knows where a report tells another's figure twice."""
        told = next((u.origin for u in self.incident.history if u.claim == claim.id), None)
        return told or claim.origin

    def replaced(self) -> set[ClaimId]:
        return {u.replaces for u in self.incident.history if u.replaces}

    def exhibit(self, claim: Claim) -> Exhibit:
        return self.shelf.exhibit(claim.id, replaced=claim.id in self.replaced())

    def harms(self) -> list[tuple[Claim, Harm]]:
        return [(c, c.content) for c in self.claims() if isinstance(c.content, Harm)]

    def panels(self) -> Iterable[Panel]:
        for effect in [e for e in Effect if any(r.effect is e for r in self.incident.ranges)]:
            stated = [r for r in self.incident.ranges if r.effect is effect]
            stated.sort(key=lambda r: (r.part_of is not None, -(r.high.value or 0)))
            counts = [harm.count for _, harm in self.harms() if harm.effect is effect]
            top = ranges.top_of(stated, counts)
            counted = any(r.high.value is not None or r.low.value is not None for r in stated)
            axis = ranges.axis(top) if counted else Markup("<span></span>")
            yield Panel(word("effect", effect), axis, tuple(self._range(r, top) for r in stated))

    def _range(self, stated: CasualtyRange, top: int) -> RangeView:
        return RangeView(
            label=harm_label(stated.effect, stated.people),
            words=range_words(stated),
            share=f"share of {word('people', stated.part_of)}" if stated.part_of else "",
            drawing=ranges.bar(stated, top) if _bounds(stated, self.shelf) else Markup("<span></span>"),
            bounds=_bounds(stated, self.shelf),
            rows=tuple(self._rows(stated, top)),
        )

    def _rows(self, stated: CasualtyRange, top: int) -> Iterable[FigureRow]:
        cited = {*stated.low.claims, *stated.high.claims}
        behind = [
            (claim, harm)
            for claim, harm in self.harms()
            if harm.effect is stated.effect and (harm.people is stated.people or claim.id in cited)
        ]
        for origin in dict.fromkeys(self.origin(claim) for claim, _ in behind):
            mine = [(claim, harm.count) for claim, harm in behind if self.origin(claim) == origin]
            marks = dict.fromkeys((count, claim.id in self.replaced()) for claim, count in mine)
            yield FigureRow(origin, self._cell(mine), ranges.figure(marks, top))

    def _cell(self, told: Iterable[tuple[Claim, Count]]) -> tuple[Figure, ...]:
        """Return each figure once, with every exhibit that tells it."""
        same: dict[tuple[str, bool], list[Exhibit]] = {}
        for claim, count in told:
            exhibit = self.exhibit(claim)
            same.setdefault((count_words(count), exhibit.replaced), []).append(exhibit)
        return tuple(Figure(words, replaced, tuple(told_in)) for (words, replaced), told_in in same.items())

    def matrix(self) -> Matrix:
        harms = self.harms()
        columns = _columns((harm.effect, harm.people) for _, harm in harms)
        rows = []
        for origin in dict.fromkeys(self.origin(claim) for claim, _ in harms):
            mine = [(c, h) for c, h in harms if self.origin(c) == origin]
            cells = (self._cell((c, h.count) for c, h in mine if (h.effect, h.people) == column) for column in columns)
            rows.append((origin, tuple(cells)))
        return Matrix(tuple(harm_label(*column) for column in columns), tuple(rows))

    def history(self) -> tuple[tuple[str, tuple[Step, ...]], ...]:
        """Return the steps of those origins that changed a figure."""
        moved = dict.fromkeys(u.origin for u in self.incident.history if u.replaces)
        return tuple((origin, tuple(self._steps(origin))) for origin in moved)

    def _steps(self, origin: str) -> Iterable[Step]:
        involved = {u.replaces for u in self.incident.history} | {u.claim for u in self.incident.history if u.replaces}
        for update in self.incident.history:
            claim = self.shelf.claims.get(update.claim)
            if update.origin != origin or update.claim not in involved or claim is None:
                continue
            before = self.shelf.exhibit(update.replaces) if update.replaces in self.shelf.claims else None
            yield Step(self.exhibit(claim), before, day(claim.published) if claim.published else "no date")

    def chains(self) -> tuple[Chain, ...]:
        return tuple(self._chain(claim) for claim in self.claims())

    def _chain(self, claim: Claim) -> Chain:
        document = self.shelf.documents.get(claim.document)
        name = document.publisher or document.name if document else str(claim.document)
        when = f", {claim.published.day} {claim.published:%b}" if claim.published else ""
        return Chain(self.origin(claim), tuple(s.origin for s in claim.attribution.sources[1:]), name + when)

    def evidence(self) -> tuple[tuple[str, int, tuple[Quoted, ...]], ...]:
        """Return every claim of the incident and beside it, by origin, passage by passage."""
        section = str(self.incident.id)
        known = dict.fromkeys(c for c in (*self.incident.claims, *self.incident.beside) if c in self.shelf.claims)
        claims = sorted((self.shelf.claims[c] for c in known), key=lambda c: self.shelf.numbers[c.id])
        told: dict[str, list[Exhibit]] = {}
        for claim in claims:
            exhibit = self.shelf.exhibit(claim.id, section, replaced=claim.id in self.replaced())
            told.setdefault(self.origin(claim), []).append(exhibit)
        return tuple((origin, len(exhibits), quoted(exhibits)) for origin, exhibits in told.items())


def _columns(found: Iterable[tuple[Effect, People]]) -> list[tuple[Effect, People]]:
    effects, people = list(Effect), list(People)
    return sorted(set(found), key=lambda pair: (effects.index(pair[0]), -people.index(pair[1])))


def _means(incident: Incident) -> tuple[str, ...]:
    said = [word("method", m) for m in incident.methods] + [word("weapon", w) for w in incident.weapons]
    return tuple(dict.fromkeys(said))


def _bounds(stated: CasualtyRange, shelf: Shelf) -> tuple[BoundView, ...]:
    """Return both ends of a range; none where no origin states a number."""
    if stated.low.value is None and stated.high.value is None:
        return ()
    return _bound("low", stated.low, shelf), _bound("high", stated.high, shelf)


def _bound(end: str, bound: Bound, shelf: Shelf) -> BoundView:
    value = number(bound.value) if bound.value is not None else "none stated"
    return BoundView(
        end, value, word("rule", bound.rule.split(" ")[0]).replace("-", " "), bound.rule, shelf.exhibits(bound.claims)
    )


def _party(said: Responsibility, shelf: Shelf) -> Party:
    return Party(
        actor=said.actor or "party not named",
        stance=said.stance,
        said=word("stance", said.stance),
        origins=said.origins,
        general=said.general,
        quotes=quoted(shelf.exhibits(said.claims)),
    )


def _grade(grade: Grade, shelf: Shelf) -> GradeView:
    return GradeView(
        name=grade.name,
        meaning=meanings(grade.methodology).get(grade.name, ""),
        methodology=f"{word('methodology', grade.methodology)} {grade.version}".strip(),
        reasons=tuple((reason.text, _held(reason.text), shelf.exhibits(reason.claims)) for reason in grade.reasons),
    )


def _held(text: str) -> str:
    """Return whether a reason's condition held, as its words say; empty where they do not say."""
    if ": yes" in text:
        return "held"
    return "failed" if ": no" in text else ""
