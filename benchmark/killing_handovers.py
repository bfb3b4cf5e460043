"""Handing over and watching, killed (SIGKILL) at random moments of their way.

What was acknowledged has to be there, a package under its name has to be whole, the case has to hold, and the same
command has to do the rest, nothing twice.
"""

import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from benchmark.custody import write_reports
from benchmark.trials import FAULTS, Tried, apart
from corroborate.adapters.clock import SystemClock
from corroborate.adapters.feeds import FeedReader
from corroborate.adapters.handed_package import open_package
from corroborate.adapters.web import Manners, WebClient
from corroborate.adapters.web_archive import WebArchives
from corroborate.case import Case, Finder
from corroborate.cli.packaging import write_package
from corroborate.errors import ReadError
from corroborate.model.issue import IssueKind
from corroborate.wiring import desk, open_case

_BULK, _BULKS = 4_000_000, 5  # bytes of captures that are no reports, so that keeping and packing take their time
_PAGES = 30
_LATER = 1.1  # of the time that a run takes: so late a kill may come


def _timed(work: Callable[[Callable[[str], None]], None]) -> float:
    """Return how many seconds an undisturbed run takes."""
    start = time.monotonic()
    ended, _ = apart(work, None)
    if ended:
        raise SystemExit(f"an undisturbed run ended with {ended}")
    return time.monotonic() - start


def make_case(place: Path, reports: int) -> Path:
    """Make a case with reports and with captures of some size, and return its folder."""
    write_reports(place / "reports", reports, 1)
    folder, chance = place / "case", random.Random(7)  # noqa: S311  # bytes that do not pack, the same in each run
    for number in range(_BULKS):
        (place / "reports" / f"film-{number}.mp4").write_bytes(chance.randbytes(_BULK))
    with open_case(folder, FAULTS) as case:
        case.add(place / "reports")
    return folder


def _package(folder: Path, target: Path, tell: Callable[[str], None]) -> None:
    with open_case(folder, FAULTS) as case:
        write_package(case, target)
    tell(target.name)


def is_whole(target: Path) -> bool:
    """Say whether a package is one, and each of its files is as it is listed."""
    try:
        with open_package(target) as package:
            return not list(package.faults())
    except ReadError:
        return False


def packages(place: Path, folder: Path, times: int, chance: random.Random) -> Tried:
    """Kill the making of a package so often; what bears its name is whole, and what was there before stays."""
    tried, target = Tried("kill -9 while packaging"), place / "case.wacz"
    work = partial(_package, folder, target)
    longest = _timed(work) * _LATER
    target.unlink()
    for _ in range(times):
        tried.times += 1
        ended, told = apart(work, chance.uniform(0, longest))
        tried.struck += ended == -signal.SIGKILL
        tried.told += len(told)
        tried.lost += len(told) * (not target.exists())
        with open_case(folder, FAULTS) as case:
            tried.broken += bool(case.verify().faults) + (target.exists() and not is_whole(target))
    ended, _ = apart(work, None)
    tried.uncompleted += bool(ended) or not is_whole(target)
    return tried


def _import(folder: Path, target: Path, tell: Callable[[str], None]) -> None:
    with open_case(folder, FAULTS) as case, open_package(target) as package:
        case.take_over(package, lambda step: tell(step.name))


def _read(case: Case) -> set[str]:
    """Return the names of what was read, or tried, of a case."""
    unread = {subject for issue in case.issues() if issue.kind is IssueKind.UNREAD for subject in issue.subjects}
    return {sighting.lead.name for sighting in case.sightings() if sighting.capture not in unread}


def imports(place: Path, source: Path, times: int, chance: random.Random) -> Tried:
    """Kill the import of a package so often, each time into an empty case; the same command does the rest."""
    tried, target = Tried("kill -9 while importing"), place / "handed.wacz"
    _package(source, target, lambda _: None)
    with open_case(source, FAULTS) as case:
        wanted, captures = _read(case), case.captures()
    longest = _timed(partial(_import, place / "timed", target)) * _LATER
    for number in range(times):
        folder = place / f"taken-{number}"
        work = partial(_import, folder, target)
        tried.times += 1
        ended, told = apart(work, chance.uniform(0, longest))
        tried.struck += ended == -signal.SIGKILL
        tried.told += len(told)
        with open_case(folder, FAULTS) as case:
            tried.lost += len(set(told) - _read(case))
            tried.broken += bool(case.verify().faults) or case.captures() not in {(), captures}
        again, _ = apart(work, None)
        with open_case(folder, FAULTS) as case:
            is_done = _read(case) == wanted and not case.verify().faults
            twice = len(case.sightings()) != len(captures)
        tried.uncompleted += bool(again) or not is_done or twice
    return tried


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yield the address of its feed."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name that the library calls it by
            """Say nothing."""

    with ThreadingHTTPServer(("localhost", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://localhost:{server.server_port}/feed.xml"
        finally:
            server.shutdown()


def _publish(folder: Path) -> None:
    """Write reports as pages, and a feed that offers them."""
    folder.mkdir()
    write_reports(folder / "texts", _PAGES, 1)
    for path in (folder / "texts").iterdir():
        page = f"<html><body><p>{path.read_text(encoding='utf-8')}</p></body></html>"
        (folder / f"{path.stem}.html").write_text(page, encoding="utf-8")
    items = "".join(f"<item><link>/{path.name}</link></item>" for path in sorted(folder.glob("*.html")))
    feed = f"<rss version='2.0'><channel><title>Post</title>{items}</channel></rss>"
    (folder / "feed.xml").write_text(feed, encoding="utf-8")


def _watching(folder: Path) -> Case:
    manners = Manners("faults", "faults", obey_robots=False, allowed_hosts=frozenset({"localhost"}), pause=0)
    finder = partial(Finder, WebArchives(), WebClient(SystemClock(), manners))
    return Case(replace(desk(folder, FAULTS), finder=finder), replace(FAULTS, case=folder))


def _watch(folder: Path, feed: str, tell: Callable[[str], None]) -> None:
    with _watching(folder) as case:
        case.watch(feed, reader=FeedReader(), progress=lambda step: tell(step.name))


def watches(place: Path, times: int, chance: random.Random) -> Tried:
    """Kill the watching of a feed so often, each time from the beginning; the same command collects the rest."""
    tried = Tried("kill -9 while watching")
    _publish(place / "site")
    with _served(place / "site") as feed:
        longest = _timed(partial(_watch, place / "timed", feed)) * _LATER
        for number in range(times):
            folder = place / f"watched-{number}"
            work = partial(_watch, folder, feed)
            tried.times += 1
            ended, told = apart(work, chance.uniform(0, longest))
            tried.struck += ended == -signal.SIGKILL
            tried.told += len(told)
            with _watching(folder) as case:
                tried.lost += len(set(told) - {document.name for document in case.documents()})
                tried.broken += bool(case.verify().faults)
            again, _ = apart(work, None)
            with _watching(folder) as case:
                pages = [one.lead.location for one in case.sightings() if one.lead.location.endswith(".html")]
                tried.uncompleted += bool(again) or bool(case.verify().faults)
                tried.uncompleted += sorted(pages) != sorted(set(pages)) or len(pages) != _PAGES
    return tried
