"""The weapons of an event: lent from mention to mention, from an attack to its harm, and where nothing is lent."""

import pytest

from corroborate.extract import extract
from corroborate.model.mention import Attack, Blame, Damage, Harm
from tests.reading_sentences import report


def weapons(text: str, kind: type = Attack) -> list[str]:
    mentions = (mention for mention in extract(report(text))[0] if isinstance(mention.content, kind))
    return ["+".join(sorted(mention.weapons)) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one number in both passages
        (
            "Shelling kills 14 in Ayn\n\nRockets landed on a market in Ayn on Monday, killing 14 people.\n",
            ["rocket", "rocket"],
        ),
        # one author
        (
            "Regime shelling hits Ayn\n\nOn Monday regime forces fired mortar shells at a market in Ayn.\n",
            ["mortar", "mortar"],
        ),
        # a sharper word for a vague one
        (
            "Bomb kills two in Ayn\n\nA car bomb exploded outside a mosque in Ayn on Monday.\n",
            ["car_bomb", "car_bomb"],
        ),
        # other authors, other places
        (
            "Rebels fired mortar shells at Ayn on Monday. The army shelled Bir on Monday.",
            ["mortar", ""],
        ),
        # a mine is no car bomb
        (
            "A landmine killed a shepherd near Ayn on Monday. A car bomb exploded in Ayn on Monday.",
            ["mine_ied", "car_bomb"],
        ),
        # vague shells, wherever they fell; but guns are guns
        (
            "Militants fired rocket shells at Ayn on Monday. Two shells hit a school in Bir on Monday.",
            ["rocket", "rocket"],
        ),
        (
            "Ruritanian artillery shelled Ayn on Monday. Rebels fired rockets at Bir on Monday.",
            ["artillery", "rocket"],
        ),
        # a bomb of the same places
        (
            "Bomb attacks at stations in Kafra and Bireh killed nine. New bombings in Kafra and Bireh killed two.",
            ["mine_ied", "mine_ied"],
        ),
        ("A man blew himself up at the gate in Ayn on Monday.", ["suicide_bomb"]),
        ("A bomber detonated his explosives at the gate in Ayn on Monday.", ["suicide_bomb"]),
        # the only means that are told of bombings
        (
            "Blasts hit stations in Kafra and Bireh on Monday. Doctors came. A car bomb exploded near a gate.",
            ["car_bomb", "car_bomb"],
        ),
        # a bombing of another day
        (
            "A blast hit the station in Kafra on Monday. A car bomb exploded in Bireh in June.",
            ["", "car_bomb"],
        ),
        # what carries explosives; what jets drop
        ("A truck loaded with explosives blew up at the gate in Ayn on Monday.", ["car_bomb"]),
        ("Jets destroyed nine posts near Ayn with ten bombs on Monday.", ["air_dropped_bomb"]),
        ("Bombs were used in the air strikes on Ayn on Monday.", ["air_dropped_bomb"]),
        # rocket systems are no other guns
        ("The army carried out artillery strikes with multiple rocket launchers on Ayn on Monday.", ["rocket"]),
        # what one drives up in
        ("A suicide bomber driving a van killed two guards in Ayn on Monday.", ["car_bomb+suicide_bomb"]),
        # several instruments, and a number of them
        ("The army shelled Ayn with rockets and mortar rounds on Monday.", ["mortar+rocket"]),
        ("Jets carried out an air attack with waves of missiles on Ayn on Monday.", ["missile"]),
        # gas that is named elsewhere
        (
            "Jets dropped barrels containing toxic gas on Ayn on Monday. Jets dropped chlorine on Ayn, doctors said.",
            ["barrel_bomb+chlorine", "chlorine"],
        ),
        # a bomb of no told kind
        ("A bomb blast killed two guards in Ayn on Monday.", ["mine_ied"]),
    ],
)
def test_an_attack_has_the_weapons_of_its_event(text: str, expected: list[str]) -> None:
    assert weapons(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 killed in Ayn\n\nRockets landed on a market in Ayn on Monday, killing 14 people.\n", ["rocket", "rocket"]),
        ("Barrel bombs fell on Ayn on Monday. Six farmers, including two children, were killed.", ["barrel_bomb"] * 2),
        ("Gunmen opened fire on a bus near Ayn on Monday. Police arrested two men.", [""]),
        ("Air strikes killed seven gunmen near Ayn on Monday.", [""]),
        ("A car bomb killed two guards in Ayn, and six men were killed in clashes on Monday.", ["car_bomb", ""]),
        ("Police shot and killed a boy in Ayn.", ["small_arms"]),
        ("Two boys were shot and wounded by police in Ayn.", ["small_arms"]),
        ("An ambulance packed with explosives blew up in Ayn, killing two guards.", ["car_bomb"]),
        ("Rebels drove a tanker full of explosives into a base, killing two guards.", ["car_bomb"]),
        ("A man detonated explosives strapped to his waist in Ayn, killing two guards.", ["suicide_bomb"]),
        # an attack told some sentences before; one of a war tells the means of its own sentence
        (
            "A car bomb hit Ayn on Monday. It was noon. Shops shut. People ran. Nine villagers were killed.",
            ["car_bomb"],
        ),
        ("A car bomb killed nine men, the worst blow of the war, he said.", ["car_bomb"]),
        # force of another time, or beside that which did it
        ("Days after a chemical attack, nine villagers were killed in Ayn.", [""]),
        ("Nine villagers were killed in an air strike on the town of a gas attack.", [""]),
        ("Nine villagers were killed in rocket attacks and sniper fire in Ayn.", ["rocket+small_arms"]),
        ("Nine villagers died in the chemical attack town of Ayn.", [""]),
        # force that is told again in a sentence on the war
        (
            "A car bomb exploded in Ayn on Monday, killing nine. The blast also hurt two, said a monitor of the war.",
            ["car_bomb"] * 2,
        ),
        # nobody flees or is trapped by a weapon
        ("Barrel bombs fell on Ayn on Monday. Nine families fled the village.", [""]),
        ("Barrel bombs fell on Ayn on Monday. Nine villagers were trapped there.", [""]),
    ],
)
def test_harm_has_the_weapons_of_what_did_it(text: str, expected: list[str]) -> None:
    assert weapons(text, Harm) == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("Russian warplanes fired missiles at the village, a source said.", "missile"),
        ("Russian warplanes fired missiles at the village. Rebels shelled the town.", ""),
        ("Russian warplanes dropped barrel bombs on the village.", ""),
        ("Russian warplanes fired missiles at the village. Russian warplanes dropped barrel bombs on it.", ""),
    ],
)
def test_strikes_of_the_only_party_have_the_only_missiles_of_the_report(more: str, expected: str) -> None:
    text = f"Russian strikes killed six farmers in Ayn on Monday. The road was closed. The shops shut. {more}"
    assert weapons(text, Harm) == [expected]


def test_blame_has_the_weapons_of_the_force_that_it_is_about() -> None:
    text = "Missiles hit a market in Ayn on Monday, killing nine. The opposition blamed the army for the attack."
    assert weapons(text, Blame) == ["missile"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister accused the army of using barrel bombs.", ["barrel_bomb"]),
        ("The government denied using cluster bombs.", ["cluster_munition"]),
        ("The government denied any part in it.", [""]),
    ],
)
def test_blame_has_the_weapons_of_its_own_words(text: str, expected: list[str]) -> None:
    assert weapons(text, Blame) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army carried out artillery strikes with multiple launch rocket systems on Ayn.",
        "Troops fired a multi-launch rocket system at the market of Ayn.",
        "MLRS fire hit the station of Ayn.",
    ],
)
def test_what_launches_many_rockets_at_once_is_a_weapon_by_any_of_its_names(text: str) -> None:
    assert weapons(text) == ["rocket"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen believed to be members of a militia on Monday killed nine villagers in Ayn.", "small_arms"),
        ("Two drones, thought to be of the army, have killed nine villagers in Ayn.", "drone"),
        ("A device of unknown make (IED) planted at a garage killed nine villagers.", "mine_ied"),
        ("Nine villagers were killed near Ayn on Monday by unknown gunmen.", "small_arms"),
        ("Nine villagers were wounded when a bomb hidden in a cart exploded in Ayn.", "mine_ied"),
        ("Two car bombs and a landmine exploded in the markets of Ayn on Monday, killing nine.", "car_bomb+mine_ied"),
        ("A suicide bomber on Monday detonated explosives in a market of Ayn, killing nine.", "suicide_bomb"),
        ("A suicide truck bomber has killed nine villagers in Ayn.", "car_bomb+suicide_bomb"),
        ("Troops, who seized rifles and mortars in Ayn on Monday, killed nine villagers.", ""),
        ("Soldiers defused a mine in the village, killing nine villagers.", ""),
    ],
)
def test_harm_has_the_weapon_that_its_sentence_says_did_it(text: str, expected: str) -> None:
    assert weapons(text, Harm) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Troops killed two gunmen and wounded five villagers in Ayn.",
        "Troops killed 75 fighters, including suicide bombers, in Ayn.",
        "The militia executed nine gunmen for desertion in Ayn.",
    ],
)
def test_gunmen_who_suffered_are_no_weapon_of_what_was_done_beside(text: str) -> None:
    assert set(weapons(text, Harm)) == {""}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The homes in Ayn were damaged by a barrel bomb.", ["barrel_bomb"]),
        ("A car bomb destroyed a bakery in Ayn.", ["car_bomb"]),
        ("Troops who had seized mortars destroyed a bakery in Ayn.", [""]),
    ],
)
def test_damage_has_the_weapon_that_its_sentence_says_did_it(text: str, expected: list[str]) -> None:
    assert weapons(text, Damage) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helicopters dropped barrels filled with chlorine on Ayn.", "barrel_bomb+chlorine"),
        ("Helicopters dropped a barrel containing toxic gas on Ayn.", "barrel_bomb+chemical"),
        ("Helicopters dropped barrels packed with explosives on Ayn.", "barrel_bomb"),
        ("Jets dropped phosphorous bombs on Ayn.", "incendiary"),
        ("Jets dropped sarin nerve gas on Ayn.", "sarin"),
        ("A boobytrapped lorry exploded in Ayn.", "car_bomb"),
        ("Two cars packed with explosives blew up in Ayn.", "car_bomb"),
        ("An SVBIED exploded in Ayn.", "car_bomb+suicide_bomb"),
        ("An explosive charge went off in Ayn.", "mine_ied"),
        ("A suicidal bomber killed nine men in Ayn.", "suicide_bomb"),
    ],
)
def test_means_are_known_by_what_holds_them_and_what_they_hold(text: str, expected: str) -> None:
    assert weapons(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Air strikes destroyed vehicles equipped with machine guns, killing nine men in Ayn.", ""),
        ("Troops killed nine rebels armed with rifles and mortars in Ayn.", ""),
        ("Rebels armed with rifles killed nine soldiers in Ayn.", "small_arms"),
        ("Barrel bombs fell on Ayn. Two boys were rescued.", ""),
    ],
)
def test_weapons_that_somebody_only_has_did_no_harm(text: str, expected: str) -> None:
    assert weapons(text, Harm) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nine men were killed and six wounded in a car bomb as the war went on.",
            ["car_bomb"] * 2,
        ),
        ("The rocket led to the killing of nine men and the injury of six others in Ayn.", ["rocket"] * 2),
        ("Nine men were killed in clashes, and six died in a car bomb in Ayn.", ["", "car_bomb"]),
        ("Rockets hit Ayn. Nine men were killed and six were wounded by rockets and shells.", ["artillery+rocket"] * 2),
        ("Nine men were killed, six were injured and two drones were shot down in clashes in Ayn.", ["", ""]),
    ],
)
def test_harm_shares_the_means_of_the_harm_that_it_is_joined_to(text: str, expected: list[str]) -> None:
    assert weapons(text, Harm) == expected
