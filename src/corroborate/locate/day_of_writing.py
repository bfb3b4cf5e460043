"""The day on which a text was written, from which its "Monday" and "yesterday" count."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from corroborate.locate.numeric_dates import full_year, numeric_dates
from corroborate.locate.time_words import numbered
from corroborate.model.document import Document
from corroborate.model.issue import Issue, IssueKind
from corroborate.model.situation import Interval
from corroborate.model.span import Span

_OPENING = 600  # characters of headline and dateline; farther on, "updated" is some other page's or a widget's
_APART = timedelta(days=60)  # between a report's own day and that of its publication: farther is another page's day
_A_DAY = timedelta(days=1)
_LINES = 4  # of headline and dateline, the empty ones counted
_MONTH, _DAY, _YEAR = r"(?P<month>[a-z]{3,9})\.?", r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?P<weekday>[a-z]{3,9})\.?,?\s+"
# Texts that lost their commas run day and year together ("Apr 052017"), so nothing need stand between the two.
_ORDERS = (
    rf"{_MONTH}\s+{_DAY},?\s*{_YEAR}",
    rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}",
    r"(?P<figures>\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4})",
)
# Behind the words of a page for its date; at the head of a line, but for an entry of a list ("March 3, 2018: two
# raids …"); after its weekday, which no "on" makes that of an event ("AFP Tuesday 6 Aug 2013 A bomb …").
_PLACES = (
    r"\blast updated(?: (?:at|on))?:?\s+(?:{weekday})?{order}(?!\d)",
    r"\b(?:date of publication|published|posted)(?: on)?:?\s+(?:{weekday})?{order}(?!\d)",
    r"^\s*(?:{weekday})?{order}(?=\s+[\w\"“]|\s*$)",
    r"(?<!\bon )(?<!\bthe )\b{weekday}{order}(?=\s+[A-Z\d\"“]|\s*$)",
)
_DATES = tuple(
    re.compile(place.format(weekday=_WEEKDAY, order=order), re.IGNORECASE | re.MULTILINE)
    for place in _PLACES
    for order in _ORDERS
)
# "BEIRUT, Oct. 23 (Agency) --": the day on which a report was filed, a few days before it was printed at the most; of a
# report whose print is not known, "BEIRUT, 23 Oct 98 (Agency) --".
_DATELINE = re.compile(
    rf"^\s*[A-Z][\w .,'’()/-]{{1,60}}?,\s+(?i:{_MONTH}\s+{_DAY}|{_DAY.replace('day', 'day2')}"
    rf"\s+{_MONTH.replace('month', 'month2')})"
    r"(?:,?\s+(?P<year>(?:19|20)?\d\d))?\s*(?:[(/][^()/]{2,60}[)/]|(?:--?|[—–])\s)",
    re.MULTILINE,
)
_FILED = timedelta(days=3)
_LAST_OF_TWO_DIGITS = date(2069, 12, 31)  # without publication, two digits are those of 1970 to 2069, as POSIX has them
# Dates are sought around what may be their year, with its century.
_OTHER_SPACE = re.compile(r"[^\S\n ]")
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE_YEAR = 60  # characters of "Date of publication: Wednesday, 12 September "
_BEHIND_YEAR = 12  # characters of "-12-31" and the word behind
# What was told on the day after: a page keeps the day of its first words, and tells what came to it since.
_LATER = re.compile(r"\b(?:said|reported|announced|confirmed)\s+(?:late |early )?(?:on )?(?P<weekday>[A-Z][a-z]+day)\b")


def day_of_writing(document: Document) -> date | None:
    """Return the day that a report says at its head to be its own, else that of publication, None for neither.

    Its words were set that day, whatever was published when: "on Saturday" is the Saturday before. They were set on
    the day after where its opening tells what was said on the weekday of that.
    """
    said = _said(document.text[:_OPENING], document.published)
    return said[2] if said else document.published


def written_otherwise(document: Document) -> Iterator[Issue]:
    """Yield an issue where a report dates itself to another day than that of its publication."""
    said = _said(document.text[:_OPENING], document.published)
    if said is not None and document.published is not None and said[2] != document.published:
        start, end, day = said
        message = (
            f"The report was published on {document.published.isoformat()} and dates itself to {day.isoformat()}: its"
            " days are counted from there"
        )
        span = Span.cut(document.text, start, end)
        yield Issue(IssueKind.METADATA_CONFLICT, "locate", (document.id,), message, span)


@lru_cache(maxsize=8)  # asked for more than once while a report is read
def _said(opening: str, published: date | None) -> tuple[int, int, date] | None:
    """Return where the words stand by which a report dates itself in its opening, and the day."""
    head = _OTHER_SPACE.sub(" ", "\n".join(opening.split("\n")[:_LINES]))
    said = _dated(head, published) or _filed(head, published)
    day = said[2] if said else published
    if day is not None and day < date.max:
        for match in _LATER.finditer(head):
            if numbered("WEEKDAY", match["weekday"]) == (day + _A_DAY).weekday():
                return *match.span(), day + _A_DAY
    return said


def _dated(head: str, published: date | None) -> tuple[int, int, date] | None:
    around = [(max(0, year.start() - _BEFORE_YEAR), year.end() + _BEHIND_YEAR) for year in _A_YEAR.finditer(head)]
    for pattern in _DATES:
        for match in (match for start, end in around for match in pattern.finditer(head, start, end)):
            day = _day(match, published)
            if day is not None and _is_its_own(match[0].strip(), day, published):
                return match.start() + _blank(match[0]), match.end(), day
    return None


def _filed(head: str, published: date | None) -> tuple[int, int, date] | None:
    """Return the place and day of a dateline: of the last days before print, or as it tells its year."""
    for match in _DATELINE.finditer(head):
        month, number = match["month"] or match["month2"], match["day"] or match["day2"]
        last = published or _LAST_OF_TWO_DIGITS
        years = [full_year(match["year"], last)] if match["year"] else [last.year, last.year - 1] if published else []
        days = (_day_of(year, month, number) for year in years)
        day = next((one for one in days if one is not None and _is_filed(one, published)), None)
        if day is not None:
            return *match.span(), day
    return None


def _is_filed(day: date, published: date | None) -> bool:
    """Say whether a report of a day may have been printed when it was: within days."""
    return published is None or timedelta() <= published - day <= _FILED


def _day_of(year: int, month: str, number: str) -> date | None:
    """Return the day of the calendar that a year, a month's name and a number make, None where there is none such."""
    try:
        return date(year, numbered("MONTH", month) or 0, int(number))
    except ValueError:
        return None


def _blank(words: str) -> int:
    return len(words) - len(words.lstrip())


def _day(match: re.Match[str], published: date | None) -> date | None:
    """Return the day that a date names, None where it is none, may be two, or has the weekday of another."""
    told = match.groupdict()
    day: date | None = None
    if told.get("figures"):
        figures = numeric_dates(match.string, *match.span("figures"), published, (_APART, _APART))
        outcome = next((one for *_, one in figures), None)
        day = outcome.start if isinstance(outcome, Interval) else None
    else:
        day = _day_of(int(told["year"]), told["month"], told["day"])
    weekday = told.get("weekday")
    wrong = day is not None and weekday and numbered("WEEKDAY", weekday) != day.weekday()
    return None if wrong else day


def _is_its_own(words: str, day: date, published: date | None) -> bool:
    """Say whether a date can be that of a report: near its publication, and in figures of which none was lost.

    "6-09-2013" in what was published on the 16th was cut from the 16th.
    """
    if published is None or day == published:
        return True
    cut = words[1:2] in "-/." and day.month == published.month and str(published.day).endswith(str(day.day))
    return abs(day - published) <= _APART and not cut
