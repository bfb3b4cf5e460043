from datetime import date

import pytest

from corroborate.locate import calendar, feast_days
from corroborate.locate.time_anchor import Anchor, Unresolved
from corroborate.locate.time_expressions import TimeExpression, time_expressions
from corroborate.locate.time_grammar import Link, Pattern, grammar
from corroborate.locate.time_meanings import MEANINGS
from corroborate.locate.time_words import rows
from corroborate.model.situation import Interval
from corroborate.read.passages import passages

PUBLISHED = date(2018, 2, 7)  # a Wednesday
TOLD = calendar.day(date(2018, 1, 20))


def read(text: str, anchor: Anchor | None = None) -> list[TimeExpression]:
    anchor = anchor or Anchor(PUBLISHED, TOLD)
    return [found for passage in passages(text) for found in time_expressions(passage, text, anchor)]


def written(expression: TimeExpression) -> str:
    if not isinstance(expression.outcome, Interval):
        return expression.outcome.value
    start, end = expression.outcome.start.isoformat(), expression.outcome.end.isoformat()
    return start if start == end else f"{start}..{end}"


def sentence(pattern: Pattern) -> str:
    """Put the example of a row into a sentence, behind a word that must stand before it where there is one."""
    written_pattern = next(row.cells[1] for row in rows("time_patterns.tsv") if row.cells[0] == pattern.id)
    before = written_pattern.split()[0]
    words = before.strip("<>").split("|") if before.startswith("<") else []
    needed = bool(words) and not pattern.example.startswith(tuple(f"{word} " for word in words))
    return f"We saw it {words[0] if needed else ''} {pattern.example} ."


@pytest.mark.parametrize("pattern", grammar().patterns, ids=lambda pattern: pattern.id)
def test_every_row_of_the_grammar_reads_its_example_as_it_says(pattern: Pattern) -> None:
    assert [(found.rule, written(found)) for found in read(sentence(pattern))] == [(pattern.id, pattern.expected)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seven died on Wednesday.", "2018-02-07"),
        ("Seven died Thursday.", "2018-02-01"),
        ("Seven died last Tuesday.", "2018-01-30"),
        ("Seven died last Monday.", "2018-02-05"),
        ("Tuesdays strike killed two.", "2018-02-06"),
        ("They were hit on Monday-and again.", "2018-02-05"),
        ("It began on December 31.", "2017-12-31"),
        ("He spoke on 3 February، 2018.", "2018-02-03"),
        ("It fell on 4.02.2018.", "2018-02-04"),
        ("It fell on 2018-02-04.", "2018-02-04"),
        ("It fell on 25/12/2017.", "2017-12-25"),
        ("It fell on 01/02/2018.", "2018-02-01"),
        ("It has gone on since March 16th.", "2017-03-16..2018-02-07"),
        ("It has gone on since the evening of January 20.", "2018-01-20..2018-02-07"),
        ("It has gone on since the early morning of Monday.", "2018-02-05..2018-02-07"),
        ("Seven died last night and this morning.", "2018-02-06..2018-02-07"),
        ("Seven died yesterday & today.", "2018-02-06..2018-02-07"),
        ("It has gone on since mid-January.", "2018-01-15..2018-02-07"),
        ("It has gone on since mid-2012.", "2012-07-01..2018-02-07"),
        ("Many died since the war in the country first broke out in March 2011.", "2011-03-01..2018-02-07"),
        ("The raids which began last September went on.", "2017-09-01..2018-02-07"),
        ("It has gone on since the end of January.", "2018-01-31..2018-02-07"),
        ("He was held over shootings dating back to 1994.", "1994-01-01..2018-02-07"),
        ("The war began in the 80s.", "1980-01-01..1989-12-31"),
        ("It began after two years of siege.", "vague"),
        ("It happened on Eid al-Fitr 2015.", "2015-07-17..2015-07-19"),
        ("It lasted between September 2014 and July 2015.", "2014-09-01..2015-07-31"),
        ("It lasted from Saturday to Monday.", "2018-02-03..2018-02-05"),
        ("16 died in the past 48 hours.", "2018-02-05..2018-02-07"),
        ("Hundreds fled in recent weeks.", "vague"),
        ("A truce starts next Monday.", "future"),
        ("It happened during Ramadan.", "2017-05-27..2017-06-25"),
        ("They fled last winter.", "2016-12-01..2017-02-28"),
        ("They fled for the second month running.", "2018-01-01..2018-02-07"),
        ("They fled for the third year running.", "2016-01-01..2018-02-07"),
        ("They fled a fortnight ago.", "2018-01-24"),
        ("They fled three nights ago.", "2018-02-04"),
        ("They fled a week ago on Friday.", "2018-01-26"),
        ("They fled before dawn on Tuesday.", "2018-02-06"),
        ("They fled at dawn Tuesday.", "2018-02-06"),
        ("They fled shortly before midnight on Tuesday.", "2018-02-06"),
        ("They fled from 4 a.m. on 24 January to 24:00 midnight on 1 February 2018.", "2018-01-24..2018-02-01"),
        ("They fled between 9pm on Saturday and 6am on Sunday.", "2018-02-03..2018-02-04"),
        ("They fled in the early hours of the 24th.", "2018-01-24"),
        ("They fled on the 31st, to the hills.", "2018-01-31"),
        ("They fled in weekend clashes.", "2018-02-03..2018-02-04"),
        ("They fled on the second day of the Eid.", "2017-09-02"),
        ("They fled on the first day of the holy month of Ramadan.", "2017-05-27"),
        ("They fled on 5-Feb-2018.", "2018-02-05"),
        ("They fled on 05-Feb-18.", "2018-02-05"),
        ("They fled on 24/1 and hid.", "2018-01-24"),
        ("They fled on 24/1/18.", "2018-01-24"),
        ("They fled on 1/24/18.", "2018-01-24"),
    ],
)
def test_times_are_read_in_their_sentences(text: str, expected: str) -> None:
    assert [written(found) for found in read(text)] == [expected]


@pytest.mark.parametrize("words", ["31-Dec-98", "12/31/98", "31/12/98"])
def test_a_year_of_two_digits_is_the_last_one_up_to_publication(words: str) -> None:
    (found,) = read(f"Nine died on {words}.", Anchor(date(1999, 1, 4)))
    assert written(found) == "1998-12-31"
    assert read("Nine died on 31-Dec-98.", Anchor(None)) == []


def test_days_apart_that_and_joins_stay_two_times() -> None:
    assert [written(found) for found in read("Seven died on 3 January and yesterday.")] == ["2018-01-03", "2018-02-06"]


def test_days_of_two_subjects_are_two_times() -> None:
    found = read("Five from Homs on Monday and three on Tuesday were let go.")
    assert [written(expression) for expression in found] == ["2018-02-05", "2018-02-06"]


@pytest.mark.parametrize(
    "text",
    [
        "They may march on; he sat in the sun and the mar was gone in two.",
        "They came to the Christmas market within hours.",
        "The guard works 24/7 on the 5th floor of the 12, by version 1.2.3 of the 9-8-7 rule.",
        "On 3/4 of the farms of the 17th Brigade nothing grew.",
    ],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert read(text) == []


def test_an_impossible_date_is_invalid_and_no_crash() -> None:
    assert [found.outcome for found in read("He died on February 30.")] == [Unresolved.INVALID]


def test_without_a_publication_date_only_full_dates_resolve() -> None:
    found = read("It began on 4 May 2016, went on last week and ended on 5/6/2016.", Anchor(None))
    assert [written(expression) for expression in found] == ["2016-05-04", "open", "open"]


def test_the_dawn_behind_a_night_is_of_that_night() -> None:
    found = read("Raids went on overnight, and at dawn the town fell.")
    assert [written(expression) for expression in found] == ["2018-02-06..2018-02-07"] * 2


def test_a_later_time_counts_from_the_one_before() -> None:
    assert [written(found) for found in read("On 3 January it began, and two days later it ended.")] == [
        "2018-01-03",
        "2018-01-05",
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 3 January it began, and an hour later it ended.", ["2018-01-03", "2018-01-03"]),
        ("On 3 January it began, and 23 hours earlier it was planned.", ["2018-01-03", "2018-01-03"]),
        ("On 3 January it began, and 48 hours later it ended.", ["2018-01-03", "2018-01-05"]),
    ],
)
def test_hours_that_make_no_day_stay_on_the_day_before_them(text: str, days: list[str]) -> None:
    assert [written(found) for found in read(text)] == days


def test_an_hour_later_has_no_day_where_none_was_told() -> None:
    found = read("An hour later it ended.", Anchor(PUBLISHED))
    assert [written(expression) for expression in found] == ["vague"]


def test_the_words_before_a_time_turn_it() -> None:
    links = [found.link for found in read("Since Monday, until Tuesday, by Friday, after 3 May.")]
    assert links == [Link.SINCE, Link.UNTIL, Link.BY, Link.AFTER]


def test_an_expression_can_be_counted_from_another_day() -> None:
    (found,) = read("177 died in the last two weeks.")
    assert written(found.counted_from(Anchor(date(2018, 2, 4)))) == "2018-01-21..2018-02-04"


def test_offsets_point_at_the_words() -> None:
    text = "Seven died on Sunday, 4 February 2018 in the town."
    (found,) = read(text)
    assert text[found.start : found.end] == "Sunday, 4 February 2018"


def test_every_meaning_is_that_of_a_row() -> None:
    assert MEANINGS.keys() == {pattern.meaning for pattern in grammar().patterns}


@pytest.mark.parametrize(
    ("published", "words"), [(date(2017, 12, 24), "Christmas Eve"), (date(2017, 12, 31), "New Year's Eve")]
)
def test_the_eve_of_a_feast_may_be_today(published: date, words: str) -> None:
    (found,) = read(f"Nine died on {words}.", Anchor(published))
    assert written(found) == published.isoformat()


def test_on_a_sunday_last_week_is_the_seven_days_before() -> None:
    (found,) = read("Nine died last week.", Anchor(date(2018, 2, 11)))
    assert written(found) == "2018-02-04..2018-02-10"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The following month it ended.", "2018-02-01..2018-02-28"),
        ("Later that year it ended.", "2018-01-01..2018-12-31"),
    ],
)
def test_a_month_or_year_counts_from_the_time_before(text: str, expected: str) -> None:
    assert [written(found) for found in read(text)] == [expected]


def test_months_by_the_moon_begin_on_the_days_that_were_announced() -> None:
    announced = {1433: "2012-08-19", 1434: "2013-08-08", 1438: "2017-06-25", 1442: "2021-05-13", 1445: "2024-04-10"}
    assert {year: feast_days.islamic(year, 10, 1, 1).start.isoformat() for year in announced} == announced
