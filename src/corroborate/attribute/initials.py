"""Initials: what an abbreviation stands for, by the bracket in which the report tells it."""

import re

from corroborate.attribute.words import NO_NAME

_INSIDE = frozenset({"of", "for", "and", "the", "on", "in", "de", "del", "la", "y", "&"})
_BRACKET = re.compile(r" [(\[][^()\[\]]{2,12}[)\]]$")
_WORDS = 12  # of the longest name that is told by its initials
_CHARACTERS = 150


def is_initials(name: str) -> bool:
    """Say whether a name is an abbreviation: one word of capitals.

    >>> is_initials("LJA"), is_initials("Kline")
    (True, False)
    """
    return 1 < len(name) <= _WORDS and name.isupper() and name.isalnum()


def spelled_out(initials: str, text: str) -> str:
    """Return the name that a text gives beside an abbreviation; nothing where it gives none.

    >>> spelled_out("LJA", "members of the Local Journalists Association (LJA) fled")
    'Local Journalists Association'
    >>> spelled_out("UVF", "the UVF [Utopian Volunteer Force] fled")
    'Utopian Volunteer Force'
    """
    at = next((found for found in (text.find(f"({initials})"), text.find(f"[{initials}]")) if found > 0), -1)
    if at > 0:
        return _name_before(text[max(0, at - _CHARACTERS) : at].rstrip())
    told = re.search(rf"\b{initials} [(\[]([^()\[\]]{{5,90}})[)\]]", text) if f"{initials} " in text else None
    return " ".join(told[1].split()) if told and _fits(told[1], initials) else ""


def without_initials(name: str) -> str:
    """Return a name without the abbreviation that is told behind it.

    >>> without_initials("Local Journalists Association (LJA)")
    'Local Journalists Association'
    """
    return _BRACKET.sub("", name) if name.endswith((")", "]")) else name


def _name_before(text: str) -> str:
    """Return the name in capitals with which a text ends."""
    words = text.split()[-_WORDS:]
    first = len(words)
    while (
        first and (words[first - 1][:1].isupper() or words[first - 1] in _INSIDE) and words[first - 1][-1] not in ".,;"
    ):
        first -= 1
    name = words[first:]
    while name and (name[0] in _INSIDE or name[0].casefold() in NO_NAME | {"the"}):
        name = name[1:]
    return " ".join(name) if len(name) > 1 else ""


def _fits(name: str, initials: str) -> bool:
    """Say whether a name begins as its abbreviation does, and is of several words."""
    return len(name.split()) > 1 and name.strip()[:1].casefold() == initials[:1].casefold()
