"""A passage → the names in it that stand for places, each with what put it there."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from corroborate.locate.place_words import kinds, words
from corroborate.model.document import Document, Passage, Token, TokenKind
from corroborate.model.situation import Place, PlaceKind
from corroborate.ports import Gazetteer

_SIZE = {kind: rank for rank, kind in enumerate(PlaceKind)}
_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|ad|at|az|ed|ez|es|er|en)-[A-Z\u00c0-\u00de'\u2019]", re.ASCII)
_ARTICLES = frozenset(("al", "el", "al-", "an", "ar", "as", "ash", "ad", "az", "ez", "ed", "bin", "ibn", "de"))
_HELD = re.compile(r".*-(?:held|controlled|majority|dominated|occupied|besieged|run|populated)$")
_ACRONYM = re.compile(r"[A-Z][A-Z.]*[A-Z]s?$|[A-Z]{2,}-|.*-(?:led|backed|based|run|style|made|born|era)$")
_WELL_KNOWN = 100_000
_LONGEST_RUN = 5


class Cue(StrEnum):
    """Why a name is taken as the place of something, the firmest first."""

    BETWEEN = "between"
    PREPOSITION = "preposition"
    STRUCK = "struck"
    FORCE = "force"
    KIND = "kind"
    HEADING = "heading"
    LISTED = "listed"
    DIRECTION = "direction"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place in a passage: its tokens [first, last), its words, what it is, and why it counts."""

    passage: int
    first: int
    last: int
    start: int
    end: int
    name: str
    known: tuple[Place, ...]
    kind: PlaceKind
    cue: Cue
    possessive: bool = False

    @property
    def size(self) -> int:
        """Return how large it is at the least: 0 for a site, 7 for a country."""
        return _SIZE[self.kind]

    @property
    def reach(self) -> int:
        """Return how large it may be: a town that gives its governorate the name may stand for either."""
        return max([self.size, *(_SIZE[place.kind] for place in self.known[:3])])


def toponyms(document: Document, gazetteer: Gazetteer) -> tuple[tuple[Toponym, ...], ...]:
    """Return the toponyms of each passage, in text order."""
    found = [tuple(_Reader(document, index, gazetteer).read()) for index in range(len(document.passages))]
    at_home = {toponym.known[0].country for passage in found for toponym in passage if _is_telling(toponym)}
    if not at_home:
        return tuple(found)
    return tuple(tuple(toponym for toponym in passage if _is_home(toponym, at_home)) for passage in found)


def _is_telling(toponym: Toponym) -> bool:
    """Say whether a name by itself tells which country the report is about."""
    place = toponym.known[0] if toponym.known else None
    return place is not None and (place.kind is PlaceKind.COUNTRY or place.source == "curated" or (place.population or 0) >= _WELL_KNOWN)


def _is_home(toponym: Toponym, countries: set[str]) -> bool:
    """Say whether a name is no chance likeness: a small place of the world counts only in a country that the report names."""
    if not toponym.known or _is_telling(toponym) or toponym.cue is Cue.KIND:
        return True
    return any(place.country in countries for place in toponym.known)


class _Reader:
    """Reads one passage."""

    def __init__(self, document: Document, index: int, gazetteer: Gazetteer) -> None:
        self._text = document.text
        self._index = index
        self._passage: Passage = document.passages[index]
        self._tokens: Sequence[Token] = self._passage.tokens
        self._gazetteer = gazetteer
        self._titled = _is_titled(self._tokens)

    def read(self) -> Iterator[Toponym]:
        """Yield the toponyms of the passage."""
        before: Toponym | None = None
        for first, last in self._candidates():
            toponym = self._judge(first, last, before)
            if toponym is not None:
                yield toponym
                before = toponym

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield token ranges that may be names: what the gazetteer spells, and capitalised runs around or beside it."""
        by_start = {token.start: i for i, token in enumerate(self._tokens)}
        by_end = {token.end: i + 1 for i, token in enumerate(self._tokens)}
        offset = self._passage.start
        spelled = []
        for start, end in self._gazetteer.scan(self._text[offset : self._passage.end]):
            first, last = by_start.get(start + offset), by_end.get(end + offset)
            if first is not None and last is not None:
                spelled.append((first, last))
        for first, last in self._runs():
            inside = [(a, b) for a, b in spelled if first <= a and b <= last]
            yield from self._cut(first, last, inside)

    def _runs(self) -> Iterator[tuple[int, int]]:
        first: int | None = None
        for i, token in enumerate(self._tokens):
            joined = first is not None and 0 <= token.start - self._tokens[i - 1].end <= 1
            if _is_name(token) and (first is None or joined):
                first = i if first is None else first
                continue
            if first is not None and joined and token.folded in _ARTICLES and i + 1 < len(self._tokens) and _is_name(self._tokens[i + 1]):
                continue
            if first is not None:
                yield first, i
            first = i if _is_name(token) else None
        if first is not None:
            yield first, len(self._tokens)

    def _cut(self, first: int, last: int, inside: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Cut a capitalised run into names: "Masaken Hanano Aleppo" is two, "Aleppo City" one."""
        at = first
        for a, b in inside:
            if a < at:
                continue
            while b < last and self._tokens[b].folded in kinds():
                b += 1  # noqa: PLW2901 (the name takes its generic noun along)
            large = self._is_large(a, b)
            if a > at and not self._titled:
                if large:
                    yield at, a
                else:
                    a = at  # noqa: PLW2901 (an unknown word before a small place belongs to the name)
            if not large and b < last and not self._titled and not any(x == b for x, _ in inside):
                b = next((x for x, _ in inside if x > b), last)  # noqa: PLW2901
            yield a, b
            at = b
        if at < last and not (self._titled and inside):
            yield at, last

    def _is_large(self, first: int, last: int) -> bool:
        found = self._gazetteer.find(self._spelling(first, last))
        return bool(found) and (_SIZE[found[0].kind] >= _SIZE[PlaceKind.REGION] or (found[0].population or 0) >= _WELL_KNOWN)

    def _spelling(self, first: int, last: int) -> str:
        return self._text[self._tokens[first].start : self._tokens[last - 1].end]

    def _judge(self, first: int, last: int, before: Toponym | None) -> Toponym | None:
        name = self._spelling(first, last)
        known = tuple(self._gazetteer.find(name))
        bare_last = last
        while not known and bare_last - 1 > first and self._tokens[bare_last - 1].folded in kinds():
            bare_last -= 1
            known = tuple(self._gazetteer.find(self._spelling(first, bare_last)))
        possessive = last < len(self._tokens) and self._tokens[last].folded in ("'s", "'")
        if not known and last - first == 1 and name.endswith("s") and len(name) > 4:  # noqa: PLR2004 (a lost apostrophe)
            stem = tuple(self._gazetteer.find(name[:-1]))
            if stem and (_SIZE[stem[0].kind] >= _SIZE[PlaceKind.GOVERNORATE] or (stem[0].population or 0) >= _WELL_KNOWN):
                name, known, possessive = name[:-1], stem, True
        cue = self._cue(first, last, before, possessive=possessive)
        if cue is None or self._is_refused(first, last, known, cue):
            return None
        end = self._tokens[first].start + len(name) if possessive else self._tokens[last - 1].end
        return Toponym(self._index, first, last, self._tokens[first].start, end, name, known, self._kind(first, last, known), cue, possessive)

    def _kind(self, first: int, last: int, known: Sequence[Place]) -> PlaceKind:
        nouns = kinds()
        after = self._word(last)
        if last - first > 1 and self._word(last - 1) in nouns:
            return nouns[self._word(last - 1)]
        if known and after in nouns and nouns[after] in (PlaceKind.NEIGHBOURHOOD, PlaceKind.DISTRICT) and known[0].source != "GeoNames":
            return known[0].kind
        if after == "district" and not known:
            return PlaceKind.NEIGHBOURHOOD
        if after in nouns and not (known and known[0].kind is PlaceKind.COUNTRY):
            return nouns[after]
        if self._word(first - 1) == "of" and self._word(first - 2) in nouns and not known:
            return nouns[self._word(first - 2)]
        return known[0].kind if known else PlaceKind.SETTLEMENT

    def _word(self, i: int) -> str:
        return self._tokens[i].folded if 0 <= i < len(self._tokens) else ""

    def _cue(self, first: int, last: int, before: Toponym | None, *, possessive: bool) -> Cue | None:
        i, passed_kind, beside = self._left(first)
        word = self._word(i)
        if word == "between":
            return Cue.BETWEEN
        if word == "from" or (word in words("locative") and self._word(i - 1) in words("stationed")):
            return Cue.DIRECTION
        if word in words("locative") or beside:
            return Cue.PREPOSITION
        if word in words("strikes") and not self._titled:
            return Cue.STRUCK
        if word == "of" and (self._word(i - 1) in words("force") or self._word(i - 1) in words("part")):
            return Cue.PREPOSITION
        if passed_kind or (self._word(last) in kinds() and word not in ("by", "for", "with")):
            return Cue.KIND
        if self._word(last) in words("force"):
            return Cue.FORCE
        if self._is_struck_subject(last):
            return Cue.STRUCK
        if word in words("strikes"):
            return Cue.STRUCK
        if before is not None and self._between(before, first) <= {",", "and", "or", "&", "the", "both"} | set(kinds()):
            return before.cue if before.cue in (Cue.STRUCK, Cue.PREPOSITION, Cue.BETWEEN) else Cue.LISTED
        if first == 0 and self._word(last) in ("|", ":") or self._word(first - 1) == "|":
            return Cue.HEADING
        if word in words("directional"):
            return Cue.DIRECTION
        return Cue.BARE

    def _is_struck_subject(self, last: int) -> bool:
        """Say whether "was hit", "has been bombed", "came under fire" follows."""
        if self._word(last) not in ("was", "were", "has", "had", "have", "is", "are", "came"):
            return False
        following = [self._word(i) for i in range(last + 1, last + 5)]
        return any(word in words("suffered") for word in following)

    def _left(self, first: int) -> tuple[int, bool, bool]:
        """Return the nearest word to the left that is no part of the naming, and whether a generic noun, or "west of", was passed."""
        i, passed, beside = first - 1, False, False
        while i >= 0:
            word = self._word(i)
            if word == "of" and (self._word(i - 1) in kinds() or self._word(i - 1) in words("part")):
                passed = passed or self._word(i - 1) in kinds()
                beside = beside or self._word(i - 1) in words("part")
                i -= 2
            elif word in ("the", "a", "an", "its") or word in words("side") or _HELD.match(word):
                i -= 1
            elif word in kinds() and self._tokens[i].text[0].islower() and word not in words("force"):
                passed = True
                i -= 1
            else:
                break
        return i, passed, beside

    def _between(self, before: Toponym, first: int) -> set[str]:
        return {token.folded for token in self._tokens[before.last : first]}

    def _is_refused(self, first: int, last: int, known: Sequence[Place], cue: Cue) -> bool:
        after, own = self._word(last), [token.folded for token in self._tokens[first:last]]
        if after in words("body") or any(word in words("body") for word in own[1:]) or (own[0] in words("body_before") and not known):
            return True
        if self._word(first - 1) in words("body_before") and cue is not Cue.KIND:
            return True
        if self._word(first - 1) == "of" and self._word(first - 2) in words("body") | words("body_before"):
            return True
        if known:
            return self._is_weak(first, last, known, cue)
        firm = cue in (Cue.PREPOSITION, Cue.STRUCK, Cue.KIND, Cue.BETWEEN) or (cue is Cue.LISTED and last - first <= 2)  # noqa: PLR2004
        return not firm or self._titled or last - first > _LONGEST_RUN or self._is_no_name(first, last)

    def _is_no_name(self, first: int, last: int) -> bool:
        """Say whether an unknown run is surely no place: an acronym, an adjective, a common word that begins the sentence."""
        token = self._tokens[first]
        if token.text[0] >= "\u0600" or not self._ends_well(last):
            return True
        if last - first == 1 and (_ACRONYM.match(token.text) or first == 0):
            return True
        if re.split(r"[-\u2010\u2011]", token.folded)[0] in words("not_a_place") or _HELD.match(token.folded):
            return True
        return first == 0 and token.folded in words("opener")

    def _ends_well(self, last: int) -> bool:
        """Say whether what follows an unknown name lets it be a place: no noun ("Grad missiles"), no age ("Dani Levy, 59")."""
        if last >= len(self._tokens):
            return True
        token = self._tokens[last]
        if token.kind is TokenKind.NUMBER or (token.folded == "," and last + 1 < len(self._tokens) and self._tokens[last + 1].kind is TokenKind.NUMBER):
            return False
        return token.kind is TokenKind.PUNCTUATION or token.folded in words("follower") or token.folded in kinds() or token.folded in words("strikes")

    def _is_weak(self, first: int, last: int, known: Sequence[Place], cue: Cue) -> bool:
        place, alone = known[0], last - first == 1
        firm = cue in (Cue.PREPOSITION, Cue.STRUCK, Cue.KIND, Cue.BETWEEN, Cue.FORCE, Cue.HEADING)
        if alone and (self._word(first) in words("not_a_place") or len(self._word(first)) < 3):  # noqa: PLR2004 (no place's name)
            return True
        if alone and place.source == "GeoNames" and place.kind is PlaceKind.SETTLEMENT and (first == 0 or self._titled) and (place.population or 0) < _WELL_KNOWN:
            return True
        large = place.kind in (PlaceKind.COUNTRY, PlaceKind.GOVERNORATE) or (place.population or 0) >= _WELL_KNOWN or place.source == "curated"
        if self._word(last) in words("speech") and cue not in (Cue.PREPOSITION, Cue.KIND) and large:
            return True
        if self._spelling(first, last).casefold() in words("seat") and cue is not Cue.PREPOSITION:
            return True
        if place.kind is PlaceKind.COUNTRY and cue in (Cue.BARE, Cue.DIRECTION):
            return False  # only ever a holder: see place_groups
        if first == 0 and (self._word(last) in ("(", "-", "\u2013", "\u2014") or self._word(last) == "," and self._shouts(last + 1)):
            return True
        return not firm and not large and place.country != "SY"

    def _shouts(self, i: int) -> bool:
        return i < len(self._tokens) and self._tokens[i].text.isupper()


def _is_titled(tokens: Sequence[Token]) -> bool:
    long = [token for token in tokens if token.kind is TokenKind.WORD and len(token.text) > 3]  # noqa: PLR2004 ("with", "from" up)
    return len(long) > 2 and sum(token.text[0].isupper() for token in long) >= 0.7 * len(long)  # noqa: PLR2004


def _is_name(token: Token) -> bool:
    return token.kind is TokenKind.WORD and (token.text[0].isupper() or bool(_ARTICLE.match(token.text)) or "\u0600" <= token.text[0] <= "\u06ff")


