"""A name in a sentence → what puts something at it, or why it is no place here."""

import re
from collections.abc import Sequence
from enum import StrEnum

from corroborate.locate.place_nouns import bare, is_body, is_body_named, noun_at, noun_behind
from corroborate.locate.place_persons import is_age
from corroborate.locate.place_sentence import Sentence, is_large
from corroborate.locate.place_words import common_words, kinds, words
from corroborate.model.document import TokenKind
from corroborate.model.situation import Place, PlaceKind

_HELD = re.compile(r".*-(?:held|controlled|majority|dominated|occupied|besieged|run|populated)$")
_ACRONYM = re.compile(r"[A-Z][A-Z.]*[A-Z]s?$|[A-Z]{2,}-|.*-(?:led|backed|based|run|style|made|born|era)$")
_PEOPLE = re.compile(r"[a-z]+(?:ian|ians|ese|ish|ists?|ants?|ites?|can|cans|oric)$")
_PASSED = frozenset(("the", "a", "an", "its", '"', "'", "\u201c", "\u2018"))  # between a preposition and a name
_LONGEST_RUN = 5
_SHORTEST = 3
_REACH_OF_DATELINE, _REACH_OF_SAYING = 12, 8  # words
_REACH_OF_VERB = 4  # words between "rescuing" and "from"


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


def is_held(word: str) -> bool:
    """Say whether a word tells who holds a place: "rebel-held", "government-controlled"."""
    return "-" in word and _HELD.match(word) is not None


def cue_of(sentence: Sentence, first: int, last: int) -> Cue:
    """Return what ties something to the place named by the tokens [first, last)."""
    return _cue_before(sentence, first) or _cue_around(sentence, first, last)


def _cue_before(sentence: Sentence, first: int) -> Cue | None:
    i, passed_kind, beside = _left(sentence, first)
    word = sentence.word(i)
    if word == "between":
        return Cue.BETWEEN
    if word in ("from", "out") and _is_brought(sentence, i):
        return Cue.PREPOSITION
    if word == "from" or (word in words("locative") and _is_stationed(sentence, i - 1)):
        return Cue.DIRECTION
    if word in words("locative") or beside or _is_called(sentence, i):
        return Cue.PREPOSITION
    if (word in words("strikes") and not sentence.titled) or (word == "to" and sentence.word(i - 1) == "siege"):
        return Cue.STRUCK
    if word == "of" and (sentence.word(i - 1) in words("force:of") or sentence.word(i - 1) in words("part")):
        return Cue.PREPOSITION
    return Cue.KIND if passed_kind else None


def _is_stationed(sentence: Sentence, i: int) -> bool:
    """Say whether a word tells that somebody lives or stands where the next says: not "lost their lives in"."""
    word = sentence.word(i)
    return word in words("stationed") and not (
        word == "lives" and sentence.word(i - 1) not in ("who", "he", "she", "and")
    )


def _is_called(sentence: Sentence, i: int) -> bool:
    """Say whether "a place called", "a village known as" ends at a word."""
    if sentence.word(i) == "as" and sentence.word(i - 1) == "known":
        i -= 1
    return sentence.word(i) in words("called") and (
        sentence.word(i - 1) in kinds() or sentence.word(i - 1) in ("place", "location", "spot", "site")
    )


def _is_brought(sentence: Sentence, at: int) -> bool:
    """Say whether people leave the place that "from" names: "rescuing civilians from", "fled from"."""
    return any(sentence.word(i) in words("brought") for i in range(max(0, at - _REACH_OF_VERB), at))


def _counts_people(sentence: Sentence, last: int) -> bool:
    """Say whether a genitive counts its people: "Syria's 6.5 million displaced"."""
    after = last + 1
    return (
        sentence.word(last) in ("'s", "'")
        and after < len(sentence.tokens)
        and sentence.tokens[after].kind is TokenKind.NUMBER
    )


def _cue_around(sentence: Sentence, first: int, last: int) -> Cue:
    word = sentence.word(_left(sentence, first)[0])
    if _counts_people(sentence, last):
        return Cue.PREPOSITION
    if is_said(sentence, first, last) and word not in ("by", "for", "with"):
        return Cue.KIND
    if sentence.word(last) in words("force"):
        return Cue.BARE if sentence.spelling(first, last).casefold() in words("striker") else Cue.FORCE
    if _is_struck_subject(sentence, last) or word in words("strikes"):
        return Cue.STRUCK
    if (first == 0 and sentence.word(last) in ("|", ":")) or sentence.word(first - 1) == "|":
        return Cue.HEADING
    if word in words("directional"):
        return Cue.DIRECTION
    return Cue.BARE


def _is_struck_subject(sentence: Sentence, last: int) -> bool:
    """Say whether "was hit", "has been bombed", "came under fire" follows."""
    if sentence.word(last) not in ("was", "were", "has", "had", "have", "is", "are", "came"):
        return False
    following = [sentence.word(i) for i in range(last + 1, last + 5)]
    return any(word in words("suffered") for word in following)


def _left(sentence: Sentence, first: int) -> tuple[int, bool, bool]:
    """Return the nearest word to the left outside the naming, and whether a generic noun, or "west of", was passed."""
    i, passed, beside = first - 1, False, False
    while i >= 0:
        word = sentence.word(i)
        if word == "of" and (sentence.word(i - 1) in kinds() or sentence.word(i - 1) in words("part")):
            passed = passed or sentence.word(i - 1) in kinds()
            beside = beside or sentence.word(i - 1) in words("part")
            i -= 2
        elif word in _PASSED or word in words("side") or _HELD.match(word):
            i -= 1
        elif word in kinds() and sentence.tokens[i].text[0].islower() and word not in words("not_before"):
            passed = True
            i -= 1
        elif passed and word in words("nation"):
            i -= 1  # "the Turkish capital Ankara"
        else:
            break
    return i, passed, beside


def is_refused(sentence: Sentence, first: int, last: int, known: Sequence[Place], cue: Cue) -> bool:
    """Say whether the name stands for a body, a person, a government, a common word: for no place of anything."""
    opening = sentence.word(first)
    if (
        is_body(sentence, last)
        or is_body_named(sentence, first, last)
        or (opening in words("body_before") and not known and cue not in (Cue.PREPOSITION, Cue.KIND))
    ):
        return True
    if sentence.word(first - 1) in words("body_before") and cue is not Cue.KIND and not _is_called(sentence, first - 1):
        return True
    if sentence.word(first - 1) == "of" and _is_head_of_body(sentence, first - 2):
        return True
    if known:
        return _is_weak(sentence, first, last, known, cue)
    if cue is Cue.PREPOSITION and sentence.word(_left(sentence, first)[0]) in words("loose"):
        return True
    firm = cue in (Cue.PREPOSITION, Cue.STRUCK, Cue.KIND, Cue.BETWEEN) or (
        cue is Cue.LISTED and (sentence.word(first - 1) == "and" or sentence.word(last) == "and")
    )
    return (
        not firm
        or sentence.titled
        or bare(sentence, first, last) - first > _LONGEST_RUN
        or _is_no_name(sentence, first, last)
    )


def _is_head_of_body(sentence: Sentence, i: int) -> bool:
    """Say whether a word before "of" makes a body or a person of the name behind: "army of"; not "state of"."""
    word = sentence.word(i)
    if word == "state":
        return sentence.tokens[i].text == "State"
    return word in words("body") or word in words("body_before")


def _is_no_name(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether an unknown run is surely no place: an acronym, an adjective, a word that opens the sentence."""
    token = sentence.tokens[first]
    if all(sentence.word(i) in kinds() or sentence.word(i) in words("generic") for i in range(first, last)):
        return True
    if token.text[0] >= "\u0600" or not (_ends_well(sentence, last) or _is_said_to_be(sentence, first)):
        return True
    if last - first > 1 and (sentence.word(last - 1) in words("way") or token.folded in words("head")):
        return first == sentence.opens and token.folded in words("opener")
    if last - first == 1 and (
        _ACRONYM.match(token.text)
        or first == sentence.opens
        or _PEOPLE.match(token.folded)
        or len(token.text) < _SHORTEST
        or token.folded in common_words()
    ):
        return True
    if _HELD.match(token.folded):
        return True
    if re.split(r"[-\u2010\u2011]", token.folded)[0] in words("not_a_place"):
        return not _goes_on(sentence, first, last)
    return first == sentence.opens and token.folded in words("opener")


def _goes_on(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a word that is no place opens the name of one: "North Nazimabad", "Imam Gharbi village"."""
    if first == sentence.opens:
        return False
    if sentence.word(first) in words("given") and is_said(sentence, first, last):
        return True
    return last - first > 1 and (sentence.word(first) in words("compass") or sentence.word(first) in words("prefix"))


def _is_said_to_be(sentence: Sentence, first: int) -> bool:
    """Say whether the words before tell what kind of place it is: "the neighbourhood of Maghawir"."""
    return sentence.word(first - 1) == "of" and sentence.word(first - 2) in kinds()


def is_said(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the words behind, or the last of the name, tell what kind of place it is: "Pale township"."""
    return noun_at(sentence, last) is not None or noun_behind(sentence, first, last) is not None


def _ends_well(sentence: Sentence, last: int) -> bool:
    """Say whether what follows lets an unknown name be a place: no noun ("Grad missiles"), no age ("Dani Levy, 59")."""
    if last >= len(sentence.tokens):
        return True
    token = sentence.tokens[last]
    if token.kind is TokenKind.NUMBER or is_age(sentence.tokens, last):
        return False
    return (
        token.kind is TokenKind.PUNCTUATION
        or token.folded in words("follower")
        or noun_at(sentence, last) is not None
        or token.folded in words("strikes")
    )


def _is_weak(sentence: Sentence, first: int, last: int, known: Sequence[Place], cue: Cue) -> bool:
    """Say whether a name that the gazetteer knows stands here for something else all the same."""
    place, word, after = known[0], sentence.word(first), sentence.word(last)
    large = is_large(place) or place.source == "curated"
    capital_says_nothing = first == sentence.opens or sentence.titled
    said = not capital_says_nothing and (is_said(sentence, first, last) or _is_said_to_be(sentence, first))
    spelling = sentence.spelling(first, last).casefold()
    if spelling in words("not_a_place") and not (said and spelling in words("given")):
        return True
    if last - first == 1 and not said:
        if word in common_words() or (word in words("head") and not large) or len(word) < _SHORTEST:
            return True
        if capital_says_nothing and not large and cue not in (Cue.KIND, Cue.HEADING):
            return True
    if large and after in words("speech") and cue not in (Cue.PREPOSITION, Cue.KIND):
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
    if _is_dateline(sentence, first, last):
        return True
    firm = cue in (Cue.PREPOSITION, Cue.STRUCK, Cue.KIND, Cue.BETWEEN, Cue.FORCE, Cue.HEADING)
    return not firm and not large and place.country != "SY"


def _is_seat_only(sentence: Sentence, first: int, cue: Cue) -> bool:
    """Say whether a capital stands for its government, or only where something is said: "told reporters in Moscow"."""
    before = [sentence.word(i) for i in range(max(0, first - _REACH_OF_SAYING), first)]
    return cue is not Cue.PREPOSITION or any(word in words("stated") or word in words("voice") for word in before)


def _is_dateline(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a name opens the passage as its dateline: "BEIRUT - ", "Beirut (Agency)"."""
    after = sentence.word(last)
    if first <= 1 and len(sentence.word(first)) > _SHORTEST and _shouts(sentence, first):
        return any(token.text.islower() for token in sentence.tokens[last : last + _REACH_OF_DATELINE])
    return first == 0 and (after in ("(", "-", "\u2013", "\u2014") or (after == "," and _shouts(sentence, last + 1)))


def _shouts(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.tokens) and sentence.tokens[i].text.isupper()
