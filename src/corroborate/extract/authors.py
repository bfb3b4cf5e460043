"""Who did it, as the words around a verb or noun of force, harm or damage tell: each way has an id.

B01 subject     "the army shelled the town"
B02 by-phrase   "shelled by the army", "an attack by rebels"
B03 adjective   "Russian strikes", "the SDF's raid"
B04 force       the author of what did it, or in which it happened ("Russian strikes killed", "killed in a raid")
B05 sides       "clashes between A and B", "clashes with B"
B06 light verb  "forces launched an attack"
B07 pronoun     "it carried out": the party that was last a subject
"""

from collections.abc import Iterable, Sequence

from corroborate.extract.actors import adjective_author, is_actor, name
from corroborate.extract.force import Units, governor, is_noun, object_of, subject_of, words_of
from corroborate.extract.groups import chain_end
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.document import Token
from corroborate.model.passing import passing

_REACH = 12  # units after a verb or noun in which "by …" may name its author
_BESIDE = 3  # units after a fight within which "with …" names its other side
_DEPTH = 4  # steps from harm to its force, to its verb, to its subject
_FORCE = ("attack", "weapon")
_DEEDS = ("attack-verb", "harm-verb", "damage-verb")


@passing
class Doers:
    """The units of a passage with its tokens and text, asked for authors; `before` is the party last told before it."""

    units: Units
    tokens: Sequence[Token]
    text: str
    before: tuple[str, ...] = ()

    def of(self, at: int, depth: int = _DEPTH) -> tuple[str, ...]:
        """Return the names of those said to have done what stands at an index."""
        if depth <= 0 or not 0 <= at < len(self.units):
            return ()
        if self.units[at].kind is UnitKind.VERB:
            return self._of_verb(at, depth)
        return self._of_noun(at, depth)

    def _of_verb(self, at: int, depth: int) -> tuple[str, ...]:
        verb = self.units[at]
        known = any(s.domain in _DEEDS and s.detail == "vt" for s in verb.senses)
        passive = verb.voice is Voice.PASSIVE or (
            verb.voice is Voice.BARE and known and object_of(self.units, at) is None
        )
        named = self._after(at, depth, by_force=True)
        if named or passive:
            return named
        accused = self._accused(at)
        if accused:
            return accused
        subject = subject_of(self.units, at)
        if subject is None or (verb.voice in (Voice.ING, Voice.INFINITIVE) and not self._does(subject)):
            leader = self._leader(at)
            return self.of(leader, depth - 1) if leader is not None else ()
        return self._of_subject(at, subject, depth)

    def _accused(self, at: int) -> tuple[str, ...]:
        """Return who is accused "of killing", suspected "of shelling", blamed "for bombing"."""
        if at < 3 or self.units[at].voice is not Voice.ING or self.units[at - 1].word not in ("of", "for", "from"):  # noqa: PLR2004  # so many units stand before it
            return ()
        accuses = any(self.units[i].lemma in words_of("accuse") for i in range(max(0, at - 5), at - 2))
        return self._names((at - 2,)) if accuses and self._is_party(at - 2) else ()

    def _does(self, at: int) -> bool:
        return is_actor(self.units[at]) and self.units[at - 1 if at else 0].kind is not UnitKind.PREPOSITION

    def _leader(self, at: int) -> int | None:
        """Return the finite verb that an -ing or infinitive hangs on."""
        for index in range(at - 1, -1, -1):
            unit = self.units[index]
            finite = unit.voice in (Voice.ACTIVE, Voice.PASSIVE)
            bare = unit.voice is Voice.BARE and (
                object_of(self.units, index) is None or subject_of(self.units, index) is not None
            )
            if unit.kind is UnitKind.VERB and (finite or (bare and not any(s.value == "siege" for s in unit.senses))):
                return index
        return None

    def _of_subject(self, at: int, subject: int, depth: int) -> tuple[str, ...]:
        unit = self.units[subject]
        if unit.pronoun:
            return self._antecedent(subject) if unit.word in ("it", "they", "he", "she", "which", "who") else ()
        if any(unit.sense(domain) for domain in _FORCE):
            return self.of(subject, depth - 1)
        doer = self.units[at].sense("attack-verb") is not None
        heads = self._joined_before(subject)
        return self._names(i for i in heads if is_actor(self.units[i]) or (doer and _can_act(self.units[i])))

    def _joined_before(self, at: int) -> list[int]:
        heads = [at]
        while (
            heads[0] >= 2  # noqa: PLR2004  # a conjunction and a noun before it
            and self.units[heads[0] - 1].word in ("and", "&")
            and self.units[heads[0] - 2].kind is UnitKind.NOUN
        ):
            heads.insert(0, heads[0] - 2)
        return heads

    def _antecedent(self, at: int) -> tuple[str, ...]:
        """Return the party that a pronoun stands for: the last subject before it, else the party told before."""
        for index in range(at - 1, -1, -1):
            if is_actor(self.units[index]) and self.units[index + 1].kind is UnitKind.VERB:
                found = self._names((index,))
                if found:
                    return found
        return self.before

    def _of_noun(self, at: int, depth: int) -> tuple[str, ...]:
        unit = self.units[at]
        own = adjective_author(unit, self.tokens, self.text)
        sides = self._sides(at, own)
        if sides:
            return sides
        named = self._after(at, depth, by_force=False)
        if named:
            return named
        if own:
            return (own,)
        if unit.determiner in ("its", "their"):
            return self._antecedent(at)
        lead = governor(self.units, at)
        if lead is not None and self.units[lead].word in ("with", "using"):
            lead = next((i for i in range(lead - 1, -1, -1) if self.units[i].kind is UnitKind.VERB), None)
        if lead is not None and self.units[lead].kind is UnitKind.VERB and self.units[lead].voice is not Voice.PASSIVE:
            return self.of(lead, depth - 1) if self._carries(self.units[lead]) else ()
        return ()

    def _carries(self, verb: Unit) -> bool:
        known = any(verb.sense(domain) for domain in _DEEDS)
        return known or verb.lemma in words_of("carry")

    def _sides(self, at: int, own: str | None) -> tuple[str, ...]:
        """Return the parties of a fight: "between A and B", "A clashed with B"."""
        fights = any(s.value == "ground_assault" for s in self.units[at].senses)
        for index in range(at + 1, min(at + _REACH, len(self.units) - 1)):
            here = self.units[index]
            if here.word == "between" and self._is_party(index + 1):
                return self._names(self._joined(index + 1, far=True))
            if here.word == "with" and index - at <= _BESIDE and fights and self._is_party(index + 1):
                return (*((own,) if own else ()), *self._names(self._joined(index + 1)))
            if here.kind in (UnitKind.VERB, UnitKind.SUBORDINATOR, UnitKind.SIGN):
                return ()
        return ()

    def _is_party(self, at: int) -> bool:
        return is_noun(self.units, at) and is_actor(self.units[at])

    def _after(self, at: int, depth: int, *, by_force: bool) -> tuple[str, ...]:
        """Return the author that "by" names after a verb or noun, or of the force that "by", "in", "due to" name."""
        for index in range(at + 1, min(at + _REACH, len(self.units) - 1)):
            here, following = self.units[index], self.units[index + 1]
            if here.word in ("by", "from") and self._governs(at, index):
                start = index + 2 if following.kind is UnitKind.SIGN else index + 1
                found = self._by(start, here.word)
                if found:
                    return found
            tied = by_force and here.word in words_of("by") and is_noun(self.units, index + 1)
            if tied and any(following.sense(domain) for domain in _FORCE):
                return self.of(index + 1, depth - 1)
            if self._closes(here):
                return ()
        return ()

    def _by(self, at: int, word: str) -> tuple[str, ...]:
        if not is_noun(self.units, at):
            return ()
        unit = self.units[at]
        known = is_actor(unit) or (word == "by" and unit.proper and _can_act(unit))
        return self._names(self._joined(at)) if known else ()

    def _governs(self, at: int, by: int) -> bool:
        """Say whether "by" belongs to what stands at an index, and not to "held |by|", "backed |by|"."""
        if by - 1 == at:
            return True
        verb = self.units[by - 1]
        if self.units[by].word == "from" and verb.sense("attack") is None:
            return False
        return (
            verb.kind is not UnitKind.VERB
            or any(verb.sense(d) for d in ("attack-verb", "harm-verb", "damage-verb"))
            or self._carries(verb)
        )

    def _closes(self, unit: Unit) -> bool:
        if unit.kind is UnitKind.VERB:
            return unit.voice in (Voice.ACTIVE, Voice.INFINITIVE) and not self._carries(unit)
        return unit.kind is UnitKind.SUBORDINATOR or unit.word in (".", ";")

    def _joined(self, at: int, *, far: bool = False) -> list[int]:
        """Return the parties joined to the one at an index by "and"."""
        found = [at]
        last = chain_end(self.units, at)
        while last + 1 < len(self.units) and self.units[last].word in ("and", "&", "or", "as well as", ","):
            if not (self._is_party(last + 1) or (far and is_noun(self.units, last + 1))):
                break
            found.append(last + 1)
            last = chain_end(self.units, last + 1)
        return found

    def _names(self, heads: Iterable[int]) -> tuple[str, ...]:
        found = [self._name(at) for at in heads]
        return tuple(dict.fromkeys(one for one in found if one))

    def named(self, at: int) -> tuple[str, ...]:
        """Return the name of the party at an index, none for one that stays nameless."""
        return self._names((at,))

    def _name(self, at: int) -> str:
        unit = self.units[at]
        if _is_nameless(unit):
            return adjective_author(unit, self.tokens, self.text) or ""
        spelled = name(unit, self.tokens, self.text)
        behind = at + 2
        if (
            behind < len(self.units)
            and self.units[at + 1].word == "of"
            and unit.sense("actor")
            and _is_name(self.units[behind])
        ):
            end = self.tokens[self.units[behind].last - 1].end
            return self.text[self.text.rindex(spelled, 0, self.tokens[unit.last - 1].end) : end]
        return spelled


def _is_name(unit: Unit) -> bool:
    return unit.kind is UnitKind.NOUN and (
        unit.proper or unit.sense("group") is not None or unit.sense("actor") is not None
    )


def _is_nameless(unit: Unit) -> bool:
    """Say whether a group of doers stays nobody: lone craft, bombers and gunmen ("a suicide bomber", "jets")."""
    return (
        unit.word in words_of("nameless")
        and not any(s.domain in ("group", "actor") for s in unit.inner)
        and not unit.inner
    )


def _can_act(unit: Unit) -> bool:
    """Say whether the subject of a verb of force can be its author for want of another reading."""
    people = unit.sense("people")
    if people is not None and people.value != "combatants":
        return False
    named = unit.proper or people or (unit.plural and any(s.domain in ("group", "actor") for s in unit.inner))
    other = ("attack", "weapon", "object", "effect", "damage")
    return bool(named and unit.word) and not unit.pronoun and not any(unit.sense(domain) for domain in other)


def party_of(units: Units, tokens: Sequence[Token], text: str) -> tuple[str, ...]:
    """Return the party that a passage is about: its first actor with a verb of its own."""
    doers = Doers(units, tokens, text)
    for at, unit in enumerate(units[:-1]):
        follows = units[at + 1].kind is UnitKind.VERB and units[at + 1].voice is not Voice.PASSIVE
        if follows and is_actor(unit) and not unit.sense("people"):
            return doers.named(at)
    return ()
