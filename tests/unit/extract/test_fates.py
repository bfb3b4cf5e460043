"""People of whom it is told how they are left: unknown, under rubble, in captivity, in hospital; and their kin."""

import pytest

from tests.reading_sentences import brief, harm_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fate of two journalists remains unknown after the raid.", ["missing 2 journalists"]),
        ("The fate of two journalists is not known after the raid.", ["missing 2 journalists"]),
        ("The fate of dozens of guards on both sides is still unknown.", ["missing vague people"]),
        ("The fate of two journalists was known after the raid.", []),
        ("After the raid the army lost contact with a pilot.", ["missing 1 combatants"]),
        ("Two soldiers fell in clashes near the town.", ["killed 2 combatants"]),
        ("Two soldiers fell in line near the town.", []),
        ("A woman died after being hit by shrapnel.", ["killed 1 women"]),
        ("Nothing has been heard from four nurses since the raid.", ["missing 4 medics"]),
        ("Three people are believed to be still under the rubble.", ["trapped 3 people"]),
        ("Three people are feared to be under the rubble.", []),
        ("Police freed some pupils, but 24 remain in captivity.", ["abducted 24 people"]),
        ("After the battle six soldiers remain in captivity.", ["detained 6 combatants"]),
        ("The blast left one man dead and another in critical condition.", ["killed 1 men", "injured 1 men"]),
        ("The blast killed a clerk, and another is fighting for his life.", ["killed 1 people", "injured 1 people"]),
        # who stands behind the verb, or is taken together with others
        ("Also killed were two guards.", ["killed 2 people"]),
        ("Wounded in the blast at the gate was a nurse.", ["injured 1 medics"]),
        ("Also killed was Karim Noor.", ["killed 1 people"]),
        ("Killed in the blast, the guards were not paid.", []),
        ("A baker and his son were both shot.", ["casualties 1 people", "casualties 1 children"]),
        # where people were hit, and who died of it
        ("Police found a woman with a gunshot wound.", ["injured 1 women"]),
        ("A guard shot Karim in the leg.", ["casualties 1 people"]),
        ("Four people were shot, one fatally.", ["casualties 4 people", "killed 1 people"]),
        ("Six shot at a party.", ["casualties 6 people"]),
        ("Six soldiers shot at a party.", []),
        ("A raid wounded a baker and another man, 76; it ended at noon.", ["injured 1 people", "injured 1 men"]),
        ("Karim Noor, his wife, and two sons were killed.", ["killed 1 people", "killed 1 women", "killed 2 children"]),
        # the shares of those told before a comma, and who leaves a place in numbers
        ("Of the 24 killed, 16 were children.", ["killed 24 people", "killed 16 children"]),
        ("Of the 24 killed, 30 were children.", ["killed 24 people"]),
        ("The raid killed 20 farmers; nine were children.", ["killed 20 people", "killed 9 children"]),
        ("The raid killed 20 farmers; nine were home.", ["killed 20 people"]),
        ("Nearly 400,000 people remain besieged.", ["trapped ~400000 people"]),
        ("The town remains besieged.", []),
        ("Some 45,000 people have left the enclave since the raid.", ["displaced ~45000 people"]),
        ("Thousands of farmers poured out of the area after the raid.", ["displaced vague people"]),
        ("Two men left the town after the raid.", []),
        ("Some 200 soldiers left the town after the raid.", []),
        # held, and not able to get out
        ("After the blast police have two men in custody.", ["detained 2 men"]),
        ("Two of the guards are under arrest over the raid.", ["detained 2 people"]),
        ("Dozens of rebels languish in prison since the raid.", ["detained vague combatants"]),
        ("He was in prison when the shells fell.", []),
        ("Two reporters are being held in a prison since the raid.", ["detained 2 journalists"]),
        ("Five men were held for questioning after the blast.", ["detained 5 men"]),
        ("Two priests were held at a farm by the raiders.", ["abducted 2 people"]),
        ("A vigil for two boys was held at the scene of the blast.", []),
        ("The army took 300 prisoners of war.", ["detained 300 combatants"]),
        ("The number of prisoners of war rose to 800.", ["detained 800 people"]),
        ("Thousands of villagers are caught in the fighting.", ["trapped vague people"]),
        ("Thousands of villagers were caught in a storm near the front.", []),
        ("Some 20,000 people live under siege.", ["trapped ~20000 people"]),
        ("The town of 20,000 people is under siege.", []),
        # where the displaced are, whose the bodies were
        ("The province is home to 90,000 displaced people since the war.", ["displaced 90000 people"]),
        ("Some 300 displaced families live in the school.", ["displaced ~300 people"]),
        ("The agency helped 500 displaced families return after the war.", []),
        ("The body found near the well belonged to a baker.", ["killed 1 people"]),
        ("The house hit by the shell belonged to a baker.", []),
        ("The shelling wounded ten; two are in critical condition.", ["injured 10 people", "injured 2 people"]),
        ("The shelling wounded a baker, who did not survive.", ["injured 1 people", "killed 1 people"]),
        ("The shelling wounded a baker, who would not survive.", ["injured 1 people"]),
        # kin of the harmed are not harmed themselves
        ("Relatives of the missing gathered at the mine.", []),
        ("The families of the disappeared held a vigil for the dead.", []),
        # how somebody is told to be who
        ("A man born in 1968 was injured in the shelling.", ["injured 1 men"]),
        ("A woman (born 1950) and her son were killed.", ["killed 1 women", "killed 1 children"]),
        ("Ali Noor, director of the clinic, was killed.", ["killed 1 medics"]),
        ("Urgent: 3 injured in a drone strike on a car.", ["injured 3 people"]),
        # several in one word
        ("An elderly couple died when a shell hit their house.", ["killed 2 people"]),
        ("An entire family was killed in the strike.", ["killed vague people"]),
        ("One family was displaced by the shelling.", ["displaced 1 people"]),
        # what gas does to bodies
        ("Dozens of farmers were struggling to breathe after the raid.", ["injured vague people"]),
        ("A video of the raid showed children choking.", ["injured vague children"]),
        ("Twelve farmers choked on the gas.", ["injured 12 people"]),
        ("Farmers choked the road after the raid.", []),
        ("Nine farmers showed signs of poisoning after the raid.", ["injured 9 people"]),
        ("Nine farmers showed signs of anger after the raid.", []),
        ("The gas caused nausea and choking among 12 farmers.", ["injured 12 people"]),
        ("The gas caused panic and choking among 12 farmers.", []),
        ("The gas caused choking among the victims.", []),
        ("Patients were brought in with shortness of breath after the raid.", ["injured vague people"]),
        ("Doctors were brought in with no symptoms after the raid.", []),
        ("After the raid nine girls complained of breathing difficulties.", ["injured 9 children"]),
        ("Twenty farmers fell as martyrs in the raid.", ["killed 20 people"]),
        # marks of one body, and harm that there was
        ("A man suffered an injury and shrapnel wounds.", ["injured 1 men"]),
        ("There were casualties on both sides.", ["casualties vague people"]),
    ],
)
def test_people_are_told_by_how_they_are_left(text: str, expected: list[str]) -> None:
    assert brief(harm_in(text)) == expected
