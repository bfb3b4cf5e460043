"""Who is said to have used force: the subject, the "by" phrase, the adjective before the noun."""

import re
from collections.abc import Sequence
from functools import cache

from corroborate.extract.groups import chain_end, phrase_start
from corroborate.extract.lexicon import lexicon, rows
from corroborate.extract.units import Unit, UnitKind, Voice
from corroborate.model.document import Token

Units = Sequence[Unit]
_BY_REACH = 7  # units after a noun or verb within which "by …" still names its author


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


def author_indices(units: Units, at: int) -> tuple[int, ...]:
    """Return the noun groups said to have done what stands at an index: verb or noun of force."""
    unit = units[at]
    named = _by_phrase(units, at)
    if named:
        return named
    if unit.kind is UnitKind.VERB and unit.voice is not Voice.PASSIVE:
        return _subject_actor(units, at)
    if unit.kind is UnitKind.NOUN:
        return _light_subject(units, at)
    return ()


def _by_phrase(units: Units, at: int) -> tuple[int, ...]:
    for index in range(at + 1, min(len(units) - 1, at + _BY_REACH)):
        here = units[index]
        if here.word == "between" and is_actor(units[index + 1]):
            return _joined(units, index + 1)
        if here.word == "by" and units[index + 1].kind is UnitKind.NOUN and is_actor(units[index + 1]):
            return _joined(units, index + 1)
        if here.kind in (UnitKind.VERB, UnitKind.SUBORDINATOR) and not (
            here.kind is UnitKind.VERB and here.voice in (Voice.BARE, Voice.PASSIVE)
        ):
            return ()
        if here.kind is UnitKind.SIGN and here.word in (".", ";"):
            return ()
    return ()


def _joined(units: Units, at: int) -> tuple[int, ...]:
    """Return the actors joined to the one at an index by "and"."""
    found = [at]
    last = chain_end(units, at)
    while last + 1 < len(units) and units[last].word in ("and", "&") and is_actor(units[last + 1]):
        found.append(last + 1)
        last = chain_end(units, last + 1)
    return tuple(found)


def _subject_actor(units: Units, at: int) -> tuple[int, ...]:
    """Return the actors that are the subject of the verb at an index."""
    index = at - 1
    while index >= 0 and units[index].kind is UnitKind.ADVERB:
        index -= 1
    if index >= 0 and units[index].kind is UnitKind.CONJUNCTION:
        verb = next(
            (i for i in range(index - 1, -1, -1) if units[i].kind is UnitKind.VERB and units[i].voice is not Voice.ING),
            None,
        )
        return _subject_actor(units, verb) if verb is not None and units[verb].voice is not Voice.PASSIVE else ()
    if index >= 0 and units[at].voice in (Voice.ING, Voice.INFINITIVE) and units[index].kind is not UnitKind.NOUN:
        verb = next(
            (
                i
                for i in range(index, -1, -1)
                if units[i].kind is UnitKind.VERB and units[i].voice in (Voice.ACTIVE, Voice.BARE)
            ),
            None,
        )
        return _subject_actor(units, verb) if verb is not None else ()
    if index < 0 or units[index].kind is not UnitKind.NOUN:
        return ()
    head = phrase_start(units, index)
    heads = [head]
    while heads[0] >= 2 and units[heads[0] - 1].word in ("and", "&") and is_actor(units[heads[0] - 2]):  # noqa: PLR2004
        heads.insert(0, heads[0] - 2)
    doer = units[at].sense("attack-verb") is not None
    return tuple(i for i in heads if is_actor(units[i]) or (doer and _can_act(units[i])))


def _can_act(unit: Unit) -> bool:
    """Say whether the subject of a verb of force can be its author for want of another reading."""
    named = (
        unit.proper
        or unit.sense("people")
        or (unit.plural and any(sense.domain in ("group", "actor") for sense in unit.inner))
    )
    return (
        bool(named and unit.word)
        and not unit.pronoun
        and not any(unit.sense(domain) for domain in ("attack", "weapon", "object", "effect", "damage"))
    )


def _light_subject(units: Units, at: int) -> tuple[int, ...]:
    """Return the subject of the light verb whose object the noun at an index is ("forces |launched| an attack")."""
    index = at - 1
    while index >= 0 and (
        units[index].kind in (UnitKind.ADVERB, UnitKind.CONJUNCTION)
        or (units[index].kind is UnitKind.NOUN and units[index].sense("attack"))
    ):
        index -= 1
    if index >= 0 and units[index].kind is UnitKind.VERB and units[index].sense("attack-verb"):
        return author_indices(units, index)
    return ()


def agents(units: Units, at: int, tokens: Sequence[Token], text: str) -> tuple[str, ...]:
    """Return the names of those said to have done what stands at an index: an actor's own, or that of a noun of force."""
    named = tuple(name(units[index], tokens, text) for index in author_indices(units, at))
    if named:
        return named
    forces = [units[at]] if units[at].kind is UnitKind.NOUN else [*_force_subject(units, at), *_force_by(units, at)]
    found = (adjective_author(unit, tokens, text) for unit in forces)
    return tuple(author for author in found if author)[:1]


def _force_subject(units: Units, at: int) -> list[Unit]:
    """Return the noun of force that is the subject of an active verb ("|Russian strikes| killed")."""
    if units[at].kind is not UnitKind.VERB or units[at].voice is Voice.PASSIVE or at == 0:
        return []
    index = at - 1
    while index > 0 and units[index].kind is UnitKind.ADVERB:
        index -= 1
    head = phrase_start(units, index) if units[index].kind is UnitKind.NOUN else index
    return [unit for unit in units[head : index + 1] if unit.sense("attack") or unit.sense("weapon")]


def _force_by(units: Units, at: int) -> list[Unit]:
    """Return the noun of force that "by", "in" or "from" ties to a verb ("killed by |regime shelling|")."""
    near = range(at + 1, min(len(units) - 1, at + _BY_REACH))
    return [
        units[i + 1]
        for i in near
        if units[i].word in ("by", "in", "from", "due to", "as a result of") and units[i + 1].sense("attack")
    ]


def adjective_author(unit: Unit, tokens: Sequence[Token], text: str) -> str | None:
    """Return the adjective or name before a noun of force that names its author ("Russian air strikes")."""
    owner = next((i for i in range(unit.first, unit.last) if tokens[i].folded == "'s"), None)
    if owner is not None and owner > unit.first:
        start = unit.first + (tokens[unit.first].folded in ("the", "a"))
        return text[tokens[start].start : tokens[owner - 1].end]
    chosen = _naming(unit, tokens)
    return text[tokens[chosen[0]].start : tokens[chosen[-1]].end] if chosen else None


def _naming(unit: Unit, tokens: Sequence[Token]) -> list[int]:
    """Return the run of tokens before the head that names an author: adjectives of a state, words for forces, groups' names."""
    folded = tuple(token.folded for token in tokens[unit.first : unit.last - 1])
    run: list[int] = []
    at = 0
    while at < len(folded):
        width, entries = lexicon().longest(folded, at)
        named = any(
            entry.sense is not None and entry.sense.domain in ("group", "actor") and entry.sense.value != "craft"
            for entry in entries
        )
        if named or folded[at] in nationalities():
            run.extend(range(unit.first + at, unit.first + at + width))
        elif run:
            break
        at += width
    return run


_GENERAL = frozenset(
    "fighters militants jihadists jihadis terrorists group groups organization organisation gunmen members forces the".split()
)


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """Return, for each folded form of a body's name, all its forms, the longest first."""
    known: dict[str, tuple[str, ...]] = {}
    for _, forms in rows("aliases.tsv"):
        names = tuple(sorted((form.strip() for form in forms.split(",")), key=len, reverse=True))
        known.update(dict.fromkeys(names, names))
    return known


def fullest(name: str, names: Sequence[str], text: str) -> str:
    """Return the fullest form that a report gives of an author: the body's whole name, a longer name, the noun for an adjective.

    `names` are the authors named anywhere in the report, in order; what nothing fills out stays as spelled.
    """
    folded = name.casefold().split()
    core = " ".join(word for word in folded if word not in _GENERAL)
    forms = _forms().get(" ".join(folded)) or _forms().get(core)
    if forms:
        return next((found.group() for form in forms if (found := _spelled(form, text))), name)
    longer = [
        other for other in names if len(other.split()) > len(folded) and set(folded) <= set(other.casefold().split())
    ]
    if longer and len(folded) == 1:
        return longer[0]
    stands = _states().get(name.casefold())
    if stands and stands.casefold() != name.casefold() and (found := _spelled(stands, text)):
        return found.group()
    return name


def _spelled(form: str, text: str) -> re.Match[str] | None:
    """Find a name in a text: as a word, whatever its case, but an acronym only in capitals."""
    capitals = len(form) <= _ACRONYM and " " not in form
    pattern = re.escape(form.upper() if capitals else form).replace("'", "['’]")
    return re.search(rf"\b{pattern}\b", text, 0 if capitals else re.IGNORECASE)


_ACRONYM = 4  # letters: "IS" must not be found in "is"
