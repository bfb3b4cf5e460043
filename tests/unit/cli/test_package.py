"""A case handed over: whoever has no Corroborate can check every file in it."""

import hashlib
import json
import shutil
import subprocess
import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator

from corroborate.case import Case
from corroborate.cli import cli
from corroborate.settings import Settings
from corroborate.wiring import open_case
from tests.unit.adapters.serving import Answer, serving
from tests.unit.test_collections import PAGE

REPORT = "Air strikes on Saraqib killed four people on Sunday, the White Helmets said.\n"


@pytest.fixture
def wacz(tmp_path: Path) -> Path:
    """Return the package of a case with a file and a page from the web."""
    folder, target = tmp_path / "case", tmp_path / "case.wacz"
    (tmp_path / "wire.txt").write_text(REPORT, encoding="utf-8")
    case: Case = open_case(folder, Settings(author="Layla", allowed_hosts=frozenset({"localhost"})))
    with case, serving({"/page.html": Answer(PAGE)}) as server:
        case.add(tmp_path / "wire.txt", f"{server.url}/page.html")
    result = CliRunner().invoke(cli, ["--case", str(folder), "package", "-o", str(target)])
    assert result.exit_code == 0, result.output
    return target


def test_every_file_has_the_hash_that_the_package_gives_it(wacz: Path) -> None:
    with zipfile.ZipFile(wacz) as package:
        described = package.read("datapackage.json")
        digest = json.loads(package.read("datapackage-digest.json"))
        resources = json.loads(described)["resources"]
        hashes = {one["path"]: (one["hash"], one["bytes"]) for one in resources}
        found = {name: package.read(name) for name in package.namelist() if not name.startswith("datapackage")}
    assert digest == {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
    assert hashes == {
        name: (f"sha256:{hashlib.sha256(content).hexdigest()}", len(content)) for name, content in found.items()
    }
    assert json.loads(described)["wacz_version"] == "1.1.1"


def test_standard_tools_check_the_evidence_and_the_log(wacz: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wacz) as package:
        package.extractall(tmp_path / "out")
    evidence = sorted(path.name for path in (tmp_path / "out" / "evidence").iterdir())
    sums = "".join(f"{name}  {name}\n" for name in evidence)
    checked = subprocess.run(
        ["sha256sum", "-c", "--quiet"], input=sums.encode(), cwd=tmp_path / "out" / "evidence", check=False
    )
    assert (checked.returncode, len(evidence)) == (0, 3)
    lines = (tmp_path / "out" / "corroborate" / "custody.jsonl").read_text(encoding="utf-8").splitlines()
    for before, after in pairwise(lines):
        assert json.loads(after)["previous"] == hashlib.sha256(before.encode()).hexdigest()


@pytest.mark.skipif(not all(map(shutil.which, ("bash", "unzip", "jq", "sha256sum"))), reason="a tool is missing")
@pytest.mark.parametrize("touched", ["", "corroborate/dossier.html", "evidence/"])
def test_the_commands_that_are_written_down_for_a_reviewer_find_what_was_touched(
    wacz: Path, tmp_path: Path, touched: str
) -> None:
    page = (Path(__file__).parents[3] / "docs" / "evidence.md").read_text(encoding="utf-8")
    block = page.partition("A reviewer checks it with")[2].partition("```\n")[2].partition("```")[0]
    commands = [line for line in block.splitlines() if not line.startswith("openssl")]  # no stamp is in this package
    place = tmp_path / "reviewer"
    place.mkdir()
    with zipfile.ZipFile(wacz) as package, zipfile.ZipFile(place / "case.wacz", "w") as copy:
        for name in package.namelist():
            is_touched = bool(touched) and name.startswith(touched)
            copy.writestr(name, package.read(name) + b" " * is_touched)
    checked = subprocess.run(["bash", "-e", "-c", "\n".join(commands)], cwd=place, check=False, capture_output=True)
    assert len(commands) == 5
    assert (checked.returncode == 0) is (touched == ""), checked.stderr.decode()


def test_the_index_leads_to_every_page(wacz: Path) -> None:
    with zipfile.ZipFile(wacz) as package:
        pages = [json.loads(line) for line in package.read("pages/pages.jsonl").splitlines()]
        index = package.read("indexes/index.cdxj").decode().splitlines()
        archives = {Path(name).name: package.read(name) for name in package.namelist() if name.startswith("archive/")}
    assert pages[0]["format"] == "json-pages-1.0"
    assert index == sorted(index)
    bodies = {}
    for line in index:
        said = json.loads(line.split(" ", 2)[2])
        start = int(said["offset"])
        record = next(iter(ArchiveIterator(BytesIO(archives[said["filename"]][start : start + int(said["length"])]))))
        bodies[said["url"]] = record.content_stream().read()
    told = [bodies[page["url"]] for page in pages[1:]]
    assert sorted(told) == sorted([REPORT.encode(), PAGE])


def test_the_hand_over_is_in_the_log_and_in_the_package(wacz: Path) -> None:
    with zipfile.ZipFile(wacz) as package:
        last = json.loads(package.read("corroborate/custody.jsonl").splitlines()[-1])
        dossier = package.read("corroborate/dossier.html").decode()
    assert (last["act"], last["subject"], last["actor"]) == ("export", "package", last["actor"])
    assert "Saraqib" in dossier
