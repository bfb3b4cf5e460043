"""The days of what somebody is blamed for, lent by the act that is told.

"Sarin killed hundreds in Ghouta in August 2013. Damascus blamed it on rebels.": the blame is for the act that was told
last before it, or in its own words, and not for the main event of the report.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.mention import Attack, Blame, Damage, Harm

_CARRIED = frozenset({"focus", "main-event"})  # rules of a day that the words around a mention do not give
_BACK = 2  # passages before the blame in which its act is told


def dated(document: Document, claims: Sequence[Claim]) -> list[Claim]:
    """Return claims in their order, blame that has no days of its own with those of the act that it is for."""
    acts = sorted(
        (claim for claim in claims if isinstance(claim.content, Attack | Harm | Damage)), key=lambda one: one.span.start
    )
    return [_dated(document, claim, acts) if _lacks(claim) else claim for claim in claims]


def _lacks(claim: Claim) -> bool:
    return isinstance(claim.content, Blame) and claim.situation.when_rule in _CARRIED


def _dated(document: Document, blame: Claim, acts: Sequence[Claim]) -> Claim:
    """Return a blame with the days of its act; its rule of a day taken over from elsewhere holds still."""
    act = _act(document, blame, acts)
    return replace(blame, situation=replace(blame.situation, when=act.situation.when)) if act else blame


def _act(document: Document, blame: Claim, acts: Sequence[Claim]) -> Claim | None:
    """Return the last attack in the words of a blame, else that told last before it, else the last harm or damage."""
    last, at = bisect_right(acts, blame.span.end, key=lambda act: act.span.start), document.passage_at(blame.span.start)
    told = (acts[n] for n in range(last - 1, -1, -1))
    near = list(takewhile(lambda act: at - document.passage_at(act.span.start) <= _BACK, told))
    return next((act for act in near if isinstance(act.content, Attack)), near[0] if near else None)
