"""Conditions on what is told and by whom."""

import re
from functools import lru_cache

from corroborate.grade.evidence import Evidence, Finding, Settings, counted
from corroborate.model.casualty import Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.mention import Attack, Blame, Damage, Harm, Status, Verification
from corroborate.model.names import fold
from corroborate.model.source import SourceKind


def decided_by_person(_evidence: Evidence, _: Settings) -> Finding:
    """Say that nobody has decided so: what a person decides is given before any condition is tried."""
    return Finding(held=False, text="nobody has decided so")


def independent_origins(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether enough origins tell of it; one origin through many reports is one."""
    origins = evidence.incident.origins
    tellers = tuple(claim.id for claim in _tellers(evidence))
    links = counted(len(evidence.incident.documents), "report")
    text = f"{links}, {counted(len(origins), 'origin')}: {', '.join(origins)}"
    return Finding(len(origins) >= settings.number("at_least"), text, tellers)


def origins_of_kind(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether one of those who tell of it is of one of these kinds of source."""
    kinds = settings.texts("kinds")
    found = [claim for claim in _tellers(evidence) if evidence.kind(claim) in kinds]
    told = ", ".join(sorted({f"{claim.origin} ({evidence.kind(claim)})" for claim in found}))
    return Finding(bool(found), told or f"none of: {', '.join(kinds)}", tuple(claim.id for claim in found))


def different_kinds_of_origins(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether those who tell of it are of enough different kinds; who is not named is of none."""
    found: dict[SourceKind, Claim] = {}
    for claim in _tellers(evidence):
        kind = evidence.kind(claim)
        if kind is not SourceKind.UNNAMED:
            found.setdefault(kind, claim)
    told = ", ".join(sorted(found)) or "nobody who is named"
    return Finding(len(found) >= settings.number("at_least"), told, tuple(claim.id for claim in found.values()))


def told_by(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether one of these bodies tells of it in its own name, without a hedge, or has confirmed it."""
    names = [fold(name) for name in settings.texts("names")]
    found = [
        claim
        for claim in evidence.members
        if not claim.attribution.hedge
        and (not isinstance(claim.content, Verification) or claim.content.status is Status.CONFIRMED)
        and not isinstance(claim.content, Blame)
        and any(f" {name} " in f" {fold(claim.origin)} " for name in names)
    ]
    told = ", ".join(sorted({claim.origin for claim in found})) or "none of these bodies"
    return Finding(bool(found), told, tuple(claim.id for claim in found))


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


def people_harmed(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether people of one of these groups are told to be killed, injured, missing, taken or driven out."""
    groups = settings.texts("people")
    found = [c for c in evidence.members if _harms(c) not in (None, Effect.RESCUED) and _group(c) in groups]
    told = sorted({f"{_group(claim)} {_harms(claim)}" for claim in found})
    return Finding(bool(found), f"told: {', '.join(told) or 'none of these'}", tuple(claim.id for claim in found))


def object_harmed(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether things of one of these kinds are told to be damaged."""
    kinds = settings.texts("objects")
    found = [c for c in evidence.members if isinstance(c.content, Damage) and c.content.object in kinds]
    told = sorted({c.content.object.value for c in found if isinstance(c.content, Damage)})
    return Finding(bool(found), f"told: {', '.join(told) or 'none of these'}", tuple(claim.id for claim in found))


def target_named(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether what was aimed at, or damaged, is called by one of these words, in the singular or plural."""
    pattern = _pattern(settings.texts("words"))
    named = {claim.id: pattern.search(fold(_thing(claim))) for claim in evidence.members}
    told = sorted({match[0] for match in named.values() if match})
    claims = tuple(claim for claim, match in named.items() if match)
    return Finding(bool(claims), f"named: {', '.join(told) or 'none of these'}", claims)


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(fold(word)) for word in words)})(?:e?s)?\b")


def _thing(claim: Claim) -> str:
    """Return the words for what a claim says was aimed at or damaged, "" for any other claim."""
    match claim.content:
        case Attack(target=target):
            return target or ""
        case Damage():
            return claim.span.quote
        case _:
            return ""


def method_told(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether an attack by one of these methods is told."""
    methods = settings.texts("methods")
    found = [c for c in evidence.members if isinstance(c.content, Attack) and c.content.method in methods]
    told = sorted({c.content.method.value for c in found if isinstance(c.content, Attack)})
    return Finding(bool(found), f"told: {', '.join(told) or 'none of these'}", tuple(claim.id for claim in found))


def weapon_told(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether one of these weapons is told."""
    return _weapons(evidence, settings, most=None)


def weapons_agree(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether one of these weapons is told, and no other of them."""
    return _weapons(evidence, settings, most=1)


def _weapons(evidence: Evidence, settings: Settings, *, most: int | None) -> Finding:
    weapons = set(settings.texts("weapons")) & set(evidence.incident.weapons)  # not what was only taken over
    found = [claim for claim in evidence.members if weapons & set(claim.weapons)]
    told = sorted({weapon for claim in found for weapon in claim.weapons if weapon in weapons})
    held = bool(told) and (most is None or len(told) <= most)
    return Finding(held, f"told: {', '.join(told) or 'none of these'}", tuple(claim.id for claim in found))


def _tellers(evidence: Evidence) -> list[Claim]:
    return [claim for claim in evidence.members if isinstance(claim.content, Harm | Attack | Damage)]


def _harms(claim: Claim) -> str | None:
    """Return the effect of a claim of harm to somebody; None for any other claim, and for harm to nobody."""
    content = claim.content
    if not isinstance(content, Harm) or content.count.qualifier is Qualifier.NONE or content.count.high == 0:
        return None
    return content.effect.value


def _group(claim: Claim) -> People | None:
    return claim.content.people if isinstance(claim.content, Harm) else None
