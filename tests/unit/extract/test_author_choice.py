"""Who is likeliest to have done what a mention tells that names nobody: by which evidence, and what is never lent."""

from collections.abc import Mapping
from importlib.resources import files

from corroborate.extract.author_choice import authors, likeliest, weights
from corroborate.extract.author_evidence import STEPS, Evidence
from corroborate.extract.extraction import extract, placed_mentions
from corroborate.model.mention import Harm
from tests.reading_sentences import report

TABLE = files("corroborate").joinpath("extract/data/author_weights.tsv")
BOMBED = "Regime forces shelled Douma on Sunday. Five farmers were killed."


def evidence(text: str) -> Evidence:
    found = placed_mentions(report(text))
    return Evidence(found.mentions, doubted=found.is_doubted)


def chosen(text: str, table: Mapping[str, float]) -> list[tuple[str, ...]]:
    told = evidence(text)
    offers = told.offers()
    return [offer[at].names for offer, at in zip(offers, likeliest(told, offers, table), strict=True)]


def features(text: str, names: tuple[str, ...]) -> set[str]:
    """Return what speaks for some names as the author of the last mention of a text; none where it is not offered."""
    offer = evidence(text).offers()[-1]
    return {feature for one in offer if one.names == names for feature in one.features}


def test_what_weighs_most_is_taken() -> None:
    assert chosen(BOMBED, {"at.before.1": 1.0})[-1] == ("Regime forces",)
    assert chosen(BOMBED, {"at.before.1": 1.0, "nobody": 2.0})[-1] == ()


def test_an_author_of_its_own_is_no_choice() -> None:
    assert chosen(BOMBED, {"nobody": 9.0})[0] == ("Regime forces",)


def test_the_mention_before_pulls_the_next_its_way() -> None:
    assert chosen(BOMBED, {"nobody": 1.0, "stays.1": 2.0})[-1] == ("Regime forces",)
    text = "Some 300 people died in the war. Rebels shelled Homs. Five farmers were killed. Six more died."
    assert chosen(text, {"at.before.1": 1.0, "stays.1": 2.0})[-1] == ("Rebels",)


def test_an_author_is_weighed_by_where_it_is_told() -> None:
    assert {"at.before.1", "method.same.near", "rule.E06"} <= features(BOMBED, ("Regime forces",))
    assert {"at.here", "here.before"} <= features("Rebels shelled Homs and five men died.", ("Rebels",))
    text = "Five men were killed in Homs. Rebels claimed responsibility for the shelling."
    first = evidence(text).offers()[0]
    assert "claimed.after.1" in first[0].features


def test_nobody_is_weighed_by_what_the_mention_tells() -> None:
    assert {"nobody", "nobody.effect.killed", "nobody.harm", "nobody.parties.1"} <= features(BOMBED, ())
    assert "nobody.unowned" in features(f"{BOMBED} It was not clear who carried out the raid.", ()) | features(
        f"It was not clear who carried out the raid. {BOMBED}", ()
    )


def test_an_author_is_never_lent_to_its_own_people() -> None:
    assert not features("Turkey shelled Afrin on Sunday. Eight Turkish soldiers were killed.", ("Turkey",))


def test_arrests_and_what_stands_before_another_incident_lend_nothing() -> None:
    assert not features("Police detained four men in Homs. Five farmers were killed.", ("Police",))
    assert not features("Rebels shelled Douma. In a separate incident, five farmers were killed.", ("Rebels",))
    assert not features("Rebels shelled Douma. In other news, five farmers were killed.", ("Rebels",))


def test_nobody_is_lent_to_harm_of_other_force_that_its_passage_only_comes_back_to() -> None:
    found = placed_mentions(
        report("Jets struck a rebel camp on Monday. The embassy bombings in May killed 240 people.")
    )
    did = authors(found.mentions, found.echoes)
    assert [names for one in found.mentions if one.passage == 1 and (names := did[one.mention.id])] == []


def test_rescuers_and_the_accused_are_no_authors_of_what_befell_others() -> None:
    assert not features("Soldiers rescued six nuns. Five farmers are still held hostage.", ("Soldiers",))
    assert not features("Ali Noor, the alleged mastermind of the raid, was detained.", ("Ali Noor",))


def test_of_two_that_fought_the_one_is_offered_that_did_not_suffer() -> None:
    assert features("Clashes between the army and rebels erupted in Goma. Twelve rebels were killed.", ("army",))


def test_all_who_are_blamed_for_one_act_are_its_authors() -> None:
    document = report("The bishop blamed the guerrillas, the army and death squads for the murder of two nuns.")
    by = {one.by for one in extract(document)[0] if isinstance(one.content, Harm)}
    assert {frozenset(names) for names in by} == {frozenset(("guerrillas", "army", "death squads"))}


def test_what_a_party_issues_is_not_the_author() -> None:
    found = placed_mentions(report("A Red Front statement claimed responsibility for the raid that killed two nuns."))
    assert set(authors(found.mentions).values()) == {("Red Front",)}


def test_every_mention_of_a_long_report_has_an_answer() -> None:
    found = placed_mentions(report("".join(f"Rebels shelled Homs on {day} May. " for day in range(1, 31)) * 5))
    did = authors(found.mentions)
    assert {did[one.mention.id] for one in found.mentions} == {("Rebels",)}


def test_each_weight_is_explained_at_the_head_of_its_table() -> None:
    head = " ".join(line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#"))
    unexplained = {name.split(".")[0] for name in weights() if name.split(".")[0] not in head}
    assert not unexplained
    assert {step for step in STEPS if not any(name.startswith(step) for name in weights())} == set()
