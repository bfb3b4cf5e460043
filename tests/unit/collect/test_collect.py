import hashlib
import io
import os
import tracemalloc
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from corroborate.collect import Custody, Row, capture, leads, opened, read_manifest, sniff, whole
from corroborate.collect.capture import LARGEST_FILE
from corroborate.errors import CollectError, SettingsError
from corroborate.model.document import Lead
from corroborate.model.issue import Issue, IssueKind


@dataclass(frozen=True)
class StoppedClock:
    at: datetime

    def now(self) -> datetime:
        return self.at


def _file(path: Path, content: bytes = b"Two people were wounded.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _names(*sources: Path | str) -> list[str]:
    return [found.name for found in leads([str(source) for source in sources]) if isinstance(found, Lead)]


def test_a_report_is_named_by_its_file_without_the_ending(tmp_path: Path) -> None:
    assert _names(_file(tmp_path / "sohr-2018.02.txt")) == ["sohr-2018.02"]


def test_inputs_of_one_name_are_told_apart_by_a_number(tmp_path: Path) -> None:
    for path in ("a/report.txt", "b/report.html", "c/report.pdf", "c/report-2.txt"):
        _file(tmp_path / path)
    assert _names(tmp_path) == ["report", "report-2", "report-2-2", "report-3"]


def test_a_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for path in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/config"):
        _file(tmp_path / path)
    assert _names(tmp_path) == ["a", "b", "c"]


def test_standard_input_is_named_stdin_and_read_from_the_stream() -> None:
    (lead,) = leads(["-"])
    assert isinstance(lead, Lead)
    assert lead.name == "stdin"
    with opened(lead, io.BytesIO(b"text")) as file:
        assert whole(file, lead) == b"text"


def test_a_missing_source_is_told_before_anything_is_collected(tmp_path: Path) -> None:
    _file(tmp_path / "a.txt")
    with pytest.raises(CollectError, match=r"gone\.txt: no such file"):
        leads([str(tmp_path / "a.txt"), str(tmp_path / "gone.txt")])


def test_the_case_itself_is_no_source_of_its_reports(tmp_path: Path) -> None:
    _file(tmp_path / "a.txt")
    home = tmp_path / "case"
    inner = home / "evidence"
    inner.mkdir(parents=True)
    _file(inner / "kept.txt")
    assert [found.location for found in leads([str(tmp_path)], home=home) if isinstance(found, Lead)] == [
        str(tmp_path / "a.txt")
    ]
    for source in (home, inner, inner / "kept.txt"):
        with pytest.raises(CollectError, match="is the case itself"):
            leads([str(source)], home=home)


def test_a_file_larger_than_is_read_is_told_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = _file(tmp_path / "sparse.txt")
    os.truncate(path, LARGEST_FILE + 1)
    lead = Lead("sparse", str(path))
    tracemalloc.start()
    with opened(lead) as file, pytest.raises(CollectError, match="more than the"):
        whole(file, lead)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < LARGEST_FILE // 100


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = _file(tmp_path / "closed.txt")
    path.chmod(0)
    with pytest.raises(CollectError, match=r"closed\.txt"), opened(Lead("closed", str(path))):
        pass


def test_a_broken_link_in_a_folder_is_an_issue_and_the_walk_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    _file(tmp_path / "b.txt")
    found = list(leads([str(tmp_path)]))
    assert [type(item) for item in found] == [Issue, Lead]


def test_a_folder_given_as_a_report_cannot_be_fetched(tmp_path: Path) -> None:
    with pytest.raises(CollectError), opened(Lead("folder", str(tmp_path))):
        pass


def test_what_a_manifest_says_goes_with_the_lead_and_an_option_overrules_it(tmp_path: Path) -> None:
    _file(tmp_path / "a.txt")
    table = "\ufeffdoc,publisher,published,url,language,kind\na,SANA,2018-02-04,http://example.org/a,en,agency\n"
    manifest = read_manifest(_file(tmp_path / "manifest.csv", table.encode()))
    (lead,) = leads([str(tmp_path)], manifest, overrule=Row(publisher="Reuters"))
    assert lead == Lead("a", str(tmp_path / "a.txt"), "Reuters", date(2018, 2, 4), "http://example.org/a", "en")


def test_manifest_rows_without_an_input_are_one_issue(tmp_path: Path) -> None:
    _file(tmp_path / "a.txt")
    rows = "doc\na\n" + "".join(f"gone-{number}\n" for number in range(9))
    manifest = read_manifest(_file(tmp_path / "list.csv", rows.encode()))
    doubts = [found for found in leads([str(tmp_path / "a.txt")], manifest) if isinstance(found, Issue)]
    assert len(doubts) == 1
    assert "9 of its rows" in doubts[0].message


def test_a_date_that_is_none_is_an_issue_and_stays_open(tmp_path: Path) -> None:
    manifest = read_manifest(_file(tmp_path / "m.csv", b"doc,published\na,04/02/2018\nb,2018-02-04T10:00:00Z\n"))
    assert manifest.rows["a"].published is None
    assert manifest.rows["b"].published == date(2018, 2, 4)
    assert [doubt.kind for doubt in manifest.issues] == [IssueKind.METADATA_CONFLICT]
    assert "line 2" in manifest.issues[0].message


def test_a_report_named_twice_in_a_manifest_keeps_its_first_row(tmp_path: Path) -> None:
    manifest = read_manifest(_file(tmp_path / "m.csv", b"doc,publisher\na,First\na,Second\n"))
    assert manifest.rows["a"].publisher == "First"
    assert len(manifest.issues) == 1


@pytest.mark.parametrize(
    "table", [b"name,published\na,2018-01-01\n", b"", b"doc,publisher\na,\xff\xfe\n", b'doc\n"' + b"x" * 200_000]
)
def test_a_table_that_is_no_manifest_is_an_error_with_file_and_line(tmp_path: Path, table: bytes) -> None:
    with pytest.raises(SettingsError, match=r"m\.csv, line \d"):
        read_manifest(_file(tmp_path / "m.csv", table))


def test_a_manifest_that_does_not_exist_is_an_error_of_use(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="No such file"):
        read_manifest(tmp_path / "gone.csv")


def test_a_sighting_tells_who_took_the_bytes_when_in_utc_with_what_and_on_which_machine() -> None:
    there = datetime(2018, 2, 5, 12, tzinfo=timezone(timedelta(hours=2)))
    lead = Lead("a", "a.txt")
    taken, sighting = capture(b"text", lead, Custody(StoppedClock(there), "layla", "corroborate 0.1", "desk-7"))
    assert taken.id == hashlib.sha256(b"text").hexdigest()
    assert (taken.size, taken.media_type) == (4, "text/plain")
    assert sighting.seen_at == datetime(2018, 2, 5, 10, tzinfo=UTC)
    assert (sighting.lead, sighting.collector, sighting.tool) == (lead, "layla", "corroborate 0.1")
    assert sighting.machine == "desk-7"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"", "application/x-empty"),
        (b"\xef\xbb\xbf \r\n", "application/x-empty"),
        (b"Two people were wounded.", "text/plain"),
        ("Two people".encode("utf-16"), "text/plain"),
        ("Two people were wounded.".encode("utf-16-le"), "text/plain"),
        ("Two people were wounded.".encode("utf-16-be"), "text/plain"),
        ("أصيب شخصان في قصف على المدينة اليوم".encode("utf-16-le"), "text/plain"),
        ("أصيب شخصان".encode("cp1256"), "text/plain"),
        (b"  <!-- a page --><!DOCTYPE html><html>", "text/html"),
        ("<html><body>".encode("utf-16"), "text/html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "text/html"),
        (b'<?xml version="1.0"?><rss>', "text/xml"),
        (b"<5 people were hurt", "text/plain"),
        (b"%PDF-1.7\n", "application/pdf"),
        (b'{"messages": []}', "application/json"),
        (b"[Update] Two people were wounded.", "text/plain"),
        (b"PK\x03\x04\x14\x00", "application/zip"),
        (b"\x89PNG\r\n\x1a\n\x00", "image/png"),
        (b"Two people\x00were wounded", "application/octet-stream"),
        (bytes(range(256)), "application/octet-stream"),
    ],
)
def test_the_media_type_is_told_by_the_bytes(content: bytes, media_type: str) -> None:
    assert sniff(content) == media_type


def test_a_table_is_told_from_prose_by_its_ending() -> None:
    assert sniff(b"name,killed\n", "lists/toll.csv") == "text/csv"
