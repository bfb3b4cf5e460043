"""Which mentions of a sentence a time in it can date: a clause of its own keeps its time to itself."""

from collections.abc import Sequence
from itertools import pairwise

from corroborate.locate.campaigns import goes_on
from corroborate.locate.time_grammar import Link
from corroborate.locate.time_roles import CLAUSAL, LONGEST_EVENT, Dated, names_event, numbers_event
from corroborate.locate.time_strays import owns_event
from corroborate.locate.time_words import word_lists
from corroborate.locate.undated import is_arrest, is_carried
from corroborate.model.document import Passage, Token
from corroborate.model.mention import Attack, Mention

_BESIDE = 6  # characters behind "evacuated": "evacuated on Friday"
_NAMED = 3  # words of "since an early"
_REACH_OF_NAME = 4  # words in which "the car bombing of" names its event
_FAR_OFF = 6  # words between a time and what it does not date
_DURATIONS = frozenset(("in-n", "for-n", "for-more", "for-vague"))  # rules that read how long something took
_WHERE = frozenset({"where", "whose"})  # words that open a clause about a noun, beside the relative ones
_BY_WAY_OF = frozenset({"with", "by", "during", "amid", "after", "when"})  # words with which a clause goes on
_TO_WHAT = frozenset({"for", "to", "of", "over", "against", "with", "into"})  # behind "revenge", "linked", "probe"
_CLOSING = frozenset({",", ";"})
_HAS_BEEN = (["has", "been"], ["have", "been"], ["had", "been"])


def reaches(time: Dated, mention: Mention, passage: Passage) -> bool:
    """Say whether a time may date a mention of its sentence.

    It may not where "a week after" stands behind the mention, where it stands behind a semicolon, or where the time
    stands in a relative clause about something else ("…, which was taken in March").
    """
    start, span = time.expression.start, mention.span
    if _is_of_carriers(time, mention, passage) or (
        time.expression.meaning in CLAUSAL and not _is_in_clause_after(time, mention, passage)
    ):
        return False
    if span.start <= start < span.end:
        return True
    if time.expression.rule in _DURATIONS and _is_long(time) and _names_event(mention, passage):
        return False  # "nobody has solved |the murder of| the bishop in ten years"
    low, high = (span.end, start) if start >= span.end else (start, span.start)
    between = [token for token in passage.tokens if low <= token.start < high]
    if (any(token.text == ";" for token in between) and start >= span.end) or (
        _names_event(mention, passage) and _stands_off(between)
    ):
        return False
    if not isinstance(mention.content, Attack) and numbers_event(time.expression, passage):
        return False
    told_aside = _is_what_came_before(time, mention, passage) or _tells_of_noun(time, mention, passage)
    if told_aside or (is_arrest(mention) and _is_of_the_crime(time, between, passage)):
        return False
    if start < span.end:
        return time.expression.meaning in CLAUSAL or not (_lasts_after(time, passage) or _is_remembered(between))
    if _answers(between) or (_is_tied(between) and names_event(time.expression, passage)):
        return False
    if _dates_share(between) or (_measures(time, between) and not goes_on(passage, mention)):
        return False
    opened = _opens_relative(between) if time.expression.link is Link.AT else _opens_lasting(between)
    return not opened


def _is_of_carriers(time: Dated, mention: Mention, passage: Passage) -> bool:
    """Say whether a time is that of a bus and not of who was in it: "buses carrying |evacuees| were hit today"."""
    beside = mention.span.start <= time.expression.start < mention.span.end + _BESIDE
    return not beside and is_carried(passage, mention)


def _is_of_the_crime(time: Dated, between: Sequence[Token], passage: Passage) -> bool:
    """Say whether a time names what somebody is arrested for: "arrested in |connection| with last year's blasts"."""
    charged = any(token.folded in word_lists()["charge"] for token in between)
    named = names_event(time.expression, passage) or owns_event(time.expression, passage)
    return _is_tied(between) or (charged and named)


def _is_long(time: Dated) -> bool:
    return time.days is not None and time.days.days > LONGEST_EVENT


def _is_what_came_before(time: Dated, mention: Mention, passage: Passage) -> bool:
    """Say whether a time of many days stands in a clause with "after": "After rebels left |last month| jets hit it".

    A day in such a clause may well be that of what came after it.
    """
    if not _is_long(time):
        return False
    start, span = time.expression.start, mention.span
    if start < span.start:
        return any(token.text == "After" for token in passage.tokens[: time.expression.first])
    return any(token.folded == "after" for token in passage.tokens if span.end <= token.start < start)


def _tells_of_noun(time: Dated, mention: Mention, passage: Passage) -> bool:
    """Say whether a time of many days stands in a clause about a noun, outside of which the mention stands.

    "The raid on the town which rebels took |last month| killed 9"; not "fighting in which 9 were killed last month".
    """
    if time.expression.link is not Link.AT or not _is_long(time):
        return False
    relative = word_lists()["relative"] | _WHERE
    before = passage.tokens[: time.expression.first]
    opened = next((n for n in range(len(before) - 1, -1, -1) if before[n].folded in relative), None)
    if opened is None or any(token.text in _CLOSING for token in before[opened:]):
        return False
    following = passage.tokens[time.expression.last : time.expression.last + 1]
    ended = all(token.folded not in _BY_WAY_OF for token in following)
    return mention.span.end <= before[opened].start or (ended and mention.span.start >= time.expression.end)


def _is_remembered(between: Sequence[Token]) -> bool:
    """Say whether an event is only spoken of on its day: "on Monday, the |anniversary of the| raid"."""
    return any(token.folded == "anniversary" for token in between[-_NAMED:])


def _answers(between: Sequence[Token]) -> bool:
    """Say whether words tell what something answered, whose day stands behind: "in |revenge for| a raid on 3 May"."""
    answers = word_lists()["answer"]
    return any(
        word.folded in answers and (word.folded.startswith("aveng") or after.folded in _TO_WHAT)
        for word, after in pairwise(between)
    )


def _is_tied(between: Sequence[Token]) -> bool:
    """Say whether words tell with what something has to do: "the raid is not |linked to| the 7 August bombings"."""
    return any(word.folded in word_lists()["tied"] and after.folded in _TO_WHAT for word, after in pairwise(between))


def _lasts_after(time: Dated, passage: Passage) -> bool:
    """Say whether words tell how long something has lasted after what they stand before: "|for two years| after"."""
    following = passage.tokens[time.expression.last : time.expression.last + 1]
    return time.expression.meaning == "back" and any(token.folded == "after" for token in following)


def _dates_share(between: Sequence[Token]) -> bool:
    """Say whether a time is that of a share alone: "18 have died, |13 of them on| Sunday"."""
    words = [token.folded for token in between]
    while words and words[-1] in word_lists()["at"]:
        words.pop()
    return words[-2:] in (["of", "them"], ["of", "whom"])


def _measures(time: Dated, between: Sequence[Token]) -> bool:
    """Say whether a time names an event since which something is counted: "the first raid since |an October| raid"."""
    return time.expression.link is Link.AT and any(token.folded == "since" for token in between[-_NAMED:])


def _is_in_clause_after(time: Dated, mention: Mention, passage: Passage) -> bool:
    """Say whether a mention stands in the clause that "a week after" opens, from which its time is counted back.

    So for the event behind "the tenth anniversary of". What the clause did goes with it: "a week after jets hit a
    camp, |killing 18|".
    """
    if mention.span.start == time.expression.start:
        return True
    low, high = passage.tokens[time.expression.last - 1].end, mention.span.start
    following = passage.tokens[time.expression.last : time.expression.last + _REACH_OF_NAME]
    named = any(token.folded in word_lists()["event_noun"] for token in following)
    if time.expression.meaning == "anniversary" and not named:
        return False
    return low <= high and is_one_clause([token for token in passage.tokens if low <= token.start <= high])


def is_one_clause(tokens: Sequence[Token]) -> bool:
    """Say whether no comma parts words but before what their subject did: "…, killing 18"."""
    return all(sign.text != "," or after.folded.endswith("ing") for sign, after in pairwise(tokens))


def _names_event(mention: Mention, passage: Passage) -> bool:
    """Say whether a mention only names an event that is known: "the bombing of the embassy"."""
    lists, tokens = word_lists(), passage.tokens
    first = next((n for n, token in enumerate(tokens) if token.start >= mention.span.start), len(tokens))
    opening = [token.folded for token in tokens[max(0, first - 1) : first + _REACH_OF_NAME]]
    if lists["definite"].isdisjoint(opening[:2]):
        return False
    return not lists["event_noun"].isdisjoint(opening)


def _stands_off(between: Sequence[Token]) -> bool:
    """Say whether a time stands in another clause of its sentence: behind a comma and a good many words.

    Words of happening tie the two together: "The bombing in Homs, Syria, started at about 8 pm on 3 May".
    """
    happens = word_lists()["began"] | word_lists()["occurred"]
    tied = any(token.folded in happens for token in between) or not any(_is_verb(token) for token in between)
    return len(between) >= _FAR_OFF and any(token.text == "," for token in between) and not tied


def _is_verb(token: Token) -> bool:
    lists = word_lists()
    told = token.folded in lists["past"] or token.folded in lists["auxiliary"] or token.folded in lists["SPEECH"]
    return told or (token.text.islower() and token.folded.endswith(("ed", "ing")))


def _opens_lasting(between: Sequence[Token]) -> bool:
    """Say whether a relative clause opens about what has gone on: "who have been trying since"."""
    return any(
        word.folded in word_lists()["relative"] and [token.folded for token in after] in _HAS_BEEN
        for word, *after in zip(between, between[1:], between[2:], strict=False)
    )


def _opens_relative(between: Sequence[Token]) -> bool:
    """Say whether a relative clause with a verb of its own opens: ", which was taken in", ", who was shot in"."""
    lists = word_lists()
    return any(
        word.folded in lists["relative"] and before.text == "," and after.folded in lists["auxiliary"]
        for before, word, after in zip(between, between[1:], between[2:], strict=False)
    )
