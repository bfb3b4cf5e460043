"""One incident handed over: what concerns it, nothing else, and a log that can be checked all the same."""

import hashlib
import json
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corroborate.case import Case
from corroborate.case.handed_log import read_log
from corroborate.cli import cli
from corroborate.model.judgement import Verdict
from corroborate.settings import Settings
from corroborate.wiring import open_case
from tests.time_authority import OPENSSL, Authority

SARAQIB = "Air strikes on Saraqib killed four people on 4 February 2018, the White Helmets said."
AZAZ = "A car bomb in Azaz wounded nine people on 7 March 2018, residents told Local Post."
CHAT = {
    "name": "Local Media",
    "type": "public_channel",
    "messages": [
        {"id": 7, "type": "message", "text": SARAQIB, "photo": "1.jpg"},
        {"id": 8, "type": "message", "text": AZAZ},
    ],
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "chat").mkdir()
    (tmp_path / "chat" / "result.json").write_text(json.dumps(CHAT), encoding="utf-8")
    (tmp_path / "chat" / "1.jpg").write_bytes(b"\xff\xd8\xffpicture")
    with open_case(tmp_path / "case", Settings(author="Layla")) as opened:
        opened.add(tmp_path / "chat" / "result.json")
        yield opened


def incident(case: Case, place: str) -> str:
    return next(one.id for one in case.incidents() if place in one.title)


def handed(case: Case, folder: Path, *options: str) -> Result:
    case_of = ["--case", str(folder / "case"), "package", "-o", str(folder / "saraqib.wacz")]
    return CliRunner().invoke(cli, [*case_of, "--incident", incident(case, "Saraqib"), *options])


def unpacked(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "saraqib.wacz") as package:
        package.extractall(folder / "out")
    return folder / "out"


def test_an_incident_takes_its_reports_and_their_pictures_along_and_no_word_of_others(
    case: Case, tmp_path: Path
) -> None:
    case.judge(Verdict.ACCEPT, [incident(case, "Saraqib")], "two teams")
    case.judge(Verdict.DIFFERENT, [incident(case, "Saraqib"), incident(case, "Azaz")], "a month apart")
    case.judge(Verdict.ACCEPT, [incident(case, "Azaz")], "seen")
    result = handed(case, tmp_path)
    assert result.exit_code == 0, result.output
    assert [line.removeprefix("Left out: ") for line in result.output.splitlines() if line.startswith("Left out")] == [
        "collections that hold other reports (1)",
        "judgements on other reports (1)",
        "entries of the log, but for their hashes (5)",
    ]
    out = unpacked(tmp_path)
    evidence = {path.read_bytes() for path in (out / "evidence").iterdir()}
    assert evidence == {SARAQIB.encode(), b"\xff\xd8\xffpicture"}
    files = [path for path in out.rglob("*") if path.is_file()]
    other = hashlib.sha256(AZAZ.encode()).hexdigest().encode()
    assert [path for path in files if b"Azaz" in path.read_bytes() or other in path.read_bytes()] == []
    (judgement,) = (out / "corroborate" / "judgements.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(judgement)["reason"] == "two teams"
    assert "Saraqib" in (out / "corroborate" / "dossier.html").read_text(encoding="utf-8")


def test_its_log_is_whole_though_what_tells_of_others_is_sealed(case: Case, tmp_path: Path) -> None:
    assert handed(case, tmp_path).exit_code == 0
    lines = (unpacked(tmp_path) / "corroborate" / "custody.jsonl").read_text(encoding="utf-8").splitlines()
    log = read_log(lines)
    assert not log.faults
    assert log.digests == tuple(entry.digest for entry in case.custody())
    shown = [(entry.act.kind.value, entry.act.subject[:8]) for entry in log.entries]
    report, picture = (hashlib.sha256(one).hexdigest()[:8] for one in (SARAQIB.encode(), b"\xff\xd8\xffpicture"))
    assert shown == [("collect", report), ("read", report), ("collect", picture), ("export", "package")]


@pytest.mark.skipif(OPENSSL is None, reason="no openssl on this machine")
def test_standard_tools_check_the_log_and_the_stamp_of_an_incident(case: Case, tmp_path: Path) -> None:
    authority = Authority(tmp_path / "noon", "Noon")
    with authority.serving() as url:
        case.stamp([url], [authority.root.read_bytes()])
    assert handed(case, tmp_path).exit_code == 0
    check = """
    set -e
    cd evidence && for f in *; do echo "$f  $f"; done | sha256sum -c --quiet && cd ../corroborate
    stamp=$(ls stamps/*.json); name=${stamp%.json}
    openssl ts -verify -in $name.tsr -data $stamp -CAfile $name.pem 2>/dev/null
    last=$(grep -o '"sequence":[0-9]*' $stamp | cut -d: -f2)
    head -n $last trail.txt | sha256sum | cut -c1-64
    grep -o '"trail":"[0-9a-f]*"' $stamp | cut -d'"' -f4
    for n in $(grep -n '"act"' custody.jsonl | cut -d: -f1); do
        test $(sed -n ${n}p custody.jsonl | tr -d '\\n' | sha256sum | cut -c1-64) = $(sed -n ${n}p trail.txt)
    done
    """
    done = subprocess.run(["bash", "-c", check], cwd=unpacked(tmp_path), capture_output=True, text=True, check=False)
    verified, trail, told = done.stdout.splitlines()
    assert (done.returncode, verified) == (0, "Verification: OK")
    assert trail == told


def test_a_statement_gives_away_no_capture(case: Case, tmp_path: Path) -> None:
    authority = Authority(tmp_path / "noon", "Noon")
    with authority.serving() as url:
        (stamp,) = case.stamp([url], [authority.root.read_bytes()]).stamps
    told = stamp.statement.decode()
    assert [capture.id for capture in case.captures() if capture.id in told] == []
    (day,) = json.loads(told)["captures"].values()
    listed = "".join(f"{name}\n" for name in sorted(capture.id for capture in case.captures()))
    assert day == hashlib.sha256(listed.encode()).hexdigest()


def test_a_withheld_incident_is_handed_on_only_where_that_is_asked(case: Case, tmp_path: Path) -> None:
    case.judge(Verdict.WITHHOLD, [incident(case, "Saraqib")], "families not told")
    refused = handed(case, tmp_path)
    assert (refused.exit_code, "withheld by a person" in refused.output) == (2, True)
    assert not (tmp_path / "saraqib.wacz").exists()
    assert handed(case, tmp_path, "--withheld").exit_code == 0
