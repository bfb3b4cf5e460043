"""What the formats ask of an incident, each asked once here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corroborate.model.casualty import CasualtyRange, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.incident import Incident
from corroborate.model.mention import Stance
from corroborate.model.record import Record, Ruling
from corroborate.model.rulings import by_subject
from corroborate.model.situation import Location, PlaceKind
from corroborate.publish.exports.countries import Country, country
from corroborate.publish.rulings import reasoned, standing

_SMALL = (PlaceKind.SITE, PlaceKind.NEIGHBOURHOOD, PlaceKind.SETTLEMENT)


@dataclass(frozen=True, slots=True)
class Held:
    """An incident with the claims and reports behind it, as they were published, and the judgements that concern it."""

    incident: Incident
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    rulings: tuple[Ruling, ...] = ()

    def origin(self, claim: Claim) -> str:
        """Return the origin as whose word a claim counts in it."""
        return next((one.origin for one in self.incident.routes if claim.id in one.claims), claim.origin)

    @property
    def start(self) -> date | None:
        """Return its first possible day."""
        return self.incident.when.start if self.incident.when else None

    @property
    def end(self) -> date | None:
        """Return its last possible day."""
        return self.incident.when.end if self.incident.when else None

    @property
    def country(self) -> Country | None:
        """Return the country in which it lies."""
        found = self.incident.where.places or tuple(filter(None, (self.incident.where.within,)))
        return country(found[0].country) if found else None

    @property
    def place(self) -> str:
        """Return the name of its place: the gazetteer's, else as the reports spell it."""
        where = self.incident.where
        names = [place.name for place in where.places] or where.names[:1]
        return " – ".join(names)

    @property
    def place_arabic(self) -> str | None:
        """Return the name of its place in Arabic, None where the gazetteer has none."""
        return " – ".join(place.name_arabic for place in self.incident.where.places if place.name_arabic) or None

    @property
    def areas(self) -> tuple[str, ...]:
        """Return the areas that hold its place, the largest first."""
        return areas(self.incident.where)

    @property
    def publishers(self) -> tuple[str, ...]:
        """Return who published it, each once."""
        return tuple(dict.fromkeys(one.publisher or one.name for one in self.documents))

    @property
    def accused(self) -> tuple[str, ...]:
        """Return the parties of whom it is said that they did this, or who say so themselves, each once."""
        return self._parties(Stance.ACCUSED, Stance.CLAIMED, Stance.ADMITTED)

    @property
    def denied(self) -> tuple[str, ...]:
        """Return the parties that deny this very incident, or for whom it is denied, each once."""
        return self._parties(Stance.DENIED)

    @property
    def admitted(self) -> tuple[str, ...]:
        """Return the parties that admit this very incident, each once."""
        return self._parties(Stance.ADMITTED)

    def _parties(self, *stances: Stance) -> tuple[str, ...]:
        said = (r for r in self.incident.responsibility if r.stance in stances and not r.general)
        return tuple(dict.fromkeys(r.actor for r in said if r.actor))

    @property
    def norms(self) -> tuple[str, ...]:
        """Return the names of the norms that it touches, with a question mark behind what place or days leave open."""
        return tuple(f"{one.norm}{'' if one.certain else '?'}" for one in self.incident.norms)

    def range(self, effect: Effect, *people: People) -> CasualtyRange | None:
        """Return the range of the first of these groups of which there is one."""
        found = {(one.effect, one.people): one for one in self.incident.ranges}
        return next((found[effect, group] for group in people if (effect, group) in found), None)

    def conceded(self, told: CasualtyRange) -> CasualtyRange | None:
        """Return what parties concede of the harm that a range tells of; None where they concede none of it."""
        found = {(one.effect, one.people): one for one in self.incident.conceded}
        return found.get((told.effect, told.people))

    def quotes(self, most: int) -> Iterator[str]:
        """Yield the words of the reports, each with its origin, as many as asked."""
        told = dict.fromkeys((self.origin(claim), claim.passage.quote.strip()) for claim in self.claims)
        for origin, quote in list(told)[:most]:
            yield f"{origin}: “{quote}”"

    @property
    def grade(self) -> str:
        """Return its grade in the methodology of the record."""
        return "; ".join(given.name for given in self.incident.grades)

    @property
    def review(self) -> str:
        """Return whether a person accepted or withheld it, and how many other judgements concern it."""
        return ", ".join(standing(self.rulings, self.incident.id))

    @property
    def judgements(self) -> tuple[str, ...]:
        """Return the judgements in force that concern it, with who made each and why."""
        return tuple(reasoned(one.judgement) for one in self.rulings if one.is_in_force)

    def code(self, name: str) -> str | None:
        """Return what the methodology enters in a column of its own."""
        return next((value for given in self.incident.grades if (value := given.code(name))), None)


def held(record: Record) -> tuple[Held, ...]:
    """Return the incidents of a record with what is behind each."""
    claims = {claim.id: claim for claim in record.claims}
    documents = {document.id: document for document in record.documents}
    rulings = by_subject(record)
    return tuple(
        Held(
            one,
            tuple(claims[claim] for claim in one.claims if claim in claims),
            tuple(sorted((documents[d] for d in one.documents if d in documents), key=_published)),
            rulings.get(one.id, ()),
        )
        for one in record.incidents
    )


def areas(where: Location) -> tuple[str, ...]:
    """Return the areas that hold a place, the largest first; the place itself where it is no town."""
    for place in (*where.places[:1], *filter(None, (where.within,))):
        own = () if place.kind in _SMALL or place.kind is PlaceKind.COUNTRY else (place.name,)
        return tuple(dict.fromkeys(reversed((*own, *place.parents))))
    return ()


def _published(document: Document) -> tuple[date, str]:
    return document.published or date.max, document.name
