"""Computing the record anew, to hold the stored one against it: incidents, tallies and doubts come of claims alone."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from corroborate.case.folding import Folding
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.record import Fold
from corroborate.model.verification import Fault, FaultKind, Verification
from corroborate.ports import CaseStore

_MAKE_ANEW = "`corroborate add --anew` makes it again"


def with_recomputed(found: Verification, folding: Folding, store: CaseStore) -> Verification:
    """Return a check with what came of computing anew what all claims come to; nothing is kept of that.

    What is not of this version, methodology and state is made anew anyway when it is next asked for.
    """
    stored = store.fold()
    if stored is None or (stored.maker, stored.as_of) != (folding.maker, store.sequence()):
        told = "Incidents and tallies are not stored as they are now: they are computed anew when they are asked for."
        return replace(found, notes=(*found.notes, told))
    faults = tuple(_faults(stored, folding.whole(store.claims(), store.judgements())))
    holds = f"{len(stored.incidents)} incidents and {len(stored.tallies)} tallies are what the claims come to."
    return replace(found, holds=(*found.holds, *([] if faults else [holds])), faults=(*found.faults, *faults))


def _faults(stored: Fold, anew: Fold) -> Iterator[Fault]:
    here, there = _by_id(stored), _by_id(anew)
    for name in sorted(here.keys() | there.keys()):
        mine, true = here.get(name), there.get(name)
        if mine is None:
            yield Fault(FaultKind.REMOVED, name, f"{name}: the claims come to this, and it is gone; {_MAKE_ANEW}")
        elif true is None:
            yield Fault(FaultKind.CHANGED_RECORD, name, f"{name}: no claims come to this; {_MAKE_ANEW}")
        elif mine != true:
            yield Fault(FaultKind.CHANGED_RECORD, name, f"{name}: it is not what its claims come to; {_MAKE_ANEW}")


def _by_id(fold: Fold) -> Mapping[str, Incident | Tally | Issue]:
    found: tuple[Incident | Tally | Issue, ...] = (*fold.incidents, *fold.tallies, *fold.issues)
    return {str(one.id): one for one in found}
