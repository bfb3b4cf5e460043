"""The day on which a text was written, from which its "Monday" and "yesterday" count."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from corroborate.locate.time_words import rows
from corroborate.model.document import Document
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.span import Span

_OPENING = 600  # characters of headline and dateline; farther on, "updated" is some other page's or a widget's
_MONTH, _DAY, _YEAR = r"(?P<month>[a-z]{3,9})\.?", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
# Texts that lost their commas run day and year together ("Apr 052017"), so nothing need stand between the two.
_UPDATED = tuple(
    re.compile(rf"\blast updated(?: (?:at|on))?:?\s+{order}\b", re.IGNORECASE)
    for order in (rf"{_MONTH}\s+{_DAY},?\s*{_YEAR}", rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}")
)


def day_of_writing(document: Document) -> date | None:
    """Return the day on which a report says it was last updated, else that of publication, None where neither is known.

    Its words were set that day, whatever was published when: "on Saturday" is the Saturday before.
    """
    said = _said(document)
    return said[1] if said else document.published


def written_otherwise(document: Document) -> Iterator[Issue]:
    """Yield an issue where a report says it was last updated on another day than that of its publication."""
    said = _said(document)
    if said is not None and document.published is not None and said[1] != document.published:
        match, day = said
        message = (
            f"The report was published on {document.published.isoformat()} and says it was last updated on"
            f" {day.isoformat()}: its days are counted from the update"
        )
        yield Issue(IssueKind.METADATA_CONFLICT, "locate", (document.id,), message, match)


def _said(document: Document) -> tuple[Span, date] | None:
    if "updated" not in document.text[:_OPENING].lower():  # a word is found far sooner than a pattern
        return None
    for pattern in _UPDATED:
        match = pattern.search(document.text, 0, _OPENING)
        month = _months().get(match["month"].casefold()) if match else None
        if match and month:
            try:
                day = date(int(match["year"]), month, int(match["day"]))
            except ValueError:  # no day of the calendar
                continue
            return Span.cut(document.text, *match.span()), day
    return None


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its names and abbreviations."""
    return {
        word.casefold(): int(value)
        for name, word, value in (r.cells for r in rows("time_words.tsv"))
        if name == "MONTH"
    }
