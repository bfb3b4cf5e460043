"""Force in which people are told to be harmed: "died in clashes", "were wounded by shelling". It has their day."""

from collections.abc import Iterator, Mapping, Sequence

from corroborate.locate.time_words import word_lists
from corroborate.locate.told_times import Told
from corroborate.locate.undated import is_arrest
from corroborate.model.ids import MentionId
from corroborate.model.mention import Attack, Harm, Mention, Method
from corroborate.model.situation import Interval

_OWN = ("same-sentence", "statement")  # rules by which a mention has its days from its own sentence
_ONCE_MORE = "same-toll"  # of a headline, which the force beside it has by itself
_BY = frozenset(("in", "during", "by", "through", "amid"))
_REACH = 6  # words from harm to the force in which it was done
_Day = tuple[Interval | None, str]


def with_their_harm(told: Sequence[Told], chosen: Mapping[MentionId, _Day]) -> Iterator[tuple[MentionId, _Day]]:
    """Yield for force in which somebody was harmed the days of that harm, where its own words tell none."""
    for here in told:
        for mention in here.mentions:
            if _is_event(mention) and not chosen[mention.id][1].startswith(_OWN):
                harm = _harm_in(here, mention)
                if harm is not None and chosen[harm.id][1] != _ONCE_MORE:
                    yield mention.id, (chosen[harm.id][0], "of-harm")


def _is_event(mention: Mention) -> bool:
    return isinstance(mention.content, Attack) and mention.content.method is not Method.SIEGE


def _harm_in(here: Told, force: Mention) -> Mention | None:
    """Return the harm that a sentence tells right before force, and in it."""
    before = (one for one in here.mentions if isinstance(one.content, Harm) and one.span.end <= force.span.start)
    harm = max(before, key=lambda one: one.span.end, default=None)
    if harm is None or is_arrest(harm):
        return None  # "arrested in a shooting"
    between = [token.folded for token in here.passage.tokens if harm.span.end <= token.start < force.span.start]
    near = len(between) <= _REACH and not _BY.isdisjoint(between)
    return harm if near and word_lists()["clause"].isdisjoint({*between} - _BY) and "," not in between else None
