"""What each report is mainly about, and what it only recalls.

A report is mainly about its headline's incident, else the first with a count, else the largest.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from corroborate.model.casualty import Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId, IncidentId
from corroborate.model.incident import Incident
from corroborate.model.mention import Harm

_EVE = timedelta(days=1)


def main_incidents(incidents: Sequence[Incident], claims: Sequence[Claim]) -> Mapping[DocumentId, IncidentId]:
    """Return the main incident of each report that tells of any; reports that tell only of totals are left out."""
    home = {claim: one.id for one in incidents for claim in one.claims}
    told: dict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.id in home:
            told[claim.document].append(claim)
    return {document: _main(sorted(told[document], key=lambda c: (c.span, c.id)), home) for document in sorted(told)}


def recalling(incidents: Sequence[Incident], claims: Sequence[Claim]) -> Mapping[IncidentId, tuple[DocumentId, ...]]:
    """Return for each incident the reports that only recall it: its day was over before their main incident's eve.

    "As in the attack of 2013" names an incident, and does not report it. What a report tells of its news and of the
    day before it, or without a day, is told as news. What nobody tells as news is told by those who recall it.
    """
    mains = main_incidents(incidents, claims)
    begun = {one.id: one.when.start for one in incidents if one.when is not None}
    found: dict[IncidentId, tuple[DocumentId, ...]] = {}
    for one in incidents:
        later = [d for d in one.documents if one.when and d in mains and mains[d] in begun]
        recalled = tuple(d for d in later if one.when and begun[mains[d]] - one.when.end > _EVE)
        found[one.id] = recalled if len(recalled) < len(one.documents) else ()
    return found


def _main(told: Sequence[Claim], home: Mapping[ClaimId, IncidentId]) -> IncidentId:
    sizes = Counter(home[claim.id] for claim in told)
    headline = Counter(home[claim.id] for claim in told if claim.passage.start == 0)
    if headline:
        return max(headline, key=lambda one: (headline[one], sizes[one], one))
    counted = next((home[claim.id] for claim in told if _has_count(claim)), None)
    return counted if counted is not None else max(sizes, key=lambda one: (sizes[one], one))


def _has_count(claim: Claim) -> bool:
    return isinstance(claim.content, Harm) and claim.content.count.qualifier is not Qualifier.VAGUE
