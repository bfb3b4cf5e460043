"""Kinds: sources that a report tells by their kind alone, and which it may mean by it."""

from corroborate.attribute.directory import directory
from corroborate.attribute.fullness import content_words
from corroborate.attribute.lexicon import lexicon, word_class
from corroborate.attribute.naming import Phrase
from corroborate.attribute.words import AT, OF

_RIGHTS = word_class("watchdog_modifiers")
_PLACES = word_class("place_nouns") | {"zone", "country", "scene"}
_TIED = 3  # words of "of the area"
GENERIC = word_class("generic_bodies")


def watches(phrase: Phrase, words: set[str]) -> bool:
    """Say whether a phrase stands for the monitor of the report, whoever that is ("a rights group", "the watchdog")."""
    if phrase.plural or phrase.group not in ("monitor", "body"):
        return False
    return plainly(words) if phrase.group == "monitor" else bool(words & _RIGHTS) or words == {"ngo"}


def is_called_so(words: frozenset[str], name: str) -> bool:
    """Say whether words that tell the kind of a medium, and no more, fit its name: "the rebel radio", "Radio Free"."""
    return plainly(set(words)) and not words.isdisjoint(content_words(name))


def without_place(name: str) -> str:
    """Return a description without the place that it only points to ("commander |of the area|").

    >>> without_place("military commander of the area"), without_place("mayor of Zawiya")
    ('military commander', 'mayor of Zawiya')
    """
    words = name.split()
    points = len(words) > _TIED and words[-3].casefold() in OF | AT and words[-2].casefold() == "the"
    return " ".join(words[:-3]) if points and words[-1].casefold() in _PLACES else name


def tells_kind(phrase: Phrase) -> bool:
    """Say whether a body is told by its kind alone: "the aid group", not "the council in Homs", "the UN mission"."""
    words = phrase.name.casefold().split()
    known = any(directory().named(word) for word in words) and phrase.head not in GENERIC | {"agency"}
    return (OF | AT).isdisjoint(words) and not known and plainly(set(words))


def plainly(words: set[str]) -> bool:
    """Say whether a description says no more than that somebody monitors ("chemical weapons watchdog" says more)."""
    known = lexicon()
    return all(word in known.heads or word in known.modifiers or "-" in word for word in words)
