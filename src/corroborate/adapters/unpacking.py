"""Packed bytes (gzip, deflate) → what they unpack to, never more than is allowed."""

import zlib
from typing import IO

from corroborate.errors import ReadError

MOST_EXPANSION = 200  # bytes out of one: text comes to 20, a bomb to 1,000
_GZIP, _ZLIB, _BARE = 31, 15, -15  # zlib's `wbits`: the largest window, with the head of gzip, with its own, with none
_CODINGS = {"gzip": _GZIP, "x-gzip": _GZIP, "deflate": _ZLIB}
_MAGIC = b"\x1f\x8b"
_DEFLATED, _CHECK = 8, 31  # RFC 1950, 2.2: the method in the low half of the first byte; what divides the first two
_PIECE = 1 << 16  # bytes read at a time
_HARMLESS = 1 << 26  # bytes: what unpacks to no more is no bomb, however small it was


def is_packed(body: bytes, coding: str) -> bool:
    """Say whether a body begins as one in this coding does: archives keep many unpacked under the header they had."""
    window = _CODINGS.get(coding.strip().casefold())
    if window == _ZLIB:
        return body[:1] != b"" and body[0] & 0xF == _DEFLATED and int.from_bytes(body[:2], "big") % _CHECK == 0
    return window == _GZIP and body.startswith(_MAGIC)


def unpacked(body: bytes, coding: str, most: int) -> bytes:
    """Return a body without the coding in which HTTP sent it.

    A ReadError, in words that go on from what it is, where the coding is not known or broken, or where more comes out
    than `most` bytes or `MOST_EXPANSION` for each that is packed.
    """
    coding = coding.strip().casefold()
    if coding in {"identity", ""} or not body:
        return body
    if coding not in _CODINGS:
        raise ReadError(f"is packed as {coding}, which is not unpacked")
    most = min(most, MOST_EXPANSION * len(body))
    window = _CODINGS[coding]
    if window == _ZLIB and not is_packed(body, coding):
        window = _BARE  # as some servers send it, and browsers take it (RFC 9110, 8.4.1.2)
    unpacker = zlib.decompressobj(window)
    try:
        content = unpacker.decompress(body, most)
    except zlib.error as error:
        raise ReadError(f"came packed and broken ({error})") from error
    if unpacker.unconsumed_tail:
        raise ReadError(f"unpacks to more than {most} bytes, as only a bomb does")
    return content


class Unpacked:
    """A file to read from, unpacked where it is one gzip member or many behind one another, else as it is.

    Raises a ReadError where a member is broken or ends too soon, where more than `MOST_EXPANSION` bytes come out of
    one, and where more is read than was allowed last.
    """

    def __init__(self, file: IO[bytes]) -> None:
        """Read from where the file stands."""
        self._file = file
        self._packed = file.read(_PIECE)
        self._taken, self._given = len(self._packed), 0
        self._member = zlib.decompressobj(_GZIP) if self._packed.startswith(_MAGIC) else None
        self._allowed: int | None = None

    def allow(self, size: int | None) -> None:
        """Let so many more bytes be read; None lets all."""
        self._allowed = size

    def tell(self) -> int:
        """Return how many bytes were read."""
        return self._given

    def read(self, size: int) -> bytes:
        """Return up to so many bytes, at least one unless the end is reached."""
        piece = self._piece(size)
        self._given += len(piece)
        if self._allowed is not None:
            self._allowed -= len(piece)
            if self._allowed < 0:
                raise ReadError("what should be a head does not end")
        return piece

    def _piece(self, size: int) -> bytes:
        if self._member is None:
            piece = self._packed[:size] or self._file.read(size)
            self._packed = self._packed[size:]
            return piece
        try:
            return self._unpack(self._member, size)
        except zlib.error as error:
            raise ReadError(f"its packing is broken ({error})") from error

    def _unpack(self, member: "zlib._Decompress", size: int) -> bytes:
        while True:
            piece = member.decompress(self._packed, size)
            self._packed = (member.unused_data if member.eof else member.unconsumed_tail) or self._more()
            if self._given + len(piece) > max(_HARMLESS, MOST_EXPANSION * self._taken):
                raise ReadError("it unpacks as only a bomb does")
            if member.eof:
                member = zlib.decompressobj(_GZIP)
                self._member = member if self._packed else None
            if piece or self._member is None:
                return piece
            if not self._packed:
                raise ReadError("it is cut short")

    def _more(self) -> bytes:
        packed = self._file.read(_PIECE)
        self._taken += len(packed)
        return packed
