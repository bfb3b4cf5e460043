import gzip
import json
import zipfile
from collections.abc import Sequence
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corroborate.adapters.web_archive import WebArchives
from corroborate.model.capturing import Member

PAGE = b"<p>Two died in Douma.</p>"


def warc(*pages: tuple[str, str, str, bytes]) -> bytes:
    """Return a WARC of responses: address, status, content type, body."""
    target = BytesIO()
    writer = WARCWriter(target, gzip=True)
    for url, status, kind, body in pages:
        headers = StatusAndHeaders(f"{status} said", [("Content-Type", kind)], protocol="HTTP/1.1")
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


def test_another_zip_is_no_package() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as other:
        other.writestr("../../etc/passwd", "x")
    assert not WebArchives.is_package(BytesIO(target.getvalue()))
    assert not WebArchives.is_package(BytesIO(b"no zip"))
