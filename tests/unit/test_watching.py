"""Feeds into a case: what they offer once, nothing twice, what was missed again."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from corroborate.adapters.feeds import FeedReader
from corroborate.case import Case
from corroborate.model.issue import IssueKind
from corroborate.settings import Settings
from corroborate.wiring import open_case
from tests.unit.adapters.serving import Answer, Server, serving

PAGE = "<html><body><p>Shells killed {} people in Saraqib, residents said.</p></body></html>"
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Local Post</title><language>en-us</language>
<item><title>Later</title><link>/2.html</link><pubDate>Mon, 05 Feb 2018 10:00:00 GMT</pubDate></item>
<item><title>Earlier</title><link>/1.html</link><pubDate>Sun, 04 Feb 2018 10:00:00 GMT</pubDate></item>
</channel></rss>"""


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return open_case(tmp_path / "case", Settings(author="Layla", allowed_hosts=frozenset({"localhost"})))


def answers(*pages: int) -> Mapping[str, Answer]:
    told = {f"/{number}.html": Answer(PAGE.format(number).encode()) for number in pages}
    return told | {"/feed.xml": Answer(FEED.encode(), headers=(("Content-Type", "text/xml"), ("ETag", '"1"')))}


def look(case: Case, server: Server) -> tuple[int, int]:
    """Watch the feed once and return how many pages were read, and how many could not be had."""
    summary = case.watch(f"{server.url}/feed.xml", reader=FeedReader())
    return summary.read, summary.unreadable


def test_what_a_feed_offers_is_collected_the_oldest_first(case: Case) -> None:
    with serving(answers(1, 2)) as server:
        assert look(case, server) == (2, 0)
    told = [(document.name, document.publisher, str(document.published)) for document in case.documents()]
    assert told == [("1", "Local Post", "2018-02-04"), ("2", "Local Post", "2018-02-05")]
    assert [path for path in server.paths if path.endswith("html")] == ["/1.html", "/2.html"]
    assert not case.verify().faults


def test_nothing_is_collected_twice_and_an_unchanged_feed_not_even_sent(case: Case) -> None:
    with serving(answers(1, 2)) as server:
        look(case, server)
        before = len(case.sightings())
        assert look(case, server) == (0, 0)
        assert len(case.sightings()) == before
        asked = [headers.get("If-None-Match") for path, headers in server.asked if path == "/feed.xml"]
    assert asked == [None, '"1"']


def test_a_page_that_was_missed_is_tried_again(case: Case) -> None:
    told = dict(answers(1))
    with serving(told) as server:
        assert look(case, server) == (1, 1)
        told["/2.html"] = Answer(PAGE.format(2).encode())
        assert look(case, server) == (1, 0)


def test_what_a_server_said_may_be_lost_without_loss(case: Case, tmp_path: Path) -> None:
    with serving(answers(1, 2)) as server:
        look(case, server)
        (tmp_path / "case" / "feeds.json").write_text("broken", encoding="utf-8")
        assert look(case, server) == (0, 0)


def test_what_is_no_feed_offers_nothing(case: Case) -> None:
    with serving({"/feed.xml": Answer(b"<html><body>No feed</body></html>")}) as server:
        assert look(case, server) == (0, 0)
    assert FeedReader().read(b"\x00\xff", "https://a.example/").offers == ()


def test_an_entry_without_an_address_is_told_and_does_not_make_the_feed_new(case: Case) -> None:
    told = dict(answers(1, 2))
    feed = FEED.replace("</channel>", "<item><title>No address</title></item></channel>")
    told["/feed.xml"] = Answer(feed.encode(), headers=(("ETag", '"1"'),))
    with serving(told) as server:
        assert look(case, server) == (2, 1)
        assert look(case, server) == (0, 0)
    assert any("no address" in issue.message for issue in case.issues())


def test_an_entry_that_leads_to_a_file_is_told_and_the_file_not_read(case: Case, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Nine people were killed in Homs, a source said.", encoding="utf-8")
    links = (f"file://{secret}", "c:/secret.txt", "javascript:alert(1)", "https://[::1", "data:text/plain,x")
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    told = dict(answers(1, 2)) | {"/feed.xml": Answer(FEED.replace("</channel>", f"{items}</channel>").encode())}
    with serving(told) as server:
        summary = case.watch(f"{server.url}/feed.xml", reader=FeedReader())
    assert (summary.read, summary.unreadable) == (2, 2)
    messages = {issue.message for issue in case.issues() if issue.kind is IssueKind.UNREADABLE}
    assert any("4 entries give no address of the web" in message for message in messages)
    assert any("https://[::1" in message for message in messages)
    assert {sighting.lead.location.partition(":")[0] for sighting in case.sightings()} == {"http"}


def test_a_feed_that_is_not_there_is_told(case: Case) -> None:
    with serving({}) as server:
        assert look(case, server) == (0, 1)
