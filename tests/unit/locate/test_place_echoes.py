from collections.abc import Sequence
from datetime import date

import pytest

from corroborate.locate.place_echoes import echoes, heard, sums
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.mention import Attack, Content, Harm, Mention, Method
from corroborate.model.situation import Granularity, Interval
from corroborate.model.span import Span

TEXT = "One. Two. Three. Four."
TOWN, CITY = 0, 1


def killed(number: int) -> Harm:
    return Harm(Effect.KILLED, People.PEOPLE, Count.exactly(number))


def attack(method: Method) -> Attack:
    return Attack(method, Count.exactly(1), None)


def heard_of(
    first: Content, *others: tuple[Content, Sequence[int]], days: Sequence[Interval | None] = ()
) -> dict[int, set[str]]:
    """Return what the first mention, that names no place, hears from others, each in a passage of its own."""
    contents = [first, *(content for content, _ in others)]
    clauses: list[Sequence[int]] = [(), *(clause for _, clause in others)]
    spans = [Span.cut(TEXT, number, number + 1) for number in range(len(contents))]
    mentions = [Mention(span, content, span, "test") for span, content in zip(spans, contents, strict=True)]
    return echoes(heard(mentions, range(len(contents)), clauses, days or [None] * len(contents)))[0]


@pytest.mark.parametrize(("number", "word"), [(9, "figure-same"), (4, "figure-less"), (30, "figure-more")])
def test_a_figure_is_told_again_or_in_part_or_as_part_of_more(number: int, word: str) -> None:
    assert word in heard_of(killed(9), (killed(number), (TOWN,)))[TOWN]


def test_another_thing_of_the_same_kind_is_heard_but_not_the_same_thing_again() -> None:
    told = heard_of(killed(9), (killed(4), (TOWN,)), (killed(9), (CITY,)))
    assert ("other" in told[TOWN], "other" in told[CITY]) == (True, False)


def test_a_place_of_another_day_is_told_from_one_of_the_same_day() -> None:
    monday, tuesday = (Interval(day, day, Granularity.DAY) for day in (date(2016, 9, 5), date(2016, 9, 6)))
    told = heard_of(killed(9), (killed(4), (TOWN,)), (killed(3), (CITY,)), days=(monday, monday, tuesday))
    assert "day-same" in told[TOWN]
    assert "day-other" in told[CITY]
    assert not any(word.startswith("day") for word in heard_of(killed(9), (killed(4), (TOWN,)))[TOWN])


def test_a_place_that_once_has_the_same_figure_is_not_held_against_for_other_figures() -> None:
    told = heard_of(killed(9), (killed(4), (TOWN,)), (killed(9), (TOWN,)))
    assert "figure-less" not in told[TOWN]


def test_methods_are_compared_between_attacks_alone() -> None:
    told = heard_of(
        attack(Method.AIRSTRIKE),
        (attack(Method.AIRSTRIKE), (TOWN,)),
        (attack(Method.SHELLING), (CITY,)),
    )
    assert ("method-same" in told[TOWN], "method-other" in told[CITY]) == (True, True)
    assert not any(word.startswith("method") for word in heard_of(killed(9), (killed(9), (TOWN,)))[TOWN])


def test_mentions_without_a_place_tell_nothing_of_any() -> None:
    assert heard_of(killed(9), (killed(9), ())) == {}


def is_sum(number: int, *others: int) -> bool:
    """Say whether a figure is heard as the sum of others of the report."""
    spans = [Span.cut(TEXT, at, at + 1) for at in range(len(others) + 1)]
    mentions = [Mention(span, killed(one), span, "test") for span, one in zip(spans, (number, *others), strict=True)]
    nothing = [()] * len(mentions)
    return sums(heard(mentions, range(len(mentions)), nothing, [None] * len(mentions)))[0]


def test_a_figure_may_be_the_sum_of_two_or_three_others() -> None:
    assert (is_sum(42, 19, 23), is_sum(10, 2, 3, 5), is_sum(42, 19, 24), is_sum(42)) == (True, True, False, False)
