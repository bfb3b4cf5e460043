"""What befell one person, told more than once in a report: nobody dies or is taken on two days."""

from collections.abc import Iterator, Mapping, Sequence

from corroborate.locate.time_words import word_lists
from corroborate.locate.told_times import Told
from corroborate.model.casualty import Count, Effect
from corroborate.model.document import Passage, Token
from corroborate.model.ids import MentionId
from corroborate.model.mention import Attack, Harm, Mention
from corroborate.model.situation import Interval

_LENT = ("main-event", "focus", "told-of-main", "told-of-focus", "statement")  # rules that lend another's days
_OWN = "same-sentence"
_ONCE = frozenset({Effect.KILLED, Effect.ABDUCTED})  # what befalls a person once
_BEHIND = frozenset(
    "was is has had died dies who , 's ’s ( did may might could on in at by while when after as outside".split()
)
_OWNING = frozenset(("'s", "’s"))
_PLACED = frozenset(("in", "at", "near", "from", "to", "outside", "inside", "a", "an", "the"))
_Day = tuple[Interval | None, str]


def of_one_person(told: Sequence[Told], chosen: Mapping[MentionId, _Day]) -> Iterator[tuple[MentionId, _Day]]:
    """Yield for what befell somebody called by name the day that the report gives it elsewhere, where it gives one.

    So for the force by which it did: "Ali Noor was |shot| dead".
    """
    fates = [
        (here, mention, fate) for here in told for mention in here.mentions if (fate := fate_of(here.passage, mention))
    ]
    days: dict[tuple[Effect, str], set[Interval]] = {}
    for _, mention, fate in fates:
        interval, rule = chosen[mention.id]
        if interval is not None and rule.startswith(_OWN):
            days.setdefault(fate, set()).add(interval)
    for here, mention, fate in fates:
        if len(known := days.get(fate, set())) == 1:
            for one in (mention, *_by_force(here, mention)):
                if chosen[one.id][1] in _LENT:
                    yield one.id, (next(iter(known)), "same-death")


def _by_force(here: Told, harm: Mention) -> Iterator[Mention]:
    """Yield the force that the word of a harm tells with it."""
    for mention in here.mentions:
        by, done = mention.trigger, harm.trigger
        if isinstance(mention.content, Attack) and by.start < done.end and done.start < by.end:
            yield mention


def fate_of(passage: Passage, mention: Mention) -> tuple[Effect, str] | None:
    """Return what befell one person whom a mention calls by name, and that name; None where it calls nobody by name.

    A share of a toll has the toll's days, and not its own.
    """
    content = mention.content
    if not isinstance(content, Harm) or content.effect not in _ONCE or content.count != Count.exactly(1):
        return None
    if mention.part_of is not None:
        return None
    words = [token for token in passage.tokens if token.start < mention.span.end]
    begun = sum(token.start < mention.span.start for token in words)
    apposed = begun - 2 if begun > 1 and words[begun - 1].text == "," else begun  # "Noor, |the mayor, was killed|"
    named = next((at for at in range(apposed, len(words)) if _is_name(words, at)), None)
    return None if named is None else (content.effect, words[named].folded)


def _is_name(words: Sequence[Token], at: int) -> bool:
    """Say whether a person's name ends at a word: no "a |Utopian|", no "|Utopia| leader", no "mayor of Port |Ayn|"."""
    if not _is_capital(words[at]) or not (at + 1 == len(words) or words[at + 1].folded in _BEHIND):
        return False
    if at + 1 < len(words) and words[at + 1].folded in _OWNING:
        return True
    last = next((n for n in range(at, -1, -1) if not _is_capital(words[n])), -1)
    before = [word.folded for word in words[max(0, last - 1) : last + 1]]
    if before[-1:] == ["of"]:
        return before[0] in word_lists()["event_noun"]
    return not before or before[-1] not in _PLACED


def _is_capital(word: Token) -> bool:
    return word.text[:1].isupper() and word.text.isalpha() and not word.text.isupper()
