"""Ranges, timeline, maps, relays and quotes are drawn as what they are."""

import re
from datetime import date
from importlib.resources import files

import pytest

from corroborate.model.casualty import VAGUE, Bound, CasualtyRange, Count, Effect, People, Qualifier
from corroborate.model.ids import ClaimId
from corroborate.model.situation import Granularity, Interval
from corroborate.publish import maps, ranges, relays, timeline
from corroborate.publish.evidence import shelve
from corroborate.publish.quotes import quoted
from corroborate.publish.windows import Point
from corroborate.publish.words import count_words, days, range_words
from tests.unit.publish.handmade import GAS, RECORD


def _range(low: int | None, high: int | None, *, opened: bool = False) -> CasualtyRange:
    ends = Bound(low, "", ()), Bound(high, "", ())
    return CasualtyRange(Effect.KILLED, People.PEOPLE, *ends, opened, ())


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (_range(14, 17), "14–17"),
        (_range(17, 17), "17"),
        (_range(29, 29, opened=True), "29 or more"),
        (_range(0, 40), "0–40"),
        (_range(None, None, opened=True), "no figure"),
        (_range(1001, None, opened=True), "1,001 or more"),
    ],
)
def test_a_range_in_words_has_both_ends_and_no_middle(stated: CasualtyRange, words: str) -> None:
    assert range_words(stated) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count.exactly(35), "35"),
        (Count(1001, None, Qualifier.MORE_THAN), "more than 1,000"),
        (Count(None, 40, Qualifier.AT_MOST), "up to 40"),
        (Count(None, 39, Qualifier.LESS_THAN), "fewer than 40"),
        (Count(180, 180, Qualifier.ABOUT), "about 180"),
        (Count(30, 40, Qualifier.RANGE), "30–40"),
        (Count(0, 0, Qualifier.NONE), "none"),
        (VAGUE, "no figure"),
    ],
)
def test_a_count_is_put_as_its_words_bound_it(count: Count, words: str) -> None:
    assert count_words(count) == words


def test_a_bar_has_an_arrow_only_where_the_top_is_open() -> None:
    assert 'class="open"' in ranges.bar(_range(14, 17, opened=True), 20)
    assert 'class="open"' not in ranges.bar(_range(14, 17), 20)


def test_a_vague_figure_draws_nothing_and_a_replaced_one_is_marked() -> None:
    assert "circle" not in ranges.figure([(VAGUE, False)], 20)
    assert 'class="dot replaced"' in ranges.figure([(Count.exactly(11), True)], 20)


def test_a_scale_of_any_size_has_few_round_ticks_from_zero() -> None:
    for top in (1, 7, 40, 177, 1001, 95_000, 6_500_000):
        marks = ranges.ticks(top)
        assert marks[0] == 0
        assert len(marks) <= 6
        assert marks[-1] <= top


def _day(year: int, month: int, day: int) -> Interval:
    return Interval(date(year, month, day), date(year, month, day), Granularity.DAY)


def test_the_timeline_cuts_out_a_silence_and_keeps_the_order_of_days() -> None:
    shown = timeline.segments([_day(2018, 2, 5), _day(2015, 5, 2), _day(2018, 1, 13)])
    assert [(s.start.year, s.end.year) for s in shown] == [(2015, 2015), (2018, 2018)]
    assert shown[0].right < shown[1].left
    assert shown[1].right == pytest.approx(1.0)
    assert 'class="cut"' in timeline.axis(shown)


def test_a_span_of_years_does_not_flatten_the_days_and_shows_that_it_began_before() -> None:
    years = Interval(date(2014, 1, 14), date(2018, 1, 14), Granularity.DAYS)
    shown = timeline.segments([years, _day(2018, 1, 13), _day(2018, 2, 5)])
    assert shown[0].start.year == 2018
    assert 'class="early"' in timeline.row(years, shown, "tally")
    assert 'class="early"' not in timeline.row(_day(2018, 2, 5), shown, "incident")


def test_the_axis_is_cut_twice_at_the_most() -> None:
    shown = timeline.segments([_day(year, 3, 1) for year in range(1950, 2024, 3)])
    assert len(shown) <= 3
    assert shown[0].start.year == 1950
    assert shown[-1].end.year == 2022


def test_a_timeline_of_nothing_is_empty() -> None:
    assert timeline.segments([]) == ()


def test_days_are_told_as_coarsely_as_they_are_known() -> None:
    assert days(Interval(date(2018, 1, 1), date(2018, 1, 31), Granularity.MONTH)) == "some time in January 2018"
    assert days(Interval(date(2018, 2, 4), date(2018, 2, 5), Granularity.DAYS)) == "4–5 February 2018"
    assert (
        days(Interval(date(2017, 12, 31), date(2018, 1, 14), Granularity.DAYS)) == "31 December 2017 – 14 January 2018"
    )
    assert days(None) == "day not known"


@pytest.mark.parametrize("at", [(35.65, 36.68), (31.5, 34.45), (-77.8, 166.7), (0.0, -179.9), (64.1, -21.9)], ids=str)
def test_a_point_anywhere_on_earth_is_drawn_inside_its_panel(at: tuple[float, float]) -> None:
    overview, close = maps.panels([Point(*at, 2.0, "1 Somewhere")])
    for panel in (overview, close):
        found = re.search(r'cx="([-\d.]+)" cy="([-\d.]+)" r="5" class="site"', panel.drawing)
        assert found
        assert 0 <= float(found[1]) <= 320
        assert 0 <= float(found[2]) <= 300


def test_distant_points_get_panels_of_their_own_and_nothing_gets_none() -> None:
    places = [Point(35.65, 36.68, 2.0, "1"), Point(33.55, 36.40, 2.0, "2"), Point(33.57, 36.42, 2.0, "3")]
    assert [panel.title for panel in maps.panels(places)] == ["A. Overview", "B. Idlib", "C. Rural Damascus"]
    assert maps.panels([]) == ()


def test_the_packaged_outline_is_small_and_names_its_source() -> None:
    outline = files("corroborate.publish") / "syria_outline.json"
    assert len(outline.read_bytes()) <= 60_000
    assert '"source": "Syria administrative boundaries' in outline.read_text(encoding="utf-8")


def test_relays_are_drawn_once_however_many_claims_took_them() -> None:
    chain = relays.Chain("White Helmets", ("Levant Wire",), "Northern Broadcasting Service, 15 Jan")
    drawn = relays.relay_graph([chain, chain], ["White Helmets"])
    assert drawn.count('class="link relayed"') == 2
    assert drawn.count('class="origin"') == 2  # its dot and its name


def test_the_pieces_of_a_passage_are_the_passage_and_its_marks_are_the_quotes() -> None:
    for group in quoted(shelve(RECORD).exhibits(GAS.claims)):
        assert "".join(piece.text for piece in group.pieces) == group.first.passage
        marked = "".join(piece.text for piece in group.pieces if piece.marked)
        assert all(word in marked for exhibit in group.exhibits for word in exhibit.quote.split())


def test_an_unknown_claim_is_left_out_rather_than_failing_the_page() -> None:
    assert shelve(RECORD).exhibits((ClaimId("claim-unknown"),)) == ()
