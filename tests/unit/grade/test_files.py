"""A methodology's file: what is wrong with it is told with its line."""

from pathlib import Path

import pytest

from corroborate.errors import SettingsError
from corroborate.grade import load

HEAD = ['name = "own"', 'version = "1"', 'title = "Ours"', 'source = "https://example.org/rules"', ""]
LAST = ["[[grade]]", 'name = "Noted"', 'meaning = "All else."', "otherwise = true"]


def written(tmp_path: Path, *lines: str) -> str:
    file = tmp_path / "own.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    return str(file)


def graded_by(condition: str) -> list[str]:
    return ["[[grade]]", 'name = "Sure"', 'meaning = "It is sure."', f"all = [{condition}]", *LAST]


def coded_by(*values: str) -> list[str]:
    return [*LAST, "[[code]]", 'name = "where"', 'meaning = "Where it was"', *values]


def test_a_file_of_ones_own_is_read(tmp_path: Path) -> None:
    lines = graded_by('{ condition = "independent_origins", at_least = 3, text = "Three say so" }')
    own = load(written(tmp_path, *HEAD, *lines))
    assert (own.name, [rule.name for rule in own.grades]) == ("own", ["Sure", "Noted"])
    assert own.grades[0].every[0].settings.number("at_least") == 3


def test_the_example_of_the_documentation_is_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "methods.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    own = load(written(tmp_path, example))
    assert [rule.name for rule in own.grades] == ["Two sources", "One source"]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["name = @"], r"own\.toml: .*line 1"),
        (['name = "x"'], "line 1: a methodology needs a 'version'"),
        ([*HEAD[:3], *LAST], "line 1: a methodology needs a 'source'"),
        ([*HEAD[:1], "version = 1", *HEAD[2:], *LAST], "line 2: 'version' must be words in quotes, not 1"),
        (HEAD, r"needs at least one \[\[grade\]\]"),
        ([*HEAD, "gade = 3", *LAST], "line 6: no 'gade' is known here"),
        ([*HEAD, "grade = 3"], "line 6: 'grade' must be tables"),
        ([*HEAD, *LAST[:3]], r"line 6: 'Noted' has no conditions"),
        ([*HEAD, *LAST[:2], *LAST[3:]], r"line 6: a \[\[grade\]\] needs a 'meaning'"),
        ([*HEAD, *graded_by('{ condition = "moon" }')], "line 9: no condition 'moon'; there are act_owned,"),
        ([*HEAD, *graded_by('{ condition = "belligerent_action" }')[:4]], "line 6: the last .*'Sure', must say"),
        ([*HEAD, *graded_by('{ condition = "independent_origins" }')], "line 9: .* takes the settings at_least"),
        (
            [*HEAD, *graded_by('{ condition = "independent_origins", at_least = "two" }')],
            "line 9: 'at_least' must be a whole number",
        ),
        (
            [*HEAD, *graded_by('{ condition = "belligerent_action", at_least = 2 }')],
            "line 9: no 'at_least' is known here; there are condition, text",
        ),
        (
            [*HEAD, *graded_by('{ condition = "harm_told", effects = ["slain"] }')],
            "line 9: effects 'slain' is none of: killed, injured",
        ),
        ([*HEAD, *coded_by()], r"line 10: a \[\[code\]\] needs a 'value'|needs at least one"),
        (
            [*HEAD, *coded_by("[[code.value]]", 'name = "1"', 'meaning = "near"', 'all = [{ condition = "moon" }]')],
            "line 16: no condition 'moon'",
        ),
        (
            [*HEAD, *coded_by("[[code.value]]", 'name = "1"', 'meaning = "near"', "otherwise = true", "colour = 3")],
            "line 17: no 'colour' is known here",
        ),
        (
            [*HEAD, *LAST, "[figures]", 'words = "sometimes"'],
            "line 11: words 'sometimes' is none of: alone, always, never",
        ),
        ([*HEAD, *LAST, "[figures]", "conceded = true"], "line 11: 'conceded' must be words in quotes"),
        ([*HEAD, *LAST, "[figures]", 'left_out = ["friends"]'], "line 11: left_out 'friends' is none of: person,"),
        ([*HEAD, *LAST, "[figures]", "figure = 1"], "line 11: no 'figure' is known here; there are conceded, left_out"),
        (
            [*HEAD, *LAST, "[[figures]]", 'words = "alone"'],
            r"line 10: 'figures' must be a table, under a line \[figures\]",
        ),
        ([*HEAD, *LAST, "[[words]]", "low = 12"], r"line 10: a \[\[words\]\] has either 'words', or 'unnumbered"),
        ([*HEAD, *LAST, "[[words]]", 'words = ["dozens"]', "low = -1"], "line 12: 'low' must be a whole number"),
        ([*HEAD, *LAST, "[[words]]", 'words = ["dozens"]', "high = 2"], "line 12: a 'high' needs its 'low'"),
        (
            [*HEAD, *LAST, "[[words]]", "unnumbered = true", "low = 3", "high = 2"],
            "line 13: 'high' 2 is below 'low' 3",
        ),
        (
            [*HEAD, *LAST, "[[words]]", "unnumbered = true", "", "[[words]]", 'words = "dozens"'],
            "line 14: 'words' must be a list of words in quotes",
        ),
        ([*HEAD, *LAST, "[[range]]", 'low = "mean"'], "line 11: low 'mean' is none of: least, greatest"),
        ([*HEAD, *LAST, "[[range]]", 'people = "folk"'], "line 11: people 'folk' is none of: civilians,"),
        ([*HEAD, *LAST, "[[range]]", 'parts = ["women"]'], "line 11: 'parts' need the 'people'"),
        (
            [*HEAD, *LAST, "[[range]]", 'people = "people"', 'parts = ["women"]', 'disjoint = [["men"]]'],
            "line 13: 'men' is 'disjoint' and is none of the 'parts'",
        ),
        (
            [*HEAD, *LAST, "[[range]]", 'people = "people"', 'parts = ["women"]', 'disjoint = ["women"]'],
            "line 13: 'disjoint' must be lists of words in a list",
        ),
        (
            [*HEAD, *LAST, "[[range]]", 'people = "people"', 'parts = ["women"]', 'disjoint = [["woman"]]'],
            "line 13: disjoint 'woman' is none of: civilians,",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told_with_its_line(tmp_path: Path, lines: list[str], complaint: str) -> None:
    with pytest.raises(SettingsError, match=complaint):
        load(written(tmp_path, *lines))


def test_the_same_slip_in_the_second_of_two_grades_is_found_there(tmp_path: Path) -> None:
    sure = graded_by('{ condition = "belligerent_action" }')[:4]
    with pytest.raises(SettingsError, match="line 14: no condition"):
        load(written(tmp_path, *HEAD, *sure, "", *sure[:3], 'all = [{ condition = "belligerent_actions" }]', *LAST))


def test_a_file_that_changes_is_another_methodology(tmp_path: Path) -> None:
    before = load(written(tmp_path, *HEAD, *LAST))
    after = load(written(tmp_path, *HEAD, "# corrected", *LAST))
    assert before.maker != after.maker
