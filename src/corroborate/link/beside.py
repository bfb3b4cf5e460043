"""Where statements on responsibility and on checking belong: in the incident they concern, or beside it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corroborate.link.lexicon import words
from corroborate.link.profile import Profile, own_words
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId
from corroborate.model.mention import Blame, DamagedObject, Method, Verification, Weapon
from corroborate.model.nearness import Nearness, nearness
from corroborate.model.party import party_of

_TOXIC = frozenset({Weapon.CHLORINE, Weapon.SARIN, Weapon.CHEMICAL})
_CLOSE = 500  # characters: about three sentences, as far as "these claims" points back
_ENOUGH = 2.0
_RECENT_DAYS = 31
_STRETCH = _RECENT_DAYS + 1  # days under one key: what is recent to a day lies under two of them
_POISON = "poison"
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


def stands_beside(statement: Claim, one: Profile) -> bool:
    """Say whether a general statement stands beside a group of another report.

    They share their matter, the group is not far from where the statement speaks of, and lies in the month before it
    was printed.
    """
    if statement.published is None or one.when is None or statement.document == one.document:
        return False
    return (
        0 <= statement.published.toordinal() - one.when.start.toordinal() <= _RECENT_DAYS
        and _same_matter(statement, one)
        and not any(nearness(statement.situation.where, where) is Nearness.FAR for where in one.locations)
    )


def said_keys(statement: Claim) -> frozenset[str]:
    """Return the keys under which groups look for a general statement: its matter, and when it was printed."""
    if statement.published is None:
        return frozenset()
    stretch = statement.published.toordinal() // _STRETCH
    return frozenset(f"said {matter} {stretch}" for matter in _matters_of(statement))


def asked_by(statement: Claim) -> frozenset[str]:
    """Return the keys under which the groups lie that a general statement may stand beside."""
    if statement.published is None:
        return frozenset()
    printed = statement.published.toordinal()
    stretches = {printed // _STRETCH, (printed - _RECENT_DAYS) // _STRETCH}
    return frozenset(f"held {matter} {one}" for matter in _matters_of(statement) for one in stretches)


def held_keys(one: Profile) -> frozenset[str]:
    """Return the keys under which general statements look for a group."""
    return frozenset(f"held {matter} {one.when.start.toordinal() // _STRETCH}" for matter in _matters(one) if one.when)


def asked_for(one: Profile) -> frozenset[str]:
    """Return the keys under which the general statements lie that may stand beside a group."""
    if one.when is None:
        return frozenset()
    first = one.when.start.toordinal()
    stretches = {first // _STRETCH, (first + _RECENT_DAYS) // _STRETCH}
    return frozenset(f"said {matter} {stretch}" for matter in _matters(one) for stretch in stretches)


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
    if _is_toxic(statement):
        return bool(one.weapons & _TOXIC) or Method.CHEMICAL_ATTACK in one.methods
    if set(statement.weapons) & one.weapons:
        return True
    return any(str(harmed) in _about(statement) for harmed in one.objects)


def _is_toxic(statement: Claim) -> bool:
    return bool(set(statement.weapons) & _TOXIC or words().toxic.search(statement.span.quote))


def _matters_of(statement: Claim) -> frozenset[str]:
    """Return by what a statement may share the matter of a group: no two share one without one of these in common."""
    if _is_toxic(statement):
        return frozenset({_POISON})
    about = _about(statement)
    return frozenset((*statement.weapons, *(harmed for harmed in DamagedObject if str(harmed) in about)))


def _matters(one: Profile) -> frozenset[str]:
    poison = {_POISON} if one.weapons & _TOXIC or Method.CHEMICAL_ATTACK in one.methods else set()
    return frozenset((*one.weapons, *one.objects, *poison))
