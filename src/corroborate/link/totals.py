"""Which claims are totals over a stretch of time, a campaign or several places, and so belong to a tally."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from corroborate.link.lexicon import words
from corroborate.model.casualty import Count, Effect, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Attack, Damage, Harm, Method
from corroborate.model.situation import Granularity, Interval, Location, Relation

_FEW = 3  # "two clinics hit in the last days": so few things are told one by one, whose day is merely uncertain
_ONE_NIGHT = 2  # days: "overnight" spans two
_UNCERTAIN_DAYS = 8
_WAR_TOLL = 3000  # killed: beyond any single attack that is known; a larger figure counts a war


def total_claims(claims: Sequence[Claim]) -> frozenset[ClaimId]:
    """Return the claims of one report that are totals; a share of a total is one as well."""
    single = _single_attacks(claims)
    totals = {claim.id for claim in claims if _is_total(claim, single)}
    stretches = {_stretch(claim) for claim in claims if claim.id in totals and not _is_operation(claim)}
    totals |= {claim.id for claim in claims if _stretch(claim) in stretches and _stretch(claim) is not None}
    wholes = {claim.id: claim.part_of for claim in claims if claim.part_of is not None}
    for claim in claims:
        seen, whole = {claim.id}, wholes.get(claim.id)
        while whole is not None and whole not in seen:
            if whole in totals:
                totals.add(claim.id)
            seen.add(whole)
            whole = wholes.get(whole)
    return frozenset(totals)


def is_standing(claim: Claim) -> bool:
    """Say whether people are counted as displaced, whenever they fled."""
    displaced = isinstance(claim.content, Harm) and claim.content.effect is Effect.DISPLACED
    around = claim.span if claim.situation.when else claim.passage
    return displaced and bool(words().standing.search(around.quote))


def _stretch(claim: Claim) -> tuple[Interval, tuple[str, ...]] | None:
    """Return span and place of what is told of more than one day: beside a total of that very span it is total too."""
    when, content = claim.situation.when, claim.content
    if when is None or when.days == 1 or not isinstance(content, Harm | Attack | Damage) or _few(content.count):
        return None
    return when, claim.situation.where.names


def _single_attacks(claims: Iterable[Claim]) -> frozenset[tuple[int, int, Interval | None]]:
    """Return the passages (and days) in which one single attack is told, to which harm told beside it belongs."""
    return frozenset(
        (claim.passage.start, claim.passage.end, claim.situation.when)
        for claim in claims
        if isinstance(claim.content, Attack)
        and claim.content.count.qualifier is Qualifier.EXACT
        and claim.content.count.high == 1
        and claim.content.method not in {Method.SIEGE, Method.GROUND_ASSAULT}
        and not _is_stretch(claim.situation.when)
        and not _is_operation(claim)
    )


def _is_total(claim: Claim, single: frozenset[tuple[int, int, Interval | None]]) -> bool:
    content, when = claim.content, claim.situation.when
    if not isinstance(content, Harm | Attack | Damage):
        return False
    if isinstance(content, Harm) and content.effect is Effect.DISPLACED and _displaced_total(claim, content.count):
        return True
    if isinstance(content, Attack) and content.method is Method.SIEGE:
        return span_of(claim) is None or when is None or when.days > 1
    if _is_operation(claim) and (when is None or when.days <= _ONE_NIGHT):
        return True
    if (claim.passage.start, claim.passage.end, when) in single:
        return False
    if when is None:
        return _undated_total(claim, content)
    return _dated_total(claim, content, when)


def _displaced_total(claim: Claim, count: Count) -> bool:
    when, around = claim.situation.when, claim.span.quote
    if is_standing(claim):
        return True
    if when is not None:
        return when.days > _ONE_NIGHT
    if count.qualifier is not Qualifier.VAGUE:
        return True
    return any(cue.search(around) for cue in (words().multitudes, words().period, words().habitual))


def _undated_total(claim: Claim, content: Harm | Attack | Damage) -> bool:
    if isinstance(content, Harm):
        besieged = content.effect is Effect.TRAPPED and not _few(content.count)  # a siege holds people day by day
        if besieged or (content.effect is Effect.KILLED and (content.count.low or 0) > _WAR_TOLL):
            return True
        return content.count.qualifier is not Qualifier.VAGUE and _over_a_period(claim)
    if _few(content.count):
        return False
    return bool(words().habitual.search(claim.passage.quote)) or _over_a_period(claim)


def _dated_total(claim: Claim, content: Harm | Attack | Damage, when: Interval) -> bool:
    several = _several(claim.situation.where, claim.span.quote)
    if when.days <= _ONE_NIGHT:
        own_day = claim.situation.day_is_told and when.days == 1
        return several or is_campaign(claim) or (not own_day and _over_a_period(claim))
    if isinstance(content, Harm):
        if _one_person(content.count) and not _over_a_period(claim):
            return False
        coarse = when.granularity in {Granularity.MONTH, Granularity.YEAR, Granularity.WEEK}
        return not coarse or content.count.qualifier is not Qualifier.VAGUE or _over_a_period(claim)
    if isinstance(content, Attack) and content.method is Method.GROUND_ASSAULT:
        return True
    if isinstance(content, Attack) and _is_stretch(when):
        return True
    return not (_few(content.count) and (content.count.high == 1 or when.days <= _UNCERTAIN_DAYS))


def _is_stretch(when: Interval | None) -> bool:
    """Say whether a span was told day by day and is too long for one attack: "since 31 December", not "in March"."""
    return when is not None and when.granularity is Granularity.DAYS and when.days > _UNCERTAIN_DAYS


def counts(claim: Claim) -> bool:
    """Say whether a total says how many, be it in words ("dozens"): one attack, or attacks without number, do not."""
    content = claim.content
    if not isinstance(content, Harm | Attack | Damage):
        return False
    if content.count.qualifier is Qualifier.VAGUE:
        return bool(words().quantity.search(claim.span.quote))
    return isinstance(content, Harm) or content.count != Count.exactly(1)


def span_of(claim: Claim) -> Interval | None:
    """Return the span that a total covers: a single day that was taken over from elsewhere in its report is none."""
    when = claim.situation.when
    if when is None or (when.days <= _ONE_NIGHT and not claim.situation.day_is_told):
        return None
    return when


def is_campaign(claim: Claim) -> bool:
    """Say whether a figure is what a whole campaign has done, so that its day is the one on which that began."""
    return isinstance(claim.content, Harm) and bool(words().campaign.search(claim.passage.quote))


def _is_operation(claim: Claim) -> bool:
    """Say whether force is told as an operation that goes on, of no one moment: "the offensive", "its air campaign"."""
    return isinstance(claim.content, Attack) and bool(words().operation.search(claim.span.quote))


def _over_a_period(claim: Claim) -> bool:
    """Say whether the words around a figure give it to a stretch of time."""
    return bool(words().period.search(claim.passage.quote)) or is_campaign(claim)


def _few(count: Count) -> bool:
    return count.qualifier is Qualifier.EXACT and count.high is not None and count.high <= _FEW


def _one_person(count: Count) -> bool:
    return count.qualifier is Qualifier.EXACT and count.high == 1


def _several(where: Location, around: str) -> bool:
    if where.relation is not Relation.BETWEEN and len(where.places) > 1:
        return True
    return bool(words().several_places.search(around))


def by_report(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Return the claims report by report, each in text order, the reports in the order of their ids."""
    reports: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        reports[claim.document].append(claim)
    return tuple(tuple(sorted(reports[name], key=lambda c: (c.span, c.id))) for name in sorted(reports))
