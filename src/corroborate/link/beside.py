"""Where statements on responsibility and on checking belong: in the incident they concern, or beside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corroborate.link.lexicon import words
from corroborate.link.profile import Profile, own_words
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Blame, Method, Verification, Weapon
from corroborate.model.nearness import Nearness, nearness
from corroborate.model.party import party_of

_TOXIC = frozenset({Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL})
_CLOSE = 500  # characters: about three sentences, as far as "these claims" points back
_ENOUGH = 2.0
_RECENT_DAYS = 31
_MOST_GROUPS = 200  # of a report, that a statement is held against; the most measured are 49


@dataclass(frozen=True, slots=True)
class Attachment:
    """A statement and the group (by index) that it belongs to, or stands beside."""

    claim: ClaimId
    group: int
    beside: bool


def attach(statements: Sequence[Claim], groups: Sequence[Profile]) -> tuple[Attachment, ...]:
    """Return where each statement of a report belongs among the report's groups.

    A statement on one event goes to the group it fits best; one that concerns no single event stands beside every
    group whose matter it concerns; one that fits none is left out, for the caller to ask about.
    """
    attached: list[Attachment] = []
    for statement in sorted(statements, key=lambda c: (c.span, c.id)):
        if is_general(statement):
            near = [i for i in _nearby(statement, groups) if _same_matter(statement, groups[i])]
            attached += [Attachment(statement.id, index, beside=True) for index in near]
            continue
        fits = [(_fit(statement, groups[index]), -index) for index in _nearby(statement, groups)]
        best = max(fits, default=(0.0, 0))
        if best[0] >= _ENOUGH:
            attached.append(Attachment(statement.id, -best[1], beside=False))
    return tuple(attached)


def _nearby(statement: Claim, groups: Sequence[Profile]) -> Sequence[int]:
    """Return all groups, in text order; in a report of very many only those that begin nearest."""
    if len(groups) <= _MOST_GROUPS:
        return range(len(groups))
    at = bisect_left(groups, statement.passage.start, key=lambda one: one.passages[0][0])
    first = min(max(0, at - _MOST_GROUPS // 2), len(groups) - _MOST_GROUPS)
    return range(first, first + _MOST_GROUPS)


def total_before(statement: Claim, sums: Sequence[Claim]) -> tuple[ClaimId, ...]:
    """Return the total that a statement on checking points back to, told shortly before it: at the most one.

    The totals are of one report, in text order.
    """
    here = statement.passage.start
    before = bisect_right(sums, here, key=_passage_end)
    if not isinstance(statement.content, Verification) or not before:
        return ()
    nearest = _passage_end(sums[before - 1])
    if here - nearest > _CLOSE:
        return ()
    return (min(total.id for total in sums[bisect_left(sums, nearest, key=_passage_end) : before]),)


def _passage_end(claim: Claim) -> int:
    return claim.passage.end


def elsewhere(statement: Claim, events: Iterable[tuple[int, Profile]]) -> tuple[int, ...]:
    """Return the clusters beside which a general statement stands, of those offered: they are of other reports.

    They share its matter, are not far from where it speaks of, and lie in the month before it was printed.
    """
    if statement.published is None:
        return ()
    printed = statement.published.toordinal()
    return tuple(
        dict.fromkeys(
            cluster
            for cluster, one in events
            if one.when is not None
            and 0 <= printed - one.when.start.toordinal() <= _RECENT_DAYS
            and _same_matter(statement, one)
            and not any(nearness(statement.situation.where, where) is Nearness.FAR for where in one.locations)
        )
    )


def is_general(claim: Claim) -> bool:
    """Say whether a statement on responsibility concerns no one event: its words are sweeping, and tie it to none."""
    if not isinstance(claim.content, Blame):
        return False
    said = claim.span.quote
    return bool(words().general.search(said)) and not words().particular.search(said)


def _fit(statement: Claim, one: Profile) -> float:
    """Return how well a statement fits a group: by place in the text, by what it points at, by shared matter."""
    if _conflicts(statement, one):
        return 0.0
    about = _about(statement)
    matter = len(own_words(about) & (one.words | one.targets))
    fit = _closeness(statement, one, pointing=bool(words().pointing.search(about or statement.span.quote)))
    fit += min(matter, 2) + 1.5 * _same_matter(statement, one)
    if statement.situation.when is not None and one.when is not None:
        fit += 1.0
    if any(nearness(statement.situation.where, where) is Nearness.SAME for where in one.locations):
        fit += 0.7
    if {party_of(name).casefold() for name in _actors(statement)} & one.parties:
        fit += 0.7
    return fit


def _conflicts(statement: Claim, one: Profile) -> bool:
    when = statement.situation.when
    if when is not None and one.when is not None and not when.overlaps(one.when):
        return True
    return any(nearness(statement.situation.where, where) is Nearness.FAR for where in one.locations)


def _actors(statement: Claim) -> tuple[str, ...]:
    actor = (statement.content.actor,) if isinstance(statement.content, Blame) else ()
    return (*actor, *statement.by)


def _about(statement: Claim) -> str:
    if isinstance(statement.content, Blame | Verification) and statement.content.about:
        return statement.content.about
    return ""


def _closeness(statement: Claim, one: Profile, *, pointing: bool) -> float:
    """Return 3 in the same passage, less the farther back; what points back takes hold of the nearest before it."""
    here = (statement.passage.start, statement.passage.end)
    if here in one.passages:
        return 3.0
    before = [here[0] - end for _, end in one.passages if end <= here[0]]
    after = [start - here[1] for start, _ in one.passages if start >= here[1]]
    back = min(before, default=10 * _CLOSE)
    if back <= _CLOSE:
        return (2.0 if pointing else 1.2) + (1.0 - back / _CLOSE) * 0.9
    return 0.5 if min(after, default=10 * _CLOSE) <= _CLOSE else 0.0


def _same_matter(statement: Claim, one: Profile) -> bool:
    """Say whether both speak of toxic agents, of one weapon, or of one kind of target."""
    weapons = set(statement.weapons)
    if weapons & _TOXIC or words().toxic.search(statement.span.quote):
        return bool(one.weapons & _TOXIC) or Method.CHEMICAL_ATTACK in one.methods
    if weapons & one.weapons:
        return True
    return any(str(harmed) in _about(statement) for harmed in one.objects)
