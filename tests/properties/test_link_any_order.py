from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from corroborate.link import link
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.judgement import Judgement, Verdict
from corroborate.model.mention import Attack, Content, Harm, Method
from corroborate.model.situation import Granularity, Interval
from tests.making_claims import Report

TOWNS = [(), ("Sarmin", "Idlib"), ("Sarmeen",), ("Binnish", "Idlib"), ("Idlib",), ("Douma", "Eastern Ghouta")]
FIRST = date(2018, 2, 1)


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    made = {}
    for _ in range(draw(st.integers(1, 14))):
        number = draw(st.sampled_from([1, 2, 3, 12, 13, 40]))
        contents: list[Content] = [
            Harm(Effect.KILLED, People.PEOPLE, Count.exactly(number)),
            Harm(Effect.INJURED, People.CHILDREN, Count.exactly(number)),
            Attack(Method.AIRSTRIKE, Count.exactly(1), None),
            Attack(Method.CHEMICAL_ATTACK, Count.exactly(1), None),
        ]
        content = draw(st.sampled_from(contents))
        start = FIRST + timedelta(draw(st.integers(0, 3)))
        days = draw(st.sampled_from([None, 0, 1, 6]))
        grain = Granularity.DAYS if days else Granularity.DAY
        made_claim = Report(draw(st.sampled_from("abcd"))).tell(
            content,
            draw(st.sampled_from(["bakery grain depot struck", "rescuers dug for families", "in the last week"])),
            when=None if days is None else Interval(start, start + timedelta(days), grain),
            where=draw(st.sampled_from(TOWNS)),
            sources=draw(st.sampled_from([(), ("White Helmets",)])),
            sentence=draw(st.integers(0, 3)),
        )
        rule = draw(st.sampled_from(["", "statement"]))
        claim = replace(made_claim, situation=replace(made_claim.situation, when_rule=rule))
        made[claim.id] = claim
    return list(made.values())


@st.composite
def judged(draw: st.DrawFn) -> tuple[list[Claim], list[Judgement]]:
    found = draw(claims())
    possible = list(combinations([c.id for c in found], 2))
    pairs = draw(st.lists(st.sampled_from(possible), max_size=3)) if possible else []
    return found, [
        Judgement(
            draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT])),
            pair,
            "Rana",
            "seen",
            datetime(2018, 3, 1, 0, minute, tzinfo=UTC),
        )
        for minute, pair in enumerate(pairs)
    ]


@given(claims(), st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order_of_claims(found: list[Claim], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis hands out a random.Random
    assert link(found) == link(shuffled)


@given(claims())
def test_every_claim_is_in_one_cluster(found: list[Claim]) -> None:
    placed = [claim for cluster in link(found)[0] for claim in cluster.claims]
    assert sorted(placed) == sorted(claim.id for claim in found)


@given(claims())
def test_what_an_incident_holds_shares_a_day_but_for_statements_that_came_later(found: list[Claim]) -> None:
    by_id = {claim.id: claim for claim in found}
    for cluster in link(found)[0]:
        dated = [by_id[c].situation for c in cluster.claims if by_id[c].situation.when and not cluster.is_tally]
        spans = [s.when for s in dated if s.when is not None and not s.day_is_of_a_statement]
        assert not spans or max(s.start for s in spans) <= min(s.end for s in spans)


@given(judged())
def test_clusters_obey_every_different_and_every_same_that_no_different_forbids(
    case: tuple[list[Claim], list[Judgement]],
) -> None:
    found, judgements = case
    clusters = [set(cluster.claims) for cluster in link(found, judgements)[0]]
    last = {frozenset(j.subjects): j.verdict for j in judgements}
    for pair, verdict in last.items():
        if verdict is Verdict.DIFFERENT:
            assert not any(pair <= cluster for cluster in clusters)
        elif Verdict.DIFFERENT not in last.values():
            assert any(pair <= cluster for cluster in clusters)
