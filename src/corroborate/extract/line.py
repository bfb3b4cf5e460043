"""A passage's units beside its tokens, and the walks over them that rules of responsibility and of checking share."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from corroborate.extract.groups import phrase_start
from corroborate.extract.lexicon import word_classes
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.document import Passage, Token

Stretch = tuple[int, int]
# Before a domain: the keys of `Line.where` for units whose head, or a word before it, has a sense there.
SENSE, INNER = "sense:", "inner:"
_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "`"))
_STOPS = frozenset((".", ",", ";", ":", "”", '"', "“", "(", "–", "—"))
_PARENTHESIS = 14  # units within which the comma that opens an insertion is looked for
_RELATIVE = 8  # units that a relative clause without commas may take
_LONGEST = 60  # units of the longest act that is read
_CLAUSE = 40  # units back in which the verb that a coordinated one leans on may stand
_DEEPEST = 4  # phrases within phrases that are followed; no sentence for people goes deeper
_JOINED = 2  # units: a noun and the conjunction behind it
_SHORT_FORM = 5  # letters: "Sept.", "Gen."
_RELATIVES = frozenset(("who", "which", "that", "whom"))


@cache
def words_of(*kinds: str) -> frozenset[str]:
    """Return the words of some classes of `responsibility.tsv`."""
    classes = word_classes("responsibility.tsv")
    return frozenset[str]().union(*(classes[kind] for kind in kinds))


@cache
def _key(part: str, domain: str) -> str:
    """Return the key of `Line.where` for a domain of senses, put together once."""
    return part + domain


@dataclass(frozen=True)
class Line:
    """The units of one passage and the tokens that they are made of; the rest is worked out at the first question."""

    units: tuple[Unit, ...]
    passage: Passage
    _words: dict[int, frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the passage."""
        return self.passage.tokens

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The folded words of the passage, in order."""
        return self.passage.words

    @cached_property
    def said(self) -> frozenset[str]:
        """The folded words of the passage, for rules that ask whether some word stands anywhere."""
        return self.passage.said

    def words(self, at: int) -> frozenset[str]:
        """Return the folded words of the unit at an index; none where no unit stands."""
        if not 0 <= at < len(self.units):
            return frozenset()
        found = self._words.get(at)
        if found is None:
            unit = self.units[at]
            found = self._words[at] = frozenset(self.folded[unit.first : unit.last])
        return found

    @cached_property
    def where(self) -> Mapping[str, Sequence[int]]:
        """Where each word stands: the units that hold it, or have it as head or lemma, or have a sense."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        folded = self.folded
        for at, unit in enumerate(self.units):
            keys = {unit.word, unit.lemma, *folded[unit.first : unit.last]}
            if " " in unit.lemma:
                keys.add(unit.lemma.partition(" ")[0])  # of several words the first, too ("carry out")
            if unit.senses:
                keys.update([_key(SENSE, sense.domain) for sense in unit.senses])
            if unit.inner:
                keys.update([_key(INNER, sense.domain) for sense in unit.inner])
            for key in keys:
                found[key].append(at)
        return found

    def word(self, at: int) -> str:
        """Return the head of the unit at an index, "" where none stands."""
        return self.units[at].word if 0 <= at < len(self.units) else ""

    def is_noun(self, at: int) -> bool:
        """Say whether a noun group stands at an index."""
        return 0 <= at < len(self.units) and self.units[at].kind is UnitKind.NOUN

    def is_verb(self, at: int) -> bool:
        """Say whether a verb group stands at an index."""
        return 0 <= at < len(self.units) and self.units[at].kind is UnitKind.VERB

    def is_proper(self, at: int) -> bool:
        """Say whether a noun group is a name."""
        unit = self.units[at]
        return unit.kind is UnitKind.NOUN and unit.proper

    def skip(self, at: int, *, back: bool = False) -> int:
        """Return the first index from one on, in a direction, where no adverb stands."""
        step = -1 if back else 1
        while 0 <= at < len(self.units) and self.units[at].kind is UnitKind.ADVERB:
            at += step
        return at

    def find(self, words: frozenset[str], first: int, last: int) -> int | None:
        """Return the first index in [first, last) whose head is one of some words."""
        return next((i for i in range(max(first, 0), min(last, len(self.units))) if self.units[i].word in words), None)

    def clause_end(self, at: int) -> int:
        """Return the index behind the clause that opens at an index, a quotation mark or "that" before it included."""
        index = at
        while index < len(self.units) and (
            self.units[index].word in _QUOTES or (index == at and self.units[index].kind is UnitKind.SUBORDINATOR)
        ):
            index += 1
        while index < min(len(self.units), at + _LONGEST):
            unit = self.units[index]
            if unit.kind is UnitKind.SUBORDINATOR or (unit.kind is UnitKind.SIGN and self._stops(index)):
                break
            index += 1
        return max(index, at)

    def _stops(self, at: int) -> bool:
        """Say whether a sign ends a clause; the full stop of a short form and the comma of a date do not."""
        word, before = self.units[at].word, self.word(at - 1)
        if word == ".":
            return at + 1 == len(self.units) or len(before) > _SHORT_FORM
        return word in _STOPS and not (word == "," and before.isdigit())

    def stretch(self, first: int) -> Stretch | None:
        """Return the clause that opens at an index, None where it is empty."""
        last = self.clause_end(first)
        return (first, last) if last > first else None

    def subject(self, at: int, depth: int = 0) -> int | None:
        """Return the head of the noun group that is the subject of the verb at an index, None where none is seen."""
        index = self.before(at)
        if index is None:
            return None
        unit = self.units[index]
        if unit.kind is UnitKind.CONJUNCTION or (unit.kind is UnitKind.SIGN and self.units[at].voice is Voice.ING):
            return self._carried(index, depth)
        return self._past_relative(self._head(index)) if unit.kind is UnitKind.NOUN else None

    def _past_relative(self, at: int) -> int:
        """Step from a relative clause without commas to whom it tells of: "|the army| which backs it denied"."""
        verb = next((i for i in range(at - 1, max(-1, at - _RELATIVE), -1) if self._ends_walk(i)), None)
        if verb is None or not self.is_verb(verb) or self.units[verb].lemma in words_of("speech", "deny"):
            return at
        relative = self.skip(verb - 1, back=True)
        told = self.word(relative) in ("which", "who") and self.is_noun(relative - 1)
        return phrase_start(self.units, relative - 1) if told else at

    def _ends_walk(self, at: int) -> bool:
        unit = self.units[at]
        finite = unit.kind is UnitKind.VERB and unit.voice not in (Voice.ING, Voice.INFINITIVE)
        return finite or unit.kind in (UnitKind.SIGN, UnitKind.CONJUNCTION, UnitKind.SUBORDINATOR)

    def before(self, at: int) -> int | None:
        """Walk left from a verb over adverbs, times of day, relatives, insertions and a parted auxiliary."""
        index = at - 1
        relative = participle = False
        while index >= 0:
            unit = self.units[index]
            if unit.word == ")":
                index = self._opening("(", index) - 1
            elif unit.word == "," and (relative or participle or self._is_participle(at, index)):
                return index - 1 if index else None
            elif unit.word == ",":
                opener = self._opening(",", index)
                index = opener - 1 if opener > 0 else index - 1
            elif (
                unit.kind is UnitKind.ADVERB
                or self._is_time(index)
                or (unit.kind is UnitKind.VERB and unit.lemma == "have" and self.word(index + 1) in (",", "long"))
            ):
                index -= 1
            elif unit.word in _RELATIVES and unit.kind in (UnitKind.NOUN, UnitKind.SUBORDINATOR):
                relative, index = True, index - 1
            else:
                return index
        return None

    def _is_participle(self, at: int, comma: int) -> bool:
        verb = self.units[at]
        passive = verb.voice is Voice.BARE and verb.lemma in words_of("charge", "accuse")
        return (
            passive
            and comma == at - 1
            and self.is_noun(comma - 1)
            and self.word(at + 1) in ("of", "with", "in", "as", "over", "by")
        )

    def _is_time(self, at: int) -> bool:
        unit = self.units[at]
        if unit.kind is UnitKind.NOUN:
            return unit.word in words_of("time") and at > 0
        return unit.kind is UnitKind.PREPOSITION and self.units[at + 1].kind is UnitKind.ADVERB

    def _opening(self, sign: str, at: int) -> int:
        near = range(at - 1, max(-1, at - _PARENTHESIS), -1)
        return next((i for i in near if self.units[i].word == sign), 0)

    def _carried(self, at: int, depth: int) -> int | None:
        """Return the subject of the finite verb before an index ("The group |denied it| and blamed …")."""
        for index in range(at - 1, max(-1, at - _CLAUSE), -1):
            unit = self.units[index]
            if unit.kind is UnitKind.VERB and unit.voice not in (Voice.ING, Voice.INFINITIVE):
                return self.subject(index, depth + 1) if depth < _DEEPEST else None
        return None

    def _head(self, at: int, depth: int = 0) -> int:
        """Return the noun group that heads the phrase which ends at an index, what only spells it out passed over."""
        at = self._past_gloss(at)
        head = phrase_start(self.units, at)
        while self.is_noun(head - 2) and self.units[head - 1].word == "of":
            head -= 2
        if (
            depth < _DEEPEST
            and self.word(head - 1) == "by"
            and self.is_verb(head - 2)
            and self.units[head - 2].voice is Voice.BARE
            and self.is_noun(head - 3)
        ):
            return self._head(head - 3, depth + 1)  # "a statement |published by its agency| said"
        return head

    def _past_gloss(self, at: int) -> int:
        """Step left over "(the group), including A and B", and over the noun behind a bracketed short name."""
        if self.word(at) in words_of("group") and self.word(at - 1) == ")":
            return max(self._opening("(", at - 1) - 1, 0)
        first = at
        while first >= _JOINED and self.is_noun(first) and self.units[first - 1].kind is UnitKind.CONJUNCTION:
            first -= _JOINED
        if first >= 1 and self.units[first - 1].kind is UnitKind.INCLUDING:
            whole = first - 2 - (self.word(first - 2) == ",")
            return whole if self.is_noun(whole) else at
        return at
