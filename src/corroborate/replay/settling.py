"""Judgements on incidents → the incidents that they are of now; and what each judgement speaks of."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from corroborate.model.ids import ClaimId, JudgementId
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.judgement import Judgement, Verdict, in_force
from corroborate.model.record import Ruling

_OF_ONE = frozenset({Verdict.ACCEPT, Verdict.EXCLUDE_ORIGIN, Verdict.FIX_BOUND, Verdict.FIX_GRADE})
_MOST = 2 / 3  # of an incident's claims: where fewer stayed together, a person is asked


def settle(
    judgements: Sequence[Judgement], groups: Sequence[Sequence[ClaimId]]
) -> tuple[tuple[Judgement, ...], tuple[Issue, ...]]:
    """Return the replayed judgements, those on an incident cut down to the one group that holds most of its claims.

    What is withheld stays so wherever any of it has come. An incident that fell apart, or is told of by no incident any
    more, is a doubt, and so is one that was accepted before more claims came to it.
    """
    home = {claim: index for index, group in enumerate(groups) for claim in group}
    settled: list[Judgement] = []
    doubts: list[Issue] = []
    grown: dict[int, Issue | None] = {}
    for judgement in judgements:
        members = [anchor.claim for anchor in judgement.anchors if anchor.is_member]
        if judgement.verdict not in _OF_ONE or not members:
            settled.append(judgement)
            continue
        held = Counter(home[claim] for claim in members if claim in home)
        kept = max(held, key=lambda index: held[index], default=None)
        if kept is None or held[kept] < _MOST * held.total():
            doubts.append(_fallen_apart(judgement, members, len(held)))
        if kept is not None:
            stayed = {anchor.claim for anchor in judgement.anchors if home.get(anchor.claim, kept) == kept}
            anchors = tuple(anchor for anchor in judgement.anchors if anchor.claim in stayed)
            subjects = tuple(claim for claim in judgement.subjects if claim in stayed)
            settled.append(replace(judgement, subjects=subjects, anchors=anchors))
            if judgement.verdict is Verdict.ACCEPT:
                grown[kept] = _grown(judgement, set(groups[kept]) - stayed)
    return tuple(settled), (*doubts, *filter(None, grown.values()))


def rulings(
    judgements: Sequence[Judgement],
    settled: Sequence[Judgement],
    groups: Mapping[str, Sequence[ClaimId]],
    against: Mapping[JudgementId, Judgement] = MappingProxyType({}),
) -> tuple[Ruling, ...]:
    """Return every judgement with what it speaks of now; `groups` are the incidents, by id, with their claims.

    `against` are judgements that are contested, each with the one that holds instead (see `contested`).
    """
    home = {claim: group for group, claims in groups.items() for claim in claims}
    now = {judgement.id: judgement for judgement in settled}
    standing = in_force([judgement for judgement in judgements if judgement.id not in against])
    undoers = {id_: judgement.id for judgement in standing for id_ in _undone(judgement)}
    others = {id_: judgement.id for id_, judgement in against.items()}
    return tuple(
        Ruling(one, _on(now.get(one.id, one), home), undoers.get(one.id), others.get(one.id)) for one in judgements
    )


def _undone(judgement: Judgement) -> tuple[str, ...]:
    if judgement.verdict is Verdict.UNDO:
        return judgement.subjects
    return (judgement.replaces,) if judgement.replaces else ()


def _on(judgement: Judgement, home: Mapping[ClaimId, str]) -> tuple[str, ...]:
    members = {anchor.claim for anchor in judgement.anchors if anchor.is_member}
    named = (home.get(ClaimId(one)) if one in members else one for one in judgement.subjects)
    return tuple(dict.fromkeys(one for one in named if one))


def _grown(judgement: Judgement, since: Collection[ClaimId]) -> Issue | None:
    """Return the doubt about an acceptance that more claims have joined since; None where none has."""
    if not since:
        return None
    message = (
        f"{judgement.author} accepted this incident before {len(since)} of its claims came to it: see whether it still"
        " holds, and accept it again, withhold it or undo the judgement."
    )
    return Issue(IssueKind.STALE_JUDGEMENT, "replay", (judgement.id, *sorted(since)), message)


def _fallen_apart(judgement: Judgement, members: Sequence[ClaimId], parts: int) -> Issue:
    now = f"stand in {parts} incidents: it is taken to speak of the one with most of them" if parts else "stand in none"
    message = (
        f"The judgement '{judgement.verdict}' by {judgement.author} speaks of an incident whose {len(members)} claims"
        f" now {now}. `judge repoint {judgement.id} ID` points it at the one that is meant."
    )
    return Issue(IssueKind.STALE_JUDGEMENT, "replay", (judgement.id, *members[:1]), message)
