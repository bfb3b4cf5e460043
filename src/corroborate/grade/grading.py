"""Grades by a methodology: the first whose conditions hold, with every condition that was tried; and its codes."""

from collections.abc import Sequence
from dataclasses import replace

from corroborate.grade.conditions import CONDITIONS
from corroborate.grade.evidence import Evidence, kinds_of_origins
from corroborate.grade.methodology import CodeRules, Condition, Methodology, Rule
from corroborate.grade.ranges import ranges
from corroborate.model.claim import Claim
from corroborate.model.grade import Code, Grade, Reason
from corroborate.model.incident import Incident
from corroborate.model.judgement import Judgement, Verdict, in_force
from corroborate.model.teller import Tellers, tellers


def grade(
    incidents: Sequence[Incident],
    claims: Sequence[Claim],
    methodology: Methodology,
    judgements: Sequence[Judgement] = (),
    told: Tellers | None = None,
) -> tuple[Incident, ...]:
    """Return the incidents with the ranges that a methodology makes of their figures, and its grade.

    The grade stands beside those that they have under others. No report is read again: all that a methodology asks for
    is with the incident and its claims, and `told`: who says the claims of the case, where these are not all of them.
    """
    by_id = {claim.id: claim for claim in claims}
    standing = in_force(judgements)
    kinds = kinds_of_origins(tellers(claims) if told is None else told)
    looked_at = (
        Evidence(one, tuple(by_id[c] for c in one.claims if c not in one.excluded), by_id, standing, kinds)
        for one in incidents
    )
    return tuple(_graded(evidence, methodology) for evidence in looked_at)


def _graded(evidence: Evidence, methodology: Methodology) -> Incident:
    incident = evidence.incident
    others = tuple(given for given in incident.grades if given.methodology != methodology.name)
    return replace(incident, ranges=ranges(evidence, methodology), grades=(*others, _grade(evidence, methodology)))


def _grade(evidence: Evidence, methodology: Methodology) -> Grade:
    given, reasons = _first_that_holds(methodology.grades, evidence)
    fixed = _fixed(evidence, methodology)
    if fixed is not None:
        given, reasons = fixed[0], (fixed[1], *reasons)
    if given is None:
        raise AssertionError("a methodology ends with a grade that is given otherwise")
    codes = tuple(_code(rules, evidence) for rules in methodology.codes)
    return Grade(methodology.name, methodology.version, given.name, reasons, codes, given.meaning)


def _fixed(evidence: Evidence, methodology: Methodology) -> tuple[Rule, Reason] | None:
    """Return the grade that a person fixed last, by its name, alone or behind that of the methodology; else None."""
    subjects = {evidence.incident.id, *evidence.incident.claims}
    named = {name: rule for rule in methodology.grades for name in (rule.name, f"{methodology.name} {rule.name}")}
    rulings = [j for j in evidence.judgements if j.verdict is Verdict.FIX_GRADE and j.value in named]
    ours = [judgement for judgement in rulings if subjects & set(judgement.subjects)]
    if not ours:
        return None
    last = max(ours, key=lambda judgement: (judgement.made_at, judgement.id))
    rule = named[last.value or ""]
    return rule, Reason(f"{rule.name}: fixed-by-person {last.id}", f"{last.author}: {last.reason}", ())


def _code(rules: CodeRules, evidence: Evidence) -> Code:
    """Return a code with the reasons for its value; where no value fits, with all that were tried."""
    given, tried = _first_that_holds(rules.values, evidence)
    if given is None:
        return Code(rules.name, None, rules.meaning, tried)
    own = tuple(reason for reason in tried if reason.rule.startswith(f"{given.name}: "))
    return Code(rules.name, given.name, given.meaning, own)


def _first_that_holds(rules: Sequence[Rule], evidence: Evidence) -> tuple[Rule | None, tuple[Reason, ...]]:
    """Return the first rule whose conditions hold, and every condition that was tried up to it."""
    reasons: list[Reason] = []
    for rule in rules:
        every = [_reason(rule, condition, evidence) for condition in rule.every]
        some = [_reason(rule, condition, evidence) for condition in rule.some]
        reasons += (*every, *some)
        if all(reason.held for reason in every) and (not some or any(reason.held for reason in some)):
            if rule.otherwise:
                reasons.append(Reason(f"{rule.name}: otherwise", rule.meaning, ()))
            return rule, tuple(reasons)
    return None, tuple(reasons)


def _reason(rule: Rule, condition: Condition, evidence: Evidence) -> Reason:
    finding = CONDITIONS[condition.name].function(evidence, condition.settings)
    return Reason(
        rule=f"{rule.name}: {condition.name}",
        text=f"{condition.text}: {'yes' if finding.held else 'no'}; {finding.text}.",
        claims=finding.claims,
        held=finding.held,
    )
