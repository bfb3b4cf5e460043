"""What a mention takes from the rest of the report: the author and the weapons of the event that it belongs to.

A report tells the author of an event once and goes on about it. A mention without an author of its own has the
likeliest of those that the report tells, or none (`author_choice`). Of two parties that fought each other, harm to the
people of one is the other's alone (`opponents`).

Blame of whom the law is after has its actor, and nobody who is said to have done it: that, a court has to find.

Its weapons are those that `Arms` finds, and its own alone where its passage tells of a whole war or a long time ("the
war has killed more than 200,000 people").
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corroborate.extract.arms import Arms
from corroborate.extract.author_choice import authors
from corroborate.extract.long_times import passages_of_long
from corroborate.extract.placing import Placed
from corroborate.model.ids import MentionId
from corroborate.model.mention import Blame, Harm, Mention, Stance, Verification

_AT_LAW = frozenset(  # rules by which somebody is suspected, charged, sought or sentenced
    f"B{rule}"
    for rule in "02-charged 06-suspect 07-faces 34-culprit 39-wanted 42-sentenced 43-warranted 44-serving".split()
)

_MUTUAL = frozenset(("B08-traded",))


def inherited(placed: Sequence[Placed], echoes: Sequence[Placed] = (), *, doubted: bool = False) -> list[Mention]:
    """Return the mentions in the same order, each with the author and weapons that its event lends it.

    `echoes` are mentions of attacks that only repeat another: no claims, but harm may be tied to its event by one;
    `doubted` says that the report leaves open which of two parties an attack was by.
    """
    did, arms, of_long = authors(placed, echoes, doubted=doubted), Arms(placed, echoes), passages_of_long(placed)
    together = _accused_together(placed)
    filled: list[Mention] = []
    wholes: dict[MentionId, Mention] = {}
    for one in placed:
        nothing_lent = one.passage in of_long and isinstance(one.mention.content, Harm) and not one.mention.weapons
        by = did.get(one.mention.id, ())
        by = by if one.mention.by else together.get((one.passage, by), by)
        mention = _filled(one, by, arms, nothing_lent=nothing_lent)
        whole = wholes.get(mention.part_of) if mention.part_of else None
        if whole is not None and not mention.weapons:
            mention = replace(mention, weapons=whole.weapons)
        wholes[one.mention.id] = mention
        filled.append(mention)
    return arms.shared(placed, filled)


def _accused_together(placed: Sequence[Placed]) -> Mapping[tuple[int, tuple[str, ...]], tuple[str, ...]]:
    """Return by passage and name all who are accused of one act there: "blamed |rebels|, |the army| and |Noor| for".

    Not who accuse each other.
    """
    accused: dict[tuple[int, int], list[Mention]] = {}
    for one in placed:
        mutual = one.mention.rule in _MUTUAL or "other" in one.mention.span.quote.split()
        accusing = isinstance(one.mention.content, Blame) and one.mention.content.stance is Stance.ACCUSED
        if accusing and one.mention.by and not mutual:
            accused.setdefault((one.passage, one.mention.trigger.start), []).append(one.mention)
    return {
        (passage, mention.by): tuple(dict.fromkeys(name for other in shared for name in other.by))
        for (passage, _), shared in accused.items()
        for mention in shared
        if len(shared) > 1
    }


def _filled(one: Placed, by: tuple[str, ...], arms: Arms, *, nothing_lent: bool) -> Mention:
    """Return a mention with its author and weapons; `nothing_lent` where these are its own alone."""
    mention = one.mention
    if isinstance(mention.content, Verification):
        return mention
    if isinstance(mention.content, Blame):
        by = () if mention.rule in _AT_LAW else mention.by
        return replace(mention, by=by, weapons=arms.of(one))
    weapons = () if nothing_lent else arms.of(one) or arms.sole(one, by)
    return replace(mention, by=by, weapons=weapons) if (by, weapons) != (mention.by, mention.weapons) else mention
