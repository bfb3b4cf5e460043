"""The parties of a passage: who can use force, how each is named, whom a pronoun or a general word stands for."""

from collections.abc import Callable, Iterable, Sequence

from corroborate.extract.actors import adjective_author, is_actor, is_led, name, nationalities, words_of
from corroborate.extract.coordination import tells
from corroborate.extract.force import Units, is_noun
from corroborate.extract.force import words_of as force_words
from corroborate.extract.groups import chain_end
from corroborate.extract.method_choice import author_class
from corroborate.extract.subjects import subject_of
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.document import Token, words_in
from corroborate.model.passing import passing

_FAR = 60  # units back in which a pronoun or a general word finds whom it means
_BRACKETS = 4  # units of "A (B) militants"
_CLOSING_BRACKET = {"(": ")", "[": "]"}
_INSERTED = 10  # units that brackets may hold
_APPOSED = 3  # units of "in the capital," before its name
_SHORT_FORM = 3  # letters of "RSF"
_SOME = 5  # words at the head of a sentence by which it shows whether it is in capitals
_HELD = 3  # units of "gunmen believed to be" before what they are
_RELATIVE = 7  # units of "which is expected to be affiliated to"


OTHERWISE = ("attack", "weapon", "object", "effect", "damage")  # senses of nouns that name no doers
_SEATS = ("capital", "city", "town", "port")
_ASIDE = ("with", "by", "against", "between", "from", "to", "in", "on", "at", "near")  # before a list of others
_CLOSING = ("”", '"', "’", "'")
_AFTER_INSERT = (",", *_CLOSING)


@passing
class Cast:
    """The units of a passage with its tokens and text, asked for parties.

    `before` gives the party last told before it, `groups` the armed groups named before it.
    """

    units: Units
    tokens: Sequence[Token]
    text: str
    before: Callable[[], tuple[str, ...]] = tuple
    groups: Callable[[], tuple[str, ...]] = tuple

    def is_party(self, at: int) -> bool:
        """Say whether the noun group at an index can use force, as far as it or the words around it tell."""
        if not is_noun(self.units, at):
            return False
        unit = self.units[at]
        if is_actor(unit):
            return True
        if unit.pronoun or unit.word not in words_of("body", "loyal", "nameless"):
            return False
        before = (self.tokens[i].folded for i in range(unit.first, unit.last - 1))
        adjectives = (word in nationalities() or is_led(word) for word in before)
        owned = self._next(at + 1) in ("of", "from") and is_noun(self.units, at + 2)
        return any(adjectives) or _has_actor(unit) or (owned and _is_name(self.units[at + 2]))

    def is_ally(self, at: int) -> bool:
        """Say whether doers stand at an index of which a party before them is the owner ("|its| militias")."""
        unit = self.units[at]
        known = unit.word in words_of("allied") or unit.word in words_of("body") or unit.sense("actor") is not None
        return unit.determiner in ("its", "their", "his", "our") and known

    def can_act(self, at: int) -> bool:
        """Say whether the subject of a verb of force can be its author for want of another reading."""
        unit = self.units[at]
        people, last = unit.sense("people"), unit.word.rpartition(" ")[2]
        if (
            unit.pronoun
            or not unit.word
            or (at and self.units[at - 1].kind is UnitKind.PREPOSITION and not self._by(at))
            or self._is_place_in_list(at)
            or self._is_place_apposed(at)
            or last in words_of("upheaval")
        ):
            return False
        if people is not None and people.value != "combatants":
            return last in words_of("doer") or (self._by(at) and last not in words_of("victim"))
        alone = unit.last == unit.first + 1 and unit.first == 0 and not self._is_short_form(unit)
        named = people is not None or (unit.proper and not alone and unit.determiner not in ("a", "an"))
        return (named or last in words_of("doer")) and not any(unit.sense(domain) for domain in OTHERWISE)

    def is_crowd(self, at: int, *, counted: bool) -> bool:
        """Say whether people who can do harm stand at an index ("|villagers| beat a thief"), `counted` or not."""
        unit = self.units[at]
        last = unit.word.rpartition(" ")[2]
        known = last in words_of("crowd") or (unit.sense("people") is not None and last not in words_of("victim"))
        return known and unit.plural and (counted or unit.quantity is None) and not unit.pronoun

    def _is_short_form(self, unit: Unit) -> bool:
        """Say whether a word is the short form of a name ("FACT"), and not in capitals because its sentence is."""
        word, opening = self.tokens[unit.last - 1].text, self.tokens[:_SOME]
        shouted = all(token.text.isupper() for token in opening if token.text.isalpha())
        return len(word) >= _SHORT_FORM and word.isupper() and not shouted

    def _is_place_in_list(self, at: int) -> bool:
        """Say whether a name is the last of places behind one preposition: "(in A, Utopia, and) |Port Noor| killed"."""
        index = at
        while index > 0 and self._is_of_list(index):
            index -= 1
        return index < at and self.units[index].word in ("in", "at", "near", "outside")

    def _is_place_apposed(self, at: int) -> bool:
        """Say whether a name tells which place one behind a preposition is: "(bombs in the capital,) |Noor| killed"."""
        before = self.units[at - _APPOSED : at] if at > _APPOSED else ()
        kinds = [unit.kind for unit in before[:-1]]
        return kinds == [UnitKind.PREPOSITION, UnitKind.NOUN] and before[-1].word == "," and self.units[at].proper

    def _is_of_list(self, at: int) -> bool:
        """Say whether a unit is a plain name or what joins names."""
        unit = self.units[at]
        seat = (
            unit.word.rpartition(" ")[2] in _SEATS and self._next(at - 1) == ","
        )  # "in A, |the Utopian capital|, and"
        return unit.kind is UnitKind.CONJUNCTION or unit.word == "," or seat or (unit.proper and not unit.senses)

    def _by(self, at: int) -> bool:
        opened = at - 1 - (self.units[at - 1].voice is Voice.BARE and self.units[at - 1].kind is UnitKind.VERB)
        return at > 0 and self.units[opened].word == "by"

    def joined(self, at: int, *, far: bool = False) -> list[int]:
        """Return the parties joined to the one at an index by "and"."""
        found = [self._apposed(at)]
        last = self._past_brackets(chain_end(self.units, found[0]))
        while last + 1 < len(self.units) and self.units[last].word in ("and", "&", "or", "as well as", ","):
            party = self.is_party(last + 1) or (
                is_noun(self.units, last + 1) and ((far and not self._is_thing(last + 1)) or self.is_ally(last + 1))
            )
            if not party or (self.units[last].word == "," and not self._goes_on(last + 1)):
                break
            found.append(self._apposed(last + 1))
            last = self._past_brackets(chain_end(self.units, found[-1]))
        return found

    def _past_brackets(self, at: int) -> int:
        """Step over what stands in brackets at an index: "(between) A |[its whole name]| and B"."""
        closing = _CLOSING_BRACKET.get(self._next(at))
        near = range(at + 1, min(at + _INSERTED, len(self.units))) if closing else ()
        return next((i + 1 for i in near if self.units[i].word == closing), at)

    def _is_thing(self, at: int) -> bool:
        return any(self.units[at].sense(domain) for domain in OTHERWISE)

    def _goes_on(self, at: int) -> bool:
        """Say whether a list goes on behind the party at an index: not "by gunmen, |police| said"."""
        return self._next(chain_end(self.units, at)) in (",", "and", "&")

    def _apposed(self, at: int) -> int:
        """Return the name that stands behind a general word for it ("a local affiliate |the Red Front|")."""
        comma = self._next(at + 1) == ","
        behind = at + 1 + comma
        general = self.units[at].word in words_of("general")
        named = general and is_noun(self.units, behind) and self.units[behind].sense("group") is not None
        return behind if named else at

    def joined_before(self, at: int) -> list[int]:
        """Return the noun groups joined by "and" of which the last stands at an index."""
        heads = [at]
        while heads[0] > 1 and self.units[heads[0] - 1].word in ("and", "&") and self._may_join(heads[0] - 2):
            heads.insert(0, heads[0] - 2)
        return self._listed_before(heads)

    def _listed_before(self, heads: list[int]) -> list[int]:
        """Return the noun groups with those before them in a list of three or more: "|A|, B and C", "|A|, B, and C"."""
        first = heads[0]
        parted = self._next(first - 1) in ("and", "&") and self._next(first - 2) == ","
        at, found = first - parted, list[int]()
        while at > 1 and self._next(at - 1) == "," and self.is_party(at - 2):
            at -= 2
            found.insert(0, at)
        listed = len(found) > parted and (parted or len(heads) > 1)
        return [*found, *heads] if listed and self._next(at - 1) not in _ASIDE else heads

    def _may_join(self, at: int) -> bool:
        unit = self.units[at]
        plain = unit.proper and not unit.pronoun and not (unit.sense("attack") or unit.sense("weapon"))
        return unit.kind is UnitKind.NOUN and (plain or self.is_party(at) or self.is_ally(at))

    def antecedent(self, at: int) -> tuple[str, ...]:
        """Return the party that a pronoun stands for: the last subject before it, else the party told before."""
        for index in range(at - 1, max(-1, at - _FAR), -1):
            if self.is_party(index) and acts(self.units, index):
                found = self.names((index,))
                if found:
                    return found
        return self.before()

    def names(self, heads: Iterable[int]) -> tuple[str, ...]:
        """Return the names of the parties at some indices; none for those that stay nameless."""
        found = [one for at in heads for one in (self._owner(at) or (self._name(at),))]
        return tuple(dict.fromkeys(one for one in found if one))

    def _owner(self, at: int) -> tuple[str, ...]:
        """Return whose the doers are of which only "its", "their" tell ("|its| fighters")."""
        unit = self.units[at]
        joined = at > 0 and self.units[at - 1].kind is UnitKind.CONJUNCTION  # "the army and |its fighters|"
        craft = unit.word in words_of("nameless") and any(sense.value == "craft" for sense in unit.senses)  # "its jets"
        general = craft or (unit.word not in words_of("allied") | words_of("nameless") and not unit.inner)
        if joined or not general or not self.is_ally(at):
            return ()
        return self.speaker() if unit.determiner == "our" else self.antecedent(at)

    def speaker(self) -> tuple[str, ...]:
        """Return the party that says the sentence: "“We shelled it,” |the army| said"."""
        verbs = (i for i, u in enumerate(self.units) if u.kind is UnitKind.VERB and u.lemma in force_words("tells"))
        for verb in verbs:
            subject = subject_of(self.units, verb)
            heads = (verb + 1,) if subject is None else (subject,)
            found = next((names for at in heads if is_noun(self.units, at) and (names := self._spoken_for(at))), ())
            if found:
                return found
        return ()

    def _spoken_for(self, at: int) -> tuple[str, ...]:
        """Return the party that speaks, or for which an official speaks: "the rebels", "a spokesman for |the army|"."""
        unit = self.units[at]
        tied = self._next(at + 1) in ("for", "of", "from") and is_noun(self.units, at + 2)
        if unit.pronoun or "our" in (unit.determiner, self.units[at + 2].determiner if tied else ""):
            return ()  # "|our army| said": whose, is what is asked
        whose = adjective_author(unit, self.tokens, self.text) if unit.word not in words_of("soldiery") else None
        official = unit.word.endswith(("spokesman", "spokeswoman", "spokesperson"))
        if tied and (self.is_party(at + 2) or (official and self.units[at + 2].proper)):
            return self.names((at + 2,))
        if is_actor(unit) and unit.sense("people") is None:
            return self.names((at,))
        return (whose,) if whose else self.names((at,)) if self.is_party(at) else ()

    def _name(self, at: int) -> str:
        unit = self.units[at]
        behind = at + 2
        if not self._tokens_of(unit).isdisjoint(force_words("unknown")):
            return self._predicated(at)  # "unknown militants" are nobody
        of = behind < len(self.units) and self.units[at + 1].word in ("of", "from")
        owned = of and (_is_name(self.units[behind]) or self.units[behind].word in words_of("kin"))
        owned = owned or (of and unit.word in words_of("body") and self.units[behind].determiner == "the")
        if unit.word in words_of("nameless") or any(sense.value == "craft" for sense in unit.senses):
            whose = adjective_author(unit, self.tokens, self.text) or self._predicated(at)
            if whose or (owned and not _is_land(self.units[behind])):
                return whose or self._name(behind)
            counted = unit.quantity is not None and unit.quantity.numeral and unit.plural
            if not (counted or self._is_titled(unit)):
                return ""  # "a suicide bomber" is nobody, "four gunmen" are somebody
        pointed = self._pointed(at) or self._bracketed(at)
        if pointed:
            return pointed
        spelled = name(unit, self.tokens, self.text)
        loyal = behind + (unit.word not in words_of("loyal"))
        if self._next(loyal - 2) in words_of("loyal") and is_noun(self.units, loyal):
            return self._through(unit, spelled, loyal)
        if at > 1 and self.units[at - 1].word in _CLOSING and self.units[at - 2].proper and not unit.inner:
            quoted = self.units[at - 2]  # "the “Red |Front” fighters|"
            return self._through(quoted, name(quoted, self.tokens, self.text).lstrip("“\"'‘"), at)
        bare = unit.proper and not unit.senses  # "|Shields| of the Republic"
        if owned and (bare or unit.sense("actor") or unit.sense("people") or unit.word in words_of("body")):
            return self._through(unit, spelled, behind)
        return spelled

    def _is_titled(self, unit: Unit) -> bool:
        """Say whether a body has a name of its own: "the |Special Task Force|"."""
        named = all(token.text[:1].isupper() for token in self.tokens[unit.last - 2 : unit.last])
        return named and unit.last - unit.first > 1 and unit.sense("actor") is not None and unit.sense("people") is None

    def _tokens_of(self, unit: Unit) -> set[str]:
        return {token.folded for token in self.tokens[unit.first : unit.last]}

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
        known = (*self.groups(), *armed_groups(self.units[max(0, at - _FAR) : at], self.tokens, self.text))
        return next((one for one in reversed(known) if author_class(one) in ("extremist", "other")), "")

    def _bracketed(self, at: int) -> str:
        """Return the group named before brackets, of which a general word behind them speaks ("|A| (B) militants")."""
        if at < _BRACKETS or self.units[at - 1].word not in (")", "]") or self.units[at].determiner:
            return ""
        near = range(at - 2, max(0, at - _RELATIVE), -1)
        opening = next((i for i in near if _CLOSING_BRACKET.get(self.units[i].word) == self.units[at - 1].word), 0)
        named = self.units[opening - 1] if opening else self.units[at]
        known = is_armed(named) or (named.proper and not named.senses and self._is_short_form(named))
        return name(named, self.tokens, self.text) if opening and known else ""

    def _through(self, unit: Unit, spelled: str, last: int) -> str:
        """Return a name together with what follows it, up to a unit."""
        end = self.tokens[unit.last - 1].end
        starts = (token.start for token in reversed(self.tokens[: unit.last]))
        own = self.tokens[unit.first].start
        start = next((at for at in starts if words_in(self.text, at, end).startswith(spelled)), own)
        return words_in(self.text, start, self.tokens[self.units[last].last - 1].end)

    def said_to_be(self, at: int) -> int | None:
        """Return what those at an index are suspected to be: "gunmen believed to be of |the Peul tribe| (attacked)"."""
        if at + _HELD >= len(self.units) or self.units[at + 1].lemma not in words_of("held"):
            return None
        be = self.units[at + 2]
        near = range(at + _HELD, min(at + _RELATIVE, len(self.units)))
        what = next((i for i in near if is_noun(self.units, i)), None)
        if what is None or be.lemma not in ("be", "belong") or (be.voice is not Voice.INFINITIVE and be.modal != "to"):
            return None
        unit = self.units[what]
        named = unit.word in nationalities() or unit.word in words_of("doer", "kin") or unit.sense("people") is not None
        named = named or (unit.proper and self.units[what - 1].word in ("to", "of"))
        return what if named or self.is_party(what) else None

    def _predicated(self, at: int) -> str:
        """Return whose nameless doers are said to be: "jets, which we believe were |Russian|"."""
        start = at + 1 + (self._next(at + 1) in _AFTER_INSERT)
        held = False
        for index in range(start, min(start + _RELATIVE, len(self.units))):
            unit = self.units[index]
            if unit.kind is UnitKind.VERB and unit.negated:
                return ""
            held = held or unit.lemma in words_of("held")
            if unit.kind is UnitKind.NOUN and not unit.pronoun:
                whose = unit.word in nationalities() or unit.word in words_of("doer", "kin") or self.is_party(index)
                whose = whose or (unit.proper and self.units[index - 1].word in ("to", "of"))
                told = held and whose
                return self._name(index) if told else ""
        return ""

    def _next(self, at: int) -> str:
        return self.units[at].word if 0 <= at < len(self.units) else ""


def _has_actor(unit: Unit) -> bool:
    return any(sense.domain in ("group", "actor") for sense in unit.inner)


def _is_land(unit: Unit) -> bool:
    return unit.word in words_of("land")


def _is_name(unit: Unit) -> bool:
    known = unit.proper or unit.sense("group") is not None or unit.sense("actor") is not None
    return unit.kind is UnitKind.NOUN and (known or unit.word in words_of("grouped"))


def armed_groups(units: Units, tokens: Sequence[Token], text: str) -> tuple[str, ...]:
    """Return the armed groups that units name, in order."""
    named = (u for u in units if u.kind is UnitKind.NOUN and not u.pronoun and is_armed(u))
    return tuple(name(unit, tokens, text) for unit in named)


def is_armed(unit: Unit) -> bool:
    """Say whether a noun group names an armed group, as itself or before its people ("|Red Front| fighters")."""
    known = unit.sense("group") or (unit.any_sense("group") if unit.word in words_of("grouped") else None)
    return known is not None and known.value == "armed_group"


def acts(units: Units, at: int) -> bool:
    """Say whether the noun group at an index is the subject of a verb ("|rebels| in the hills fled")."""
    if at and units[at - 1].kind is UnitKind.PREPOSITION:
        return False
    index = at + 1
    while index + 1 < len(units) and units[index].kind is UnitKind.PREPOSITION and is_noun(units, index + 1):
        index += 2
    if index < len(units) and units[index].word == ",":  # "|the army|, which lost six men, said"
        index = next(
            (i + 1 for i in range(index + 1, min(index + _INSERTED, len(units))) if units[i].word == ","), index
        )
    return index < len(units) and units[index].kind is UnitKind.VERB


def party_of(units: Units, tokens: Sequence[Token], text: str, *, speaking: bool = True) -> tuple[str, ...]:
    """Return the party that a passage is about: its first actor with a verb of its own; `speaking` if only to say."""
    cast = Cast(units, tokens, text)
    for at in range(len(units)):
        if cast.is_party(at) and acts(units, at) and (speaking or not tells(units, at)):
            return cast.names((at,))
    return ()
