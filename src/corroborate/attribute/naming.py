"""Naming: what a run of words names: a person, a body of the directory, a description, an unknown name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corroborate.attribute.directory import Entry, Found, directory
from corroborate.attribute.lexicon import lexicon, word_class
from corroborate.attribute.words import (
    AT,
    DETERMINERS,
    OF,
    capital,
    head_of,
    joins_names,
    modifies,
    organisational,
    role,
)
from corroborate.model.document import Token, words_in
from corroborate.model.passing import passing
from corroborate.model.source import SourceKind

_PLACES = word_class("place_nouns")
_AFTER_PLACES = frozenset({"state", "local", "security", "military", "opposition", "media", "medical"})
_OFFICIALS = word_class("officials")
_MASTHEADS = word_class("mastheads")
_INSERT, _BRACKETS = re.compile(r"(?<=\w) \[[^\]]*\](?= )"), re.compile(r"[\[\]]")
_OF_COUNTRIES = frozenset({"authority", "source", "media", "role"})
_PRINTED = word_class("media_before_names")
_SIDES = frozenset({"north", "south", "east", "west"})
_LONG_NAME = 4  # words; longer runs of capitals are no person


@passing
class Phrase:
    """Words tokens[start:end] that name a source; `named` where they are a name of its own, not a description.

    `begins` is where its titles begin, `title` what a person is called beside the name. `group` is the class of the
    directory or of heads.tsv ("pronoun" for it, he, they); `head` the noun it turns on.
    """

    start: int
    end: int
    name: str
    kind: SourceKind
    group: str
    entry: Entry | None = None
    organisation: str | None = None
    head: str = ""
    plural: bool = False
    definite: bool = False
    named: bool = False
    begins: int | None = None
    title: str = ""

    @property
    def first(self) -> int:
        """Return where the words begin with which the source is led in: titles, determiners, the body before a name."""
        return self.start if self.begins is None else self.begins


def parallel(tokens: Sequence[Token], start: int, end: int, text: str) -> tuple[Phrase, ...]:
    """Return the phrases of a run in order: one, or several joined by "and"."""
    cuts = [i for i in range(start, end) if tokens[i].folded in ("and", "&")]
    whole = describe(tokens, start, end, text)
    if not cuts or (whole and whole.entry and whole.entry.name.count(" and ")):
        return (whole,) if whole else ()
    parts, at = [], start
    for cut in (*cuts, end):
        part = describe(tokens, at, cut, text) if cut > at else None
        if part:
            parts.append(part)
        at = cut + 1
    if len(parts) <= len(cuts):
        return (whole,) if whole else tuple(parts)
    if _share_noun(parts):
        shared = _described(tokens, start, end, text, definite=False)
        return (shared,) if shared else tuple(parts)
    return tuple(parts)


def _share_noun(parts: Sequence[Phrase]) -> bool:
    """Say whether initials of countries lead the noun of the last in: "U.S. and Kuwaiti |officials|"; not "France"."""
    *before, last = parts
    led = all(part.group == "place" and part.name.isupper() for part in before)
    return led and last.plural and last.entry is None and last.group in _OF_COUNTRIES


def describe(tokens: Sequence[Token], start: int, end: int, text: str) -> Phrase | None:
    """Return what a run of source words names; None where it names no source."""
    definite = False
    while start < end and (
        tokens[start].folded in DETERMINERS or tokens[start].folded in ("&", "and", "'s", "so-called")
    ):
        definite = tokens[start].folded in ("the", "this", "these")
        start += 1
    if start >= end:
        return None
    return (
        _medium(tokens, start, end, text)
        or _person(tokens, start, end, text)
        or _body(tokens, start, end, text)
        or _described(tokens, start, end, text, definite=definite)
        or _unknown(tokens, start, end, text)
    )


def cut_name(tokens: Sequence[Token], start: int, end: int, text: str) -> str:
    """Return the words of tokens[start:end] as the report spells them, without what brackets put in."""
    name = words_in(text, tokens[start].start, tokens[end - 1].end)
    return _BRACKETS.sub("", _INSERT.sub("", name)) if "[" in name or "]" in name else name


def _organisation(tokens: Sequence[Token], start: int, end: int) -> str | None:
    found = [hit.entry for hit in directory().scan(tokens, start, end) if hit.entry.group != "person"]
    bodies = [entry for entry in found if entry.group != "place"]
    if not bodies and found and not any(tokens[i].folded in OF | AT for i in range(start, end)):
        bodies = found if any(tokens[i].folded in _OFFICIALS for i in range(start, end)) else []
    return bodies[-1].name if bodies else None


def _medium(tokens: Sequence[Token], start: int, end: int, text: str) -> Phrase | None:
    """Return the medium whose name stands behind what it is: "the daily |La Tarde|", "official |Far News Agency|"."""
    first = end
    while first > start and (capital(tokens[first - 1]) or joins_names(tokens, first - 1)):
        first -= 1
    own = (
        next((hit for hit in directory().scan(tokens, first, end) if hit.start == first), None) if first < end else None
    )
    kind = head_of(tokens[first - 1]) if start < first < end else None
    told = kind is not None and kind.noun in _PRINTED and not kind.plural
    agency = start < first < end - 2 and [token.folded for token in tokens[end - 2 : end]] == ["news", "agency"]
    if not (told or agency) or own is not None:
        return None
    return Phrase(first, end, cut_name(tokens, first, end, text), SourceKind.MEDIA, "media", named=True)


def _person(tokens: Sequence[Token], start: int, end: int, text: str) -> Phrase | None:
    """Return the person that a run names: one of the directory, one "of" a body, one with a title."""
    for hit in directory().scan(tokens, start, end):
        if hit.entry.group == "person":
            known = _called(tokens, (hit.start, hit.end), text, hit.entry.organisation)
            return replace(known, entry=hit.entry, title=_title(tokens, start, hit.start, text))
    names = _names(tokens, start, end)
    if names and _is_of(tokens, start, end, names[0]):
        return _called(tokens, names[0], text, _organisation(tokens, names[0][1], end))
    roles = [i for i in range(start, end) if role(tokens[i])]
    if not roles or not names:
        return None
    after = [
        name
        for name in names
        if name[0] > roles[0]
        and tokens[name[0] - 1].folded not in OF | AT
        and not _of_between(tokens, roles, name)
        and not _opens_body(tokens, name, end)
    ]
    before = [name for name in names if name[1] <= roles[0] and name[1] - name[0] > 1]
    chosen = after[-1:] or before[:1]
    if not chosen:
        return None
    first, last = (start, chosen[0][0]) if after else (chosen[0][1], end)
    person = _called(tokens, chosen[0], text, _organisation(tokens, start, end))
    return replace(person, title=_title(tokens, first, last, text))


def _called(tokens: Sequence[Token], name: tuple[int, int], text: str, organisation: str | None) -> Phrase:
    spelled = cut_name(tokens, *name, text)
    return Phrase(*name, spelled, SourceKind.PERSON, "person", None, organisation, named=True)


def _title(tokens: Sequence[Token], start: int, end: int, text: str) -> str:
    """Return the words beside a person's name, where they say what the person is ("Homs governor")."""
    return cut_name(tokens, start, end, text) if any(role(token) for token in tokens[start:end]) else ""


def _is_of(tokens: Sequence[Token], start: int, end: int, name: tuple[int, int]) -> bool:
    """Say whether a run begins with a name that "of" or "from" ties to a body ("X of the Analysts Network")."""
    first, last = name
    person = first == start and 1 < last - first < _LONG_NAME
    return person and last < end and tokens[last].folded in ("of", "from")


def _of_between(tokens: Sequence[Token], roles: Sequence[int], name: tuple[int, int]) -> bool:
    """Say whether an "of" or "for" ties the name to the role as its body ("head of the Violations Centre")."""
    last = max(i for i in roles if i < name[0])
    between = [tokens[i].folded for i in range(last + 1, name[0])]
    prepositions = [i for i, word in enumerate(between) if word in OF or word in AT]
    if not prepositions:
        return False
    object_words = tokens[last + 1 + prepositions[-1] + 1 : name[0]]
    return all(
        (modifies(token) and (token.text[0].islower() or token.folded in _SIDES)) or token.folded in DETERMINERS
        for token in object_words
    )


def _opens_body(tokens: Sequence[Token], name: tuple[int, int], end: int) -> bool:
    """Say whether the words of a name go on to those of a body ("official |Middle| East News Agency")."""
    at = name[1]
    while at < end and capital(tokens[at]) and organisational(tokens[at]):
        at += 1
    head = head_of(tokens[at - 1]) if at > name[1] else None
    return head is not None and head.group == "body"


def _of_a_country(token: Token) -> bool:
    """Say whether a token is a country's name in the genitive that lost its apostrophe ("Syrias interior minister")."""
    entry = directory().named(token.folded.removesuffix("s")) if token.folded.endswith("s") else None
    return entry is not None and entry.group == "place"


def _names(tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int]]:
    """Return the runs of capitals in tokens[start:end] that are no known body, no role, no nationality."""
    taken = {i for hit in directory().scan(tokens, start, end) for i in range(hit.start, hit.end)}
    runs: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = at
        while (
            stop < end
            and stop not in taken
            and (capital(tokens[stop]) or (stop > at and joins_names(tokens, stop)))
            and not role(tokens[stop])
            and not organisational(tokens[stop])
            and not _of_a_country(tokens[stop])
        ):
            stop += 1
        if stop > at:
            runs.append((at, stop))
        at = max(stop, at + 1)
    return runs


def _body(tokens: Sequence[Token], start: int, end: int, text: str) -> Phrase | None:
    hits = list(directory().scan(tokens, start, end))
    if not hits:
        return None
    bare = [hit for hit in hits if tokens[hit.start - 1].text != "(" or hit.start == start] or hits
    bare = [hit for hit in bare if not _is_of_longer_name(tokens, start, hit)]
    if not bare:
        return None
    hit = max(bare, key=lambda hit: (hit.entry.group != "place", hit.start))
    if hit.end < end and all(capital(token) and not organisational(token) for token in tokens[hit.end : end]):
        return None
    rest = [i for i in range(hit.end, end) if head_of(tokens[i]) or role(tokens[i])]
    if any(tokens[i].folded in OF | AT for i in range(start, hit.start)):
        return None
    if rest and not any(tokens[i].folded in OF | AT or tokens[i].text == "(" for i in range(hit.end, rest[0])):
        last = head_of(tokens[rest[-1]])
        if last is None or last.group not in ("document", "body", "monitor", "evidence"):
            return None
        if hit.entry.group == "place" and last.group in ("body", "monitor"):
            return None
    entry, ending = hit.entry, head_of(tokens[hit.end - 1])
    nouns = [head for head in map(head_of, (*tokens[start : hit.start], *(tokens[i] for i in rest))) if head]
    plural = ending is not None and ending.plural
    return Phrase(
        hit.start,
        hit.end,
        cut_name(tokens, hit.start, hit.end, text),
        entry.kind,
        entry.group,
        entry,
        head=nouns[-1].noun if nouns else "",
        plural=plural,
        named=True,
    )


def _is_of_longer_name(tokens: Sequence[Token], start: int, hit: Found) -> bool:
    """Say whether a noun by which a body is known alone ends the name of another ("the Homs |Observatory|")."""
    before = tokens[hit.start - 1] if hit.start > start else None
    alone = hit.end - hit.start == 1 and head_of(tokens[hit.start]) is not None
    return alone and before is not None and capital(before) and not (modifies(before) or role(before))


def _described(tokens: Sequence[Token], start: int, end: int, text: str, *, definite: bool) -> Phrase | None:
    stop = next((i for i in range(start, end) if tokens[i].folded in OF | AT or tokens[i].text == "("), end)
    heads = [i for i in range(start, stop) if head_of(tokens[i]) or role(tokens[i])]
    if not heads:
        return None
    last = heads[-1]
    begins = [
        i for i in range(start + 1, last) if tokens[i].folded in _AFTER_PLACES and tokens[i - 1].folded in _PLACES
    ]
    start = begins[0] if begins else start
    head = head_of(tokens[last])
    noun, kind, group, plural = (
        (head.noun, head.kind, head.group, head.plural)
        if head
        else (tokens[last].folded, SourceKind.UNNAMED, "role", False)
    )
    named = any(
        capital(tokens[i]) and tokens[i].folded not in lexicon().modifiers
        for i in range(start, last + 1)
        if i > start or capital(tokens[last])
    )
    organisation = _organisation(tokens, start, end)
    return Phrase(
        start,
        end,
        cut_name(tokens, start, end, text),
        kind,
        group,
        None,
        organisation,
        noun,
        plural,
        definite,
        named and stop - start > 1,
    )


def _unknown(tokens: Sequence[Token], start: int, end: int, text: str) -> Phrase | None:
    names = _names(tokens, start, end)
    if not names:
        return None
    whole = all(capital(tokens[i]) or tokens[i].folded in OF or joins_names(tokens, i) for i in range(start, end))
    first, last = (start, end) if whole else names[-1]
    name = cut_name(tokens, first, last, text)
    if last - first > 1 and tokens[last - 1].folded in _MASTHEADS:
        return Phrase(first, last, name, SourceKind.MEDIA, "media", named=True)  # "the Springfield Tribune"
    person = last - first > 1 and not any(tokens[i].folded in OF for i in range(first, last)) and not name.isupper()
    kind = SourceKind.PERSON if person else SourceKind.ORGANISATION
    return Phrase(first, last, name, kind, "person" if person else "name", named=True)
