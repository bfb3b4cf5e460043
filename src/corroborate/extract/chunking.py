"""Words → units: one walk from left to right, with local decisions only."""

from corroborate.extract.ages import opens_age, past_age
from corroborate.extract.lexicon import Form, Pos, lexicon
from corroborate.extract.lost_commas import counts_alone, ends_people, speaks
from corroborate.extract.nouns import noun_of, place_within, without_aliases
from corroborate.extract.numerals import is_numeral
from corroborate.extract.quantities import Quantity
from corroborate.extract.units import DASH, Unit, UnitKind, Voice
from corroborate.extract.verb_or_noun import (
    GROUP_FUNCTIONS,
    begins_another,
    ends_in_force,
    is_adjective,
    is_clipped,
    is_described,
    is_name_part,
    is_people,
    is_plural,
    is_titled,
    is_unknown_verb,
    modifies,
    names_toll,
    prefers_verb,
    time_between,
)
from corroborate.extract.words import Word, is_dash, words_of
from corroborate.model.document import Passage, TokenKind

_BE = frozenset("be is are was were been being am 's get gets got getting isn't aren't wasn't weren't".split())
_HAVE = frozenset("has have had having hasn't haven't hadn't".split())
_AUXILIARIES = frozenset(("modal", "aux"))
_FLOATING = frozenset(("both", "all", "each", "either"))  # "were |both| killed"
_BEFORE_NAMES = frozenset(("so-called", "then", "nearby"))  # adverbs that stand for adjectives behind an article
_OPENING_QUOTES = frozenset(('"', "“", "``", "‘"))
_NUMBER, _SIGN = TokenKind.NUMBER, TokenKind.PUNCTUATION
_UNIT_OF = {
    "prep": UnitKind.PREPOSITION,
    "conj": UnitKind.CONJUNCTION,
    "sub": UnitKind.SUBORDINATOR,
    "inc": UnitKind.INCLUDING,
    "adv": UnitKind.ADVERB,
    "neg": UnitKind.ADVERB,
    "day": UnitKind.ADVERB,
    "month": UnitKind.ADVERB,
    "unit": UnitKind.ADVERB,
}


def units(passage: Passage) -> tuple[Unit, ...]:
    """Return the units of a passage, in order, none overlapping."""
    words = words_of(passage.tokens, lexicon())
    return tuple(_Chunker(without_aliases(words) if "(" in passage.said else words).run())


def _ends_in_others(word: Word) -> bool:
    return word.folded.endswith("others") and word.folded.rpartition(" ")[2] == "others"


class _Chunker:
    """Walks the words once, left to right, and cuts them into units."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.at = 0
        self.made: list[Unit] = []
        self.titled = is_titled(words)

    def run(self) -> list[Unit]:
        while self.at < len(self.words):
            if self.words[self.at].stands_alone:
                self.made.append(self._single())
                continue
            unit = self._verb_group() or self._noun_group() or self._single()
            unit, self.at = past_age(unit, self.words, self.at)
            self.made.append(unit)
        return self.made

    # -- single words

    def _single(self) -> Unit:
        word = self.words[self.at]
        self.at += 1
        if is_dash(self.words, self.at - 1):
            last = self.at if is_dash(self.words, self.at) else self.at - 1  # "--"
            self.at = last + 1
            return Unit(UnitKind.SIGN, word.first, self.words[last].last, DASH)
        kind = _UNIT_OF.get(word.function(), UnitKind.SIGN if word.token.kind is _SIGN else UnitKind.ADVERB)
        return Unit(kind, word.first, word.last, word.folded)

    # -- verb groups

    def _verb_group(self) -> Unit | None:
        """Read a verb, with what opens its group where something does."""
        start, word = self.at, self.words[self.at]
        if word.function() in _AUXILIARIES or word.folded == "to":
            return self._opened_verb_group(start)
        plain = not self._starts_noun(start) and self._is_verb(start, opened=False, start=start)
        return self._close_verb(start, start, "", "", negated=False) if plain else None

    def _opened_verb_group(self, start: int) -> Unit | None:
        """Read [to|modal] [not] [aux…] [adverb] verb; an auxiliary alone is the copula."""
        modal = auxiliary = ""
        negated = False
        at = start
        while at < len(self.words):
            word = self.words[at]
            function = word.function()
            if function == "modal" or (word.folded == "to" and at == start and self._is_verb_after(at)):
                modal = word.folded
            elif function == "aux" and not self._is_possessive(at):
                auxiliary = f"{auxiliary} {word.folded}".strip()
            elif auxiliary and self._obliges(at):
                modal, auxiliary = self._obligation(at, modal, auxiliary)
            elif function == "neg" or word.folded in ("n't", "not"):
                negated = True
            elif not (at > start and (self._is_inner_adverb(at) or (auxiliary and self._quotes_verb(at)))):
                width = time_between(self.words, at) if auxiliary else 0
                if not width:
                    break
                at += width
                continue
            negated = negated or "n't" in word.folded or word.folded in ("cannot", "never")
            at += 1
        opened = bool(modal or auxiliary)
        if (
            at < len(self.words)
            and (opened or not self._starts_noun(at))
            and self._is_verb(at, opened=opened, start=start)
        ):
            return self._close_verb(start, at, modal, auxiliary, negated=negated)
        if auxiliary:
            return self._copula(start, modal, auxiliary, negated=negated)
        return None

    def _quotes_verb(self, at: int) -> bool:
        """Say whether a quotation opens between a verb and its auxiliary: "was |“|completely destroyed”"."""
        if self.words[at].folded not in _OPENING_QUOTES:
            return False
        at += 1
        while at < len(self.words) and self._is_inner_adverb(at):
            at += 1
        return at < len(self.words) and Form.PARTICIPLE in self.words[at].entries.verb_forms

    def _obliges(self, at: int) -> bool:
        """Say whether "to" stands between "have" or "be" and a verb: "had |to| flee", "are |to| be tried"."""
        if self.words[at].folded != "to" or self.words[at - 1].folded not in _BE | _HAVE:
            return False
        return self._is_verb_after(at) and self.words[at + 1].folded != "blame"

    def _obligation(self, at: int, modal: str, auxiliary: str) -> tuple[str, str]:
        """Return the modal and auxiliary of a verb that somebody had to do, which is done, or has to or is to do."""
        done = self.words[at - 1].folded == "had" and not modal
        return (modal, auxiliary) if done else (modal or "must", "")

    def _close_verb(self, start: int, at: int, modal: str, auxiliary: str, *, negated: bool) -> Unit:
        word = self.words[at]
        forms = word.entries.verb_forms
        helpers = set(auxiliary.split())
        if modal == "to" and not helpers & (_BE | _HAVE):
            voice = Voice.INFINITIVE
        elif helpers & _BE and (forms & {Form.PARTICIPLE} or word.folded.endswith("ed") or is_clipped(word, helpers)):
            voice = Voice.PASSIVE
        elif Form.ING in forms or (not forms and word.folded.endswith("ing")):
            voice = Voice.ACTIVE if helpers & _BE else Voice.ING
        elif forms & {Form.PARTICIPLE} and not auxiliary and not modal:
            voice = Voice.BARE
        else:
            voice = Voice.ACTIVE
        self.at = at + 1
        lemma = word.entries.verb_lemma or word.folded
        return Unit(
            UnitKind.VERB, self.words[start].first, word.last, word.folded, lemma, word.entries.verb_senses,
            voice=voice, modal=modal, negated=negated, auxiliary=auxiliary, adverbs=self._adverbs(start, at),
        )  # fmt: skip

    def _adverbs(self, start: int, at: int) -> tuple[str, ...]:
        return tuple([self.words[inner].folded for inner in range(start, at) if self._is_inner_adverb(inner)])

    def _copula(self, start: int, modal: str, auxiliary: str, *, negated: bool) -> Unit:
        at = start
        while at < len(self.words) and (
            self.words[at].function() in ("aux", "modal", "neg") or self.words[at].folded == "to"
        ):
            at += 1
        self.at = at
        lemma = "be" if set(auxiliary.split()) & _BE else ("have" if set(auxiliary.split()) & _HAVE else "do")
        last = self.words[at - 1]
        return Unit(
            UnitKind.VERB,
            self.words[start].first,
            last.last,
            last.folded,
            lemma,
            modal=modal,
            negated=negated,
            auxiliary=auxiliary,
        )

    def _is_possessive(self, at: int) -> bool:
        """Tell "Syria's army" from "it's burning"."""
        if self.words[at].folded != "'s" or at == 0:
            return False
        return self.words[at - 1].function() != "pron"

    def _is_inner_adverb(self, at: int) -> bool:
        word = self.words[at]
        since = word.folded == "since" and at + 1 < len(self.words)  # "have |since| died"
        if since and Form.PARTICIPLE in self.words[at + 1].entries.verb_forms:
            return True
        if word.folded in _FLOATING and at + 1 < len(self.words):
            following = self.words[at + 1]
            return following.folded in _BE or Form.PARTICIPLE in following.entries.verb_forms
        return word.function() == "adv" or (word.folded.endswith("ly") and not word.entries)

    def _is_verb_after(self, at: int) -> bool:
        """Say whether "to" opens an infinitive."""
        for ahead in range(at + 1, min(at + 3, len(self.words))):
            word = self.words[ahead]
            if word.function() == "aux" or Form.BASE in word.entries.verb_forms:
                return True
            if not self._is_inner_adverb(ahead):
                return False
        return False

    def _is_verb(self, at: int, *, opened: bool, start: int) -> bool:
        word = self.words[at]
        forms = word.entries.verb_forms
        if not forms and not opened:
            return self._is_unknown_verb(at)
        if not self.titled and is_name_part(self.words, at):
            return False
        if opened:
            if forms == {Form.THIRD} and word.has(Pos.NOUN):
                return False  # "there were |clashes|"
            be_state = word.has(Pos.STATE) and not forms
            return not be_state and (
                bool(forms)
                or (word.token.kind is TokenKind.WORD and not word.entries and word.folded.endswith(("ed", "ing")))
            )
        if Form.PARTICIPLE in forms and not word.has(Pos.NOUN) and modifies(self.words, at):
            return False
        if word.has(Pos.NOUN):
            return prefers_verb(self.words, at)
        if forms == {Form.BASE}:
            return (start > 0 and self.words[start - 1].function() not in ("det", "poss", "prep")) or start == 0
        return True

    def _is_unknown_verb(self, at: int) -> bool:
        """Take an unknown "-ed" word behind a noun group as a verb where no noun follows it at once."""
        behind = (UnitKind.NOUN, UnitKind.CONJUNCTION, UnitKind.ADVERB)
        return bool(self.made) and self.made[-1].kind in behind and is_unknown_verb(self.words, at)

    # -- noun groups

    def _starts_noun(self, at: int) -> bool:
        word = self.words[at]
        if word.quantity is not None:
            return True
        return word.function() in GROUP_FUNCTIONS

    def _noun_group(self) -> Unit | None:
        start = self.at
        word = self.words[start]
        if word.function() == "pron":
            self.at += 1
            plural = word.folded in ("they", "we", "them", "us", "who", "whom")
            return Unit(UnitKind.NOUN, word.first, word.last, word.folded, word.folded, plural=plural, pronoun=True)
        if word.folded == "her" and self._tells_how_often(start + 1):
            self.at += 1
            return Unit(UnitKind.NOUN, word.first, word.last, "her", "her", pronoun=True)
        determiner, quantity, at = self._opening(start)
        at += self._degree(at, counted=quantity is not None) if determiner or quantity else 0
        words: list[Word] = []
        while (
            (at == start or not _ends_in_others(self.words[at - 1]))
            and at < len(self.words)
            and not (words and ends_people(self.words, at, words, counted=quantity is not None, determiner=determiner))
            and self._continues(at, words[-1] if words else None)
        ):
            words.append(self.words[at])
            at += 1 + (place_within(self.words, at + 1) if determiner else 0)
        if words and words[-1].folded == "'s":
            words.pop()
        if words and quantity is not None and quantity.numeral and names_toll(words[-1]):
            words, at = [], at - len(words)  # "kills 18 |New toll|": a sign is lost
        if quantity is not None and quantity.numeral and counts_alone(self.words, at - len(words), at, self.made):
            words, at = [], at - len(words)
        if not words and not quantity and not determiner:
            return self._state(start)
        if not words and not quantity and word.folded == "her":
            self.at = at
            return Unit(UnitKind.NOUN, word.first, word.last, "her", "her", pronoun=True)
        if not words and not quantity:
            return None if self.words[start].function() != "det" else self._bare_determiner(start, at, determiner)
        self.at = at
        last = (words or self.words[:at])[-1].last
        return noun_of((self.words[start].first, last), words, determiner, quantity)

    def _tells_how_often(self, at: int) -> bool:
        """Say whether words tell how often something was done: "shot her |three times|"."""
        return at + 1 < len(self.words) and self.words[at + 1].folded == "times" and is_numeral(self.words[at].folded)

    def _bare_determiner(self, start: int, at: int, determiner: str) -> Unit:
        self.at = at
        word, following = self.words[start], self.words[at] if at < len(self.words) else None
        apart = determiner == "both" and following is not None and following.function() == "prep"
        if apart and following is not None and following.folded != "of":
            return Unit(UnitKind.ADVERB, word.first, self.words[at - 1].last, determiner)  # "|both| in the north"
        return Unit(
            UnitKind.NOUN,
            word.first,
            self.words[at - 1].last,
            determiner,
            determiner,
            determiner=determiner,
            pronoun=True,
        )

    def _opening(self, at: int) -> tuple[str, Quantity | None, int]:
        determiner, quantity = "", None
        while at < len(self.words):
            word = self.words[at]
            if word.function() in GROUP_FUNCTIONS and quantity is None:
                determiner = word.folded
            elif word.quantity is not None and quantity is None:
                quantity = word.quantity
            elif not (word.folded == "of" and quantity is not None and self._of_counted(at, quantity)):
                break
            at += 1
        return determiner, quantity, at

    def _degree(self, at: int, *, counted: bool) -> int:
        """Return how many words part an article or number from its noun: "the |Friday| raid", "two |nearby| homes"."""
        timed = at
        while timed < len(self.words) and self.words[timed].function() in ("adv", "day"):
            timed += 1
        if at < timed < len(self.words) and "attack" in self.words[timed].entries.domains:
            return timed - at
        if at + 2 >= len(self.words) or self.words[at].function() != "adv":
            return 0
        following, called = self.words[at + 1], self.words[at].folded in _BEFORE_NAMES
        unknown = following.token.kind is TokenKind.WORD and not following.entries and not counted
        return 1 if unknown or (called and not following.function()) else 0

    def _of_counted(self, at: int, quantity: Quantity) -> bool:
        """Say whether "of" only ties a vague number to what it counts ("dozens of civilians", "a number of raids")."""
        if quantity.numeral or at + 1 >= len(self.words):
            return False
        following = self.words[at + 1]
        return following.function() not in ("pron", "poss") and following.folded not in (
            "the",
            "those",
            "these",
            "them",
            "whom",
            "which",
        )

    def _continues(self, at: int, head: Word | None) -> bool:
        word = self.words[at]
        bare = word.token.kind is _NUMBER and word.last == word.first + 1  # not "|500-pound| bombs"
        if word.quantity is not None or (bare and not word.entries):
            return False
        if word.folded == "'s":
            return head is not None
        if word.token.kind is _SIGN or word.function() or (head is not None and ends_in_force(head)):
            return False
        if word.has(Pos.STATE) and not word.has(Pos.NOUN):
            return self._describes(at)
        if word.has(Pos.VERB) and (self.titled or not is_name_part(self.words, at)):
            if word.has(Pos.NOUN):
                counted = at > 0 and self.words[at - 1].quantity is not None
                return not ((head is not None or counted) and prefers_verb(self.words, at))
            return head is None and self._describes(at)
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        written = self.titled and following is not None and bool(following.entries.verb_forms)
        if word.folded.endswith("ly") and not word.entries and (written or not word.token.text[0].isupper()):
            return head is None and following is not None and is_described(following)
        if head is None:
            return True
        split = is_people(head) and is_plural(head) and is_people(word) and is_plural(word)
        if split and head.folded != "police" and not is_adjective(head):
            return False  # "women children and elderly men": a list that has lost its commas
        another = is_unknown_verb(self.words, at) or begins_another(self.words, at)
        return not (another or opens_age(self.words, at))

    def _describes(self, at: int) -> bool:
        """Say whether a participle belongs to the noun behind it, not to a number ("46 |wounded| police said")."""
        return modifies(self.words, at) and not speaks(self.words, at + 1)

    def _state(self, start: int) -> Unit | None:
        word = self.words[start]
        if not word.has(Pos.STATE):
            return None
        self.at += 1
        return Unit(UnitKind.STATE, word.first, word.last, word.folded, word.folded, word.entries.state_senses)
