"""Deaths of one person that a report tells more than once: nobody dies on two days."""

from collections.abc import Iterator, Mapping, Sequence

from corroborate.locate.told_times import Told
from corroborate.model.casualty import Count, Effect
from corroborate.model.document import Token
from corroborate.model.ids import MentionId
from corroborate.model.mention import Harm, Mention
from corroborate.model.situation import Interval

_LENT = ("main-event", "focus", "told-of-main")  # rules by which a mention has the days of another
_OWN = "same-sentence"
_BEHIND = frozenset(("was", "is", "has", "had", "died", "dies", "who", ",", "'s", "’s", "(", "did"))


def of_one_person(
    told: Sequence[Told], chosen: Mapping[MentionId, tuple[Interval | None, str]]
) -> Iterator[tuple[MentionId, tuple[Interval | None, str]]]:
    """Yield for the death of somebody called by name the day that the report gives it elsewhere, where it gives one."""
    deaths = [(mention.id, name) for here in told for mention in here.mentions if (name := _name(here, mention))]
    days: dict[str, set[Interval]] = {}
    for one, name in deaths:
        interval, rule = chosen[one]
        if interval is not None and rule.startswith(_OWN):
            days.setdefault(name, set()).add(interval)
    for one, name in deaths:
        if chosen[one][1] in _LENT and len(known := days.get(name, set())) == 1:
            yield one, (next(iter(known)), "same-death")


def _name(here: Told, mention: Mention) -> str:
    """Return the name by which a mention calls the one person who died, "" where it calls nobody by name.

    A share of a toll has the toll's days, and not its own.
    """
    content = mention.content
    if not isinstance(content, Harm) or content.effect is not Effect.KILLED or content.count != Count.exactly(1):
        return ""
    if mention.part_of is not None:
        return ""
    words = [token for token in here.passage.tokens if mention.span.start <= token.start < mention.span.end]
    last = next((at for at in range(len(words) - 1, -1, -1) if _is_name(words, at)), None)
    return "" if last is None else words[last].folded


def _is_name(words: Sequence[Token], at: int) -> bool:
    """Say whether a name ends at a word: no "a |Utopian|", no "|Utopia| leader"."""
    named = words[at].text[:1].isupper() and words[at].text.isalpha() and not words[at].text.isupper()
    closed = at + 1 == len(words) or words[at + 1].folded in _BEHIND
    return named and closed and (at == 0 or words[at - 1].folded not in ("a", "an", "the"))
