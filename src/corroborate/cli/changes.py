"""What a judgement changed: the record before it beside the record after it."""

from collections import Counter
from collections.abc import Iterator, Mapping

from corroborate.cli import ruled, words
from corroborate.model.ids import ClaimId
from corroborate.model.incident import Incident
from corroborate.model.judgement import Judgement
from corroborate.model.record import Record
from corroborate.publish.rulings import decision

_QUOTE = 80


def told(made: Judgement, after: Record) -> str:
    """Return what was decided, on what."""
    titles = {str(one.id): one.title for one in after.groups}
    titles |= {str(one.id): f"“{words.shortened(one.span.quote, _QUOTE)}”" for one in after.claims}
    ruling = next(one for one in after.rulings if one.judgement.id == made.id)
    on = (ruling.on or made.subjects) if made.subjects else ("the whole case",)
    return f"{decision(made)}, on {', '.join(titles.get(one, one) for one in on)}"


def between(before: Record, after: Record) -> Iterator[str]:
    """Yield what became of the incidents: which came and went, how figures, origins, grades and decisions moved."""
    notes, since = ruled.notes(before), ruled.notes(after)
    former = {claim: one for one in before.incidents for claim in one.claims}
    went = {one.id for one in before.incidents}
    changed = False
    for incident in after.incidents:
        was = _former(incident, former)
        if was is None:
            changed = True
            yield f"{incident.title}: a new incident ({incident.id})"
            continue
        went.discard(was.id)
        noted = [since[incident.id] or "nothing is decided of it"] * (notes[was.id] != since[incident.id])
        for line in (*_moved(was, incident), *noted):
            changed = True
            yield f"{incident.title}: {line}"
    totals = {tally.id: (tally.origins, notes.get(tally.id, "")) for tally in before.tallies}
    for tally in after.tallies:
        was_told, is_told = totals.get(tally.id, ((), "")), (tally.origins, since[tally.id])
        if was_told != is_told:
            changed = True
            by = ", ".join(tally.origins) or "nobody"
            yield f"{tally.title}: told by {by}; {since[tally.id] or 'nothing is decided of it'}"
    for one in before.incidents:
        if one.id in went:
            changed = True
            yield f"{one.title} ({one.id}): gone, its claims stand elsewhere"
    if not changed:
        yield "no incident and no total changes"


def _former(incident: Incident, former: Mapping[ClaimId, Incident]) -> Incident | None:
    held = Counter(former[claim].id for claim in incident.claims if claim in former)
    known = {one.id: one for one in former.values()}
    return known[held.most_common(1)[0][0]] if held else None


def _moved(was: Incident, now: Incident) -> Iterator[str]:
    if was.title != now.title:
        yield f"was called {was.title}"
    if was.claims != now.claims:
        yield f"{len(was.claims)} → {len(now.claims)} claims"
    if was.origins != now.origins:
        yield f"origins {', '.join(was.origins) or 'none'} → {', '.join(now.origins) or 'none'}"
    ranges = {(one.effect, one.people): words.ranges((one,)) for one in was.ranges}
    after = {(one.effect, one.people): words.ranges((one,)) for one in now.ranges}
    for group in dict.fromkeys((*ranges, *after)):
        if ranges.get(group) != after.get(group):
            yield f"{ranges.get(group, '—')} → {after.get(group, '—')}"
    if words.grade(was) != words.grade(now):
        yield f"grade {words.grade(was)} → {words.grade(now)}"
