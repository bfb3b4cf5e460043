"""Offices: what a person is called beside the name, and who alone holds the office of which a report speaks."""

from collections.abc import Iterator

from corroborate.attribute.fullness import bare
from corroborate.attribute.lexicon import lexicon
from corroborate.attribute.naming import Phrase
from corroborate.attribute.words import AT, OF


def title_nouns(phrase: Phrase) -> Iterator[str]:
    """Yield the nouns of a person's title that say what the person is ("governor" of "Homs governor").

    What a body is called behind "of" or "for" is none of them.
    """
    for word in phrase.title.casefold().split():
        if word in OF | AT:
            break
        if word in lexicon().roles:
            yield word


def same_office(phrase: Phrase, person: Phrase) -> bool:
    """Say whether a description may be of a person: it names no body, country or town, or the same as the title."""
    told = _told_of(phrase.name)
    if phrase.organisation and person.organisation:
        return phrase.organisation == person.organisation
    return not (told or phrase.organisation) or not told.isdisjoint(_told_of(person.title))


def _told_of(description: str) -> frozenset[str]:
    """Return the names in a description of a person, by which two of one office are told apart."""
    return frozenset(word.casefold() for word in bare(description).split()[:-1] if word[0].isupper())
