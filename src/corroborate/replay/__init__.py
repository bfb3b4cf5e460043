"""Beside the stages. What people decided, replayed on what is read now: before linking, and again on what was linked.

A judgement is kept with the place of the words that it speaks of, not with a row: it finds them again however a later
version reads them, and where they are gone, that is an issue.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement, Verdict, in_force
from corroborate.replay.contesting import contested, doubts
from corroborate.replay.correcting import correct
from corroborate.replay.finding import Finder
from corroborate.replay.missed import missed
from corroborate.replay.pointing import point
from corroborate.replay.settling import rulings, settle
from corroborate.replay.standing import PutRight

__all__ = ["PutRight", "Replayed", "contested", "doubts", "replay", "rulings", "settle"]


@dataclass(frozen=True, slots=True)
class Replayed:
    """The claims as people have put them right, and the judgements in force, their subjects as they are known now.

    `as_read` are the claims that were put right, as they were read; `missed` those that people added, as they did;
    `doubts` tell of judgements whose subject is gone, or reads otherwise than it did.
    """

    claims: tuple[Claim, ...]
    judgements: tuple[Judgement, ...]
    as_read: tuple[Claim, ...]
    missed: tuple[Claim, ...]
    doubts: tuple[Issue, ...]


def replay(claims: Sequence[Claim], judgements: Sequence[Judgement], documents: Sequence[Document] = ()) -> Replayed:
    """Return what people decided, pointed at what is read now; `documents` are the reports that judgements speak of.

    Of a report that is not given, claims are known by their ids alone.
    """
    standing = in_force(judgements)
    read = [claim for claim in claims if not claim.is_added]
    added, without_words = missed(read, standing, documents)
    told = (*read, *added)
    finder = Finder(told, documents)
    pointed: list[Judgement] = []
    doubts = list(without_words)
    for judgement in standing:
        if judgement.verdict is not Verdict.UNDO:
            now, unsure = point(judgement, finder)
            pointed += now
            doubts += unsure
    put_right, as_read, unfounded = correct(told, pointed, finder)
    return Replayed(put_right, tuple(pointed), as_read, added, (*doubts, *unfounded))
