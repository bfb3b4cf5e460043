"""What stands of a case, with its claims as people have put them right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId, TallyId
from corroborate.model.incident import Incident, Tally
from corroborate.ports import Standing

_Value = TypeVar("_Value")


class PutRight:
    """Answers `ports.Standing`: what another does, but for claims that were put right since they were read."""

    def __init__(self, standing: Standing, right: Iterable[Claim]) -> None:
        """Take what stands, and claims as people have put them right."""
        self._standing = standing
        self._right: Mapping[ClaimId, Claim] = {claim.id: claim for claim in right}

    def cards(self, kind: type[_Value], keys: Sequence[str]) -> Iterator[_Value]:
        """Yield the values of a kind that lie under any of these keys, each once."""
        return self._standing.cards(kind, keys)

    def claims_of(self, documents: Sequence[DocumentId]) -> tuple[Claim, ...]:
        """Return all claims of these reports, put right."""
        return tuple(self._right.get(claim.id, claim) for claim in self._standing.claims_of(documents))

    def groups(self, documents: Sequence[DocumentId]) -> tuple[tuple[Incident, ...], tuple[Tally, ...]]:
        """Return the incidents and tallies that hold a claim of these reports, in them or beside them."""
        return self._standing.groups(documents)

    def tallies(self, ids: Sequence[TallyId]) -> tuple[Tally, ...]:
        """Return the tallies of these ids."""
        return self._standing.tallies(ids)
