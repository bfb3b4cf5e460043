"""The weapons of harm and damage: those of the attack that did it, wherever the report names them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corroborate.extract.means import Weapons, is_sharper
from corroborate.extract.placing import Placed
from corroborate.model.casualty import Count, Effect, Qualifier
from corroborate.model.mention import Attack, Harm, Mention, Method, Weapon
from corroborate.model.party import party_of
from corroborate.model.span import Span


class Arms:
    """The attacks of a report by passage, and the tolls whose weapons are told; made once a report."""

    def __init__(self, placed: Sequence[Placed], echoes: Sequence[Placed]) -> None:
        """Take in the mentions of a report, in text order, and the attacks that only repeat one."""
        self._attacks = _by_passage(placed)
        self._echoes = _by_passage(echoes)
        told = [one.mention for one in placed if isinstance(one.mention.content, Attack)]
        self._parties = {party_of(name) for mention in told for name in mention.by}
        means = {mention.weapons for mention in told if mention.weapons}
        alone = next(iter(means)) if len(means) == len(self._parties) == 1 else ()
        self._means: Weapons = alone if alone in _GUIDED else ()
        self._tolls: dict[tuple[str, Count], tuple[Weapons, frozenset[Method]]] = {}
        for one in placed:
            content = one.mention.content
            if isinstance(content, Harm) and is_toll(content):
                weapons = one.mention.weapons or self._by_attack(one)
                if weapons:
                    self._tolls.setdefault((content.effect, content.count), (weapons, self._methods(one)))

    def sole(self, one: Placed, by: Sequence[str]) -> Weapons:
        """Return the one means of a report that tells of one party's force alone, for harm that this party did."""
        apart = one.scene.background or one.scene.apart or not _is_bodily(one.mention)
        theirs = bool(by) and {party_of(name) for name in by} == self._parties
        return self._means if theirs and not apart else ()

    def of(self, one: Placed) -> Weapons:
        """Return the weapons of the event of harm or damage that names none; an attack keeps to its own."""
        content, own = one.mention.content, one.mention.weapons
        if isinstance(content, Attack):
            return own
        found = self._by_attack(one)
        if own and (is_sharper(found, one.mention) or set(own) < set(found)):
            return found  # "fired rocket and mortar shells, killing six": both did it, not the nearer alone
        unarmed = isinstance(content, Harm) and not _is_bodily(one.mention)
        apart = one.scene.background and one.passage not in self._attacks and one.passage not in self._echoes
        if own or apart or unarmed:
            return own
        return found or self._by_toll(one)

    def shared(self, placed: Sequence[Placed], mentions: Sequence[Mention]) -> list[Mention]:
        """Return mentions in their order, harm that tells no means with those of the harm that it is joined to.

        "Two died |and six were hurt| in a car bomb", "the rocket led to the killing of two |and the injury of six|".
        """
        given = list(mentions)
        harms = [at for at, mention in enumerate(given) if _is_bodily(mention)]
        for first, second in pairwise(harms):
            left, right = given[first], given[second]
            joined = 0 <= right.span.start - left.span.end <= _JOINT
            lacks, has = (first, second) if set(left.weapons) < set(right.weapons) else (second, first)
            more = set(given[lacks].weapons) < set(given[has].weapons)
            if not (joined and more) or placed[lacks].mention.weapons:
                continue
            attacks = [one.mention.span for one in self._attacks.get(placed[lacks].passage, [])]
            apart = any(_touch(at, given[lacks].span) and not _touch(at, given[has].span) for at in attacks)
            if placed[first].passage == placed[second].passage and not apart:
                given[lacks] = replace(given[lacks], weapons=given[has].weapons)
        return given

    def _by_toll(self, one: Placed) -> Weapons:
        """Return the weapons of the same toll told elsewhere, by force of a method that can be this one's."""
        content = one.mention.content
        if not isinstance(content, Harm) or not is_toll(content):
            return ()
        weapons, methods = self._tolls.get((content.effect, content.count), ((), frozenset[Method]()))
        mine = self._methods(one)
        return weapons if not mine or not methods or mine & methods else ()

    def _by_attack(self, one: Placed) -> Weapons:
        """Return the weapons of the attacks of its passage, the nearest first, else of those told last before it."""
        start = one.mention.span.start
        before = range(one.passage, one.passage - _BEFORE - 1, -1)
        here = next((attacks for at in before if (attacks := self._attacks.get(at))), [])
        present = (other for other in here if other.mention.trigger.start not in one.scene.earlier)
        near = sorted(present, key=lambda other: abs(other.mention.span.start - start))
        touching = [other for other in near if _touch(one.mention.span, other.mention.span)]
        if touching:
            return next((other.mention.weapons for other in touching if other.mention.weapons), ())
        echoes = self._echoes.get(one.passage, [])
        return next((other.mention.weapons for other in (*near, *echoes) if other.mention.weapons), ())

    def _methods(self, one: Placed) -> frozenset[Method]:
        here = (other.mention.content for other in self._attacks.get(one.passage, []))
        return frozenset(content.method for content in here if isinstance(content, Attack))


_BEFORE = 4  # passages before harm in which its attack may be told; 1, 2, 8 were measured to be worse
_GUIDED = ((Weapon.MISSILE,), (Weapon.DRONE,))  # what "strikes", "raids" and "bombardment" may be without saying so


def _is_bodily(mention: Mention) -> bool:
    """Say whether a mention is harm that a weapon does to a body, not flight, custody or a siege."""
    content = mention.content
    return isinstance(content, Harm) and content.effect in (Effect.KILLED, Effect.INJURED, Effect.CASUALTIES)


_JOINT = 6  # characters of ", and "


def _touch(left: Span, right: Span) -> bool:
    """Say whether two spans overlap or stand beside each other: "killed |in a clash|"."""
    return left.start <= right.end + _APART and right.start <= left.end + _APART


_APART = 12  # characters between harm and the words for the force that did it


def _by_passage(placed: Sequence[Placed]) -> dict[int, list[Placed]]:
    found: dict[int, list[Placed]] = {}
    for one in placed:
        if isinstance(one.mention.content, Attack):
            found.setdefault(one.passage, []).append(one)
    return found


def is_toll(harm: Harm) -> bool:
    """Say whether a count can tell one event from another: a number above one."""
    return harm.count.qualifier is not Qualifier.VAGUE and harm.count.high != 1
