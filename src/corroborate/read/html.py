"""HTML page → parts: its main text, and what it says of its publication."""

import re
from datetime import date

from trafilatura import bare_extraction, html2txt

from corroborate.model.issue import IssueKind
from corroborate.read.encoding import Decoded, decode
from corroborate.read.parts import Doubt, Parts, ends_sentence, silence

LARGEST_PAGE = 5_000_000  # bytes; a report of that size is no page, and the search for its main text takes long
_MOST_LINKS = 50_000  # the search weighs every link against its neighbours: 50,000 take 3 s, 250,000 took 45 s
_MOST_ATTRIBUTES = 500  # of one tag: the parser compares each with all before it; 20,000 take 4 s, 40,000 took 36 s
_TAG = re.compile(rb"<[a-zA-Z](?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = re.compile(rb"\"[^\"]*+\"|'[^']*+'")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096
# The page's own marks of its date only, never a date somewhere in its text; the first publication, not the last change.
# The latest day is fixed, so that the same bytes read the same on every day.
_DATE_SEARCH = {"extensive_search": False, "original_date": True, "min_date": "1990-01-01", "max_date": "2100-01-01"}
# What stands beside a report by the names that sites give to it; never what holds the headline or the article.
_NAMES = (
    "related",
    "recommend",
    "most-read",
    "mostread",
    "most-popular",
    "read-more",
    "trending",
    "newsletter",
    "share",
)
_NAMED = " or ".join(f"contains(translate(concat(@class, ' ', @id), 'RMST', 'rmst'), '{name}')" for name in _NAMES)
_BESIDE = [
    "//aside[not(.//h1) and not(.//article)]",
    f"//*[self::div or self::section or self::ul][{_NAMED}][not(.//h1) and not(.//article)][not(ancestor::article)]",
]
_FRAME = re.compile(r"^\s*\|(?:[-| ]*$)?|\|\s*$")
_SPACE = re.compile(r"\s+")


def read_html(content: bytes) -> Parts | Doubt:
    """Return the page's headline and main text, a line a paragraph, or the doubt that it has none."""
    if len(content) > LARGEST_PAGE:
        return Doubt(IssueKind.TOO_LARGE, f"a page of more than {LARGEST_PAGE} bytes is not read")
    if content.count(b"<a ") > _MOST_LINKS:
        return Doubt(IssueKind.TOO_LARGE, f"a page of more than {_MOST_LINKS} links is not read")
    if any(_attributes(tag[0]) > _MOST_ATTRIBUTES for tag in _TAG.finditer(content)):
        return Doubt(IssueKind.TOO_LARGE, f"a page with more than {_MOST_ATTRIBUTES} attributes in one tag is not read")
    declared = _CHARSET.search(content[:_HEAD])
    decoded = decode(content, declared.group(1).decode("ascii") if declared else None)
    if decoded is None:
        return Doubt(IssueKind.UNREADABLE, "the page is no text (it holds NULs)")
    silence("trafilatura", "htmldate", "courlan", "justext")
    try:
        return _parts(decoded)
    except Exception as error:  # noqa: BLE001  # a parser meets whatever the world wrote; what it raises is its own
        return Doubt(IssueKind.UNREADABLE, f"the page could not be parsed ({type(error).__name__})")


def _attributes(tag: bytes) -> int:
    """Return how many attributes a tag may have at the most."""
    if len(tag) <= 2 * _MOST_ATTRIBUTES:  # each takes two bytes at the least
        return 0
    bare = _QUOTED.sub(b"", tag)
    return max(bare.count(b"="), len(bare.split()))


def _parts(decoded: Decoded) -> Parts | Doubt:
    page = bare_extraction(
        decoded.text,
        include_comments=False,
        favor_recall=True,  # without it, lists of victims and headings are lost on plain pages; asides are told later
        prune_xpath=_BESIDE,
        with_metadata=True,
        date_extraction_params=_DATE_SEARCH,
    )
    doubts = (Doubt(IssueKind.ENCODING, decoded.doubt),) if decoded.doubt else ()
    if page is None or isinstance(page, dict) or not (page.text or "").strip():
        text = html2txt(decoded.text)
        if not text.strip():
            return Doubt(IssueKind.EMPTY, "the page has no text")
        unsure = Doubt(IssueKind.UNREADABLE, "no main text was found: all words of the page were read")
        return Parts(_lines(text), doubts=(*doubts, unsure))
    title = _plain(page.title)
    return Parts(
        text=_headed(title, _lines(page.text or "")),
        title=title,
        publisher=_plain(page.sitename) or _plain(page.hostname),
        published=_day(page.date),
        url=_plain(page.url),
        language=None,
        doubts=doubts,
    )


def _lines(text: str) -> str:
    """Return the text a line a paragraph: sentences that the page broke are joined, frames of tables taken off."""
    lines: list[list[str]] = []
    for told in text.replace("\r", "\n").split("\n"):
        line = _FRAME.sub("", told).strip()
        if lines and line[:1].islower() and not ends_sentence(lines[-1][-1]):
            lines[-1].append(line)
        elif line:
            lines.append([line])
    return "\n".join(" ".join(parts) for parts in lines)


def _headed(title: str | None, text: str) -> str:
    """Return the text under its headline, which is a passage of the report like any other."""
    if not title or _SPACE.sub(" ", text[: 4 * len(title)]).casefold().startswith(title.casefold()):
        return text
    return f"{title}\n{text}"


def _plain(value: str | None) -> str | None:
    return _SPACE.sub(" ", value).strip() or None if value else None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None
