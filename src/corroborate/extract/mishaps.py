"""What no force did: illness, weather, accidents and games are no part of a conflict, by the annotation guidelines."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from corroborate.extract.lexicon import rows
from corroborate.extract.placing import Placed
from corroborate.model.casualty import Effect
from corroborate.model.document import Document, Passage
from corroborate.model.mention import Attack, Damage, Harm, Method


def without_mishaps(mentions: Iterable[Placed], document: Document) -> Iterator[Placed]:
    """Yield mentions but for what a mishap did: "cholera has killed 40"; not "cholera and shelling have killed 40".

    A report without a word of force, that tells of a mishap or of games, tells of nothing else but who is held.
    """
    told = tuple(mentions)
    played = bool(told) and _is_of_games(document)
    if not told or not (played or any(_tells(passage, "likely") for passage in document.passages)):
        yield from told
        return
    grave = "grave" if played else "force"
    peaceful = not any(_tells(passage, grave) for passage in document.passages)
    for one in told:
        passage = document.passages[one.passage]
        alone = _may_be_mishap(one) and _tells(passage, "sure") and not _tells(passage, "force")
        if not (alone or (peaceful and not _is_held(one))):
            yield one


def _is_of_games(document: Document) -> bool:
    """Say whether a report is of sport, where "shot", "attack" and "clash" are no force."""
    named = {word for passage in document.passages for word in passage.said if word in _listed("game")}
    return len(named) >= _GAMES


_GAMES = 3  # words of sport; reports of a bombed stadium have words of force besides


def _may_be_mishap(one: Placed) -> bool:
    content = one.mention.content
    if isinstance(content, Attack):
        return content.method in _OPEN
    return isinstance(content, Damage | Harm) and not _is_held(one)


def _is_held(one: Placed) -> bool:
    return isinstance(one.mention.content, Harm) and one.mention.content.effect in _BY_PEOPLE


_OPEN = (Method.OTHER, Method.GROUND_ASSAULT)
_BY_PEOPLE = (Effect.DETAINED, Effect.ABDUCTED)


def _tells(passage: Passage, kind: str) -> bool:
    """Say whether a passage has a word or a phrase of a class."""
    if any(_is_word(word, kind) for word in passage.said):
        return True
    phrases = {phrase for word in passage.said for phrase in _phrases(kind).get(word, ())}
    said = f" {' '.join(passage.words)} " if phrases else ""
    return any(f" {phrase} " in said for phrase in phrases)


@lru_cache(maxsize=16_384)
def _is_word(word: str, kind: str) -> bool:
    return word in _listed(kind) or word.startswith(_stems(kind))


@cache
def _listed(kind: str) -> frozenset[str]:
    """Return the words of a class; a sure mishap is likely, too, and `grave` is force that no game has."""
    if kind == "grave":
        return _listed("force") - _listed("shared")
    wanted = (kind, "sure") if kind == "likely" else (kind,)
    return frozenset(word.strip() for name, words in rows("mishaps.tsv") if name in wanted for word in words.split(","))


@cache
def _stems(kind: str) -> tuple[str, ...]:
    return tuple(word[:-1] for word in _listed(kind) if word.endswith("*"))


@cache
def _phrases(kind: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of a class by their first word."""
    phrases = sorted(word for word in _listed(kind) if " " in word)
    firsts = {phrase.split()[0] for phrase in phrases}
    return {first: tuple(phrase for phrase in phrases if phrase.split()[0] == first) for first in firsts}
