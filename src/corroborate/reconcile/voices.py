"""Whose word each claim is: one origin counts once, through however many reports it comes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.casualty import People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId
from corroborate.model.mention import Attack, Blame, Damage, Harm, Method, Verification
from corroborate.model.route import Tie
from corroborate.model.source import SourceKind
from corroborate.reconcile.copies import reprints, sketch
from corroborate.reconcile.naming import Names
from corroborate.reconcile.reports import Report, Reports

_NAMELESS = frozenset({SourceKind.UNNAMED, SourceKind.WITNESS})
_Passage = tuple[DocumentId, int]


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word a claim is and why; `through` is the report that told it first, where it is another's."""

    origin: str
    tie: Tie
    through: DocumentId | None = None


def voices(members: Sequence[Claim], names: Names, reports: Reports) -> Mapping[ClaimId, Voice]:
    """Return whose word each claim of a cluster is.

    The first source of a chain, under the name of the body that it speaks for. A medium that is named is a relay where
    its own report, in this cluster, tells the same by another's word. What a report says in its own voice is its
    publisher's word (or that of the agency that it credits), unless the same report attributes the same figure or the
    same act to a source: then it is that source's, told twice. What reprints another report, in its own voice or by a
    source without a name, is the word that it was there.
    """
    printed = reports.as_printed(members)
    hearing = _Hearing(names, printed, _Originals(printed, reports))
    for report in printed:
        for claim in sorted(report, key=lambda c: not c.attribution.sources):  # what is retold comes after its source
            hearing.hear(claim, report)
    return hearing.voices


def in_own_words(claims: Sequence[Claim], heard: Mapping[ClaimId, Voice]) -> tuple[Claim, ...]:
    """Return the claims that reprint no other: a text printed often says once where, when and what it was."""
    return tuple(claim for claim in claims if heard[claim.id].tie is not Tie.COPIED)


class _Hearing:
    """The voices of a cluster, settled one by one in the order of printing."""

    def __init__(self, names: Names, printed: Sequence[Report], originals: "_Originals") -> None:
        self.voices: dict[ClaimId, Voice] = {}
        self._names = names
        self._originals = originals
        self._printers: dict[str, list[Report]] = defaultdict(list)
        for report in printed:
            self._printers[names.shown(report[0].printer)].append(report)

    def hear(self, claim: Claim, report: Report) -> None:
        """Settle whose word a claim is; those of earlier reports, and of the sources of this one, are settled."""
        if claim.attribution.sources:
            self.voices[claim.id] = self._reprinted(claim) or self._relayed(claim) or self._named(claim)
            return
        behind = _behind(claim, report)
        if behind is not None:
            self.voices[claim.id] = Voice(self.voices[behind.id].origin, Tie.RETOLD)
        else:
            self.voices[claim.id] = self._reprinted(claim) or self._own(claim)

    def _own(self, claim: Claim) -> Voice:
        return Voice(self._names.shown(claim.printer), Tie.CREDITED if claim.credit else Tie.OWN)

    def _named(self, claim: Claim) -> Voice:
        body = self._names.speaks_for(claim.attribution.sources[0])
        return Voice(self._names.origin(claim), Tie.NAMED if body is None else Tie.SPOKEN)

    def _reprinted(self, claim: Claim) -> Voice | None:
        if claim.attribution.sources and claim.attribution.sources[0].kind not in _NAMELESS:
            return None
        original = self._originals.of(claim)
        if original is None:
            return None
        own = self._names.shown(claim.printer)
        origin = self.voices[original.id].origin
        return None if origin == own else Voice(origin, Tie.COPIED, original.document)

    def _relayed(self, claim: Claim) -> Voice | None:
        """Return the voice behind a medium's word, as its own report tells it; None where that tells no other."""
        medium = claim.attribution.sources[0]
        if medium.kind is not SourceKind.MEDIA:
            return None
        named = self._names.origin(claim)
        for report in self._printers.get(named, ()):
            settled = [one for one in report if one.id in self.voices and one.document != claim.document]
            told = [self.voices[one.id].origin for one in settled if _tells(claim, one)]
            if told and named not in told:
                return Voice(told[0], Tie.RELAYED, settled[0].document)
        return None


class _Originals:
    """Which claims of a cluster reprint which: sentence by sentence, or as part of a report that is a reprint."""

    def __init__(self, printed: Sequence[Report], reports: Reports) -> None:
        self._passages: dict[_Passage, list[Claim]] = defaultdict(list)
        self._sentences: dict[_Passage, _Passage] = {}
        self._reports: dict[DocumentId, Report] = {}
        if len(printed) > 1:
            self._compare(printed, reports)

    def of(self, claim: Claim) -> Claim | None:
        """Return the claim of an earlier report that a claim reprints; None where it is the first."""
        sentence = self._sentences.get((claim.document, claim.passage.start))
        if sentence is not None:
            return _likest(claim, self._passages[sentence])
        told = [one for one in self._reports.get(claim.document, ()) if _tells(claim, one)]
        return _likest(claim, told) if told else None

    def _compare(self, printed: Sequence[Report], reports: Reports) -> None:
        for report in printed:
            for claim in report:
                self._passages[claim.document, claim.passage.start].append(claim)
        places = list(self._passages)
        sentences = [sketch([self._passages[place][0].passage.quote]) for place in places]
        same = reprints(sentences, [document for document, _ in places], whole=False)
        self._sentences = {places[later]: places[earlier] for later, earlier in same.items()}
        documents = [report[0].document for report in printed]
        whole = reprints([reports.sketch(document) for document in documents], documents, whole=True)
        self._reports = {documents[later]: printed[earlier] for later, earlier in whole.items()}


def _likest(claim: Claim, others: Sequence[Claim]) -> Claim:
    """Return the one of several claims that is told most alike: the same figure, else the same kind, else any."""
    return min(others, key=lambda other: (not _tells(claim, other), other.kind is not claim.kind, other.span, other.id))


def _behind(claim: Claim, report: Report) -> Claim | None:
    """Return the attributed claim of its report that an own-voice claim tells again, the nearest in the text."""
    if isinstance(claim.content, Blame | Verification):
        return None
    attributed = [other for other in report if other.attribution.sources and _tells(claim, other)]
    return min(attributed, key=lambda other: (_rank(claim, other), _gap(claim, other), other.span), default=None)


def _tells(claim: Claim, other: Claim) -> bool:
    """Say whether one claim may be another told again: the same figure, or the act behind it.

    Who says "people" may mean the civilians of whom another tells in the same number, no share of others among them.
    """
    match claim.content, other.content:
        case Harm() as own, Harm() as theirs:
            less_said = own.people is People.PEOPLE and other.part_of is None  # "Five killed": of all, not of a share
            if own.effect is not theirs.effect or not (own.people is theirs.people or less_said):
                return False
            vague = own.count.qualifier is Qualifier.VAGUE
            return vague or (own.count.low or own.count.high) == (theirs.count.low or theirs.count.high)
        case Attack() | Damage(), Harm() | Attack() | Damage():
            return True
        case _:
            return False


def _rank(claim: Claim, other: Claim) -> int:
    """Return 0 for the same kind of act, 1 for another: an act is rather told again by an act than by its harm."""
    match claim.content, other.content:
        case Attack(method=own), Attack(method=theirs):
            return 0 if own is theirs or Method.OTHER in (own, theirs) else 1
        case Damage(object=own_object), Damage(object=their_object):
            return 0 if own_object is their_object else 1
        case Harm(), Harm():
            return 0
        case _:
            return 2


def _gap(claim: Claim, other: Claim) -> int:
    return max(claim.span.start - other.span.end, other.span.start - claim.span.end, 0)
