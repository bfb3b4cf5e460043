"""Collections that somebody else made (web archives, exports, tables) → the reports in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from corroborate.collect.media import HEAD, sniff
from corroborate.collect.tables import table_members
from corroborate.collect.telegram import telegram_members
from corroborate.model.capturing import Medium, Member
from corroborate.ports import Archives

_ARCHIVES = frozenset(("application/warc", "application/gzip"))
_TABLES = frozenset(("text/csv", "text/tab-separated-values"))


def archive_type(file: BinaryIO, archives: Archives) -> str | None:
    """Return the media type of a web archive (WARC, packed or not; WACZ), None of anything else.

    The file is left where it began.
    """
    media_type = sniff(file.read(HEAD))
    file.seek(0)
    is_archive = media_type in _ARCHIVES or (media_type == "application/zip" and archives.is_package(file))
    file.seek(0)
    return media_type if is_archive else None


def members(content: bytes, media_type: str, location: str) -> Iterator[Member | Medium | str] | None:
    """Return the reports of a collection, and in words what could not be had of it; None where it is a report itself.

    The `result.json` of Telegram Desktop, tables with a column of texts.
    """
    path = Path(location)
    folder = path.parent if path.is_file() else None
    if media_type in _TABLES:
        return table_members(content, media_type, path.stem, folder)
    if media_type == "application/json":
        return telegram_members(content, folder)
    return None
