"""Who did it, as the words around a verb or noun of force, harm or damage tell: each way has an id.

B01 subject     "the army shelled the town"
B02 by-phrase   "shelled by the army", "an attack by rebels", "a raid blamed on rebels", "the fire of the army"
B03 adjective   "Russian strikes", "the SDF's raid"
B04 force       the author of what did it, or in which it happened ("Russian strikes killed", "killed in a raid")
B05 sides       "clashes between A and B", "clashes with B", "killed fighting B"
B06 light verb  "forces launched an attack"
B07 pronoun     "it carried out": the party that was last a subject
"""

from collections.abc import Iterable, Iterator, Sequence

from corroborate.extract.actors import adjective_author, is_actor, name, nationalities, words_of
from corroborate.extract.force import Units, governor, is_noun, object_of, subject_of
from corroborate.extract.force import words_of as force_words
from corroborate.extract.groups import chain_end
from corroborate.extract.method_choice import author_class
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.document import Token
from corroborate.model.passing import passing

_REACH = 12  # units after a verb or noun in which "by …" may name its author
_BESIDE = 3  # units after a fight within which "with …" names its other side
_RELATIVE = 6  # units of "which we believe were"
_TOLD = 3  # units before a verb: force, who tells of it, a verb of saying
_DEPTH = 4  # steps from harm to its force, to its verb, to its subject
_FORCE = ("attack", "weapon")
_TELLING = (*_FORCE, "effect", "damage", "object")
_DEEDS = ("attack-verb", "harm-verb", "damage-verb")
_SUBJECTS = ("it", "they", "he", "she", "we", "i")
_FINITE = (Voice.ACTIVE, Voice.PASSIVE)


@passing
class Doers:
    """The units of a passage with its tokens and text, asked for authors.

    `before` is the party last told before it, `groups` are the armed groups named before it.
    """

    units: Units
    tokens: Sequence[Token]
    text: str
    before: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    def of(self, at: int, depth: int = _DEPTH) -> tuple[str, ...]:
        """Return the names of those said to have done what stands at an index."""
        if depth <= 0 or not 0 <= at < len(self.units):
            return ()
        if self.units[at].kind is UnitKind.VERB:
            return self._of_verb(at, depth)
        return self._of_noun(at, depth)

    def _of_verb(self, at: int, depth: int) -> tuple[str, ...]:
        verb = self.units[at]
        if self._is_suffered(at):
            return self._after(at, depth, by_force=True) or self._fought(at)
        found = self._accused(at)
        subject = None if found else subject_of(self.units, at)
        hangs = verb.voice in (Voice.ING, Voice.INFINITIVE)
        if subject is not None and (not hangs or self._does(subject, at)):
            found = self._of_subject(at, subject, depth)
        elif not found and hangs:
            leaders = (self.of(leader, depth - 1) for leader in self._leaders(at))
            found = next((names for names in leaders if names), ())
        elif not found:
            found = self._of_reported(at, depth)
        return found or self._after(at, depth, by_force=True)

    def _of_reported(self, at: int, depth: int) -> tuple[str, ...]:
        """Return the author of force whose verb follows who tells of it: "a raid |the army says| killed"."""
        told = at >= _TOLD and self.units[at - 1].lemma in force_words("tells") and is_noun(self.units, at - 2)
        force = told and any(self.units[at - 3].sense(domain) for domain in _FORCE)
        return self.of(at - 3, depth - 1) if force else ()

    def _is_suffered(self, at: int) -> bool:
        """Say whether the subject of the verb at an index suffers what it tells: "was shelled", "killed in", "died"."""
        verb = self.units[at]
        if verb.voice is Voice.PASSIVE or verb.lemma in words_of("undergo"):
            return True
        frames = {sense.detail for sense in verb.senses if sense.domain in _DEEDS}
        alone = verb.voice is Voice.BARE and object_of(self.units, at) is None
        died = any(sense.domain == "harm-verb" and sense.detail == "vi" for sense in verb.senses)
        return died or (alone and "vt" in frames)

    def _fought(self, at: int) -> tuple[str, ...]:
        """Return those whom the one harmed was fighting ("killed |fighting rebels|")."""
        for index in range(at + 1, min(at + _REACH, len(self.units) - 1)):
            here = self.units[index]
            if here.kind is UnitKind.VERB:
                fights = here.voice is Voice.ING and here.lemma in words_of("combat") and self._is_party(index + 1)
                return self._names(self._joined(index + 1)) if fights else ()
        return ()

    def _accused(self, at: int) -> tuple[str, ...]:
        """Return who is accused "of killing", suspected "of shelling", blamed "for bombing"."""
        if at < 3 or self.units[at].voice is not Voice.ING or self.units[at - 1].word not in ("of", "for", "from"):  # noqa: PLR2004  # so many units stand before it
            return ()
        accuses = any(self.units[i].lemma in words_of("accuse") for i in range(max(0, at - 5), at - 2))
        return self._names((at - 2,)) if accuses and self._is_party(at - 2) else ()

    def _does(self, subject: int, at: int) -> bool:
        """Say whether a party before an -ing does what it tells: not where the party only follows a preposition."""
        governed = self.units[subject - 1 if subject else 0].kind is UnitKind.PREPOSITION
        close = self.units[at].sense("attack-verb") and all(
            u.kind is UnitKind.ADVERB for u in self.units[subject + 1 : at]
        )
        return self._is_party(subject) and (bool(close) or not governed)

    def _leaders(self, at: int) -> Iterator[int]:
        """Yield the finite verbs that an -ing or infinitive can hang on: the nearest, then those that tell a deed."""
        first = True
        for index in range(at - 1, -1, -1):
            unit = self.units[index]
            if unit.kind is not UnitKind.VERB or unit.voice in (Voice.ING, Voice.INFINITIVE):
                continue
            bare = unit.voice is Voice.BARE and (
                object_of(self.units, index) is None or subject_of(self.units, index) is not None
            )
            finite = unit.voice in _FINITE or (bare and not any(s.value == "siege" for s in unit.senses))
            if finite and (first or self._carries(unit)):
                yield index
                first = False

    def _of_subject(self, at: int, subject: int, depth: int) -> tuple[str, ...]:
        unit = self.units[subject]
        if unit.pronoun:
            return self._antecedent(subject) if unit.word in ("it", "they", "he", "she", "which", "who") else ()
        if any(unit.sense(domain) for domain in _FORCE):
            return self.of(subject, depth - 1)
        doer = self.units[at].sense("attack-verb") is not None
        heads = self._joined_before(subject)
        return self._names(i for i in heads if self._is_party(i) or self._is_ally(i) or (doer and self._can_act(i)))

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
            if self._is_party(index) and self.units[index + 1].kind is UnitKind.VERB:
                found = self._names((index,))
                if found:
                    return found
        return self.before

    def _of_noun(self, at: int, depth: int) -> tuple[str, ...]:
        unit = self.units[at]
        if not any(unit.sense(domain) for domain in _TELLING):
            return ()  # people: whose they are, is not who harmed them
        own = adjective_author(unit, self.tokens, self.text)
        sides = self._sides(at, own)
        if sides:
            return sides
        named = self._after(at, depth, by_force=False)
        if named:
            return named
        if own:
            return (own,)
        lead = self._lead(at)
        if lead is not None:
            found = self.of(lead, depth - 1)
            if found:
                return found
        return self._antecedent(at) if unit.determiner in ("its", "their") else ()

    def _lead(self, at: int) -> int | None:
        """Return the verb whose object force is, or by whose means it is used: "launched |a raid|"."""
        lead = governor(self.units, at)
        if lead is not None and self.units[lead].word in ("with", "using", "through"):
            lead = next((i for i in range(lead - 1, -1, -1) if self.units[i].kind is UnitKind.VERB), None)
        if lead is not None and self.units[lead].word == "behind" and lead and self.units[lead - 1].lemma == "be":
            return lead - 1
        if lead is None or self.units[lead].kind is not UnitKind.VERB or self.units[lead].voice is Voice.PASSIVE:
            return None
        return lead if self._carries(self.units[lead]) and not self._is_told_of(lead, at) else None

    def _is_told_of(self, lead: int, at: int) -> bool:
        """Say whether a verb of saying stands before the subject of another verb ("said |the blast| hit")."""
        following = chain_end(self.units, at)
        speaks = self.units[lead].lemma in ("say", "report", "believe", "announce", "claim", "see", "suspect")
        return speaks and following < len(self.units) and self.units[following].kind is UnitKind.VERB

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
        if not is_noun(self.units, at):
            return False
        unit = self.units[at]
        if is_actor(unit):
            return True
        if unit.pronoun or unit.word not in words_of("body") | words_of("loyal"):
            return False
        adjectives = (self.tokens[i].folded in nationalities() for i in range(unit.first, unit.last - 1))
        owned = self._next(at + 1) in ("of", "from") and is_noun(self.units, at + 2)
        return any(adjectives) or _has_actor(unit) or (owned and _is_name(self.units[at + 2]))

    def _next(self, at: int) -> str:
        return self.units[at].word if at < len(self.units) else ""

    def _is_ally(self, at: int) -> bool:
        unit = self.units[at]
        known = unit.word in words_of("allied") or unit.word in words_of("body") or unit.sense("actor") is not None
        return unit.determiner in ("its", "their", "his") and known

    def _after(self, at: int, depth: int, *, by_force: bool) -> tuple[str, ...]:
        """Return the author that "by" names after a verb or noun, or of the force that "by", "in", "due to" name."""
        for index in range(at + 1, min(at + _REACH, len(self.units) - 1)):
            here, following = self.units[index], self.units[index + 1]
            if self._names_author(at, index):
                found = self._by(index + 2 if following.kind is UnitKind.SIGN else index + 1, here.word)
                if found:
                    return found
            tied = by_force and here.word in force_words("by") and (here.word != "by" or self._governs(at, index))
            if tied and is_noun(self.units, index + 1) and any(following.sense(domain) for domain in _FORCE):
                return self.of(index + 1, depth - 1)
            if self._closes(here) or self._opens_clause(index):
                return ()
        return ()

    def _opens_clause(self, at: int) -> bool:
        """Say whether a pronoun opens a clause of its own: "… since |it| began"."""
        unit = self.units[at]
        return unit.pronoun and unit.word in _SUBJECTS and self.units[at + 1].kind is UnitKind.VERB

    def _names_author(self, at: int, index: int) -> bool:
        """Say whether the preposition at an index names the author of what stands before it."""
        word, before = self.units[index].word, self.units[index - 1]
        if word in ("by", "from"):
            return self._governs(at, index)
        if word in ("on", "to"):
            return before.kind is UnitKind.VERB and before.lemma in words_of("laid")
        near = index - at <= _BESIDE or self.units[at].kind is UnitKind.VERB or before.word in ("hand", "hands")
        return word == "of" and before.word in words_of("issue") and near

    def _by(self, at: int, word: str) -> tuple[str, ...]:
        if not is_noun(self.units, at):
            return ()
        unit = self.units[at]
        if word != "by" and any(s.value == "state" for s in unit.senses):
            return ()  # "rockets from Utopia": where they came from
        known = self._is_party(at) or (word == "by" and unit.proper and self._can_act(at))
        return self._names(self._joined(at)) if known else ()

    def _governs(self, at: int, by: int) -> bool:
        """Say whether "by" belongs to what stands at an index, and not to "held |by|", "backed |by|"."""
        if by - 1 == at:
            return True
        before = self.units[by - 1]
        if self.units[by].word == "from" and before.sense("attack") is None and before.word != "fire":
            return False
        if before.kind is not UnitKind.VERB:
            return True
        if self.units[at].kind is UnitKind.VERB:  # "killed and three wounded |by|", "shelled and burnt |by|"
            shared = any(before.sense(domain) and self.units[at].sense(domain) for domain in _DEEDS)
            return shared and any(unit.kind is UnitKind.CONJUNCTION for unit in self.units[at:by])
        harmed = before.sense("harm-verb") is not None and self.units[at].sense("attack") is None
        return before.lemma in words_of("carry") or harmed

    def _closes(self, unit: Unit) -> bool:
        if unit.kind is UnitKind.VERB:
            return unit.voice in (Voice.ACTIVE, Voice.INFINITIVE) and not self._carries(unit)
        return unit.kind is UnitKind.SUBORDINATOR or unit.word in (".", ";")

    def _joined(self, at: int, *, far: bool = False) -> list[int]:
        """Return the parties joined to the one at an index by "and"."""
        found = [at]
        last = chain_end(self.units, at)
        while last + 1 < len(self.units) and self.units[last].word in ("and", "&", "or", "as well as", ","):
            party = self._is_party(last + 1) or (is_noun(self.units, last + 1) and (far or self._is_ally(last + 1)))
            if not party:
                break
            found.append(last + 1)
            last = chain_end(self.units, last + 1)
        return found

    def _can_act(self, at: int) -> bool:
        """Say whether the subject of a verb of force can be its author for want of another reading."""
        unit = self.units[at]
        people = unit.sense("people")
        if (people is not None and people.value != "combatants") or unit.pronoun or not unit.word:
            return False
        alone = unit.last == unit.first + 1 and unit.first == 0
        owned = unit.plural and any(s.domain in ("group", "actor") for s in unit.inner)
        named = people is not None or (unit.proper and not alone) or owned
        other = ("attack", "weapon", "object", "effect", "damage")
        return named and not any(unit.sense(domain) for domain in other)

    def _owner(self, at: int) -> tuple[str, ...]:
        """Return whose the doers are of which only "its", "their" tell ("|its| fighters")."""
        unit = self.units[at]
        joined = at > 0 and self.units[at - 1].kind is UnitKind.CONJUNCTION  # "the army and |its fighters|"
        general = unit.word not in words_of("allied") | words_of("nameless") and not unit.inner
        return self._antecedent(at) if general and not joined and self._is_ally(at) else ()

    def _names(self, heads: Iterable[int]) -> tuple[str, ...]:
        found = [one for at in heads for one in (self._owner(at) or (self._name(at),))]
        return tuple(dict.fromkeys(one for one in found if one))

    def named(self, at: int) -> tuple[str, ...]:
        """Return the name of the party at an index, none for one that stays nameless."""
        return self._names((at,))

    def _name(self, at: int) -> str:
        unit = self.units[at]
        behind = at + 2
        owned = behind < len(self.units) and self.units[at + 1].word in ("of", "from") and _is_name(self.units[behind])
        if _is_nameless(unit):
            if owned and not _is_land(self.units[behind]):
                return self._name(behind)
            return adjective_author(unit, self.tokens, self.text) or self._predicated(at)
        craft = unit.sense("actor")
        if craft is not None and craft.value == "craft":
            whose = adjective_author(unit, self.tokens, self.text)
            if whose:
                return whose
        spelled = self._pointed(at) or name(unit, self.tokens, self.text)
        loyal = behind + (unit.word not in words_of("loyal"))
        if (
            loyal - 1 < len(self.units)
            and self.units[loyal - 2].word in words_of("loyal")
            and is_noun(self.units, loyal)
        ):
            return self._through(unit, spelled, loyal)
        if owned and (unit.sense("actor") or unit.sense("people") or unit.word in words_of("body")):
            return self._through(unit, spelled, behind)
        return spelled

    def _pointed(self, at: int) -> str:
        """Return the armed group named before to which a definite general word points ("the militants")."""
        unit = self.units[at]
        last = unit.word.rpartition(" ")[2]
        general = last in words_of("militant") or last in words_of("grouped")
        named = any(s.domain == "group" for s in unit.inner) or self._next(at + 1) in ("of", "from")
        if unit.determiner != "the" or not general or named:
            return ""
        if any(self.tokens[i].text[:1].isupper() for i in range(unit.first + 1, unit.last)):
            return ""
        known = (*self.groups, *armed_groups(self.units[:at], self.tokens, self.text))
        return next((one for one in reversed(known) if author_class(one) in ("extremist", "other")), "")

    def _through(self, unit: Unit, spelled: str, last: int) -> str:
        """Return a name together with what follows it, up to a unit."""
        start = self.text.rindex(spelled, 0, self.tokens[unit.last - 1].end)
        return self.text[start : self.tokens[self.units[last].last - 1].end]

    def _predicated(self, at: int) -> str:
        """Return whose nameless doers are said to be: "jets, which we believe were |Russian|"."""
        relative = at + 1 + (self._next(at + 1) == ",")
        if self._next(relative) not in ("which", "that"):
            return ""
        for index in range(relative + 1, min(relative + _RELATIVE, len(self.units))):
            unit = self.units[index]
            if (
                unit.kind is UnitKind.VERB
                and unit.lemma == "be"
                and not unit.negated
                and is_noun(self.units, index + 1)
            ):
                told = self.units[index + 1]
                return name(told, self.tokens, self.text) if told.word in nationalities() else ""
        return ""


def _has_actor(unit: Unit) -> bool:
    return any(sense.domain in ("group", "actor") for sense in unit.inner)


def _is_land(unit: Unit) -> bool:
    return unit.word in words_of("land")


def _is_name(unit: Unit) -> bool:
    return unit.kind is UnitKind.NOUN and (
        unit.proper or unit.sense("group") is not None or unit.sense("actor") is not None
    )


def _is_nameless(unit: Unit) -> bool:
    """Say whether a group of doers stays nobody: lone craft, bombers and gunmen ("a suicide bomber", "jets")."""
    many = unit.quantity is not None and unit.quantity.numeral and unit.plural  # "four gunmen" are somebody
    return unit.word in words_of("nameless") and not _has_actor(unit) and not many


def armed_groups(units: Units, tokens: Sequence[Token], text: str) -> tuple[str, ...]:
    """Return the armed groups that units name, in order."""
    named = (u for u in units if u.kind is UnitKind.NOUN and not u.pronoun and _is_armed(u))
    return tuple(name(unit, tokens, text) for unit in named)


def _is_armed(unit: Unit) -> bool:
    known = unit.sense("group") or (unit.any_sense("group") if unit.word in words_of("grouped") else None)
    return known is not None and known.value == "armed_group"


def party_of(units: Units, tokens: Sequence[Token], text: str) -> tuple[str, ...]:
    """Return the party that a passage is about: its first actor with a verb of its own."""
    doers = Doers(units, tokens, text)
    for at, unit in enumerate(units[:-1]):
        follows = units[at + 1].kind is UnitKind.VERB and units[at + 1].voice is not Voice.PASSIVE
        if follows and is_actor(unit) and not unit.sense("people"):
            return doers.named(at)
    return ()
