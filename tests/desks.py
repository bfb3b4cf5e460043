"""A desk for tests: in this process, with nothing from the web."""

from collections.abc import Callable
from functools import partial

from corroborate.adapters.evidence import FolderEvidence
from corroborate.adapters.runners import SerialRunner
from corroborate.adapters.sql import SqlStore
from corroborate.adapters.web_archive import WebArchives
from corroborate.case import Desk, Finder, Job, Makers
from corroborate.collect import Custody
from corroborate.model.record import Reading
from corroborate.wiring import authority, calendars, gazetteer

Read = Callable[[Job], Reading | None]


def desk(store: SqlStore, evidence: FolderEvidence, custody: Custody, read: Read, makers: Makers) -> Desk:
    """Return a desk on which reports are read as a test has it."""
    finder, world = partial(Finder, WebArchives(), None), (gazetteer, authority, calendars)
    return Desk(store, evidence, custody, finder, lambda _reports: SerialRunner(), read, makers, *world)
