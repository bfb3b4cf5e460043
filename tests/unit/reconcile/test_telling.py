"""Who tells, who is accused, and with what it was done."""

from dataclasses import replace

import pytest

from corroborate.model.claim import Claim
from corroborate.model.incident import Cluster, Incident
from corroborate.model.mention import Method, Stance, Weapon
from corroborate.model.span import Span
from corroborate.reconcile import reconcile
from tests.making_claims import Report, attack, blame, day, injured, killed

WHEN, WHERE = day("2018-02-05"), ("Harasta",)


def incident(*claims: Claim) -> Incident:
    made, _, _ = reconcile((Cluster(tuple(sorted(c.id for c in claims)), is_tally=False),), claims, ())
    return made[0]


def struck(words: str, name: str = "a", sources: tuple[str, ...] = (), at: int = 0, by: tuple[str, ...] = ()) -> Claim:
    return Report(name).tell(attack(), words, when=WHEN, where=WHERE, sources=sources, at=at, by=by)


@pytest.mark.parametrize("craft", ["warplanes", "a military helicopter", "its artillery", "the pilot"])
def test_a_craft_or_weapon_alone_is_no_accused_party(craft: str) -> None:
    assert incident(struck("bombed it", by=(craft,))).responsibility == ()


def test_a_craft_of_a_party_is_that_party() -> None:
    found = incident(struck("bombed it", by=("Russian warplanes",))).responsibility
    assert [(one.actor, one.stance) for one in found] == [("Russia", Stance.ACCUSED)]


@pytest.mark.parametrize("words", ["denied that the army had fired", "had no knowledge of", "rejected claims of"])
def test_an_act_that_is_told_to_be_denied_accuses_nobody_and_has_no_teller(words: str) -> None:
    told = Report("a").tell(killed(3), "three were killed", when=WHEN, where=WHERE, sources=("rescuers",))
    quote = f"{words} a strike on the market"
    denied = Report("b").tell(attack(), quote, when=WHEN, where=WHERE, sources=("ministry",), by=("the army",))
    denied = replace(denied, span=Span(len(words) + 1, len(quote), quote[len(words) + 1 :]))
    made = incident(told, denied)
    assert (made.origins, made.responsibility) == (("rescuers",), ())


def test_who_only_speaks_of_an_alleged_act_to_lay_blame_does_not_tell_of_it() -> None:
    told = Report("a").tell(injured(3), "three were hurt", when=WHEN, where=WHERE, sources=("rescuers",))
    alleged = struck("an alleged attack", "b", ("United States",), at=40)
    alleged = replace(alleged, attribution=replace(alleged.attribution, hedge=True))
    laid = Report("b").tell(blame("Russia"), "accused Russia of it", when=WHEN, where=WHERE, sources=("United States",))
    assert incident(told, alleged, laid).origins == ("rescuers",)


def test_a_weapon_that_only_harm_carries_over_from_elsewhere_is_not_the_incidents() -> None:
    raid = struck("warplanes bombed the street")
    carried = Report("b").tell(killed(9), "nine died", when=WHEN, where=WHERE, weapons=(Weapon.ROCKET,), sentence=2)
    assert incident(raid, carried).weapons == ()
    named = Report("b").tell(killed(9), "a rocket killed nine", when=WHEN, where=WHERE, weapons=(Weapon.ROCKET,))
    assert incident(raid, named).weapons == (Weapon.ROCKET,)


def test_an_agent_that_is_known_is_not_called_chemical_as_well() -> None:
    words, both = "gas fell", (Weapon.CHEMICAL, Weapon.CHLORINE)
    told = Report("a").tell(attack(Method.CHEMICAL_ATTACK), words, when=WHEN, where=WHERE, weapons=both)
    assert incident(told).weapons == (Weapon.CHLORINE,)


def test_a_report_only_recalls_what_was_over_before_its_news() -> None:
    before = Report("a", published="2018-01-20").tell(killed(9), "nine died", when=day("2018-01-19"), where=WHERE)
    news = Report("b").tell(killed(4), "four died", when=WHEN, where=WHERE)
    recall = Report("b").tell(killed(9), "as nine had in January", when=day("2018-01-19"), where=WHERE, sentence=3)
    eve = Report("b").tell(
        injured(2), "two were hurt a day earlier", when=day("2018-02-04"), where=("Douma",), sentence=2
    )
    clusters = [
        Cluster(tuple(sorted(c.id for c in one)), is_tally=False) for one in ((before, recall), (news,), (eve,))
    ]
    found, _, _ = reconcile(clusters, (before, news, recall, eve), ())
    assert [one.recalled for one in found] == [(recall.document,), (), ()]


def told_of_both(main_claims: int, other_claims: int) -> list[tuple[str, ...]]:
    """Return the reports that only recall the attack on Douma: report b leads with another attack of its day."""
    own = [
        Report("b").tell(killed(4 + n), "four died", when=WHEN, where=("Sarmin",), sentence=n)
        for n in range(main_claims)
    ]
    aside = [
        Report("b").tell(killed(9), f"nine died in Douma {n}", when=WHEN, where=WHERE, sentence=20 + n)
        for n in range(other_claims)
    ]
    news = Report("a").tell(killed(9), "nine died", when=WHEN, where=WHERE)
    clusters = [Cluster(tuple(sorted(c.id for c in one)), is_tally=False) for one in ([news, *aside], own)]
    found, _, _ = reconcile(clusters, (news, *aside, *own), ())
    return [one.recalled for one in found if one.claims == clusters[0].claims]


def test_a_report_names_in_passing_what_another_leads_with_and_it_hardly_tells() -> None:
    (recalled,) = told_of_both(main_claims=3, other_claims=1)
    assert len(recalled) == 1
    assert told_of_both(main_claims=3, other_claims=2) == [()]


def test_what_no_report_leads_with_is_told_by_those_who_name_it() -> None:
    own = [Report("b").tell(killed(4 + n), "four died", when=WHEN, where=("Sarmin",), sentence=n) for n in range(6)]
    aside = Report("b").tell(killed(9), "nine died in Douma", when=WHEN, where=WHERE, sentence=20)
    clusters = [Cluster(tuple(sorted(c.id for c in one)), is_tally=False) for one in ([aside], own)]
    found, _, _ = reconcile(clusters, (aside, *own), ())
    assert [one.recalled for one in found] == [(), ()]
