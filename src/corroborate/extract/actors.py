"""Who is said to have used force: the subject, the "by" phrase, the adjective before the noun."""

import re
from collections.abc import Sequence
from functools import cache

from corroborate.extract.force import words_of
from corroborate.extract.lexicon import Form, lexicon, rows
from corroborate.extract.units import Unit, UnitKind
from corroborate.model.document import Token

Units = Sequence[Unit]


@cache
def _states() -> dict[str, str]:
    return {word: state for word, state, *_ in rows("nationalities.tsv")}


@cache
def nationalities() -> frozenset[str]:
    """Return the folded adjectives that name an author of force."""
    return frozenset(_states())


def is_actor(unit: Unit) -> bool:
    """Say whether a noun group can use force: forces, craft, armed groups, states."""
    if unit.kind is not UnitKind.NOUN or unit.pronoun:
        return False
    people = unit.sense("people")
    named = unit.sense("actor") or unit.sense("group")
    return named is not None or (people is not None and people.value == "combatants")


def name(unit: Unit, tokens: Sequence[Token], text: str) -> str:
    """Return a noun group as spelled, without its article and its count."""
    first = unit.first
    if unit.quantity is not None:
        first = min(max(first, unit.quantity.last), unit.last - 1)
    while first < unit.last - 1 and tokens[first].folded in (
        "the",
        "a",
        "an",
        "its",
        "their",
        "his",
        "these",
        "those",
        "this",
        "of",
        "two",
        "other",
    ):
        first += 1
    return text[tokens[first].start : tokens[unit.last - 1].end]


def adjective_author(unit: Unit, tokens: Sequence[Token], text: str) -> str | None:
    """Return the adjective or name before a noun of force that names its author ("Russian air strikes")."""
    owner = next((i for i in range(unit.first, unit.last) if tokens[i].folded == "'s"), None)
    if owner is not None and owner > unit.first:
        start = unit.first + (tokens[unit.first].folded in ("the", "a"))
        return text[tokens[start].start : tokens[owner - 1].end]
    chosen = _naming(unit, tokens)
    return text[tokens[chosen[0]].start : tokens[chosen[-1]].end] if chosen else None


def _naming(unit: Unit, tokens: Sequence[Token]) -> list[int]:
    """Return the run of tokens before the head that names an author: adjectives, words for forces, groups' names."""
    folded = tuple(token.folded for token in tokens[unit.first : unit.last - 1])
    run: list[int] = []
    at = 0
    while at < len(folded):
        width, entries = lexicon().longest(folded, at)
        named = any(
            entry.sense is not None and entry.sense.domain in ("group", "actor") and entry.sense.value != "craft"
            for entry in entries
        )
        other = width == 1 and (folded[at] in words_of("land") or folded[at] in words_of("nameless"))
        if (named and not other) or folded[at] in nationalities():
            run.extend(range(unit.first + at, unit.first + at + width))
        elif run:
            hit = any(entry.sense is not None and entry.sense.domain == "object" for entry in entries)
            return [] if hit else run  # "U.S. embassy bombings": what was hit, not who did it
        at += width
    return run


_GENERAL = frozenset(
    "fighters fighter militants militant jihadists jihadis terrorists terrorist group groups organization organisation "
    "gunmen members member militia forces force elements personnel the takfiri kurdish".split()
)
_LED = ("-led", "-backed", "-affiliated", "-linked", "-held")


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """Return, for each folded form of a body's name, all its forms, the one that is preferred first."""
    known: dict[str, tuple[str, ...]] = {}
    for _, forms in rows("aliases.tsv"):
        names = tuple(form.strip() for form in forms.split(","))
        known.update(dict.fromkeys(names, names))
    return known


def fullest(name: str, names: Sequence[str], text: str) -> str:
    """Return the fullest form that a report has of an author: a body's whole name, a longer name, an adjective's noun.

    `names` are the authors named anywhere in the report, in order; what nothing fills out stays as spelled.
    """
    name = _unowned(name, text)
    folded = name.casefold().split()
    core = " ".join(word for word in folded if word not in _GENERAL and not word.endswith(_LED))
    forms = _forms().get(" ".join(folded)) or _forms().get(core)
    if forms:
        return next((found.group() for form in forms if (found := _spelled(form, text))), name)
    longer = [
        other
        for other in names
        if len(other.split()) > len(folded) and set(folded) <= set(_unowned(other, text).casefold().split())
    ]
    stands = _states().get(name.casefold())
    if longer and len(folded) == 1 and (stands is None or stands.casefold() == name.casefold()):
        return _unowned(longer[0], text)
    if stands and longer and stands not in names:
        return _unowned(longer[0], text)
    if stands and stands.casefold() != name.casefold() and (found := _spelled(stands, text)):
        return found.group()
    return name


def _unowned(name: str, text: str) -> str:
    """Return a name without the "s" of an owner that has lost its apostrophe, where the report has it so."""
    words = name.split()
    for at, word in enumerate(words):
        bare = re.sub(r"['’]?s$", "", word)
        if bare != word and len(bare) > _ACRONYM and not _is_plural(word):
            shorter = " ".join((*words[:at], bare, *words[at + 1 :]))
            if re.search(rf"\b{re.escape(bare)}\b", text):
                return shorter
    return name


def _is_plural(word: str) -> bool:
    known = lexicon().longest((word.casefold(),), 0)[1]
    return any(entry.form is Form.PLURAL for entry in known) and word.casefold() not in (
        "regimes",
        "governments",
        "coalitions",
        "armys",
    )


def _spelled(form: str, text: str) -> re.Match[str] | None:
    """Find a name in a text: as a word, whatever its case, but an acronym only in capitals."""
    capitals = len(form) <= _ACRONYM and " " not in form
    pattern = re.escape(form.upper() if capitals else form).replace("'", "['’]")
    return re.search(rf"\b{pattern}\b", text, 0 if capitals else re.IGNORECASE)


_ACRONYM = 4  # letters: "IS" must not be found in "is"
