"""The README's five lines do what they say, and its picture is there."""

import re
import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest

import corroborate

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def _code(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def test_the_library_does_in_five_lines_what_the_readme_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with as_file(files("corroborate.examples")) as examples:
        (tmp_path / "reports").mkdir()
        for report in sorted(examples.glob("*-2018-02-0*.txt")):
            shutil.copy(report, tmp_path / "reports")
        shutil.copy(examples / "manifest.csv", tmp_path)
    monkeypatch.chdir(tmp_path)
    exec(compile(_code("python"), "README.md", "exec"), {})  # noqa: S102  # the README's own lines
    assert "Attributed incident record" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_package_shows_the_same_lines_as_the_readme() -> None:
    assert corroborate.__doc__
    assert _code("python").strip() in corroborate.__doc__


def test_the_nine_stages_are_told_in_their_order() -> None:
    stages = re.findall(r"^\d\. \*\*(\w+)\*\*", README, flags=re.MULTILINE)
    assert stages == ["collect", "read", "extract", "locate", "attribute", "link", "reconcile", "grade", "publish"]


def test_the_picture_is_small() -> None:
    picture = Path(__file__).parents[2] / "docs" / "images" / "dossier.png"
    assert picture.stat().st_size <= 300_000
