"""Who is harmed and how many: kinds of people, peoples, ranks, lists of names, and whose losses they were."""

import pytest

from tests.reading_sentences import brief, drafted, harm_in


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Three subversives were killed and seven others wounded", ["killed 3 combatants", "injured 7 combatants"]),
        ("Two patrolmen were murdered", ["killed 2 combatants"]),
        ("They murdered the clergymen and two maids", ["killed vague people", "killed 2 people"]),
        ("Troops killed the Berom", ["killed vague people"]),
        ("Gunmen killed the Jesuits and their cook", ["killed vague people", "killed 1 people"]),
        ("They killed Noor", ["killed 1 people"]),
        ("Major Omar Noor was killed", ["killed 1 combatants"]),
        ("Gunmen abducted party secretary general Omar Noor", ["abducted 1 people"]),
        ("Gunmen abducted General Omar Noor", ["abducted 1 combatants"]),
    ],
)
def test_kinds_of_people_and_peoples(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Neither Noor nor his wife was injured", ["injured none people"]),
        ("Neither the driver nor the passengers were hurt", ["injured none people"]),
        ("Neither of the two men was hurt", ["injured none men"]),
        ("The raid did not result in any casualties", ["casualties none people"]),
        ("The army did not suffer casualties", ["casualties none combatants"]),
        ("The raid did not only cause casualties", []),
        ("There were no victims", ["casualties none people"]),
        ("No victims were named", []),
        ("The army denied the killing of 12 farmers", []),
        ("The army denied the arrest of two activists", []),
    ],
)
def test_nobody_was_harmed(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Did the army suffer casualties in the clash?", []),
        ("Is it true that the group killed three men?", []),
        ("Who killed the two nurses?", ["killed 2 medics"]),
        ("Why did the troops kill 12 farmers?", ["killed 12 people"]),
        ("Twelve people were killed, but did soldiers kill them?", ["killed 12 people"]),
    ],
)
def test_what_is_only_asked_is_not_told(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(sentence)) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The army sustained 9 dead and 12 wounded", ["killed 9 combatants", "injured 12 combatants"]),
        ("The clash cost the rebels 40 dead and 60 wounded", ["killed 40 combatants", "injured 60 combatants"]),
        ("The village suffered 9 dead and 12 wounded", ["killed 9 people", "injured 12 people"]),
        ("They inflicted 55 casualties on the enemy", ["casualties 55 combatants"]),
        ("Troops inflicted several casualties on a rebel squad", ["casualties vague combatants"]),
        ("The enemy was beaten, having suffered 12 casualties", ["casualties 12 combatants"]),
        ("In an hour, the enemy was under control, having suffered 12 casualties", ["casualties 12 combatants"]),
        ("Rebels clashed with troops, killing 12 and wounding 20", ["killed 12 combatants", "injured 20 combatants"]),
        ("Guerrillas attacked army forces in Hama, inflicting over 20 casualties", ["casualties 21.. combatants"]),
        ("Police clashed with protesters, killing five", ["killed 5 people"]),
        ("Both bodies were found on Friday", ["killed 2 people"]),
        ("They reported six Taliban deaths", ["killed 6 combatants"]),
        ("18 were wounded in a rebel attack", ["injured 18 people"]),
        ("Two members of the opposition party were killed", ["killed 2 people"]),
        ("Thirteen soldiers were either killed or wounded", ["casualties 13 combatants"]),
        ("At least 30 people have either died or gone missing", ["killed 30.. people", "missing 30.. people"]),
    ],
)
def test_whose_losses_they_were(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Soldiers Ali Noor, Sam Hill and Karim Saad were killed", ["killed 1 combatants"] * 3),
        ("Gunmen killed journalists Ali Noor and Sam Hill", ["killed 1 journalists"] * 2),
        ("Brothers Ali and Omar Noor were shot dead", ["killed 1 men"] * 2),
        ("It killed Lea Noor, 42; Sam Hill, 19; and a nurse", ["killed 1 people"] * 2 + ["killed 1 medics"]),
        ("They hit Noor; Sam Hill was killed", ["killed 1 people"]),
        ("The killing of two men and of a boy shocked the town", ["killed 2 men", "killed 1 children"]),
        ("They condemned the murders of Ali Noor and of two nuns", ["killed 1 people", "killed 2 people"]),
        ("It killed Ali Noor, leader of the Salba Front (SF), and Sam Hill", ["killed 1 people"] * 2),
        (
            "It killed a nurse, a rebel (known as Fox), and a boy",
            ["killed 1 medics", "killed 1 combatants", "killed 1 children"],
        ),
        ("Some 1,000 of its members and leaders have been murdered", ["killed ~1000 people"]),
        ("They condemned the killing in Hama of Ali Noor", ["killed 1 people"]),
        ("He is accused of the abduction and murder of two nuns", ["abducted 2 people", "killed 2 people"]),
        ("They were convicted of killing opposition leader Ali Noor", ["killed 1 people"]),
        ("A reward was set for information that leads to the arrest of Ali Noor", []),
        ("Three members of a gang called the Owls were arrested", ["detained 3 combatants"]),
    ],
)
def test_everybody_on_a_list_is_harmed(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("There were 17 casualties, including nine dead", [("casualties", None), ("killed", 0)]),
        (
            "We had 17 casualties, including nine dead and six wounded",
            [("casualties", None), ("killed", 0), ("injured", 0)],
        ),
        (
            "There were 14 casualties (six dead and eight wounded)",
            [("casualties", None), ("killed", 0), ("injured", 0)],
        ),
        ("86 were hurt, including 6 who were badly injured", [("injured", None), ("injured", 0)]),
        ("They reported 17 casualties, including nine wounded soldiers", [("casualties", None), ("injured", 0)]),
        ("They murdered a mayor and 12 policemen, including two officers", [("killed", None)] * 2 + [("killed", 1)]),
    ],
)
def test_a_share_is_of_those_who_can_have_shares(sentence: str, told: list[tuple[str, int | None]]) -> None:
    assert [(draft.effect, draft.whole) for draft in drafted(f"{sentence}.")] == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        # clauses about people, and what goes on behind them
        ("A nurse who was kidnapped last week was found dead", ["abducted 1 medics", "killed 1 medics"]),
        ("The mayor, who was kidnapped in Hama, was found dead", ["abducted 1 people", "killed 1 people"]),
        ("They met workers of a farm, which belonged to Ali Noor, who was killed in May", ["killed 1 people"]),
        ("Hama (AP) -- Ali Noor, a reporter from Utopia, was killed", ["killed 1 journalists"]),
        # who is only tied to the harmed
        ("Relatives of the three men who were killed gathered", ["killed 3 men"]),
        ("Families of the 56 killed in the attack protested", ["killed 56 people"]),
        ("Lawyers for three men arrested in May complained", ["detained 3 men"]),
        ("Two relatives of the mayor were killed", ["killed 2 people"]),
        ("A spokesman for the families of the three soldiers killed spoke", ["killed 3 combatants"]),
        ("The army has lost 300 soldiers and the rebels 200", ["killed 300 combatants"]),
        ("They killed two guards and the driver", ["killed 2 people", "killed 1 people"]),
        ("Three members of a family who were killed in Hama were buried", ["killed 3 people"]),
        ("A family of five killed in Hama was buried", ["killed 5 people"]),
        # places of a list, names behind a colon
        (
            "Raids killed 12 farmers in A, 7 miners in B and a girl in C",
            ["killed 12 people", "killed 7 people", "killed 1 children"],
        ),
        (
            "The following soldiers were killed: Ali Noor and Sam Hill",
            ["killed vague combatants", "killed 1 combatants", "killed 1 combatants"],
        ),
        # what came of being shot
        ("Gunmen shot a trader and left him badly wounded", ["injured 1 people"]),
        ("Gunmen shot a trader, killing him", ["killed 1 people"]),
        ("They shot two soldiers and killed a trader", ["casualties 2 combatants", "killed 1 people"]),
        ("Patrols killed an unspecified number", ["killed vague people"]),
        # no harm
        ("The rebels demanded better jail conditions", []),
        ("She left home at six", []),
        ("Ministers had left government house", []),
        ("Thousands have left home", ["displaced vague people"]),
    ],
)
def test_clauses_tell_of_whom_they_stand_by(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Not a single person was killed", ["killed none people"]),
        ("Not one of the passengers was hurt", ["injured none people"]),
        ("Not one but two soldiers were killed", ["killed 2 combatants"]),
        ("They were to detect the possible flight of guerrillas", []),
        ("They demanded the return of seven kidnapped university students", ["abducted 7 people"]),
        (
            "One died and 86 were hurt, including 6 who were badly injured",
            ["killed 1 people", "injured 86 people", "injured 6 people"],
        ),
        ("Ten people died, including three who were shot by police", ["killed 10 people", "killed 3 people"]),
        ("The gunman and a young man died", ["killed 1 combatants", "killed 1 men"]),
        ("Gunmen killed Lea Noor, wife of Colonel Ali Noor", ["killed 1 women"]),
        ("His body had received 18 bullet wounds", []),
        ("The war has cost the country more than 70,000 lives", ["killed 70001.. people"]),
        ("The war cost the army 700 lives", ["killed 700 combatants"]),
        ("Two bank branches and a restaurant were blown up", []),
        ("Two soldiers were blown up by a mine", ["killed 2 combatants"]),
        ("A man approached her and shot her three times", ["casualties 1 people"]),
    ],
)
def test_numbers_are_of_people(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Omar Noor, the brother of a former minister, was found murdered", ["killed 1 men"]),
        ("Omar Noor was found wounded", ["injured 1 people"]),
        ("Salba was found burned", []),
        ("The body of Omar Noor, who was abducted in May, had knife wounds", ["abducted 1 people"]),
        ("We mourn the loss of three colleagues", ["killed 3 people"]),
        ("Police arrested suspected militant Omar Noor", ["detained 1 combatants"]),
        ("Troops killed suspected rebel leader Omar Noor", ["killed 1 combatants"]),
        (
            "There were 300 killings in 2019; 200 in 2020; and 50 in 2021",
            ["killed 300 people", "killed 200 people", "killed 50 people"],
        ),
        ("They caused the enemy 14 casualties", ["casualties 14 combatants"]),
        ("The army had 12 dead and 15 wounded", ["killed 12 combatants", "injured 15 combatants"]),
        ("They had nine casualties, counting dead and wounded", ["casualties 9 people"]),
    ],
)
def test_people_told_of_by_name_by_year_and_by_side(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Ali Noor and Sam Hill, nurses at a clinic, were killed", ["killed 1 medics"] * 2),
        ("Gunmen killed Ali Noor and Sam Hill, students at Hama", ["killed 1 people"] * 2),
        ("In Hama Town and Salba Town, residents were killed", ["killed vague people"]),
        ("According to Ali Noor and Sam Hill, residents were killed", ["killed vague people"]),
        ("Ali Noor was abducted and later killed", ["abducted 1 people", "killed 1 people"]),
        ("Ali Noor was promoted and killed a man", ["killed 1 men"]),
        ("Salba was shelled and burned", []),
    ],
)
def test_those_called_by_name_are_who_the_words_behind_them_say(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Two guards who were serving as her drivers and a clerk were hurt", ["injured 2 people", "injured 1 people"]),
        ("Three nurses who lived with them were murdered", ["killed 3 medics"]),
        ("All of them were killed", ["killed vague people"]),
        ("Four soldiers and two botanists were injured", ["injured 4 combatants", "injured 2 people"]),
        (
            "A soldier and a baker died, five nurses and two joiners were hurt",
            ["killed 1 combatants", "killed 1 people", "injured 5 medics", "injured 2 people"],
        ),
        ("Gunmen murdered in less than two days a mayor and a clerk", ["killed 1 people", "killed 1 people"]),
        ("Raiders killed in the past three weeks four guards", ["killed 4 people"]),
        ("Five farmers killed in two days, monitors said", ["killed 5 people"]),
        ("He deplored the killing during the last 48 hours of a mayor", ["killed 1 people"]),
        (
            "She recalled the murders of Omar Noor, Colonel Sami Hill and Lina Gray",
            ["killed 1 people", "killed 1 combatants", "killed 1 people"],
        ),
        ("She recalled the deaths of Lina, 24, in May", []),
        ("Thirtythree people were killed", ["killed 33 people"]),
        ("A driver of a van, who was shot several times, was pronounced dead", ["killed 1 people"]),
        ("Some 900 men were arrested during World War Two and taken away", ["detained ~900 men"]),
        ("Five incidents were injured", []),
        ("Police have identified a man who was killed", ["killed 1 men"]),
        ("Officials named the woman who was wounded", ["injured 1 women"]),
        ("A girl named Lina was wounded", ["injured 1 children"]),
        ("The man, whose name was given by relatives, later died", ["killed 1 men"]),
        ("Officers executed two search warrants", []),
        ("A gunman killed a Springfield, Ill., nurse", ["killed 1 medics"]),
        ("A gunman killed a nurse in Springfield, Illinois, and fled the scene", ["killed 1 medics"]),
    ],
)
def test_who_is_harmed_past_what_stands_between(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told
