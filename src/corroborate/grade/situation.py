"""Conditions on where and when an incident lies, and how precisely that is known."""

from corroborate.grade.evidence import Evidence, Finding, Settings
from corroborate.model.precision import day_precision, place_precision


def place_known(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether the place is known to one of these classes of precision."""
    where = evidence.incident.where
    found = place_precision(where)
    text = f"{found.value}: {', '.join(where.names[:2])}" if where.names else "no place is told"
    claims = tuple(claim.id for claim in evidence.members if claim.situation.where == where)
    return Finding(found in settings.texts("precision"), text, claims)


def place_of_size(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether the place, as the gazetteer knows it, has at least so many inhabitants."""
    known = [place.population or 0 for place in evidence.incident.where.places]
    most = max(known, default=0)
    return Finding(most >= settings.number("at_least"), f"{most:,} inhabitants" if most else "inhabitants unknown")


def days_known(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether the days are known to one of these classes of precision."""
    when = evidence.incident.when
    found = day_precision(when)
    claims = tuple(claim.id for claim in evidence.members if claim.situation.when is not None)
    if when is None or found is None:
        return Finding(held=False, text="no day is told")
    span = f"{when.start}" if when.start == when.end else f"{when.start} to {when.end}"
    return Finding(found in settings.texts("precision"), f"{found.value}: {span}", claims)
