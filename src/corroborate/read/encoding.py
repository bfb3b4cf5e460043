"""Bytes of a text → the text, and what is doubtful in it."""

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 1 << 16
_LAST_ALPHABET = "\u0700"  # below lie Latin, Greek, Cyrillic, Hebrew, Arabic; bytes paired by chance fall above
_MOSTLY = 0.7
_SURROGATE = 0xED  # with A0–BF after it: half a surrogate pair, written as if it were a letter
_CYRILLIC_LOWER = 0xE0  # from here on windows-1251 has its lower-case letters
# Mean length of runs of non-ASCII bytes: Latin letters with accents and quotes stay near 1, other scripts above 3.
_ALIEN_RUN = 2.5
_LOWER_CYRILLIC = (
    0.8  # share of bytes E0–FF in Russian windows-1251 (measured: 0.9 and above); Arabic windows-1256 has about half
)
_MOST_STRAY = 0.02  # stray bytes for each byte of sound multi-byte UTF-8, above which the text is no damaged UTF-8
_NAMES = {"cp1252": "Windows-1252 (Western)", "cp1256": "Windows-1256 (Arabic)", "cp1251": "Windows-1251 (Cyrillic)"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text, its line ends unified; `doubt` says in words what had to be assumed, "" where nothing had to be."""

    text: str
    encoding: str
    doubt: str = ""


def decode(content: bytes, declared: str | None = None) -> Decoded | None:
    """Return the text of the bytes, None where they are no text.

    Order: a byte order mark, UTF-16 recognised by its NULs, sound UTF-8, the declared encoding, UTF-8 with a few
    stray bytes, and last the code page that the bytes most resemble. All but the first four leave a doubt.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding) or _leniently(content, encoding)
    if 0 in content:
        return _without_mark(content)
    found = _strictly(content, "utf-8") or (_strictly(content, declared) if declared else None)
    return found or _mended_utf8(content) or _code_page(content)


def _unified(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _strictly(content: bytes, encoding: str) -> Decoded | None:
    try:
        text = content.decode(encoding)
    except (UnicodeError, LookupError):  # the latter for names of no encoding, and of what makes no text, as "base64"
        return None
    return None if "\x00" in text else Decoded(_unified(text), encoding)


def _leniently(content: bytes, encoding: str) -> Decoded | None:
    text = content.decode(encoding, errors="replace")
    if "\x00" in text:
        return None
    return Decoded(_unified(text), encoding, f"damaged {encoding}: unreadable places are shown as \ufffd")


def _without_mark(content: bytes) -> Decoded | None:
    even, odd = content[0::2].count(0), content[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if min(even, odd) > max(even, odd) // 20 or max(even, odd) < len(content) // 40:
        return None
    found = _strictly(content, encoding)
    if found is None or not _is_legible(found.text[:_SAMPLE]):
        return None
    return Decoded(found.text, encoding, f"no byte order mark: read as {encoding.upper()}")


def _is_legible(text: str) -> bool:
    return sum(sign < _LAST_ALPHABET for sign in text) >= _MOSTLY * len(text)


def _mended_utf8(content: bytes) -> Decoded | None:
    stray = 0

    def mend(error: UnicodeError) -> tuple[str, int]:
        nonlocal stray
        if not isinstance(error, UnicodeDecodeError):
            raise error
        stray += 1
        return _mended(error)

    codecs.register_error("corroborate-mend", mend)
    sound = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", content))
    text = content.decode("utf-8", errors="corroborate-mend")
    if stray > 3 + _MOST_STRAY * sound and stray > sound:
        return None
    return Decoded(
        _unified(text), "utf-8", f"damaged UTF-8: {stray} stray bytes read as Windows-1252, or shown as \ufffd"
    )


def _mended(error: UnicodeDecodeError) -> tuple[str, int]:
    at = error.start
    if error.object[at] == _SURROGATE and error.object[at + 1 : at + 2] >= b"\xa0":
        return "\ufffd", min(at + 3, len(error.object))
    return error.object[at : at + 1].decode("cp1252", errors="replace"), at + 1


def _code_page(content: bytes) -> Decoded:
    encoding = _likeliest_page(content)
    text = content.decode(encoding, errors="replace")
    doubt = f"the encoding is not told: read as {_NAMES[encoding]}. If the text looks wrong, save it as UTF-8"
    return Decoded(_unified(text), encoding, doubt)


def _likeliest_page(content: bytes) -> str:
    runs = _HIGH_RUN.findall(content[: _SAMPLE * 16])
    signs = b"".join(runs)
    if not signs or len(signs) / len(runs) < _ALIEN_RUN:
        return "cp1252"
    lower = sum(byte >= _CYRILLIC_LOWER for byte in signs[:_SAMPLE])
    return "cp1251" if lower / len(signs[:_SAMPLE]) > _LOWER_CYRILLIC else "cp1256"
