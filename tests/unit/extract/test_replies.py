"""How a party answers an allegation: every row of replies.tsv, and what is taken back with it."""

import pytest

from corroborate.errors import SettingsError
from corroborate.extract import extract
from corroborate.extract.replies import replies
from corroborate.extract.reply_patterns import Construction, Reading, construction, constructions
from corroborate.model.mention import Blame, Mention, Stance, Status, Verification
from tests.reading_sentences import harm_in, line, report

ROWS = constructions()


def said(text: str) -> list[Mention]:
    return list(extract(report(text))[0])


def blamed(text: str) -> list[tuple[str, Stance, str | None]]:
    contents = [mention.content for mention in said(text)]
    return [(one.actor, one.stance, one.about) for one in contents if isinstance(one, Blame)]


def rules(text: str) -> list[str]:
    return [reply.rule for reply in replies(line(text))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_reads_its_example(row: Construction) -> None:
    assert row.id in rules(row.example)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_a_row_leaves_its_counterexample(row: Construction) -> None:
    assert rules(row.counterexample) == []


def test_the_ids_of_the_rows_are_not_taken_twice() -> None:
    ids = [row.id for row in ROWS]
    assert len(ids) == len(set(ids))


def test_a_denial_names_the_party_and_the_act() -> None:
    text = "After a review it was assessed that no Coalition strikes were conducted in the area."
    assert blamed(text) == [("Coalition", Stance.DENIED, "strikes")]


def test_a_reply_that_only_says_our_names_nobody() -> None:
    assert blamed("Our aircraft did not strike the market.") == [("", Stance.DENIED, None)]


def test_a_party_of_two_names_is_one() -> None:
    text = "The deaths were not attributable to U.S. or Coalition Forces."
    assert blamed(text) == [("U.S. or Coalition Forces", Stance.DENIED, "U.S. or Coalition Forces")]


def test_what_cannot_be_told_is_a_check_and_no_denial() -> None:
    (checked,) = said(
        "The report contains insufficient information on the time and location to assess its credibility."
    )
    assert checked.content == Verification(Status.UNVERIFIED, "report")


def test_harm_that_is_admitted_is_told() -> None:
    text = "Regrettably, six civilians were unintentionally killed as a result of this strike."
    assert blamed(text) == [("", Stance.ADMITTED, "civilians were unintentionally killed")]
    assert [mention.span.quote for mention in harm_in(text)] == ["six civilians were unintentionally killed"]


@pytest.mark.parametrize(
    "text",
    [
        "There is insufficient evidence to find that civilians were harmed in this strike.",
        "No alliance actions were conducted in the area that correspond to the report of civilian casualties.",
        "More likely than not, civilian casualties did not occur as a result of a coalition strike.",
    ],
)
def test_what_a_reply_names_only_to_take_it_back_is_told_by_nobody(text: str) -> None:
    assert all(isinstance(mention.content, Blame | Verification) for mention in said(text))


def test_what_is_told_behind_the_clause_of_a_reply_stands() -> None:
    text = "No alliance strikes were conducted in the area, while shelling by the militia killed five people."
    assert [mention.span.quote for mention in harm_in(text)] == ["killed five people"]


def test_an_accusation_that_is_called_unfounded_is_no_accusation() -> None:
    text = "The command stated that allegations of killings by the coalition were unfounded."
    assert [stance for _, stance, _ in blamed(text)] == [Stance.DENIED]


def test_a_toll_over_a_time_admits_nothing_of_one_attack() -> None:
    assert Stance.ADMITTED not in [
        stance for _, stance, _ in blamed("Some 90 civilians have been unintentionally killed.")
    ]


def test_a_denial_in_words_of_its_own_is_read_once() -> None:
    text = "The army denied the claim and said the claim was false."
    assert len([one for one in blamed(text) if one[2] and "false" in one[2]]) <= 1


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (("R99", "denied", "no FORCE"), "five columns|5 columns"),
        (("R99", "doubted", "no FORCE", "a", "b"), "no reading 'doubted'"),
        (("R99", "denied", "no SPELL", "a", "b"), "no class 'SPELL'"),
    ],
)
def test_a_row_that_cannot_be_read_is_told(row: tuple[str, ...], message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        construction(row)


def test_a_row_reads_what_it_says() -> None:
    row = construction(("R99", "unproven", "no? record|records of [ FORCE ]", "", ""))
    assert (row.reading, row.beginnings) == (Reading.UNPROVEN, frozenset(("no", "record", "records")))
