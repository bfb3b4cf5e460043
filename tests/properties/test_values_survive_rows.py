"""What is written to the database is what is read from it."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from corroborate.adapters.codec import decode, encode
from corroborate.adapters.sql import rows
from corroborate.model.casualty import VAGUE, Bound, CasualtyRange, Count, Effect, People
from corroborate.model.claim import Claim
from corroborate.model.document import Capture, Document, Lead, Sighting
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import Judgement
from corroborate.model.mention import Attack, Blame, Damage, Harm, Verification
from corroborate.model.situation import Granularity, Interval, Location, Place
from corroborate.model.span import Span
from corroborate.read.passages import passages

texts = st.text(st.characters(codec="utf-8"), max_size=12)
days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
times = st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  # zone added
spans = st.builds(
    lambda start, quote: Span(start, start + len(quote), quote),
    st.integers(0, 10**6),
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=12),
)
counts = st.one_of(st.just(VAGUE), st.builds(Count.exactly, st.integers(0, 10**6)))
intervals = st.builds(
    lambda ends, how: Interval(min(ends), max(ends), how), st.tuples(days, days), st.sampled_from(Granularity)
)
places = st.builds(
    Place, id=texts, latitude=st.floats(-90, 90), longitude=st.floats(-180, 180), radius_km=st.floats(0, 100)
)
locations = st.builds(
    Location,
    names=st.tuples(texts),
    places=st.lists(places, max_size=2).map(tuple),
    latitude=st.just(33.5),
    longitude=st.just(36.4),
)
for kind, strategy in ((Span, spans), (Count, counts), (Interval, intervals), (Place, places), (Location, locations)):
    st.register_type_strategy(kind, strategy)
contents = st.one_of(*map(st.from_type, (Harm, Attack, Damage, Blame, Verification)))
ranges = st.builds(CasualtyRange, effect=st.sampled_from(Effect), people=st.sampled_from(People), low=st.builds(Bound))
claims = st.builds(Claim, content=contents, published=st.none() | days, part_of=st.none() | texts)
leads = st.builds(Lead, name=texts, location=texts, published=st.none() | days)
captures = st.builds(Capture, st.sampled_from(["0" * 64, "ab" * 32]), st.integers(0, 10**12), texts)
sightings = st.builds(Sighting, st.just("0" * 64), leads, times, texts, texts)


def through_json(value: object) -> object:
    return json.loads(json.dumps(encode(value)))


@given(claims)
def test_a_claim(claim: Claim) -> None:
    row = rows.claim_row(claim)
    assert rows.to_claim({"body": json.loads(json.dumps(row["body"]))}) == claim


@given(sightings, captures)
def test_a_sighting_and_its_capture(sighting: Sighting, capture: Capture) -> None:
    assert rows.to_sighting({"body": through_json(sighting)}) == sighting
    assert rows.to_capture(rows.capture_row(capture)) == capture


@given(st.builds(Incident, ranges=st.tuples(ranges), when=st.none() | intervals), st.builds(Tally))
def test_an_incident_and_a_tally(incident: Incident, tally: Tally) -> None:
    assert decode(Incident, through_json(incident)) == incident
    assert decode(Tally, through_json(tally)) == tally


@given(st.builds(Issue, span=st.none() | spans), st.builds(Judgement, made_at=times))
def test_an_issue_and_a_judgement(issue: Issue, judgement: Judgement) -> None:
    assert decode(Issue, through_json(issue)) == issue
    assert decode(Judgement, through_json(judgement)) == judgement


@given(
    st.lists(
        st.sampled_from(
            [
                "At least 29",
                " people",
                "THREE MEN DIED IN HAMA\n",
                " near homs",
                " were killed.",
                "\n",
                "İzmir’s",
                " قُتل ",
                "2,000",
                " 👩‍👩‍👧 ",
            ]
        )
    ).map("".join)
)
def test_a_document_with_its_tokens(text: str) -> None:
    document = Document("doc-1", "0" * 64, "a", text, tuple(passages(text)), "test", published=date(2018, 2, 5))  # type: ignore[arg-type]  # plain strings for ids
    assert rows.to_document(rows.document_row(document)) == document
    assert rows.to_document(rows.document_row(replace(document, title="A", relevant=False))).title == "A"
