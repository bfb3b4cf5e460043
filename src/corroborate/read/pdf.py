"""PDF → parts: the text of its pages, in paragraphs."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from pypdf import PageObject, PdfReader

from corroborate.errors import ReadError
from corroborate.model.issue import IssueKind
from corroborate.read.parts import END, Doubt, Parts, ends_sentence, silence

MOST_PAGES = 1000
LARGEST_CONTENT = 2_000_000  # bytes of operators on one page; text pages have some 10,000, maps and bombs millions
MOST_OPERATORS = 1_000_000  # drawn in the whole file, through whatever forms its pages call; they take some 15 s
LONGEST_TEXT = 10_000_000  # code points
_LISTED = re.compile(r"\s*(?:[•▪●◦*–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s)")
_HYPHENATED = re.compile(r"[^\W\d_]{2}[-\u00ad\u2010]$")
_DIGITS = re.compile(r"\d+")
_FULL_LINE = 0.8  # of the usual width; a line of that length that ends no sentence goes on in the next
_BRIM_FULL = 0.95  # a sentence that ends with so full a line may be followed by another of its paragraph
_PAGES_OF_RUNNING_HEAD = 3
_SHORTEST_PAGE = 3  # lines; on a page of fewer, the first or last is no running head


def read_pdf(content: bytes) -> Parts | Doubt:
    """Return the text of a PDF, or the doubt that none could be had: encrypted, broken, only pictures.

    A MemoryError is not caught: who set the limit says what it was.
    """
    silence("pypdf")
    try:
        return _read(content)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # a parser meets whatever the world wrote; what it raises is its own
        return Doubt(
            IssueKind.UNREADABLE, f"the PDF is broken ({type(error).__name__}): get it again, or print it to a new PDF"
        )


def _read(content: bytes) -> Parts | Doubt:
    reader = PdfReader(io.BytesIO(content), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return Doubt(IssueKind.UNREADABLE, "the PDF is encrypted: save a copy without its password")
    pages, doubts = _pages(reader)
    text = "\n".join(_paragraphs(pages))
    if not text.strip() and doubts:
        return Doubt(doubts[0].kind, f"the PDF gives no text: {doubts[0].message}")
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
    meter = _Meter()
    for number, page in enumerate(reader.pages, start=1):
        if number > MOST_PAGES or length > LONGEST_TEXT or meter.is_full:
            doubts.append(Doubt(IssueKind.TOO_LARGE, f"the PDF was read up to page {number - 1}"))
            break
        text = _page_text(page, meter)
        if text is None:
            doubts.append(Doubt(IssueKind.UNREADABLE, f"page {number} could not be read"))
            continue
        length += len(text)
        pages.append([line.rstrip() for line in text.splitlines()])
    return pages, doubts


class _Meter:
    """Counts what is drawn, and stops a file whose pages or forms draw without end."""

    def __init__(self) -> None:
        self._drawn = 0

    @property
    def is_full(self) -> bool:
        """Say whether as much was drawn as is read of one file."""
        return self._drawn > MOST_OPERATORS

    def __call__(self, *_operator: object) -> None:
        """Count one operator."""
        self._drawn += 1
        if self.is_full:
            raise ReadError("too much is drawn")


def _page_text(page: PageObject, meter: _Meter) -> str | None:
    try:
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > LARGEST_CONTENT:
            return None
        return (
            page.extract_text(visitor_operand_before=meter)
            .encode("utf-8", "replace")
            .decode("utf-8")
            .replace("\x00", "")
        )
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # one broken page must not cost the others; the caller records it
        return None


def _paragraphs(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield paragraphs: lines that the page's width broke are joined, running heads and page numbers left out."""
    lines = [line.strip() for line in _running_text(pages)]
    width = _usual_width(lines)
    parts: list[str] = []
    for line in lines:
        if parts and not _goes_on(parts[-1], line, width):
            yield " ".join(parts)
            parts = []
        if parts and _HYPHENATED.search(parts[-1][-END:]) and line[:1].islower():
            parts[-1] = parts[-1][:-1] + line  # the word that the line's end broke
        elif line:
            parts.append(line)
    if parts:
        yield " ".join(parts)


def _running_text(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    trimmed = [_trimmed(page) for page in pages]
    edges = Counter(_masked(line) for page in trimmed for line in _edges(page))
    for page in trimmed:
        for at, line in enumerate(page):
            masked = _masked(line)
            at_edge = at in (0, len(page) - 1) and len(page) >= _SHORTEST_PAGE
            if at_edge and (masked in ("#", "page #", "# of #") or edges[masked] >= _PAGES_OF_RUNNING_HEAD):
                continue
            yield line


def _edges(page: Sequence[str]) -> set[str]:
    return {page[0], page[-1]} if len(page) >= _SHORTEST_PAGE else set()


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
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * 0.75)] if lengths else 0


def _goes_on(last: str, line: str, width: int) -> bool:
    if not line or _LISTED.match(line):
        return False
    if _HYPHENATED.search(last[-END:]) or line[0].islower():
        return True
    if ends_sentence(last):
        return len(last) >= _BRIM_FULL * width
    return len(last) >= _FULL_LINE * width


def _title(reader: PdfReader) -> str | None:
    title = reader.metadata.title if reader.metadata else None
    return title.strip() or None if isinstance(title, str) else None


def _made(reader: PdfReader) -> date | None:
    try:
        made = reader.metadata.creation_date if reader.metadata else None
    except ValueError:
        return None
    return made.date() if made else None
