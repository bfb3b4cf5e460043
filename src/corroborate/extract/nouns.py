"""The words of a noun group → its unit: the head with its number, the words before it, and whose the harm is."""

from collections.abc import Sequence

from corroborate.extract.lexicon import Form, Pos, lexicon
from corroborate.extract.quantities import Quantity
from corroborate.extract.units import Unit, UnitKind
from corroborate.extract.verb_or_noun import is_people, is_plural
from corroborate.extract.words import Word

_ARTICLES = frozenset("al el an ar as ash at az ad".split())  # before Arabic names, in small letters


def noun_of(span: tuple[int, int], words: Sequence[Word], determiner: str, quantity: Quantity | None) -> Unit:
    """Return the unit of the tokens of a span; `words` are the nouns and what modifies them, the head last."""
    first, last = span
    if not words:
        return Unit(UnitKind.NOUN, first, last, "", "", quantity=quantity, determiner=determiner, plural=True)
    named = _named_operation(words) if len(words) > 1 else None
    head = words[-1] if named is None else words[named]
    before = tuple(sense for word in words[:-1] if word is not head for sense in word.entries.inner_senses)
    lemma = head.entries.head_lemma or head.folded
    owner = _owner(first, words, determiner, quantity) if "effect" in head.entries.domains else None
    return Unit(
        UnitKind.NOUN,
        first,
        last,
        head.folded,
        lemma,
        head.entries.head_senses,
        before,
        quantity,
        determiner,
        _is_plural(head),
        proper=_is_proper(head),
        owner=owner,
    )


def _named_operation(words: Sequence[Word]) -> int | None:
    """Return the index of the head that a name follows: "Turkey's |Operation| Olive Branch"; None for none."""
    at = next((at for at, word in enumerate(words) if word.token.text == "Operation"), len(words))
    names = words[at + 1 :]
    if not names or any(not word.entries.domains.isdisjoint(("people", "object", "actor")) for word in names):
        return None
    return at if all(word.token.text[:1].isupper() for word in names) else None


def _is_proper(head: Word) -> bool:
    article, _, rest = head.token.text.partition("-")
    return article[:1].isupper() or (article in _ARTICLES and rest[:1].isupper())


def _is_plural(head: Word) -> bool:
    forms = head.entries.noun_forms
    looks_plural = head.folded.endswith("s") and not head.folded.endswith("ss") and not _is_proper(head)
    return Form.PLURAL in forms or (not forms and looks_plural)


def _owner(first: int, words: Sequence[Word], determiner: str, quantity: Quantity | None) -> Unit | None:
    """Return whom the words before a noun of harm name as its owner: "|the two brothers|' deaths"."""
    marks = [at for at, word in enumerate(words) if word.folded == "'s"]
    if marks:
        owners = words[: marks[-1]]
        return noun_of((first, owners[-1].last), owners, determiner, quantity)
    return _unmarked_owner(first, words, determiner) if quantity is None and len(words) > 1 else None


def _unmarked_owner(first: int, words: Sequence[Word], determiner: str) -> Unit | None:
    """Return the one owner whose apostrophe is lost: "|Noors| murder", "the |pilots| body"; not "civilians deaths"."""
    last, head = words[-2], words[-1]
    if not last.folded.endswith("s") or last.folded.endswith("ss") or Form.SINGULAR not in head.entries.noun_forms:
        return None
    word = last.folded[:-1]
    entries = lexicon().longest((word,), 0)[1]
    named = not determiner and not last.entries and not entries and _is_proper(last)
    if not (named or (determiner and Form.SINGULAR in entries.noun_forms and "people" in entries.domains)):
        return None
    owner = Word(last.first, last.last, word, entries, last.token)
    return noun_of((first, last.last), (*words[:-2], owner), determiner, None)


def place_within(words: Sequence[Word], at: int) -> int:
    """Return how many words tell, between commas, where a town before a noun is: "a Springfield|, Ill.,| doctor"."""
    if at + 1 >= len(words) or words[at].folded != "," or not _is_unknown_name(words[at - 1]):
        return 0
    step = at + 1
    while step < min(len(words) - 1, at + _STATE) and words[step].folded != "," and not words[step].function():
        step += 1
    named = words[at + 1].token.text[:1].isupper()
    told = named and step > at + 1 and step + 1 < len(words) and words[step].folded == ","
    return step + 1 - at if told and words[step + 1].token.text.islower() and words[step + 1].has(Pos.NOUN) else 0


_STATE = 4  # words of ", West Ville.", the comma counted


def _is_unknown_name(word: Word) -> bool:
    return word.token.text[:1].isupper() and not word.entries


def without_aliases(words: list[Word]) -> list[Word]:
    """Return words without the other name of a group between it and its people: "23 ISIS |(Daesh)| militants"."""
    aliases = {
        index for at in range(1, len(words) - _ALIAS) if _is_alias(words, at) for index in range(at, at + _ALIAS)
    }
    return [word for at, word in enumerate(words) if at not in aliases]


def _is_alias(words: list[Word], at: int) -> bool:
    if words[at].folded != "(" or words[at + 2].folded != ")":
        return False
    names = (words[at - 1], words[at + 1])
    people = words[at + _ALIAS]
    return all("group" in name.entries.domains for name in names) and is_people(people) and is_plural(people)


_ALIAS = 3  # words of a name in brackets
