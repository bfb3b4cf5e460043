"""Those of whom more is told: shares by where they were, the wounded who died, and who speaks of doers."""

import pytest

from corroborate.extract import extract
from corroborate.model.mention import Harm
from tests.reading_sentences import brief, harm_in, report


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twenty people were killed, 12 of them in Homs.", ["killed 20 people", "killed 12 people of"]),
        (
            "Twenty people were killed, 12 of them in Homs and three in Hama.",
            ["killed 20 people", "killed 12 people of", "killed 3 people of"],
        ),
        ("At least 61 nurses died, 19 of them while seeking aid.", ["killed 61.. medics", "killed 19 medics of"]),
        ("Three of the wounded have since died.", ["killed 3 people"]),
        ("Four of the injured succumbed to their wounds.", ["killed 4 people"]),
        ("Four of the injured were flown out.", ["injured 4 people"]),
        # shot or hit, and killed: told once, as what became of them
        ("A girl was shot in the neck and killed.", ["killed 1 children"]),
        ("A guard was hit by a stray bullet and later died.", ["killed 1 people"]),
        ("A guard was shot in the hand.", ["casualties 1 people"]),
        # what people had to do, and what is to be done
        ("Thousands had to flee the town.", ["displaced vague people"]),
        ("Two boys had to be treated for burns.", ["injured 2 children"]),
        ("Villagers did not have to flee.", []),
        ("Villagers may have to flee.", []),
        ("Ten hostages were to be killed on Friday.", []),
        # what could have been, and what nobody told
        ("The bomb could have killed hundreds.", []),
        ("Neither side reported casualties.", []),
        ("The law bans the killing of prisoners.", []),
        # what came of an injury, in a clause of its own
        ("A man suffered burns and died.", ["injured 1 men", "killed 1 men"]),
        # shares behind a whole
        (
            "Seven people were killed: four in Hama and three in Homs.",
            ["killed 7 people", "killed 4 people of", "killed 3 people of"],
        ),
        (
            "Eleven men died, seven in raids and four by shells.",
            ["killed 11 men", "killed 7 men of", "killed 4 men of"],
        ),
        (
            "Of the 30 dead, 12 were women and seven were boys.",
            ["killed 30 people", "killed 12 women of", "killed 7 children of"],
        ),
        ("Six of the fatalities were boys.", ["killed 6 children"]),
        ("The blast killed three Egyptians and a Sudanese.", ["killed 3 people", "killed 1 people"]),
        ("The rebels lost 35.", ["killed 35 combatants"]),
        (
            "Ten people died in March, 30 in April and nine in May.",
            ["killed 10 people", "killed 30 people", "killed 9 people"],
        ),
        ("Bandits killed three men and took another five with them.", ["killed 3 men", "abducted 5 people"]),
        ("Injured: a policeman and two bakers.", ["injured 1 combatants", "injured 2 people"]),
        # one who was executed
        ("Rebels beheaded journalist Omar Noor.", ["killed 1 journalists"]),
        ("The mayor was executed.", ["killed 1 people"]),
        ("Most were executed.", []),
        # shares and ages
        ("Most of the 900 villagers have fled.", ["displaced vague people"]),
        ("Every guard was killed.", ["killed vague people"]),
        ("Half the victims were under 18.", []),
        ("Doctors fought to save eleven of the wounded.", ["injured 11 people"]),
        # a clause with a subject of its own
        ("A boy died because the ambulance was held at a barrier.", ["killed 1 children"]),
        # harmed and taken
        ("Troops killed 22 rebels and captured four others.", ["killed 22 combatants", "detained 4 combatants"]),
        ("Ten rebels were killed and six captured.", ["killed 10 combatants", "detained 6 combatants"]),
        ("Ten rebels were killed and six of their cars seized.", ["killed 10 combatants"]),
        ("Raiders shot at a bus, and 14 of those on board were killed.", ["killed 14 people"]),
        ("The body of a missing lawyer was found.", ["killed 1 people"]),
        # signs of print
        ("Raids killed 17 - 9 men and 8 women.", ["killed 17 people", "killed 9 men of", "killed 8 women of"]),
        ("Raids killed five men, incl. two guards, in Homs.", ["killed 5 men", "killed 2 people of"]),
        # who tells is not listed with those told of
        ("According to the Union for Political Prisoners, 66 people have been killed.", ["killed 66 people"]),
        ("The report on civilian casualties came out before the raid.", []),
        # whose doing it was that others were in
        ("A woman carrying a baby was wounded in the raid.", ["injured 1 women"]),
        ("Two health workers helping to feed children were killed.", ["killed 2 medics"]),
        ("Raids wounding two boys were condemned.", ["injured 2 children"]),
        # beside others
        ("The driver and two passengers were killed.", ["killed 1 people", "killed 2 people"]),
        ("The army and two passengers were killed.", ["killed 2 people"]),
        ("The chief was killed, along with Omar Noor, on Friday.", ["killed 1 people", "killed 1 people"]),
        ("Ten people [six men and four boys] died.", ["killed 10 people", "killed 6 men of", "killed 4 children of"]),
        # of them: of the people told last, whatever else is told between
        ("Raids hit civilians near two positions, killing 3 of them.", ["killed 3 civilians"]),
        ("The army lost 40 men killed and wounded.", ["casualties 40 men"]),
        ("The army lost 40 soldiers.", ["killed 40 combatants"]),
        # totals, and the rescued who are trapped no longer
        ("The number of the wounded reached 23 after the raid.", ["injured 23 people"]),
        ("After the raid two women were rescued from under the rubble.", ["rescued 2 women"]),
        ("The mayor rescued four men from under the rubble.", ["rescued 4 men"]),
        # members of a body that fights, told before
        ("Rebels hit a checkpoint of the army, which led to the death of two members.", ["killed 2 combatants"]),
        ("The family said that two members were killed.", ["killed 2 people"]),
        ("Nine khawarij were sent to hell in the raid.", ["killed 9 combatants"]),
    ],
)
def test_more_is_told_of_the_harmed(text: str, expected: list[str]) -> None:
    mentions = harm_in(text)
    shares = ["" if mention.part_of is None else " of" for mention in mentions]
    assert [one + share for one, share in zip(brief(mentions), shares, strict=True)] == expected


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("A member of the Red Guard said the army bombed a school. “They killed 20 boys,” he said.", ("army",)),
        ("The police said armed men stormed a school. “They killed 20 boys,” a man said.", ()),
        ("The army bombed a school. “They killed 20 boys,” a man said.", ("army",)),
        ("Hamas-led gunmen killed 20 boys.", ("Hamas-led",)),
    ],
)
def test_a_speaker_is_none_of_those_of_whom_is_spoken(text: str, by: tuple[str, ...]) -> None:
    (mention,) = (one for one in extract(report(text))[0] if isinstance(one.content, Harm))
    assert mention.by == by
