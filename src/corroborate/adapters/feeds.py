"""Feeds (RSS, Atom) → what they offer, by feedparser."""

import calendar
from datetime import UTC, date, datetime
from io import BytesIO
from time import struct_time

import feedparser

from corroborate.model.capturing import Feed, Offer
from corroborate.model.web_address import joined


class FeedReader:
    """A `ports.Feeds`."""

    def read(self, content: bytes, url: str) -> Feed:
        """Return what a feed offers, in its order; a feed without a name or an entry where the bytes are none."""
        told = feedparser.parse(BytesIO(content), resolve_relative_uris=False, sanitize_html=False)
        offers = []
        for entry in told.entries:
            link = entry.get("link")
            if isinstance(link, str) and link:
                offers.append(Offer(joined(url, link), _text(entry.get("title")), _day(entry)))
        language = (_text(told.feed.get("language")) or "").partition("-")[0]
        unplaced = len(told.entries) - len(offers)
        return Feed(_text(told.feed.get("title")), language or None, tuple(offers), unplaced)


def _text(told: object) -> str | None:
    return told.strip() or None if isinstance(told, str) else None


def _day(entry: feedparser.FeedParserDict) -> date | None:
    told = entry.get("published_parsed") or entry.get("updated_parsed")
    if not isinstance(told, struct_time):
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(told), UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
