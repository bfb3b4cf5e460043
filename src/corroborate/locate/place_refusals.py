"""A name in a sentence → whether it stands for no place: for a body, a person, a government, a word."""

import re
from collections.abc import Sequence

from corroborate.locate.place_cues import Cue, is_called, left_of
from corroborate.locate.place_nouns import (
    is_body,
    is_body_named,
    is_explained,
    is_generic,
    is_said,
    is_said_to_be,
    noun_at,
    noun_behind,
    shared_kind,
)
from corroborate.locate.place_persons import is_age
from corroborate.locate.place_sentence import CURATED, WORLD, Sentence, is_large
from corroborate.locate.place_words import common_words, kinds, nations, words
from corroborate.model.document import Token, TokenKind
from corroborate.model.situation import Place, PlaceKind

_ACRONYM = re.compile(r"[A-Z][A-Z.]*[A-Z]s?$|[A-Z]{2,}-|.*-(?:led|backed|based|run|style|made|born|era)$")
_PEOPLE = re.compile(r"[a-z]+(?:ian|ians|ese|ish|ists?|ants?|ites?|can|cans|oric)$")
_ROUTE = re.compile(r"[A-Z]\d{1,3}$")  # of a road: "the M4 highway"
_WHOLE = (PlaceKind.SETTLEMENT, PlaceKind.DISTRICT, PlaceKind.GOVERNORATE)
_GENITIVE = ("'s", "'")
_OPENS_TEXT = frozenset(("-", "--", "\u2013", "\u2014", "["))
_SHORTEST, _TWO = 3, 2
_LONGEST_ACRONYM = 5  # letters
_WERE = ("was", "were", "is", "are", "has", "have", "had")
_HAMLETS = ("villages", "settlements", "hamlets")
_JOINING = ("and", ",", "or")
_BEFORE_PEOPLES = ("the", "between", "ethnic")
_BEHIND_IRAQ = ("and", "the", "greater", "iraq")
_IN = ("in", "of")
_REACH_OF_PARTIES = 3  # words before "between"
_REACH_OF_DATELINE, _REACH_OF_SAYING = 12, 12  # words


def is_refused(sentence: Sentence, first: int, last: int, known: Sequence[Place], cue: Cue) -> bool:
    """Say whether the name stands for a body, a person, a government, a common word: for no place of anything."""
    opening = sentence.word(first)
    if (
        is_body(sentence, last)
        or is_body_named(sentence, first, last)
        or (opening in words("body_before") and not known and cue not in (Cue.PREPOSITION, Cue.KIND))
    ):
        return True
    sided = sentence.word(last) == "of" and sentence.is_name(last + 1) and opening in words("compass")
    if sided and is_generic(sentence, first, last):
        return True  # "the Northern Province of Aleppo"
    if sentence.word(first - 1) in words("body_before") and cue is not Cue.KIND and not is_called(sentence, first - 1):
        return True
    if _is_within_body(sentence, first, last, known):
        return True
    if (
        cue is Cue.BETWEEN
        and (not known or known[0].kind is PlaceKind.COUNTRY)
        and _is_between_parties(sentence, first)
    ):
        return True
    if _is_people(sentence, first, last, known):
        return True
    if known:
        return _is_weak(sentence, first, last, known, cue)
    return not sentence.is_told(first, last) and _is_unfounded(sentence, first, last, cue)


def _is_speaker(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a noun before a name is another's, and its bearer speaks: "the mayor of Homs city |Omar| told"."""
    is_of_other = sentence.word(first - 1) in kinds() and sentence.is_name(first - 2)
    return is_of_other and sentence.word(last) in words("telling")


def _is_unfounded(sentence: Sentence, first: int, last: int, cue: Cue) -> bool:
    """Say whether nothing makes a place of a name that no gazetteer knows."""
    told = is_said(sentence, first, last) or is_said_to_be(sentence, first) or _opens_name(sentence, first, last)
    alone = last - first == 1 and sentence.word(first) in words("head") and not is_said(sentence, first, last)
    if sentence.word(last) in words("conduit") or sentence.word(last - 1) in words("conduit"):
        return True
    if alone or _is_speaker(sentence, first, last) or (not told and _is_others(sentence, first, last, cue)):
        return True
    if (
        cue is Cue.STRUCK
        and not told
        and sentence.word(first - 1) not in words("strikes")
        and _may_be_shot(sentence, last)
    ):
        return True
    if cue is Cue.PREPOSITION and not told and sentence.word(left_of(sentence, first)[0]) in words("loose"):
        return True
    in_list = cue is Cue.LISTED and "and" in (sentence.word(first - 1), sentence.word(last))
    from_told = cue is Cue.DIRECTION and told  # "people from Tarin village"
    firm = cue in (Cue.PREPOSITION, Cue.STRUCK, Cue.KIND, Cue.BETWEEN) or in_list or from_told
    return not firm or sentence.titled or _is_no_name(sentence, first, last)


def _opens_name(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a word opens names of places, and a name follows: "Tal Tamr"; not "Las" alone."""
    return sentence.word(first) in words("head") and last - first > 1


def _is_others(sentence: Sentence, first: int, last: int, cue: Cue) -> bool:
    """Say whether a name is a body's, whose things were hit: "close to Ordaz' government", "the offices of Oru"."""
    if sentence.word(last) in _GENITIVE and sentence.word(last + 1) in words("body", "owned"):
        return True
    return cue is Cue.STRUCK and sentence.word(left_of(sentence, first)[0]) == "of"


def _is_people(sentence: Sentence, first: int, last: int, known: Sequence[Place]) -> bool:
    """Say whether a name is a people's: "Hausa traders", "the Tabu and Tuareg tribes", "three Wurkum villages"."""
    if known and is_large(known[0]):
        return False
    if f"{sentence.word(first)} {sentence.word(last - 1)}" in nations() and last - first == _TWO:
        return True  # "the Costa Rican embassy"
    opening = sentence.word(first) in words("nation")
    if opening and last - first == 1 and not is_said_to_be(sentence, first):
        return True  # "a Sufi shrine"
    if opening and all(kinds().get(sentence.word(i)) in _WHOLE for i in range(first + 1, last)):
        return True  # "Gas Dropped on Syrian Town"; not "Armenian Quarter"
    word, before = sentence.word(last), sentence.word(first - 1)
    of_people = before in words("some-of") or sentence.word(last + 1) == "of"  # "the Tiv villages of Kyaaior and Oru"
    if word in words("kin") or (word in _HAMLETS and not known and last - first == 1 and of_people):
        return True
    end = last
    while sentence.word(end) in _JOINING or sentence.is_name(end):
        end += 1
    return before in _BEFORE_PEOPLES and sentence.word(end) in words("tribe")


def _may_be_shot(sentence: Sentence, last: int) -> bool:
    """Say whether what befell an unknown name may befall a person: "Qari Mehmood was targeted"; not "was shelled"."""
    return sentence.word(last) in _WERE and not words("befalling").isdisjoint(
        {sentence.word(i) for i in (last + 1, last + 2)}
    )


def _is_between_parties(sentence: Sentence, first: int) -> bool:
    """Say whether the "between" to the left of a name has parties behind it: "clashes broke out between"."""
    between = left_of(sentence, first)[0]
    before = {sentence.word(i) for i in range(max(0, between - _REACH_OF_PARTIES), between)}
    return not words("parties").isdisjoint(before)


def _is_head_of_body(sentence: Sentence, i: int, known: Sequence[Place]) -> bool:
    """Say whether a word before "of" makes a body or a person of the name behind: "army of"; not "mayor of"."""
    word = sentence.word(i)
    if word in words("local") and known and known[0].kind is not PlaceKind.COUNTRY:
        return False  # the place is where he serves, and where nothing else is told, where it happened
    if word == "state":
        return sentence.tokens[i].text == "State"
    return word in words("body") or word in words("body_before")


def _is_within_body(sentence: Sentence, first: int, last: int, known: Sequence[Place]) -> bool:
    """Say whether a name is part of a body's or a person's that has an "of" or "in"."""
    behind = sentence.word(first - 1) == "of" and _is_head_of_body(sentence, first - 2, known)
    return behind or _is_of_islamic_state(sentence, first) or _is_of_body(sentence, last)


def _is_of_islamic_state(sentence: Sentence, first: int) -> bool:
    """Say whether a name is part of a body's: "Islamic State in Iraq and Syria"; not of "Islamic State in Syria"."""
    start = first
    while sentence.word(start - 1) in _BEHIND_IRAQ:
        start -= 1
    whole = start < first or (sentence.word(first), sentence.word(first + 1)) == ("iraq", "and")
    return (
        whole and [sentence.word(start - i) for i in (3, 2)] == ["islamic", "state"] and sentence.word(start - 1) in _IN
    )


def _is_of_body(sentence: Sentence, last: int) -> bool:
    """Say whether a word of a body's name stands before its "of": "Lions of Islam Brigade"."""
    end = last + 1
    while sentence.is_name(end) and not is_body(sentence, end):
        end += 1
    return sentence.word(last) == "of" and end > last + 1 and sentence.is_name(end)


def _is_no_name(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether an unknown run is surely no place: an acronym, an adjective, a word that opens the sentence."""
    token = sentence.tokens[first]
    if is_generic(sentence, first, last) or sentence.spelling(first, last).casefold() in words("not_a_place"):
        return not (last - first == 1 and _goes_on(sentence, first, last))
    said_to_be = is_said_to_be(sentence, first)
    if not said_to_be and all(word.folded in sentence.small for word in sentence.tokens[first:last]):
        return True  # "Rebels", "Army Checkpoint" of a headline
    if last - first > 1 and all(word.text.isupper() for word in sentence.tokens[first:last]):
        return True  # "IN A NUTSHELL"
    if all(word.folded in words("nation", "compass", "nation-opening") for word in sentence.tokens[first:last]):
        return True  # "the Shi'ite neighbourhood", "a Turkmen Shiite village", "the South Sudanese capital"
    if token.text[0] >= "\u0600" or not (
        _ends_well(sentence, last) or said_to_be or sentence.word(last - 1) in words("way")
    ):
        return True
    if last - first > 1 and (sentence.word(last - 1) in words("way") or token.folded in words("head")):
        return first == sentence.opens and token.folded in words("opener")
    if last - first == 1 and (
        _ACRONYM.match(token.text)
        or (first == sentence.opens and not is_explained(sentence, last))
        or (len(token.text) < _SHORTEST and not _ROUTE.match(token.text))
        or (not said_to_be and _is_word(token.folded))
    ):
        return True
    if _opens_none(token):
        return not (_goes_on(sentence, first, last) or ("-" in token.text and said_to_be))
    return first == sentence.opens and token.folded in words("opener")


def _is_word(word: str) -> bool:
    """Say whether a word alone is rather an adjective of a people or a common word than a name."""
    return bool(_PEOPLE.match(word)) or word in common_words()


def _opens_none(token: Token) -> bool:
    """Say whether a word begins no name of a place: "Syrian", "Assad-held", "Syrian-Turkish"; not "War-Sheikh"."""
    first, *others = re.split(r"[-\u2010\u2011]", token.text)
    named = bool(others) and others[0][:1].isupper() and others[0].casefold() not in words("not_a_place")
    return first.casefold() in words("not_a_place") and (not named or first.casefold() in words("nation"))


def _goes_on(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a word that is no place opens the name of one: "North Nazimabad", "Imam Gharbi village"."""
    if first == sentence.opens:
        return False
    if sentence.word(first) in words("given") and is_said(sentence, first, last):
        return True
    opening = sentence.word(first)
    return last - first > 1 and any(opening in words(role) for role in ("compass", "prefix", "article"))


def _ends_well(sentence: Sentence, last: int) -> bool:
    """Say whether what follows lets an unknown name be a place: no noun ("Grad missiles"), no age ("Dani Levy, 59")."""
    if last >= len(sentence.tokens):
        return True
    token = sentence.tokens[last]
    if token.kind is TokenKind.NUMBER:
        return sentence.word(last + 1) in words("measure")  # "at Ngakobo 60 kilometres south of"
    if is_age(sentence.tokens, last):
        return False
    return (
        token.kind is TokenKind.PUNCTUATION
        or token.folded in words("follower")
        or token.folded.endswith("ly")
        or noun_at(sentence, last) is not None
        or token.folded in words("strikes", "unnamed")
        or token.folded in nations()  # "in Tarin Syrian activists said"
        or (token.folded in words("compass") and sentence.word(last + 1) == "of")
        or is_explained(sentence, last)
    )


def _is_weak(sentence: Sentence, first: int, last: int, known: Sequence[Place], cue: Cue) -> bool:
    """Say whether a name that the gazetteer knows stands here for something else all the same."""
    place, word, after = known[0], sentence.word(first), sentence.word(last)
    large = is_large(place) or place.source == CURATED
    capital_says_nothing = first == sentence.opens or sentence.titled
    told = is_said(sentence, first, last) or is_said_to_be(sentence, first) or shared_kind(sentence, last) is not None
    said = told and not capital_says_nothing
    spelling = sentence.spelling(first, last).casefold()
    if (spelling in words("not_a_place") and not _may_be_named_so(sentence, first, spelling, said=said)) or (
        _is_acronym(sentence, first, last) and place.source == WORLD and place.kind is PlaceKind.SETTLEMENT
    ):
        return True
    if last - first == 1 and not said:
        if word in common_words() or (word in words("head") and not large) or len(word) < _SHORTEST:
            return True
        if capital_says_nothing and not large and cue not in (Cue.KIND, Cue.HEADING):
            return True
    if large and after in words("speech") and cue not in (Cue.PREPOSITION, Cue.KIND, Cue.STRUCK):
        return True  # a government speaks
    if spelling in words("seat") and _is_seat_only(sentence, first, cue):
        return True
    if place.kind is PlaceKind.COUNTRY and PlaceKind.SITE in (
        kinds().get(after),
        noun_behind(sentence, first, last),
    ):
        return True  # "the U.S. embassy": whose it is, not where
    if place.kind is PlaceKind.COUNTRY and cue in (Cue.BARE, Cue.DIRECTION):
        return False  # may yet hold another place: see place_groups.without_actors
    firm = cue in (Cue.PREPOSITION, Cue.STRUCK, Cue.KIND, Cue.BETWEEN, Cue.FORCE, Cue.HEADING)
    return not firm and not said and not large and place.source == WORLD  # a country's own table knows its villages


def _may_be_named_so(sentence: Sentence, first: int, spelling: str, *, said: bool) -> bool:
    """Say whether words tell that a name is a place's that is none elsewhere: "Hassan district", "the town of Nice"."""
    if said and spelling in words("given"):
        return True
    return is_said_to_be(sentence, first) and kinds()[sentence.word(first - 2)] is PlaceKind.SETTLEMENT


def _is_acronym(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a name is one short word in capitals among others that are not: "struck an IED"."""
    token = sentence.tokens[first]
    short = last - first == 1 and len(token.text) <= _LONGEST_ACRONYM and token.text.isupper()
    return short and any(other.text.islower() and len(other.text) > 1 for other in sentence.tokens)


def _is_seat_only(sentence: Sentence, first: int, cue: Cue) -> bool:
    """Say whether a capital stands for its government, or only where something is said: "told reporters in Moscow"."""
    before = [sentence.word(i) for i in range(max(0, first - _REACH_OF_SAYING), first)]
    return cue is not Cue.PREPOSITION or any(word in words("stated") or word in words("voice") for word in before)


def is_dateline(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a name opens the passage as its dateline: "BEIRUT - ", "Beirut (Agency)", or a sentence of it."""
    after = sentence.word(last)
    if after == "(" and _is_alone_in_capitals(sentence, first):
        return True
    if first <= 1 and len(sentence.word(first)) > _SHORTEST and _shouts(sentence, first):
        behind = sentence.tokens[last : last + _REACH_OF_DATELINE]
        return any(token.text.islower() or token.text == "(" for token in behind)
    if sentence.word(first - 1) == "]" and after in _OPENS_TEXT:
        return True  # "[TEXT] Medellin -- "
    return first == 0 and (after in ("(", "-", "\u2013", "\u2014") or (after == "," and _shouts(sentence, last + 1)))


def _is_alone_in_capitals(sentence: Sentence, first: int) -> bool:
    """Say whether a name is in capitals, as the words around it are not."""
    before = sentence.tokens[max(0, first - _REACH_OF_DATELINE) : first]
    return len(sentence.word(first)) > _SHORTEST and _shouts(sentence, first) and any(t.text.islower() for t in before)


def _shouts(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.tokens) and sentence.tokens[i].text.isupper()
