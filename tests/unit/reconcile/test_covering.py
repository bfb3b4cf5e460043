"""Which incidents a total covers, and whether it is at least what they come to."""

from dataclasses import replace

import pytest

from corroborate.model.casualty import Count, Effect, People, Qualifier
from corroborate.model.claim import Claim
from corroborate.model.incident import Cluster, Tally
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.mention import Attack, Content, Damage, DamagedObject, Harm, Method, Weapon
from corroborate.model.situation import Location, Place, PlaceKind
from corroborate.reconcile import reconcile
from tests.making_claims import Report, attack, day, killed

SPAN, NIGHT = day("2018-02-01", "2018-02-10"), day("2018-02-04")
IDLIB = Location(("Idlib",), places=(Place("g1", "Idlib", PlaceKind.GOVERNORATE, 35.8, 36.7, 50, "SY"),))
SARAQIB = Location(
    ("Saraqeb", "Idlib"), places=(Place("s1", "Saraqib", PlaceKind.SETTLEMENT, 35.86, 36.8, 3, "SY", ("Idlib",)),)
)
SOME = Count(None, None, Qualifier.VAGUE)


def total(content: Content, words: str = "in ten days", weapons: tuple[Weapon, ...] = ()) -> Claim:
    return Report("total").tell(content, words, when=SPAN, where=IDLIB, sources=("a monitor",), weapons=weapons)


def event(name: str, *contents: Content, weapons: tuple[Weapon, ...] = ()) -> list[Claim]:
    report = Report(name)
    return [
        report.tell(
            content, f"told {at}", when=NIGHT, where=SARAQIB, sources=("rescuers",), weapons=weapons, sentence=at
        )
        for at, content in enumerate(contents)
    ]


def tallied(counted: list[Claim], *events: list[Claim]) -> tuple[Tally, tuple[Issue, ...]]:
    clusters = [Cluster(tuple(sorted(claim.id for claim in counted)), is_tally=True)]
    clusters += [Cluster(tuple(sorted(claim.id for claim in claims)), is_tally=False) for claims in events]
    _, tallies, issues = reconcile(clusters, [*counted, *(claim for claims in events for claim in claims)])
    return tallies[0], tuple(issue for issue in issues if issue.kind is IssueKind.TALLY_MISMATCH)


AIRSTRIKES, SHELLING = Attack(Method.AIRSTRIKE, Count.exactly(30), None), Attack(Method.SHELLING, SOME, None)
HOSPITALS = Damage(DamagedObject.HOSPITAL, Count.exactly(2))
DISPLACED = Harm(Effect.DISPLACED, People.PEOPLE, Count.exactly(900))


@pytest.mark.parametrize(
    ("content", "inside", "covers"),
    [
        (killed(40), [attack(Method.SHELLING)], True),
        (killed(40), [DISPLACED], True),
        (DISPLACED, [killed(4)], False),
        (DISPLACED, [DISPLACED], True),
        (HOSPITALS, [attack(), Damage(DamagedObject.SCHOOL, Count.exactly(1))], False),
        (HOSPITALS, [attack(), Damage(DamagedObject.HOSPITAL, Count.exactly(1))], True),
        (AIRSTRIKES, [attack(Method.AIRSTRIKE), killed(3)], True),
        (AIRSTRIKES, [attack(Method.SHELLING), killed(3)], False),
        (Attack(Method.OTHER, Count.exactly(30), None), [attack(Method.SHELLING)], True),
    ],
)
def test_a_total_covers_what_can_be_among_the_things_it_counts(
    content: Content, inside: list[Content], *, covers: bool
) -> None:
    made, _ = tallied([total(content)], event("b", *inside))
    assert bool(made.covers) is covers


def told_with(words: str, method: Method) -> list[Claim]:
    """Return a total of the dead, with the attacks that its own sentence says they died in."""
    return [total(killed(40)), total(Attack(method, SOME, None), words)]


def test_the_dead_of_air_strikes_are_not_those_of_shelling_unless_it_was_bombardment() -> None:
    shells = event("b", attack(Method.SHELLING), killed(3))
    assert tallied(told_with("by air strikes", Method.AIRSTRIKE), shells)[0].covers == ()
    planes = event("b", attack(Method.AIRSTRIKE), killed(3))
    assert tallied(told_with("by shelling", Method.SHELLING), planes)[0].covers == ()
    assert len(tallied(told_with("by bombardment", Method.SHELLING), planes)[0].covers) == 1


def test_what_is_told_elsewhere_of_the_attacks_keeps_nothing_out() -> None:
    remark = Report("total").tell(Attack(Method.CHEMICAL_ATTACK, SOME, None), "gas", when=SPAN, where=IDLIB, sentence=4)
    gas = replace(remark, weapons=(Weapon.CHLORINE,))
    assert len(tallied([total(killed(40)), gas], event("b", attack(), killed(3)))[0].covers) == 1


def test_poison_gas_attacks_are_counted_among_poison_gas_attacks_alone() -> None:
    counted = [total(Attack(Method.CHEMICAL_ATTACK, Count.exactly(28), None), weapons=(Weapon.CHLORINE,))]
    gas = event("b", attack(Method.CHEMICAL_ATTACK), weapons=(Weapon.CHLORINE,))
    assert tallied(counted, event("c", attack()))[0].covers == ()
    assert len(tallied(counted, gas)[0].covers) == 1


def test_a_total_of_attacks_below_the_number_of_incidents_is_an_issue() -> None:
    raids = [event(name, attack()) for name in "abc"]
    few = total(Attack(Method.AIRSTRIKE, Count.exactly(2), None))
    made, issues = tallied([few], *raids)
    assert (made.rows[0].covered, [issue.subjects[:2] for issue in issues]) == (3, [(made.id, few.id)])
    assert "counts 2 times airstrike; the 3 incidents in this span and area come to 3 at the least" in issues[0].message


def test_a_total_that_leaves_its_top_open_is_below_nothing() -> None:
    made, issues = tallied([total(killed(Count(4, None, Qualifier.AT_LEAST)))], event("b", killed(9)))
    assert (made.rows[0].covered, issues) == (9, ())


def test_each_row_is_held_against_harm_to_its_own_people() -> None:
    made, issues = tallied(
        [total(killed(40)), total(killed(3, People.CHILDREN), "three of them children")],
        event("b", killed(9), killed(4, People.CHILDREN)),
    )
    assert {row.what: row.covered for row in made.rows} == {"children": 4, "people": 9}
    assert len(issues) == 1


def test_a_total_without_a_span_of_its_own_is_of_that_told_right_before() -> None:
    attacks = total(AIRSTRIKES)
    in_these = Report("total").tell(killed(40), "forty died in these attacks", sources=("a monitor",), sentence=1)
    told = replace(attacks, situation=replace(attacks.situation, when_rule="own"))
    close = replace(in_these, passage=replace(in_these.passage, start=400, end=700))
    clusters = [Cluster((told.id,), is_tally=True), Cluster((close.id,), is_tally=True)]
    made = next(one for one in reconcile(clusters, [told, close])[1] if one.effect is Effect.KILLED)
    assert (made.when, made.where) == (SPAN, IDLIB)
    far = replace(in_these, passage=replace(in_these.passage, start=4000, end=4300))
    clusters = [Cluster((told.id,), is_tally=True), Cluster((far.id,), is_tally=True)]
    assert next(one for one in reconcile(clusters, [told, far])[1] if one.effect is Effect.KILLED).when is None
