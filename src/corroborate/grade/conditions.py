"""The conditions that methodologies compose: each looks at one incident and says what it found, with the claims."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from corroborate.model.casualty import Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Incident, Responsibility
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.mention import Attack, Blame, Damage, Harm, Method, Stance
from corroborate.model.names import fold
from corroborate.model.party import party_of, party_speaking

# Only armed forces can do these; other acts need an author to be a belligerent's.
_ARMED = frozenset(set(Method) - {Method.OTHER, Method.BOMBING, Method.SHOOTING, Method.EXECUTION})
_CIVIL = frozenset(set(People) - {People.COMBATANTS})
_HARMED = frozenset({Effect.KILLED, Effect.INJURED, Effect.CASUALTIES})
_HARM_WORDS = re.compile(
    r"\b(?:civilians?|casualt\w+|kill\w*|deaths?|died|harm\w*|injur\w+|wound\w+|innocent)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a condition looks at: an incident, its claims, and the judgements in force."""

    incident: Incident
    claims: Mapping[ClaimId, Claim]
    judgements: Sequence[Judgement]

    @property
    def members(self) -> tuple[Claim, ...]:
        """Return the claims about the incident itself."""
        return tuple(self.claims[claim] for claim in self.incident.claims)


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a condition holds, what was found in plain words, and the claims behind it."""

    held: bool
    text: str
    claims: tuple[ClaimId, ...]


Settings = Mapping[str, str | int | bool]


@dataclass(frozen=True, slots=True)
class Test:
    """A condition's function and the settings that a methodology must give it."""

    function: Callable[[Evidence, Settings], Finding]
    settings: tuple[str, ...] = ()

    def takes(self) -> str:
        """Return the settings in words."""
        return f"the settings {', '.join(self.settings)}" if self.settings else "no settings"


def decided_by_person(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether a person gave the incident this very grade, and that judgement stands."""
    subjects = {evidence.incident.id, *evidence.incident.claims}
    rulings = [j for j in evidence.judgements if j.verdict is Verdict.FIX_GRADE and subjects & set(j.subjects)]
    last = max(rulings, key=lambda j: (j.made_at, j.id), default=None)
    if last is None or last.value != settings["grade"]:
        return Finding(held=False, text="nobody has decided so", claims=())
    return Finding(held=True, text=f"{last.author}: {last.reason}", claims=())


def harm_accepted_by_belligerent(evidence: Evidence, _: Settings) -> Finding:
    """Say whether a belligerent owns up to harm to civilians: by admitting it, or by telling of it as its own act."""
    admissions = [claim for claim in evidence.members if _admits(claim)]
    parties = {party for claim in admissions for party in _speakers(claim)}
    of_harm = [claim.id for claim in admissions if _HARM_WORDS.search(_said(claim))]
    conceded = [claim.id for claim in evidence.members if _conceded(claim, parties)]
    found = tuple(sorted({*of_harm, *conceded}))
    return Finding(bool(found), _count(len(found), "statement") + " of a belligerent on harm that it did", found)


def denied_by_accused(evidence: Evidence, _: Settings) -> Finding:
    """Say whether a party denies this very incident; a general denial contests nothing."""
    denials = [r for r in _specific(evidence) if r.stance is Stance.DENIED]
    return Finding(bool(denials), _count(len(denials), "denial") + " of this incident", _claims(denials))


def several_accused(evidence: Evidence, _: Settings) -> Finding:
    """Say whether different origins lay this incident on different parties, with none in common."""
    laid: dict[str, set[str]] = {}
    blaming = [
        r for r in _specific(evidence) if r.stance in {Stance.ACCUSED, Stance.CLAIMED, Stance.ADMITTED} and r.actor
    ]
    for one in blaming:
        for origin in one.origins:
            laid.setdefault(origin, set()).add(one.actor)
    disjoint = any(not laid[a] & laid[b] for a in laid for b in laid if a < b)
    actors = sorted({one.actor for one in blaming})
    text = f"accused: {', '.join(actors)}" if actors else "nobody is accused"
    return Finding(disjoint, text, _claims(blaming))


def independent_origins(evidence: Evidence, settings: Settings) -> Finding:
    """Say whether enough origins tell of it; one origin through many reports is one."""
    origins = evidence.incident.origins
    tellers = tuple(c.id for c in evidence.members if isinstance(c.content, Harm | Attack | Damage))
    links = _count(len(evidence.incident.documents), "report")
    text = f"{links}, {_count(len(origins), 'origin')}: {', '.join(origins)}"
    return Finding(len(origins) >= int(settings["at_least"]), text, tellers)


def belligerent_action(evidence: Evidence, _: Settings) -> Finding:
    """Say whether an attack is told that has an author, or that only armed forces can make."""
    acts = tuple(
        claim.id
        for claim in evidence.members
        if isinstance(claim.content, Harm | Attack | Damage)
        and (claim.by or (isinstance(claim.content, Attack) and claim.content.method in _ARMED))
    )
    return Finding(bool(acts), _count(len(acts), "claim") + " of an armed force's act", acts)


CONDITIONS: Mapping[str, Test] = {
    "decided_by_person": Test(decided_by_person, ("grade",)),
    "harm_accepted_by_belligerent": Test(harm_accepted_by_belligerent),
    "denied_by_accused": Test(denied_by_accused),
    "several_accused": Test(several_accused),
    "independent_origins": Test(independent_origins, ("at_least",)),
    "belligerent_action": Test(belligerent_action),
}


def _admits(claim: Claim) -> bool:
    """Say whether a party itself admits the act that it is held to."""
    content = claim.content
    if not isinstance(content, Blame) or content.stance is not Stance.ADMITTED:
        return False
    names = (name for source in claim.attribution.sources[:1] for name in (source.origin, source.name))
    return party_speaking(content.actor, names) is not None


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
    """Return the party, folded, in whose name the first source speaks."""
    return frozenset(fold(party_of(source.origin)) for source in claim.attribution.sources[:1])


def _specific(evidence: Evidence) -> list[Responsibility]:
    return [one for one in evidence.incident.responsibility if not one.general]


def _claims(said: Sequence[Responsibility]) -> tuple[ClaimId, ...]:
    return tuple(sorted({claim for one in said for claim in one.claims}))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number or 'no'} {noun}s"
