"""What part an expression of time plays in its sentence.

It dates an event, a statement, or the report itself; or it measures something, and dates nothing.
"""

from dataclasses import replace
from datetime import date, timedelta

from corroborate.locate.calendar import HOURS_A_DAY
from corroborate.locate.time_ahead import counted_ahead, points_ahead
from corroborate.locate.time_anchor import Anchor, Unresolved
from corroborate.locate.time_expressions import TimeExpression
from corroborate.locate.time_grammar import Link, is_ordinal
from corroborate.locate.time_strays import is_as_of, is_stray
from corroborate.locate.time_words import word_lists
from corroborate.model.choices import Choices
from corroborate.model.document import Passage, PassageKind
from corroborate.model.passing import passing
from corroborate.model.situation import Interval

CLAUSAL = frozenset({"after_clause", "anniversary"})  # meanings of times that date what stands behind them
LONGEST_EVENT = 3  # days that one event may take
_REACH_OF_SPEECH = 6  # words between "said" and "Wednesday", names aside
_REACH_OF_DEEDS = 14  # words between "condemned the bombing of the embassies in the two cities on" and "Wednesday"
_REACH_BESIDE = 3  # words between "last week" and "said"; of "brokered in late December"
_REACH_OF_OPENING = 10  # words of the subject between "On Saturday" and "denied"
_REACH_OF_MEASURE = 12  # words between "the heaviest" and "in two years"
_REACH_OF_NOUN = 4  # words between "the August 7" and "bombings"
_REACH_OF_WHERE = 5  # words between "where" and "gathered"
_AS = frozenset({"as", "when", "while", "where"})
_OF_WHICH, _IT = {"that", "which"}, {"it", "this"}
_REACH_OF_OCCURRENCE = 14  # words between "the attack" and "on 7 August", with "took place" among them
_HEAD_PASSAGES = 6  # passages in which a bare date may be the report's own
_OPENING_PASSAGES = 3  # passages that may begin with it
_SHORTEST_MEASURE = 3  # days that a superlative or a comparison is measured over
_LONGEST_STATEMENT = 2  # days that "said overnight" may take
_QUOTES = (("“", "”"), ("``", "''"))
_REACH_OF_ZONE, _BRACKETS = 4, frozenset("([")  # words of "(0050 GMT on 12 May)" before its date
_REACH_OF_NUMBER = 4  # words of "the third Israeli air attack"
_TIMES = frozenset({"time"})  # "for the third time this month"
_MEASURING = frozenset({"back", "so_far", "year"})  # meanings of spans over which something is measured
_NOW = frozenset({"days_ago", "overnight"})
_SHORT_YEAR = 2  # digits of the year in "7 August 98"
_AFTER_DATELINE = frozenset("(-—–")
_GRACE = timedelta(days=1)
_LATEST_PRINT = timedelta(days=7)  # between a report's own date and its publication


class Role(Choices):
    """What an expression dates."""

    EVENT = "event"
    STATEMENT = "statement"
    REPORT = "report"
    DEED = "deed"
    DATELINE = "dateline"
    COMPARISON = "comparison"
    VAGUE = "vague"
    FUTURE = "future"
    UNKNOWN = "unknown"


# "A February report", "three days of fighting": they date no event by themselves (see told_times.py).
_BY_RULE = {"month-report": Role.REPORT, "days-of": Role.UNKNOWN}


@passing
class Dated:
    """An expression with the role that it plays."""

    expression: TimeExpression
    role: Role

    @property
    def days(self) -> Interval | None:
        """Return the days that it gives."""
        return self.expression.interval


def dated(expression: TimeExpression, passage: Passage, index: int, published: date | None) -> Dated:
    """Return the expression with its role; `index` is the number of its passage in the document."""
    if expression.link is Link.SINCE and _is_premodifier(expression, passage):  # "since the January 1998 bombing"
        expression = replace(expression, link=Link.AT).counted_from(Anchor(published))
    role = _role(expression, passage, index, published)
    return Dated(counted_ahead(expression, published) if role is Role.FUTURE else expression, role)


def _role(expression: TimeExpression, passage: Passage, index: int, published: date | None) -> Role:
    if expression.outcome is Unresolved.VAGUE:
        return Role.VAGUE
    if expression.outcome is Unresolved.FUTURE:
        return Role.FUTURE
    if not isinstance(expression.outcome, Interval):
        return Role.UNKNOWN
    if _is_dateline(expression, passage, index, published):
        return Role.DATELINE
    if expression.rule in _BY_RULE:
        return _BY_RULE[expression.rule]
    is_after = published is not None and expression.outcome.start > published + _GRACE
    if is_after or points_ahead(expression, passage, published):
        return Role.FUTURE
    if _compares(expression, passage, expression.outcome):
        return Role.COMPARISON
    if expression.link is Link.BEFORE or _dates_other(expression, passage):
        return Role.UNKNOWN
    if is_as_of(expression, passage):
        return Role.REPORT
    return _role_by_verb(expression, passage)


def _is_dateline(expression: TimeExpression, passage: Passage, index: int, published: date | None) -> bool:
    """Say whether a date is the report's own: at its head, bare, the day of publication, after "Published"."""
    lists, tokens, first = word_lists(), passage.tokens, expression.first
    if any(token.folded in lists["published"] for token in tokens[max(0, first - 2) : first]):
        return True
    before = tokens[first - 1].folded if first else ""
    if index < _HEAD_PASSAGES and "MONTH" in expression.words and before not in lists["at"]:
        after = _behind_year(expression, passage)
        if after == "(" or (after in _AFTER_DATELINE and "," in (before, tokens[first].text)):
            return True  # "NAIROBI, August 7 (Agency) --", "NAIROBI, August 7 --"
    if not expression.is_full_date:
        return False
    if expression.last - first >= len(tokens) - 2:
        return True
    away = abs(expression.interval.start - published) if published is not None and expression.interval else None
    if first == 0 and index < _OPENING_PASSAGES:
        return (
            away is None or away <= _LATEST_PRINT
        )  # an entry of a list begins with another: "March 3, near Tabqah: …"
    near = away is not None and before not in lists["at"] and away <= _GRACE
    return near and (index < _HEAD_PASSAGES or passage.kind is PassageKind.HEADLINE)


def _behind_year(expression: TimeExpression, passage: Passage) -> str:
    """Return the word or sign behind a date and its year of two digits: "7 August 98 (Agency)"."""
    behind = [token.text for token in passage.tokens[expression.last : expression.last + 2]]
    if behind and len(behind[0]) == _SHORT_YEAR and behind[0].isdecimal():
        behind = behind[1:]
    return behind[0] if behind else ""


def names_event(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether the words name an event by its day.

    "The August 7 bombings", "attacks on 7 August", "the attack took place at noon on 7 August".
    """
    before = expression.first - 1
    if expression.meaning in CLAUSAL:
        return False
    if before > 0 and passage.tokens[before].folded in {"on", "of", "in"}:
        before -= 1
    named = before >= 0 and passage.tokens[before].folded in word_lists()["event_noun"]
    return named or _is_premodifier(expression, passage) or _tells_occurrence(expression, passage)


def _tells_occurrence(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether an event took place then: "the crime, committed on 7 August", "the raid that hit us on Monday"."""
    if expression.link is not Link.AT:
        return False
    lists, tokens, occurred = word_lists(), passage.tokens, False
    for back in range(expression.first - 1, max(-1, expression.first - 1 - _REACH_OF_OCCURRENCE), -1):
        word = tokens[back].folded
        if word in lists["occurred"]:
            occurred = True
        elif word in lists["event_noun"] or (occurred and word in _IT):
            return occurred or tokens[back + 1].folded in _OF_WHICH
        elif word in lists["clause"] - lists["relative"] - _OF_WHICH:
            return False
    return False


def _dates_other(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a time is that of no event: of a deal, a poll, a birth, of a far zone; or how long something took."""
    other = _names_other(expression, passage) or _names_affair(expression, passage) or is_stray(expression, passage)
    elsewhere = _is_elsewhere(expression, passage)
    return other or elsewhere or _dates_origin(expression, passage) or _lasts_hours(expression)


def _is_elsewhere(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a day is that of another zone: "8 pm Tuesday EDT", "at 1950 on 11 May (0050 GMT on 12 May)"."""
    zones, tokens, first = word_lists()["zone"], passage.tokens, expression.first
    if any(token.folded in zones for token in tokens[expression.last : expression.last + 1]):
        return True
    before = [token.folded for token in tokens[max(0, first - _REACH_OF_ZONE) : first]]
    return not zones.isdisjoint(before) and not _BRACKETS.isdisjoint(before)


def _lasts_hours(expression: TimeExpression) -> bool:
    """Say whether words only tell how long something took within a day: "for more than an hour", "in 30 minutes"."""
    unit, count = expression.words.get("UNIT"), expression.words.get("COUNT")
    less = not _LESS.isdisjoint(expression.words)
    within = unit == "minute" or (unit == "hour" and isinstance(count, int) and count < HOURS_A_DAY + less)
    return within and expression.rule in _DURATIONS


_LESS = frozenset(("less", "under"))
_DURATIONS = frozenset(("for-n", "for-more", "over-n", "in-n", "span-of"))


def _names_affair(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a day stands before what is held or agreed then: "the June 3 |poll|"; not "on June 3 talks began"."""
    lists, tokens, first = word_lists(), passage.tokens, expression.first
    if expression.link is not Link.AT or (first > 0 and tokens[first - 1].folded in lists["at"]):
        return False
    for token in tokens[expression.last : expression.last + _REACH_OF_NOUN]:
        if token.folded in lists["affair"]:
            return "MONTH" in expression.words or _is_inside_noun(expression, passage)
        if token.folded in lists["event_noun"] | lists["at"] | lists["clause"] or not token.folded[-1:].isalpha():
            return False
    return False


def _names_other(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a year or month names something that is no event: "a 2019 deal", "the September report"."""
    if expression.rule not in {"year", "month-the"} or expression.first == 0:
        return False
    within = passage.tokens[expression.first - 1].folded in word_lists()["article"]
    return within and not _is_premodifier(expression, passage)


def _dates_origin(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a time tells how old somebody or something is: "a man born in 1968", "a school built in 2004"."""
    tokens, first = passage.tokens, expression.first
    back = first - 1 - (first > 0 and tokens[first - 1].folded in {"in", "on"})
    return back >= 0 and tokens[back].folded in word_lists()["origin"]


def _is_premodifier(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether the day stands before the noun of an event, inside its phrase."""
    tokens, first, last = passage.tokens, expression.first, expression.last
    if not any(token.folded in word_lists()["event_noun"] for token in tokens[last : last + _REACH_OF_NOUN]):
        return False
    if first > 0 and tokens[first - 1].folded in word_lists()["article"]:
        return True
    return tokens[first].folded == "the" or _is_inside_noun(expression, passage)


def _is_inside_noun(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether the words stand as "the Saturday …", "for Tuesdays …"."""
    tokens, first = passage.tokens, expression.first
    opened = first > 0 and tokens[first - 1].folded in word_lists()["noun_before"]
    return opened or ("WEEKDAY" in expression.words and tokens[expression.last - 1].folded.endswith("days"))


def _compares(expression: TimeExpression, passage: Passage, interval: Interval) -> bool:
    """Say whether a span measures something: "the heaviest in two years", "the first since 2014", "than in 2016"."""
    if interval.days < _SHORTEST_MEASURE:
        return False
    lists, tokens, first = word_lists(), passage.tokens, expression.first
    if any(token.folded in lists["measured"] for token in tokens[max(0, first - 3) : first]):
        return True
    if expression.link is Link.SINCE:
        first = next((n for n in range(first - 1, -1, -1) if tokens[n].folded == "since"), first)
    elif expression.meaning not in _MEASURING:
        return False
    return any(token.folded in lists["superlative"] for token in tokens[max(0, first - _REACH_OF_MEASURE) : first])


def numbers_event(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a span counts events of which one is told: "the third massacre in 2022"."""
    if expression.link is not Link.SINCE and expression.meaning not in _MEASURING:
        return False
    lists, tokens = word_lists(), passage.tokens
    words = [token.folded for token in tokens[max(0, expression.first - _REACH_OF_MEASURE) : expression.first]]
    return any(
        is_ordinal(word) and not (lists["event_noun"] | _TIMES).isdisjoint(words[n + 1 : n + 1 + _REACH_OF_NUMBER])
        for n, word in enumerate(words)
    )


def _role_by_verb(expression: TimeExpression, passage: Passage) -> Role:
    """Tell the day of a statement, or of a deed of politics or law, from that of the violence spoken of."""
    if expression.link is not Link.AT or expression.interval is None:
        return Role.EVENT
    if expression.meaning in CLAUSAL or _is_inside_noun(expression, passage):
        return Role.EVENT
    if expression.meaning in _NOW and _is_quoted(expression, passage):
        return Role.STATEMENT  # "today" in a speaker's mouth is the day of speaking
    lists, before = word_lists(), _verb_before(expression, passage)
    verb = before or _verb_after(expression, passage)
    if verb is None:
        return Role.EVENT
    if verb in lists["judging"]:  # what is condemned, was before: "condemned the bombing of 7 August"
        return Role.EVENT if before and "MONTH" in expression.words else Role.DEED
    if verb in lists["DEED"] or verb in lists["aftermath"]:
        return Role.DEED
    merely = before in lists["reporting"] and not _bursts(expression, passage)
    return Role.REPORT if merely or not _is_short(expression) else Role.STATEMENT


def _bursts(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether what is reported is sudden, and so news of its day: "a bomb |exploded|, media reported Monday"."""
    return any(token.folded in word_lists()["sudden"] for token in passage.tokens[: expression.first])


def _is_short(expression: TimeExpression) -> bool:
    """Say whether a time is short enough for a statement: "on Wednesday", not "last week"."""
    return expression.interval is not None and expression.interval.days <= _LONGEST_STATEMENT


def _is_quoted(expression: TimeExpression, passage: Passage) -> bool:
    before = "".join(token.text for token in passage.tokens[: expression.first])
    return before.count('"') % 2 == 1 or any(before.rfind(opens) > before.rfind(closes) for opens, closes in _QUOTES)


def _verb_before(expression: TimeExpression, passage: Passage) -> str | None:
    """Return the verb that governs the day from before it: "said in a statement on Wednesday", "met on Wednesday"."""
    tokens, lists, first = passage.tokens, word_lists(), expression.first
    plain, between = True, 0
    on_page = any(token.folded in lists["page"] for token in tokens[max(0, first - _REACH_BESIDE) : first])
    reach = _REACH_OF_DEEDS if _is_short(expression) else _REACH_BESIDE
    for back in range(first - 1, max(-1, first - 1 - reach), -1):
        word = tokens[back].folded
        if back and tokens[back - 1].text == "-" and tokens[back - 1].end == tokens[back].start:  # "U.S.-led"
            continue
        is_name = tokens[back].text[:1].isupper()
        if is_name and passage.kind is not PassageKind.HEADLINE:  # "the United States on Monday"
            continue
        far = word in lists["DEED"] or word in lists["judging"] or word in lists["aftermath"]
        if far or (word in lists["SPEECH"] and (on_page or (plain and between < _REACH_OF_SPEECH))):
            other = _takes_lives(passage, back) or _tells_where(passage, back) or _sets_free(passage, back)
            return None if other or _is_dated(passage, back) else word
        sought = word == "for" and back > 0 and tokens[back - 1].folded in lists["aftermath"]  # "searched |for|"
        if word in lists["SPEECH"] or word in lists["clause"] or (word in {",", "for", "over"} and not sought):
            return None
        plain = plain and (word in lists["between_speech_and_day"] or is_name)
        between += not is_name
    return None


def _is_dated(passage: Passage, at: int) -> bool:
    """Say whether a day stands right before a verb, which a later one is not that of: "Utopia |Monday| condemned"."""
    return any(token.folded in word_lists()["weekday"] for token in passage.tokens[max(0, at - 2) : at])


def _verb_after(expression: TimeExpression, passage: Passage) -> str | None:
    """Return the verb of speech that follows the day: "Thursday condemned", "On Saturday, the ministry denied"."""
    tokens, lists, opens = passage.tokens, word_lists(), _opens_clause(expression, passage)
    reach = _REACH_OF_OPENING if opens and _is_short(expression) else _REACH_BESIDE
    for at in range(expression.last, min(len(tokens), expression.last + reach)):
        word = tokens[at].folded
        if word in lists["SPEECH"] or word in lists["DEED"] or word in lists["aftermath"]:
            other = not opens and (_is_inverted(passage, at) or _ends_clause(expression, passage))
            return None if other or _takes_lives(passage, at) else word
        if word in lists["clause"] | lists["by_way_of"] or (word.endswith("ed") and tokens[at].text.islower()):
            return None
        if not opens and word not in lists["between_day_and_speech"] and not word.endswith("ly"):
            return None
    return None


def _is_inverted(passage: Passage, at: int) -> bool:
    """Say whether who speaks stands behind the verb: "The blast struck on Monday |said| the council"."""
    lists, tokens = word_lists(), passage.tokens
    followed = any(token.folded in lists["article"] for token in tokens[at + 1 : at + 2])
    return followed and any(token.folded in lists["past"] for token in tokens[: at - 1])


def _ends_clause(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a day stands in a clause about a noun: "those whom a bomb that hit on Monday killed |passed| 9"."""
    lists, before = word_lists(), passage.tokens[max(0, expression.first - _REACH_OF_OCCURRENCE) : expression.first]
    opened = next((n for n, token in enumerate(before) if token.folded in lists["relative"] | _OF_WHICH | _AS), None)
    return opened is not None and any(_is_verb_of_past(token.folded) for token in before[opened + 1 :])


def _is_verb_of_past(word: str) -> bool:
    return word in word_lists()["past"] or word.endswith("ed")


def _opens_clause(expression: TimeExpression, passage: Passage) -> bool:
    """Say whether a day opens its sentence, or what follows a semicolon: "…; on Monday, the ministry said"."""
    first = expression.first
    return first <= 1 or any(token.text == ";" for token in passage.tokens[first - 2 : first])


def _tells_where(passage: Passage, at: int) -> bool:
    """Say whether a deed tells who were at the place that was hit: "a tent where mourners had |gathered| on Monday".

    Or what people did as it was hit: "… as hundreds of worshippers |prayed| on Friday".
    """
    lists, tokens = word_lists(), passage.tokens
    if tokens[at].folded in lists["aftermath"]:
        return any(token.folded in _AS for token in tokens[max(0, at - _REACH_OF_DEEDS) : at])
    return any(token.folded == "where" for token in tokens[max(0, at - _REACH_OF_WHERE) : at])


def _sets_free(passage: Passage, at: int) -> bool:
    """Say whether people are let go, and no statement: "hundreds were |released| on Saturday"."""
    return (
        passage.tokens[at].folded == "released" and at > 0 and passage.tokens[at - 1].folded in ("was", "were", "been")
    )


def _takes_lives(passage: Passage, at: int) -> bool:
    """Say whether "claimed" takes lives instead of speaking."""
    return any(token.folded in {"life", "lives"} for token in passage.tokens[at + 1 : at + 5])
