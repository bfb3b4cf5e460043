"""A name in a sentence → what puts something at it."""

import re

from corroborate.locate.place_nouns import is_said
from corroborate.locate.place_sentence import Sentence
from corroborate.locate.place_words import kinds, words
from corroborate.model.choices import Choices
from corroborate.model.document import TokenKind

_HELD = re.compile(
    r".*-(?:held|controlled|majority|dominated|occupied|besieged|run|populated|ruled|administered|governed|inhabited"
    r"|speaking|backed|led|allied|aligned|supported|area|region|divided|hit|torn|ravaged|stricken|wracked|weary|starved|battered"
    r"|scarred|besieged|contested|friendly|loyal|affiliated|linked|inspired|rich|wealthy|producing|exporting|poor|plagued)$"
)
_MEASURED = re.compile(r"\d+(?:km|kms|mi)$")
_PASSED = frozenset(("the", "a", "an", "its", '"', "'", "\u201c", "\u2018"))  # between a preposition and a name
_AUXILIARIES = frozenset(("was", "were", "has", "had", "have", "is", "are", "came", "come", "comes"))
_LONGEST_LIST = 12  # words
_REACH_OF_SUBJECT = 4  # words in which what befell it follows an auxiliary
_BESIDE = frozenset(("outside", "inside", "near", "against", "on"))
_ARTICLES = frozenset(("a", "an", "the", "its", "their"))
_AT = frozenset(("in", "at", "from"))
_SPEAKING_AT = frozenset(("in", "at", "during", "through"))  # "in a speech in Lima"; not "to give a speech in Lima"
_HEARERS = frozenset(("reporters", "newsmen", "journalists"))
_PASSIVE = frozenset(("was", "were", "is", "been", "being", "are"))
_REACH_OF_CLINIC = 3  # words behind its name: its noun, an auxiliary, a verb
_REACH_OF_TELLING = 6  # words between a verb of telling and its place, and behind the place up to "that"
_REACH_OF_MEN = 3  # words before "located"
_REACH_OF_VERB = 4  # words between "rescuing" and "from"


class Cue(Choices):
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
    TOLD = "told"  # nothing but what is said


def is_held(word: str) -> bool:
    """Say whether a word tells who holds a place or lives there: "rebel-held", "Taliban-controlled"."""
    return "-" in word and _HELD.match(word) is not None


def is_describing(word: str) -> bool:
    """Say whether a word tells which of an owner's places is meant: "divided", "rebel-held", "second city of"."""
    return word == "of" or word in kinds() or word in words("side") or is_held(word)


def cue_of(sentence: Sentence, first: int, last: int) -> Cue:
    """Return what ties something to the place named by the tokens [first, last)."""
    return _cue_before(sentence, first, last) or _cue_around(sentence, first, last)


def _cue_before(sentence: Sentence, first: int, last: int) -> Cue | None:
    i, passed_kind, beside = left_of(sentence, first)
    word = sentence.word(i)
    if word in _AT and is_told_at(sentence, i, last):
        return Cue.TOLD
    if word == "between":
        return Cue.BETWEEN
    if word in ("from", "out") and _is_brought(sentence, i):
        return Cue.PREPOSITION
    if (word == "to" and sentence.word(i - 1) in words("close")) or (word == "from" and _is_measured(sentence, i)):
        return Cue.PREPOSITION
    if word == "from" or (word in words("locative") and _is_stationed(sentence, i - 1)):
        return Cue.DIRECTION
    if _is_clinic(sentence, last) and _only_cares(sentence, i, last):
        return Cue.DIRECTION
    if word in words("locative") or beside or is_called(sentence, i):
        return Cue.PREPOSITION
    if word in words("strikes") and not sentence.titled and not _is_noun_of_force(sentence, i):
        return Cue.STRUCK
    if word == "of" and (sentence.word(i - 1) in words("force:of") or sentence.word(i - 1) in words("part")):
        return Cue.PREPOSITION
    return Cue.KIND if passed_kind else None


def is_told_at(sentence: Sentence, i: int, last: int) -> bool:
    """Say whether "in" at a word puts only what is said at the place behind it, whose name ends at `last`.

    "Police reported today in Lima that", "it was reported in Lima", "said in Lima"; not "clashes reported in Lima".
    """
    verb = i - 1
    while verb > i - _REACH_OF_TELLING and sentence.word(verb) in words("when-told"):
        verb -= 1
    word, before = sentence.word(verb), {sentence.word(at) for at in (verb - 1, verb - 2, verb - 3)}
    if word == "told" and verb < i - 1 and not _HEARERS.isdisjoint({sentence.word(at) for at in range(verb, i)}):
        return True  # "told reporters in Lima"
    if word in words("told-in", "parley") or (word == "conference" and not before.isdisjoint(("news", "press"))):
        spoken = word in words("parley") or not before.isdisjoint(_SPEAKING_AT)
        return verb == i - 1 and spoken and not _is_hit_itself(sentence, verb, _BESIDE)
    if word not in words("telling", "telling-only"):
        return False
    if not before.isdisjoint(_PASSIVE):
        return "it" in before or sentence.word(verb) in ("published", "issued", "printed", "broadcast")
    return word in words("telling-only") or _says_that(sentence, last)


def _says_that(sentence: Sentence, last: int) -> bool:
    """Say whether "that" follows a name, or the larger places and the day behind it: "in La Paz, Bolivia, that"."""
    i = last
    while i < last + _REACH_OF_TELLING and (
        sentence.is_name(i) or sentence.word(i) == "," or sentence.word(i) in words("when-told")
    ):
        i += 1
    return sentence.word(i) == "that"


def _is_clinic(sentence: Sentence, last: int) -> bool:
    """Say whether a name is that of where the wounded are cared for: "treated at the Soma clinic"."""
    return not words("clinic").isdisjoint({sentence.word(i) for i in range(last - 1, last + 2)})


def _only_cares(sentence: Sentence, i: int, last: int) -> bool:
    """Say whether the words around a clinic tell that the hurt are cared for or told of there, not that it was hit.

    "Treated at", "a nurse at", "taken to", "according to the Soma clinic", "the Soma clinic said"; not "bombing of".
    """
    word, before = sentence.word(i), sentence.word(i - 1)
    if word in ("at", "in"):
        return before in words("cared-for")
    if word == "of":
        return before in words("staff")
    speaks = words("telling", "telling-only", "receiving")
    return word == "to" or any(sentence.word(at) in speaks for at in range(last, last + _REACH_OF_CLINIC))


def _is_noun_of_force(sentence: Sentence, i: int) -> bool:
    """Say whether a word that may be a verb is a noun here: "as a result of the attack Oru died"."""
    return sentence.word(i) in words("force") and sentence.word(i - 1) in _ARTICLES


def _is_stationed(sentence: Sentence, i: int) -> bool:
    """Say whether a word tells that somebody lives, stands or serves where the next says: not "lost their lives in"."""
    word = sentence.word(i)
    if word in words("posted"):
        return not _is_hit_itself(sentence, i, _BESIDE | {"at"})
    if word in ("located", "situated"):  # "terrorists located in"; not "an institute located in"
        return any(sentence.word(at) in words("manned") for at in range(max(0, i - _REACH_OF_MEN), i))
    return word in words("stationed") and not (
        word == "lives" and sentence.word(i - 1) not in ("who", "he", "she", "and")
    )


def _is_hit_itself(sentence: Sentence, i: int, prepositions: frozenset[str]) -> bool:
    """Say whether something is put at what stands somewhere: "exploded at a university branch in"."""
    at = i - 1
    while at > i - _REACH_OF_MEN - 1 and sentence.word(at) not in words("locative"):
        at -= 1
    return sentence.word(at) in prepositions and sentence.word(at + 1) in _ARTICLES


def is_called(sentence: Sentence, i: int) -> bool:
    """Say whether "a place called", "a village known as" ends at a word."""
    if sentence.word(i) == "as" and sentence.word(i - 1) == "known":
        i -= 1
    return sentence.word(i) in words("called") and (
        sentence.word(i - 1) in kinds() or sentence.word(i - 1) in ("place", "location", "spot", "site")
    )


def _is_measured(sentence: Sentence, at: int) -> bool:
    """Say whether a distance stands before a word: "17 kilometers (10 miles) from"."""
    unit = sentence.word(at - (2 if sentence.word(at - 1) == ")" else 1))
    return unit in words("measure") or _MEASURED.match(unit) is not None


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
    at = left_of(sentence, first)[0]
    word = sentence.word(at)
    if _counts_people(sentence, last):
        return Cue.PREPOSITION
    if is_said(sentence, first, last) and word not in ("by", "for", "with"):
        return Cue.KIND
    means = sentence.word(last) in words("means") and sentence.word(last + 1) in words("force")
    if means or (sentence.word(last) in words("force") and not _is_of_air_force(sentence, last)):
        return Cue.BARE if sentence.spelling(first, last).casefold() in words("striker") else Cue.FORCE
    struck = word in words("strikes") and not _is_noun_of_force(sentence, at)
    if struck or _is_struck_subject(sentence, last):
        return Cue.STRUCK
    if (first == 0 and sentence.word(last) in ("|", ":")) or sentence.word(first - 1) == "|":
        return Cue.HEADING
    if word in words("directional"):
        return Cue.DIRECTION
    return Cue.BARE


def _is_of_air_force(sentence: Sentence, i: int) -> bool:
    """Say whether "air" opens the noun of a body: "Russia's air force"; not "a Damascus air raid"."""
    return sentence.word(i) == "air" and sentence.word(i + 1) in words("body")


def _is_struck_subject(sentence: Sentence, last: int) -> bool:
    """Say whether "was hit", "came under fire", "saw heavy shelling" follows: "Hama and Homs were hit"."""
    i = last
    while i < last + _LONGEST_LIST and (
        sentence.is_name(i) or sentence.word(i) in kinds() or sentence.word(i) in words("listing", "compass-noun")
    ):
        i += 1
    helped = sentence.word(i) in _AUXILIARIES
    verb = i + 1 if helped and sentence.word(i + 1) in words("suffering") else i  # "has seen heavy shelling"
    following = {sentence.word(at) for at in range(verb + 1, verb + 1 + _REACH_OF_SUBJECT)}
    if sentence.word(verb) in words("suffering"):
        return not following.isdisjoint(words("force"))
    return helped and not following.isdisjoint(words("suffered"))


def _joins_sides(sentence: Sentence, i: int) -> bool:
    return sentence.word(i) == "and" and {sentence.word(i - 1), sentence.word(i + 1)} <= words("compass")


def _is_behind_side(sentence: Sentence, i: int) -> bool:
    """Say whether a people's adjective stands between a side and a name: "in southern |Serb| Kosovo"."""
    return sentence.word(i - 1) in words("compass") and sentence.is_name(i + 1)


def _is_noun_before(sentence: Sentence, i: int) -> bool:
    word = sentence.word(i)
    return word in kinds() and sentence.tokens[i].text[0].islower() and word not in words("not_before")


def left_of(sentence: Sentence, first: int) -> tuple[int, bool, bool]:
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
        elif _is_noun_before(sentence, i) or (i == first - 1 and word in words("title-noun")):
            passed = True
            i -= 1
        elif word == "," and sentence.word(i - 1) == "capital":  # "in the Kenyan capital, Nairobi"
            i -= 1
        elif ((passed or _is_behind_side(sentence, i)) and word in words("nation")) or _joins_sides(sentence, i):
            i -= 1  # "the Turkish capital Ankara", "in northern Kurdish Iraq", "in northern and eastern Syria"
        else:
            break
    return i, passed, beside
