"""Bytes → media type, from the bytes themselves."""

import re
from pathlib import PurePath

UNKNOWN = "application/octet-stream"
EMPTY = "application/x-empty"

HEAD = 4096  # bytes, in which a format shows
# The first match wins. A PDF may carry up to a kilobyte of other bytes before its mark (ISO 32000-1, annex H.3.4.1).
_MAGIC = (
    (re.compile(rb"(?s).{0,1024}?%PDF-"), "application/pdf"),
    (re.compile(rb"PK\x03\x04|PK\x05\x06"), "application/zip"),
    (re.compile(rb"\x1f\x8b"), "application/gzip"),
    (re.compile(rb"\x89PNG\r\n"), "image/png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg"),
    (re.compile(rb"GIF8[79]a"), "image/gif"),
    (re.compile(rb"(?s)RIFF.{4}WEBP"), "image/webp"),
    (re.compile(rb"(?s).{4}ftyp"), "video/mp4"),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "application/x-ole-storage"),
    (re.compile(rb"SQLite format 3\x00"), "application/vnd.sqlite3"),
    (re.compile(rb"\{\\rtf"), "application/rtf"),
    (re.compile(rb"WARC/\d"), "application/warc"),
)
_LAST_ALPHABET = "\u0700"  # below lie Latin, Greek, Cyrillic, Hebrew, Arabic; bytes paired by chance fall above
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
# What opens a page by the WHATWG MIME Sniffing Standard (section 7.1), and some that feeds cut out of pages.
_HTML = re.compile(
    r"(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*"
    r"<(?:!doctype\s+html|html|head|body|script|iframe|h[1-6]|div|section|main|header|nav|article|font|table|ul|ol|a|style|title|b|br|p|meta|link|span|noscript)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"<\?xml\b|<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_JSON = re.compile(r"\{\s*(?:\"|\})|\[\s*(?:[\[{\"\]]|-?\d+\s*[,\]])")
_CONTROL = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_MOST_CONTROL = 0.01  # of the head; text files carry a stray control sign now and then, binaries are full of them
_SUFFIXES = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}


def sniff(content: bytes, location: str = "") -> str:
    """Return the media type that the bytes show; the ending of the location tells only tables from other plain text."""
    head = content[:HEAD]
    if not content.strip(b" \t\r\n\v\f\xef\xbb\xbf"):
        return EMPTY
    for magic, media_type in _MAGIC:
        if magic.match(head):
            return media_type
    wide = wide_encoding(head)
    if wide is None and _is_binary(head):
        return UNKNOWN
    text = head.decode(wide or "latin-1", errors="replace").lstrip("\ufeff\xef\xbb\xbf \t\r\n\v\f")
    return _sniff_text(text, location)


def wide_encoding(head: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 encoding in which the bytes seem to be, by their mark or by where their NULs stand.

    Latin text in UTF-16 has a NUL in every other byte; Arabic text has one wherever a space or digit stands.
    """
    if head.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "utf-32"
    if head.startswith(_WIDE_MARKS):
        return "utf-16"
    first, second = head[0::2].count(0), head[1::2].count(0)
    units = max(1, len(head) // 2)
    if max(first, second) < units // 20 or max(first, second) == 0:
        return None
    for encoding, nuls, others in (("utf-16-le", second, first), ("utf-16-be", first, second)):
        if others == 0 and nuls and _reads_as_text(head, encoding):
            return encoding
    return None


def _reads_as_text(head: bytes, encoding: str) -> bool:
    text = head[: len(head) // 2 * 2].decode(encoding, errors="ignore")
    fair = sum(sign.isprintable() or sign.isspace() for sign in text)
    usual = sum(sign < _LAST_ALPHABET for sign in text)
    return bool(text) and fair >= 0.98 * len(text) and usual >= 0.7 * len(text)


def _is_binary(head: bytes) -> bool:
    return 0 in head or len(head) - len(head.translate(None, _CONTROL)) > _MOST_CONTROL * len(head)


def _sniff_text(text: str, location: str) -> str:
    if _HTML.match(text):
        return "text/html"
    if _XML.match(text):
        return "text/xml"
    if _JSON.match(text):
        return "application/json"
    return _SUFFIXES.get(PurePath(location).suffix.casefold(), "text/plain")
