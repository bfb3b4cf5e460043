"""Conditions on what is told, by whom, and on when and where it lies."""

from corroborate.grade.evidence import Evidence, Finding, Settings, counted
from corroborate.model.casualty import People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.judgement import Verdict
from corroborate.model.mention import Attack, Damage, Harm
from corroborate.model.precision import day_precision, place_precision


def decided_by_person(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether a person gave the incident this very grade, and that judgement stands."""
    subjects = {evidence.incident.id, *evidence.incident.claims}
    rulings = [j for j in evidence.judgements if j.verdict is Verdict.FIX_GRADE and subjects & set(j.subjects)]
    last = max(rulings, key=lambda j: (j.made_at, j.id), default=None)
    if last is None or last.value != settings.text("grade"):
        return Finding(held=False, text="nobody has decided so")
    return Finding(held=True, text=f"{last.author}: {last.reason}")


def independent_origins(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether enough origins tell of it; one origin through many reports is one."""
    origins = evidence.incident.origins
    tellers = tuple(c.id for c in evidence.members if isinstance(c.content, Harm | Attack | Damage))
    links = counted(len(evidence.incident.documents), "report")
    text = f"{links}, {counted(len(origins), 'origin')}: {', '.join(origins)}"
    return Finding(len(origins) >= settings.number("at_least"), text, tellers)


def harm_told(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether harm of one of these effects is told, to one person at the least."""
    effects = settings.texts("effects")
    found = tuple(claim.id for claim in evidence.members if _harms(claim) in effects)
    return Finding(bool(found), f"{counted(len(found), 'claim')} of people {' or '.join(effects)}", found)


def only_people_harmed(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether all of whom harm is told are of these groups; who is told as "people" says nothing for or against."""
    groups = settings.texts("people")
    found = [claim for claim in evidence.members if _harms(claim) and _group(claim) is not People.PEOPLE]
    told = sorted({str(_group(claim)) for claim in found})
    held = bool(found) and all(_group(claim) in groups for claim in found)
    return Finding(held, f"harmed: {', '.join(told) or 'nobody whose group is named'}", tuple(c.id for c in found))


def method_told(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether an attack by one of these methods is told."""
    methods = settings.texts("methods")
    found = [c for c in evidence.members if isinstance(c.content, Attack) and c.content.method in methods]
    told = sorted({c.content.method.value for c in found if isinstance(c.content, Attack)})
    return Finding(bool(found), f"told: {', '.join(told) or 'none of these'}", tuple(claim.id for claim in found))


def figures_differ(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether origins put different figures to harm of one of these effects and one group of people."""
    effects = settings.texts("effects")
    found = [
        one
        for one in evidence.incident.ranges
        if one.effect in effects and len(one.origins) > 1 and one.low.value != one.high.value
    ]
    told = "; ".join(f"{one.people} {one.effect}, from {one.low.value} to {one.high.value}" for one in found)
    claims = tuple(dict.fromkeys(claim for one in found for claim in (*one.low.claims, *one.high.claims)))
    return Finding(bool(found), told or "no two figures of one group differ", claims)


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


def _harms(claim: Claim) -> str | None:
    """Return the effect of a claim of harm to somebody; None for any other claim, and for harm to nobody."""
    content = claim.content
    if not isinstance(content, Harm) or content.count.qualifier is Qualifier.NONE or content.count.high == 0:
        return None
    return content.effect.value


def _group(claim: Claim) -> People | None:
    return claim.content.people if isinstance(claim.content, Harm) else None
