"""Offices: what a person is called beside the name, and who alone holds the office of which a report speaks."""

from collections.abc import Iterator

from corroborate.attribute.fullness import bare
from corroborate.attribute.initials import is_initials
from corroborate.attribute.lexicon import lexicon
from corroborate.attribute.naming import Phrase
from corroborate.attribute.words import AT, OF

OFFICES = frozenset(("role", "source", "medical", "witness", "activist"))
_BODIES = frozenset(("body", "media", "monitor", "rescuer", "rights"))


def is_called(office: Phrase, name: Phrase) -> bool:
    """Say whether an office is followed by who holds it ("the governor, |Ivan Noor|, said")."""
    alone = office.group == "role" or not (office.named or office.plural)
    alone = alone and office.group in OFFICES
    return alone and name.named and name.group == "person"


def is_body_called(body: Phrase, name: Phrase) -> bool:
    """Say whether a body is followed by its name ("the Oruvian news agency, |Orupress|, reported")."""
    told = body.entry is None and body.definite and not (body.named or body.plural)
    named = name.entry is not None or (name.named and name.group in ("name", *_BODIES) and not is_initials(name.name))
    return told and body.group in _BODIES and named


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
