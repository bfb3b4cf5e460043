import gzip
import json
import os
import tracemalloc
import zipfile
from collections.abc import Sequence
from copy import copy
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corroborate.adapters import web_archive
from corroborate.adapters.web_archive import WebArchives
from corroborate.model.capturing import Member

PAGE = b"<p>Two died in Douma.</p>"


def warc(*pages: tuple[str, str, str, bytes], packed: bool = True, more: Sequence[tuple[str, str]] = ()) -> bytes:
    """Return a WARC of responses: address, status, content type, body; `more` are headers that each has."""
    target = BytesIO()
    writer = WARCWriter(target, gzip=packed)
    for url, status, kind, body in pages:
        headers = StatusAndHeaders(f"{status} said", [("Content-Type", kind), *more], protocol="HTTP/1.1")
        record = writer.create_warc_record(url, "response", BytesIO(body), length=len(body), http_headers=headers)
        writer.write_record(record)
    return target.getvalue()


def package(archive: bytes, *pages: str, name: str = "archive/data.warc.gz") -> bytes:
    """Return a WACZ that lists these pages."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as wacz:
        wacz.writestr("datapackage.json", "{}")
        wacz.writestr(name, archive)
        lines = [json.dumps({"format": "json-pages-1.0"}), *(json.dumps({"url": page}) for page in pages), "broken"]
        wacz.writestr("pages/pages.jsonl", "\n".join(lines))
    return target.getvalue()


def read(content: bytes, media_type: str = "application/gzip") -> list[Member | str]:
    return list(WebArchives().members(BytesIO(content), media_type))


def urls(members: Sequence[Member | str]) -> list[str | None]:
    return [member.url for member in members if isinstance(member, Member)]


def test_pages_are_read_and_the_rest_stays_in_the_archive() -> None:
    archive = warc(
        ("https://a.example/page", "200", "text/html", PAGE),
        ("https://a.example/style.css", "200", "text/css", b"p {}"),
        ("https://a.example/gone", "404", "text/html", b"gone"),
        ("https://a.example/robots.txt", "200", "text/plain", b"User-agent: *"),
        ("https://a.example/report.pdf", "200", "application/pdf", b"%PDF-1.7"),
    )
    assert urls(read(archive)) == ["https://a.example/page", "https://a.example/report.pdf"]


def test_of_a_package_the_pages_that_it_lists_are_read() -> None:
    archive = warc(
        ("https://a.example/page", "200", "text/html", PAGE),
        ("https://a.example/frame", "200", "text/html", b"<p>Buy now</p>"),
    )
    wacz = package(archive, "https://a.example/page")
    assert WebArchives.is_package(BytesIO(wacz))
    assert urls(read(wacz, "application/zip")) == ["https://a.example/page"]


def test_a_list_of_pages_that_was_made_to_break_its_reader_is_none() -> None:
    archive = warc(("https://a.example/page", "200", "text/html", PAGE))
    wacz = BytesIO()
    with zipfile.ZipFile(wacz, "w") as written:
        written.writestr("datapackage.json", "{}")
        written.writestr("archive/data.warc.gz", archive)
        written.writestr("pages/pages.jsonl", "[" * 100_000)
    assert urls(read(wacz.getvalue(), "application/zip")) == ["https://a.example/page"]


def test_a_package_that_lists_nothing_gives_all_its_pages() -> None:
    archive = warc(("https://a.example/page", "200", "text/html", PAGE))
    assert urls(read(package(archive), "application/zip")) == ["https://a.example/page"]


@pytest.mark.parametrize("cut", [10, 200, -5])
def test_what_stands_before_the_break_is_read(cut: int) -> None:
    first = warc(("https://a.example/1", "200", "text/html", PAGE))
    second = warc(("https://a.example/2", "200", "text/html", PAGE * 100))
    *pages, problem = read(first + second[:cut])
    assert urls(pages)[:1] == ["https://a.example/1"]
    assert "cut short" in str(problem)


def test_a_page_that_is_cut_short_is_not_read() -> None:
    plain = gzip.decompress(warc(("https://a.example/1", "200", "text/html", PAGE * 100)))
    (problem,) = read(plain[:-500], "application/warc")
    assert "cut short" in str(problem)


def test_what_is_no_archive_is_told() -> None:
    for content, media_type in ((gzip.compress(b"no archive"), "application/gzip"), (b"PK no zip", "application/zip")):
        (problem,) = read(content, media_type)
        assert "broken" in str(problem)


def test_a_bomb_in_a_package_is_left_alone() -> None:
    (problem,) = read(package(bytes(5_000_000), name="archive/bomb.warc"), "application/zip")
    assert "bomb" in str(problem)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(gzip.compress(bytes(300_000_000)), "a head does not end", id="no end of a line"),
        pytest.param(
            warc(("https://a.example/film", "200", "video/mp4", bytes(300_000_000))), "only a bomb", id="an empty film"
        ),
        pytest.param(b"WARC/1.0\r\n" + b"A: b\r\n" * 500_000, "a head does not end", id="no end of the headers"),
    ],
)
def test_a_bomb_in_an_archive_is_told(content: bytes, words: str) -> None:
    (problem,) = read(content)
    assert words in str(problem)


def test_a_page_larger_than_is_read_is_left_alone_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_archive, "_LARGEST_MEMBER", 10_000)
    archive = warc(
        ("https://a.example/1", "200", "text/html", bytes(20_000)), ("https://a.example/2", "200", "text/html", PAGE)
    )
    problem, page = read(archive)
    assert "larger than 10000 bytes" in str(problem)
    assert urls([page]) == ["https://a.example/2"]


def test_a_page_that_came_packed_is_unpacked_once() -> None:
    chunk = gzip.compress(PAGE)
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(chunk), chunk)
    headers = [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
    for body, more in ((chunked, headers), (chunk, headers[:1]), (PAGE, headers[:1])):
        (page,) = read(warc(("https://a.example/1", "200", "text/html", body), more=more))
        assert isinstance(page, Member)
        assert page.content == PAGE


def test_a_bomb_in_a_chunk_is_left_alone() -> None:
    chunk = gzip.compress(bytes(200_000_000))
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(chunk), chunk)
    headers = [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
    (problem,) = read(warc(("https://a.example/1", "200", "text/html", chunked), more=headers))
    assert "as only a bomb does" in str(problem)


def test_a_large_archive_takes_the_memory_of_one_record() -> None:
    film = ("https://a.example/film", "200", "video/mp4", os.urandom(1_000_000))
    archive = BytesIO(warc(*([film] * 30), ("https://a.example/1", "200", "text/html", PAGE), packed=False))
    tracemalloc.start()
    found = list(WebArchives().members(archive, "application/warc"))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert urls(found) == ["https://a.example/1"]
    assert most < 5_000_000


def test_a_package_whose_directory_is_too_large_is_told_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = package(warc(("https://a.example/1", "200", "text/html", PAGE)))
    end = whole.rindex(b"PK\x05\x06")
    lying = whole[: end + 12] + (1 << 31).to_bytes(4, "little") + whole[end + 16 :]
    monkeypatch.setattr(zipfile, "ZipFile", None)  # it is not opened
    (problem,) = read(lying, "application/zip")
    assert "its directory has 2147483648 bytes" in str(problem)
    assert not WebArchives.is_package(BytesIO(lying))


def test_a_package_whose_members_lie_upon_each_other_is_told() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as wacz:
        wacz.writestr("datapackage.json", "{}")
        wacz.writestr("archive/0.warc", os.urandom(10_000))
        first = wacz.infolist()[1]
        for number in range(1, 9):
            again = copy(first)
            again.filename = f"archive/{number}.warc"
            wacz.filelist.append(again)
    (problem,) = read(target.getvalue(), "application/zip")
    assert "lie upon each other" in str(problem)


def test_another_zip_is_no_package() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as other:
        other.writestr("../../etc/passwd", "x")
    assert not WebArchives.is_package(BytesIO(target.getvalue()))
    assert not WebArchives.is_package(BytesIO(b"no zip"))
