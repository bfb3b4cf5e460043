"""PDF → parts: the text of its pages, in paragraphs."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from pypdf import PageObject, PdfReader

from corroborate.model.issue import IssueKind
from corroborate.read.parts import Doubt, Parts

MOST_PAGES = 1000
LARGEST_CONTENT = (
    5_000_000  # bytes of drawing operators on one page; text pages have some 10,000, maps and bombs millions
)
LONGEST_TEXT = 10_000_000  # code points
_ENDED = re.compile(r"[.!?…:؟][\"”’)\]]*\s*$")
_LISTED = re.compile(r"\s*(?:[•▪●◦*–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")
_HYPHENATED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")
_DIGITS = re.compile(r"\d+")
_FULL_LINE = 0.8  # of the usual width; a line of that length that ends no sentence goes on in the next
_PAGES_OF_RUNNING_HEAD = 3


def read_pdf(content: bytes) -> Parts | Doubt:
    """Return the text of a PDF, or the doubt that none could be had: encrypted, broken, only pictures."""
    _silence()
    try:
        return _read(content)
    except Exception as error:  # noqa: BLE001 -- a parser meets whatever the world wrote; what it raises is its own
        return Doubt(
            IssueKind.UNREADABLE, f"the PDF is broken ({type(error).__name__}): get it again, or print it to a new PDF"
        )


def _read(content: bytes) -> Parts | Doubt:
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return Doubt(IssueKind.UNREADABLE, "the PDF is encrypted: save a copy without its password")
    pages, doubts = _pages(reader)
    text = "\n".join(_paragraphs(pages))
    if not text.strip():
        return Doubt(IssueKind.EMPTY, "the PDF has no text: its pages may be pictures, which are not read")
    made = _made(reader)
    if made:
        doubts.append(
            Doubt(
                IssueKind.NO_PUBLICATION_DATE,
                f"the file was made on {made.isoformat()}: if it was published then, say so",
            )
        )
    return Parts(text, title=_title(reader), doubts=tuple(doubts))


def _pages(reader: PdfReader) -> tuple[list[list[str]], list[Doubt]]:
    pages: list[list[str]] = []
    doubts: list[Doubt] = []
    length = 0
    for number, page in enumerate(reader.pages, start=1):
        if number > MOST_PAGES or length > LONGEST_TEXT:
            doubts.append(Doubt(IssueKind.TOO_LARGE, f"the PDF was read up to page {number - 1}"))
            break
        text = _page_text(page)
        if text is None:
            doubts.append(Doubt(IssueKind.UNREADABLE, f"page {number} could not be read"))
            continue
        length += len(text)
        pages.append([line.rstrip() for line in text.splitlines()])
    return pages, doubts


def _page_text(page: PageObject) -> str | None:
    try:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > LARGEST_CONTENT:
            return None
        return page.extract_text().encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    except Exception:  # noqa: BLE001 -- one broken page must not cost the others; the caller records it
        return None


def _paragraphs(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield paragraphs: lines that the page's width broke are joined, running heads and page numbers left out."""
    lines = list(_running_text(pages))
    width = _usual_width(lines)
    paragraph = last = ""
    for line in lines:
        if paragraph and _goes_on(paragraph, last, line, width):
            paragraph = _joined(paragraph, line)
        else:
            if paragraph:
                yield paragraph
            paragraph = line.strip()
        last = line.strip()
    if paragraph:
        yield paragraph


def _running_text(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    trimmed = [_trimmed(page) for page in pages]
    edges = Counter(_masked(line) for page in trimmed for line in {*page[:1], *page[-1:]})
    for page in trimmed:
        for at, line in enumerate(page):
            at_edge = at in (0, len(page) - 1)
            masked = _masked(line)
            if at_edge and (masked in ("#", "page #", "# of #") or edges[masked] >= _PAGES_OF_RUNNING_HEAD):
                continue
            yield line


def _trimmed(page: Sequence[str]) -> list[str]:
    lines = list(page)
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def _masked(line: str) -> str:
    return _DIGITS.sub("#", line.strip().casefold())


def _usual_width(lines: Sequence[str]) -> int:
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    return lengths[int(len(lengths) * 0.75)] if lengths else 0


def _goes_on(paragraph: str, last: str, line: str, width: int) -> bool:
    start = line.strip()
    if not start or not last or _LISTED.match(line):
        return False
    if _HYPHENATED.search(last) or start[0].islower():
        return True
    full = len(last) >= _FULL_LINE * width
    return full and not (_ENDED.search(paragraph) and len(last) < width * 0.95)


def _joined(paragraph: str, line: str) -> str:
    start = line.strip()
    if _HYPHENATED.search(paragraph) and start[:1].islower():
        return paragraph[:-1] + start
    return f"{paragraph} {start}"


def _title(reader: PdfReader) -> str | None:
    title = reader.metadata.title if reader.metadata else None
    return title.strip() or None if isinstance(title, str) else None


def _made(reader: PdfReader) -> date | None:
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except ValueError:
        return None
    return made.date() if made else None


@cache
def _silence() -> None:
    """Keep the library's log off standard error: what it would tell becomes an issue."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
