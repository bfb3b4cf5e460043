"""A file of norms: what is wrong with it is told with its line."""

from pathlib import Path

import pytest

from corroborate.errors import SettingsError
from corroborate.grade import agreements

HEAD = 'name = "own"\nversion = "1"\ntitle = "Ours"\nsource = "https://example.org/truce"\n\n'
NORM = '[[norm]]\nname = "truce"\ntitle = "A raid"\nrule = "Art. 1"\nall = [{ condition = "belligerent_action" }]\n'
ZONE = '[norm.zone]\nmargin_km = 1.5\noutline = [["a", 33, 36], ["b", 34, 36.5], ["c", 33, 37.0]]\n'


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_of_ones_own_stands_beside_the_program_s(tmp_path: Path) -> None:
    *packaged, own = agreements([written(tmp_path, HEAD + NORM + ZONE)])
    assert [one.name for one in packaged] == ["de-escalation-areas", "humanitarian-law"]
    (norm,) = own.norms
    assert (norm.name, norm.source, norm.zone and norm.zone.outline.margin_km) == ("truce", own.source, 1.5)


def test_the_example_of_the_documentation_is_read(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "norms.md").read_text(encoding="utf-8")
    example = page.partition("```toml\n")[2].partition("```")[0]
    assert [norm.name for norm in agreements([written(tmp_path, example)])[-1].norms] == ["prayer-truce"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (HEAD, 1, "needs at least one"),
        (HEAD + NORM.replace("belligerent_action", "magic"), 10, "no condition 'magic'"),
        (HEAD + NORM.replace("all =", "none ="), 6, "has no conditions"),
        (HEAD + NORM + "from = 2018-02-01\nto = 2018-01-01\n", 12, "lies before"),
        (HEAD + NORM + 'from = "May 2017"\n', 11, "a day without quotes"),
        (HEAD + NORM + "colour = 3\n", 11, "no 'colour' is known"),
        (HEAD + NORM + ZONE.replace("33, 36]", '"33", 36]'), 13, "corner 1"),
        (HEAD + NORM + ZONE.replace('["b", 34, 36.5], ', ""), 13, "needs 3 corners"),
        (HEAD + NORM + ZONE.replace("34, 36.5", "134, 36.5"), 13, "no latitude"),
        (HEAD + NORM + ZONE.replace("1.5", "-1"), 12, "0 or more"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(SettingsError, match=rf"own\.toml, line {line}: .*{message}"):
        agreements([written(tmp_path, text)])


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="line 1"):
        agreements([written(tmp_path, "name =\n" + HEAD)])


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        agreements([tmp_path / "none.toml"])


def test_a_name_that_is_taken_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="humanitarian-law has a norm 'schools' already"):
        agreements([written(tmp_path, HEAD + NORM.replace('"truce"', '"schools"'))])
