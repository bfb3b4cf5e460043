"""What a group of claims offers for comparison with another group."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from corroborate.link.lexicon import words
from corroborate.model.casualty import Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.mention import Attack, Blame, Damage, DamagedObject, Harm, Method, Verification, Weapon
from corroborate.model.names import fold
from corroborate.model.party import is_office, party_of, party_speaking
from corroborate.model.situation import Granularity, Interval, Location

_PLAIN = (DamagedObject.HOSPITAL, DamagedObject.SCHOOL, DamagedObject.MARKET)
_BEFORE_STATEMENT = timedelta(days=3)  # of 29 on Syria two came later; on shootings 12 of 22 after a week
_LEAD_CHARACTERS = 400  # headline and first sentence: measured on the labelled reports, nine leads in ten end before


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a group: for whom, what, by whose word."""

    effect: Effect
    people: People
    count: Count
    origin: str
    document: DocumentId


@dataclass(frozen=True, slots=True)
class Profile:
    """Claims of one event in one report, and all by which they are compared. `claims` are sorted by id.

    `answers` says that it holds statements on responsibility or checking alone; `when` is what all dated claims share;
    `assumed` says that it is only the day of a statement; `placed` says whether some claim's own sentence names its
    place; `published` is the report's day, as an ordinal; `passages` are pairs of offsets.
    """

    claims: tuple[ClaimId, ...]
    document: DocumentId
    answers: bool
    when: Interval | None
    assumed: bool
    locations: tuple[Location, ...]
    placed: bool
    methods: frozenset[Method]
    weapons: frozenset[Weapon]
    parties: frozenset[str]
    objects: frozenset[DamagedObject]
    named: frozenset[DamagedObject]
    targets: frozenset[str]
    figures: tuple[Figure, ...]
    words: frozenset[str]
    passages: tuple[tuple[int, int], ...]
    publisher: str | None
    published: int

    @property
    def days(self) -> Interval | None:
        """Return the days on which it may have happened: some before `when` as well, where that is assumed."""
        if self.when is None or not self.assumed:
            return self.when
        return Interval(self.when.start - _BEFORE_STATEMENT, self.when.end, Granularity.DAYS)

    @property
    def leads(self) -> bool:
        """Say whether the headline or the lead tells it."""
        return self.passages[0][0] < _LEAD_CHARACTERS


def profile(claims: Sequence[Claim]) -> Profile:
    """Return the profile of claims of one report."""
    ordered = sorted(claims, key=lambda claim: claim.id)
    contents = [claim.content for claim in ordered]
    published = ordered[0].published
    named = frozenset(word for claim in ordered for name in claim.situation.where.names for word in own_words(name))
    return Profile(
        claims=tuple(claim.id for claim in ordered),
        document=ordered[0].document,
        answers=all(isinstance(content, Blame | Verification) for content in contents),
        when=shared_days(*(claim.situation.when for claim in ordered)),
        assumed=_is_assumed(ordered),
        locations=_locations(ordered),
        placed=any(claim.situation.place_is_told for claim in ordered),
        methods=frozenset(c.method for c in contents if isinstance(c, Attack) and c.method is not Method.OTHER),
        weapons=frozenset(weapon for claim in ordered for weapon in claim.weapons if weapon is not Weapon.OTHER),
        parties=_parties(ordered),
        objects=frozenset(c.object for c in contents if isinstance(c, Damage) and c.object is not DamagedObject.OTHER),
        named=_named([claim.passage.quote.casefold() for claim in ordered]),
        targets=frozenset(w for c in contents if isinstance(c, Attack) and c.target for w in own_words(c.target))
        - named,
        figures=tuple(
            Figure(c.effect, c.people, c.count, fold(claim.origin), claim.document)
            for claim, c in zip(ordered, contents, strict=True)
            if isinstance(c, Harm) and c.count.qualifier is not Qualifier.VAGUE
        ),
        words=frozenset(word for claim in ordered for word in own_words(claim.passage.quote)),
        passages=tuple(sorted({(claim.passage.start, claim.passage.end) for claim in ordered})),
        publisher=ordered[0].publisher,
        published=published.toordinal() if published else 0,
    )


def _is_assumed(claims: Sequence[Claim]) -> bool:
    """Say whether only the day of a statement about them is known: "five people were killed, he said on Friday"."""
    told = [claim.situation for claim in claims if claim.situation.day_is_told]
    return bool(told) and all(situation.day_is_of_a_statement for situation in told)


def _named(passages: Sequence[str]) -> frozenset[DamagedObject]:
    """Return the kinds of thing that passages call by their plain names ("hospital", "market")."""
    return frozenset(kind for kind in _PLAIN if any(str(kind) in passage for passage in passages))


def shared_days(*spans: Interval | None) -> Interval | None:
    """Return what the given spans share, the finest of them where they share no day, None where none is given.

    A share and its whole stay together though a report dates them apart.
    """
    known = [span for span in spans if span is not None]
    if not known:
        return None
    finest = min(known, key=lambda span: (span.days, span.start))
    start, end = max(span.start for span in known), min(span.end for span in known)
    return Interval(start, end, finest.granularity) if start <= end else finest


def own_words(text: str) -> frozenset[str]:
    """Return the words of a text that are not in every report: folded, four letters and more."""
    found = re.findall(r"[a-z]{4,}", fold(text))
    return frozenset(word.removesuffix("s") for word in found if word not in words().ordinary)


def most_precise(locations: Sequence[Location]) -> Location | None:
    """Return the location that says most: resolved to the smallest reach, else with the longest chain of names."""
    named = [location for location in locations if location.names]
    return min(named, key=_vagueness, default=None)


def _vagueness(location: Location) -> tuple[int, float, int, tuple[str, ...]]:
    reach = min((place.radius_km for place in location.places), default=0.0)
    return (0 if location.places else 1, reach, -len(location.names), location.names)


def _locations(claims: Sequence[Claim]) -> tuple[Location, ...]:
    """Return the distinct locations of the claims, the most precise first; a share lies where its whole lies.

    Where some claim's own sentence names a place, those that others took over from elsewhere are left out.
    """
    ids = {claim.id for claim in claims}
    placed = [claim for claim in claims if claim.situation.where.names and claim.part_of not in ids]
    told = [claim for claim in placed if claim.situation.place_is_told] or placed
    distinct: dict[tuple[tuple[str, ...], tuple[str, ...]], Location] = {}
    for claim in told:
        where = claim.situation.where
        distinct.setdefault((where.names, tuple(place.id for place in where.places)), where)
    return tuple(sorted(distinct.values(), key=_vagueness))


def _parties(claims: Sequence[Claim]) -> frozenset[str]:
    named = {party_of(name) for claim in claims for name in claim.by}
    named |= {
        party_speaking(claim.content.actor, claim.speakers) or party_of(claim.content.actor)
        for claim in claims
        if isinstance(claim.content, Blame)
    }
    checking = (claim for claim in claims if isinstance(claim.content, Verification))
    named |= {party_of(name) for claim in checking for name in claim.speakers if is_office(name)}
    return frozenset(fold(name) for name in named if name)
