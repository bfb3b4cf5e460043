"""A passage → the names in it that stand for places, each with what put it there."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from corroborate.locate.place_capitals import CAPITAL, meant_capitals
from corroborate.locate.place_cues import Cue, cue_of, is_describing
from corroborate.locate.place_described import described
from corroborate.locate.place_entries import look_up, shared_noun
from corroborate.locate.place_here import meant_here
from corroborate.locate.place_nations import spoken_of
from corroborate.locate.place_nouns import is_said_to_be, noun_at, noun_behind, shared_kind
from corroborate.locate.place_persons import persons, surnames
from corroborate.locate.place_refusals import is_dateline, is_refused
from corroborate.locate.place_runs import candidates
from corroborate.locate.place_sentence import CURATED, SIZE, WORLD, Name, Sentence, is_large
from corroborate.locate.place_words import AND, kinds, words
from corroborate.model.document import Document, Passage, words_in
from corroborate.model.passing import passing
from corroborate.model.situation import Place, PlaceKind
from corroborate.ports import Gazetteer

_SIDED = (PlaceKind.COUNTRY, PlaceKind.GOVERNORATE, PlaceKind.SETTLEMENT, PlaceKind.REGION)
_REACH_OF_OWNER = 3  # words behind a name: the genitive, a number or an adjective, what is owned
_NEAR = 6  # passages behind a dateline in which "here" means its place: later ones quote more than they tell
_OPENING = 3  # passages: a dateline may follow a headline and a standfirst
_SHORTEST_UNKNOWN = 4  # letters
_LONGEST_LIST = 16  # words
_JOINING = AND | {","}
_OF_LISTS = _JOINING | {"the", "both", "as", "well"}  # words between the names of a list, beside their nouns
_ONE, _ON = ("a", "an"), ("on", "against")
_GENITIVE = ("'s", "'")
_FIRM = (Cue.BETWEEN, Cue.PREPOSITION, Cue.STRUCK)
_FIRM_OR_KIND = (*_FIRM, Cue.KIND)
_FIRM_OR_DIRECTION = (*_FIRM, Cue.DIRECTION)


@passing
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
    said: PlaceKind | None = None  # what the words beside it say that it is
    holds: bool = False  # whether they say that villages and quarters lie in it: "Gangaw township", "the Saraqib area"

    @property
    def size(self) -> int:
        """Return how large it is at the least: 0 for a site, 7 for a country."""
        return SIZE[self.kind]

    @property
    def reach(self) -> int:
        """Return how large it may be: a town that gives its governorate the name may stand for either."""
        told = SIZE[PlaceKind.DISTRICT] if self.holds else 0
        entries = (SIZE[place.kind] for place in self.known[:3] if place.country == self.known[0].country)
        return max([self.size, told, *entries])

    @property
    def is_beside(self) -> bool:
        """Say whether it names what lies to a side of the place: "south of Mogadishu"."""
        return self.name.casefold().partition(" of ")[0] in words("compass-noun")


def toponyms(document: Document, gazetteer: Gazetteer) -> tuple[tuple[Toponym, ...], ...]:
    """Return the toponyms of each passage, in text order."""
    small = frozenset(token.text for passage in document.passages for token in passage.tokens if token.text.islower())
    found = [tuple(_read(Sentence(document, index, gazetteer, small))) for index in range(len(document.passages))]
    people = persons(document) - {
        toponym.name.casefold()
        for passage in found
        for toponym in passage
        if toponym.cue in (Cue.PREPOSITION, Cue.KIND, Cue.FORCE) and not _owns_as_person(toponym, document)
    }
    ends = surnames(document)
    found = [tuple(t for t in passage if not _is_person(t, document, people)) for passage in found]
    at_home = {t.known[0].country for passage in found for t in passage if _is_telling(t) and t.cue is not Cue.TOLD}
    at_home = at_home or set(spoken_of(document))
    found = [
        tuple(t for t in (_at_home(passage, at_home) if at_home else passage) if not _is_surname(t, ends, document))
        for passage in found
    ]
    found = [_with_here(document, passage, index, found, gazetteer) for index, passage in enumerate(found)]
    found = [_with_capitals(document, passage, index, found, gazetteer) for index, passage in enumerate(found)]
    return tuple(_told_elsewhere(document, found, gazetteer, small))


def _opens(document: Document, toponym: Toponym) -> bool:
    """Say whether a name opens its passage, or what follows a note in brackets."""
    return toponym.first == 0 or document.passages[toponym.passage].words[toponym.first - 1] == "]"


def _with_here(
    document: Document,
    own: Sequence[Toponym],
    index: int,
    found: Sequence[Sequence[Toponym]],
    gazetteer: Gazetteer,
) -> tuple[Toponym, ...]:
    """Return the toponyms of a passage, with the dateline's where the passage speaks of "here" or "this city"."""
    if document.passages[index].said.isdisjoint(("here", "this")):
        return tuple(own)
    datelines = [t for t in chain(*found[:_OPENING]) if t.cue is Cue.TOLD and _opens(document, t)]
    if not datelines or index > datelines[-1].passage + _NEAR:
        return tuple(own)
    dateline = datelines[-1]
    sentence = Sentence(document, index, gazetteer)
    tokens = sentence.tokens
    here = (
        replace(dateline, passage=index, first=a, last=b, start=tokens[a].start, end=tokens[b - 1].end, cue=cue)
        for a, b, cue in meant_here(sentence)
    )
    return tuple(sorted((*own, *here), key=lambda toponym: toponym.first))


def _with_capitals(
    document: Document,
    own: Sequence[Toponym],
    index: int,
    found: Sequence[Sequence[Toponym]],
    gazetteer: Gazetteer,
) -> tuple[Toponym, ...]:
    """Return the toponyms of a passage, with the capitals that it means without a name, as the report names them."""
    if document.passages[index].said.isdisjoint(CAPITAL):
        return tuple(own)
    sentence = Sentence(document, index, gazetteer)
    tokens = sentence.tokens
    more = []
    for first, last, place in meant_capitals(sentence):
        start, end = tokens[first].start, tokens[last - 1].end
        named = next((one.name for one in chain(*found) if one.known[:1] == (place,)), sentence.text[start:end])
        cue = cue_of(sentence, first, last)
        more.append(Toponym(index, first, last, start, end, named, (place,), place.kind, cue))
    return tuple(sorted((*own, *more), key=lambda toponym: toponym.first))


def _told_elsewhere(
    document: Document, found: Sequence[Sequence[Toponym]], gazetteer: Gazetteer, small: Collection[str]
) -> Iterator[tuple[Toponym, ...]]:
    """Yield the toponyms of each passage, with the names that no gazetteer knows and that others use as places'.

    "Two died in Tarin. The Tarin attack": what is a place once is one wherever it stands.
    """
    told = {
        _words(document, toponym)
        for toponym in chain(*found)
        if not toponym.known and _is_put(document.passages[toponym.passage], toponym)
    }
    for index, (passage, own) in enumerate(zip(document.passages, found, strict=True)):
        here = {name for name in told if passage.said.issuperset(name)}.difference(_words(document, one) for one in own)
        if not here:
            yield tuple(own)
            continue
        taken = {i for toponym in own for i in range(toponym.first, toponym.last)}
        sentence = Sentence(document, index, gazetteer, small, here)
        more = (t for t in _read(sentence) if sentence.is_told(t.first, t.last) and t.first not in taken)
        yield tuple(sorted((*own, *more), key=lambda toponym: toponym.first))


def _words(document: Document, toponym: Toponym) -> Name:
    return tuple(document.passages[toponym.passage].words[toponym.first : toponym.last])


def _is_put(passage: Passage, toponym: Toponym) -> bool:
    """Say whether a preposition of place or a noun tells that a name is a place's: "in Tarin", "the town of Tarin"."""
    before = passage.words[toponym.first - 1] if toponym.first else ""
    located = before in words("locative") and before not in words("loose") and toponym.cue is Cue.PREPOSITION
    return toponym.said is not None or (located and not toponym.possessive)  # not "the suspect in Tarin's death"


def named(document: Document, start: int, end: int, gazetteer: Gazetteer) -> Toponym | None:
    """Return the toponym of a stretch that is known to name a place, None where it holds no word of a passage."""
    index = document.passage_at(start)
    sentence = Sentence(document, index, gazetteer)
    own = [i for i, token in enumerate(sentence.tokens) if token.start < end and start < token.end]
    if not own:
        return None
    first, last = own[0], own[-1] + 1
    name = words_in(document.plain, start, end)
    known = tuple(gazetteer.find(name))
    possessive = sentence.word(last) in _GENITIVE
    if not known or shared_noun(sentence, last):
        known, _, possessive = look_up(sentence, first, last)
    said = _said(sentence, first, last, known)
    kind = said or (known[0].kind if known else PlaceKind.SETTLEMENT)
    cue = cue_of(sentence, first, last)
    return Toponym(index, first, last, start, end, name, known, kind, cue, possessive, said)


def _is_person(toponym: Toponym, document: Document, people: frozenset[str]) -> bool:
    """Say whether a name that no large place bears is that of a person of the report."""
    tokens = document.passages[toponym.passage].tokens
    if _owns_as_person(toponym, document):
        large = any(map(is_large, toponym.known[:1]))
        return not large or tokens[toponym.last - 1].folded in people
    if toponym.cue is Cue.KIND or (toponym.known and toponym.cue is Cue.PREPOSITION):
        return False
    if _is_telling(toponym) and toponym.cue is not Cue.BARE:
        return False
    wide = toponym.size == SIZE[PlaceKind.COUNTRY] or toponym.cue is not Cue.BARE
    if wide and toponym.known and is_large(toponym.known[0]) and toponym.size != SIZE[PlaceKind.SETTLEMENT]:
        return False
    return tokens[toponym.last - 1].folded in people


def _owns_as_person(toponym: Toponym, document: Document) -> bool:
    """Say whether what a name owns is a person's: "Galan's murder", "Tarin's two sons"."""
    tokens = document.passages[toponym.passage].tokens[toponym.last : toponym.last + _REACH_OF_OWNER]
    return toponym.possessive and any(token.folded in words("of-person") for token in tokens)


def _is_surname(toponym: Toponym, ends: frozenset[str], document: Document) -> bool:
    """Say whether a name of one word ends a longer name elsewhere in the report, and is no place's that is known.

    What stands behind "on" or "against" may be hit as a person is: "the attack on Galan".
    """
    alone = toponym.last - toponym.first == 1 and toponym.said is None and not any(map(is_large, toponym.known[:1]))
    before = document.passages[toponym.passage].words[toponym.first - 1] if toponym.first else ""
    may_be = not toponym.known or before in _ON
    return alone and may_be and toponym.cue is not Cue.KIND and toponym.name.casefold() in ends


def _is_telling(toponym: Toponym) -> bool:
    """Say whether a name by itself tells which country the report is about."""
    place = toponym.known[0] if toponym.known else None
    return place is not None and (is_large(place) or place.source == CURATED)


def _at_home(passage: Sequence[Toponym], countries: set[str]) -> Iterator[Toponym]:
    """Yield the names that are no chance likeness: a small place counts only in a country that the report names.

    A name that something is firmly put at stays, as one that the gazetteer does not know.
    """
    for toponym in passage:
        if not toponym.known or _is_telling(toponym) or any(place.country in countries for place in toponym.known):
            yield toponym
            continue
        borderless = not toponym.known[0].country  # "Latin America"
        if toponym.cue in _FIRM_OR_KIND and len(toponym.name) >= _SHORTEST_UNKNOWN and not borderless:
            yield replace(toponym, known=(), kind=PlaceKind.SETTLEMENT)


def _read(sentence: Sentence) -> Iterator[Toponym]:
    """Yield the toponyms of the passage."""
    before: Toponym | None = None
    sketched = set(described(sentence))
    for first, last in sorted({*candidates(sentence), *sketched}):
        if (first, last) in sketched:
            yield _sketch(sentence, first, last)
            continue
        toponym = _judge(sentence, first, last, before)
        if toponym is not None:
            yield toponym
            before = toponym


def _sketch(sentence: Sentence, first: int, last: int) -> Toponym:
    """Return the toponym of a place that is described and not named."""
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    name = words_in(sentence.text, start, end)
    return Toponym(sentence.index, first, last, start, end, name, (), PlaceKind.NEIGHBOURHOOD, Cue.PREPOSITION)


def _judge(sentence: Sentence, first: int, last: int, before: Toponym | None) -> Toponym | None:
    known, end, possessive = look_up(sentence, first, last)
    cue = cue_of(sentence, first, last)
    if before is not None and cue in (Cue.DIRECTION, Cue.BARE, Cue.KIND) and _is_owned(sentence, before, first):
        if known or cue is Cue.KIND:
            cue = before.cue if before.cue in _FIRM_OR_DIRECTION else Cue.KIND
    elif before is not None and cue in (Cue.DIRECTION, Cue.BARE):
        cue = _listed(sentence, before, first, last, known) or cue
    if known and is_dateline(sentence, first, last):
        cue = Cue.TOLD
    elif is_refused(sentence, first, last, known, cue):
        return None
    said, start = _said(sentence, first, last, known), sentence.tokens[first].start
    kind = said or (known[0].kind if known else PlaceKind.SETTLEMENT)
    if known and kind in _SIDED and sentence.word(first - 1) in words("compass"):
        start = sentence.tokens[_sides_before(sentence, first)].start
        kind = PlaceKind.REGION if kind is PlaceKind.COUNTRY else kind
    if not possessive:  # "east of Syria's capital" lies not east of Syria
        start, end = _widened(sentence, first, last, start, end)
    name = words_in(sentence.text, start, end)
    holds = _is_said_to_hold(sentence, first, last)
    return Toponym(sentence.index, first, last, start, end, name, known, kind, cue, possessive, said, holds)


def _sides_before(sentence: Sentence, first: int) -> int:
    """Return where the sides before a name begin: "northern Syria", "northern and eastern Syria"."""
    two = sentence.word(first - 2) == "and" and sentence.word(first - 3) in words("compass")
    return first - 3 if two else first - 1


def _is_owned(sentence: Sentence, before: Toponym, first: int) -> bool:
    """Say whether the name before owns the one that begins: "Helmand province's Sangin", "Syria's divided Aleppo"."""
    i = before.last
    while sentence.word(i) in kinds():
        i += 1
    if sentence.word(i) in _GENITIVE:
        i += 1
    elif not before.possessive:  # "Aleppos Sheikh Maqsood"
        return False
    while i < first and is_describing(sentence.word(i)):
        i += 1
    return i == first


def _is_listed_on(sentence: Sentence, last: int) -> bool:
    """Say whether a list goes on behind a name until an "and", or ends with it and the sentence."""
    i = last
    while i < last + _LONGEST_LIST and (sentence.word(i) == "," or sentence.is_name(i) or sentence.word(i) in kinds()):
        i += 1
    return sentence.word(i) in AND or (i == last and sentence.word(i) in (".", ";", ""))


def _listed(sentence: Sentence, before: Toponym, first: int, last: int, known: Sequence[Place]) -> Cue | None:
    """Return the cue that a name has from the one before it in a list, None where it stands in none."""
    between = {token.folded for token in sentence.tokens[before.last : first]}
    if not between <= _OF_LISTS | kinds().keys():
        return None
    if not known and between <= {",", "the"} | kinds().keys() and not _is_listed_on(sentence, last):
        return Cue.LISTED  # "in Aleppo province, Amal Haddad, was killed"
    return before.cue if before.cue in (Cue.STRUCK, Cue.PREPOSITION, Cue.BETWEEN) else Cue.LISTED


def _widened(sentence: Sentence, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Return the stretch of the name with the part of the place that is singled out: "outskirts of", "countryside"."""
    i = first - 1
    while i > 0 and (sentence.word(i) in words("compass") or sentence.word(i) == "the"):
        i -= 1
    sided = sentence.word(i - 2) in words("compass")
    portion = words("portion", "described") if sided else words("portion")
    if sentence.word(i) == "of" and sentence.word(i - 1) in portion and not _is_others_noun(sentence, i - 1):
        start = sentence.tokens[i - 2 if sided else i - 1].start
    if sentence.word(last) == "countryside" and end == sentence.tokens[last - 1].end:
        end = sentence.tokens[last].end
    return start, end


def _is_others_noun(sentence: Sentence, i: int) -> bool:
    """Say whether a noun says what the name before it is: "the Zeitoun neighbourhoods of Gaza City"."""
    owner = sentence.word(i - 1)
    named = sentence.is_name(i - 1) and owner not in words("nation") and owner not in words("compass")
    return named and sentence.word(i) in kinds()


def _said(sentence: Sentence, first: int, last: int, known: Sequence[Place]) -> PlaceKind | None:
    """Return what kind of place the words of a name, or those beside it, say that it is."""
    nouns = kinds()
    own = noun_behind(sentence, first, last)
    if own is not None:
        return own
    after = noun_at(sentence, last)
    if after is not None:
        if known and after[0] is PlaceKind.NEIGHBOURHOOD and _is_part_of(sentence, first, known[0]):
            return known[0].kind
        if known and after[0] in (PlaceKind.NEIGHBOURHOOD, PlaceKind.DISTRICT) and known[0].source != WORLD:
            return known[0].kind
        if not known and sentence.word(last) == "district":
            return PlaceKind.NEIGHBOURHOOD
        if not (known and known[0].kind is PlaceKind.COUNTRY):
            return after[0]
    elif (shared := shared_kind(sentence, last)) is not None:
        return shared
    if is_said_to_be(sentence, first):
        told = nouns[sentence.word(first - 2)]
        if not known or told is PlaceKind.GOVERNORATE or (told is PlaceKind.DISTRICT and known[0].source == WORLD):
            return told
    return None


def _is_part_of(sentence: Sentence, first: int, place: Place) -> bool:
    """Say whether a noun of a part behind a city makes it one of the city's: "a southern Bogota neighbourhood"."""
    before = sentence.word(first - 1)
    return is_large(place) and place.kind is PlaceKind.SETTLEMENT and (before in words("compass") or before in _ONE)


def _is_said_to_hold(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the noun of a name is one of places that hold villages or quarters: "the district of Atarib"."""
    beside = {sentence.word(last), *([sentence.word(last - 1)] if last - first > 1 else [])}
    if is_said_to_be(sentence, first):
        beside.add(sentence.word(first - 2))
    return not beside.isdisjoint(words("holding"))
