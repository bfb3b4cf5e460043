"""A sentence → the stretches that may be names of places."""

import re
from collections.abc import Iterator, Sequence

from corroborate.locate.place_cues import is_held
from corroborate.locate.place_nouns import noun_at
from corroborate.locate.place_sentence import Sentence, has_large, is_spelled
from corroborate.locate.place_words import kind_nouns, kinds, nations, words
from corroborate.model.situation import PlaceKind

_ARTICLES = frozenset(
    (
        "al",
        "el",
        "al-",
        "an",
        "ar",
        "as",
        "ash",
        "ad",
        "az",
        "ez",
        "ed",
        "bin",
        "ibn",
        "de",
        "es",
        "la",
        "del",
        "los",
        "du",
        *("da", "do", "das", "dos", "di", "della", "las", "le", "les", "des", "sur", "sous", "aux", "en", "van", "der"),
    )
)


_ENGLISH_TOO = {"an": "n", "as": "s"}  # articles that are English words too, where another letter follows
_SHORTEST_NOUN = 5  # letters
_IN_NAMES = ("attribute", "compass", "side", "given", "head", "prefix", "portion", "described")
_WIDEST_GAP = 3  # characters of white space within a name; what stands in columns is wider apart
_LONGEST = 4  # words of a name that is looked up whole
_ELIDED = re.compile("[dl]['\u2019][A-Z\u00c0-\u00de]")  # "Pau d'Arco"


def _spelled(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the token ranges that the gazetteer spells."""
    offset = sentence.passage.start
    found = list(sentence.gazetteer.scan(sentence.text[offset : sentence.passage.end]))
    by_start = {token.start - offset: i for i, token in enumerate(sentence.tokens)} if found else {}
    by_end = {token.end - offset: i + 1 for i, token in enumerate(sentence.tokens)} if found else {}
    for start, end in found:
        first, last = by_start.get(start), by_end.get(end)
        if first is not None and last is not None:
            yield first, last


def candidates(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield token ranges that may be names: what the gazetteer spells, and capitalised runs around or beside it."""
    spelled = list(_spelled(sentence))
    kept = frozenset(i for first, last in spelled if last - first > 1 for i in range(first, last))
    for first, last in (*_runs(sentence, kept), *_phrases(sentence)):
        inside = [(a, b) for a, b in spelled if first <= a and b <= last]
        yield from _cut(sentence, first, last, inside)


def _phrases(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield names that are written in lower case: "de-escalation zone"."""
    heads = words("phrase-head")
    if heads.isdisjoint(sentence.passage.said):
        return
    for i, token in enumerate(sentence.tokens[:-1]):
        if token.folded in heads and f"{token.folded} {sentence.word(i + 1)}" in words("phrase"):
            yield i, i + 2


def _runs(sentence: Sentence, kept: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of capitalised words, with the articles inside them and before them.

    `kept` are the words that stand in a name of several words which the gazetteer spells: "In Guezzam".
    """
    first: int | None = None
    leading, unnamed = words("locative", "directional"), words("calendar", "unnamed")
    for i, token in enumerate(sentence.tokens):
        named = sentence.is_name(i) or (token.folded in ("al", "el") and sentence.is_name(i + 1))
        if i == sentence.opens and token.folded in leading:
            continue  # "In Maungdaw": the capital is the sentence's
        # "in Sarrin Monday", "Monitor A car bomb", where a comma or stop is lost; "in Houthi-controlled Ibb"
        named = named and (i in kept or token.folded not in unnamed) and not is_held(token.folded)
        if first is not None:
            joins = (
                (named and not _is_side_of(sentence, i) and (i in kept or not _begins_anew(sentence, i)))
                or (token.folded in _ARTICLES and _is_article(sentence, i))
                or _ELIDED.match(token.text)
            )
            if joins and token.start - sentence.tokens[i - 1].end <= _WIDEST_GAP and not _owns(sentence, i - 1):
                continue
            yield first, i
        first = i if named else None
    if first is not None:
        yield first, len(sentence.tokens)


def _begins_anew(sentence: Sentence, i: int) -> bool:
    """Say whether a word is no part of the name before it: a nation's adjective, what elsewhere has a small letter.

    "In Bab Touma Terrorists targeted", where a full stop is lost; not "Opera House".
    """
    word = sentence.word(i)
    if word in nations():
        return True
    if len(word) < _SHORTEST_NOUN or word not in sentence.small:
        return False
    return word not in kind_nouns() and word not in words(*_IN_NAMES)


def _is_article(sentence: Sentence, i: int) -> bool:
    """Say whether a word that may be an article stands in a name: "Maarat an Numan"; not "Rami an Aleppo resident"."""
    return sentence.is_name(i + 1) and sentence.word(i + 1).startswith(_ENGLISH_TOO.get(sentence.word(i), ""))


def _is_side_of(sentence: Sentence, i: int) -> bool:
    """Say whether a word with a capital tells where by another place a name lies: "al-Zarbeh South of Aleppo"."""
    return sentence.word(i) in words("compass-noun") and sentence.word(i + 1) == "of"


def _owns(sentence: Sentence, i: int) -> bool:
    """Say whether a word is a large place in a genitive that lost its apostrophe: "Aleppos Sheikh Maqsood"."""
    word = sentence.tokens[i].text
    if not word.endswith("s") or sentence.gazetteer.find(word):
        return False
    found = sentence.gazetteer.find(word[:-1])
    return has_large(found) and is_spelled(found[0], word[:-1])


def _cut(sentence: Sentence, first: int, last: int, inside: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut a capitalised run into names: "Masaken Hanano Aleppo" is two, "Aleppo City" one."""
    if _is_whole(sentence, first, last) or _is_one(sentence, first, last, inside):
        yield first, last
        return
    at = first
    for known, behind in inside:
        if known < at:
            continue
        end = _with_noun(sentence, _with_head(sentence, known, behind, last, inside), last)
        large = _is_large(sentence, known, end)
        if large and known > at and _is_articled(sentence, at, known, end):
            large = False
        if large and known > at and not sentence.titled:
            yield at, known
        start = known if large or sentence.titled else at  # an unknown word before a small place belongs to the name
        if end < last and not (large or sentence.titled):
            end = next((first for first, _ in inside if first >= end), last)  # and so do those up to the next one
        yield start, end
        at = end
    if at < last and not (sentence.titled and inside):
        yield at, last


def _is_whole(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the gazetteer knows all of a run as one name, of as many words: "Ocho Rios"."""
    if not 1 < last - first <= _LONGEST:
        return False
    found = sentence.gazetteer.find(sentence.spelling(first, last))
    if any(len(re.findall(r"\w+", place.name)) == last - first for place in found[:1]):
        return True
    return kinds().get(sentence.word(first)) is PlaceKind.SITE and sentence.word(first) in words("prefix")


def _is_one(sentence: Sentence, first: int, last: int, inside: Sequence[tuple[int, int]]) -> bool:
    """Say whether a noun makes one name of a run, none of whose words is a large place: "Shah Wali Kot district"."""
    noun = noun_at(sentence, last)
    one = (
        noun is not None
        and sentence.tokens[noun[1] - 1].text.islower()
        and not sentence.word(noun[1] - 1).endswith("s")
    )
    if not one or sentence.titled or first == sentence.opens or not 1 < last - first <= _LONGEST:
        return False
    return not any(_is_large(sentence, a, b) for a, b in inside)


def _is_articled(sentence: Sentence, at: int, known: int, end: int) -> bool:
    """Say whether articles alone stand before a place in a name that is none of its own: "El Mono"; not "The Hague"."""
    name = sentence.spelling(at, end)
    return all(sentence.word(i) in _ARTICLES for i in range(at, known)) and not any(
        is_spelled(place, name) for place in sentence.gazetteer.find(name)[:1]
    )


def _with_head(sentence: Sentence, first: int, at: int, last: int, inside: list[tuple[int, int]]) -> int:
    """Return where a name ends whose known part only opens it: "Tal Hormizd", "Khan Bani Saad", "Tal al Damal"."""
    if sentence.word(first) in words("saint"):
        while at < last and not _is_large(sentence, at, at + 1) and noun_at(sentence, at) is None:
            at += 1  # "San Jose Guayabal"
        return at
    if at - first > 1:
        return at
    while at < last and (sentence.word(at - 1) in words("head") or sentence.word(at - 1) in _ARTICLES):
        at = next((b for a, b in inside if a == at), at + 1)
    return at


def _with_noun(sentence: Sentence, at: int, last: int) -> int:
    """Return where a name ends that takes its generic noun along: "Aleppo City", "Damascus International airport"."""
    while at < last and (noun := noun_at(sentence, at)) is not None and noun[1] <= last:
        at = noun[1]
    if at < last and sentence.word(at) in words("attribute") and sentence.word(at + 1) in kinds():
        return at + 2
    return at


def _is_large(sentence: Sentence, first: int, last: int) -> bool:
    name = sentence.spelling(first, last)
    found = sentence.gazetteer.find(name)
    return has_large(found) and (last - first > 1 or is_spelled(found[0], name))
