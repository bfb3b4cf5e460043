"""Tokens → words: phrases that the lexicon knows, numbers with what bounds them, and single tokens."""

from collections.abc import Container, Sequence
from itertools import pairwise

from corroborate.extract.lexicon import UNREAD, Entry, Form, Lexicon, Pos, Readings, Sense
from corroborate.extract.numerals import is_numeral, number_of
from corroborate.extract.quantities import Quantity, quantities
from corroborate.model.document import Token, TokenKind
from corroborate.model.passing import passing


@passing
class Word:
    """One or more tokens that the lexicon knows as one word (or a single unknown one)."""

    first: int
    last: int
    folded: str
    entries: Readings
    token: Token
    quantity: Quantity | None = None

    @property
    def stands_alone(self) -> bool:
        """Say whether the word is a unit by itself, whatever stands beside it: a sign, "of", "and"; not "to"."""
        if self.entries is UNREAD:
            return self.token.kind is _SIGN and self.quantity is None
        return self.entries.ties and self.folded != "to"

    def has(self, pos: Pos) -> bool:
        """Say whether the word can play a part."""
        return pos in self.entries.parts

    def function(self) -> str:
        """Return the class of a word that holds the sentence together, "" for others."""
        return self.entries.function


def words_of(tokens: Sequence[Token], known: Lexicon) -> list[Word]:
    """Return the words of a passage, in order: numbers first, then the longest known phrases, then single tokens."""
    folded = tuple([token.folded for token in tokens])
    counted = quantities(tokens)
    words: list[Word] = []
    at = 0
    while at < len(tokens):
        quantity, token, word = counted.get(at), tokens[at], folded[at]
        if quantity:
            made = Word(at, quantity.last, " ".join(folded[at : quantity.last]), UNREAD, token, quantity)
        elif word in known.joining or token.kind is _NUMBER or "-" in word or token.text in _CASED:
            made = _joined(tokens, folded, at, known, counted)
        else:
            made = Word(at, at + 1, word, known.alone(word), token)
        words.append(made)
        at = made.last
    words = words if _MARKS.isdisjoint(folded) else _unmarked(words, tokens)
    return _unglossed(words) if "(" in folded else words


def _joined(tokens: Sequence[Token], folded: tuple[str, ...], at: int, known: Lexicon, counted: Container[int]) -> Word:
    """Return the word that begins at a token which may be one with those behind it, or is not read as it is written."""
    token, word = tokens[at], folded[at]
    if token.kind is _NUMBER and (aged := _age_behind(folded, at)):
        behind = at + aged[0]
        return Word(at, behind, "".join(folded[at:behind]), _aged(word, aged[1]), token)
    if token.kind is _NUMBER and _is_measure(tokens, at, known):
        return Word(at, at + 3, "".join(folded[at : at + 3]), UNREAD, token)
    if at + 2 < len(tokens) and folded[at + 1] == "." and tokens[at + 1].start == token.end:
        entries = known.longest((word + ".",), 0)[1]
        if entries:  # a title: "Dr. X"
            return Word(at, at + 2, word + ".", entries, token)
    if word == "'" and _owns(tokens, at):
        return Word(at, at + 1, "'s", UNREAD, token)
    width, entries = known.longest(folded, at)
    if width > 1 and any(inside in counted for inside in range(at + 1, at + width)):
        width, entries = known.longest(folded[at : at + 1], 0)  # "in |all 40|"
    if "-" in word and not entries:
        entries = _hyphenated(word, known)
    if token.text in _CASED and entries:
        entries = _cased(entries, token, hour=at > 0 and tokens[at - 1].kind is _NUMBER)
    phrase = word if width == 1 else " ".join(folded[at : at + width])
    return Word(at, at + width, phrase, entries, token)


_NUMBER, _SIGN = TokenKind.NUMBER, TokenKind.PUNCTUATION
_MARKS = frozenset(('"', "“", "”", "'", "‘", "’", "`"))
_OFFERED = 2  # words: what is longer between quotation marks is speech
_NAMED = 6  # words of a name between them
_FEWEST_CAPITALS = 2  # in the letters for a name: "PGF", "IRoC"


def _unglossed(words: list[Word]) -> list[Word]:
    """Return words without the letters for a name inside a noun's phrase: two Popular Guard Forces (PGF) |members|."""
    glosses = {at for at, word in enumerate(words) if word.folded == "(" and _opens_gloss(words, at)}
    return [word for at, word in enumerate(words) if glosses.isdisjoint(range(at - 2, at + 1))] if glosses else words


def _opens_gloss(words: list[Word], at: int) -> bool:
    """Say whether a bracket opens the letters for the name before it, and a plain noun stands behind them."""
    if not at or at + 3 >= len(words) or words[at + 2].folded != ")":
        return False
    name, letters, noun = words[at - 1], words[at + 1].token.text, words[at + 3]
    capitals = sum(letter.isupper() for letter in letters)
    named = name.token.text[:1].isupper() and capitals >= _FEWEST_CAPITALS
    return named and noun.token.text.islower() and noun.has(Pos.NOUN) and not (noun.has(Pos.VERB) or noun.function())


def _unmarked(words: list[Word], tokens: Sequence[Token]) -> list[Word]:
    """Return words without the marks around one or two that the report only offers: were "neutralised"."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        behind = _behind_offered(words, tokens, at)
        kept.extend(word for word in words[at:behind] if word.folded not in _MARKS)
        kept.extend(words[at : at + 1] if behind == at else ())
        at = max(behind, at + 1)
    return kept


def _behind_offered(words: list[Word], tokens: Sequence[Token], at: int) -> int:
    """Return the index behind a word or two between marks that open at an index, else the index itself."""
    if not _is_mark(words, at) or (at and words[at].token.start == tokens[words[at].first - 1].end):
        return at
    if at and words[at - 1].token.kind is TokenKind.PUNCTUATION:
        return at  # ", "no""
    inner = at
    while _is_mark(words, inner):
        inner += 1
    outer = inner
    while outer < len(words) and outer - inner <= _NAMED and words[outer].token.kind is not TokenKind.PUNCTUATION:
        outer += 1
    name = all(word.token.text[:1].isupper() or word.function() for word in words[inner:outer])
    signed = name and words[outer : outer + 1] and words[outer].folded in (",", ".") and _is_mark(words, outer + 1)
    few = outer <= inner + (_NAMED if name or _are_deeds(words[inner:outer]) else _OFFERED)
    if not (inner < outer and few and (signed or _is_mark(words, outer))):
        return at
    if signed:
        return outer + 2  # the "Cedar Front,"
    named = any(word.token.text[:1].isupper() and not word.entries for word in words[inner:outer])
    while _is_mark(words, outer) and words[outer].token.start == tokens[words[outer].first - 1].end:
        outer += 1
    goes_on = outer < len(words) and words[outer].token.kind is TokenKind.WORD and not words[outer].function()
    return at if named and goes_on else outer  # the "Cedar Oath" organisation: a name before a word of its own


def _are_deeds(words: Sequence[Word]) -> bool:
    """Say whether words are verbs and what joins them: "hacked and burnt"."""
    return all(word.has(Pos.VERB) or word.function() == "conj" for word in words)


def _is_mark(words: list[Word], at: int) -> bool:
    return at < len(words) and words[at].folded in _MARKS


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an apostrophe marks the owner that a plural names ("the forces' raid"), and closes no quotation."""
    mark = tokens[at]
    if at == 0 or at + 1 >= len(tokens) or not tokens[at - 1].folded.endswith("s"):
        return False
    follows = tokens[at + 1].start > mark.end and tokens[at + 1].kind is TokenKind.WORD
    opened = any(token.folded == "'" and token.start > before.end for before, token in pairwise(tokens[:at]))
    return mark.start == tokens[at - 1].end and follows and not (opened or tokens[0].folded == "'")


ADULT = 18  # years, by the Convention on the Rights of the Child, Art. 1
_AGED = ("year", "month", "week", "day")
_AGES: dict[tuple[str, ...], str] = {
    ("-", f"{unit}-old{end}"): f"{unit}-old{end}" for unit in _AGED for end in ("", "s")
}
_AGES.update({("-", unit, "old"): unit for unit in _AGED})
_AGES.update({(unit, "old"): unit for unit in _AGED})


def _age_behind(folded: tuple[str, ...], at: int) -> tuple[int, str] | None:
    """Return how many words an age takes and its unit: "16-year-old", "16-year old", "16 year old"."""
    for width in (3, 4):
        unit = _AGES.get(folded[at + 1 : at + width])
        if unit is not None:
            return width, unit
    return None


def _is_measure(tokens: Sequence[Token], at: int, known: Lexicon) -> bool:
    """Say whether a number and what it measures stand before what is measured: a "|500-pound| bomb"."""
    match tokens[at : at + 4]:
        case [number, dash, unit, what] if dash.folded == "-" and what.kind is TokenKind.WORD:
            glued = number.end == dash.start and dash.end == unit.start
            return glued and known.alone(unit.folded).function == "unit"
    return False


def _aged(age: str, unit: str) -> Readings:
    """Return the reading of "16-year-old": a person, a child under eighteen years."""
    child = not unit.startswith("year") or (age.isdigit() and int(age) < ADULT)
    form = Form.PLURAL if unit.endswith("s") else Form.SINGULAR
    return Readings((Entry(unit, Pos.NOUN, form, Sense("people", "children" if child else "people")),))


def _hyphenated(word: str, known: Lexicon) -> Readings:
    parts = tuple(part for part in word.split("-") if part)
    if parts[1:2] and parts[1] in _AGED and parts[2:] in (("old",), ("olds",)) and is_numeral(parts[0]):
        return _aged(str(number_of(parts[0])), "-".join(parts[1:]))  # "seven-year-old"
    if len(parts) > 1:
        width, entries = known.longest(parts, 0)
        if width == len(parts):
            return entries
        masked = known.longest(("".join(parts),), 0)[1]  # "ki-lled", as posts write it
        if not masked.domains.isdisjoint(("harm-verb", "effect")):
            return masked
    return UNREAD


_BODIES = frozenset(("US", "IS", "WHO", "IT", "UP"))
_CASED = _BODIES | {"us", "is", "Is", "am"}


def _cased(entries: Readings, token: Token, *, hour: bool) -> Readings:
    """Tell "US" and "IS" from "us" and "is", and "am" behind an hour from the verb."""
    if token.text == "am":
        return Readings(entry for entry in entries if not (hour and entry.sense and entry.sense.value == "aux"))
    return Readings(entry for entry in entries if (entry.pos is Pos.FUNCTION) is not (token.text in _BODIES))


def is_dash(words: Sequence[Word], at: int) -> bool:
    """Say whether a dash parts words, and does not join them; agencies of old wrote "_" and "--"."""
    if at >= len(words) or words[at].folded not in _DASHES:
        return False
    token, before = words[at].token, words[at - 1].token if at else None
    behind = words[at + 1].token if at + 1 < len(words) else None
    parted = before is None or before.end < token.start or before.text in _DASHES
    return parted and (behind is None or token.end < behind.start or behind.text in _DASHES)


_DASHES = frozenset(("-", "–", "—", "_"))
