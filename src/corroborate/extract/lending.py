"""Whom rules name as the author of a mention that tells none itself: a first opinion, which the chooser weighs.

E00  its own author
E01  nobody, where people are told by whom they were lost ("the group lost five fighters")
E02  the author of the whole that it is a share of ("including two children")
E03  the author told nearest in its passage, where the two can be of one method
E04  nobody, where its passage tells of a whole war or a long time ("the war has killed more than 200,000 people"), or
     where the report says that nobody knows whose an attack was, or that none has claimed it
E05  the author of the same toll told elsewhere ("30 killed": headline and lead)
E06  the author told last in the few passages before, where the two can be of one method
E07  the author told first in the next passages, where a headline stands before all that tell one
E08  the author of the harm told just before it, as in a list
E09  the one party that takes responsibility in the next passages
E10  the one party whose force the report tells, for more of the same method, as in a list of months
E11  nobody, where nothing of these is told
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from corroborate.extract.arms import is_toll
from corroborate.extract.author_signs import (
    Force,
    Methods,
    fit,
    harms_own,
    hurts,
    is_arrest,
    is_no_event,
    is_setting,
    is_unowned,
    tells_author,
    toll_of,
)
from corroborate.extract.long_times import passages_of_long
from corroborate.extract.placing import Placed
from corroborate.extract.shares import is_among
from corroborate.model.casualty import Count
from corroborate.model.ids import MentionId
from corroborate.model.mention import Blame, Harm, Method, Stance
from corroborate.model.party import party_of
from corroborate.model.passing import passing

_BEFORE = 4  # passages before a mention in which its author may be told; 2, 3, 6 were measured to be no better
_BEHIND = 2  # passages behind a headline in which its author may be told; 1, 3 were measured to be worse
_CLAIM = 2  # passages behind a mention in which somebody may take responsibility for it
_OFTEN = 3  # times that the one author of a report is told before it is taken for the author of what follows afar
Names = tuple[str, ...]


@passing
class Opinion:
    """Whom the rules name, and by which of them."""

    rule: str
    names: Names


@passing
class _Telling:
    """An author as one mention tells it, and the methods that force has there; `arrest` of those who detain people."""

    names: Names
    passage: int
    start: int
    methods: Methods
    blame: bool = False
    claim: bool = False
    arrest: bool = False


class Report:
    """What a report tells of attacks, authors and tolls by passage; made once a report, asked in text order."""

    def __init__(self, placed: Sequence[Placed], *, doubted: bool = False) -> None:
        """Take in the mentions of a report, in text order, and whether it says that their author is not known."""
        self.force = Force(placed)
        self._tolls: dict[tuple[str, Count, str], Names] = {}
        for one in placed:
            content = one.mention.content
            if isinstance(content, Harm) and one.mention.by and is_toll(content):
                self._tolls.setdefault(toll_of(content), one.mention.by)
        self._told = list(self._tellings(placed))
        self._claims = [one for one in self._told if one.claim]
        self._often = _often(self._told)
        self._passages = [told.passage for told in self._told]
        self.of_long = passages_of_long(placed)
        self.unowned = doubted or any(is_unowned(one.mention.content) for one in placed)
        self._given: dict[MentionId, Names] = {}
        self._last: tuple[int, Names] = (-_BEFORE, ())

    def opinion(self, one: Placed) -> Opinion:
        """Return who did what a mention tells: its own author, else the one that the report lends it."""
        found = Opinion("E00", one.mention.by) if one.mention.by else self._lent(one)
        beside = self.force.attacks_in(one.passage)
        if found.names and not one.mention.by and harms_own(one, found.names, beside):
            found = Opinion("E11", ())
        self._given[one.mention.id] = found.names
        if isinstance(one.mention.content, Harm) and not is_arrest(one):
            self._last = (one.passage, found.names)
        return found

    def _lent(self, one: Placed) -> Opinion:
        mention = one.mention
        content = mention.content
        if is_no_event(mention):
            return Opinion("E01", ())
        whole = self._given.get(mention.part_of) if mention.part_of else None
        if whole or (whole is not None and not is_among(mention)):
            return Opinion("E02", whole)
        methods = self.force.of(one)
        said = [
            told
            for told in self._between(one.passage, one.passage)
            if not (is_setting(one, told.start) or (told.arrest and hurts(one)))
        ]
        here = self._nearest(one, said, methods)
        if here is not None:
            return Opinion("E03", here.names)
        if one.scene.unknown or one.scene.apart or self.unowned or (hurts(one) and one.passage in self.of_long):
            return Opinion("E04", ())
        toll = self._tolls.get(toll_of(content)) if isinstance(content, Harm) and is_toll(content) else None
        return Opinion("E05", toll) if toll is not None else self._from_around(one, methods)

    def _from_around(self, one: Placed, methods: Methods) -> Opinion:
        harm = isinstance(one.mention.content, Harm)
        before = [
            told
            for told in self._between(one.passage - _BEFORE, one.passage - 1)
            if not (told.blame or (told.arrest and hurts(one)))
        ]
        last = self._nearest(one, before, methods)
        if last is not None:
            return Opinion("E06", last.names)
        if one.scene.headline and bisect_right(self._passages, one.passage) == 0:
            behind = self._between(one.passage + 1, one.passage + _BEHIND)
            first = next((told for told in behind if fit(methods, told.methods) != "other"), None)
            if first is not None:
                return Opinion("E07", first.names)
        near = harm and one.passage - self._last[0] <= 1
        if near and self._last[1]:
            return Opinion("E08", self._last[1])
        claimed = self._claimed(one)
        if claimed:
            return Opinion("E09", claimed)
        sole = self._sole(one, methods)
        return Opinion("E10", sole) if sole else Opinion("E11", ())

    def _sole(self, one: Placed, methods: Methods) -> Names:
        """Return the one party whose force the report tells, for more of its method behind it."""
        if one.scene.background or one.scene.years:
            return ()
        known = (self._often[method] for method in sorted(methods) if method in self._often)
        return next((told.names for told in known if told.start < one.mention.span.start), ())

    def _claimed(self, one: Placed) -> Names:
        """Return the one party that takes responsibility in the passages behind a mention."""
        behind = (c for c in self._claims if 0 <= c.passage - one.passage <= _CLAIM)
        taken = {claim.names for claim in behind}
        return next(iter(taken)) if len(taken) == 1 else ()

    def _tellings(self, placed: Sequence[Placed]) -> Iterator[_Telling]:
        for one in placed:
            content = one.mention.content
            if tells_author(one.mention):
                own = self.force.told_by(one)
                stance = content.stance if isinstance(content, Blame) else None
                blame, claim = stance is Stance.ACCUSED, stance is Stance.CLAIMED
                yield _Telling(one.mention.by, one.passage, one.mention.span.start, own, blame, claim, is_arrest(one))

    def _between(self, first: int, last: int) -> Sequence[_Telling]:
        """Return the tellings of the passages from one to another, in text order."""
        return self._told[bisect_right(self._passages, first - 1) : bisect_right(self._passages, last)]

    def _nearest(self, one: Placed, told: Sequence[_Telling], methods: Methods) -> _Telling | None:
        start = one.mention.span.start
        fitting = (other for other in told if fit(methods, other.methods) != "other")
        return min(fitting, key=lambda o: (one.passage - o.passage, o.blame, abs(o.start - start)), default=None)


def _often(told: Sequence[_Telling]) -> dict[Method, _Telling]:
    """Return by method where its author has been told often, of a report that tells one party's force alone."""
    found: dict[Method, _Telling] = {}
    times = Counter[Method]()
    if len({party_of(name) for one in told for name in one.names}) == 1:
        for one in told:
            times.update(one.methods)
            found |= {method: one for method in one.methods if times[method] == _OFTEN}
    return found
