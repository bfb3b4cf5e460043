"""What people marked as confidential, and how far that reaches: other names of a source, reports, what they lie in."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from corroborate.model.claim import Claim
from corroborate.model.document import Document, Sighting
from corroborate.model.ids import CaptureId, ClaimId
from corroborate.model.incident import Incident, Tally
from corroborate.model.judgement import Judgement, Verdict, in_force
from corroborate.model.names import fold
from corroborate.model.source import Source
from corroborate.veil.spellings import Spellings

_TELLING = 4  # letters from which on a single word of a name may give it away


@dataclass(frozen=True, slots=True)
class Marks:
    """The reports and the names (folded) of sources that are marked."""

    captures: frozenset[CaptureId]
    names: frozenset[str]

    def __bool__(self) -> bool:
        """Say whether anything is marked."""
        return bool(self.captures or self.names)


@dataclass(frozen=True, slots=True)
class Known:
    """All that a case holds of which something may be confidential; `claims` also as they were read."""

    documents: Sequence[Document]
    sightings: Sequence[Sighting]
    claims: Sequence[Claim]
    groups: Sequence[Incident | Tally]
    judgements: Sequence[Judgement]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far the marks reach.

    `names` are all names (folded) of marked sources, each with the one by which the source is known. Of the `closed`
    captures everything is confidential; the `touched` ones name or hold what is, or quote it: of these the words of
    claims by others stand. `claims` are those whose words are confidential.
    """

    names: dict[str, str]
    closed: frozenset[CaptureId]
    touched: frozenset[CaptureId]
    claims: frozenset[ClaimId]

    @property
    def hidden(self) -> frozenset[CaptureId]:
        """Return the captures whose names and addresses are not told."""
        return self.closed | self.touched


def marks_of(judgements: Sequence[Judgement]) -> Marks:
    """Return what is marked by the judgements in force."""
    made = [one for one in in_force(judgements) if one.verdict is Verdict.CONFIDENTIAL]
    captures = frozenset(CaptureId(subject) for one in made for subject in one.subjects)
    return Marks(captures, frozenset(fold(one.value) for one in made if one.value))


def reach_of(known: Known, marks: Marks) -> Reach:
    """Return how far the marks reach."""
    names = _names(known.claims, marks.names)
    captures = {document.id: document.capture for document in known.documents}
    printed = {s.capture for s in known.sightings if _is_of(s.lead.publisher, names)}
    printed |= {one.capture for one in known.documents if _is_of(one.publisher, names)}
    printed |= {captures[c.document] for c in known.claims if any(_is_of(one, names) for one in printers(c))}
    closed = _with_members({*marks.captures, *printed}, known.sightings)
    quoted = {claim.id for claim in known.claims if any(_is_of(one, names) for one in _chain(claim))}
    touched = {captures[claim.document] for claim in known.claims if claim.id in quoted}
    spelled = Spellings(names)
    touched |= {one.capture for one in known.documents if _tells_of(_words_of(one), spelled)}
    touched |= {s.capture for s in known.sightings if _tells_of((s.lead.name, s.lead.location, s.lead.url), spelled)}
    touched = _with_holders(closed | touched, known.sightings) - closed
    telling = {word for name in names for word in name.split() if len(word) >= _TELLING}
    secret = {
        claim.id
        for claim in known.claims
        if captures[claim.document] in closed
        or claim.id in quoted
        or (captures[claim.document] in touched and telling & set(fold(claim.span.quote).split()))
    }
    return Reach(names, frozenset(closed), frozenset(touched), frozenset(secret))


def printers(claim: Claim) -> tuple[str, ...]:
    """Return the names of who printed a claim, and whose word that is."""
    return tuple(filter(None, (claim.publisher, claim.house, claim.credit)))


def names_of(source: Source) -> tuple[str, ...]:
    """Return all names that a source goes by."""
    return tuple(filter(None, (source.name, source.canonical, source.organisation)))


def _names(claims: Iterable[Claim], marked: Collection[str]) -> dict[str, str]:
    """Return the names of marked sources; of a person who speaks for a body that is not marked, the person's alone."""
    found = {name: name for name in marked}
    for source in (source for claim in claims for source in claim.attribution.sources):
        own, root = fold(source.name), fold(source.origin)
        if root in marked or (own in marked and source.organisation is None):
            found |= {fold(name): root for name in names_of(source)}
            if source.organisation is not None:
                found[own] = own
    for claim in claims:
        if any(fold(name) in marked for name in printers(claim)):
            found |= {fold(name): fold(claim.printer) for name in printers(claim) if fold(name) in marked}
    return found


def _is_of(name: str | None, names: Collection[str]) -> bool:
    return bool(name) and fold(str(name)) in names


def _chain(claim: Claim) -> Iterator[str]:
    for source in claim.attribution.sources:
        yield from names_of(source)


def _words_of(document: Document) -> tuple[str | None, ...]:
    return document.text, document.title, document.url, document.name


def _tells_of(texts: Iterable[str | None], names: Spellings) -> bool:
    return any(names.are_in(text) for text in texts if text)


def _with_members(holders: AbstractSet[CaptureId], sightings: Sequence[Sighting]) -> set[CaptureId]:
    """Return captures with all that was found in them."""
    inside: dict[CaptureId | None, set[CaptureId]] = defaultdict(set)
    for sighting in sightings:
        inside[sighting.within].add(sighting.capture)
    return _closure(holders, lambda one: inside.get(one, set()))


def _with_holders(members: AbstractSet[CaptureId], sightings: Sequence[Sighting]) -> set[CaptureId]:
    """Return captures with all that they were found in."""
    around: dict[CaptureId, set[CaptureId]] = defaultdict(set)
    for sighting in sightings:
        if sighting.within is not None:
            around[sighting.capture].add(sighting.within)
    return _closure(members, lambda one: around.get(one, set()))


def _closure(begun: AbstractSet[CaptureId], next_to: Callable[[CaptureId], Iterable[CaptureId]]) -> set[CaptureId]:
    """Return captures with all that can be reached from them."""
    found, waiting = set(begun), list(begun)
    while waiting:
        fresh = set(next_to(waiting.pop())) - found
        found |= fresh
        waiting += fresh
    return found
