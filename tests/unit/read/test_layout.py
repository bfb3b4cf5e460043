import pytest

from corroborate.model.document import PassageKind
from corroborate.read.layout import layout
from corroborate.read.passages import passages

HEADLINE, BODY, CAPTION, ASIDE = PassageKind.HEADLINE, PassageKind.BODY, PassageKind.CAPTION, PassageKind.ASIDE


def test_three_headlines_after_the_last_sentence_are_those_of_other_stories() -> None:
    lines = ["Market hit", "Two people died.", *(f"Bus number {n} burns on the coast road" for n in range(3))]
    assert layout(lines) == [HEADLINE, BODY, ASIDE, ASIDE, ASIDE]


def test_two_lines_at_the_end_may_be_the_report_s_own() -> None:
    lines = ["Two people died.", "One girl wounded in the market", "One boy wounded in the school"]
    assert ASIDE not in layout(lines)


def test_a_list_after_a_colon_or_with_bullets_is_the_report_s_own() -> None:
    victims = ["a girl aged six from the town", "a boy aged nine from the town", "a man whose name is not known"]
    assert ASIDE not in layout(["The dead are as follows:", *victims])
    assert ASIDE not in layout(["Two people died.", *(f"- {victim}" for victim in victims)])


def test_a_report_in_headlines_alone_is_read_whole() -> None:
    assert ASIDE not in layout(
        ["Shells fall on the market of Binnish", "Two wounded as a bus is hit", "Fire in a camp near Idlib"]
    )


def test_headlines_after_a_related_line_are_aside_until_the_next_sentence() -> None:
    lines = ["Market hit in the town", "Related News", "Bus burns on the coast road", "Two people died on Sunday."]
    assert layout(lines) == [HEADLINE, ASIDE, ASIDE, BODY]


def test_what_stands_alone_between_lines_of_other_headlines_is_one_of_them() -> None:
    lines = [
        "Two died.",
        "Prev Post",
        "Families leave the camp.",
        "Next Post",
        "Drill in the east",
        "They were sisters.",
    ]
    assert layout(lines) == [BODY, ASIDE, ASIDE, ASIDE, ASIDE, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Strike kills six in the south16min",
        "The latest on Cedar News",
        "Prev Post",
        "→ Share",
        "Copy link to Tweet",
        "12 Likes",
        "1.2K views",
        "Share on Facebook",
        "Back to top ↑",
        "Reporting by Layla Haddad; editing by Omar Said",
        "By Layla Haddad",
        "4 February 2018",
        "February 4, 2018",
        "@layla_h",
        "Read more",
        "All rights reserved.",
    ],
)
def test_furniture_stands_beside_the_report(line: str) -> None:
    assert layout(["Two people died.", line, "They were sisters."])[1] is ASIDE


@pytest.mark.parametrize(
    "line",
    [
        "By Sunday, four people had died",
        "More wounded in Douma",
        "Posted soldiers were killed",
        "Strike on a print shop",
        "The reports by doctors tell of gas",
        "Like thousands, they fled",
        "200 people were killed",
        "Shelling went on for 16 min",
        "5 dead",
    ],
)
def test_words_of_a_report_are_no_furniture(line: str) -> None:
    assert layout(["Two people died.", line, "They were sisters."])[1] is not ASIDE


def test_a_picture_s_words_are_a_caption() -> None:
    lines = ["Two people died.", "Photo: a street in Binnish", "A burnt bus on the road – Northern Post"]
    assert layout(lines) == [BODY, CAPTION, CAPTION]


def test_a_dateline_alone_is_no_headline() -> None:
    assert layout(["BINNISH, Syria (AP) _", "Two people died."]) == [BODY, BODY]


def test_the_name_of_who_wrote_it_at_the_end_is_aside() -> None:
    assert layout(["Two people died.", "Layla Haddad/ Omar al-Said", "tweet"]) == [BODY, ASIDE, ASIDE]


def test_an_address_is_no_menu_word() -> None:
    lines = ["Copy link", "Embed tweet", "Two dead pic.twitter.com/aBcDeF", "Fire in the camp near the town tonight"]
    assert layout(lines)[2] is not ASIDE


@pytest.mark.parametrize(
    "sentence",
    [
        "Read Also",
        "(Source: Northern Coalition) Twitter",
        "218-11",
        "... 43 Related Bus Burns in Homs Fire in Tartus",
        "Related Coverage Bus burns in Homs as rain falls",
        "(61) Related Bus Burns in Homs Fire in Tartus",
        "Source Northern Post and agencies Related News Bus burns in Homs - mayor",
        "Writing by Layla Haddad; Editing by Omar Said",
    ],
)
def test_furniture_within_a_line_is_told_sentence_by_sentence(sentence: str) -> None:
    found = list(passages(f"Two people died. They were sisters. {sentence}"))
    assert [passage.kind for passage in found] == [BODY, BODY, ASIDE]


@pytest.mark.parametrize("sentence", ["More stories of fear came from Douma.", "Twelve died.", "12 died."])
def test_sentences_of_a_report_are_no_furniture(sentence: str) -> None:
    assert all(passage.kind is BODY for passage in passages(f"Two people died. They were sisters. {sentence}"))


def test_the_initials_of_a_name_end_no_sentence() -> None:
    text = "He led an anti-U.S. group. Then-U.S. Vice President Hale said so."
    assert [text[found.start : found.end] for found in passages(text)] == [
        "He led an anti-U.S. group.",
        "Then-U.S. Vice President Hale said so.",
    ]


def test_a_sentence_goes_on_where_a_long_line_breaks_in_the_middle_of_it() -> None:
    text = (
        "The ministry said after a review of all it knows that no\nCoalition raids were made anywhere in the whole\n"
        "area.\nHead of the next part\nTwo people died."
    )
    read = [text[one.start : one.end] for one in passages(text)]
    assert read == [text.partition("\nHead")[0], "Head of the next part", "Two people died."]


def test_a_short_line_stands_for_itself_though_the_next_begins_small() -> None:
    text = "Market of the town\nal-Bab market was hit on Monday."
    assert [text[one.start : one.end] for one in passages(text)] == text.split("\n")
