"""The generic nouns beside a name → what kind of place it is: "village", "Local Government Area", "police station"."""

from corroborate.locate.place_sentence import Sentence
from corroborate.locate.place_words import AND, kinds, phrases, words
from corroborate.model.situation import PlaceKind

_ON = ("on", "in", "at", "along", "'s")  # before the name of a front
_CLOSING = ('"', "\u201d")  # quotation marks
_LONGEST_LIST = 16  # words
_MOST_ADJECTIVES = 2  # of a noun in apposition: "a small rebel-held town in"


def noun_at(sentence: Sentence, i: int) -> tuple[PlaceKind, int] | None:
    """Return the kind of the generic noun that begins at a word, and the word behind it; None where none begins."""
    word = sentence.word(i)
    for length, table in phrases().get(word, ()):
        kind = table.get(" ".join(sentence.word(j) for j in range(i, i + length)))
        if kind is not None:
            return kind, i + length
    single = kinds().get(word)
    return None if single is None else (single, i + 1)


def noun_behind(sentence: Sentence, first: int, last: int) -> PlaceKind | None:
    """Return the kind that the last words of a name [first, last) say it is: "Sangin District"; None if they do not."""
    if not sentence.is_name(last - 1):
        return None
    for start in range(first + 1, last):
        noun = noun_at(sentence, start)
        if noun is not None and noun[1] == last:
            return noun[0]
    return None


def bare(sentence: Sentence, first: int, last: int) -> int:
    """Return where a name ends without the generic nouns that it takes along."""
    end = last
    while end - 1 > first:
        start = next((i for i in range(first + 1, end) if (n := noun_at(sentence, i)) is not None and n[1] == end), end)
        if start == end:
            break
        end = start
    return end


def is_generic(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether all words of a name are such as make none: "High School", "The State", "Western part"."""
    alone = sentence.word(first) in words("institution") and last - first == 1
    none = words("generic", "compass", "described")
    return alone or all(sentence.word(i) in kinds() or sentence.word(i) in none for i in range(first, last))


def is_body_named(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the words of a name [first, last) make it that of a body: "Revolutionaries Front"."""
    inside = first + 1
    while inside < last:
        noun = noun_at(sentence, inside)
        if noun is not None and noun[1] > inside + 1:
            inside = noun[1]  # "Gwoza Local Government Area"
            continue
        if is_body(sentence, inside):
            return True
        inside += 1
    return False


def is_body(sentence: Sentence, i: int) -> bool:
    """Say whether a word makes a body of the name before it: "Media Centre", "army"; not "State", "police station"."""
    if sentence.word(i) == "department":
        of_government = sentence.word(i + 1) == "of" and sentence.tokens[i].text[0].isupper()  # "U.S. Department of"
        return of_government or sentence.word(i - 1) in words("matter")  # not "Artibonite department"
    if sentence.word(i) not in words("body"):
        return False
    if sentence.word(i) == "state" and sentence.tokens[i].text != "State":
        return sentence.word(i + 1) in words("body")  # "Syria state media", but "Kano state"
    lower = sentence.tokens[i].text.islower()
    if (sentence.word(i) == "front" and lower) or (sentence.word(i) == "agency" and not lower):
        return not _is_put_on(sentence, i)  # "in Kurram Agency"
    noun = noun_at(sentence, i)
    return noun is None or (noun[1] == i + 1 and sentence.word(i) != "state")


def _is_put_on(sentence: Sentence, i: int) -> bool:
    """Say whether something happens at the noun whose name begins behind "on the": "on the Kabani front"."""
    while sentence.is_name(i - 1):
        i -= 1
    return sentence.word(i - (2 if sentence.word(i - 1) == "the" else 1)) in _ON


def is_said_to_be(sentence: Sentence, first: int) -> bool:
    """Say whether the words before tell what kind of place it is: "the area of Shah"; not "the Shah area of Balkh"."""
    told = sentence.word(first - 1) == "of" and sentence.word(first - 2) in kinds()
    owner = sentence.word(first - 3)
    owned = (
        sentence.is_name(first - 3) and owner not in words("nation") and "-" not in owner
    )  # "Allied-held village of"
    if sentence.word(first - 2) == "department" and sentence.word(first) in words("matter"):
        return False  # "Department of Health"
    return told and not (owned and sentence.tokens[first - 2].text.islower())


def is_said(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the words behind, or the last of the name, tell what kind of place it is: "Pale township"."""
    return (
        noun_at(sentence, _unquoted(sentence, last)) is not None
        or noun_behind(sentence, first, last) is not None
        or is_explained(sentence, last)
    )


def shared_kind(sentence: Sentence, last: int) -> PlaceKind | None:
    """Return the kind that the noun at the end of its list says a name is: "in the Oru, Mado and Tarin districts"."""
    i, joined = last, False
    while i < last + _LONGEST_LIST and (sentence.word(i) == "," or sentence.word(i) in AND or sentence.is_name(i)):
        joined = joined or sentence.word(i) in AND
        i += 1
    noun = sentence.word(i)
    return kinds().get(noun) if joined and noun.endswith("s") else None


def _unquoted(sentence: Sentence, last: int) -> int:
    """Return where what follows a name begins, which may end in a quotation mark: "M4" highway."""
    return last + (sentence.word(last) in _CLOSING)


def is_explained(sentence: Sentence, last: int) -> bool:
    """Say whether what a name is follows in apposition: "Miringa, a village in"; the comma may be lost."""
    article = last + (sentence.word(last) == ",")
    if sentence.word(article) not in ("a", "an", "the"):
        return False
    noun = article + 1
    while noun < article + 1 + _MOST_ADJECTIVES and sentence.word(noun) in words("side", "nation"):
        noun += 1
    if noun_at(sentence, noun) is None:
        return False
    return sentence.word(noun + 1) in words("explained")
