"""Lists and inserts between a verb and whom it harms: dashes, names, members told twice."""

import pytest

from tests.reading_sentences import bounds, drafted


def told(text: str) -> list[str]:
    return [
        f"{draft.effect} {bounds(draft.count)} {draft.people}" + (" of" if draft.whole is not None else "")
        for draft in drafted(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two more suspects -- one Iraqi, one Syrian -- who had been arrested were questioned",
            ["detained 2 people", "detained 1 people of", "detained 1 people of"],
        ),
        ("About 200 villagers _ mostly old people _ were killed", ["killed ~200 people"]),
        (
            "Three people – two women and a boy – were killed",
            ["killed 3 people", "killed 2 women of", "killed 1 children of"],
        ),
        ("The mayor — a former captain — was shot dead", ["killed 1 people"]),
        # adverbs and phrases between commas, before whom a verb harms
        ("They murdered, at gunpoint, a soldier who lay there", ["killed 1 combatants"]),
        ("The army killed, in the past week, at least 40 rebels", ["killed 40.. combatants"]),
        ("Three killed, in Homs, two wounded", ["killed 3 people", "injured 2 people"]),
        ("They abducted, on the road to Homs, two drivers working for it", ["abducted 2 people"]),
        # what brackets tell of a member
        (
            "Six teachers (all of them young) and two women were killed",
            ["killed 6 people", "killed 2 women"],
        ),
        ("The mayor (a member of the party) and his two guards were hurt", ["injured 1 people", "injured 2 people"]),
        ("In Port Ayn - South Zone (Utopia), a man was killed", ["killed 1 men"]),
        # who one person is, and who else
        ("The strike killed its driver, a party member, and wounded two", ["killed 1 people", "injured 2 people"]),
        (
            "The strike killed the driver, a nurse and a boy",
            ["killed 1 people", "killed 1 medics", "killed 1 children"],
        ),
        # bodies whose members one number counts
        ("45 members of the police, prison guards and border troops were killed", ["killed 45 combatants"]),
        (
            "Three members of the army, police officers and two civilians were killed",
            ["killed 3 combatants", "killed 2 civilians"],
        ),
        # people behind an insert with a verb of their own
        (
            "Raids left 21 people dead, including two boys and six women, and 62 others injured.",
            ["killed 21 people", "killed 2 children of", "killed 6 women of", "injured 62 people"],
        ),
        (
            "Raids killed five soldiers, including a captain, and 15 civilians were wounded.",
            ["killed 5 combatants", "killed 1 combatants of", "injured 15 civilians"],
        ),
        (
            "Five soldiers, including a captain and a nurse, and 15 civilians were wounded.",
            ["injured 5 combatants", "injured 1 combatants of", "injured 1 medics of", "injured 15 civilians"],
        ),
        # a part between the members of a list, names among them
        (
            "Three doctors, including Noor, four clerks and a porter have been murdered",
            ["killed 3 medics", "killed 1 medics of", "killed 4 people", "killed 1 people"],
        ),
        (
            "The raid killed five nurses, including Ali Noor and Sam Hill",
            ["killed 5 medics", "killed 1 medics of", "killed 1 medics of"],
        ),
        ("The raid killed five people in towns including Douma", ["killed 5 people"]),
        ("The head of Belo district [in the north] was killed", ["killed 1 people"]),
        # who is counted by "both" or "all", where it stands behind them
        ("A woman and her son both died", ["killed 1 women", "killed 1 children"]),
        ("A woman and her son were both killed", ["killed 1 women", "killed 1 children"]),
        ("Three men had all been shot", ["casualties 3 men"]),
        # somebody by name, and others
        ("Lina Noor and 10 other people died", ["killed 1 people", "killed 10 people"]),
        ("Ali Noor and his wife were hurt", ["injured 1 people", "injured 1 women"]),
        ("In Hama and 10 others died", ["killed 10 people"]),
        # members that add up to a total are its shares
        (
            "The 14 foreigners, six Iraqis, seven Kenyans and a Turk, were detained",
            ["detained 14 people", "detained 6 people of", "detained 7 people of", "detained 1 people of"],
        ),
        (
            "Two men, three women and a boy, were detained",
            ["detained 2 men", "detained 3 women", "detained 1 children"],
        ),
    ],
)
def test_what_stands_between_hides_nobody(text: str, expected: list[str]) -> None:
    assert told(text) == expected
