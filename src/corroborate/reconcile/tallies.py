"""A tally made from its cluster: rows side by side, never merged, never added."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from corroborate.model.casualty import Count, Effect, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId, TallyId, content_id
from corroborate.model.incident import Cluster, Tally, TallyRow
from corroborate.model.issue import Issue
from corroborate.model.mention import Attack, Damage, Harm
from corroborate.model.situation import Interval, Location
from corroborate.reconcile.covering import Measure, measure
from corroborate.reconcile.current import count_of, latest
from corroborate.reconcile.incidents import Case
from corroborate.reconcile.routes import routes
from corroborate.reconcile.rulings import rulings_on
from corroborate.reconcile.situating import usual_area, whole_span
from corroborate.reconcile.titles import tally_title
from corroborate.reconcile.voices import in_own_words, voices

_ONE_NIGHT = 2  # days: "overnight" spans two
_ROUGHLY = timedelta(3)  # "since the turn of the year" may be told a day or two apart
_CLOSE = 500  # characters: about three sentences, as far as "in these attacks" points back
Totals = Mapping[DocumentId, Sequence[Claim]]


def tally(cluster: Cluster, case: Case, totals: Totals) -> tuple[Tally, Measure | None, tuple[Issue, ...]]:
    """Return the tally that a cluster comes to, by what it covers incidents (none yet), and the doubts about rulings.

    An origin that a person excluded makes no row, unless nobody else counts anything: then there is none.
    """
    members = case.told(cluster.claims)
    known = TallyId(content_id("tally", members[0].id))
    heard = voices(members, case.names, case.reports)
    voice = {claim: one.origin for claim, one in heard.items()}
    every = [claim for claim in members if isinstance(claim.content, Harm | Attack | Damage)]
    effect = _effect(every)
    effects = () if effect is None else (effect,)
    rulings = rulings_on((known, *cluster.claims), case.judgements, set(voice.values()), effects)
    counted = [claim for claim in every if voice[claim.id] not in rulings.excluded] or every
    rows = _rows(counted, voice)
    shown = {claim for row in rows for claim in row.claims}
    told = [claim for claim in counted if claim.id in shown]
    when, where = _situated(in_own_words(told, heard) or told, totals)
    rows = tuple(row for row in rows if row.origin not in rulings.excluded)
    made = Tally(
        id=known,
        title=tally_title(told, when, where),
        effect=_effect(told),
        when=when,
        where=where,
        rows=rows,
        claims=cluster.claims,
        documents=tuple(sorted({claim.document for claim in members})),
        origins=tuple(sorted({row.origin for row in rows})),
        covers=(),
        routes=routes(members, heard),
        excluded=tuple(sorted(claim.id for claim in members if voice[claim.id] in rulings.excluded)),
    )
    return made, measure(made, told, _acts(counted, told), [case.claims[row.current] for row in rows]), rulings.idle


def totals_told(claims: Iterable[Claim]) -> Totals:
    """Return those of the claims of tallies that tell their span themselves, by report, in the order of their words."""
    found: dict[DocumentId, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.situation.day_is_told and claim.situation.when and claim.situation.when.days > _ONE_NIGHT:
            found[claim.document].append(claim)
    return {document: sorted(told, key=lambda c: (c.span, c.id)) for document, told in found.items()}


def _situated(told: Sequence[Claim], totals: Totals) -> tuple[Interval | None, Location]:
    """Return the span and area of a total; where its words tell no span, those of the total told right before it."""
    when, where = whole_span(_spans(told)), usual_area(told)
    if when is not None:
        return when, where
    before = [total for claim in told for total in totals.get(claim.document, ()) if _is_right_before(total, claim)]
    if not before:
        return None, where
    last = max(before, key=lambda total: (total.passage.start, total.id))
    own = any(claim.situation.place_is_told for claim in told)
    return last.situation.when, where if own else last.situation.where


def _is_right_before(total: Claim, claim: Claim) -> bool:
    return 0 <= claim.passage.start - total.passage.end <= _CLOSE


def _acts(counted: Iterable[Claim], told: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the attacks that a total was done by: those that are counted, or told in the sentences that count."""
    sentences = {(claim.document, claim.passage.start) for claim in told}
    return tuple(c for c in counted if isinstance(c.content, Attack) and (c.document, c.passage.start) in sentences)


def _spans(members: Sequence[Claim]) -> list[Interval]:
    """Return the spans that the members tell; those taken over from elsewhere in a report only where none is told.

    A single day that is taken over is no span of a total.
    """
    dated = [(claim.situation.day_is_told, claim.situation.when) for claim in members]
    told = [when for own, when in dated if own and when is not None]
    return told or [when for _, when in dated if when is not None and when.days > _ONE_NIGHT]


def _effect(counted: Iterable[Claim]) -> Effect | None:
    return next((claim.content.effect for claim in counted if isinstance(claim.content, Harm)), None)


def _rows(counted: Sequence[Claim], voice: Mapping[ClaimId, str]) -> tuple[TallyRow, ...]:
    """Return a row for each origin and what it counts; its latest number is current, of one day's the greatest.

    Attacks without a number, and vague words of an origin that gives a number as well, are told but make no row.
    """
    counting = [claim for claim in counted if _counts(claim, counted, voice)]
    rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in counting or counted:
        rows[voice[claim.id], _what(claim)].append(claim)
    ordered = sorted(rows.items(), key=lambda row: (row[0][1], row[0][0]))
    return tuple(_row(origin, what, claims) for (origin, what), claims in ordered)


def _row(origin: str, what: str, claims: Sequence[Claim]) -> TallyRow:
    now, history = latest(origin, claims, _is_of_other_days)
    return TallyRow(origin, what, tuple(claim.id for claim in claims), now.id, history)


def _counts(claim: Claim, counted: Sequence[Claim], voice: Mapping[ClaimId, str]) -> bool:
    if isinstance(claim.content, Harm):
        own = [other for other in counted if isinstance(other.content, Harm) and voice[other.id] == voice[claim.id]]
        return _has_number(claim) or not any(map(_has_number, own))
    return _has_number(claim) and count_of(claim) != Count.exactly(1)


def _has_number(claim: Claim) -> bool:
    return count_of(claim).qualifier is not Qualifier.VAGUE


def _what(claim: Claim) -> str:
    match claim.content:
        case Harm(people=people):
            return str(people)
        case Attack(method=method):
            return str(method)
        case Damage(object=harmed):
            return str(harmed)
        case _:
            return ""


def _is_of_other_days(before: Claim, later: Claim) -> bool:
    """Say whether a later figure is of days that begin otherwise: two weeks told a week later are another total."""
    one, other = before.situation.when, later.situation.when
    return one is not None and other is not None and abs(one.start - other.start) > _ROUGHLY
