import re
from collections.abc import Sequence

from corroborate.locate.place_turns import Naming, turns
from corroborate.model.span import Span

TOWNS = ("Saraqib", "Harasta", "Douma")


def turns_of(text: str, *quotes: str) -> Sequence[dict[int, str]]:
    named = [Naming(match.start(), TOWNS.index(match.group())) for match in re.finditer("|".join(TOWNS), text)]
    starts = [text.index(quote) for quote in quotes]
    return turns([Span.cut(text, at, at + len(quote)) for at, quote in zip(starts, quotes, strict=True)], named)


def test_a_place_behind_a_figure_and_before_the_next_is_the_figures_own() -> None:
    told = turns_of("Nine died in Harasta and four in Douma.", "Nine died", "four")
    assert told == [
        {1: "turn.own.many", 2: "turn.after.many"},
        {1: "turn.before.many", 2: "turn.own.many"},
    ]


def test_a_place_that_opens_a_sentence_is_of_what_follows_until_the_next() -> None:
    told = turns_of("In Harasta nine died and two were hurt, in Douma four died.", "nine died", "two", "four")
    own = [next(place for place, turn in of.items() if ".own" in turn) for of in told]
    assert own == [1, 1, 2]


def test_it_is_told_whether_the_place_is_shared_by_several_figures() -> None:
    assert turns_of("Nine died and two were hurt in Saraqib.", "Nine", "two")[1] == {0: "turn.own.shared"}
    assert turns_of("Nine died in Saraqib.", "Nine")[0] == {0: "turn.own.one"}


def test_without_places_nobody_has_a_turn() -> None:
    assert turns_of("Nine died and two were hurt.", "Nine", "two") == [{}, {}]
