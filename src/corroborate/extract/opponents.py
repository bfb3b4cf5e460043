"""Two parties that fought each other: who of them did a harm is the one to whom those harmed do not belong."""

import re

from corroborate.extract.actors import concerns, words_of
from corroborate.extract.lexicon import rule_words
from corroborate.extract.method_choice import author_class
from corroborate.extract.placing import Placed
from corroborate.model.mention import Attack

_STATE = frozenset(("government", "israel", "russia", "turkey", "coalition", "aviation"))  # of author_classes.tsv
_IRREGULAR = frozenset(("extremist", "rebel"))
_PARTIES = 2  # in a fight
_WORD = re.compile(r"[\w-]+")


def are_opposed(one: Placed) -> bool:
    """Say whether a mention tells that its two authors fought each other: "clashes between police and rebels"."""
    mention = one.mention
    if not isinstance(mention.content, Attack) or len(mention.by) != _PARTIES:
        return False
    return not (rule_words("fights") | {"between"}).isdisjoint(_words(mention.span.quote))


def doers(names: tuple[str, ...], harmed: str) -> tuple[str, ...]:
    """Return those of two opposed parties to whom the harmed, as a report calls them, do not belong.

    Both where the words speak of people of both.

    >>> doers(("police", "insurgents"), "14 insurgents were killed")
    ('police',)
    >>> doers(("police", "insurgents"), "a shepherd was killed")
    ('police', 'insurgents')
    >>> doers(("police", "insurgents"), "five officers and a dozen insurgents were killed")
    ('police', 'insurgents')
    """
    return tuple(name for name in names if not _belong(harmed, name)) or names


def _belong(harmed: str, name: str) -> bool:
    words, kind = _words(harmed), author_class(name)
    regular = kind in _STATE or not _words(name).isdisjoint(rule_words("regulars") | words_of("soldiery"))
    of_state = regular and not words.isdisjoint(rule_words("regulars"))
    of_group = kind in _IRREGULAR and not words.isdisjoint(rule_words("irregulars"))
    return of_state or of_group or concerns(name, harmed)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))
