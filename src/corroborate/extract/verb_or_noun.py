"""Words that can be verb or noun ("attack", "shelling", "wounds"), decided by what stands beside them."""

from collections.abc import Sequence
from functools import cache

from corroborate.extract.lexicon import Form, Pos, rows
from corroborate.extract.words import Word
from corroborate.model.document import TokenKind

GROUP_FUNCTIONS = frozenset(("det", "poss"))
_SHORT = 5  # letters: "red", "need" are no past forms


def prefers_verb(words: Sequence[Word], at: int, forms: set[Form]) -> bool:
    """Decide a word that is noun and verb ("attack", "strikes", "shelling", "bombing", "hit")."""
    previous = words[at - 1] if at else None
    following = words[at + 1] if at + 1 < len(words) else None
    opens = following is not None and (
        following.function() in ("det", "poss", "pron")
        or following.quantity is not None
        or following.token.text[:1].isupper()
    )
    if previous is None:
        return bool(forms & {Form.ING}) and opens
    if previous.function() in GROUP_FUNCTIONS or previous.folded == "'s":
        return False
    if previous.quantity:
        return Form.THIRD in forms and following is not None and following.quantity is not None
    if Form.ING in forms:
        harms = any(entry.sense is not None and entry.sense.domain == "harm-verb" for entry in words[at].entries)
        listed = (
            following is not None
            and is_plural(following)
            and (harms or not is_people(following) or previous.function() != "prep")
        )
        titled = (
            harms
            and at + 2 < len(words)
            and following is not None
            and is_people(following)
            and words[at + 2].token.text[:1].isupper()
        )  # "killing civilian Omar Nasser"
        return opens or listed or (titled and previous.function() != "prep")
    if previous.function() == "pron":
        return True
    if Form.PAST in forms or Form.PARTICIPLE in forms:
        return not (previous.function() == "prep" or (following is not None and following.has(Pos.NOUN)))
    harms = any(entry.sense is not None and entry.sense.domain == "harm-verb" for entry in words[at].entries)
    if harms and following is not None and (following.quantity is not None or is_people(following)):
        return previous.function() != "prep"
    if Form.THIRD in forms and previous.has(Pos.NOUN) and not is_plural(previous) and not _names_something(words[at]):
        return following is None or following.function() in ("prep", "adv")  # "the toll rises to 12"
    noun_before = previous.has(Pos.NOUN) or not (previous.entries or previous.token.kind is not TokenKind.WORD)
    agrees = is_plural(previous) == (Form.BASE in forms) or not previous.entries
    return opens and noun_before and agrees


def _names_something(word: Word) -> bool:
    """Say whether a word has a sense as a noun ("strikes"), not only a form ("rises")."""
    return any(entry.pos is Pos.NOUN and entry.sense is not None for entry in word.entries)


def is_people(word: Word) -> bool:
    """Say whether a word can name people."""
    return any(entry.sense is not None and entry.sense.domain == "people" for entry in word.entries)


def is_plural(word: Word) -> bool:
    """Say whether a word can be a plural noun."""
    return any(entry.pos is Pos.NOUN and entry.form is Form.PLURAL for entry in word.entries)


def is_unknown_verb(words: Sequence[Word], at: int) -> bool:
    """Take an unknown "-ed" word inside a noun group as a verb where no noun follows it."""
    word = words[at]
    if (
        word.entries
        or not word.folded.endswith("ed")
        or len(word.folded) < _SHORT
        or "-" in word.folded
        or word.token.text[0].isupper()
    ):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or bool(following.function()) or following.quantity is not None


def modifies(words: Sequence[Word], at: int) -> bool:
    """Say whether a participle or state stands before a noun of its group ("the wounded civilians")."""
    if at + 1 >= len(words):
        return False
    if _takes(words[at], words[at + 1]):
        return False
    previous = words[at - 1] if at else None
    if previous is not None and previous.folded == "of" and at > 1 and words[at - 2].quantity is not None:
        previous = words[at - 2]  # "scores of fleeing civilians"
    opened = previous is not None and (previous.function() in GROUP_FUNCTIONS or previous.quantity is not None)
    following = words[at + 1]
    noun = following.has(Pos.NOUN) and not following.function()
    unknown = (
        not following.entries
        and following.quantity is None
        and following.token.kind is TokenKind.WORD
        and not following.folded.endswith("ly")
    )
    by_article = previous is not None and previous.function() in GROUP_FUNCTIONS
    if not by_article and noun and not agrees(following, previous):
        return False  # "dozens injured Syrian media said": a comma is lost
    return opened and (noun or (unknown and by_article))


def _takes(verb: Word, noun: Word) -> bool:
    """Say whether a noun is the object that a verb of `data/frames.tsv` takes ("80 |sustained| injuries")."""
    objects = frozenset().union(*(_frame_objects().get(entry.lemma, frozenset()) for entry in verb.entries))
    return any(entry.lemma in objects for entry in noun.entries)


@cache
def _frame_objects() -> dict[str, frozenset[str]]:
    """Return the nouns that a verb takes as its object to carry harm, by the verb's lemma."""
    found: dict[str, frozenset[str]] = {}
    for _, verb, nouns, _, patient, *_ in rows("frames.tsv"):
        if patient == "subject":
            found[verb] = found.get(verb, frozenset()) | {noun.strip() for noun in nouns.split(",")}
    return found


def agrees(noun: Word, counted: Word | None) -> bool:
    """Say whether a noun can stand behind a number: a plural one behind more than one."""
    one = counted is not None and counted.quantity is not None and counted.quantity.count.high == 1
    return one or is_plural(noun) or noun.folded in ("people", "personnel", "staff")
