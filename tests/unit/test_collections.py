"""Collections and pages into a case: kept whole, read one by one, told where they stood."""

import csv
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest

from corroborate.case import Case
from corroborate.model.document import Lead
from corroborate.settings import Settings
from corroborate.wiring import open_case, read_reports
from tests.unit.adapters.serving import Answer, serving
from tests.unit.adapters.test_web_archive import package, warc

PAGE = b"<html><body><p>Shells killed two people in Saraqib, residents said on Sunday.</p></body></html>"
TABLE = "id,text,source,date\n7,Two people were killed in Douma.,Local Post,2018-02-05\n8,Jets struck Harasta.,Other,\n"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "case", Settings(author="Layla", allowed_hosts=frozenset({"localhost"}))) as case:
        yield case


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many bytes are held at once in this test."""
    monkeypatch.setattr(import_module("corroborate.collect.capture"), "LARGEST_FILE", 10_000)
    return 10_000


def export(folder: Path, messages: list[Mapping[str, object]]) -> Path:
    """Write an export of Telegram Desktop and return its folder."""
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "1.jpg").write_bytes(b"\xff\xd8\xffpicture")
    told = {"name": "Local Media", "type": "public_channel", "id": 1, "messages": messages}
    (folder / "result.json").write_text(json.dumps(told), encoding="utf-8")
    return folder


def test_the_pages_of_an_archive_are_reports_that_name_it(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "crawl.wacz"
    path.write_bytes(package(warc(("https://a.example/saraqib.html", "200", "text/html", PAGE))))
    summary = case.add(path)
    assert (summary.read, summary.kept, summary.unreadable) == (1, 1, 0)
    (document,) = case.documents()
    assert (document.name, document.url) == ("saraqib", "https://a.example/saraqib.html")
    archive, page = case.sightings()
    assert page.within == archive.capture
    assert page.lead.location.startswith(f"{path}#urn:uuid:")
    assert page.archived_at is not None


def test_the_rows_of_a_table_are_reports(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(TABLE, encoding="utf-8")
    assert case.add(path).read == 2
    first, second = case.documents()
    assert (first.name, first.publisher, str(first.published)) == ("7", "Local Post", "2018-02-05")
    assert second.publisher == "Other"


def test_the_messages_of_an_export_are_reports_and_its_media_are_kept(case: Case, tmp_path: Path) -> None:
    message = {"id": 7, "type": "message", "date": "2018-02-05T09:30:00", "text": "Two died.", "photo": "photos/1.jpg"}
    summary = case.add(export(tmp_path / "chat", [message]))
    assert (summary.read, summary.kept, summary.unreadable) == (1, 2, 0)
    whole, post, photo = case.sightings()
    assert {post.within, photo.within} == {whole.capture}
    assert not case.verify().faults


def archiver_output(folder: Path, wacz: bytes, told_hash: str) -> Path:
    """Write what the Auto Archiver leaves behind (csv_db, local_storage), beside files of its own, and return it."""
    (folder / "local_archive").mkdir(parents=True)
    (folder / "secrets").mkdir()
    (folder / "secrets" / "notes.txt").write_text("Nine people were killed in Homs.", encoding="utf-8")
    files = {"film.mp4": b"\0\0\0\x18ftypfilm", "page.wacz": wacz, "report.html": b"<html><p>Nine died.</p></html>"}
    for name, content in files.items():
        (folder / "local_archive" / name).write_bytes(content)
    media = [{"filename": f"work/{name}", "urls": [f"local_archive/{name}"], "properties": {}} for name in files]
    media[0]["properties"] = {"hash": f"SHA-256:{told_hash}"}
    metadata = {"url": "https://a.example/1", "content": "Two people were killed in Douma."}
    with (folder / "db.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["status", "metadata", "media"], ["success", metadata, media]])
    return folder


def test_the_output_of_the_auto_archiver_is_taken_with_its_media_and_web_archives(case: Case, tmp_path: Path) -> None:
    film = hashlib.sha256(b"\0\0\0\x18ftypfilm").hexdigest()
    wacz = package(warc(("https://a.example/saraqib.html", "200", "text/html", PAGE)))
    summary = case.add(archiver_output(tmp_path / "archiver", wacz, film))
    assert (summary.read, summary.kept, summary.unreadable) == (2, 4, 0)
    assert {document.url for document in case.documents()} == {"https://a.example/1", "https://a.example/saraqib.html"}
    table = next(one for one in case.sightings() if one.lead.name == "db")
    within = {one.lead.name: one.within for one in case.sightings()}
    assert within["db-2"] == within["db-2-media-1"] == within["db-2-media-2"] == table.capture
    assert within["saraqib"] == next(one.capture for one in case.sightings() if one.lead.location.endswith(".wacz"))
    assert not case.verify().faults


def test_a_medium_that_is_not_what_was_archived_is_kept_and_told(case: Case, tmp_path: Path) -> None:
    wacz = package(warc(("https://a.example/saraqib.html", "200", "text/html", PAGE)))
    summary = case.add(archiver_output(tmp_path / "archiver", wacz, "ab" * 32))
    assert (summary.read, summary.kept, summary.unreadable) == (2, 4, 1)
    (told,) = (issue.message for issue in summary.issues if "archived" in issue.message)
    assert "film.mp4: these are not the bytes that were archived" in told


def test_what_was_in_a_collection_before_is_not_read_again(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "posts.csv"
    path.write_text(TABLE, encoding="utf-8")
    case.add(path)
    summary = case.add(path)
    assert (summary.read, summary.known) == (0, 2)
    assert case.read_again().read == 2


def test_a_broken_archive_leaves_an_issue_and_what_stood_before(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    whole = warc(("https://a.example/1", "200", "text/html", PAGE))
    path.write_bytes(whole + warc(("https://a.example/2", "200", "text/html", PAGE * 99))[:150])
    summary = case.add(path)
    assert (summary.read, summary.unreadable) == (1, 1)
    assert any("cut short" in issue.message for issue in summary.issues)


def test_an_archive_larger_than_is_held_is_read_from_disk(case: Case, tmp_path: Path, held: int) -> None:
    film = ("https://a.example/film", "200", "video/mp4", os.urandom(5 * held))
    archive = warc(film, ("https://a.example/saraqib.html", "200", "text/html", PAGE), film)
    for name, content in {"crawl.warc.gz": archive, "crawl.wacz": package(archive)}.items():
        (tmp_path / name).write_bytes(content)
        summary = case.add(tmp_path / name)
        assert (summary.read + summary.again, summary.kept, summary.unreadable) == (1, 1, 0)
    sizes = {kept.size for kept in case.captures()}
    assert {len(archive), (tmp_path / "crawl.wacz").stat().st_size, len(PAGE)} == sizes
    assert not case.verify().faults


def test_a_file_larger_than_is_held_is_kept_and_not_read(case: Case, tmp_path: Path, held: int) -> None:
    (tmp_path / "film.mp4").write_bytes(bytes(4) + b"ftyp" + os.urandom(5 * held))
    summary = case.add(tmp_path / "film.mp4")
    assert (summary.read, summary.kept, summary.unreadable) == (0, 1, 1)
    assert f"more than the {held} bytes" in summary.issues[0].message
    (kept,) = case.captures()
    assert (kept.size, kept.media_type) == (5 * held + 8, "video/mp4")
    assert not case.verify().faults


def test_a_web_address_is_fetched_kept_and_read(case: Case) -> None:
    with serving({"/news/saraqib.html": Answer(PAGE)}) as server:
        url = f"{server.url}/news/saraqib.html"
        summary = case.add(url)
    assert (summary.read, summary.kept) == (1, 1)
    (document,) = case.documents()
    assert (document.name, document.url) == ("saraqib", url)
    archive, page = case.sightings()
    assert page.within == archive.capture
    assert not case.verify().faults


def test_a_page_that_is_gone_is_evidence_and_an_issue(case: Case) -> None:
    with serving({}) as server:
        summary = case.add(f"{server.url}/gone")
    assert (summary.read, summary.kept, summary.unreadable) == (0, 1, 1)
    assert "404" in summary.issues[0].message


def test_nothing_is_fetched_without_a_case() -> None:
    with serving({"/a": Answer(PAGE)}) as server:
        ((_, reading),) = read_reports([Lead("a", f"{server.url}/a")], Settings())
        assert server.asked == []
    assert "add it to a case" in reading.issues[0].message
