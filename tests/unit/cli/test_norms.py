"""Norms on the command line: listed, shown, asked for; responsibility party by party."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.test_commands import Run, filled, lines, reports, run

__all__ = ["filled", "reports", "run"]  # fixtures

OWN = """
name = "own"
version = "1"
title = "Ours"
source = "https://example.org/truce"
[[norm]]
name = "quiet-sunday"
title = "An attack on the day of the truce"
rule = "Truce, paragraph 1"
from = 2018-02-04
to = 2018-02-04
all = [{ condition = "belligerent_action", text = "An attack is told" }]
"""


def test_norms_are_listed_with_their_rules(run: Run) -> None:
    listed = {str(one["name"]): one for one in lines(run("norms", "list", "--json"))}
    assert "Art. I" in str(listed["chemical-weapons"]["rule"])
    assert listed["de-escalation-eastern-ghouta"]["agreement"] == "de-escalation-areas"
    assert "chemical-weapons" in run("norms", "list").stdout


def test_a_norm_is_shown_as_its_commented_file(run: Run) -> None:
    shown = run("norms", "show", "chemical-weapons").stdout
    assert shown.startswith("# What an incident touches")
    assert shown == run("norms", "show", "humanitarian-law").stdout


def test_a_norm_that_there_is_not_is_misuse(filled: Run) -> None:
    for result in (filled("norms", "show", "magic"), filled("incidents", "--norm", "magic")):
        assert (result.exit_code, result.stdout) == (2, "")
        assert "chemical-weapons" in result.stderr


def test_incidents_are_filtered_by_what_they_touch(filled: Run) -> None:
    markets = lines(filled("incidents", "--norm", "civilian-objects", "--json"))
    assert [str(one["title"]) for one in markets if "Idlib" in str(one["title"])]
    in_areas = lines(filled("incidents", "--norm", "de-escalation-areas", "--json"))
    assert {"Douma", "Idlib"} <= {word for one in in_areas for word in str(one["title"]).replace(",", "").split()}
    assert lines(filled("incidents", "--norm", "chemical-weapons", "--json")) == []


def test_what_an_incident_touches_is_shown_with_rule_claims_and_no_verdict(filled: Run) -> None:
    (douma,) = lines(filled("incidents", "--norm", "de-escalation-eastern-ghouta", "--json"))
    shown = filled("show", str(douma["id"])).stdout
    touched = shown[shown.index("What it touches") : shown.index("Grade by")]
    assert "no verdict" in touched
    assert "Memorandum of Astana" in touched
    assert "“Air strikes on Douma” " in touched


def test_norms_of_ones_own_stand_beside_the_program_s(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(OWN, encoding="utf-8")
    assert filled("norms", "show", own).stdout == OWN.rstrip() + "\n"
    monkeypatch.setenv("CORROBORATE_NORMS", str(own))
    (douma,) = lines(filled("incidents", "--norm", "quiet-sunday", "--json"))
    assert "Douma" in str(douma["title"])
    own.write_text(OWN.replace("to = 2018-02-04", "to = 2017-02-04"), encoding="utf-8")
    result = filled("incidents")
    assert result.exit_code == 2
    assert "own.toml, line 11" in result.stderr


def test_a_denial_stands_with_its_party_beside_what_is_laid_to_it(run: Run, tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    told.write_text(
        "On 28 May 2018 a US-led Coalition air strike on Hajin killed three civilians, the Observatory said."
    )
    answer = tmp_path / "answer.txt"
    answer.write_text(
        "May 28, 2018, near Hajin, Syria, via a monitor's report. After a review it was assessed that no Coalition "
        "strikes were conducted in the area."
    )
    run("add", told, "--publisher", "Gazette", "--published", "2018-05-29")
    run("add", answer, "--publisher", "US-led Coalition", "--published", "2018-07-30")
    (incident,) = lines(run("incidents", "--json"))
    shown = run("show", str(incident["id"])).stdout
    said = shown[shown.index("Responsibility") : shown.index("Grade by")]
    assert "Coalition against Islamic State · denies it" in said
    assert said.index("accused by") < said.index("denies it, 30 July 2018") < said.index("no Coalition strikes were")
    (killed,) = [one for one in json.loads(json.dumps(incident["ranges"])) if one["effect"] == "killed"]
    assert (killed["low"]["value"], killed["high"]["value"]) == (3, 3)
