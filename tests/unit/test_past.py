"""What was known on a past day."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corroborate import Case, open_case
from corroborate.cli import cli
from corroborate.model.casualty import CasualtyRange
from corroborate.model.judgement import Verdict
from corroborate.settings import Settings

FIRST, LAST = date(2018, 2, 5), date(2018, 2, 7)
REPORTS = {
    "wire": "Air strike on Douma\n\nAn air strike killed 12 people in Douma on Monday, the White Helmets said.\n",
    "update": "Toll in Douma rises\n\nMonday's air strike on Douma killed 19 people, the White Helmets said.\n",
    "undated": "A note\n\nAn air strike killed seven people in Idlib on 3 March 2018, activists said.\n",
}
MANIFEST = "doc,publisher,published\nwire,Levant Wire,2018-02-05\nupdate,Northern Post,2018-02-07\n"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / f"{name}.txt").write_text(text)
    (tmp_path / "manifest.csv").write_text(MANIFEST)
    with open_case(tmp_path / "case", Settings(author="Layla", processes=1)) as opened:
        opened.add(folder, manifest=tmp_path / "manifest.csv")
        yield opened


def dead(case: Case) -> list[tuple[int | None, int | None]]:
    douma = [one for one in case.incidents() if one.where.names[:1] == ("Douma",)]
    return [(killed.low.value, killed.high.value) for one in douma for killed in one.ranges]


def reports(case: Case) -> set[str]:
    return {document.name for document in case.documents()}


def test_a_figure_is_known_from_the_day_of_its_report_on(case: Case) -> None:
    assert dead(case.as_of(FIRST)) == [(12, 12)]
    assert dead(case.as_of(LAST)) == dead(case) == [(19, 19)]


def test_before_the_first_report_nothing_was_known(case: Case) -> None:
    before = case.as_of(date(2018, 2, 4)).record()
    assert (before.documents, before.claims, before.incidents, before.issues) == ((), (), (), ())


def test_a_report_without_a_day_is_known_from_when_it_was_seen(case: Case) -> None:
    seen = case.sightings()[0].seen_at.date()
    assert reports(case.as_of(LAST)) == {"wire", "update"}
    assert reports(case.as_of(seen)) == set(REPORTS)


def test_as_of_the_last_day_the_record_is_the_record(case: Case) -> None:
    today = case.as_of(date.max).record()
    assert today.as_of == date.max
    assert replace(today, as_of=None, issues=()) == replace(case.record(), issues=())
    assert set(today.issues) == set(case.record().issues)


def test_what_is_computed_of_a_past_day_is_not_kept(case: Case) -> None:
    before = case.record()
    assert case.as_of(FIRST).record() != before
    assert case.record() == before


def ranges(case: Case) -> list[CasualtyRange]:
    return [one for incident in case.incidents() for one in incident.ranges]


def test_a_bound_that_was_fixed_later_was_not_known_then(case: Case) -> None:
    incident = next(one for one in case.incidents() if one.where.names[:1] == ("Douma",))
    case.judge(Verdict.FIX_BOUND, [incident.id], "counted the graves", "killed people high 25")
    assert 25 in {one.high.value for one in ranges(case)}
    assert 25 not in {one.high.value for one in ranges(case.as_of(LAST))}


def test_what_may_not_be_handed_on_now_may_not_be_as_it_was_known_then(case: Case) -> None:
    case.judge(Verdict.WITHHOLD, [case.incidents()[0].id], "a witness is in danger")
    assert [one.verdict for one in case.as_of(FIRST).judgements()] == [Verdict.WITHHOLD]


def test_the_dossier_says_as_of_which_day_it_tells(case: Case) -> None:
    assert "As it was known on 5 February 2018." in case.as_of(FIRST).report()
    assert "As it was known" not in case.report()


def run(case_folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--case", str(case_folder), *arguments], prog_name="corroborate")


@pytest.mark.parametrize("command", ["incidents", "tallies", "issues", "link-report"])
def test_the_listings_tell_of_a_past_day_and_how_much_was_out_by_then(case: Case, tmp_path: Path, command: str) -> None:
    asked = (command, "--as-of", "2018-02-05", *(("--json",) if command != "link-report" else ()))
    result = run(tmp_path / "case", *asked)
    assert result.exit_code == 0, result.output
    assert "As of 2018-02-05: 1 of 3 reports had been published." in result.stderr
    assert "update" not in result.stdout
    assert len(case.documents()) == 3


def test_show_report_and_export_tell_of_a_past_day(case: Case, tmp_path: Path) -> None:
    (incident,) = case.as_of(FIRST).incidents()
    shown = run(tmp_path / "case", "show", incident.id, "--as-of", "2018-02-05", "--json")
    assert json.loads(shown.stdout)["ranges"][0]["high"]["value"] == 12
    written = run(tmp_path / "case", "report", "--as-of", "2018-02-05", "-o", "-")
    assert "As it was known on 5 February 2018." in written.stdout
    exported = run(tmp_path / "case", "export", "jsonl", "--unreviewed", "--as-of", "2018-02-05", "-o", "-")
    assert "update" not in exported.stdout
    assert "wire" in exported.stdout


def test_a_day_that_is_none_is_refused(case: Case, tmp_path: Path) -> None:
    result = run(tmp_path / "case", "incidents", "--as-of", "Monday")
    assert (result.exit_code, "is no day" in result.stderr, len(case.documents())) == (2, True, 3)
