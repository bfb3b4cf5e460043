"""A case to which reports were added a few at a time is the case to which they were added at once."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate import pipeline
from corroborate.grade import agreements, load
from corroborate.link import blocking
from corroborate.model.amendment import Amendment
from corroborate.model.casualty import Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.document import Document
from corroborate.model.ids import CaptureId, ClaimId
from corroborate.model.incident import Incident, Tally
from corroborate.model.issue import Issue
from corroborate.model.judgement import PAIRS, Anchor, Judgement, Verdict
from corroborate.model.mention import Attack, Blame, Content, Damage, DamagedObject, Harm, Method, Stance, Weapon
from corroborate.model.situation import Granularity, Interval
from corroborate.model.source import Source, SourceKind
from corroborate.model.span import Span
from corroborate.pipeline import Rules
from tests.making_claims import Report, attack, day, killed
from tests.remembering import Remembered

Stands = tuple[set[Incident], set[Tally], set[Issue]]
_FIRST = date(2018, 2, 1)
_TOWNS = [(), ("Sarmin", "Idlib"), ("Sarmeen",), ("Binnish", "Idlib"), ("Idlib",), ("Douma", "Eastern Ghouta")]
_CONTENTS: list[Content] = [
    Harm(Effect.KILLED, People.PEOPLE, Count.exactly(12)),
    Harm(Effect.KILLED, People.PEOPLE, Count.exactly(13)),
    Harm(Effect.KILLED, People.CIVILIANS, Count.exactly(90)),
    Harm(Effect.INJURED, People.CHILDREN, Count.exactly(2)),
    Attack(Method.AIRSTRIKE, Count.exactly(1), None),
    Attack(Method.AIRSTRIKE, Count.exactly(40), None),
    Attack(Method.CHEMICAL_ATTACK, Count.exactly(1), None),
    Attack(Method.SHELLING, Count(None, None, Qualifier.VAGUE), None),
    Damage(DamagedObject.HOSPITAL, Count.exactly(1)),
    Blame("Syrian regime", Stance.ACCUSED, "the hospital"),
    Blame("Russia", Stance.DENIED, "the claims"),
]
_TOTALS: list[Content] = [killed(90), killed(70), Attack(Method.SHELLING, Count(None, None, Qualifier.VAGUE), None)]
_WORDS = [
    "bakery grain depot struck",
    "rescuers dug for families",
    "in the last week",
    "since the start of the offensive",
    "shelling continued",
    "has repeatedly denied using chlorine",
    "hit a hospital on Sunday",
]
_SOURCES = [
    (),
    (Source("White Helmets", SourceKind.ORGANISATION),),
    (Source("The White Helmets", SourceKind.MEDICAL),),
    (Source("Abu Ali", SourceKind.PERSON),),
    (Source("Abu Ali", SourceKind.PERSON, "White Helmets"),),
    (Source("Abu Ali", SourceKind.PERSON, "Free Idlib Police"),),
    (Source("SOHR", SourceKind.ORGANISATION, None, "Syrian Observatory"),),
    (Source("The Gazette", SourceKind.MEDIA), Source("SOHR", SourceKind.ORGANISATION)),
]


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    made: dict[str, Claim] = {}
    for _ in range(draw(st.integers(1, 16))):
        report = draw(st.sampled_from("abcdefg"))
        start = _FIRST + timedelta(draw(st.integers(0, 3)))
        days = draw(st.sampled_from([None, 0, 0, 1, 6, 13, 40]))
        grain = Granularity.DAYS if days else Granularity.DAY
        claim = Report(
            report, draw(st.sampled_from(["The Gazette", "SOHR"])), f"2018-02-0{'abcdefg'.index(report) + 1}"
        ).tell(
            draw(st.sampled_from(_CONTENTS)),
            draw(st.sampled_from(_WORDS)),
            when=None if days is None else Interval(start, start + timedelta(days), grain),
            where=draw(st.sampled_from(_TOWNS)),
            weapons=draw(st.sampled_from([(), (), (Weapon.CHLORINE,), (Weapon.BARREL_BOMB,)])),
            sentence=draw(st.integers(0, 3)),
            at=draw(st.integers(0, 1)),
        )
        chain = draw(st.sampled_from(_SOURCES))
        rule = draw(st.sampled_from(["", "statement"]))
        claim = replace(claim, attribution=replace(claim.attribution, sources=chain))
        made[claim.id] = replace(claim, situation=replace(claim.situation, when_rule=rule))
    return list(made.values())


@st.composite
def totals(draw: st.DrawFn) -> list[Claim]:
    """Return totals of one effect over spans that overlap more or less: which stand together is a near thing."""
    made: dict[str, Claim] = {}
    for report in draw(st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=10)):
        first = _FIRST + timedelta(draw(st.integers(0, 12)))
        claim = Report(report).tell(
            draw(st.sampled_from(_TOTALS)),
            "in the last weeks",
            when=Interval(first, first + timedelta(draw(st.sampled_from([9, 13, 20]))), Granularity.DAYS),
            where=draw(st.sampled_from([("Idlib",), ("Sarmin", "Idlib"), ("Douma", "Eastern Ghouta")])),
            weapons=draw(st.sampled_from([(), (), (Weapon.CHLORINE,)])),
            sentence=draw(st.integers(0, 1)),
        )
        made[claim.id] = claim
    return list(made.values())


@st.composite
def judgements(draw: st.DrawFn, found: Sequence[Claim]) -> list[Judgement]:
    said = []
    for minute in range(draw(st.integers(1, 3))):
        verdict = draw(st.sampled_from([Verdict.SAME, Verdict.DIFFERENT, Verdict.REJECT, Verdict.FIX_BOUND]))
        number = 2 if verdict in PAIRS else 1
        about = draw(st.lists(st.sampled_from(found), min_size=number, max_size=number))
        value = "killed people low 7" if verdict is Verdict.FIX_BOUND else None
        subjects = ["incident-1"] if value else [claim.id for claim in about]
        anchors = [Anchor(s, c.id, capture_of(c), c.span, c.content) for s, c in zip(subjects, about, strict=True)]
        made_at = datetime(2018, 3, 1, 0, minute, tzinfo=UTC)
        said.append(Judgement(verdict, tuple(dict.fromkeys(subjects)), "Rana", "seen", made_at, value, tuple(anchors)))
    return [one for one in said if one.verdict not in PAIRS or len(one.subjects) > 1]


def capture_of(claim: Claim) -> CaptureId:
    return CaptureId(f"capture of {claim.document}")


def rules_of(said: Sequence[Judgement], found: Sequence[Claim]) -> Rules:
    captures = {anchor.capture for one in said for anchor in one.anchors}
    judged = {claim.document: capture_of(claim) for claim in found if capture_of(claim) in captures}
    documents = [Document(name, capture, name, "words", (), "test") for name, capture in sorted(judged.items())]
    return Rules(said, load("airwars"), agreements(), documents)


def whole(found: Sequence[Claim], rules: Rules) -> Stands:
    kept = Remembered()
    kept.take(found, pipeline.fold_added(found, rules, kept))
    return kept.stands()


def added(batches: Sequence[Sequence[Claim]], rules: Rules) -> Stands:
    kept = Remembered()
    for batch in batches:
        kept.take(batch, pipeline.fold_added(batch, rules, kept))
    return kept.stands()


def in_batches(found: Sequence[Claim], chance: random.Random, size: int) -> list[list[Claim]]:
    reports = sorted({claim.document for claim in found})
    chance.shuffle(reports)
    stacks = [reports[first : first + size] for first in range(0, len(reports), size)]
    return [
        chance.sample(batch, len(batch)) for stack in stacks if (batch := [c for c in found if c.document in stack])
    ]


@settings(max_examples=150)
@given(claims(), st.randoms(use_true_random=False), st.integers(1, 4))
def test_a_case_added_to_in_batches_is_the_case_added_at_once(
    found: list[Claim], chance: random.Random, size: int
) -> None:
    rules = rules_of((), found)
    assert added(in_batches(found, chance, size), rules) == whole(found, rules)


@settings(max_examples=150)
@given(totals(), st.randoms(use_true_random=False))
def test_so_are_totals_of_which_each_may_choose_another_home(found: list[Claim], chance: random.Random) -> None:
    rules = rules_of((), found)
    assert added(in_batches(found, chance, 1), rules) == whole(found, rules)


@settings(max_examples=100)
@given(st.data(), claims(), st.randoms(use_true_random=False))
def test_so_it_is_where_people_judged_what_was_added_first(
    data: st.DataObject, found: list[Claim], chance: random.Random
) -> None:
    first, *more = in_batches(found, chance, 3)
    rules = rules_of(data.draw(judgements(first)), first)
    assert added([first, *more], rules) == whole(found, rules)


@settings(max_examples=50)
@given(claims(), st.randoms(use_true_random=False))
def test_so_it_is_where_people_added_a_claim_to_what_was_added_first(found: list[Claim], chance: random.Random) -> None:
    first, *more = in_batches(found, chance, 3)
    home = first[0]
    words = Span(0, 5, "words")
    missed = replace(home, id=ClaimId("claim-missed"), span=words, passage=words, content=killed(14))
    anchor = Anchor(missed.id, missed.id, capture_of(home), words, missed.content)
    made_at = datetime(2018, 3, 1, tzinfo=UTC)
    amendment = Amendment(("effect", "count"), words, missed)
    said = Judgement(Verdict.ADD, (missed.id,), "Rana", "missed", made_at, anchors=(anchor,), amendment=amendment)
    rules = rules_of([said], first)
    incidents, tallies, issues = whole(found, rules)
    assert added([first, *more], rules) == (incidents, tallies, issues)
    homes = [one.claims for one in incidents] + [one.claims for one in tallies]
    assert missed.id in {claim for home in homes for claim in home} | {name for one in issues for name in one.subjects}


def test_a_block_that_fills_up_is_told_nothing_by_for_those_before_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocking, "_CROWD", 2)
    found = [
        Report(name).tell(attack(), "bakery grain depot struck by the river", when=day("2018-02-04"), where=where)
        for name, where in zip("abcd", [("Sarmin",), (), (), ()], strict=True)
    ]
    rules = rules_of((), found)
    assert added([[claim] for claim in found], rules) == whole(found, rules)
    assert len(whole(found[:2], rules)[0]) == 1
    assert len(whole(found, rules)[0]) == 4


def test_what_reports_share_no_block_with_is_not_looked_at() -> None:
    old = Report("a").tell(attack(), "bakery struck", when=day("2018-02-04"), where=("Sarmin", "Idlib"))
    kept, rules = Remembered(), rules_of((), ())
    kept.take([old], pipeline.fold_added([old], rules, kept))
    new = Report("b").tell(killed(3), "market struck", when=day("2018-03-09"), where=("Douma", "Eastern Ghouta"))
    change = pipeline.fold_added([new], rules, kept)
    assert [one.claims for one in change.incidents] == [(new.id,)]
    assert not change.gone
    assert old.id not in {card.id for card in change.cards}


def test_a_report_recalls_what_was_over_once_another_dates_its_news() -> None:
    sarmin, douma = ("Sarmin", "Idlib"), ("Douma", "Eastern Ghouta")
    struck = "bakery grain depot struck"
    spanned = Report("a").tell(attack(), struck, when=day("2018-02-04", "2018-02-06"), where=sarmin)
    before = Report("a").tell(attack(), "market stalls burnt", when=day("2018-02-04"), where=douma, sentence=3)
    alone = Report("b", "The Herald").tell(attack(), "market stalls burnt", when=day("2018-02-04"), where=douma)
    dated = Report("c", "The Herald").tell(attack(), struck, when=day("2018-02-06"), where=sarmin)
    rules = rules_of((), ())
    first, since = added([[spanned, before, alone]], rules), added([[spanned, before, alone], [dated]], rules)
    assert [one.recalled for one in first[0]] == [(), ()]
    assert {one.recalled for one in since[0]} == {(), (before.document,)}
    assert since == whole([spanned, before, alone, dated], rules)
