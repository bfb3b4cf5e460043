"""Responsibility laid, denied, taken: all its rules, in the order in which they are tried."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from corroborate.extract import accusing, answering, convicting, denying, hinting, lawbreaking, owning, suspecting
from corroborate.extract.joining import is_nobody
from corroborate.extract.laying import BlameDraft
from corroborate.extract.line import Line
from corroborate.extract.rules import Rules
from corroborate.extract.units import Voice
from corroborate.model.mention import Stance

_BACK = 12  # drafts back among which the same is sought


@cache
def rules() -> Rules[Line, BlameDraft]:
    """Return the rules of blame, the surest first."""
    return Rules(
        accusing.accused,
        accusing.charged,
        accusing.blamed,
        accusing.attributed,
        accusing.reproached,
        accusing.traded,
        suspecting.called_suspect,
        suspecting.called_culprit,
        suspecting.called_doer,
        suspecting.identified,
        suspecting.holds_banned,
        suspecting.faces_charges,
        owning.taken,
        owning.claimed_act,
        denying.denied,
        denying.did_not,
        denying.nothing_to_do,
        denying.called_false,
        owning.admitted,
        owning.said_own,
        owning.we_did,
        owning.retaliated,
        owning.unknown,
        owning.unknown_authors,
        answering.responsible,
        answering.lies_with,
        answering.to_blame,
        answering.behind,
        answering.plotted,
        answering.caused_share,
        hinting.suspected,
        hinting.marked,
        hinting.wanted,
        hinting.guilty,
        convicting.sentenced,
        convicting.serving,
        convicting.warranted,
        lawbreaking.violated,
        lawbreaking.committed_by,
        lawbreaking.alleged,
        lawbreaking.crimes_of,
    )


def blames(line: Line) -> list[BlameDraft]:
    """Return what a passage says of responsibility, in the order of its words, each act and party once."""
    found = list(chain.from_iterable(rules().made(line, line)))
    kept = [draft for draft in _once(found) if not (draft.stance is Stance.ACCUSED and _is_open(line, draft.first))]
    return list(filter(None, (_with_accuser(line, draft) for draft in kept)))


def _is_open(line: Line, first: int) -> bool:
    """Say whether words that open at an index leave it open: "(ask) whether |the army|", "no proof that |rebels|"."""
    opener = line.word(first - 1)
    without = opener == "that" and line.is_noun(first - 2) and line.units[first - 2].is_none
    return opener in ("if", "whether") or without


def _with_accuser(line: Line, draft: BlameDraft) -> BlameDraft | None:
    """Let an accusation begin with the subject of its verb; None where that is nobody ("neither side blamed …")."""
    active = line.is_verb(draft.trigger) and line.units[draft.trigger].voice in (Voice.ACTIVE, Voice.BARE)
    subject = line.subject(draft.trigger) if draft.stance is Stance.ACCUSED and active else None
    if subject is None:
        return draft
    if is_nobody(line.units[subject]):
        return None
    accuses = draft.actor is not None and draft.actor[0] >= draft.trigger
    return replace(draft, first=min(subject, draft.first)) if accuses else draft


def _once(found: Sequence[BlameDraft]) -> list[BlameDraft]:
    """Drop what says again, by a second rule, what words beside it said of the same party."""
    kept: list[BlameDraft] = []
    denied = [draft.about for draft in found if draft.stance is Stance.DENIED and draft.about is not None]
    inside = {at for first, last in denied for at in range(first, last)}
    for draft in found:
        if draft.stance is Stance.ACCUSED and draft.trigger in inside:
            continue  # "denied that its planes |were behind| the raid"
        again = any(
            _overlap(draft, other) and other.stance is draft.stance and _same(draft, other) for other in kept[-_BACK:]
        )
        if not again:
            kept.append(draft)
    return kept


def _same(left: BlameDraft, right: BlameDraft) -> bool:
    return left.actor == right.actor or left.actor is None or right.actor is None


def _overlap(left: BlameDraft, right: BlameDraft) -> bool:
    return left.first < right.last and right.first < left.last
