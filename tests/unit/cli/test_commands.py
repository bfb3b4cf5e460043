"""The commands: what goes to which stream, which exit code, and that what is listed can be followed."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corroborate.cli import cli
from corroborate.publish.exports import TEXTS
from tests.calendar_server import Calendar, serving
from tests.time_authority import OPENSSL, Authority

Run = Callable[..., Result]

AGENCY = (
    "Air strikes on Douma kill 12\n\nAt least 12 people, including 3 children, were killed in air strikes on Douma on"
    " Sunday, the White Helmets said. Damascus denied targeting civilians.\n"
)
MONITOR = "Shelling in Idlib\n\nFour civilians were wounded on Saturday when shells hit a market in Idlib.\n"
MANIFEST = "doc,publisher,published\nagency,Levant Wire,2018-02-05\nmonitor,Northern Monitor,2018-02-05\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "agency.txt").write_text(AGENCY)
    (folder / "monitor.txt").write_text(MONITOR)
    (tmp_path / "manifest.csv").write_text(MANIFEST)
    return folder


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CORROBORATE_JOBS", "1")
    runner = CliRunner()

    def invoke(*arguments: str | Path, stdin: bytes | None = None) -> Result:
        return runner.invoke(cli, [str(argument) for argument in arguments], input=stdin, prog_name="corroborate")

    return invoke


@pytest.fixture
def filled(run: Run, reports: Path) -> Run:
    result = run("add", reports, "--manifest", reports.parent / "manifest.csv")
    assert result.exit_code == 0, result.output
    return run


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_add_says_on_standard_error_what_it_did_and_nothing_on_standard_output(run: Run, reports: Path) -> None:
    result = run("add", reports, "--manifest", reports.parent / "manifest.csv")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "2 reports: 2 read" in result.stderr
    assert Path("case/corroborate.db").exists()


def test_add_again_says_that_all_is_known(filled: Run, reports: Path) -> None:
    (summary,) = lines(filled("add", reports, "--manifest", reports.parent / "manifest.csv", "--json"))
    assert summary == {"read": 0, "seen_again": 0, "known": 2, "unreadable": 0, "kept": 0, "claims": 0}


def test_add_anew_without_a_source_reads_the_case_again_from_its_own_evidence(filled: Run, reports: Path) -> None:
    for path in reports.iterdir():
        path.unlink()
    (summary,) = lines(filled("add", "--anew", "--json"))
    assert summary["read"] == 2
    assert filled("--case", "nowhere", "add", "--anew").exit_code == 2


def test_add_reads_standard_input(run: Run) -> None:
    result = run("add", "-", "--publisher", "Levant Wire", "--published", "2018-02-05", stdin=AGENCY.encode())
    assert result.exit_code == 0
    (document,) = lines(run("documents", "--json"))
    assert (document["names"], document["publisher"]) == (["stdin"], "Levant Wire")


def test_add_fails_only_where_nothing_could_be_read(run: Run, reports: Path) -> None:
    (reports / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    assert run("add", reports / "picture.txt").exit_code == 1
    assert run("add", reports).exit_code == 0


@pytest.mark.parametrize("command", ["documents", "claims", "incidents", "tallies", "issues", "link-report", "verify"])
def test_a_case_that_does_not_exist_is_misuse_and_is_not_made(run: Run, command: str) -> None:
    result = run("--case", "nowhere", command)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "no case in nowhere" in result.stderr
    assert not Path("nowhere").exists()


def test_the_case_may_be_named_before_or_after_the_command_or_by_the_environment(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("--case", "one", "add", reports / "agency.txt").exit_code == 0
    assert len(lines(run("documents", "--case", "one", "--json"))) == 1
    monkeypatch.setenv("CORROBORATE_CASE", "one")
    assert len(lines(run("documents", "--json"))) == 1


def test_misuse_is_told_without_a_traceback(run: Run, reports: Path) -> None:
    for arguments in (
        ("add",),
        ("add", "nowhere.txt", "--published", "yesterday"),
        ("extract", reports, "--manifest", reports / "agency.txt"),
        ("claims", "--kind", "rumour"),
        ("methodology", "show", "astrology"),
        ("show", "--case"),
        ("unknown",),
    ):
        result = run(*arguments)
        assert result.exit_code == 2, (arguments, result.output)
        assert "Error" in result.stderr
        assert "Traceback" not in result.output


def test_a_missing_source_is_named_and_is_failed_work(run: Run) -> None:
    result = run("extract", "nowhere.txt")
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr


def test_every_listing_prints_json_lines(filled: Run) -> None:
    for command in ("documents", "claims", "incidents", "tallies", "issues"):
        for line in lines(filled(command, "--json")):
            assert line["id"]


def test_every_listing_prints_a_table(filled: Run) -> None:
    for command, words in (
        ("documents", "Levant Wire"),
        ("claims", "White Helmets"),
        ("incidents", "Douma"),
        ("tallies", ""),
        ("issues", ""),
    ):
        result = filled(command)
        assert result.exit_code == 0
        assert words in result.stdout


def test_claims_are_filtered_by_kind_effect_and_document(filled: Run) -> None:
    assert {claim["kind"] for claim in lines(filled("claims", "--kind", "attack", "--json"))} == {"attack"}
    injured = lines(filled("claims", "--effect", "injured", "--json"))
    assert [claim["docs"] for claim in injured] == [["monitor"]]
    of_agency = lines(filled("claims", "--document", "agency", "--json"))
    assert {claim["document"] for claim in of_agency} == {of_agency[0]["document"]}
    assert len(of_agency) < len(lines(filled("claims", "--json")))


def test_incidents_are_filtered_by_place_day_and_grade(filled: Run) -> None:
    every = lines(filled("incidents", "--json"))
    at_douma = lines(filled("incidents", "--place", "douma", "--json"))
    assert at_douma
    assert at_douma != every
    assert (
        lines(filled("incidents", "--from", "2018-02-04", "--to", "2018-02-04", "--place", "Douma", "--json"))
        == at_douma
    )
    assert lines(filled("incidents", "--to", "2001-01-01", "--json")) == []
    graded = [lines(filled("incidents", "--grade", name, "--json")) for name in ("weak", "fair", "contested")]
    assert sorted(str(i["id"]) for some in graded for i in some) == sorted(str(i["id"]) for i in every)


def test_show_takes_ids_beginnings_of_ids_and_names(filled: Run) -> None:
    for command in ("documents", "claims", "incidents", "issues"):
        for line in lines(filled(command, "--json")):
            name = str(line["id"])
            assert name in filled("show", name).stdout.replace("\n", "")
            (shown,) = lines(filled("show", name[:-1], "--json"))
            assert shown["id"] == name
    assert "[c1 " in filled("show", "agency").stdout


def test_show_asks_for_more_where_a_beginning_is_of_many_and_says_where_it_is_of_none(filled: Run) -> None:
    assert "give more" in filled("show", "claim-").stderr
    missing = filled("show", "zebra")
    assert missing.exit_code == 2
    assert "zebra" in missing.stderr


def test_show_tells_a_doubt_with_the_words_of_every_side_and_where_they_stand(filled: Run, reports: Path) -> None:
    (reports / "council.txt").write_text("Air strikes on Douma on Sunday killed five people, the local council said.")
    filled("add", reports / "council.txt", "--published", "2018-02-06", "--publisher", "The Council")
    doubt = lines(filled("issues", "--kind", "conflict", "--json"))[0]
    shown = filled("show", str(doubt["id"])).stdout
    assert "council (The Council, 2018-02-06): stands in" in shown
    assert "killed 5 people" in shown


def test_show_tells_why_reports_are_taken_for_reports_of_one_incident(filled: Run, reports: Path) -> None:
    (reports / "again.txt").write_text(AGENCY.replace("said", "told reporters"))
    filled("add", reports / "again.txt", "--published", "2018-02-06")
    together = [one for one in lines(filled("incidents", "--json")) if len(str(one["documents"]).split(",")) > 1]
    shown = filled("show", str(together[0]["id"])).stdout
    why = shown[shown.index("Why these reports are one incident") :]
    assert "agency with again" in why
    assert " both tell of the same day" in why
    as_json = filled("show", str(together[0]["id"]), "--json").stdout
    said = [meaning for tie in json.loads(as_json)["ties"] for meaning, _ in tie["reasons"]]
    assert "both tell of the same day" in said


def test_show_tells_why_a_report_could_not_be_read(filled: Run, reports: Path) -> None:
    (reports / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    filled("add", reports / "picture.txt")
    result = filled("show", "picture")
    assert result.exit_code == 2
    assert "could not be read" in result.stderr
    assert "image/png" in result.stderr


def test_link_report_tells_the_reports_of_each_incident(filled: Run, reports: Path) -> None:
    (reports / "copy.txt").write_text(AGENCY)
    filled("add", reports / "copy.txt")
    told = lines(filled("link-report"))
    assert {"agency", "copy"} in [set(map(str, line["docs"])) for line in told]  # type: ignore[call-overload]  # the JSON of `docs` is a list
    assert {str(line["incident"]) for line in told} == {str(i["id"]) for i in lines(filled("incidents", "--json"))}


def test_report_writes_one_page_of_the_case_or_of_an_incident(filled: Run) -> None:
    result = filled("report", "-o", "case.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "case.html" in result.stderr
    assert Path("case.html").read_text().lower().startswith("<!doctype html>")
    incident = str(lines(filled("incidents", "--json"))[0]["id"])
    assert filled("report", incident, "-o", "one.html").exit_code == 0
    claim = str(lines(filled("claims", "--json"))[0]["id"])
    assert filled("report", claim, "-o", "none.html").exit_code == 2
    assert filled("report", "-o", "no/such/folder/case.html").exit_code == 1


def test_export_holds_everything_in_json_lines_and_a_line_a_range_in_csv(filled: Run) -> None:
    assert filled("export", "jsonl", "--unreviewed", "-o", "all.jsonl").exit_code == 0
    kinds = {json.loads(line)["is"] for line in Path("all.jsonl").read_text().splitlines()}
    assert kinds >= {"incident", "claim", "document"}
    table = filled("export", "csv", "--unreviewed", "-o", "-").stdout
    assert table.startswith("\ufeffincident,title")
    assert "killed,people,12,12," in table


def test_export_leaves_out_what_nobody_accepted_and_says_so(filled: Run) -> None:
    result = filled("export", "csv", "-o", "reviewed.csv")
    assert result.exit_code == 0
    assert "nobody has accepted them; --unreviewed takes them in" in result.stderr
    assert len(Path("reviewed.csv").read_text().splitlines()) == 1


@pytest.mark.parametrize("form", ["jsonl", "xlsx", "parquet", *TEXTS])
def test_every_format_that_there_is_can_be_asked_for(filled: Run, form: str) -> None:
    assert filled("export", form, "--unreviewed", "-o", f"made.{form}").exit_code == 0
    assert Path(f"made.{form}").stat().st_size > 0


def test_verify_fails_where_evidence_was_touched(filled: Run) -> None:
    assert filled("verify").exit_code == 0
    kept = next(path for path in Path("case/evidence").rglob("*") if path.is_file())
    kept.chmod(0o644)
    kept.write_text("something else")
    result = filled("verify", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["ok"] is False


@pytest.mark.skipif(OPENSSL is None, reason="no openssl on this machine, of which the authority is made")
def test_stamps_are_told_kept_and_copied(filled: Run, tmp_path: Path) -> None:
    authority = Authority(tmp_path / "authority", "Noon")
    with authority.serving() as url:
        (made,) = lines(filled("stamp", "--tsa", url, "--ca", authority.root, "-o", "copies", "--json"))
        assert made["authority"] == "CN=Noon,O=Tests"
        told = filled("stamp", "--tsa", url, "--tsa", "http://127.0.0.1:9/", "--ca", authority.root)
    assert told.exit_code == 1
    assert "CN=Noon,O=Tests signed entries 1 to 5" in told.stderr
    assert "127.0.0.1:9" in told.stderr
    assert {path.suffix for path in Path("copies").iterdir()} == {".json", ".tsr", ".pem"}
    assert json.loads(Path("copies/entry-4.json").read_text())["head"] == made["head"]
    checked = filled("verify")
    assert checked.exit_code == 0
    assert checked.stdout.count("by the word of CN=Noon,O=Tests") == 2


def test_proofs_of_opentimestamps_are_made_completed_and_copied(filled: Run) -> None:
    calendar = Calendar()
    with serving(calendar) as url:
        (promised,) = lines(filled("stamp", "--ots", "--calendar", url, "--json"))
        assert (promised["calendars"], promised["blocks"]) == ([url], [])
        assert "no proof could be completed" in filled("stamp", "--complete").stderr
        calendar.block = 871_000
        told = filled("stamp", "--complete", "-o", "copies")
    assert "are anchored in block 871000 of Bitcoin" in told.stderr
    (copy,) = (path for path in Path("copies").iterdir() if path.suffix == ".json")
    assert copy.with_name(f"{copy.name}.ots").read_bytes().startswith(b"\0OpenTimestamps")
    assert json.loads(copy.read_text())["head"] == promised["head"]
    assert filled("verify").stdout.count("block 871000") == 1


def test_a_calendar_that_does_not_answer_is_told(filled: Run) -> None:
    result = filled("stamp", "--ots", "--calendar", "http://127.0.0.1:9")
    assert result.exit_code == 1
    assert "127.0.0.1:9" in result.stderr


def test_a_stamp_needs_somebody_to_make_it(filled: Run) -> None:
    result = filled("stamp")
    assert result.exit_code == 2
    assert "--tsa URL" in result.stderr
    assert filled("stamp", "--calendar", "http://127.0.0.1:9").exit_code == 2


def test_the_log_tells_who_did_what_to_which_report(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORROBORATE_AUTHOR", "Omar")
    assert filled("show", "agency").exit_code == 0
    assert filled("export", "csv", "--unreviewed", "-o", "made.csv").exit_code == 0
    assert [line["act"] for line in lines(filled("custody", "agency", "--json"))] == [
        "collect",
        "read",
        "view",
        "export",
    ]
    viewed, exported = lines(filled("custody", "--by", "Omar", "--json"))
    assert viewed["act"] == "view"
    assert exported["details"]["sha256"] == hashlib.sha256(Path("made.csv").read_bytes()).hexdigest()  # type: ignore[index]  # an object of JSON
    assert "Omar" in filled("custody", "--act", "view").stdout
    assert (
        lines(filled("custody", "--json"))[1]["previous"]
        == hashlib.sha256(filled("custody", "--json").stdout.splitlines()[0].encode()).hexdigest()
    )


@pytest.mark.parametrize(
    "command", ["documents", "claims", "incidents", "tallies", "issues", "judgements", "link-report"]
)
def test_each_listing_is_noted_with_its_filters(filled: Run, command: str) -> None:
    assert filled(command, *(["--kind", "harm"] if command == "claims" else [])).exit_code == 0
    last = lines(filled("custody", "--json"))[-1]
    assert (last["act"], last["subject"]) == ("view", command)
    assert last["details"] == ({"kind": "harm"} if command == "claims" else {})


def test_a_dossier_of_an_incident_is_noted_with_the_captures_behind_it(filled: Run) -> None:
    incident = next(line for line in lines(filled("incidents", "--json")) if line["docs"] == ["agency"])
    assert filled("report", incident["id"], "-o", "one.html").exit_code == 0
    assert filled("report", "-o", "all.html").exit_code == 0
    one, whole = lines(filled("custody", "--act", "export", "--json"))
    capture = lines(filled("custody", "agency", "--act", "collect", "--json"))[0]["subject"]
    assert one["details"]["captures"] == [capture]  # type: ignore[index]  # an object of JSON
    assert one["details"]["of"] == incident["id"]  # type: ignore[index]  # an object of JSON
    assert whole["details"]["of"] == "case"  # type: ignore[index]  # an object of JSON


def test_verify_tells_what_does_not_hold_and_since_when(filled: Run) -> None:
    head = filled("verify").stdout.rpartition("is ")[2].split(".")[0]
    assert filled("verify", "--head", head).exit_code == 0
    assert filled("verify", "--head", "ab" * 32).exit_code == 1
    next(path for path in Path("case/evidence").rglob("*") if path.is_file()).unlink()
    told = filled("verify")
    assert told.exit_code == 1
    assert "the file is gone" in told.stdout
    assert "verified the case (entry 7)" in told.stdout


def test_methodologies_are_listed_and_shown(run: Run) -> None:
    assert "airwars" in {line["name"] for line in lines(run("methodology", "list", "--json"))}
    assert "airwars" in run("methodology", "list").stdout
    assert "[[grade]]" in run("methodology", "show", "airwars").stdout
    (shown,) = lines(run("methodology", "show", "airwars", "--json"))
    assert shown["rules"]


def test_extract_prints_one_line_a_report_in_the_form_of_the_guidelines(run: Run, reports: Path) -> None:
    result = run("extract", reports, "--manifest", reports.parent / "manifest.csv")
    found = {str(line["doc"]): line["claims"] for line in lines(result)}
    assert list(found) == ["agency", "monitor"]
    claims = json.loads(json.dumps(found["agency"]))
    assert [claim["id"] for claim in claims] == [f"c{number}" for number in range(1, len(claims) + 1)]
    for claim in claims:
        assert AGENCY[claim["start"] : claim["end"]] == claim["quote"]
        assert {"kind", "sources", "when", "where", "by", "weapon", "hedge", "rules"} <= set(claim)
    (children,) = [claim for claim in claims if claim.get("people") == "children"]
    (total,) = [claim for claim in claims if claim["id"] == children["part_of"]]
    assert total["count"] == {"low": 12, "high": None, "qualifier": "at_least"}
    assert total["sources"] == ["White Helmets"]
    assert total["when"] == {"from": "2018-02-04", "to": "2018-02-04"}


def test_extract_gives_no_claims_and_a_doubt_for_what_cannot_be_read(run: Run, reports: Path) -> None:
    (reports / "empty.txt").write_bytes(b"")
    result = run("extract", reports / "empty.txt", reports / "agency.txt")
    assert [line["doc"] for line in lines(result)] == ["empty", "agency"]
    assert lines(result)[0]["claims"] == []
    assert "empty" in result.stderr
    alone = run("extract", reports / "empty.txt")
    assert alone.exit_code == 1
    assert json.loads(alone.stdout) == {"doc": "empty", "claims": []}


def test_extract_makes_no_case(run: Run, reports: Path) -> None:
    run("extract", reports)
    assert not Path("case").exists()


def test_extract_keeps_one_report_on_one_line_whatever_line_ends_it_holds(run: Run, reports: Path) -> None:
    (reports / "odd.txt").write_text("Shelling in\u2028Idlib killed four\x85people, residents said.", encoding="utf-8")
    assert len(run("extract", reports / "odd.txt").stdout.splitlines()) == 1


def test_evaluate_gives_the_same_as_json_and_as_a_table(run: Run, reports: Path) -> None:
    Path("mine.jsonl").write_text(run("extract", reports).stdout)
    (report,) = lines(run("evaluate", "mine.jsonl", "mine.jsonl", reports, "--json"))
    assert report["reports"] == 2
    assert json.loads(json.dumps(report["harm"]))["record"]["f1"] == 100.0
    assert "record P 100.0" in run("evaluate", "mine.jsonl", "mine.jsonl", reports).stdout
    assert run("evaluate", "mine.jsonl", "mine.jsonl", reports, "--kind", "agency").exit_code == 2


def test_demo_shows_the_record_and_says_where_the_report_is(run: Run) -> None:
    result = run("demo")
    assert result.exit_code == 0, result.output
    assert "incidents" in result.stdout
    assert "tallies" in result.stdout
    assert Path("demo-case/report.html").exists()
    assert "report.html" in result.stderr
    assert run("demo").exit_code == 0


def test_count_prints_the_harm_of_each_report_s_main_incident(run: Run, reports: Path) -> None:
    agency, monitor = lines(run("count", reports, "--manifest", reports.parent / "manifest.csv"))
    assert agency == {"doc": "agency", "killed": {"low": 12, "high": 12}, "injured": None, "displaced": None}
    assert monitor["injured"] == {"low": 4, "high": 4}


def test_count_adds_up_parts_in_a_short_text_without_a_day_and_says_so(run: Run) -> None:
    (told,) = lines(run("count", "-", stdin=b"Gunmen killed three soldiers and two civilians in the market."))
    assert told["killed"] == {"low": 5, "high": 5, "summed": True}


def test_incidents_under_two_methodologies_stand_side_by_side_with_what_differs_and_why(filled: Run) -> None:
    shown = filled("incidents", "--place", "Douma", "--methodology", "airwars", "--beside", "acled")
    assert shown.exit_code == 0
    assert "3 children" in shown.stdout
    assert "low and high: the most conservative figure" in shown.stdout
    assert "1 × Weak → Reported" in shown.stdout
    (line,) = lines(filled("incidents", "--place", "Douma", "--beside", "acled", "--json"))
    assert line["differs"] == ["grade", "killed"]
    acled = line["acled"]
    assert isinstance(acled, dict)
    assert (acled["grade"], acled["codes"]) == ("Reported", {"time_precision": "1", "geo_precision": "1"})


def test_a_methodology_beside_itself_is_misuse(filled: Run) -> None:
    result = filled("incidents", "--beside", "airwars")
    assert result.exit_code == 2
    assert "both methodologies are called 'airwars'" in result.stderr


def test_a_methodology_of_ones_own_grades_and_its_slip_is_told_with_its_line(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.toml"
    rules = (
        '[[grade]]\nname = "Two"\nmeaning = "Two or more."\n'
        'all = [{ condition = "independent_origins", at_least = 2 }]\n'
        '[[grade]]\nname = "One"\nmeaning = "One."\notherwise = true\n'
    )
    own.write_text(f'name = "ours"\nversion = "1"\ntitle = "Ours"\nsource = "https://example.org"\n{rules}')
    monkeypatch.setenv("CORROBORATE_METHODOLOGY", str(own))
    graded = lines(filled("incidents", "--json"))
    assert {grade["name"] for line in graded for grade in line["grades"]} == {"One"}  # type: ignore[attr-defined]  # the lines are of any shape
    assert {grade["methodology"] for line in graded for grade in line["grades"]} == {"ours"}  # type: ignore[attr-defined]  # the lines are of any shape
    own.write_text(own.read_text().replace("at_least = 2", "atleast = 2"))
    result = filled("incidents")
    assert result.exit_code == 2
    assert f"{own}, line 8: the condition 'independent_origins' takes the settings at_least" in result.stderr


def incident_ids(run: Run) -> list[str]:
    return [str(line["id"]) for line in lines(run("incidents", "--json"))]


def test_a_judgement_is_kept_with_its_reason_and_can_be_undone(filled: Run) -> None:
    first = incident_ids(filled)[0]
    assert filled("judge", "accept", first, "--reason", "read by two of us").exit_code == 0
    assert filled("export", "jsonl", "-o", "accepted.jsonl").exit_code == 0
    kept = [json.loads(line) for line in Path("accepted.jsonl").read_text().splitlines()]
    assert [one["id"] for one in kept if one["is"] == "incident"] == [first]
    (made,) = lines(filled("judgements", "--json"))
    assert (made["reason"], made["in_force"]) == ("read by two of us", True)
    assert filled("judge", "undo", str(made["id"])[:14], "--reason", "too early").exit_code == 0
    assert "taken back by judgement-" in filled("judgements").stdout
    result = filled("export", "csv", "-o", "none.csv")
    assert "nobody has accepted them" in result.stderr


def test_a_withheld_incident_is_not_exported_without_being_asked_for(filled: Run) -> None:
    first = incident_ids(filled)[0]
    assert filled("judge", "withhold", first, "--reason", "a witness may be found by it").exit_code == 0
    assert first not in filled("export", "csv", "--unreviewed", "-o", "-").stdout
    assert first in filled("export", "csv", "--unreviewed", "--withheld", "-o", "-").stdout


def test_incidents_that_are_judged_the_same_become_one(filled: Run) -> None:
    before = incident_ids(filled)
    assert len(before) > 1
    assert filled("judge", "same", *before[:2], "--reason", "one night").exit_code == 0
    assert len(incident_ids(filled)) == len(before) - 1


@pytest.mark.parametrize(
    "words",
    [
        ("accept", "no-such-id", "--reason", "why not"),
        ("fix_bound", "{}", "--reason", "why not"),
        ("accept", "{}", "--value", "12", "--reason", "why not"),
        ("accept", "{}", "--reason", " "),
        ("undo", "nothing", "--reason", "why not"),
        ("maybe", "{}", "--reason", "why not"),
    ],
)
def test_a_judgement_that_says_too_little_or_too_much_is_misuse(filled: Run, words: tuple[str, ...]) -> None:
    first = incident_ids(filled)[0]
    assert filled("judge", *(word.format(first) for word in words)).exit_code == 2
    assert filled("judgements", "--json").stdout == ""


def test_a_judgement_tells_what_it_changed_and_is_told_wherever_it_did(filled: Run) -> None:
    first = incident_ids(filled)[0]
    said = filled("judge", "fix_grade", first, "--value", "discounted", "--reason", "they were fighters")
    assert "grade fixed: airwars Discounted" in said.stderr
    assert "→ Discounted" in said.stderr
    assert "1 judgement" in filled("incidents").stdout
    shown = filled("show", first).stdout
    assert "Judgements" in shown
    assert "they were fighters" in shown
    (made,) = lines(filled("judgements", "--on", first, "--json"))
    assert "they were fighters" in filled("show", str(made["id"])).stdout
    assert lines(filled("incidents", "--json"))[0]["judgements"] == [made["id"]]


def test_a_claim_is_put_right_by_words_of_its_report(filled: Run) -> None:
    told = next(one for one in lines(filled("claims", "--kind", "harm", "--json")) if one["people"] == "people")
    wanted = ("judge", "correct", str(told["id"]), "--set", "people=civilians", "--reason", "as the text says")
    assert filled(*wanted, "--words", "no such words").exit_code == 2
    assert filled(*wanted[:3], "--reason", "nothing set").exit_code == 2
    assert filled(*wanted).exit_code == 0
    now = next(one for one in lines(filled("claims", "--json")) if one["id"] == told["id"])
    assert (now["people"], now["quote"]) == ("civilians", told["quote"])
    assert "as it was read" in filled("show", str(told["id"])).stdout
    (mark,) = now["decided"] if isinstance(now["decided"], list) else []
    assert str(mark).startswith("put right: people=civilians (")
    assert "put right: people=civilians" in filled("claims").stdout
    assert "put right: people=civilians" in filled("show", str(told["document"])).stdout
    assert told["decided"] == []


def test_a_report_leaves_out_what_is_withheld_and_sets_methodologies_side_by_side(filled: Run) -> None:
    first = next(line for line in lines(filled("incidents", "--json")))
    assert filled("judge", "withhold", str(first["id"]), "--reason", "a witness").exit_code == 0
    page = filled("report", "--beside", "ucdp", "--beside", "acled", "-o", "-").stdout
    assert str(first["id"]) not in page
    assert "withheld by a person and left out" in page
    assert "Methodologies side by side" in page
    assert filled("report", str(first["id"]), "-o", "-").exit_code == 2
    assert str(first["title"]) in filled("report", str(first["id"]), "--withheld", "-o", "-").stdout
    assert filled("report", "--beside", "airwars", "-o", "-").exit_code == 2


def test_a_claim_that_was_missed_is_added_by_the_reports_own_words(filled: Run) -> None:
    wanted = ("judge", "add", "agency", "--words", "including 3 children", "--reason", "it says whom")
    assert filled(*wanted).exit_code == 2
    assert (
        "says so already"
        in filled(*wanted, "--set", "effect=killed", "--set", "people=children", "--set", "count=3").stderr
    )
    told = filled(*wanted, "--set", "effect=injured", "--set", "people=children", "--set", "count=3")
    assert "injured 3 children" in told.stderr
    claims = [one for one in lines(filled("claims", "--json")) if one["decided"]]
    assert [one["quote"] for one in claims] == ["including 3 children"]
    assert filled("judge", "add", "--words", "x", "--set", "effect=killed", "--reason", "why").exit_code == 2


def test_a_judgement_can_be_pointed_at_something_else(filled: Run) -> None:
    first, second, *_ = incident_ids(filled)
    assert filled("judge", "accept", first, "--reason", "read").exit_code == 0
    (made,) = lines(filled("judgements", "--json"))
    assert filled("judge", "repoint", str(made["id"]), second, "--reason", "it was this one").exit_code == 0
    former, now = lines(filled("judgements", "--json"))
    assert (former["in_force"], former["undone_by"]) == (False, now["id"])
    assert (now["verdict"], now["on"], now["replaces"]) == ("accept", [second], made["id"])
    assert filled("judge", "repoint", "--reason", "why not").exit_code == 2
