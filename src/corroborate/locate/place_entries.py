"""A name in a sentence → its entries in the gazetteer, in the light of the noun behind it and of its genitive."""

from collections.abc import Sequence

from corroborate.locate.place_nouns import bare, is_generic, is_said_to_be
from corroborate.locate.place_sentence import Sentence, folded, has_large, is_large
from corroborate.locate.place_words import AND, kinds, words
from corroborate.model.situation import Place, PlaceKind

_SHORTEST_STEM = 4
_LONGEST_LIST = 16  # words
_JOINING = AND | {","}
_GENITIVE = ("'s", "'")
# Nouns that are part of the name, where a list or the name itself ends in them.
_SHARED = {"counties": "County", "parishes": "Parish", "townships": "Township"}
_WHOLES = {"departments": "Department", "provinces": "Province", "states": "State"}


def look_up(sentence: Sentence, first: int, last: int) -> tuple[tuple[Place, ...], int, bool]:
    """Return what the gazetteer knows of a name, where the name ends, and whether it stands in the genitive."""
    name, end = sentence.spelling(first, last), sentence.tokens[last - 1].end
    known = tuple(sentence.gazetteer.find(name))
    if last - first == 1 and known and _is_adjective(name, known[0]):
        return known, end - 1, False
    shared = shared_noun(sentence, last) or _noun_before(sentence, first)
    if shared:
        nouns = (shared,) if shared in _SHARED.values() else dict.fromkeys((shared, *_WHOLES.values()))
        named = [place for noun in nouns for place in sentence.gazetteer.find(f"{name} {noun}")]
        known = _with_whole(named, known, shared)
    without = bare(sentence, first, last)
    is_way = sentence.word(last - 1) in words("city-way")  # "Palestine Street" is in neither
    if not known and without < last and not is_way and not is_generic(sentence, first, without):
        known = tuple(sentence.gazetteer.find(sentence.spelling(first, without)))
    may_own = name.endswith("s") and len(name) > _SHORTEST_STEM and not _is_kind_of(sentence, last)
    if not known and last - first == 1 and may_own:
        stem = tuple(sentence.gazetteer.find(name[:-1]))
        if has_large(stem):  # "Aleppos", where a collection lost its apostrophes
            owns = sentence.word(last)[:1].isalpha() and sentence.word(last) not in words("locative", "directional")
            return stem, end - owns, owns  # "from Doumas on Saturday" owns nothing, and is only spelled so
    return known, end, sentence.word(last) in _GENITIVE


def _noun_before(sentence: Sentence, first: int) -> str:
    """Return the noun of a province that stands before its name, "the province of Sucre", else nothing."""
    if not is_said_to_be(sentence, first) or kinds()[sentence.word(first - 2)] is not PlaceKind.GOVERNORATE:
        return ""
    return sentence.word(first - 2).capitalize()


def _with_whole(named: Sequence[Place], known: Sequence[Place], noun: str) -> tuple[Place, ...]:
    """Return the entries of a name and those of the name with its noun: a province stands behind its own town."""
    whole = [place for place in named if noun in _SHARED.values() or place.kind is PlaceKind.GOVERNORATE]
    seat = known[:1] if noun not in _SHARED.values() and whole and known[:1] and _is_seat(known[0], whole[0]) else ()
    return tuple(dict.fromkeys((*seat, *whole, *known)))


def _is_seat(town: Place, province: Place) -> bool:
    return town.country == province.country and province.name in town.parents


def _is_adjective(name: str, place: Place) -> bool:
    """Say whether a name is the adjective of a larger place: "Dagestani", "Kashmiri"."""
    return name.endswith("i") and is_large(place) and folded(place.name) == folded(name[:-1])


def _is_kind_of(sentence: Sentence, last: int) -> bool:
    """Say whether what follows is what a name is, and nothing that it owns: "Raqas village"; not "Syrias city of"."""
    noun = sentence.word(last)
    one = kinds().get(noun) is PlaceKind.SETTLEMENT and noun != "capital" and not noun.endswith("s")
    return one and sentence.word(last + 1) != "of"


def shared_noun(sentence: Sentence, last: int) -> str:
    """Return the noun that a name has from the end of its list, "Otoe and Washington counties", else nothing.

    A province's stands behind it alone, too: "Sucre department" is no town.
    """
    if kinds().get(sentence.word(last)) is PlaceKind.GOVERNORATE and sentence.word(last) not in _WHOLES:
        return sentence.word(last).capitalize()
    i, joined = last, False
    while i < last + _LONGEST_LIST and (sentence.word(i) in _JOINING or (joined and sentence.is_name(i))):
        joined = True
        i += 1
    return (_SHARED | _WHOLES).get(sentence.word(i), "") if i == last or joined else ""
