"""Collections that somebody else made (web archives, exports, tables) → the reports in them."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from corroborate.collect.tables import table_members
from corroborate.collect.telegram import telegram_members
from corroborate.model.capturing import Member
from corroborate.ports import Archives

_ARCHIVES = frozenset(("application/warc", "application/gzip"))
_TABLES = frozenset(("text/csv", "text/tab-separated-values"))


def members(content: bytes, media_type: str, location: str, archives: Archives) -> Iterator[Member | str] | None:
    """Return the reports of a collection, and in words what could not be had of it; None where it is a report itself.

    Web archives (WARC, packed or not; WACZ), the `result.json` of Telegram Desktop, tables with a column of texts.
    """
    if media_type in _ARCHIVES or (media_type == "application/zip" and archives.is_package(BytesIO(content))):
        return archives.members(BytesIO(content), media_type)
    path = Path(location)
    if media_type in _TABLES:
        return table_members(content, media_type, path.stem)
    if media_type == "application/json":
        return telegram_members(content, path.parent if path.is_file() else None)
    return None
