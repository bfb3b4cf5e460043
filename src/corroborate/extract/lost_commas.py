"""Where a noun group ends though no comma stands: collections of reports that lost their commas run groups together."""

from collections.abc import Sequence
from functools import cache

from corroborate.extract.lexicon import Pos, rows, rule_words
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.extract.verb_or_noun import is_adjective, is_people, is_plural
from corroborate.extract.words import Word
from corroborate.model.document import TokenKind

_TELLING = rule_words("telling_forms")
_FAR = 9  # words of those who tell
_RELATED = rule_words("of_a_family")
_OF_BOTH = rule_words("adjectival_people")
_OWNED = frozenset(("his", "her", "their", "its"))
_ADJECTIVES = rule_words("plain_adjectives")
_HELD = rule_words("held_as")
_THINGS = frozenset(("object", "attack", "weapon", "damage", "effect"))
_TO = frozenset(("to", "at"))


def ends_people(words: Sequence[Word], at: int, group: Sequence[Word], *, counted: bool, determiner: str = "") -> bool:
    """Say whether people end before a word: "ten civilians |Defence Minister Noor said|", not "IDPs camps".

    `group` holds the words before it, one at the least. A plural noun seldom stands before the noun that it describes,
    and hardly before a name.
    """
    word = words[at]
    if not is_people(group[-1]):
        return False
    if {group[-1].folded, word.folded} <= _RELATED and _joins_another(words, at + 1):
        return True  # "a man |woman and child|"
    if is_adjective(group[-1]) and _leads_to_people(words, at):
        return False  # "two Chinese |workers|"
    if not is_plural(group[-1]) or not (counted or determiner):
        known = is_plural(group[-1]) or counted or bool(determiner)
        return known and group[-1].folded not in _ADJECTIVES and _speak_soon(words, at)  # "his son |police| said"
    if not (counted or determiner in _OWNED):
        return False
    thing = not word.token.text[:1].isupper() and any(
        entry.sense is not None and entry.sense.domain in _THINGS for entry in word.entries
    )
    name = word.token.text[:1].isupper() and not is_people(word)  # "two women |Utopia News| reported"
    return not (thing or (group[-1].folded in _OF_BOTH and not name) or word.folded in _HELD or word.folded == "'s")


def _joins_another(words: Sequence[Word], at: int) -> bool:
    """Say whether "and" and one more member of a family stand at an index."""
    return at + 1 < len(words) and words[at].folded == "and" and words[at + 1].folded in _RELATED


def _leads_to_people(words: Sequence[Word], at: int) -> bool:
    """Say whether people who tell nothing stand at an index, or behind common nouns: "|health ministry workers|"."""
    for index in range(at, min(len(words), at + _COMPOUND)):
        word = words[index]
        if is_people(word):
            return not speaks(words, index)
        if word.function() or word.quantity is not None or not word.token.text.islower() or word.has(Pos.VERB):
            return False
    return False


_COMPOUND = 3  # words of "health ministry workers"


def counts_alone(words: Sequence[Word], first: int, end: int, before: Sequence[Unit]) -> bool:
    """Say whether a number stands alone and who tells it follows: "wounding 39 |police and medics said|".

    [first, end) are the words behind the number, `before` the units before it.
    """
    if first == end or not before or not _takes_number(before):
        return False
    return _tells(words, first, end)


def _takes_number(before: Sequence[Unit]) -> bool:
    """Say whether a number can be the object of the unit before it: of a verb of harm, or what a toll rose to."""
    last = before[-1]
    if last.kind is UnitKind.VERB:
        return last.sense("harm-verb") is not None and last.voice is not Voice.PASSIVE
    return last.word in _TO and len(before) > 1 and before[-2].kind is UnitKind.VERB


def _tells(words: Sequence[Word], first: int, end: int) -> bool:
    """Say whether the words of a group, with those joined to it, are who tells, before a verb of telling."""
    if not any(map(_is_speaker, words[first:end])):
        return False
    for at in range(end, min(len(words), end + _FAR)):
        word = words[at]
        if word.folded in _TELLING:
            return True
        joined = word.function() in ("conj", "prep", "det", "poss") and (at > end or word.function() == "conj")
        named = word.token.kind is TokenKind.WORD and not word.has(Pos.VERB) and not word.function() and at > end
        if word.quantity is not None or not (joined or named):
            return False
    return False


@cache
def speakers() -> frozenset[str]:
    """Return the words for those who tell what happened."""
    return frozenset(word.strip() for _, words in rows("speakers.tsv") for word in words.split(","))


def _is_speaker(word: Word) -> bool:
    return word.folded.rpartition(" ")[2] in speakers()


def _speak_soon(words: Sequence[Word], at: int) -> bool:
    """Say whether a few words from an index on name who tells: "(a visitor) |Guatemalan authorities| said"."""
    for index in range(at, min(len(words) - 1, at + _SOON)):
        word = words[index]
        if word.function() or word.quantity is not None or word.token.kind is not TokenKind.WORD:
            return False
        if _is_speaker(word) and words[index + 1].folded in _TELLING:
            return is_plural(word) or word.folded in ("police", "authorities", "media")
    return False


_SOON = 4  # words of those who tell, behind people who suffered


def speaks(words: Sequence[Word], at: int) -> bool:
    """Say whether who tells stands at an index, right before a verb of telling or "and": "|police| said"."""
    if at >= len(words) or not _is_speaker(words[at]):
        return False
    return at + 1 < len(words) and (words[at + 1].folded in _TELLING or _tells(words, at, at + 1))
