"""A sentence → where it speaks of the place in which its report was written: "here", "this city"."""

from collections.abc import Iterator

from corroborate.locate.place_cues import Cue, cue_of, is_told_at
from corroborate.locate.place_sentence import Sentence
from corroborate.locate.place_words import words

_OF_SPEECH = frozenset(('"', "\u201c", "\u201d", "``", "i", "we", "our", "us", "my", "you", "your"))
_BEHIND_HERE = frozenset(("in", "at", "is", "are", "'s", "and", "to", "for"))  # "here in Lima", "here is the text"
_MOST_ADJECTIVES = 2


def meant_here(sentence: Sentence) -> Iterator[tuple[int, int, Cue]]:
    """Yield the token ranges that mean the dateline's place, each with its cue; none where somebody is quoted."""
    said = sentence.passage.said
    if ("here" not in said and "this" not in said) or not _OF_SPEECH.isdisjoint(said):
        return
    for i, word in enumerate(sentence.passage.words):
        if word == "here" and _is_put_here(sentence, i):
            yield i, i + 1, Cue.TOLD if is_told_at(sentence, i, i + 1) else Cue.PREPOSITION
        elif word == "this" and (last := _behind_noun(sentence, i)):
            yield i, last, cue_of(sentence, i, last)


def _is_put_here(sentence: Sentence, i: int) -> bool:
    """Say whether something happened "here", and nobody came, was sent or lives here."""
    if i == sentence.opens or sentence.word(i + 1) in _BEHIND_HERE:
        return False
    return sentence.word(i - 1) not in words("to-here", "stationed")


def _behind_noun(sentence: Sentence, i: int) -> int:
    """Return the word behind "this capital", "this northern town"; 0 where no such noun follows, or its name does."""
    noun = i + 1
    while noun <= i + _MOST_ADJECTIVES and (sentence.is_name(noun) or sentence.word(noun) in words("side")):
        noun += 1
    if sentence.word(noun) not in words("of-dateline") or sentence.is_name(noun + 1) or sentence.word(noun + 1) == "of":
        return 0
    return noun + 1
