"""Conditions on responsibility: who is accused, who denies, who owns up."""

import re
from collections.abc import Collection, Sequence

from corroborate.grade.evidence import Evidence, Finding, Settings, counted
from corroborate.model.casualty import Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Responsibility
from corroborate.model.mention import Attack, Blame, Damage, Harm, Method, Stance
from corroborate.model.names import fold
from corroborate.model.party import is_state, party_of, party_speaking

# Only armed forces can do these; other acts need an author to be a belligerent's.
_ARMED = frozenset(set(Method) - {Method.OTHER, Method.BOMBING, Method.SHOOTING, Method.EXECUTION})
_CIVIL = frozenset(set(People) - {People.COMBATANTS})
_HARMED = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES})
_LAYING = frozenset({Stance.ACCUSED, Stance.CLAIMED, Stance.ADMITTED})
_HARM_WORDS = re.compile(
    r"\b(?:civilians?|casualt\w+|kill\w*|deaths?|died|harm\w*|injur\w+|wound\w+|innocent)\b", re.IGNORECASE
)


def harm_accepted_by_belligerent(evidence: Evidence, _: Settings) -> Finding:
    """Say whether a belligerent owns up to harm to civilians: by admitting it, or by telling of it as its own act."""
    admissions = [claim for claim in evidence.members if _admits(claim)]
    parties = {party for claim in admissions for party in _speakers(claim)}
    of_harm = [claim.id for claim in admissions if _HARM_WORDS.search(_said(claim))]
    conceded = [claim.id for claim in evidence.members if _conceded(claim, parties)]
    found = tuple(sorted({*of_harm, *conceded}))
    return Finding(bool(found), counted(len(found), "statement") + " of a belligerent on harm that it did", found)


def act_owned(evidence: Evidence, _: Settings) -> Finding:
    """Say whether a party says of this very incident that it did it, be it that it admits it or claims it."""
    owned = [r for r in _specific(evidence) if r.stance in {Stance.CLAIMED, Stance.ADMITTED} and r.actor]
    told = ", ".join(sorted({one.actor for one in owned})) or "nobody"
    return Finding(bool(owned), f"{told} says that it did it", _claims(owned))


def denied_by_accused(evidence: Evidence, _: Settings) -> Finding:
    """Say whether a party denies this very incident; a general denial contests nothing."""
    denials = [r for r in _specific(evidence) if r.stance is Stance.DENIED]
    return Finding(bool(denials), counted(len(denials), "denial") + " of this incident", _claims(denials))


def several_accused(evidence: Evidence, _: Settings) -> Finding:
    """Say whether different origins lay this incident on different parties, with none in common."""
    laid: dict[str, set[str]] = {}
    blaming = [r for r in _specific(evidence) if r.stance in _LAYING and r.actor]
    for one in blaming:
        for origin in one.origins:
            laid.setdefault(origin, set()).add(one.actor)
    disjoint = any(not laid[a] & laid[b] for a in laid for b in laid if a < b)
    actors = sorted({one.actor for one in blaming})
    text = f"accused: {', '.join(actors)}" if actors else "nobody is accused"
    return Finding(disjoint, text, _claims(blaming))


def belligerent_action(evidence: Evidence, _: Settings) -> Finding:
    """Say whether an attack is told that has an author, or that only armed forces can make."""
    acts = tuple(
        claim.id
        for claim in evidence.members
        if isinstance(claim.content, Harm | Attack | Damage)
        and (claim.by or (isinstance(claim.content, Attack) and claim.content.method in _ARMED))
    )
    return Finding(bool(acts), counted(len(acts), "claim") + " of an armed force's act", acts)


def state_named(evidence: Evidence, _: Settings) -> Finding:
    """Say whether one of the parties said to have done it, or denying it, is a state."""
    return _named(evidence, "state", states=True)


def other_group_named(evidence: Evidence, _: Settings) -> Finding:
    """Say whether one of the parties said to have done it, or denying it, is an armed group and no state."""
    return _named(evidence, "group that is no state", states=False)


def _named(evidence: Evidence, what: str, *, states: bool) -> Finding:
    found = [one for one in _specific(evidence) if one.actor and is_state(one.actor) is states]
    parties = ", ".join(sorted({one.actor for one in found}))
    return Finding(bool(found), f"{what}: {parties}" if found else f"no {what} is named", _claims(found))


def _admits(claim: Claim) -> bool:
    """Say whether a party itself admits the act that it is held to."""
    content = claim.content
    if not isinstance(content, Blame) or content.stance is not Stance.ADMITTED:
        return False
    return party_speaking(content.actor, claim.speakers) is not None


def _said(claim: Claim) -> str:
    about = claim.content.about if isinstance(claim.content, Blame) else None
    return f"{about or ''} {claim.span.quote}"


def _conceded(claim: Claim, admitting: Collection[str]) -> bool:
    """Say whether a party tells of civilians harmed by itself, or by the act that it admits."""
    content = claim.content
    if not isinstance(content, Harm) or content.effect not in _HARMED:
        return False
    if content.people not in _CIVIL or content.count.qualifier is Qualifier.NONE:
        return False
    speakers = _speakers(claim)
    return bool(speakers & {*admitting, *(fold(party_of(name)) for name in claim.by)})


def _speakers(claim: Claim) -> frozenset[str]:
    """Return the party, folded, in whose name it is said."""
    return frozenset(fold(party_of(name)) for name in claim.speakers[:1])


def _specific(evidence: Evidence) -> list[Responsibility]:
    return [one for one in evidence.incident.responsibility if not one.general]


def _claims(said: Sequence[Responsibility]) -> tuple[ClaimId, ...]:
    return tuple(sorted({claim for one in said for claim in one.claims}))
