"""Passages that tell of a whole war or a long time, whose harm many events did."""

from collections.abc import Sequence

from corroborate.extract.placing import Placed, Scene
from corroborate.model.mention import Harm

_GREAT = 5_000  # dead or hurt: more than one event told by itself has
_YEARLY = 50  # dead or hurt "this year": more than one event told by itself has


def passages_of_long(placed: Sequence[Placed]) -> frozenset[int]:
    """Return the passages that tell of a whole war or a long time, and those that go on about "these attacks"."""
    found: set[int] = set()
    for one in placed:
        goes_on = one.scene.pointing and one.passage - 1 in found
        if goes_on or (isinstance(one.mention.content, Harm) and _is_of_long(one.scene, one.mention.content)):
            found.add(one.passage)
    return frozenset(found)


def _is_of_long(scene: Scene, harm: Harm) -> bool:
    most = harm.count.low or harm.count.high or 0
    great = most >= _GREAT and (scene.war or scene.years)
    return scene.long or great or (scene.war and scene.years) or (scene.year and most >= _YEARLY)
