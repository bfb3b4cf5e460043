"""The library: what five lines do, and what adding reports promises."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corroborate import Case, open_case
from corroborate.errors import CollectError, UsageError
from corroborate.model.casualty import Effect
from corroborate.model.document import Document
from corroborate.model.issue import IssueKind
from corroborate.model.judgement import Verdict
from corroborate.model.mention import Harm
from corroborate.settings import Settings

REPORT = (
    "Air strikes hit Douma\n\nAt least 12 people, including 3 children, were killed in air strikes on Douma on Sunday,"
    " the White Helmets said.\n"
)
MANIFEST = "doc,publisher,published\nwire,Levant Wire,2018-02-05\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "wire.txt").write_text(REPORT)
    (tmp_path / "manifest.csv").write_text(MANIFEST)
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "case", Settings(author="Layla")) as opened:
        yield opened


def names(case: Case) -> list[str]:
    return [sighting.lead.name for sighting in case.sightings()]


def only(case: Case) -> Document:
    (document,) = case.documents()
    return document


def test_five_lines_do_what_the_command_line_does(reports: Path, tmp_path: Path) -> None:
    shown = []
    with open_case(tmp_path / "ghouta") as case:
        case.add(reports, manifest=tmp_path / "manifest.csv")
        for incident in case.incidents():
            shown += [(incident.when, figure.effect, figure.low.value, figure.open) for figure in incident.ranges]
        case.write_report(tmp_path / "report.html")
    assert (Effect.KILLED, 12, True) in [(effect, low, is_open) for _, effect, low, is_open in shown]
    assert (tmp_path / "report.html").read_text().lower().startswith("<!doctype html>")


def test_what_was_added_is_there_when_the_case_is_opened_again(case: Case, reports: Path, tmp_path: Path) -> None:
    case.add(reports)
    with open_case(tmp_path / "case") as again:
        assert again.record() == case.record()


def test_adding_again_adds_nothing(case: Case, reports: Path) -> None:
    assert case.add(reports).read == 1
    before = case.record()
    summary = case.add(reports)
    assert (summary.read, summary.known) == (0, 1)
    assert case.record() == before


def test_the_same_bytes_under_two_names_are_one_document_and_both_names_are_kept(case: Case, reports: Path) -> None:
    (reports / "copy.txt").write_text(REPORT)
    summary = case.add(reports)
    assert (summary.read, summary.again) == (1, 1)
    assert only(case).name == "copy"
    assert names(case) == ["copy", "wire"]


def test_two_reports_of_one_name_keep_a_name_of_their_own_through_every_run(case: Case, reports: Path) -> None:
    for town in ("a", "b"):
        (reports / town).mkdir()
        (reports / town / "wire.txt").write_text(f"{REPORT}{town}")
    case.add(reports / "wire.txt")
    case.add(reports / "b")
    case.add(reports)
    named = {sighting.lead.name: Path(sighting.lead.location).parent.name for sighting in case.sightings()}
    assert named == {"wire": "reports", "wire-2": "b", "wire-3": "a"}


def test_what_a_manifest_says_later_is_taken_up(case: Case, reports: Path, tmp_path: Path) -> None:
    case.add(reports)
    assert only(case).published is None
    summary = case.add(reports, manifest=tmp_path / "manifest.csv")
    assert summary.read == 1
    assert (only(case).publisher, only(case).published) == ("Levant Wire", date(2018, 2, 5))
    days = [claim.situation.when for claim in case.claims() if isinstance(claim.content, Harm)]
    assert all(when and when.start == date(2018, 2, 4) for when in days)


def test_copies_that_are_said_to_have_different_publishers_are_a_doubt(case: Case, reports: Path) -> None:
    case.add(reports, publisher="Levant Wire")
    (reports / "copy.txt").write_text(REPORT)
    case.add(reports / "copy.txt", publisher="Northern Broadcast")
    case.add(reports / "wire.txt", publisher="Levant Wire", anew=True)
    assert only(case).publisher == "Levant Wire"
    (doubt,) = [issue for issue in case.issues() if issue.kind is IssueKind.METADATA_CONFLICT]
    assert "Northern Broadcast (copy)" in doubt.message


def test_a_report_that_cannot_be_read_is_kept_and_told_and_the_others_go_on(case: Case, reports: Path) -> None:
    (reports / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (reports / "empty.txt").write_bytes(b"")
    summary = case.add(reports)
    assert (summary.read, summary.unreadable) == (1, 2)
    assert {issue.kind for issue in case.issues()} >= {IssueKind.UNREADABLE, IssueKind.EMPTY}
    assert names(case) == ["empty", "picture", "wire"]


def test_a_source_that_does_not_exist_is_named(case: Case, tmp_path: Path) -> None:
    with pytest.raises(CollectError, match="nowhere"):
        case.add(tmp_path / "nowhere")


def test_progress_is_told_for_each_report(case: Case, reports: Path) -> None:
    (reports / "b.txt").write_text("Nothing happened in Idlib.")
    told = []
    case.add(reports, progress=lambda step: told.append((step.name, step.done, step.total)))
    assert told == [("b", 1, 2), ("wire", 2, 2)]


def test_search_finds_reports_by_their_words(case: Case, reports: Path) -> None:
    case.add(reports)
    assert case.search("white helmets") == case.documents()
    assert case.search("Aleppo") == ()


def test_a_judgement_needs_author_reason_and_subjects(case: Case, reports: Path) -> None:
    case.add(reports)
    claim = case.claims()[0].id
    with pytest.raises(UsageError, match="reason"):
        case.judge(Verdict.REJECT, [claim], " ")
    with pytest.raises(UsageError, match="2 different"):
        case.judge(Verdict.SAME, [claim, claim], "one event")
    judgement = case.judge(Verdict.REJECT, [claim], "a misreading")
    assert case.judgements() == (judgement,)
    assert judgement.author == "Layla"


def test_the_record_is_folded_anew_after_a_judgement(case: Case, reports: Path) -> None:
    case.add(reports)
    before = case._desk.store.folded()
    case.judge(Verdict.REJECT, [case.claims()[0].id], "a misreading")
    case.incidents()
    assert before is not None
    assert case._desk.store.folded() == (before[0], before[1] + 1)


def test_opening_what_is_no_case_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="is a file"):
        open_case(tmp_path / "file")
    with pytest.raises(UsageError, match="no case"):
        open_case(tmp_path / "none", make=False)
    assert not (tmp_path / "none").exists()


def test_a_file_whose_name_is_no_text_is_added_all_the_same(case: Case, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "odd")
    os.mkdir(folder)  # noqa: PTH102  # a Path takes no bytes
    with open(os.path.join(folder, b"d\xe9j\xe0.txt"), "w", encoding="utf-8") as file:  # noqa: PTH118, PTH123  # a Path takes no bytes
        file.write(REPORT)
    assert case.add(tmp_path / "odd").read == 1
    assert names(case) == ["d?j?"]
    assert case.add(tmp_path / "odd").known == 1


def test_another_methodology_answers_from_what_was_folded(
    case: Case, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.add(reports)
    monkeypatch.setattr("corroborate.pipeline.fold", lambda *_: pytest.fail("the record was folded again"))
    assert {incident.grades[0].methodology for incident in case.incidents("ucdp")} == {"ucdp"}
    with open_case(tmp_path / "case", Settings(methodology="acled")) as again:
        assert {incident.grades[0].methodology for incident in again.incidents()} == {"acled"}
        assert again.record("airwars") == case.record()


def test_a_wrong_methodology_is_told_before_the_work(reports: Path, tmp_path: Path) -> None:
    with open_case(tmp_path / "case", Settings(methodology="moon")) as case:
        with pytest.raises(UsageError, match="no methodology 'moon'"):
            case.add(reports)
        assert case.documents() == ()
