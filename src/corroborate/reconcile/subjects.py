"""What each report is mainly about, and what it only recalls.

A report is mainly about its headline's incident, else the first with a count, else the largest.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta

from corroborate.model.casualty import Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import DocumentId, IncidentId
from corroborate.model.incident import Incident
from corroborate.model.mention import Harm

_EVE = timedelta(days=1)
_SHARE = 0.4  # of the claims on its main incident: a report that tells less of another's names it in passing


Told = Sequence[tuple[Claim, IncidentId]]


def main_incidents(incidents: Sequence[Incident], claims: Sequence[Claim]) -> Mapping[DocumentId, IncidentId]:
    """Return the main incident of each report that tells of any; reports that tell only of totals are left out."""
    return {document: _main(told) for document, told in _by_report(incidents, claims).items()}


def recalling(incidents: Sequence[Incident], claims: Sequence[Claim]) -> Mapping[IncidentId, tuple[DocumentId, ...]]:
    """Return for each incident the reports that only recall it, or name it in passing beside their own news.

    A report recalls what was over before its main incident's eve: "as in the attack of 2013". It names in passing what
    is another report's main incident, and of which it makes less than two fifths as many claims as of its own. Whatever
    else a report tells of its day, of the day before or without a day, it tells as news. What nobody tells as news is
    told by those who recall it.
    """
    told = _by_report(incidents, claims)
    sizes = {document: Counter(incident for _, incident in told[document]) for document in told}
    mains = {document: _main(told[document]) for document in told}
    by_id = {one.id: one for one in incidents}
    headlined = set(mains.values())
    found: dict[IncidentId, tuple[DocumentId, ...]] = {}
    for one in incidents:
        recalled = tuple(
            document
            for document in one.documents
            if document in mains
            and (
                _over_before(one, by_id[mains[document]])
                or (one.id in headlined and sizes[document][one.id] < _SHARE * sizes[document][mains[document]])
            )
        )
        found[one.id] = recalled if len(recalled) < len(one.documents) else ()
    return found


def _over_before(one: Incident, main: Incident) -> bool:
    """Say whether an incident was over before the eve of a report's main one."""
    return one.when is not None and main.when is not None and main.when.start - one.when.end > _EVE


def _by_report(incidents: Sequence[Incident], claims: Sequence[Claim]) -> Mapping[DocumentId, Told]:
    """Return the claims of each report that stand in incidents, in text order, each with its incident."""
    home = {claim: one.id for one in incidents for claim in one.claims}
    told: dict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.id in home:
            told[claim.document].append(claim)
    return {
        document: [(claim, home[claim.id]) for claim in sorted(told[document], key=lambda c: (c.span, c.id))]
        for document in sorted(told)
    }


def _main(told: Told) -> IncidentId:
    sizes = Counter(incident for _, incident in told)
    headline = Counter(incident for claim, incident in told if claim.passage.start == 0)
    if headline:
        return max(headline, key=lambda one: (headline[one], sizes[one], one))
    counted = next((incident for claim, incident in told if _has_count(claim)), None)
    return counted if counted is not None else max(sizes, key=lambda one: (sizes[one], one))


def _has_count(claim: Claim) -> bool:
    return isinstance(claim.content, Harm) and claim.content.count.qualifier is not Qualifier.VAGUE
