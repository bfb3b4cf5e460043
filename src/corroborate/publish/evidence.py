"""Claims → exhibits: the words in their context, who says them, and the way they came."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corroborate.model.casualty import Effect, People
from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.record import Record
from corroborate.model.situation import Location, Relation
from corroborate.publish.rulings import marks
from corroborate.publish.says import says
from corroborate.publish.words import day, days, listing, word


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One claim as the page shows it; `anchor` is empty where it is shown again beside another section.

    `marks` tell what people decided of it.
    """

    anchor: str
    target: str
    number: int
    kind: str
    says: str
    passage: str
    passage_at: int
    start: int
    end: int
    origin: str
    chain: tuple[str, ...]
    hedge: str
    document: str
    document_target: str
    publisher: str
    published: str
    where: str
    when: str
    rules: tuple[str, ...]
    language: str
    replaced: bool = False
    marks: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """Return the words that carry it."""
        return self.passage[self.start : self.end]

    @property
    def before(self) -> str:
        """Return what stands before them in the passage."""
        return self.passage[: self.start]

    @property
    def after(self) -> str:
        """Return what stands after them in the passage."""
        return self.passage[self.end :]

    @property
    def label(self) -> str:
        """Return the short name under which the page cites it."""
        return f"E{self.number}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The record's claims and documents, ready to be looked up, with each claim's number and home on the page."""

    claims: dict[ClaimId, Claim]
    documents: dict[DocumentId, Document]
    numbers: dict[ClaimId, int]
    homes: dict[ClaimId, str]
    marks: Mapping[ClaimId, tuple[str, ...]] = field(default_factory=dict)

    def exhibit(self, claim: ClaimId, section: str = "", *, replaced: bool = False) -> Exhibit:
        """Return a claim as an exhibit of a section of the page."""
        made = _exhibit(self.claims[claim], self.documents, self.numbers[claim])
        anchor = claim if self.homes.get(claim, "") == section else ""
        return replace(made, anchor=anchor, replaced=replaced, marks=self.marks.get(claim, ()))

    def exhibits(self, claims: tuple[ClaimId, ...], section: str = "") -> tuple[Exhibit, ...]:
        """Return those of the claims that the record holds, in the order of their numbers."""
        known = sorted({c for c in claims if c in self.claims}, key=lambda c: self.numbers[c])
        return tuple(self.exhibit(claim, section) for claim in known)


def shelve(record: Record) -> Shelf:
    """Return the record's shelf.

    A claim is at home in its first incident, else in its first tally, else in the first incident that it is beside.
    """
    homes: dict[ClaimId, str] = {}
    for claims, section in (
        *((i.claims, str(i.id)) for i in record.incidents),
        *((t.claims, str(t.id)) for t in record.tallies),
        *((i.beside, str(i.id)) for i in record.incidents),
    ):
        for claim in claims:
            homes.setdefault(claim, section)
    return Shelf(
        {c.id: c for c in record.claims},
        {d.id: d for d in record.documents},
        {c.id: n for n, c in enumerate(record.claims, 1)},
        homes,
        marks(record),
    )


def harm_label(effect: Effect, people: People) -> str:
    """Return the heading of an effect and people."""
    return f"{word('people', people)} {word('effect', effect)}"


def place_words(where: Location) -> str:
    """Return a place as the words put it: in, near, between; as spelled where it was not resolved."""
    names = [place.name for place in where.places] or list(where.names)
    if not names:
        return "place not stated"
    if where.relation is Relation.BETWEEN and len(names) > 1:
        return f"between {names[0]} and {names[1]}"
    prefix = {Relation.NEAR: "near ", Relation.OFFSET: "off ", Relation.COUNTRYSIDE: "countryside of "}
    return prefix.get(where.relation, "") + listing(names if where.places else names[:1])


def precision_words(where: Location) -> str:
    """Return how precisely the place is known, with its surroundings and the point that stands for it."""
    if where.latitude is None or where.longitude is None:
        return "not on the map: the name was not resolved" if where.names else "the reports name no place"
    said = []
    if where.places:
        said.append(word("place_kind", where.places[0].kind))
        said += [p for p in where.places[0].parents if p != where.places[0].name]
    elif where.within is not None:
        said.append(f"the name was not resolved: somewhere in or by {where.within.name}")
    if where.radius_km:
        said.append(f"within about {max(where.radius_km, 1):.0f} km of {where.latitude:.3f}, {where.longitude:.3f}")
    return ", ".join(said)


def _exhibit(claim: Claim, documents: dict[DocumentId, Document], number: int) -> Exhibit:
    around = claim.passage if claim.passage.covers(claim.span) else claim.span
    document = documents.get(claim.document)
    sources = claim.attribution.sources
    publisher = claim.publisher or "publisher not named"
    hedge = claim.attribution.hedge_cue
    return Exhibit(
        anchor="",
        target=claim.id,
        number=number,
        kind=claim.kind,
        says=says(claim.content),
        passage=around.quote,
        passage_at=around.start,
        start=claim.span.start - around.start,
        end=claim.span.end - around.start,
        origin=claim.origin,
        chain=tuple(dict.fromkeys((*(s.name for s in sources), publisher))),
        hedge=(hedge.quote if hedge else "marked as alleged") if claim.attribution.hedge else "",
        document=document.name if document else claim.document,
        document_target=claim.document,
        publisher=publisher,
        published=day(claim.published) if claim.published else "no date",
        where=place_words(claim.situation.where),
        when=days(claim.situation.when),
        rules=claim.rules,
        language=(document.language if document else None) or "",
    )
