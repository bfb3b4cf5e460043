from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from corroborate.grade import grade, load, methodologies
from corroborate.model.casualty import CasualtyRange, Count, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.incident import Cluster, Incident
from corroborate.model.mention import Stance
from corroborate.reconcile import reconcile
from tests.making_claims import Report, blame, day, killed

SOURCES = [(), ("White Helmets",), ("Observatory",), ("White Helmets", "CNN"), ("Observatory", "AFP", "CNN")]

PEOPLE = [People.PEOPLE, People.CHILDREN, People.CIVILIANS, People.COMBATANTS]


@st.composite
def counts(draw: st.DrawFn) -> Count:
    low, more = draw(st.integers(0, 60)), draw(st.integers(0, 20))
    return draw(
        st.sampled_from(
            [
                Count.exactly(low),
                Count(low, None, Qualifier.AT_LEAST),
                Count(None, low, Qualifier.AT_MOST),
                Count(low, low + more, Qualifier.RANGE),
                Count(None, None, Qualifier.VAGUE),
            ]
        )
    )


@st.composite
def told(draw: st.DrawFn) -> list[Claim]:
    made = {}
    for _ in range(draw(st.integers(1, 8))):
        printed = date(2018, 2, 5) + timedelta(draw(st.integers(0, 3)))
        name = draw(st.sampled_from("abc"))
        claim = Report(f"{name}{printed}", f"The {name} Times", printed.isoformat()).tell(
            killed(draw(counts()), draw(st.sampled_from(PEOPLE))),
            "were killed",
            when=day("2018-02-04"),
            where=("Sarmin",),
            sources=draw(st.sampled_from(SOURCES)),
            sentence=draw(st.integers(0, 4)),
        )
        made[claim.id] = claim
    return list(made.values())


def incident(claims: list[Claim]) -> Incident:
    return reconcile([Cluster(tuple(sorted(c.id for c in claims)), is_tally=False)], claims)[0][0]


@given(told())
def test_low_never_stands_above_high_and_every_bound_has_its_claims(claims: list[Claim]) -> None:
    for one in incident(claims).ranges:
        assert (one.low.value is None) == (one.high.value is None)
        if one.low.value is not None and one.high.value is not None:
            assert one.low.value <= one.high.value
            assert one.low.claims
            assert one.high.claims


@given(told())
def test_every_bound_is_a_figure_that_somebody_stated(claims: list[Claim]) -> None:
    stated = {0} | {n for c in claims for n in (c.content.count.low, c.content.count.high)}  # type: ignore[union-attr]  # every claim here is of harm
    for one in incident(claims).ranges:
        assert {one.low.value, one.high.value} <= stated | {None}


@given(told(), st.randoms(use_true_random=False))
def test_ranges_do_not_depend_on_the_order_of_claims(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis hands out a random.Random
    assert incident(claims) == incident(shuffled)


@given(told())
def test_a_denial_changes_no_range(claims: list[Claim]) -> None:
    denial = Report("z").tell(blame("Russia", Stance.DENIED), "denied it", sources=("Russia",))
    assert incident([*claims, denial]).ranges == incident(claims).ranges


@given(told())
def test_taking_a_relay_out_of_the_chains_changes_no_origin(claims: list[Claim]) -> None:
    direct = [
        replace(claim, attribution=replace(claim.attribution, sources=claim.attribution.sources[:1]))
        for claim in claims
    ]
    assert incident(direct).origins == incident(claims).origins


def by_each_methodology(claims: list[Claim]) -> dict[str, tuple[CasualtyRange, ...]]:
    made = [incident(claims)]
    return {name: grade(made, claims, load(name))[0].ranges for name in methodologies()}


@given(told())
def test_under_each_methodology_every_end_has_its_claims_and_the_likeliest_lies_between(claims: list[Claim]) -> None:
    known = {claim.id for claim in claims}
    for ranges in by_each_methodology(claims).values():
        for one in ranges:
            ends = [one.low, one.high, *([one.best] if one.best else [])]
            assert all(end.claims and set(end.claims) <= known for end in ends if end.value is not None)
            values = [end.value for end in (one.low, one.best, one.high) if end is not None and end.value is not None]
            assert values == sorted(values)


@given(told())
def test_under_each_methodology_a_denial_changes_no_range(claims: list[Claim]) -> None:
    denial = Report("zz").tell(
        blame("Russia", Stance.DENIED), "denied it", when=day("2018-02-04"), sources=("Russia",), sentence=9
    )
    assert by_each_methodology([*claims, denial]) == by_each_methodology(claims)


@given(told())
def test_under_each_methodology_the_order_of_the_claims_does_not_matter(claims: list[Claim]) -> None:
    assert by_each_methodology(claims[::-1]) == by_each_methodology(claims)
