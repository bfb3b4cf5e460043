"""Numbers as people write them: what they bound, and what is no number of people or things."""

import pytest

from corroborate.extract.quantities import Quantity, quantities
from corroborate.model.casualty import Count, Qualifier
from tests.reading_sentences import sentence

EXACT, AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, ABOUT, RANGE, VAGUE, NONE = Qualifier


def found_in(words: str) -> list[tuple[str, Quantity]]:
    passage = sentence(words)
    return [
        (" ".join(token.text for token in passage.tokens[quantity.first : quantity.last]), quantity)
        for quantity in quantities(passage.tokens).values()
    ]


@pytest.mark.parametrize(
    ("words", "low", "high", "qualifier"),
    [
        # the table of the annotation guidelines
        ("35 miners", 35, 35, EXACT),
        ("six miners", 6, 6, EXACT),
        ("exactly six miners", 6, 6, EXACT),
        ("at least 29 miners", 29, None, AT_LEAST),
        ("29 or more miners", 29, None, AT_LEAST),
        ("29 people at least", 29, None, AT_LEAST),
        ("no fewer than 29 miners", 29, None, AT_LEAST),
        ("no less than 29 miners", 29, None, AT_LEAST),
        ("a minimum of 29 miners", 29, None, AT_LEAST),
        ("more than 1,000 miners", 1001, None, MORE_THAN),
        ("over 1,000 miners", 1001, None, MORE_THAN),
        ("in excess of 1,000 miners", 1001, None, MORE_THAN),
        ("well over 1,000 miners", 1001, None, MORE_THAN),
        ("up to 40 miners", None, 40, AT_MOST),
        ("no more than 40 miners", None, 40, AT_MOST),
        ("as many as 40 miners", None, 40, AT_MOST),
        ("a maximum of 40 miners", None, 40, AT_MOST),
        ("fewer than 40 miners", None, 39, LESS_THAN),
        ("less than 40 miners", None, 39, LESS_THAN),
        ("under 40 miners", None, 39, LESS_THAN),
        ("about 190 miners", 190, 190, ABOUT),
        ("some 190 miners", 190, 190, ABOUT),
        ("around 190 miners", 190, 190, ABOUT),
        ("nearly 190 miners", 190, 190, ABOUT),
        ("almost 190 miners", 190, 190, ABOUT),
        ("roughly 190 miners", 190, 190, ABOUT),
        ("approximately 190 miners", 190, 190, ABOUT),
        ("an estimated 190 miners", 190, 190, ABOUT),
        ("30 to 40 miners", 30, 40, RANGE),
        ("between 30 and 40 miners", 30, 40, RANGE),
        ("dozens of miners", None, None, VAGUE),
        ("several miners", None, None, VAGUE),
        ("hundreds of miners", None, None, VAGUE),
        ("many miners", None, None, VAGUE),
        ("a number of miners", None, None, VAGUE),
        ("no miners", 0, 0, NONE),
        ("none", 0, 0, NONE),
        ("a quarter of a million", 250_000, 250_000, EXACT),
        ("two and a half million", 2_500_000, 2_500_000, EXACT),
        ("one and a half million", 1_500_000, 1_500_000, EXACT),
        ("three (3)", 3, 3, EXACT),
        ("a pair of", 2, 2, EXACT),
        ("a trio of", 3, 3, EXACT),
        ("a score of", 20, 20, EXACT),
        ("at the very least 20", 20, None, AT_LEAST),
        ("50-plus", 50, None, AT_LEAST),
        ("a couple of dozen", None, None, VAGUE),
        ("dozens upon dozens", None, None, VAGUE),
        ("half a million", 500_000, 500_000, EXACT),
        ("as high as 350", None, 350, AT_MOST),
        ("wounding 90 hours after", 90, 90, EXACT),
        # mixtures
        ("1.1 million miners", 1_100_000, 1_100_000, EXACT),
        ("12 thousand miners", 12_000, 12_000, EXACT),
        ("three dozen miners", 36, 36, EXACT),
        ("3 dozen miners", 36, 36, EXACT),
        ("a dozen miners", 12, 12, EXACT),
        ("half a dozen miners", 6, 6, EXACT),
        ("about half a dozen miners", 6, 6, ABOUT),
        ("a hundred miners", 100, 100, EXACT),
        ("a hundred or so miners", 100, 100, ABOUT),
        ("one hundred and twenty-one miners", 121, 121, EXACT),
        ("two thousand three hundred miners", 2300, 2300, EXACT),
        ("twenty-five miners", 25, 25, EXACT),
        ("20-odd miners", 20, 20, ABOUT),
        ("twenty-odd miners", 20, 20, ABOUT),
        ("20 odd miners", 20, 20, ABOUT),
        ("7 to 9 miners", 7, 9, RANGE),
        ("7-9 miners", 7, 9, RANGE),
        ("7–9 miners", 7, 9, RANGE),
        ("seven to nine miners", 7, 9, RANGE),
        ("two or three miners", 2, 3, RANGE),
        ("from 30 to 40 miners", 30, 40, RANGE),
        ("anywhere between 30 and 40 miners", 30, 40, RANGE),
        ("200 000 miners", 200_000, 200_000, EXACT),
        ("12,500 miners", 12_500, 12_500, EXACT),
        ("scores of miners", None, None, VAGUE),
        ("tens of thousands of miners", None, None, VAGUE),
        ("hundreds of thousands of miners", None, None, VAGUE),
        ("several hundred miners", None, None, VAGUE),
        ("a few dozen miners", None, None, VAGUE),
        ("a handful of miners", None, None, VAGUE),
        ("a couple of miners", None, None, VAGUE),
        ("numerous miners", None, None, VAGUE),
        ("a total of 12 miners", 12, 12, EXACT),
        ("at least two dozen miners", 24, None, AT_LEAST),
        ("more than two million miners", 2_000_001, None, MORE_THAN),
        ("40 miners", 40, 40, EXACT),
        ("100+ miners", 100, None, AT_LEAST),
        ("100 plus miners", 100, None, AT_LEAST),
        ("0 miners", 0, 0, NONE),
        ("zero miners", 0, 0, NONE),
    ],
)
def test_a_number_has_the_bounds_that_its_words_give_it(
    words: str, low: int | None, high: int | None, qualifier: Qualifier
) -> None:
    (found,) = found_in(f"He met {words} there")
    assert found[1].count == Count(low, high, qualifier)


@pytest.mark.parametrize(
    "words",
    [
        "on 12 March",
        "on March 12",
        "on March 12, 2015",
        "on 3 April 2015",
        "on 30 April 89, a Sunday",
        "Tarhuna, 30 Apr 89 (Agency) --",
        "in 2015",
        "early 2015 Utopian refugees",
        "since 2011",
        "from 2012 to 2014",
        "at 4:30",
        "at 10 pm",
        "for 24 hours",
        "after three days",
        "aged 12",
        "under the age of eight",
        "a 12-year-old boy",
        "a six-year-old boy",
        "Sami Halabi, 34, of Homs",
        "$20 million",
        "20 percent of it",
        "20 % of it",
        "15 km away",
        "two kilometers away",
        "resolution 2118",
        "highway 4",
        "3/4/2015",
        "a 500-kg charge",
        "the 46th brigade",
        "at 33.5 degrees",
    ],
)
def test_what_measures_or_dates_or_names_counts_nobody(words: str) -> None:
    assert found_in(f"They stood {words}") == []


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("another five miners", True),
        ("five more miners", True),
        ("dozens more", True),
        ("3 others", True),
        ("a further 12 miners", True),
        ("five miners", False),
        ("more than five miners", False),
        ("five or more miners", False),
    ],
)
def test_a_number_tells_whether_it_adds_to_one_told_before(words: str, *, more: bool) -> None:
    assert [quantity.more for _, quantity in found_in(f"He met {words}")] == [more]


def test_a_year_that_counts_people_is_a_number() -> None:
    assert [quantity.count for _, quantity in found_in("He met 2015 people there")] == [Count.exactly(2015)]
    assert [quantity.count for _, quantity in found_in("He met 2015 Utopian residents")] == [Count.exactly(2015)]


def test_at_least_bounds_the_number_behind_it_where_one_stands_there() -> None:
    counts = [quantity.count.qualifier for _, quantity in found_in("29 people at least 12 of them boys")]
    assert counts == [EXACT, AT_LEAST]


def test_two_numbers_side_by_side_are_two() -> None:
    assert [words for words, _ in found_in("He met 8 miners and 20 bakers")] == ["8", "20"]


def test_a_number_with_too_many_digits_is_left_alone() -> None:
    assert found_in("He met " + "9" * 5000 + " miners") == []


def test_a_falling_range_is_no_range() -> None:
    assert all(quantity.count.qualifier is not RANGE for _, quantity in found_in("He met 40 to 30 miners"))
