"""Names in full: the runs of capitals of a text that end in the words by which somebody is called later."""

import re
from collections.abc import Iterator, Sequence

from corroborate.attribute.directory import directory
from corroborate.attribute.lexicon import lexicon
from corroborate.attribute.words import NO_NAME

_CAPITALS = re.compile(r"(?:[^\W\d_a-z][\w'’.-]+ ){1,40}[\w'’.-]+")
_WORD = re.compile(r"\w+")
_BEFORE_TAIL = re.compile(r"(?:[^\W\d_a-z][\w'’.-]+ ){1,3}$")
_ENDING = re.compile(r".{5}\.$|^[A-Z]{2,}\.$")  # a word with a full stop longer than the titles ("Capt."), or "EU."
_FULL = 2  # words of a full name


class Capitals:
    """The capitalised words of one text, looked for when they are first asked for."""

    def __init__(self, text: str) -> None:
        """Take a text."""
        self._text = text
        self._runs: dict[str, list[str]] | None = None

    def ending_in(self, tails: set[str]) -> Iterator[str]:
        """Yield the names of several words that end in one of some words, without what leads them in."""
        if self._runs is None:
            self._runs = _runs_of_capitals(self._text)
        for tail in sorted(tails):
            for found in (found for run in self._runs.get(tail, ()) for found in _named(run, tail)):
                words = _behind_sentence(found.split())
                titles = [i for i, word in enumerate(words) if word.casefold().rstrip(".") in lexicon().roles]
                words = words[titles[-1] + 1 :] if titles else words
                while words and _is_before_name(words):
                    words = words[1:]
                if len(words) > 1:
                    yield " ".join(words)


def _named(run: str, tail: str) -> Iterator[str]:
    """Yield the names in a run of capitals that end in a word, with up to three words before it.

    >>> list(_named("Envoy Mona Hassan", "Hassan")), list(_named("Hassan Hassani", "Hassan"))
    (['Envoy Mona Hassan'], [])
    """
    first, at = 0, run.find(tail)
    while at >= 0:
        end = at + len(tail)
        before = None if _WORD.match(run, end) else _BEFORE_TAIL.search(run[first:at])
        if before is not None:
            yield run[first + before.start() : end]
            first = end
        at = run.find(tail, end)


def _is_before_name(words: Sequence[str]) -> bool:
    """Say whether the first of capitalised words leads a name in: a title, a nationality, a place, a preposition."""
    known, word = lexicon(), words[0].casefold()
    if word.rstrip(".") in known.roles or word in known.modifiers or word in known.heads or word in NO_NAME:
        return True
    entry = directory().named(word) if len(words) > _FULL else None
    return entry is not None and entry.group == "place"  # "the envoy for |Syria| Ali Noor"


def _behind_sentence(words: list[str]) -> list[str]:
    """Return the words behind one that ends a sentence: of "Sunday. Mona Hassan" the name; "Gen." and "J." end none.

    >>> _behind_sentence("the EU. Mona Hassan".split())
    ['Mona', 'Hassan']
    """
    ends = [at for at, word in enumerate(words) if _ENDING.search(word)]
    return words[ends[-1] + 1 :] if ends else words


def _runs_of_capitals(text: str) -> dict[str, list[str]]:
    """Return the runs of capitalised words of a text, each under the beginnings of its words that may be a name's end.

    >>> sorted(_runs_of_capitals("the envoy Mona Al-Hassan spoke"))
    ['Al', 'Al-Hassan', 'Mona', 'spoke']
    """
    runs: dict[str, list[str]] = {}
    for run in dict.fromkeys(found.group() for found in _CAPITALS.finditer(text)):
        words = run.split(" ")
        ends = {word[: end.end()] for word in words for end in _WORD.finditer(word)}
        for end in ends:
            runs.setdefault(end, []).append(run)
    return runs
