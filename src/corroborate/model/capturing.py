"""What was fetched from the web, and what was found inside a collection that somebody else made."""

from dataclasses import dataclass
from datetime import date, datetime

from corroborate.model.document import Lead


@dataclass(frozen=True, slots=True)
class Condition:
    """What a server said of the version that was fetched before: asked with it, it sends only what is newer."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stood at an address: `body` as a browser would get it, `archive` the WARC of all that was exchanged.

    Without a body, `problem` says why there is none; without either, nothing has changed since it was fetched before.
    """

    url: str
    final_url: str
    at: datetime
    body: bytes | None
    problem: str | None
    archive: bytes
    condition: Condition


@dataclass(frozen=True, slots=True)
class Member:
    """One report of a web archive, an export or a table: its bytes, and what is said of it there.

    `place` tells it from the others of its collection: a record's id, a message's number, a row; `name` is what it is
    called there, if it has a name. `archived_at` is when it was fetched by whoever made the collection.
    """

    place: str
    content: bytes
    name: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    archived_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Medium:
    """A file beside an export that belongs to one of its reports: a picture, a film, a web archive of the page.

    It is kept and never read, but for the pages in a web archive. `sha256` is what whoever made the export says that
    it was, in hex.
    """

    lead: Lead
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry of a feed: where the report stands, its title, the day that the feed gives it."""

    url: str
    title: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class Feed:
    """What a publisher offers, in the order in which the feed tells it: its name and language where it says them.

    `unplaced` counts the entries that give no address.
    """

    title: str | None
    language: str | None
    offers: tuple[Offer, ...]
    unplaced: int = 0
