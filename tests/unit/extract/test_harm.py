"""The frames in which a sentence says that people were harmed: what each reads, and what it leaves alone."""

import re

import pytest

from corroborate.extract.harm import frames
from corroborate.extract.lexicon import rows
from tests.reading_sentences import bounds, brief, drafted, harm_in


def told(text: str) -> list[str]:
    """Return the harm of a sentence as "killed 5 civilians", one a draft."""
    return [f"{draft.effect} {bounds(draft.count)} {draft.people}" for draft in drafted(text)]


def rules(text: str) -> set[str]:
    return {draft.rule for draft in drafted(text)}


H01 = "H01-passive"
H02 = "H02-active"
H03 = "H03-reduced"
H04 = "H04-intransitive"
H05 = "H05-state"
H07 = "H07-toll"
H08 = "H08-inner-state"
H09 = "H09-nobody"
H10 = "H10-driven"
H11 = "H11-buried"
H14 = "H14-lost"
H15 = "H15-number-of"
H16 = "H16-taken"
H18 = "H18-marked"
H19 = "H19-to-hospital"
H20 = "H20-taken"
H36 = "H36-pulled"
H12, H61, H62, H63 = "H12-held", "H61-streamed", "H62-to-safety", "H63-from-home"
H71 = "H71-under-siege"
H76, H77, H78, H79 = "H76-left-town", "H77-carried-out", "H78-made-to-leave", "H79-emptied"
H42 = "H42-led-away"
H37 = "H37-uprooted"
H38 = "H38-uncounted-states"
OF, COUNTED = "H06-deed-of", "H06-counted-deed"


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        # passive
        (H01, "As well as those killed 60 people were injured", ["injured 60 people"]),
        (H01, "Omar Noor was killed along with five of his men", ["killed 1 people", "killed 5 combatants"]),
        (H01, "At least 23 ISIS (Daesh) militants were killed", ["killed 23.. combatants"]),
        (H01, "Those in the car were killed", ["killed vague people"]),
        (H01, "All those aboard were killed", ["killed vague people"]),
        (H01, "Two soldiers who served in Utopia are believed to have been killed", ["killed 2 combatants"]),
        (H01, 'Radio said "dozens of rebels" had been killed', ["killed vague combatants"]),
        (H01, "Seven people of a local armed group were killed", ["killed 7 combatants"]),
        (H01, "Five farmers were killed in Hama", ["killed 5 people"]),
        (
            H01,
            "Ali Noor, his wife and two sons were killed",
            ["killed 1 people", "killed 1 women", "killed 2 children"],
        ),
        (H01, "Ali Noor his wife and two sons were killed", ["killed 1 people", "killed 1 women", "killed 2 children"]),
        (H01, "According to Ali Noor his wife and son were killed", ["killed 1 women", "killed 1 children"]),
        (H01, "Ali Noor, his driver, was killed", ["killed 1 people"]),
        (H01, "At least nine civilians have been wounded", ["injured 9.. civilians"]),
        (H01, "A nurse was shot dead at her door", ["killed 1 medics"]),
        (H01, "Two soldiers, one of whom was a colonel, were killed", ["killed 2 combatants", "killed 1 combatants"]),
        (H01, "Seven children in a school near the river were hurt", ["injured 7 children"]),
        (H01, "He is the third driver who was kidnapped", ["abducted 1 people"]),
        (H01, "Six people are believed to have been killed", ["killed 6 people"]),
        (H01, "Three people were killed and wounded", ["casualties 3 people"]),
        (H01, "Forty families were displaced", ["displaced 40 people"]),
        (H01, "About 200 residents were evacuated", ["displaced ~200 people"]),
        (H01, "Eleven people were trapped in a cellar", ["trapped 11 people"]),
        (H01, "Two reporters were abducted", ["abducted 2 journalists"]),
        (H01, "Thirty men were arrested at a roadblock", ["detained 30 men"]),
        (H01, "Three boys were rescued", ["rescued 3 children"]),
        (H01, "A man, a woman and their son were killed", ["killed 1 men", "killed 1 women", "killed 1 children"]),
        (H01, "Five men were killed and two women wounded", ["killed 5 men", "injured 2 women"]),
        (H01, "A number of farmers were injure", ["injured vague people"]),
        # active
        (H02, "Jets hit the militants positions killing scores of them", ["killed vague combatants"]),
        (H02, "A sniper shot dead a boy", ["killed 1 children"]),
        (H02, "Troops killed 28 and wounded 30 rebels", ["killed 28 combatants", "injured 30 combatants"]),
        (H02, "Shells killed 28 and wounded three boys", ["killed 28 people", "injured 3 children"]),
        (H02, "Jets killed Taliban leader Omar Noor", ["killed 1 combatants"]),
        (H02, "Militants executed dozens of villagers", ["killed vague people"]),
        (H02, "The group has killed and abducted hundreds", ["killed vague people", "abducted vague people"]),
        (H02, "Militants executed villagers", ["killed vague people"]),
        (
            H02,
            "Militants executed 40 rebels and members of their families",
            ["killed 40 combatants", "killed vague people"],
        ),
        (H02, "Gunmen shot Omar Noor on Friday", ["casualties 1 people"]),
        (H02, "Police arrest Hezbollah members in the port", ["detained vague combatants"]),
        (H02, "They fired into the street killing driver Omar Nasser", ["killed 1 people"]),
        (H02, "The raid killed 120 Daesh (banned in Arcadia) militants", ["killed 120 combatants"]),
        (H02, "The blast killed a patrol of six soldiers", ["killed 6 combatants"]),
        (H02, "They hit a helicopter, killing its crew of three", ["killed 3 people"]),
        (H02, "Gunmen shot and wounded an apothecary", ["injured 1 people"]),
        (H02, "They beheaded what appeared to be about 30 nuns", ["killed ~30 people"]),
        (H02, "Rebels killed what they said were 12 spies", ["killed 12 people"]),
        (H02, "The army killed what it called terrorists", ["killed vague combatants"]),
        (H02, "Gunmen abducted two nuns and killed them", ["abducted 2 people", "killed 2 people"]),
        (
            H02,
            "They seized a nurse and his son, tied them up and killed them",
            ["abducted 1 medics", "abducted 1 children", "killed 1 medics", "killed 1 children"],
        ),
        (H02, "The blast killed five farmers", ["killed 5 people"]),
        (H02, "Shells have killed more than 20 civilians", ["killed 21.. civilians"]),
        (H02, "Jets hit the town, killing two women", ["killed 2 women"]),
        (H02, "The raid killed 12 and wounded dozens", ["killed 12 people", "injured vague people"]),
        (H02, "They ambushed a group of rebels near Hama, killing 15", ["killed 15 combatants"]),
        (H02, "They bombed a bakery near a rebel base, killing 15", ["killed 15 people"]),
        (H02, "They shelled a group of rebels, killing 15 others", ["killed 15 people"]),
        (H02, "The raid killed a father and two girls", ["killed 1 men", "killed 2 children"]),
        (H02, "Militants kidnapped three engineers", ["abducted 3 people"]),
        (H02, "Police arrested 14 protesters", ["detained 14 people"]),
        (H02, "Rescuers evacuated up to 40 patients", ["displaced ..40 people"]),
        (H02, "Fighting displaced tens of thousands of people", ["displaced vague people"]),
        (H02, "The strike killed or injured 30 people", ["casualties 30 people"]),
        (H02, "Medics treated 60 people for burns", ["injured 60 people"]),
        # reduced
        (H03, "Eight killed in night raid", ["killed 8 people"]),
        (H03, "Dozens wounded as shells fall on Hama", ["injured vague people"]),
        (H03, "8 killed 20 wounded in Hama", ["killed 8 people", "injured 20 people"]),
        (H03, "Six nurses were left wounded", ["injured 6 medics"]),
        (H03, "8 killed, 20 wounded", ["killed 8 people", "injured 20 people"]),
        (H03, "They buried three men killed on Sunday", ["killed 3 men"]),
        # intransitive
        (H04, "Three people died of their wounds", ["killed 3 people"]),
        (H04, "Thousands of civilians fled the town", ["displaced vague civilians"]),
        (H04, "Two girls have gone missing", ["missing 2 children"]),
        (H04, "A photographer died on the way", ["killed 1 journalists"]),
        (H04, "Families fleeing the shelling slept outside", ["displaced vague people"]),
        (H04, "Farmers slept outside after fleeing their village", ["displaced vague people"]),
        (H01, "A priest was found after being kidnapped", ["abducted 1 people"]),
        (H04, "Dozens suffocated", ["injured vague people"]),
        # states
        (H05, "The raid left 30 dead", ["killed 30 people"]),
        (H05, "The raid left 30 people dead and 12 wounded", ["killed 30 people", "injured 12 people"]),
        (H05, "There were 15 dead among the ranks of the Red Front", ["killed 15 combatants"]),
        (H05, "There were 15 dead among the nurses", ["killed 15 medics"]),
        (H05, "Two soldiers are missing", ["missing 2 combatants"]),
        (H03, "Nine people remain trapped", ["trapped 9 people"]),
        (H05, "12 dead in Hama blast", ["killed 12 people"]),
        (H05, "Forty people were found dead", ["killed 40 people"]),
        (H05, "The blast left dozens dead or wounded", ["casualties vague people"]),
        (H05, "The raid left a boy and a woman dead", ["killed 1 children", "killed 1 women"]),
        (H05, "Shells leave mother and child dead", ["killed 1 women", "killed 1 children"]),
        (
            H03,
            "It left 65 men and 72 women, including 11 nurses, injured",
            ["injured 65 men", "injured 72 women", "injured 11 medics"],
        ),
        (H05, "Nine soldiers were listed as missing", ["missing 9 combatants"]),
        (H03, "Some 300 families registered as displaced", ["displaced ~300 people"]),
        (H05, "Some 3,000 people are currently internally displaced", ["displaced ~3000 people"]),
        # deeds
        (OF, "He condemned the killing of two nurses", ["killed 2 medics"]),
        (OF, "The raid led to the deaths of 14 people", ["killed 14 people"]),
        (OF, "The shell caused injuries to five children", ["injured 5 children"]),
        (OF, "The arrest of three men was announced", ["detained 3 men"]),
        (OF, "The abduction of two priests was condemned", ["abducted 2 people"]),
        (OF, "The displacement of 3,000 people followed", ["displaced 3000 people"]),
        (OF, "The genocide of 5,000 Yazidis began in August", ["killed 5000 people"]),
        (OF, "The killing on Monday of two nurses was condemned", ["killed 2 medics"]),
        (OF, "The killing by soldiers in Homs on 5 May of two nurses was condemned", ["killed 2 medics"]),
        (OF, "The assassination in 2005 of Omar Harlan led to war", ["killed 1 people"]),
        (OF, "The bodies last week of six men were found", ["killed 6 men"]),
        (OF, "The fatal shooting of two nurses was filmed", ["killed 2 medics"]),
        (OF, "The lynching of a baker was filmed", ["killed 1 people"]),
        (OF, "The drowning of 27 migrants was reported", ["killed 27 people"]),
        (OF, "The flight of some 100,000 villagers took days", ["displaced ~100000 people"]),
        (OF, "They mourned the expulsion of 12 families", ["displaced 12 people"]),
        (COUNTED, "The raid inflicted heavy losses upon the rebels", ["casualties vague combatants"]),
        (COUNTED, "They met rebels, inflicting heavy losses upon them", ["casualties vague combatants"]),
        (COUNTED, "There were casualties within the army", ["casualties vague combatants"]),
        (COUNTED, "There were casualties in the ranks of the Red Front", ["casualties vague combatants"]),
        (COUNTED, "The raid resulted in nine deaths", ["killed 9 people"]),
        (COUNTED, "There were six civilian deaths", ["killed 6 civilians"]),
        (COUNTED, "There were at least 20 casualties among the soldiers", ["casualties 20.. combatants"]),
        (COUNTED, "No casualties were reported", ["casualties none people"]),
        (COUNTED, "The raid caused casualties", ["casualties vague people"]),
        (COUNTED, "They committed a massacre", ["killed vague people"]),
        (COUNTED, "More than 1,000 injuries were recorded", ["injured 1001.. people"]),
        (COUNTED, "The army suffered heavy casualties", ["casualties vague combatants"]),
        (COUNTED, "The rebels suffered a heavy death toll", ["killed vague combatants"]),
        (COUNTED, "The raid may have resulted in a civilian casualty", ["casualties 1 civilians"]),
        (COUNTED, "They committed massacres against civilians", ["killed vague civilians"]),
        (COUNTED, "The shell caused a death south of the town", ["killed 1 people"]),
        (COUNTED, "There are unconfirmed reports of more fatalities", ["killed vague people"]),
        (COUNTED, "Deaths and injuries in a raid on the market", ["killed vague people", "injured vague people"]),
        (COUNTED, "Casualties as a drone hits the market", ["casualties vague people"]),
        (COUNTED, "The army committed three massacres in the strip", ["killed vague people"]),
        (COUNTED, "The depot was hit amid information on casualties", ["casualties vague people"]),
        (COUNTED, "The strikes prompted evacuations in the city", ["displaced vague people"]),
        # tolls
        (H07, "The raid brought the toll for soldiers killed in the war to 18", ["killed 18 combatants"]),
        (H07, "It left a toll of six people wounded", ["injured 6 people"]),
        (H07, "It left a toll of six people dead and nine hurt", ["killed 6 people", "injured 9 people"]),
        (H07, "The death toll could be over 50", ["killed 51.. people"]),
        (H07, "The death toll may be as high as 350", ["killed ..350 people"]),
        (H07, "The death toll rose to 40", ["killed 40 people"]),
        (H07, "The death toll rose from 32 to 40", ["killed 40 people"]),
        (H07, "The blast had a death toll of 12", ["killed 12 people"]),
        (H07, "The number of dead reached at least 70 civilians", ["killed 70.. civilians"]),
        (H07, "The number of wounded stands at 55", ["injured 55 people"]),
        (H07, "The number of casualties in raids exceeds 40", ["casualties 41.. people"]),
        (H07, "Deaths now exceed 4,000", ["killed 4001.. people"]),
        (H07, "Fatalities topped 500", ["killed 501.. people"]),
        (H07, "The death toll passed 90", ["killed 91.. people"]),
        (H07, "The count of wounded climbed past 300", ["injured 301.. people"]),
        ("H24-numbered", "The dead in Hama numbered 40", ["killed 40 people"]),
        (H15, "The number injured topped 200", ["injured 201.. people"]),
        (H15, "The number of Syrian dead rose to 45", ["killed 45 people"]),
        (H15, "The number of civilians killed has risen to 1,200", ["killed 1200 civilians"]),
        (H15, "The number of men and women detained stands at 220", ["detained 220 people"]),
        (H15, "The total number of those killed is 14", ["killed 14 people"]),
        # states inside a group
        (H08, "6.5 million internally displaced people live there", ["displaced 6500000 people"]),
        (H08, "They carried a wounded girl away", ["injured 1 children"]),
        (H08, "They found dead children in the cellar", ["killed vague children"]),
        (H08, "Medics received three wounded men", ["injured 3 men"]),
        (H08, "They look for two missing girls", ["missing 2 children"]),
        # nobody
        (H09, "Nobody was hurt", ["injured none people"]),
        (H09, "No one was killed", ["killed none people"]),
        (H09, "No civilians were wounded", ["injured none civilians"]),
        (H09, "No civilians were injured or killed", ["casualties none civilians"]),
        (COUNTED, "There were no immediate reports of casualties", ["casualties none people"]),
        (COUNTED, "It fell without causing any injuries", ["injured none people"]),
        (COUNTED, "No damage or casualties were reported", ["casualties none people"]),
        (COUNTED, "There was neither damage nor injuries", ["injured none people"]),
        (COUNTED, "There were no reports of damage or casualties", ["casualties none people"]),
        (COUNTED, "The raid caused no damage and nine injuries", ["injured 9 people"]),
        # driven from home
        (H10, "The fighting forced 3,000 people from their homes", ["displaced 3000 people"]),
        (H10, "Hundreds were forced from their homes", ["displaced vague people"]),
        (H10, "The war ended with half the population forced from their homes", ["displaced vague people"]),
        # lost
        (H14, "The army lost at least 15 soldiers", ["killed 15.. combatants"]),
        (H14, "She lost her husband and two sons", ["killed 1 men", "killed 2 children"]),
        # figures
        ("H24-numbered", "The wounded numbered more than 40", ["injured 41.. people"]),
        (H05, "Casualties: 4 dead, 12 wounded", ["killed 4 people", "injured 12 people"]),
        ("H82-running", "Shells killed two, taking the total since May to 90", ["killed 2 people", "killed 90 people"]),
        # taken
        (H16, "The militants took 30 hostages", ["abducted 30 people"]),
        (H16, "Gunmen are holding five nurses hostage", ["abducted 5 medics"]),
        (H16, "Rebels took nine soldiers prisoner", ["detained 9 combatants"]),
        (H20, "Rebels captured two soldiers and a colonel", ["detained 2 combatants", "detained 1 combatants"]),
        (H20, "Three villagers were captured", ["abducted 3 people"]),
        (H20, "Masked men took away 15 villagers", ["abducted 15 people"]),
        (H20, "Police took away 15 villagers", ["detained 15 people"]),
        (H20, "Two writers have been held without charge", ["detained 2 people"]),
        (H20, "Police picked up 33 writers", ["detained 33 people"]),
        (H36, "Neighbours brought out two men alive", ["rescued 2 men"]),
        (H05, "Nineteen people lay dead", ["killed 19 people"]),
        (H20, "A priest was taken by gunmen from his house", ["abducted 1 people"]),
        # marked
        (H18, "The blast left 12 people with burns", ["injured 12 people"]),
        (H18, "It left scores with varying degrees of injuries", ["injured vague people"]),
        (H19, "Six children were rushed to a hospital", ["injured 6 children"]),
        # states without a number
        (H38, "There were reports of dead and wounded", ["killed vague people", "injured vague people"]),
        (H38, "The raid caused martyrs and wounded", ["killed vague people", "injured vague people"]),
        (H38, "There was news of dead and injured farmers", ["killed vague people", "injured vague people"]),
        # seen, and filling a place
        (COUNTED, "Heavy losses were inflicted on the rebels", ["casualties vague combatants"]),
        (OF, "The raid caused the death and injury of 20 people", ["casualties 20 people"]),
        (COUNTED, "The raid caused 20 deaths and injuries", ["casualties 20 people"]),
        (COUNTED, "Clinics are overwhelmed with casualties", ["casualties vague people"]),
        (COUNTED, "The streets were littered with bodies", ["killed vague people"]),
        (COUNTED, "Photos showed bodies lying on a road", ["killed vague people"]),
        (H08, "Clinics are overflowing with wounded people", ["injured vague people"]),
        (H08, "Wounded villagers were rushed to a clinic", ["injured vague people"]),
        (H08, "The film showed a row of dead rebels lying in the snow", ["killed vague combatants"]),
        (H08, "They carried a bloodied boy", ["injured 1 children"]),
        (H18, "Photos showed a man with foam around his mouth", ["injured 1 men"]),
        # pulled from the rubble
        (H36, "They pulled four people from under the rubble", ["rescued 4 people"]),
        (H36, "They pulled a girl from under the rubble", ["rescued 1 children"]),
        (H36, "A girl was dug out alive", ["rescued 1 children"]),
        (H36, "Girl pulled out of rubble in Homs", ["rescued 1 children"]),
        (H12, "At least 120 villagers are behind bars", ["detained 120.. people"]),
        (H61, "Tens of thousands of villagers streamed out of Homs", ["displaced vague people"]),
        (H61, "Some 300 villagers moved to safety", ["displaced ~300 people"]),
        (H76, "Over 9,000 villagers left rebel-held areas of Homs", ["displaced 9001.. people"]),
        (H76, "Rebels and their families evacuated the city", ["displaced vague combatants", "displaced vague people"]),
        (H76, "In the latest deal hundreds of rebels left the city", ["displaced vague combatants"]),
        (H76, "Under the deal 300 fighters left the enclave", ["displaced 300 combatants"]),
        (H77, "Some 1,200 rebels were bused to Homs", ["displaced ~1200 combatants"]),
        (H77, "Hundreds of civilians were bussed out of Homs", ["displaced vague civilians"]),
        (OF, "Militants committed a massacre against 14 farmers", ["killed 14 people"]),
        (OF, "The evacuation of 3,000 villagers resumed", ["displaced 3000 people"]),
        (H78, "They are being forced to leave", ["displaced vague people"]),
        (H78, "Many had been forced to leave she said", ["displaced vague people"]),
        (H78, "The shelling forced 300 families to quit the area", ["displaced 300 people"]),
        (H79, "The suburb was evacuated by rebels", ["displaced vague combatants"]),
        (H71, "Nearly 600,000 villagers live in besieged areas", ["trapped ~600000 people"]),
        (H42, "Militants took 90 civilians to serve as human shields", ["abducted 90 civilians"]),
        (H62, "Soldiers led 20 girls to safety", ["rescued 20 children"]),
        (H63, "Masked men dragged two men from their homes", ["abducted 2 men"]),
        (H05, "Some 4,000 villagers have been made homeless", ["displaced ~4000 people"]),
        (H36, "They dug five survivors out of the rubble", ["rescued 5 people"]),
        # uprooted
        (H37, "Turkey hosts 2.7 million refugees", ["displaced 2700000 people"]),
        (H37, "The bus carried evacuees from two villages", ["displaced vague people"]),
        # buried
        (H11, "They were digging victims from under the rubble", ["trapped vague people"]),
        (H11, "Four people are under the rubble", ["trapped 4 people"]),
        (H11, "Two families remain under the debris", ["trapped 2 people"]),
    ],
)
def test_a_frame_reads_the_harm_that_its_words_tell(rule: str, text: str, expected: list[str]) -> None:
    assert told(text) == expected
    assert rule in rules(text)


@pytest.mark.parametrize(
    ("name", "effect", "example", "counterexample"), [(row[0], row[3], row[5], row[6]) for row in rows("frames.tsv")]
)
def test_a_row_of_the_frames_reads_its_example_and_leaves_its_counterexample(
    name: str, effect: str, example: str, counterexample: str
) -> None:
    (draft,) = drafted(f"{example.capitalize()}.")
    assert (draft.rule, draft.effect) == (name, effect)
    assert name not in rules(f"{counterexample.capitalize()}.")


def _examples() -> list[tuple[str, str, bool]]:
    """Return the examples in the docstring of each frame: its id, the words, and whether it reads them."""
    told = [(frame.read.__doc__ or "").splitlines()[0] for frame in frames().rules]
    parted = [(line.partition(":")[0], *line.partition("; not ")[::2]) for line in told]
    return [
        (name, words, is_read)
        for name, reads, leaves in parted
        for part, is_read in ((reads, True), (leaves, False))
        for words in re.findall(r'"([^"]+)"', part)
    ]


@pytest.mark.parametrize(("name", "words", "is_read"), _examples())
def test_a_frame_reads_its_examples_and_leaves_its_counterexamples(name: str, words: str, *, is_read: bool) -> None:
    assert any(rule.startswith(name) for rule in rules(f"{words[0].upper()}{words[1:]}")) is is_read


def test_every_frame_has_an_id_of_its_own_with_an_example_and_a_counterexample() -> None:
    number = len(frames().rules)
    for kind in (True, False):
        assert len({name for name, _, is_read in _examples() if is_read is kind}) == number


@pytest.mark.parametrize(
    "text",
    [
        # not said to have happened
        "Five farmers were not killed",
        "The raid did not kill five farmers",
        "The blast hurt no tanks",
        # may happen, would have happened
        "Five farmers could be killed",
        "The raid would kill five farmers",
        "Thousands of civilians will be displaced",
        "They threatened to kill five farmers",
        "More dead were feared to be under the bridge",
        "They plan to arrest 30 men",
        "If five farmers were killed he would resign",
        "The death toll is expected to rise to 40",
        "The death toll could reach 40",
        # no people, or nobody in particular
        "The blast killed a dog",
        "The vote killed the bill",
        "Sanctions strangled Syria",
        "Two tanks were trapped in the mud",
        "He met 40 fighters from the two villages which are besieged",
        "He buried his past",
        "The victims were killed",
        "The soldiers came and killed them",
        "Rebels who were old men came and killed them",
        "The killing by members of the Red Front was condemned",
        "The death in the town of Homs was mourned",
        "The dead were buried",
        "They killed time",
        "Omar Noor, dead at 76, was a poet",
        "The army lost two towns",
        "Rebels expelled soldiers from their posts",
        "It is not clear how many people were killed",
        "They will help 300 refugees to return",
        "They captured two towns",
        "Villagers captured the crowd on film",
        "The army freed nine hostages",
        "She had multiple gunshot wounds",
        "The body with multiple wounds was found",
        "The army could lose ten men",
        "He is set to see 300 people evacuated",
        "The carnage of that day is told in books",
        "The attackers fleeing the town were seen",
        "Ruritania dismissed as fake reports of civilian deaths",
        "They have no homes and injuries go untreated",
        "There were no gains or losses in the latest period",
        # people told of, unharmed
        "Some 2,000 besieged residents need food",
        "Nobody is leaving his house",
        "There were dozens of burned out cars",
        # things
        "Jets inflicted heavy losses of military equipment",
        # what was said before
        "He put right a previous toll of 112 dead",
        "Paramedics evacuated the wounded to a hospital",
        "A truck, which had been stopped by two guards, was brought to the hospital",
        "Armed men attacked camps for the displaced",
        "Displaced people live in Hama",
        "The number of people killed and wounded is not known",
        "Troops evacuated the town",
        "A girl was evacuated to a hospital",
        "The evacuation of villagers is part of a deal",
        "Police evacuated the building",
        "Three hundred soldiers left the town under the deal",
        "Five farmers live in Hama",
        "Some 3,000 people need help",
        "The medic who treated them spoke to reporters",
        "More than half of the dead are women",
        "Most were executed",
        "The army executed the prisoners",
        # a wish, a plan, an attempt
        "They spoke of an attempted killing of two nurses",
        "Further deaths are feared",
    ],
)
def test_what_is_denied_feared_or_planned_and_what_befell_nobody_is_no_harm(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The raid killed 16 and wounded dozens more", ["killed 16 people", "injured vague people"]),
        (
            "Five men were killed, three women wounded and two boys abducted",
            ["killed 5 men", "injured 3 women", "abducted 2 children"],
        ),
        ("The raid killed five and 12 were wounded", ["killed 5 people", "injured 12 people"]),
        ("Shells killed three women and wounded nine children", ["killed 3 women", "injured 9 children"]),
        ("The raid resulted in 12 deaths and 30 injuries", ["killed 12 people", "injured 30 people"]),
        ("Two men were shot and killed", ["killed 2 men"]),
        ("Two men were gassed to death", ["killed 2 men"]),
        ("A raid kills 16, wounds 40: radio", ["killed 16 people", "injured 40 people"]),
        ("A nurse, Omar Noor, from Hama, died on 5 May", ["killed 1 medics"]),
        ("They hit rebels, killing six of them", ["killed 6 combatants"]),
        (
            "A raid killed the leader, Omar al-Hamawi, and several of his aides",
            ["killed 1 people", "killed vague people"],
        ),
        ("Several prisoners held by an officer at a camp were killed", ["killed vague people"]),
        ("Soldiers and policemen were killed", ["killed vague combatants"]),
        ("Raids displaced half of the population", ["displaced vague people"]),
        ("It left ten army personnel and civilians injured", ["injured 10 people"]),
        (
            "Nine civilians, including a nurse, were killed and six were injured",
            ["killed 9 civilians", "killed 1 medics", "injured 6 people"],
        ),
        ("A number of his sheep were killed", []),
        ("The whole crew was killed", ["killed vague people"]),
        ("The 12-year old girl was wounded", ["injured 1 children"]),
        ("A 9 year old girl was killed", ["killed 1 children"]),
        ("In all 40 people were killed", ["killed 40 people"]),
        ("Six civilians suffered suffocation cases", ["injured 6 civilians"]),
        ("It caused suffocation cases among nurses", ["injured vague medics"]),
        ("A 5-year-old girl pulled out of the rubble", ["rescued 1 children"]),
        ("A staff member was killed", ["killed 1 people"]),
        ("Thirty men were killed/wounded", ["casualties 30 men"]),
        ("A raid kills injures over 70 men", ["casualties 71.. men"]),
        ("They went there killing and injuring scores of them", ["casualties vague people"]),
        ("Gunmen stabbed and killed a nurse", ["killed 1 medics"]),
        ("Police shot and wounded two men", ["injured 2 men"]),
        ("Rebels abducted and killed four nurses", ["abducted 4 medics", "killed 4 medics"]),
        ("About eight men sustained various degrees of injuries", ["injured ~8 men"]),
        ("No fewer than 30 men were killed and more injured", ["killed 30.. men", "injured vague people"]),
        ("Civilian casualties from the raid were reported", ["casualties vague civilians"]),
        ("Mines killed wounded dozens", ["casualties vague people"]),
        ("Raid kills 18 New toll", ["killed 18 people"]),
        ("They killed 175 members and commanders of the group", ["killed 175 combatants"]),
        ("They had detained tinkers", ["detained vague people"]),
    ],
)
def test_effects_told_side_by_side_are_told_apart(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("with_commas", "without"),
    [
        ("Five people, including two women, were killed", "Five people including two women were killed"),
        ("In Hama, five men were killed, two were wounded", "In Hama five men were killed two were wounded"),
        ("A raid killed a man, a woman and a boy", "A raid killed a man a woman and a boy"),
    ],
)
def test_a_lost_comma_changes_nothing(with_commas: str, without: str) -> None:
    assert told(without) == told(with_commas)


def test_a_sentence_tells_a_group_and_an_effect_once() -> None:
    assert told("Five men were killed, killed in their sleep") == ["killed 5 men"]


def test_men_whom_fighters_lost_are_fighters() -> None:
    assert told("The militants lost 20 men") == ["killed 20 combatants"]
    assert told("The village lost 20 men") == ["killed 20 men"]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Twelve lives were lost in the blast", ["killed 12 people"]),
        ("The raid cost two nurses their lives", ["killed 2 medics"]),
        ("The raid cost a nurse his life", ["killed 1 medics"]),
        ("Twelve captured soldiers were put to death", ["killed 12 combatants"]),
        ("Twelve people were hanged in public", ["killed 12 people"]),
        ("The army wiped out a squad of 12 soldiers", ["killed 12 combatants"]),
        ("A seven-year-old and a 40-year-old were killed", ["killed 1 children", "killed 1 people"]),
        ("She and her two sons were killed", ["killed 1 people", "killed 2 children"]),
        ("He, his wife and two sons were killed", ["killed 1 people", "killed 1 women", "killed 2 children"]),
        ("The number of dead, earlier put at 11, rose to 14", ["killed 14 people"]),
        ("The toll (initially 11) now stands at 14", ["killed 14 people"]),
        ("Two lives were changed by the blast", []),
    ],
)
def test_lives_are_lost_and_taken_in_many_ways(sentence: str, told: list[str]) -> None:
    assert brief(harm_in(f"{sentence}.")) == told
