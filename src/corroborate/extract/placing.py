"""A mention with its place in a report."""

from collections.abc import Sequence

from corroborate.model.mention import Mention
from corroborate.model.passing import passing


@passing
class Scene:
    """A passage as inheritance sees it: what it is, and the words for long times in it.

    `background` says that some word tells of the past, `war` that one tells of a war; `years`, `year`, `long` of years,
    of this year, of a long time since; `pointing` that one points at several things told before; `unknown` that nobody
    knows its doers; `doubted` that it leaves open which of two parties did it; `settings` are where clauses begin that
    tell what goes on at a place ("where rebels fight"); `earlier` where force begins that is told for the
    time since or before it ("days after |a gas attack|").
    """

    background: bool = False
    headline: bool = False
    war: bool = False
    years: bool = False
    year: bool = False
    long: bool = False
    pointing: bool = False
    unknown: bool = False
    apart: bool = False
    doubted: bool = False
    settings: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()


@passing
class Placed:
    """A mention, the number of its passage, and what that passage is."""

    mention: Mention
    passage: int
    scene: Scene = Scene()


@passing
class Found:
    """What the words of a report say by themselves, in text order, before one mention takes anything from another.

    `echoes` are attacks that only repeat one; `is_doubted` says that the report leaves open whose an attack was.
    """

    mentions: Sequence[Placed]
    echoes: Sequence[Placed]
    is_doubted: bool
