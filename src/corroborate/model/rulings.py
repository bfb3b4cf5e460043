"""Which judgements concern a claim, an incident or a tally."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from corroborate.model.claim import Claim
from corroborate.model.judgement import Verdict
from corroborate.model.record import Record, Ruling


def by_subject(record: Record) -> Mapping[str, tuple[Ruling, ...]]:
    """Return the rulings on each claim, incident and tally, by its id, in the order in which they were made.

    An incident or tally is concerned by those on its claims too, an incident by those on a claim beside them that a
    person took out, and either by an origin that is excluded from the whole case and told of it.
    """
    homes = _homes(record)
    excluding = [str(one.id) for one in record.groups if one.excluded]
    found: dict[str, dict[str, Ruling]] = defaultdict(dict)
    for ruling in record.rulings:
        on = ruling.on or (excluding if ruling.judgement.verdict is Verdict.EXCLUDE_ORIGIN else ())
        for subject in on:
            for concerned in (subject, *homes.get(subject, ())):
                found[concerned][ruling.judgement.id] = ruling
    return {subject: tuple(rulings.values()) for subject, rulings in found.items()}


def _homes(record: Record) -> Mapping[str, tuple[str, ...]]:
    """Return what a claim stands in or beside; of one that stands nowhere, the incidents of the nearest claim."""
    homes: dict[str, list[str]] = defaultdict(list)
    for incident in record.incidents:
        for member in (*incident.claims, *incident.beside):
            homes[member].append(incident.id)
    spots: dict[str, list[Claim]] = defaultdict(list)
    for claim in record.claims:
        if claim.id in homes:
            spots[claim.document].append(claim)
    for tally in record.tallies:
        for member in tally.claims:
            homes[member].append(tally.id)
    judged = {subject for ruling in record.rulings for subject in ruling.on}
    for claim in record.claims:
        if claim.id in judged - homes.keys() and spots[claim.document]:
            homes[claim.id] = homes[_nearest(claim, spots[claim.document]).id]
    return {claim: tuple(found) for claim, found in homes.items()}


def _nearest(claim: Claim, others: Sequence[Claim]) -> Claim:
    return min(others, key=lambda other: (abs(other.span.start - claim.span.start), other.id))
