"""The gazetteer: curated places first, then Syria's, then the world's."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import chain

from ahocorasick_rs import AhoCorasick, MatchKind

from corroborate.adapters.gazetteer_tables import rows
from corroborate.adapters.gazetteer_world import World
from corroborate.adapters.toponym_keys import pieces, plain_key, skeleton, tokens_key, word_key
from corroborate.model.situation import Place, PlaceKind

_OPEN, _CLOSE, _BREAK = "\x02", "\x01", "\x03"
_JOINED = re.compile(r"[\s\-\u2010\u2011]{1,3}")
_SCANNED_KINDS = frozenset(PlaceKind) - {PlaceKind.NEIGHBOURHOOD}
_SHORTEST = 3
_REMEMBERED = 8_192  # names whose places are kept: more than a day of news names again, and few megabytes
_GREAT = 500_000  # people: a town of this size comes before a village that only sounds alike
_ALIKE = 0.8  # at 0.7 "military" is Um Eltoyur; at 0.9 Kafranbel is lost


class PackagedGazetteer:
    """Knows the packaged places of Syria and, through `World`, those of everywhere else.

    Made for every process anew; its tables are read when first asked for.
    """

    def __init__(self, world: World | None = None) -> None:
        """Take the world's table, or the usual one."""
        self._world = world or World()
        self._found = lru_cache(maxsize=_REMEMBERED)(lambda name: tuple(self._look_up(name)))

    def find(self, name: str) -> Sequence[Place]:
        """Return every place of that name, the likeliest first: curated, Syrian, then the world's by size."""
        return self._found(name)

    def _look_up(self, name: str) -> Iterator[Place]:
        keys = tokens_key(name)
        if not keys:
            return
        key = " ".join(keys)
        curated, national = self._tables
        own = [*curated.get(key, ()), *national.get(key, ())]
        world = self._world.find(name)
        known = [place for place in world if place.kind is PlaceKind.COUNTRY]
        if key not in curated and not any(_spells(place, name) for place in own):
            known += [place for place in world[:1] if _spells(place, name) and (place.population or 0) >= _GREAT]
        seen: set[str] = set()
        for place in chain(known, own, world, () if own or world else self._alike(name)):
            if place.id not in seen:
                seen.add(place.id)
                yield place

    def _alike(self, name: str) -> Iterator[Place]:
        """Yield the Syrian places whose names share the consonants of this one and most of its vowels."""
        written = "".join(tokens_key(name))
        for place, spelled in self._skeletons.get(skeleton(name), ()):
            if SequenceMatcher(None, written, spelled).ratio() >= _ALIKE:
                yield place

    def scan(self, text: str) -> Iterable[tuple[int, int]]:
        """Yield the stretches of the text that spell a name known here, longest first from the left.

        Only capitalised words (and articles between them) can be part of a name; Arabic words always can.
        """
        written, starts, ends = _keyed(text)
        for start, end in self._matcher.find(written):
            first, last = starts.get(start), ends.get(end)
            if first is not None and last is not None:
                yield first, last

    @cached_property
    def _tables(self) -> tuple[dict[str, list[Place]], dict[str, list[Place]]]:
        curated, national = _index(_curated()), _index(_national())
        return curated, national

    @cached_property
    def _skeletons(self) -> dict[str, list[tuple[Place, str]]]:
        found: defaultdict[str, list[tuple[Place, str]]] = defaultdict(list)
        for place, names in chain(_curated(), _national()):
            for name in names:
                if skeleton(name):
                    found[skeleton(name)].append((place, "".join(tokens_key(name))))
        return found

    @cached_property
    def _matcher(self) -> "_Matcher":
        curated, national = self._tables
        own = (
            key
            for key, places in chain(curated.items(), national.items())
            if any(place.kind in _SCANNED_KINDS or place.source == "curated" for place in places)
        )
        keys = {key for key in chain(own, self._world.scanned()) if len(key) >= _SHORTEST}
        return _Matcher(sorted(keys))


def _spells(place: Place, name: str) -> bool:
    """Say whether a place is written as the name is, and does not only sound so: Kano is no Kanu."""
    return plain_key(place.name) == plain_key(name)


class _Matcher:
    """Finds keys in keyed text, by an automaton."""

    def __init__(self, keys: Sequence[str]) -> None:
        written = [_OPEN + f"{_CLOSE}{_OPEN}".join(key.split(" ")) + _CLOSE for key in keys]
        self._automaton = AhoCorasick(written, matchkind=MatchKind.LeftmostLongest)

    def find(self, written: str) -> Iterator[tuple[int, int]]:
        """Yield the stretches of the keyed text that are keys, leftmost and longest, none overlapping."""
        yield from ((start, end) for _, start, end in self._automaton.find_matches_as_indexes(written))


def _keyed(text: str) -> tuple[str, dict[int, int], dict[int, int]]:
    """Return the names of the text in keys, breaks between them; where each key begins and ends in it → in the text."""
    parts: list[str] = []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    size = before = 0
    broken = False
    article: int | None = None
    for start, end in pieces(text):
        key = _key_of_name(text[start:end])
        if key is None or (text[before:start] != " " and not _JOINED.fullmatch(text, before, start)):
            broken, article = True, None
        before = end
        if key is None:
            continue
        if not key:
            article = start if article is None else article
        else:
            if broken:
                parts.append(_BREAK)
                size += 1
            parts.append(f"{_OPEN}{key}{_CLOSE}")
            glued = article is not None and ("-" in text[article:start] or text[article].isupper())
            starts[size] = article if glued and article is not None else start
            size += len(key) + 2
            ends[size] = end
            broken, article = False, None
    return "".join(parts), starts, ends


@lru_cache(maxsize=16_384)
def _key_of_name(word: str) -> str | None:
    """Return the key of a word that can be part of a name, "" for an article, None for another word."""
    key = word_key(word)
    return key if not key or word[0].isupper() or "\u0600" <= word[0] <= "\u06ff" else None


def _index(entries: Iterable[tuple[Place, Sequence[str]]]) -> dict[str, list[Place]]:
    found: defaultdict[str, list[Place]] = defaultdict(list)
    for place, names in entries:
        for key in dict.fromkeys(" ".join(tokens_key(name)) for name in names):
            found[key].append(place)
    for places in found.values():
        places.sort(key=lambda place: (place.kind is not PlaceKind.SETTLEMENT, -(place.population or 0)))
    return found


def _curated() -> Iterator[tuple[Place, Sequence[str]]]:
    yield from map(_entry, rows("gazetteer_curated.tsv"), _forever("curated"))


def _national() -> Iterator[tuple[Place, Sequence[str]]]:
    """Yield Syria's settlements, districts and subdistricts, in the governorates as the curated table spells them."""
    spelled = {
        " ".join(tokens_key(name)): place.name
        for place, names in _curated()
        if place.kind is PlaceKind.GOVERNORATE
        for name in names
    }
    for place, names in map(_entry, rows("gazetteer_syria.tsv.gz"), _forever("OCHA/HDX")):
        *districts, governorate = place.parents or ("",)
        known = spelled.get(" ".join(tokens_key(governorate)), governorate)
        yield replace(place, parents=tuple(filter(None, (*districts, known)))), names


def _forever(word: str) -> Iterator[str]:
    while True:
        yield word


def _entry(row: dict[str, str], source: str) -> tuple[Place, Sequence[str]]:
    place = Place(
        id=row["id"],
        name=row["name"],
        kind=PlaceKind(row["kind"]),
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        radius_km=float(row["radius_km"]),
        country=row["country"],
        parents=tuple(filter(None, row["parents"].split("|"))),
        name_arabic=row["arabic"] or None,
        population=int(float(row["population"])) if row["population"] else None,
        source=source,
    )
    return place, tuple(filter(None, (row["name"], *row["aliases"].split("|"), row["arabic"])))
