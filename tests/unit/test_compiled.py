"""What is compiled is run as long as it is what the sources say, and never after."""

import os
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from corroborate import compiled

GOLDEN = Path(__file__).parents[1] / "golden"
EXAMPLES = compiled.PACKAGE / "examples"  # pages and a PDF among them
MODULE = f"corroborate/extract/words{EXTENSION_SUFFIXES[0]}"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a package of one source, with one module that was compiled from it."""
    for room in compiled.READING:
        (tmp_path / room).mkdir()
    (tmp_path / "extract/words.py").write_text("ONE = 1\n", encoding="utf-8")
    folder = tmp_path / "_compiled"
    (folder / MODULE).parent.mkdir(parents=True)
    (folder / MODULE).touch()
    monkeypatch.setattr(compiled, "PACKAGE", tmp_path)
    monkeypatch.setattr(compiled, "FOLDER", folder)
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.delenv("CORROBORATE_COMPILED", raising=False)
    compiled.seal(compiled.digest())
    return tmp_path


def found() -> list[str]:
    """Return where a module is found by the finders that were put before Python's."""
    spec = sys.meta_path[0].find_spec("corroborate.extract.words", None)
    return [] if spec is None or spec.origin is None else [spec.origin]


def test_a_compiled_module_is_found_where_its_source_is_as_it_was(package: Path) -> None:
    compiled.prefer()
    assert found() == [str(package / "_compiled" / MODULE)]
    assert sys.meta_path[0].find_spec("corroborate.extract.lexicon", None) is None


@pytest.mark.parametrize("change", ["edited", "added", "renamed"])
def test_no_compiled_module_is_found_once_a_source_has_changed(package: Path, change: str) -> None:
    source = package / "extract/words.py"
    if change == "edited":
        source.write_text("ONE = 2\n", encoding="utf-8")
    elif change == "added":
        (package / "locate/more.py").touch()
    else:
        source.rename(package / "extract/word.py")
    before = list(sys.meta_path)
    compiled.prefer()
    assert sys.meta_path == before


def test_the_sources_are_run_where_that_is_asked_for(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORROBORATE_COMPILED", "0")
    before = list(sys.meta_path)
    compiled.prefer()
    assert sys.meta_path == before
    assert compiled.is_fresh(), package


def _read(how: str) -> str:
    """Return what the reports of the golden tests and the bundled ones say, read in a process of its own."""
    command = [sys.executable, "-m", "corroborate", "extract", str(GOLDEN), str(EXAMPLES)]
    environment = os.environ | {"CORROBORATE_COMPILED": how}
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.mark.skipif(not compiled.is_fresh(), reason="nothing is compiled (python tools/compile.py)")
def test_what_is_compiled_reads_as_the_sources_do() -> None:
    assert _read("1") == _read("0") != ""
