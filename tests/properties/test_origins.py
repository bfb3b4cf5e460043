"""What holds of any reports, from linking to grades: many links, few origins, and every bound with its words."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from corroborate.grade import load
from corroborate.link import link
from corroborate.model.casualty import Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.ids import ClaimId, DocumentId, content_id
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.mention import Attack, Content, Harm, Method, Stance
from corroborate.model.situation import Interval
from corroborate.model.source import Source, SourceKind
from corroborate.pipeline import fold
from corroborate.reconcile import reconcile
from tests.making_claims import Report, blame, day

FIRST = date(2018, 2, 5)
HELMETS = Source("White Helmets", SourceKind.ORGANISATION, canonical="Syria Civil Defence")
SPEAKERS = [
    HELMETS,
    Source("Observatory", SourceKind.ORGANISATION),
    Source("Raed Saleh", SourceKind.PERSON, organisation="Syria Civil Defence"),
    Source("Raed Saleh", SourceKind.PERSON),
    Source("a doctor in the town", SourceKind.UNNAMED),
]
MEDIA = [Source(name, SourceKind.MEDIA) for name in ("The A Times", "The B Times", "CNN")]
CHAINS = [(), *((one,) for one in (*SPEAKERS, *MEDIA)), (HELMETS, MEDIA[2]), (SPEAKERS[1], MEDIA[0], MEDIA[2])]
WORDS = "rescuers dug for families under stones of the old bakery by the river while smoke rose over roofs".split()
NUMBERS = st.sampled_from([1, 6, 7, 11, 19, 40])
TOWNS = [("Sarmin", "Idlib"), ("Binnish", "Idlib"), ("Idlib",), ()]
Found = tuple[tuple[Incident, ...], tuple[Tally, ...], tuple[Issue, ...]]


@st.composite
def counts(draw: st.DrawFn) -> Count:
    number = draw(NUMBERS)
    return draw(
        st.sampled_from(
            [
                Count.exactly(number),
                Count(number, None, Qualifier.AT_LEAST),
                Count(None, number, Qualifier.AT_MOST),
                Count(None, None, Qualifier.VAGUE),
                Count(0, 0, Qualifier.NONE),
            ]
        )
    )


@st.composite
def contents(draw: st.DrawFn) -> Content:
    people = draw(st.sampled_from([People.PEOPLE, People.CIVILIANS, People.CHILDREN]))
    if draw(st.booleans()):
        return Attack(Method.AIRSTRIKE, Count.exactly(1), None)
    return Harm(draw(st.sampled_from([Effect.KILLED, Effect.INJURED])), people, draw(counts()))


@st.composite
def told(draw: st.DrawFn) -> list[Claim]:
    """Return claims of a few reports; each sentence of one has words of its own, long enough to be known again."""
    made: dict[ClaimId, Claim] = {}
    used: set[tuple[str, int]] = set()
    for number in range(draw(st.integers(1, 9))):
        name = draw(st.sampled_from("abcd"))
        printed = FIRST + timedelta("abcd".index(name) // 2)
        seed = draw(st.sampled_from([one for one in range(10) if (name, one) not in used]))
        used.add((name, seed))
        said = Random(seed).sample(WORDS, len(WORDS))  # noqa: S311  # words for a test
        spans: list[Interval | None] = [None, day("2018-02-04"), day("2018-02-04"), day("2018-01-20", "2018-02-04")]
        claim = Report(name, f"The {name.upper()} Times", printed.isoformat()).tell(
            draw(contents()),
            " ".join(said),
            when=draw(st.sampled_from(spans)),
            where=draw(st.sampled_from(TOWNS)),
            sentence=number,
        )
        attribution = replace(claim.attribution, sources=draw(st.sampled_from(CHAINS)))
        made[claim.id] = replace(claim, attribution=attribution)
    return list(made.values())


def found(claims: list[Claim]) -> Found:
    return fold(claims, (), load("airwars"))


def bounds(record: Found) -> list[object]:
    """Return the figures of a record: what each incident comes to, and each total."""
    ranges = [
        (one.id, r.effect, r.people, r.low.value, r.high.value, r.open, r.origins)
        for one in record[0]
        for r in one.ranges
    ]
    return [*ranges, *((one.id, [(row.origin, row.what) for row in one.rows]) for one in record[1])]


def origins(record: Found) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.id, one.origins) for one in record[0]]


@given(told(), st.randoms(use_true_random=False))
def test_the_order_of_the_claims_changes_nothing(claims: list[Claim], random: Random) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert found(shuffled) == found(claims)


@given(told())
def test_every_bound_has_its_claims_and_every_claim_its_route(claims: list[Claim]) -> None:
    incidents, tallies, _ = found(claims)
    for one in incidents:
        for bound in (end for r in one.ranges for end in (r.low, r.high, r.best) if end and end.value is not None):
            assert bound.claims
            assert set(bound.claims) <= set(one.claims)
        assert sorted(c for route in one.routes for c in route.claims) == sorted((*one.claims, *one.beside))
        assert set(one.origins) <= {route.origin for route in one.routes}
    for total in tallies:
        assert sorted(c for route in total.routes for c in route.claims) == sorted(total.claims)
        assert all(row.current in row.claims for row in total.rows)


@given(told(), st.sampled_from([None, day("2018-02-04")]))
def test_a_denial_changes_no_bound_and_no_origin(claims: list[Claim], when: Interval | None) -> None:
    report = Report("z", "State News", "2018-02-08")
    denial = report.tell(blame("Russia", Stance.DENIED, "the raid"), "denied the raid", when=when, sources=("Russia",))
    before, after = found(claims), found([*claims, denial])
    assert bounds(after) == bounds(before)
    assert origins(after) == origins(before)


@given(told())
def test_taking_the_relays_out_of_the_chains_changes_no_origin_and_no_bound(claims: list[Claim]) -> None:
    direct = [replace(c, attribution=replace(c.attribution, sources=c.attribution.sources[:1])) for c in claims]
    assert origins(found(direct)) == origins(found(claims))
    assert bounds(found(direct)) == bounds(found(claims))


def reprint(claim: Claim, printed: date) -> Claim:
    """Return the claim as another publisher prints it later, word for word."""
    document = DocumentId(content_id("reprint", claim.document))
    return replace(
        claim,
        id=ClaimId(content_id("reprint", claim.id)),
        document=document,
        publisher="The Copyist",
        published=printed,
    )


@given(told(), st.integers(0, 3))
def test_a_reprint_of_a_report_adds_no_origin_and_moves_no_bound(claims: list[Claim], after: int) -> None:
    copies = {c.id: reprint(c, FIRST + timedelta(4 + after)) for c in claims if c.document == claims[0].document}
    clusters, _ = link(claims)
    joined = [
        replace(one, claims=tuple(sorted((*one.claims, *(copies[c].id for c in one.claims if c in copies)))))
        for one in clusters
    ]
    before, later = reconcile(clusters, claims), reconcile(joined, [*claims, *copies.values()])
    assert bounds(later) == bounds(before)
    assert origins(later) == origins(before)


@given(told())
def test_no_total_shares_a_claim_with_an_incident_and_each_holds_the_days_of_what_it_covers(
    claims: list[Claim],
) -> None:
    incidents, tallies, _ = found(claims)
    known = {one.id: one for one in incidents}
    told_of = {claim for one in incidents for claim in one.claims}
    for total in tallies:
        assert not told_of & set(total.claims)
        for covered in (known[one].when for one in total.covers):
            assert covered is not None
            assert total.when is not None
            assert total.when.start <= covered.start <= covered.end <= total.when.end
