"""What each report is mainly about, and what it only recalls.

A report is mainly about its headline's incident, else the first with a count, else the largest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from corroborate.model.casualty import Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId, IncidentId
from corroborate.model.incident import Incident
from corroborate.model.mention import Harm
from corroborate.model.names import fold
from corroborate.model.situation import Interval

_EVE = timedelta(days=1)
_SHARE = 0.4  # of the claims on its main incident: a report that tells less of another's names it in passing


Told = Sequence[tuple[Claim, IncidentId]]


@dataclass(frozen=True, slots=True)
class Account:
    """What one report tells of: how many of its claims are of each incident, its main one, and the days of that.

    `main` is None where it tells of none; `names` are the folded ones of those whose word its claims are, of all kinds.
    """

    document: DocumentId
    main: IncidentId | None
    when: Interval | None
    told: tuple["Share", ...]
    names: frozenset[str]

    @property
    def id(self) -> DocumentId:
        """Return what it is known by."""
        return self.document

    def claims_of(self, incident: IncidentId | None) -> int:
        """Return how many of its claims an incident has."""
        return next((share.claims for share in self.told if share.incident == incident), 0)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a report's claims one incident has."""

    incident: IncidentId
    claims: int


def main_incidents(incidents: Sequence[Incident], claims: Sequence[Claim]) -> Mapping[DocumentId, IncidentId]:
    """Return the main incident of each report that tells of any; reports that tell only of totals are left out."""
    homes = {claim: one.id for one in incidents for claim in one.claims}
    found = accounts(claims, homes, {one.id: one.when for one in incidents})
    return {one.document: one.main for one in found if one.main is not None}


def accounts(
    claims: Iterable[Claim], homes: Mapping[ClaimId, IncidentId], days: Mapping[IncidentId, Interval | None]
) -> tuple[Account, ...]:
    """Return what reports tell of, by all their claims, the incidents of these, and the incidents' days."""
    reports: dict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        reports[claim.document].append(claim)
    return tuple(_account(reports[document], homes, days) for document in sorted(reports))


def recalled(one: Incident, by: Mapping[DocumentId, Account]) -> tuple[DocumentId, ...]:
    """Return the reports that only recall an incident, or name it in passing beside their own news.

    A report recalls what was over before its main incident's eve: "as in the attack of 2013". It names in passing what
    is another report's main incident, and of which it makes less than two fifths as many claims as of its own. Whatever
    else a report tells of its day, of the day before or without a day, it tells as news. What nobody tells as news is
    told by those who recall it.
    """
    headlined = any(by[document].main == one.id for document in one.documents)
    found = tuple(
        document
        for document in one.documents
        if _over_before(one, by[document].when)
        or (headlined and by[document].claims_of(one.id) < _SHARE * by[document].claims_of(by[document].main))
    )
    return found if len(found) < len(one.documents) else ()


def _account(
    report: Sequence[Claim], homes: Mapping[ClaimId, IncidentId], days: Mapping[IncidentId, Interval | None]
) -> Account:
    told = [(claim, homes[claim.id]) for claim in sorted(report, key=lambda c: (c.span, c.id)) if claim.id in homes]
    sizes = Counter(incident for _, incident in told)
    main = _main(told) if told else None
    shares = tuple(Share(incident, size) for incident, size in sorted(sizes.items()))
    return Account(report[0].document, main, days[main] if main else None, shares, frozenset(_names(report)))


def _names(report: Iterable[Claim]) -> Iterator[str]:
    for claim in report:
        yield fold(claim.printer)
        for source in claim.attribution.sources:
            yield from (fold(source.name), fold(source.origin))


def _over_before(one: Incident, main: Interval | None) -> bool:
    """Say whether an incident was over before the eve of a report's main one."""
    return one.when is not None and main is not None and main.start - one.when.end > _EVE


def _main(told: Told) -> IncidentId:
    sizes = Counter(incident for _, incident in told)
    headline = Counter(incident for claim, incident in told if claim.passage.start == 0)
    if headline:
        return max(headline, key=lambda one: (headline[one], sizes[one], one))
    counted = next((incident for claim, incident in told if _has_count(claim)), None)
    return counted if counted is not None else max(sizes, key=lambda one: (sizes[one], one))


def _has_count(claim: Claim) -> bool:
    return isinstance(claim.content, Harm) and claim.content.count.qualifier is not Qualifier.VAGUE
