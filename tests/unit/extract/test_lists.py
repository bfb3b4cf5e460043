"""Lists of the harmed that a sentence announces and lines without a verb fill."""

import pytest

from corroborate.extract.lists import OpenList, announced, is_behind_bullet, is_item, items, opens
from corroborate.model.casualty import Count, Effect, People
from corroborate.model.ids import MentionId
from tests.reading_sentences import bounds, brief, chunked, harm_in, sentence

KILLED = OpenList(Effect.KILLED, People.CIVILIANS, Count.exactly(17), MentionId("killed"))
INJURED = OpenList(Effect.INJURED, People.PEOPLE, Count.exactly(9), MentionId("injured"))


@pytest.mark.parametrize(("text", "is_open"), [("They are as follows:", True), ("They are known.", False)])
def test_a_colon_at_its_end_opens_a_list(text: str, *, is_open: bool) -> None:
    assert opens(chunked(text)) is is_open


@pytest.mark.parametrize(
    ("text", "item"),
    [("- 12 civilians in Hama", True), ("• A nurse", True), ("12 civilians in Hama", True), ("He left", False)],
)
def test_an_item_begins_with_a_bullet_or_a_number_of_people(text: str, *, item: bool) -> None:
    bulleted = is_behind_bullet(text, sentence(text).start)
    assert is_item(chunked(text), bulleted=bulleted) is item


def test_a_list_breaks_down_the_total_of_the_harm_that_it_names() -> None:
    assert announced(chunked("The injuries are as follows:"), (INJURED, KILLED)) == INJURED
    assert announced(chunked("They are as follows:"), (INJURED, KILLED)) == KILLED
    assert announced(chunked("They are as follows:"), ()) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 12 children in Hama", ["killed 12 children"]),
        ("- 3 women and 2 men", ["killed 3 women", "killed 2 men"]),
        ("- 5 in the town of Hama", ["killed 5 civilians"]),
        ("- a nurse", ["killed 1 medics"]),
        ("- 12 children went home", []),
        ("- Hama", []),
        ("- the children", []),
    ],
)
def test_an_item_carries_on_the_effect_of_its_list(text: str, expected: list[str]) -> None:
    found = items(chunked(text), KILLED)
    assert [f"{draft.effect} {bounds(draft.count)} {draft.people}" for draft in found] == expected


def test_the_items_of_a_list_are_shares_of_its_total() -> None:
    text = (
        "Raids killed 17 civilians on Sunday.\nThey were:\n- 12 children in Hama.\n- 5 women in Homs.\nNobody left.\n"
    )
    whole, *shares = harm_in(text)
    assert brief(shares) == ["killed 12 children", "killed 5 women"]
    assert {share.part_of for share in shares} == {whole.id}


def test_a_label_tells_who_is_harmed_unless_it_tells_who_says_so() -> None:
    assert brief(harm_in("- Police: 3 killed in a raid")) == ["killed 3 combatants"]
    assert brief(harm_in("Police: 3 killed in a raid")) == ["killed 3 people"]


def test_a_list_ends_with_the_first_line_that_is_none_of_its_items() -> None:
    text = (
        "Raids killed 17 civilians on Sunday.\nThey were:\n- 12 children.\nHe went home at last.\n- 5 women in Homs.\n"
    )
    assert brief(harm_in(text)) == ["killed 17 civilians", "killed 12 children"]


def test_the_label_of_a_line_names_whom_its_numbers_count() -> None:
    assert brief(harm_in("Raids went on.\n- Soldiers: 12 dead, 3 wounded.\n")) == [
        "killed 12 combatants",
        "injured 3 combatants",
    ]
    text = "Raids killed 17 people.\nSoldiers: 12 fatalities:\nTen were killed in Hama.\nTwo were killed in Homs.\n"
    assert brief(harm_in(text))[1:] == ["killed 12 combatants", "killed 10 combatants", "killed 2 combatants"]


def test_items_with_a_verb_of_their_own_are_shares_too() -> None:
    text = "Raids killed 17 civilians on Sunday.\nThey were:\n- 12 children died in Hama.\n- 5 women died in Homs.\n"
    whole, *shares = harm_in(text)
    assert {share.part_of for share in shares} == {whole.id}


def test_a_line_that_tells_the_total_again_or_of_other_harm_is_no_share() -> None:
    text = (
        "Raids killed 17 civilians on Sunday.\nIt came to this:\n- A total of 17 were killed.\n- 40 women were hurt.\n"
    )
    assert [mention.part_of for mention in harm_in(text)] == [None, None, None]
