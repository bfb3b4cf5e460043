"""Grades by a methodology: the first whose conditions hold, with every condition that was tried."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.grade.conditions import CONDITIONS, Evidence
from corroborate.grade.methodology import Condition, GradeRule, Methodology
from corroborate.model.claim import Claim
from corroborate.model.grade import Grade, Reason
from corroborate.model.incident import Incident
from corroborate.model.judgement import Judgement, Verdict


def grade(
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    methodology: Methodology,
    judgements: Sequence[Judgement] = (),
) -> tuple[Incident, ...]:
    """Return the incidents with their grade under a methodology beside those that they have under others."""
    by_id = {claim.id: claim for claim in claims}
    undone = {subject for j in judgements if j.verdict is Verdict.UNDO for subject in j.subjects}
    standing = tuple(j for j in judgements if j.id not in undone)
    return tuple(
        replace(one, grades=(*_others(one, methodology), _graded(Evidence(one, by_id, standing), methodology)))
        for one in incidents
    )


def _others(one: Incident, methodology: Methodology) -> tuple[Grade, ...]:
    return tuple(given for given in one.grades if given.methodology != methodology.name)


def _graded(evidence: Evidence, methodology: Methodology) -> Grade:
    reasons: list[Reason] = []
    for rule in methodology.grades:
        every = [_reason(rule, condition, evidence) for condition in rule.every]
        some = [_reason(rule, condition, evidence) for condition in rule.some]
        reasons += (*every, *some)
        held = all(reason.held for reason in every) and (not some or any(reason.held for reason in some))
        if held:
            if rule.otherwise:
                reasons.append(Reason(f"{rule.name}: otherwise", rule.meaning, ()))
            return Grade(methodology.name, methodology.version, rule.name, tuple(reasons))
    raise AssertionError("a methodology ends with a grade that is given otherwise")


def _reason(rule: GradeRule, condition: Condition, evidence: Evidence) -> Reason:
    finding = CONDITIONS[condition.name].function(evidence, condition.settings)
    return Reason(
        rule=f"{rule.name}: {condition.name}",
        text=f"{condition.text}: {'yes' if finding.held else 'no'}; {finding.text}.",
        claims=finding.claims,
        held=finding.held,
    )
