"""What a mention takes from the rest of the report: the author and the weapons of the event that it belongs to.

A report tells the author of an event once and goes on about it. A mention without an author of its own has

E01  nobody, where its passage tells of a whole war ("the war has killed more than 200,000 people")
E02  the author of the same toll told elsewhere ("30 killed": headline and lead)
E03  the author of the nearest attack of its passage or of the few before, where the two can be of one method

Its weapons are those of the nearest attack that names some.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corroborate.model.casualty import Count, Qualifier
from corroborate.model.mention import Attack, Blame, Harm, Mention, Method, Verification, Weapon
from corroborate.model.passing import passing

_BEFORE = 4  # passages before a mention in which its attack may name the author; 2, 3, 6 were measured to be worse
_BESIDE = 1  # and in which it may name the weapons


@passing
class Scene:
    """A passage as inheritance sees it: `background` says that it tells of a whole war."""

    background: bool = False


@passing
class Placed:
    """A mention, the number of its passage, and what that passage is."""

    mention: Mention
    passage: int
    scene: Scene = Scene()


def inherited(placed: Sequence[Placed]) -> list[Mention]:
    """Return the mentions in the same order, each with the author and weapons that its event lends it."""
    report = Report(placed)
    return [_filled(one, report) for one in placed]


def _filled(one: Placed, report: "Report") -> Mention:
    mention = one.mention
    if isinstance(mention.content, Blame | Verification):
        return mention
    by = mention.by or report.author(one)
    weapons = mention.weapons or report.weapons(one)
    return replace(mention, by=by, weapons=weapons) if (by, weapons) != (mention.by, mention.weapons) else mention


class Report:
    """The attacks of a report by passage, with the authors and tolls that it tells; made once a report."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        """Take in the mentions of a report, in text order."""
        self._attacks: dict[int, list[Placed]] = {}
        self._tolls: dict[tuple[str, Count], tuple[str, ...]] = {}
        for one in placed:
            content = one.mention.content
            if isinstance(content, Attack):
                self._attacks.setdefault(one.passage, []).append(one)
            if isinstance(content, Harm) and one.mention.by and _is_toll(content):
                self._tolls.setdefault((content.effect, content.count), one.mention.by)

    def author(self, one: Placed) -> tuple[str, ...]:
        """Return the author that the report lends a mention, by E01, E02, E03."""
        content = one.mention.content
        if isinstance(content, Harm):
            if one.scene.background:
                return ()
            if _is_toll(content) and (content.effect, content.count) in self._tolls:
                return self._tolls[content.effect, content.count]
        mine = self._methods(one)
        for other in self._near(one, _BEFORE):
            its = self._methods(other)
            if other.mention.by and (not mine or not its or mine & its):
                return other.mention.by
        return ()

    def weapons(self, one: Placed) -> tuple[Weapon, ...]:
        """Return the weapons of the attack of the passage, else shortly before; an attack keeps to its own."""
        if isinstance(one.mention.content, Attack) or one.scene.background:
            return ()
        near = list(self._near(one, _BESIDE))
        event = [other for other in near if other.passage == near[0].passage]
        return next((other.mention.weapons for other in event if other.mention.weapons), ())

    def _near(self, one: Placed, before: int) -> Iterator[Placed]:
        """Yield the attacks of a passage and of those before it, the nearest first."""
        start = one.mention.span.start
        for step in range(before + 1):
            here = self._attacks.get(one.passage - step, [])
            yield from sorted((o for o in here if o is not one), key=lambda o: abs(o.mention.span.start - start))

    def _methods(self, one: Placed) -> frozenset[Method]:
        """Return the methods of force that a mention can belong to: its own, those of its passage, of one before."""
        content = one.mention.content
        if isinstance(content, Attack):
            return frozenset((content.method,))
        for step in range(_BESIDE + 1):
            here = [o.mention.content for o in self._attacks.get(one.passage - step, [])]
            if here:
                return frozenset(content.method for content in here if isinstance(content, Attack))
        return frozenset()


def _is_toll(harm: Harm) -> bool:
    """Say whether a count can tell one event from another: a number above one."""
    return harm.count.qualifier is not Qualifier.VAGUE and harm.count.high != 1
