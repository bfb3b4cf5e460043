"""Who is counted: the people that a noun group names, how many, and the lists it stands in."""

import pytest

from corroborate.extract.coordination import coordinated, list_before
from corroborate.extract.groups import Group, group_at, is_known_people
from corroborate.extract.units import UnitKind
from corroborate.model.casualty import People
from tests.reading_sentences import bounds, brief, chunked, harm_in


def first_group(text: str) -> Group:
    parsed = chunked(text)
    at = next(index for index, unit in enumerate(parsed) if unit.kind is UnitKind.NOUN)
    group = group_at(parsed, at)
    assert group is not None
    return group


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("five civilians", People.CIVILIANS),
        ("two baby girls", People.CHILDREN),
        ("three schoolboys", People.CHILDREN),
        ("an infant", People.CHILDREN),
        ("a pregnant woman", People.WOMEN),
        ("her husband", People.MEN),
        ("a firefighter", People.RESCUERS),
        ("two White Helmets", People.RESCUERS),
        ("four nurses", People.MEDICS),
        ("a surgeon", People.MEDICS),
        ("a photographer", People.JOURNALISTS),
        ("a media activist", People.JOURNALISTS),
        ("nine soldiers", People.COMBATANTS),
        ("rebels", People.COMBATANTS),
        ("twelve Taliban", People.COMBATANTS),
        ("a pilot", People.COMBATANTS),
        ("policemen", People.COMBATANTS),
        ("residents", People.PEOPLE),
        ("two hospital staffers", People.MEDICS),
        ("three workers at the clinic", People.MEDICS),
        ("four staff of a medical charity", People.MEDICS),
        ("five employees of the factory", People.PEOPLE),
        ("at least 61 members", People.COMBATANTS),
        ("two Taliban figures", People.COMBATANTS),
        ("two members of the council", People.PEOPLE),
        ("four members of the Ruritania-backed group", People.COMBATANTS),
        ("nine of his comrades", People.COMBATANTS),
        ("six passengers", People.PEOPLE),
        ("citizens", People.PEOPLE),
        # what stands before the head, or behind "of"
        ("three civilian men", People.CIVILIANS),
        ("ten army personnel", People.COMBATANTS),
        ("Hezbollah members", People.COMBATANTS),
        ("members of the Free Army", People.COMBATANTS),
        ("five members of the security forces", People.COMBATANTS),
        ("three members of his family", People.PEOPLE),
        ("members of the civil defence", People.RESCUERS),
        ("two members of the Red Crescent", People.RESCUERS),
        ("two members of the Hama Brigade", People.COMBATANTS),
        ("two members of the Local Council", People.PEOPLE),
        ("dozens of children", People.CHILDREN),
        ("three of the nurses", People.MEDICS),
        ("two volunteers of the Civil Defence", People.RESCUERS),
        ("workers from the rescue team", People.RESCUERS),
        ("three employees of the medical staff", People.MEDICS),
        ("two workers from the factory", People.PEOPLE),
        ("hundreds of thousands of civilians", People.CIVILIANS),
    ],
)
def test_a_group_names_its_people(text: str, people: People) -> None:
    assert first_group(text).people is people


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("a nurse", "1"),
        ("the pilot", "1"),
        ("another nurse", "1"),
        ("his wife", "1"),
        ("both nurses", "2"),
        ("both", "2"),
        ("both of them", "2"),
        ("five nurses", "5"),
        ("at least five nurses", "5.."),
        ("nurses", "vague"),
        ("dozens of nurses", "vague"),
        ("no nurses", "none"),
        ("one of the nurses", "1"),
    ],
)
def test_a_group_counts_its_people(text: str, count: str) -> None:
    assert bounds(first_group(text).count) == count


@pytest.mark.parametrize(("text", "inherits"), [("dozens more", True), ("16", True), ("16 nurses", False)])
def test_a_bare_number_leaves_its_people_open(text: str, *, inherits: bool) -> None:
    assert first_group(text).inherits is inherits


@pytest.mark.parametrize(
    ("text", "definite"), [("the nurses", True), ("those nurses", True), ("the five nurses", False)]
)
def test_a_group_tells_whether_it_points_back(text: str, *, definite: bool) -> None:
    assert first_group(text).definite is definite


@pytest.mark.parametrize("text", ["five tanks", "two hospitals", "three air strikes", "a deep wound", "12 rockets"])
def test_things_and_acts_are_no_people(text: str) -> None:
    assert not is_known_people(chunked(text)[0])
    assert group_at(chunked(text), 0) is None


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("a father, a mother and their son", ["father", "mother", "son"]),
        ("five men, two women and three children", ["men", "women", "children"]),
        ("five men and wounded", ["men"]),
        ("men, women, children", ["men", "women", "children"]),
        ("a father a mother and a son", ["father", "mother", "son"]),
        ("two nurses as well as a driver", ["nurses", "driver"]),
        ("Ali Noor, his wife Sara and two guards", ["noor", "sara", "guards"]),
        ("Ali Noor, his driver, in Homs", ["driver"]),
        ("Ali Noor and Karim Omar in Homs", ["noor", "omar"]),
        ("Noor and Homs", ["noor"]),
        ("two nurses and 20 tanks", ["nurses"]),
        ("two nurses and three soldiers were wounded", ["nurses"]),
    ],
)
def test_a_list_is_read_from_its_first_member(text: str, members: list[str]) -> None:
    parsed = chunked(text)
    found = [parsed[index].word for index in coordinated(parsed, 0)]
    assert found == members


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("a father, a mother and their son", ["father", "mother", "son"]),
        ("five men and two women", ["men", "women"]),
        ("five men women", ["men", "women"]),
        ("raids hit 3 villages and 41", [""]),
    ],
)
def test_a_list_is_read_from_its_last_member(text: str, members: list[str]) -> None:
    parsed = chunked(text)
    found = [parsed[index].word for index in list_before(parsed, len(parsed) - 1)]
    assert found == members


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two were killed and a third injured", ["killed 2 people", "injured 1 people"]),
        ("Two soldiers were killed and a third badly wounded", ["killed 2 combatants", "injured 1 combatants"]),
        ("Three men were killed & a 4th wounded", ["killed 3 men", "injured 1 men"]),
        ("A third of the town fled", []),
        ("His wife and seven of his other children were killed", ["killed 1 women", "killed 7 children"]),
        ("Two men were killed and seven of them fled", ["killed 2 men", "displaced 7 men"]),
        (
            "The deaths of a woman, her husband and two nuns were mourned",
            ["killed 1 women", "killed 1 men", "killed 2 people"],
        ),
        ("The killing of two men angered many and police shot three", ["killed 2 men", "casualties 3 men"]),
        ("They mourned the death of a man and his son after a truck hit a mine", ["killed 1 men", "killed 1 children"]),
        ("Forty men were wounded and evacuated to Hama", ["injured 40 men"]),
        (
            "The raid killed two, bringing to more than 50 the number of people killed",
            ["killed 2 people", "killed 51.. people"],
        ),
        ("It brought to 12 the death toll in the town", ["killed 12 people"]),
        ("A baby died, raising the death toll to 61", ["killed 1 children", "killed 61 people"]),
        (
            "The raid killed four members of a medical team and two young cousins",
            ["killed 4 medics", "killed 2 children"],
        ),
        ("Police: five men killed in a raid", ["killed 5 men"]),
        ("Medics: two rebels, three nuns killed", ["killed 2 combatants", "killed 3 people"]),
        (
            "The raid killed a man and his two sons, and a third boy was hurt",
            ["killed 1 men", "killed 2 children", "injured 1 children"],
        ),
        ("A man woman and child died in the raid", ["killed 1 men", "killed 1 women", "killed 1 children"]),
        ("The blast killed a reporter and two others", ["killed 1 journalists", "killed 2 people"]),
        ("The blast killed five soldiers and two others", ["killed 5 combatants", "killed 2 combatants"]),
    ],
)
def test_lists_of_people_end_where_a_clause_begins(text: str, expected: list[str]) -> None:
    assert brief(harm_in(f"{text}.")) == expected
