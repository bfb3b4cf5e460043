import gzip
import json
import ssl
import zlib
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from corroborate.adapters import web
from corroborate.adapters.web import Manners, WebClient
from corroborate.adapters.web_archive import WebArchives
from corroborate.adapters.web_guard import is_public
from corroborate.errors import CollectError
from corroborate.model.capturing import Condition, Fetched, Member
from tests import certificates
from tests.unit.adapters.serving import Answer, Server, serving, serving_bytes

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)
PAGE = b"<html><body><p>Shells killed two people in Saraqib.</p></body></html>"


class StoppedClock:
    """Always the same time."""

    def now(self) -> datetime:
        return NOW


def client(*, obey_robots: bool = True, allowed: tuple[str, ...] = ("localhost",), longest: float = 30.0) -> WebClient:
    told = ("corroborate-test", "somebody", obey_robots, frozenset(allowed))
    manners = Manners(*told, pause=0.0, longest=longest, machine="desk-7")
    return WebClient(StoppedClock(), manners)


def fetched(answers: Mapping[str, Answer], path: str) -> tuple[Fetched, Server]:
    with serving(answers) as server:
        return client().get(server.url + path), server


def records(archive: bytes) -> list[tuple[str, str, str | None]]:
    """Return the type, address and status of every record of a WARC."""
    return [
        (
            record.rec_type,
            record.rec_headers.get_header("WARC-Target-URI") or "",
            record.http_headers.get_statuscode() if record.rec_type == "response" else None,
        )
        for record in ArchiveIterator(BytesIO(archive))
    ]


def test_a_page_comes_with_the_archive_of_what_was_exchanged() -> None:
    got, server = fetched({"/a": Answer(PAGE)}, "/a")
    assert (got.body, got.problem, got.final_url, got.at) == (PAGE, None, f"{server.url}/a", NOW)
    assert [(kind, status) for kind, url, status in records(got.archive) if url.endswith("/a")] == [
        ("request", None),
        ("response", "200"),
        ("metadata", None),
    ]


def test_the_archive_gives_the_page_back() -> None:
    got, server = fetched({"/a": Answer(PAGE)}, "/a")
    (page,) = WebArchives().members(BytesIO(got.archive), "application/gzip")
    assert isinstance(page, Member)
    assert (page.content, page.url, page.archived_at) == (PAGE, f"{server.url}/a", NOW)


def test_redirects_are_followed_and_every_hop_is_kept() -> None:
    answers = {"/old": Answer(status=301, headers=(("Location", "/new"),)), "/new": Answer(PAGE)}
    got, server = fetched(answers, "/old")
    assert (got.url, got.final_url, got.body) == (f"{server.url}/old", f"{server.url}/new", PAGE)
    assert [status for kind, url, status in records(got.archive) if kind == "response" and "robots" not in url] == [
        "301",
        "200",
    ]


def test_an_error_page_is_kept_as_evidence_and_is_no_report() -> None:
    got, _ = fetched({}, "/gone")
    assert got.body is None
    assert "404" in (got.problem or "")
    assert [status for _, url, status in records(got.archive) if url.endswith("/gone") and status] == ["404"]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://localhost/x", "gopher://localhost/1", "https://[::1"])
def test_a_redirect_to_another_scheme_is_not_followed(target: str) -> None:
    got, _ = fetched({"/a": Answer(status=302, headers=(("Location", target),))}, "/a")
    assert got.body is None
    assert "only http and https" in (got.problem or "")


def test_a_redirect_to_an_address_of_the_machine_is_refused() -> None:
    with serving({"/inner": Answer(b"secret")}) as inner:
        target = inner.url.replace("localhost", "127.0.0.1") + "/inner"
        got, _ = fetched({"/a": Answer(status=302, headers=(("Location", target),))}, "/a")
        assert got.body is None
        assert "not on the open web" in (got.problem or "")
        assert inner.asked == []


def test_an_address_of_the_machine_is_refused_unless_allowed() -> None:
    with serving({"/a": Answer(PAGE)}) as server, pytest.raises(CollectError, match="not on the open web"):
        client(allowed=()).get(f"{server.url}/a")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "http://", "javascript:alert(1)", "/etc/passwd", "https://[::1"])
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(CollectError, match="no address of the web"):
        client().get(url)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1"),
        *("::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1"),
        *("fec0::1", "::127.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b:1::7f00:1", "2001:db8::1", "3fff::1", "4000::1"),
    ],
)
def test_inner_addresses_are_not_public_in_any_form(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "2002:5db8:d822::1"]
)
def test_addresses_of_the_open_web_are_public_in_any_form(address: str) -> None:
    assert is_public(address)


def test_packed_pages_are_unpacked_and_kept_as_they_came() -> None:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "gzip"))
    got, _ = fetched({"/a": Answer(gzip.compress(PAGE), headers=headers)}, "/a")
    assert got.body == PAGE
    (page,) = WebArchives().members(BytesIO(got.archive), "application/gzip")
    assert isinstance(page, Member)
    assert page.content == PAGE


def test_a_page_that_came_deflated_is_unpacked_with_or_without_a_head() -> None:
    headers = (("Content-Type", "text/html"), ("Content-Encoding", "deflate"))
    for packed in (zlib.compress(PAGE), zlib.compress(PAGE)[2:-4]):
        assert fetched({"/a": Answer(packed, headers=headers)}, "/a")[0].body == PAGE


def test_a_bomb_is_kept_packed() -> None:
    bomb = gzip.compress(bytes(3_000_000))
    got, _ = fetched({"/a": Answer(bomb, headers=(("Content-Encoding", "gzip"),))}, "/a")
    assert got.body is None
    assert "bomb" in (got.problem or "")


def test_a_broken_packing_is_told() -> None:
    got, _ = fetched({"/a": Answer(b"no gzip", headers=(("Content-Encoding", "gzip"),))}, "/a")
    assert got.body is None
    assert "broken" in (got.problem or "")


def test_robots_are_obeyed_unless_told_otherwise() -> None:
    answers = {"/robots.txt": Answer(b"User-agent: *\nDisallow: /private"), "/private": Answer(PAGE)}
    got, server = fetched(answers, "/private")
    assert got.body is None
    assert "robots.txt" in (got.problem or "")
    assert server.paths == ["/robots.txt"]
    with serving(answers) as server:
        assert client(obey_robots=False).get(f"{server.url}/private").body == PAGE
        assert server.paths == ["/private"]


def test_a_server_that_cannot_give_its_rules_is_left_alone() -> None:
    got, _ = fetched({"/robots.txt": Answer(status=503), "/a": Answer(PAGE)}, "/a")
    assert got.body is None


def test_what_has_not_changed_is_not_sent_again() -> None:
    answers = {"/a": Answer(PAGE, headers=(("ETag", '"7"'),))}
    with serving(answers) as server:
        first = client().get(f"{server.url}/a")
        again = client().get(f"{server.url}/a", first.condition)
    assert first.condition == Condition('"7"', None)
    assert (again.body, again.problem) == (None, None)


def test_a_server_that_says_unasked_that_nothing_has_changed_gives_no_report() -> None:
    got, _ = fetched({"/a": Answer(status=304)}, "/a")
    assert got.body is None
    assert "304" in (got.problem or "")


def truncated(archive: bytes) -> list[tuple[str | None, bytes]]:
    """Return why each page of a WARC did not come to its end, and what came of it."""
    responses = (record for record in ArchiveIterator(BytesIO(archive)) if record.rec_type == "response")
    told = [(record.rec_headers.get_header("WARC-Truncated"), record.content_stream().read()) for record in responses]
    return [one for one in told if one[0]]


def test_a_page_that_breaks_off_is_no_report_and_what_came_is_kept() -> None:
    with serving_bytes(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>Two", then=None) as url:
        got = client(obey_robots=False).get(url)
    assert got.body is None
    assert "could not be fetched" in (got.problem or "")
    assert truncated(got.archive) == [("disconnect", b"<p>Two")]


def test_a_page_without_end_is_broken_off_and_what_came_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_LARGEST", 100_000)
    with serving_bytes(b"HTTP/1.1 200 OK\r\n\r\n", then=b"a" * 10_000) as url:
        got = client(obey_robots=False).get(url)
    assert "more than the 100000 bytes" in (got.problem or "")
    ((why, content),) = truncated(got.archive)
    assert (why, 0 < len(content) <= 100_000) == ("length", True)


def test_a_head_that_comes_a_sign_at_a_time_is_not_waited_for() -> None:
    endless = serving_bytes(b"HTTP/1.1 200 OK\r\nX-Long: ", then=b"a", every=0.05)
    with endless as url, pytest.raises(CollectError, match=r"timed out|did not end in the time"):
        client(obey_robots=False, longest=0.5).get(url)


def test_a_page_that_comes_a_sign_at_a_time_is_broken_off_and_what_came_is_kept() -> None:
    with serving_bytes(b"HTTP/1.1 200 OK\r\n\r\n", then=b"a", every=0.05) as url:
        got = client(obey_robots=False, longest=0.5).get(url)
    assert got.body is None
    assert [why for why, _ in truncated(got.archive)] == ["time"]


def test_endless_redirects_end() -> None:
    got, server = fetched({"/a": Answer(status=302, headers=(("Location", "/a"),))}, "/a")
    assert "redirects" in (got.problem or "")
    assert len(server.paths) < 20


def test_nobody_there_is_an_error_that_says_so() -> None:
    with serving({}) as server:
        url = server.url
    with pytest.raises(CollectError, match="could not be fetched"):
        client().get(f"{url}/a")


def test_metadata_tells_who_collected_with_what() -> None:
    got, _ = fetched({"/a": Answer(PAGE)}, "/a")
    found = {record.rec_type: record.content_stream().read() for record in ArchiveIterator(BytesIO(got.archive))}
    assert b"operator: somebody" in found["warcinfo"]
    assert b"hostname: desk-7" in found["warcinfo"]
    assert b"software: corroborate-test" in found["warcinfo"]
    assert json.loads(found["metadata"]) == {"tls_certificates": []}


def test_the_chain_of_certificates_that_a_server_sends_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chain = certificates.made(tmp_path)
    monkeypatch.setattr("certifi.where", lambda: str(chain.root))
    with serving({"/a": Answer(PAGE)}, chain.server) as server:
        got = client().get(f"{server.url}/a")
    assert got.body == PAGE
    (said,) = (
        json.loads(record.content_stream().read())
        for record in ArchiveIterator(BytesIO(got.archive))
        if record.rec_type == "metadata" and not record.rec_headers.get_header("WARC-Target-URI").endswith("robots.txt")
    )
    assert tuple(map(ssl.PEM_cert_to_DER_cert, said["tls_certificates"])) == chain.sent


def test_a_server_that_nobody_vouches_for_is_not_asked(tmp_path: Path) -> None:
    with (
        serving({"/a": Answer(PAGE)}, certificates.made(tmp_path).server) as server,
        pytest.raises(CollectError, match="CERTIFICATE_VERIFY_FAILED"),
    ):
        client().get(f"{server.url}/a")
