"""What one report says of its main incident: how many it killed, injured, displaced."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corroborate.model.casualty import Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.document import Document, PassageKind
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Harm
from corroborate.model.nearness import Nearness, nearness

_ADDS = re.compile(r"\b(?:also|another|others?|more|additional(?:ly)?|further|as well|too)\b", re.IGNORECASE)
_APART = re.compile(r"[^.;]{0,60}[(\[][^)\]]*coded separately", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:against|protest(?:ing|s)?|condemn(?:ing|s)?|denounc(?:ing|es)?|aveng(?:e|ing)|justice for|"
    r"(?:revenge|retaliation|reprisal) for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)  # "a march against |the killing of two men|": the men were killed in another event
_CODED = re.compile(r"\bcoded\b", re.IGNORECASE)  # the number that an analyst has settled on
_TOLL = "H07"  # the rule that reads what a toll "has risen to"
_PAIR = 2  # of two equal numbers neither is the total of the other


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of the main incident: its ends as the words name them, and the claims that carry it.

    An open end is None: "at least 29" and "more than 29" are 29 and open above, as those who code events by hand
    write them down. `summed` says that the text gives only parts, which were added.
    """

    low: int | None
    high: int | None
    claims: tuple[ClaimId, ...]
    summed: bool = False

    @property
    def number(self) -> int:
        """Return it as one number: the low end, else the high one."""
        return self.low if self.low is not None else self.high or 0


@dataclass(frozen=True, slots=True)
class MainCount:
    """The harm of a report's main incident; None where nothing is said, 0 where it is said that there was none."""

    killed: Stated | None
    injured: Stated | None
    displaced: Stated | None


@dataclass(frozen=True, slots=True)
class _Figure:
    """A claim that counts people; `number` is its one number."""

    claim: Claim
    harm: Harm

    @property
    def number(self) -> int:
        low, high = _ends(self.harm.count)
        return low if low is not None else high or 0

    @property
    def sentence(self) -> int:
        return self.claim.passage.start

    @property
    def nobody(self) -> bool:
        return self.harm.count.qualifier is Qualifier.NONE

    @property
    def is_toll(self) -> bool:
        return self.claim.rules[0].startswith(_TOLL)

    @property
    def adds(self) -> bool:
        """Whether its words count further people beside those told before."""
        return bool(_ADDS.search(self.claim.span.quote))


def main_count(document: Document, claims: Sequence[Claim], totals: Collection[ClaimId] = ()) -> MainCount:
    """Return what a report says of its main incident; `totals` are the claims that count more than one incident.

    The main incident is that of the headline, else of the first passage with a count for one incident. Where only
    totals are told, the first of them stands in.
    """
    counted = [figure for figure in _figures(claims) if not _is_elsewhere(document, figure)]
    single = [figure for figure in counted if figure.claim.id not in totals] or counted
    lead = _lead(document, single)
    told = [figure for figure in single if all(_may_be_one(figure.claim, other.claim) for other in lead)]
    return MainCount(*(_stated(told, effect) for effect in (Effect.KILLED, Effect.INJURED, Effect.DISPLACED)))


def _is_elsewhere(document: Document, figure: _Figure) -> bool:
    """Say whether the words around a figure give it to another event: one coded apart, or the occasion of this one."""
    span, passage = figure.claim.span, figure.claim.passage
    headline = document.passages[0].start == passage.start and document.passages[0].kind is PassageKind.HEADLINE
    before, behind = document.text[passage.start : span.start], document.text[span.end : passage.end]
    return bool(_APART.match(behind)) or (not headline and bool(_OCCASION.search(before)))


def _figures(claims: Sequence[Claim]) -> list[_Figure]:
    """Return the claims that count people, in text order."""
    ordered = sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.id))
    harms = [_Figure(claim, claim.content) for claim in ordered if isinstance(claim.content, Harm)]
    return [figure for figure in harms if figure.harm.count.qualifier is not Qualifier.VAGUE]


def _lead(document: Document, figures: Sequence[_Figure]) -> list[_Figure]:
    """Return the figures of the headline, else of the first passage that counts anybody."""
    somebody = [figure for figure in figures if not figure.nobody]
    headlines = {one.start for one in document.passages[:1] if one.kind is PassageKind.HEADLINE}
    first = [figure for figure in somebody if figure.sentence in headlines] or somebody[:1]
    return [figure for figure in somebody if figure.sentence == first[0].sentence]


def _may_be_one(claim: Claim, other: Claim) -> bool:
    """Say whether nothing in their days and places keeps two claims apart."""
    one, two = claim.situation, other.situation
    if one.when is not None and two.when is not None and not one.when.overlaps(two.when):
        return False
    return nearness(one.where, two.where) is not Nearness.FAR


def _stated(told: Sequence[_Figure], effect: Effect) -> Stated | None:
    """Return the figure of an effect: that of the first passage which counts it, with those told to be further ones."""
    mine = [figure for figure in told if figure.harm.effect is effect]
    ids = {figure.claim.id for figure in mine}
    wholes = [figure for figure in mine if figure.claim.part_of not in ids]
    somebody = [figure for figure in wholes if not figure.nobody]
    if not somebody:
        return Stated(0, 0, tuple(figure.claim.id for figure in wholes)) if wholes else None
    first = [figure for figure in somebody if figure.sentence == somebody[0].sentence]
    parts = _parts(first)
    for figure in somebody[len(first) :]:
        if not figure.adds:
            break  # what is further from here on is further to a figure that is told again
        if not _retells(figure, parts):
            parts.append(figure)
    tolls = [figure for figure in somebody if figure.is_toll]
    settled = [toll for toll in tolls if _CODED.search(toll.claim.span.quote)]
    risen = [toll for toll in tolls if toll.number > sum(part.number for part in parts)]
    return _sum((settled or risen)[-1:] or parts)


def _parts(figures: Sequence[_Figure]) -> list[_Figure]:
    """Return the figures of one passage that make its total: its parts are listed, or of other people, or further."""
    parts = [figures[0]]
    for figure in figures[1:]:
        if any(_same(figure, other) for other in parts):
            continue
        others = figure.harm.people not in {People.PEOPLE, *(part.harm.people for part in parts)}
        if others or figure.adds or any(figure.claim.span.overlaps(part.claim.span) for part in parts):
            parts.append(figure)
    alone = [
        part
        for part in parts
        if not any(part.claim.span.overlaps(other.claim.span) for other in parts if other is not part)
    ]
    greatest = max(alone, key=lambda part: part.number, default=None)
    if greatest and len(parts) > _PAIR and 2 * greatest.number == sum(part.number for part in parts):
        return [greatest]
    return parts


def _same(figure: _Figure, other: _Figure) -> bool:
    """Say whether two rules have read the same words: "a toll of |nine| dead"."""
    one, two = figure.claim, other.claim
    return one.span.overlaps(two.span) and one.rules[0] != two.rules[0] and figure.harm.count == other.harm.count


def _retells(figure: _Figure, parts: Sequence[_Figure]) -> bool:
    """Say whether a further figure was told before as such: "two others"."""
    return any(part.adds and figure.harm.people is part.harm.people and figure.number == part.number for part in parts)


def _sum(parts: Sequence[_Figure]) -> Stated:
    lows, highs = zip(*(_ends(part.harm.count) for part in parts), strict=True)
    low = None if all(end is None for end in lows) else sum(end or 0 for end in lows)
    high = None if any(end is None for end in highs) else sum(end or 0 for end in highs)
    return Stated(low, high, tuple(part.claim.id for part in parts), summed=len(parts) > 1)


def _ends(count: Count) -> tuple[int | None, int | None]:
    """Return the ends of a count as its words name them: "more than 60" names 60."""
    if count.qualifier is Qualifier.MORE_THAN and count.low is not None:
        return count.low - 1, None
    if count.qualifier is Qualifier.LESS_THAN and count.high is not None:
        return None, count.high + 1
    return count.low, count.high
