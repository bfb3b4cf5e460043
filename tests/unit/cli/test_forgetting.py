"""What is forgotten is gone from everything that the case keeps, and the log says that it was removed on purpose."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corroborate.adapters.sql import erasing
from corroborate.case import Case
from corroborate.cli import cli
from corroborate.model.audit import AuditEntry, SealedEntry, entry_or_seal
from corroborate.settings import Settings
from corroborate.wiring import open_case
from tests.time_authority import OPENSSL, Authority

PERSON = "Abu Talib al-Mursi"
DIARY = (
    f"Shells on Kafr Qarzun\n\n{PERSON}, a nurse at the Qarzun dispensary, said that 17 people were killed when barrel"
    " bombs fell on Douma on 4 February 2018.\n"
)
OTHER = (
    "Douma hit\n\nAt least 12 people were killed in air strikes on Douma on 4 February 2018, the White Helmets said.\n"
)
GONE = (b"Talib", b"Mursi", b"Qarzun", b"qarzun", b"dispensary")
REASON = "the court ruled so"


def run(case: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["--case", str(case), *map(str, arguments)])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "qarzun.txt").write_text(DIARY, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")
    folder = tmp_path / "case"
    run(folder, "add", tmp_path / "qarzun.txt", "--publisher", "Qarzun Diary", "--url", "https://qarzun.example/1")
    run(folder, "add", tmp_path / "other.txt", "--publisher", "Gulf Post")
    claims = [json.loads(line) for line in run(folder, "claims", "--json").stdout.splitlines()]
    pair = [
        next(one["id"] for one in claims if one["docs"] == [doc] and one["kind"] == "harm")
        for doc in ("qarzun", "other")
    ]
    run(folder, "judge", "different", *pair, "--reason", "two towns")
    run(folder, "judge", "accept", pair[0], "--reason", "the dispensary was called")
    run(folder, "documents", "--search", "Mursi")
    return folder


def files(case: Path) -> Iterator[tuple[str, bytes]]:
    for path in case.rglob("*"):
        if path.is_file():
            yield str(path.relative_to(case)), path.read_bytes()


def left(case: Path) -> list[str]:
    return [name for name, content in files(case) if any(word in content or word.decode() in name for word in GONE)]


WAYS = [
    ("qarzun",),
    ("--source", PERSON),
    ("--quote", "17 people were  killed"),
    ("--source", "Qarzun Diary"),
    ("--claim",),
]


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_nothing_of_it_is_left_in_any_file_and_the_rest_stays(case: Path, way: tuple[str, ...]) -> None:
    assert left(case)
    if way == ("--claim",):
        claims = map(json.loads, run(case, "claims", "--json").stdout.splitlines())
        way = ("--claim", next(one["id"] for one in claims if one["docs"] == ["qarzun"]))
    done = run(case, "forget", *way, "--reason", REASON, "--yes")
    assert done.exit_code == 0, done.output
    assert left(case) == []
    assert [json.loads(line)["names"] for line in run(case, "documents", "--json").stdout.splitlines()] == [["other"]]
    (incident,) = map(json.loads, run(case, "incidents", "--json").stdout.splitlines())
    assert (incident["origins"], incident["ranges"][0]["low"]["value"]) == (["Syria Civil Defence"], 12)
    assert run(case, "documents", "--search", "Mursi").stdout == ""


def test_verify_says_that_it_was_removed_on_purpose_by_whom_and_why(case: Path) -> None:
    run(case, "forget", "qarzun", "--reason", REASON, "--yes")
    told = run(case, "verify")
    assert told.exit_code == 0, told.output
    assert "removed 1 captures on purpose" in told.stdout
    assert REASON in told.stdout
    entries = [entry_or_seal(line) for line in run(case, "custody", "--json").stdout.splitlines()]
    assert {type(entry) for entry in entries} == {AuditEntry, SealedEntry}
    shown = [(before, entry) for before, entry in pairwise(entries) if isinstance(entry, AuditEntry)]
    assert all(entry.previous == before.digest for before, entry in shown)
    assert "was forgotten" in run(case, "custody").stdout


def test_it_is_asked_before_and_without_an_answer_nothing_goes(case: Path) -> None:
    before = run(case, "claims", "--json").stdout
    refused = run(case, "forget", "qarzun", "--reason", REASON)
    assert (refused.exit_code, "--yes" in refused.stderr) == (2, True)
    assert "1 reports or files with" in refused.stderr
    for wrong in (
        ("--quote", "never said"),
        ("--source", "Nobody"),
        ("--quote", " "),
        (),
        ("nothing",),
        ("--claim", "nothing"),
    ):
        assert run(case, "forget", *wrong, "--reason", REASON, "--yes").exit_code == 2
    assert run(case, "forget", "qarzun", "--reason", " ", "--yes").exit_code == 2
    assert run(case, "claims", "--json").stdout == before


def test_what_was_handed_on_is_told(case: Path, tmp_path: Path) -> None:
    run(case, "export", "jsonl", "--unreviewed", "-o", tmp_path / "out")
    entry = json.loads(run(case, "custody", "--json", "--act", "export").stdout)["sequence"]
    assert f"entries of the log tell: {entry}." in run(case, "forget", "qarzun", "--reason", REASON, "--yes").stderr


def test_it_is_not_taken_again(case: Path) -> None:
    run(case, "forget", "qarzun", "--reason", REASON, "--yes")
    again = run(case, "add", case.parent / "qarzun.txt")
    assert again.exit_code == 1
    assert "it was forgotten on purpose" in again.stderr
    assert left(case) == []
    assert run(case, "verify").exit_code == 0


def test_what_it_was_found_in_goes_too_and_what_else_stood_there_stays(tmp_path: Path) -> None:
    (tmp_path / "texts.csv").write_text(f'id,text\n1,"{DIARY}"\n2,"{OTHER}"\n', encoding="utf-8")
    run(tmp_path / "case", "add", tmp_path / "texts.csv")
    before = run(tmp_path / "case", "documents", "--json").stdout.splitlines()
    assert len(before) == 2
    done = run(tmp_path / "case", "forget", "--source", PERSON, "--reason", REASON, "--yes")
    assert done.exit_code == 0, done.output
    assert left(tmp_path / "case") == []
    assert len(run(tmp_path / "case", "documents", "--json").stdout.splitlines()) == 1
    assert run(tmp_path / "case", "verify").exit_code == 0


def test_a_judgement_that_is_on_more_stays_without_its_words(case: Path) -> None:
    before = [json.loads(line) for line in run(case, "judgements", "--json").stdout.splitlines()]
    run(case, "forget", "qarzun", "--reason", REASON, "--yes")
    (stays,) = map(json.loads, run(case, "judgements", "--json").stdout.splitlines())
    assert stays["id"] == before[0]["id"]
    assert [set(anchor["span"]["quote"]) == {"█"} for anchor in stays["anchors"]] == [True, False]


def test_an_entry_that_is_sealed_without_a_forgetting_is_a_fault(case: Path) -> None:
    with open_case(case, Settings(author="Layla")) as opened:
        bare = next(iter(opened.custody())).sealed.line
    with closing(sqlite3.connect(case / "corroborate.db")) as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("UPDATE audit SET line = ? WHERE sequence = 1", (bare,))
        connection.commit()
    lines = (case / "custody.jsonl").read_text().splitlines()
    (case / "custody.jsonl").write_text("\n".join([bare, *lines[1:]]) + "\n")
    told = run(case, "verify")
    assert told.exit_code == 1
    assert "entry 1 is sealed, and no entry tells that somebody had it forgotten" in told.stdout


@pytest.mark.parametrize("number", [4, 5, 6])
def test_what_is_changed_before_a_sealed_entry_is_found(case: Path, number: int) -> None:
    run(case, "forget", "qarzun", "--reason", REASON, "--yes")
    lines = (case / "custody.jsonl").read_text().splitlines()
    before = lines[number - 1]
    digest = json.loads(before).get("digest")
    after = before.replace(digest, "f" * 64) if digest else before.replace("root", "somebody").replace("20", "21", 1)
    assert after != before
    with closing(sqlite3.connect(case / "corroborate.db")) as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("UPDATE audit SET line = ? WHERE sequence = ?", (after, number))
        connection.commit()
    (case / "custody.jsonl").write_text("\n".join([*lines[: number - 1], after, *lines[number:]]) + "\n")
    assert run(case, "verify").exit_code == 1


def test_the_case_is_still_only_appended_to(case: Path) -> None:
    run(case, "forget", "qarzun", "--reason", REASON, "--yes")
    with closing(sqlite3.connect(case / "corroborate.db")) as connection:
        for table in ("capture", "sighting", "judgement", "audit"):
            with pytest.raises(sqlite3.DatabaseError, match="only ever appended"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608  # names of our own tables


class Cut(Exception):  # noqa: N818  # no error of the program: it stands for a kill
    """The process ended here."""


@pytest.mark.parametrize("step", ["settle", "scour", "done"])
def test_what_a_kill_cuts_off_is_done_by_whoever_opens_the_case_next(
    case: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def cut(*_arguments: object) -> None:
        raise Cut

    with monkeypatch.context() as patched:
        patched.setattr(erasing, step, cut)
        assert isinstance(run(case, "forget", "qarzun", "--reason", REASON, "--yes").exception, Cut)
    assert run(case, "verify").exit_code == 0
    assert left(case) == []


def test_nothing_is_forgotten_while_somebody_else_has_the_case_open(case: Path) -> None:
    opened: Case
    with open_case(case, Settings(author="Layla")) as opened:
        refused = run(case, "forget", "qarzun", "--reason", REASON, "--yes")
        assert refused.exit_code == 1
        assert "end it first" in refused.stderr
        assert len(opened.documents()) == 2


@pytest.mark.skipif(OPENSSL is None, reason="no openssl on this machine, of which the authority is made")
def test_stamps_hold_across_what_was_forgotten(case: Path, tmp_path: Path) -> None:
    authority = Authority(tmp_path / "noon", "Noon")
    with authority.serving() as url:
        assert run(case, "stamp", "--tsa", url, "--ca", authority.root).exit_code == 0
        assert run(case, "forget", "qarzun", "--reason", REASON, "--yes").exit_code == 0
        assert run(case, "stamp", "--tsa", url, "--ca", authority.root).exit_code == 0
    told = run(case, "verify")
    assert told.exit_code == 0, told.output
    assert told.stdout.count("existed on") == 2


def test_a_log_that_came_with_a_package_loses_what_it_told_of_it(case: Path, tmp_path: Path) -> None:
    assert run(case, "package", "-o", tmp_path / "case.wacz").exit_code == 0
    taken = tmp_path / "taken"
    assert run(taken, "import", tmp_path / "case.wacz").exit_code == 0
    assert left(taken)
    done = run(taken, "forget", "--source", PERSON, "--reason", REASON, "--yes")
    assert done.exit_code == 0, done.output
    assert left(taken) == []
    told = run(taken, "verify")
    assert told.exit_code == 0, told.output
    assert "sealed" in told.stdout
    assert [json.loads(line)["names"] for line in run(taken, "documents", "--json").stdout.splitlines()] == [["other"]]
