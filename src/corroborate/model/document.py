"""What was preserved, and what was read from it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from html import unescape

from corroborate.errors import InvariantError
from corroborate.model.ids import CaptureId, DocumentId, content_id

# Signs that nobody sees, as a pattern's set: soft hyphens, joiners, marks of direction, the rest of an emoji.
HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0f\ufeff"
_JOINER = "\u2060"  # one of them
_MARKS = re.compile(
    r"(?P<mark>(?<![^\W_])\#+(?=[^\W\d_])|(?<=[^\W_])_(?=[^\W_])|\*{2,}|(?<!\S)\*(?=\w)|(?<=\w)\*(?!\S)"
    rf"|(?<!\w)[{HIDDEN}]+|[{HIDDEN}]+(?!\w))"
    r"|(?P<within>(?<=\w)&(?:\#(?:0?39|8217|x27)|apos|rsquo);(?=\w))|&(?:\#\d{2,5}|\#x[\da-f]{2,4}|[a-z]{2,6});"
)
_OTHER_SPACE = re.compile(r"[^\S ]")

_SHA256_HEX = 64


@dataclass(frozen=True, slots=True)
class Lead:
    """What is said beforehand of a report: by a manifest, a feed, or the options of the command.

    `name` is what the report is called in listings: its file's name without the ending.
    """

    name: str
    location: str
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """Preserved bytes, known by their SHA-256; the bytes themselves stay in the evidence store."""

    id: CaptureId
    size: int
    media_type: str

    def __post_init__(self) -> None:
        """Refuse anything but a SHA-256 in lower-case hex."""
        if len(self.id) != _SHA256_HEX or set(self.id) - set("0123456789abcdef"):
            raise InvariantError(f"a capture's id is a SHA-256 in hex, not {self.id!r}")


@dataclass(frozen=True, slots=True)
class Sighting:
    """The custody entry of one collection of a capture: where the bytes were, when, who took them, with what.

    `within` is the capture that the bytes stood in, where they came from a web archive, an export or a table, and
    `archived_at` when whoever made that had fetched them.
    """

    capture: CaptureId
    lead: Lead
    seen_at: datetime
    collector: str
    tool: str
    within: CaptureId | None = None
    archived_at: datetime | None = None
    machine: str | None = None


class PassageKind(StrEnum):
    """Where in the report a passage stands; ASIDE is what the page says beside it: menus, bylines, other headlines."""

    HEADLINE = "headline"
    BODY = "body"
    CAPTION = "caption"
    ASIDE = "aside"


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign with its place; `folded` is case-folded with plain apostrophes, for matching."""

    start: int
    end: int
    text: str
    folded: str
    kind: TokenKind


@dataclass(frozen=True)
class Passage:
    """A sentence (or heading) of a document: the unit in which a claim is made.

    What every stage asks of its words is worked out at the first question.
    """

    start: int
    end: int
    kind: PassageKind
    paragraph: int
    tokens: tuple[Token, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words, in order."""
        return tuple([token.folded for token in self.tokens])

    @cached_property
    def said(self) -> frozenset[str]:
        """The folded words, for rules that first ask whether one of theirs stands anywhere."""
        return frozenset(self.words)

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """Where words stand that begin with a capital letter."""
        word = TokenKind.WORD
        return tuple([n for n, token in enumerate(self.tokens) if token.text[0].isupper() and token.kind is word])


@dataclass(frozen=True)
class Document:
    """The text read from a capture, which never changes, and what is known of its publication.

    `text` has its line ends unified and is otherwise as published: every offset refers to it.
    `published_from` says where the date was found ("manifest", "meta", "" where there is none).
    `passages` lie in text order and do not overlap.
    """

    id: DocumentId
    capture: CaptureId
    name: str
    text: str
    passages: tuple[Passage, ...]
    reader: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    published_from: str = ""
    url: str | None = None
    language: str | None = None
    relevant: bool = True

    @cached_property
    def plain(self) -> str:
        """The text at the same offsets, all white space plain, its words as the tokens spell them.

        It is what names are spelled by and patterns sought in.
        """
        text = unmarked(_OTHER_SPACE.sub(" ", self.text))
        spelled = [
            token
            for passage in self.passages
            for token in passage.tokens
            if text[token.start : token.end] != token.text
        ]
        if not spelled:
            return text
        signs = list(text)
        for token in spelled:
            signs[token.start : token.end] = token.text.ljust(token.end - token.start)
        return "".join(signs)

    def passage_at(self, offset: int) -> int:
        """Return the index of the passage that begins last up to an offset of the text; 0 before the first."""
        return max(bisect_right(self.passages, offset, key=lambda passage: passage.start) - 1, 0)


def unmarked(text: str) -> str:
    r"""Return the text at the same offsets, without what marks its words: hashtags, stars, HTML's names of signs.

    What stands in their place are spaces, and joiners within a word. Signs that nobody sees beside a word go too.

    >>> unmarked("**Shelling** of #Douma and #Tal_Rifaat")
    '  Shelling   of  Douma and  Tal Rifaat'
    >>> unmarked("&quot;It&#39;s over&quot;").replace("\u2060", "~")
    '"     It~~~~\'s over"     '
    """
    return _MARKS.sub(_unmarked, text)


def _unmarked(match: re.Match[str]) -> str:
    sign = " " if match["mark"] else unescape(match[0])
    if len(sign) > len(match[0]):
        return match[0]
    return sign.rjust(len(match[0]), _JOINER) if match["within"] else sign.ljust(len(match[0]))


def words_in(text: str, start: int, end: int) -> str:
    """Return the words of text[start:end] with one space between them: a name, however it is set."""
    return " ".join(text[start:end].split())


def document_id(capture: CaptureId, text: str) -> DocumentId:
    """Return the id of the text that was read from a capture."""
    return DocumentId(content_id("doc", capture, text))
