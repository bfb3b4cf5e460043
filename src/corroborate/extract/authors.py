"""Who did it, as the words around a verb or noun of force, harm or damage tell: each way has an id.

B01 subject     "the army shelled the town"
B02 by-phrase   "shelled by the army", "an attack by rebels", "a raid blamed on rebels", "the fire of the army"
B03 adjective   "Russian strikes", "the SDF's raid"
B04 force       the author of what did it, or in which it happened ("Russian strikes killed", "killed in a raid")
B05 sides       "clashes between A and B", "clashes with B", "killed fighting B"
B06 light verb  "forces launched an attack"
B07 pronoun     "it carried out": the party that was last a subject
"""

from collections.abc import Iterator

from corroborate.extract import sides
from corroborate.extract.actors import adjective_author, is_judging, words_of
from corroborate.extract.cast import OTHERWISE, Cast
from corroborate.extract.doer_phrases import (
    accused,
    carries,
    closes,
    governs,
    is_number,
    names_author,
    opens_clause,
    owned_by,
    owned_up,
    past_held,
    relative_head,
    tells_of,
    won,
)
from corroborate.extract.force import governor, is_noun, object_of, skip, verb_after
from corroborate.extract.force import words_of as force_words
from corroborate.extract.groups import phrase_start
from corroborate.extract.sharing import sharers
from corroborate.extract.subjects import subject_of
from corroborate.extract.suffering import DEEDS, is_suffered, shared_object
from corroborate.extract.units import UnitKind, Voice
from corroborate.model.casualty import Effect
from corroborate.model.mention import Method

_REACH = 16  # units after a verb or noun in which "by …" may name its author
_FAR = 60  # units before an -ing in which its finite verb may stand
_CLAUSE = 8  # units of "what the army called a |raid|"
_TOLD = 3  # units before a verb: force, who tells of it, a verb of saying
_DEPTH = 4  # steps from harm to its force, to its verb, to its subject
_FORCE = ("attack", "weapon")
_GOVERNING = ("of", "amid", "among", "at", "on", "near", "against", "with", "to", "into", "for")  # a noun told of aside
_BESIDE_STATE = (UnitKind.NOUN, UnitKind.ADVERB, UnitKind.CONJUNCTION, UnitKind.STATE, UnitKind.INCLUDING)
_OWN = 3  # units of "reports of the army" before "shelling"
_TIES = frozenset(("connection", "connections", "link", "links", "relation"))
_ONE = ("one", "ones", "those")
_FINITE = (Voice.ACTIVE, Voice.PASSIVE)


class Doers:
    """The units of a passage, asked for authors."""

    __slots__ = ("_known", "_of_kind", "cast", "units")

    def __init__(self, cast: Cast) -> None:
        """Take the units with their parties."""
        self.cast = cast
        self.units = cast.units
        self._of_kind = {UnitKind.VERB: self._of_verb, UnitKind.STATE: self._of_state}
        self._known: dict[tuple[int, int], tuple[str, ...]] = {}

    def of(self, at: int, depth: int = _DEPTH) -> tuple[str, ...]:
        """Return the names of those said to have done what stands at an index; harm and force ask for the same."""
        if depth <= 0 or not 0 <= at < len(self.units):
            return ()
        found = self._known.get((at, depth))
        if found is None:
            of_kind = self._of_kind.get(self.units[at].kind, self._of_noun)
            found = self._known[at, depth] = of_kind(at, depth)
        return found

    def _of_verb(self, at: int, depth: int) -> tuple[str, ...]:
        verb = self.units[at]
        if is_suffered(self.cast, at):
            return (
                self._after(at, depth, by_force=True)
                or sides.fought(self.cast, at)
                or self._of_outer(at, depth)
                or self._leaving(at, depth)
            )
        found = accused(self.cast, at) or won(self.cast, at)
        if found:
            return found
        telling = self._raised(at)
        subject = subject_of(self.units, telling)
        hangs = telling == at and verb.voice in (Voice.ING, Voice.INFINITIVE)
        if hangs and self._has_own_doer(at):
            return self.cast.names(self.cast.joined_before(at - 1))
        if subject is not None and (not hangs or self._does(subject, at)):
            found = self._of_subject(at, subject, depth)
            forced = tells_of(self.units[subject], _FORCE)
            return found or (self._after(at, depth, by_force=True) if forced else self._of_mine(at, depth))
        if hangs:
            leaders = (self.of(leader, depth - 1) for leader in self._leaders(at))
            found = next((names for names in leaders if names), ())
        return found or self._of_reported(at, depth) or self._after(at, depth, by_force=True)

    def _has_own_doer(self, at: int) -> bool:
        """Say whether an -ing of force has a party of its own: "(stayed) despite |the army| |shelling| the town"."""
        if at < _OWN or self.units[at].voice is not Voice.ING or self.units[at].sense("attack-verb") is None:
            return False
        tie, before = self.units[at - 2], self.units[at - 3]
        opens = tie.word == "despite" or (tie.word in ("of", "about") and not tells_of(before, OTHERWISE))
        return opens and self.cast.is_party(at - 1)

    def _of_state(self, at: int, depth: int) -> tuple[str, ...]:
        return self._leaving(at, depth) or self._of_noun(at, depth)

    def _leaving(self, at: int, depth: int) -> tuple[str, ...]:
        """Return who left people in a state: "|rebel raids| left six dead and ten |wounded|"."""
        index = at - 1
        while index > max(0, at - _CLAUSE) and (self.units[index].kind in _BESIDE_STATE or self._is_state(index)):
            index -= 1
        verb = self.units[max(0, index)]
        if verb.lemma not in words_of("leave"):
            return ()
        return self._after(index, depth, by_force=True) if verb.voice is Voice.PASSIVE else self.of(index, depth - 1)

    def _is_state(self, at: int) -> bool:
        """Say whether a unit is a comma, or a participle of harm in a list: "six dead and ten |wounded|"."""
        unit = self.units[at]
        return unit.word == "," or (unit.voice is Voice.BARE and unit.sense("harm-verb") is not None)

    def _of_mine(self, at: int, depth: int) -> tuple[str, ...]:
        """Return the author of what a verb ran into: "a bus |struck| a mine planted by rebels"."""
        thing = object_of(self.units, at)
        weapon = None if thing is None else self.units[thing].sense("weapon")
        return self.of(thing, depth - 1) if thing is not None and weapon is not None else ()

    def _raised(self, at: int) -> int:
        """Return the verb whose subject did it: itself, or "|are alleged| to have shelled", "|claimed| to have"."""
        bare = self.units[at].voice is Voice.INFINITIVE or self.units[at].modal == "to"
        if not (at > 0 and bare):
            return at
        before = self.units[at - 1]
        classes = ("held", "accuse") if before.voice is Voice.PASSIVE else ("announce",)
        return at - 1 if before.voice is not Voice.ING and before.lemma in words_of(*classes) else at

    def _of_reported(self, at: int, depth: int) -> tuple[str, ...]:
        """Return the author of force whose verb follows who tells of it: "a raid |the army says| killed"."""
        told = at >= _TOLD and self.units[at - 1].lemma in force_words("tells") and is_noun(self.units, at - 2)
        force = told and tells_of(self.units[at - 3], _FORCE)
        return self.of(at - 3, depth - 1) if force else ()

    def _of_outer(self, at: int, depth: int) -> tuple[str, ...]:
        """Return the author of force of which a clause tells whom it harmed: "|raids| in which six were killed"."""
        for index in range(at - 1, max(at - _CLAUSE, 1), -1):
            if self.units[index].kind is UnitKind.VERB or self.units[index].word in (".", ";", ":"):
                return ()
            if self.units[index].word == "which" and self.units[index - 1].kind is UnitKind.PREPOSITION:
                noun = index - 2 - (self.units[index - 2].word == ",")
                force = phrase_start(self.units, noun) if is_noun(self.units, noun) else index
                told = tells_of(self.units[force], _FORCE)
                return self.of(force, depth - 1) if told else ()
        return ()

    def _does(self, subject: int, at: int) -> bool:
        """Say whether a party before an -ing does what it tells: not one that a preposition or a verb governs."""
        first = self.cast.joined_before(subject)[0]  # "held by rebels and |militias|, killing two"
        before = first - 1  # "ambushed on Friday |a group of| rebels, killing two"
        while before > 0 and (self.units[before].kind is UnitKind.ADVERB or is_number(self.units[before])):
            before -= 1
        governed = before >= 0 and self.units[before].kind in (UnitKind.PREPOSITION, UnitKind.VERB)
        close = self.units[at].sense("attack-verb") and all(
            u.kind is UnitKind.ADVERB for u in self.units[subject + 1 : at]
        )
        return self.cast.is_party(subject) and (bool(close) or not governed)

    def _leaders(self, at: int) -> Iterator[int]:
        """Yield the finite verbs that an -ing or infinitive can hang on: the nearest, then those that tell a deed."""
        first = True
        for index in range(at - 1, max(-1, at - _FAR), -1):
            unit = self.units[index]
            if unit.kind is not UnitKind.VERB or unit.voice in (Voice.ING, Voice.INFINITIVE):
                continue
            bare = unit.voice is Voice.BARE and (
                object_of(self.units, index) is None or subject_of(self.units, index) is not None
            )
            finite = unit.voice in _FINITE or (bare and not any(s.value == "siege" for s in unit.senses))
            lends = carries(unit) and unit.lemma not in force_words("tells")
            if not (unit.auxiliary or lends) and self.units[index + 1].word == "by":
                continue  # "a town |held| by rebels"
            if finite and (lends or (first and unit.voice is not Voice.PASSIVE)) and not self._is_apart(index, at):
                yield index
                first = False

    def _is_apart(self, leader: int, at: int) -> bool:
        """Say whether an -ing tells of no doing of a verb's subject: "a crowd |gathered|", "|arrested| for killing"."""
        unit = self.units[leader]
        if any(sense.value == Effect.DETAINED for sense in unit.senses):
            return self.units[at - 1].word not in (",", "and", "by", "after", "before", "while")
        subject = subject_of(self.units, leader) if unit.voice is Voice.BARE and not unit.senses else None
        return subject is not None and subject > 0 and self.units[subject - 1].word in _GOVERNING

    def _of_subject(self, at: int, subject: int, depth: int) -> tuple[str, ...]:
        subject = self._called(subject)
        if self._is_hit_by(subject):
            return self.of(subject - 1, depth - 1)
        suspected = self.cast.said_to_be(subject)
        if suspected is not None:
            return self.cast.names((suspected,))
        heads = self.cast.joined_before(subject)
        outer, others = phrase_start(self.units, heads[0]), heads[1:]
        if others and tells_of(self.units[subject], _FORCE):
            own = self.of(subject, depth - 1)  # "strikes on Homs and a |Utopian raid| killed"
            if own:
                return own
        if outer != heads[0]:
            subject, heads = outer, self.cast.joined_before(outer)  # "|raids| in Homs and Hama killed"
            of = self.cast.is_party(outer) and self.units[outer + 1].word in ("of", "from")
            heads += others if of else []  # "fighters of A and |B| attacked"
        unit = self.units[subject]
        if unit.pronoun:
            return self._meant(subject)
        doer = tells_of(self.units[at], DEEDS) or self.units[at].lemma in words_of("deal")
        if any(sense.detail in ("fire", "light") for sense in self.units[at].senses):
            heads = [i for i in heads if not self._is_means(i)]  # "drones |launched| at the port"
        act = [i for i in heads if self._acts(i, at if doer else None)]
        if self.units[at].lemma in words_of("clash") and object_of(self.units, at) is None:
            act = [i for i in heads if not self.units[i].pronoun] + sides.opponents(self.cast, at)
        named = self.cast.names(act + sides.backers(self.cast, heads[-1]) if act else act)
        force = subject if tells_of(unit, _FORCE) else relative_head(self.units, at)
        told = not named and force is not None and tells_of(self.units[force], _FORCE)
        return self.of(force, depth - 1) if told and force is not None else named

    def _meant(self, at: int) -> tuple[str, ...]:
        """Return the party that a pronoun stands for as a subject: who speaks for "we", else who was told before."""
        word = self.units[at].word
        if word == "we":
            return self.cast.speaker()
        if word not in ("it", "they", "he", "she", "which", "who"):
            return ()
        return owned_up(self.cast, at) or self.cast.antecedent(at)

    def _called(self, subject: int) -> int:
        """Return who is told to be the one that did it: "|the army| is the one that (shelled it)"; else the subject."""
        be = self.units[subject - 1]
        told = subject > 1 and self._is_one(subject) and be.lemma == "be" and not be.negated
        named = subject_of(self.units, subject - 1) if told else None
        named = (
            named if named == skip(self.units, subject - 2, -1) else None
        )  # "|Noor|, a cleric, is the one who": unsure
        return subject if named is None else named

    def _is_one(self, at: int) -> bool:
        return self.cast.tokens[self.units[at].last - 1].folded in _ONE

    def _acts(self, head: int, deed: int | None) -> bool:
        """Say whether a subject can be the author: a party, or of the verb of a deed whoever can have done it."""
        if self.cast.is_party(head) or self.cast.is_ally(head):
            return True
        if deed is None or self._is_one(head):
            return False
        counted = self.units[deed].sense("harm-verb") is None  # "two men |stormed| it"; not "two men |killed| days ago"
        crowd = self.cast.is_crowd(head, counted=counted) and shared_object(self.cast, deed) is not None
        return crowd or self.cast.can_act(head)

    def _is_hit_by(self, at: int) -> bool:
        """Say whether a noun group is where force went that is the subject ("rockets fired at |A| hit a bus")."""
        if not is_noun(self.units, at - 2):
            return False
        verb = self.units[at - 1]
        reduced = verb.kind is UnitKind.VERB and verb.voice is Voice.BARE and verb.sense("attack-verb") is not None
        return reduced and tells_of(self.units[at - 2], _FORCE)

    def _is_means(self, at: int) -> bool:
        """Say whether a noun names what is fired, and nobody who fires it: no sniper."""
        return self.units[at].sense("weapon") is not None and self.units[at].sense("people") is None

    def _of_noun(self, at: int, depth: int) -> tuple[str, ...]:
        unit = self.units[at]
        if not tells_of(unit, OTHERWISE):
            return ()  # people: whose they are, is not who harmed them
        own = self._own(at)
        fighting = sides.sides(self.cast, at, own)
        if fighting:
            return fighting
        harm = any(unit.sense(domain) for domain in ("effect", "damage")) and not unit.sense("attack")
        named = self._of_relative(at) or self._after(at, depth, by_force=harm)
        if named:
            return named
        theirs = unit.determiner in ("its", "their")
        loose = own is not None and (is_judging(own) or own.casefold() in words_of("manner"))
        if own and not loose:
            return (own,)
        lead = self._lead(at)
        if lead is not None:
            found = self.of(lead, depth - 1)
            if found:
                return found
        whose = self.cast.antecedent(at) if theirs else ()  # "|its terrorist| raids"
        return whose or ((own,) if own else ())

    def _of_relative(self, at: int) -> tuple[str, ...]:
        """Return who fires force in a relative clause: "rockets |that rebels| fired", "rockets |rebels| fired"."""
        doer = at + 1 + (self.units[at + 1 : at + 2] != () and self.units[at + 1].word in ("that", "which"))
        verb = doer + 1
        if verb >= len(self.units) or not self.cast.is_party(doer) or self.units[verb].kind is not UnitKind.VERB:
            return ()
        fires = any(sense.detail in ("fire", "light") for sense in self.units[verb].senses)
        aimed = self.units[verb].lemma.endswith(" at") or object_of(self.units, verb) is None
        does = fires and aimed and self.units[verb].voice in (Voice.ACTIVE, Voice.BARE)
        return self.cast.names((doer,)) if does and tells_of(self.units[at], _FORCE) else ()

    def _own(self, at: int) -> str | None:
        """Return the adjective or name that owns force, before the first of the words that share its noun."""
        first = next((left for left, _ in sharers(self.units, at)), at)
        return adjective_author(self.units[first], self.cast.tokens, self.cast.text)

    def _lead(self, at: int) -> int | None:
        """Return the verb whose object force is, or by whose means it is used: "launched |a raid|"."""
        lead = governor(self.units, at)
        asked = lead is not None and self.units[lead - 1].word in words_of("inquiry")  # "led |a probe| of the raid"
        if lead and self.units[lead].word == "of" and not (asked or self.units[lead - 1].senses):
            lead = governor(self.units, lead - 1)  # "set off |tonnes of| explosives"
        if lead and self.units[lead].word == "in" and self.units[lead - 1].lemma in words_of("join"):
            return lead - 1  # "engaged |in| a massacre"
        if lead and lead > 1 and self.units[lead].word == "in" and self.units[lead - 1].word in words_of("share"):
            return lead - 2 if self.units[lead - 2].kind is UnitKind.VERB else None  # "took part |in| a massacre"
        if lead and self.units[lead - 1].word in _TIES:
            return None  # "arrested in |connection| with a raid"
        owning = owned_by(self.units, lead)
        if owning is not None:
            return owning
        if lead is not None and self.units[lead].word in ("with", "using", "through"):
            lead = next((i for i in range(lead - 1, -1, -1) if self.units[i].kind is UnitKind.VERB), None)
        if lead and self.units[lead].word == "behind" and self.units[lead - 1].lemma == "be":
            return lead - 1
        if lead is None or self.units[lead].kind is not UnitKind.VERB or self.units[lead].voice is Voice.PASSIVE:
            return None
        if any(sense.value == Effect.DETAINED for sense in self.units[lead].senses):
            return None  # "arrested in connection with |the raid|"
        downs = any(sense.value == Method.SHOOTDOWN for sense in self.units[lead].senses)  # "intercepted |rockets|"
        downs = downs or self.units[lead].lemma in words_of("ward")
        return lead if carries(self.units[lead]) and not (downs or self._is_told_of(lead, at)) else None

    def _is_told_of(self, lead: int, at: int) -> bool:
        """Say whether a verb of saying or thinking only tells of force: "said |the blast| hit"; not "claimed |it|"."""
        lemma = self.units[lead].lemma
        if lemma not in force_words("tells") and lemma not in words_of("laid", "accuse"):
            return False
        return lemma not in words_of("announce") or verb_after(self.units, at) is not None

    def _after(self, at: int, depth: int, *, by_force: bool) -> tuple[str, ...]:
        """Return the author that "by" names after a verb or noun, or of the force that "by", "in", "due to" name."""
        for index in range(at + 1, min(at + _REACH, len(self.units) - 1)):
            here, following = self.units[index], self.units[index + 1]
            if names_author(self.cast, at, index):
                found = self._by(past_held(self.units, index + 1), here.word)
                if found:
                    return found
            tied = by_force and here.word in force_words("by") and (here.word != "by" or governs(self.cast, at, index))
            if tied and following.word in ("what", "which"):
                return self._said_to_be(index + 1, depth)
            if tied and is_noun(self.units, index + 1) and tells_of(following, _FORCE):
                return self.of(index + 1, depth - 1)
            relative = index == at + 1 and here.word in ("that", "which")  # "a raid |that| was carried out by rebels"
            if (closes(here) and not relative) or opens_clause(self.units, index):
                return ()
        return ()

    def _said_to_be(self, at: int, depth: int) -> tuple[str, ...]:
        """Return the author of force that a clause behind "what" names: "in |what were likely Russian strikes|"."""
        for index in range(at + 1, min(at + _CLAUSE, len(self.units))):
            unit = self.units[index]
            if unit.kind is UnitKind.NOUN and not unit.pronoun:
                if tells_of(unit, _FORCE):
                    return self.of(index, depth - 1)
                whose = adjective_author(unit, self.cast.tokens, self.cast.text)
                if whose:
                    return (whose,)
        return ()

    def _by(self, at: int, word: str) -> tuple[str, ...]:
        if not is_noun(self.units, at):
            return ()
        unit = self.units[at]
        if word == "from" and unit.word in words_of("stand"):
            whose = adjective_author(unit, self.cast.tokens, self.cast.text)
            return (whose,) if whose else ()
        if word != "by" and any(s.value == "state" for s in unit.senses):
            return ()  # "rockets from Utopia": where they came from
        known = self.cast.is_party(at) or (word == "by" and self.cast.can_act(at))
        heads = self.cast.joined(at) if known else []
        return self.cast.names(heads + sides.backers(self.cast, heads[-1])) if heads else ()
