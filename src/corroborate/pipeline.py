"""The stages in order: read this first.

One report at a time:  collect → read → extract → locate → attribute   gives claims     (`read_report`)
Over all reports:      replay → link → reconcile → grade               gives incidents  (`fold`)

Both are pure: values in, values out. What calls them keeps the results (`case`), in one process or many (`wiring`).
"""

from collections.abc import Sequence

from corroborate.attribute import attribute
from corroborate.extract import extract
from corroborate.grade import Agreement, Methodology, agreements, grade, touch
from corroborate.link import link
from corroborate.locate import locate
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Document, Lead
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.model.record import Reading
from corroborate.ports import Confinement, Gazetteer
from corroborate.read import read
from corroborate.reconcile import MainCount, main_count, reconcile
from corroborate.replay import replay, settle


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
    decided = replay(claims, judgements, documents)
    clusters, unsure_links = link(decided.claims, decided.judgements)
    settled, unsure_subjects = settle(decided.judgements, [one.claims for one in clusters if not one.is_tally])
    incidents, tallies, unsure_ranges = reconcile(clusters, decided.claims, settled)
    graded = grade(incidents, decided.claims, methodology, settled)
    touched = touch(graded, decided.claims, agreements() if norms is None else norms)
    return touched, tallies, (*decided.doubts, *unsure_subjects, *unsure_links, *unsure_ranges)


def count_main(reading: Reading) -> MainCount:
    """Return how many the main incident of one report killed, injured, displaced; nothing where it cannot be read."""
    if reading.document is None:
        return MainCount(None, None, None)
    clusters, _ = link(reading.claims)
    totals = {claim for cluster in clusters if cluster.is_tally for claim in cluster.claims}
    return main_count(reading.document, reading.claims, totals)
