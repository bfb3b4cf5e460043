"""The stages in order: read this first.

One report at a time:  collect → read → extract → locate → attribute   gives claims     (`read_report`)
Over all reports:      replay → link → reconcile → grade               gives incidents  (`fold`)

Both are pure: values in, values out. What calls them keeps the results (`case`), in one process or many (`wiring`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.attribute import attribute
from corroborate.extract import extract
from corroborate.grade import Agreement, Methodology, agreements, grade, kinds_changed, touch
from corroborate.link import link, link_added
from corroborate.locate import locate
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Document, Lead
from corroborate.model.ids import DocumentId
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.model.memory import JUDGEMENTS, Card, Change, Doubt
from corroborate.model.record import Reading
from corroborate.model.teller import Teller, Tellers, tellers
from corroborate.ports import Confinement, Gazetteer, Nothing, Standing
from corroborate.read import read
from corroborate.reconcile import Bearing, MainCount, main_count, reconcile_added, renamed, reports_naming
from corroborate.replay import PutRight, replay, settle

_TELLERS = "tellers"  # the key under which all who say anything lie


def read_report(
    capture: Capture, content: bytes, lead: Lead, gazetteer: Gazetteer, confinement: Confinement | None = None
) -> Reading:
    """Return what one report says: its document, its claims in text order, and every doubt on the way."""
    document, doubts = read(capture, content, lead, confinement)
    if document is None or not document.relevant:
        return Reading(document, (), doubts)
    claims, more = claims_of(document, gazetteer)
    return Reading(document, claims, (*doubts, *more))


def claims_of(document: Document, gazetteer: Gazetteer) -> tuple[tuple[Claim, ...], tuple[Issue, ...]]:
    """Return the claims of a document in text order, each once, and the doubts about them."""
    mentions, unsure_words = extract(document)
    situations, unsure_places = locate(document, mentions, gazetteer)
    claims, unsure_sources = attribute(document, mentions, situations)
    once = {claim.id: claim for claim in claims}
    in_order = sorted(once.values(), key=lambda claim: (claim.span.start, claim.span.end, claim.id))
    return tuple(in_order), (*unsure_words, *unsure_places, *unsure_sources)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a record is made by, beside its claims: what people decided, a methodology, the norms that it may touch.

    `documents` are the reports that the judgements speak of.
    """

    judgements: Sequence[Judgement]
    methodology: Methodology
    norms: Sequence[Agreement]
    documents: Sequence[Document] = ()


def fold(
    claims: Sequence[Claim],
    judgements: Sequence[Judgement],
    methodology: Methodology,
    documents: Sequence[Document] = (),
    norms: Sequence[Agreement] | None = None,
) -> tuple[tuple[Incident, ...], tuple[Tally, ...], tuple[Issue, ...]]:
    """Return what all claims together come to: graded incidents, tallies, and the doubts that remain.

    What people decided comes first; `documents` are the reports that their judgements speak of. `norms` are those that
    incidents may touch: without any, those that come with the program.
    """
    rules = Rules(judgements, methodology, agreements() if norms is None else norms, documents)
    made = fold_added(claims, rules, Nothing())
    return made.incidents, made.tallies, tuple(doubt.issue for doubt in made.doubts)


def fold_added(claims: Sequence[Claim], rules: Rules, standing: Standing) -> Change:
    """Return what the claims of added reports change of what stands: with it, it is as if all were folded at once.

    The rules are those by which all else was made, and their judgements speak of none of the added reports.
    """
    judged = tuple(document.id for document in rules.documents)
    spoken_of = standing.claims_of(judged)
    decided = replay((*claims, *spoken_of), rules.judgements, rules.documents)
    before = {claim.id for claim in spoken_of}
    added = [claim for claim in decided.claims if claim.id not in before]
    stands = PutRight(standing, decided.claims)
    told = _told(added, stands)
    linked = link_added(added, decided.judgements, stands)
    incidents, tallies = stands.groups(judged)
    stood: tuple[Incident | Tally, ...] = (*incidents, *tallies)
    groups = [one.claims for one in linked.clusters]
    groups += [one.claims for one in stood if linked.moved.isdisjoint(one.claims)]
    settled, unsure_subjects = settle(decided.judgements, groups)
    made = reconcile_added(linked, added, Bearing(told.now, settled, told.documents | {*judged}), stands)
    graded = grade(made.incidents, tuple(made.claims.values()), rules.methodology, settled, told.now)
    touched = touch(graded, tuple(made.claims.values()), rules.norms, told.now)
    doubts = [Doubt(issue, (JUDGEMENTS,)) for issue in (*decided.doubts, *unsure_subjects)]
    return Change(
        incidents=(*touched, *made.recalled),
        tallies=made.tallies,
        gone=made.gone,
        doubts=(*doubts, *linked.doubts, *made.doubts),
        looked_at=frozenset((JUDGEMENTS, *linked.looked_at, *made.gone, *(one.id for one in made.tallies))),
        cards=(*linked.cards, *made.cards, *told.cards),
        claims=tuple(claim for claim in decided.missed if claim.id not in before),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """Who says the claims of a case now, and the reports that stood whose sources are known otherwise by it."""

    now: Tellers
    documents: frozenset[DocumentId]
    cards: tuple[Card, ...]


def _told(added: Sequence[Claim], standing: Standing) -> _Told:
    known = tuple(standing.cards(Teller, [_TELLERS]))
    before, now = tellers((), known), tellers(added, known)
    names = (renamed(before, now) | kinds_changed(before, now)) if known else frozenset()
    changed = (teller for who, teller in now.items() if before.get(who) != teller)
    cards = tuple(Card(teller.id, frozenset({_TELLERS}), teller) for teller in changed)
    return _Told(now, reports_naming(names, standing), cards)


def count_main(reading: Reading) -> MainCount:
    """Return how many the main incident of one report killed, injured, displaced; nothing where it cannot be read."""
    if reading.document is None:
        return MainCount(None, None, None)
    clusters, _ = link(reading.claims)
    totals = {claim for cluster in clusters if cluster.is_tally for claim in cluster.claims}
    return main_count(reading.document, reading.claims, totals)
