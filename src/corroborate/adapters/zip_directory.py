"""The directory at the end of a ZIP file: how large it is, and whether it tells of one file many times over."""

import struct
import zipfile
import zlib
from io import SEEK_END
from typing import IO

from corroborate.errors import ReadError

# What `zipfile` raises of a file
BROKEN = (
    zipfile.BadZipFile,  # that is no ZIP, or cut
    zlib.error,  # whose packed bytes are broken
    OSError,  # which cannot be read
    EOFError,  # which ends too soon
    NotImplementedError,  # packed or encrypted in a way that it does not know
    RuntimeError,  # or kept under a password
)
_LARGEST = 1 << 26  # bytes: some 400,000 members
_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 1 << 16  # the record that ends a ZIP (APPNOTE 4.3.16)
_END64, _TO_END64 = b"PK\x06\x06", 76  # and that of a large one, so many bytes before it (APPNOTE 4.3.14)
_AT_SIZE, _AT_SIZE64 = 12, 40  # where in them the size of the directory stands


def check_size(file: IO[bytes], name: str, most: int = _LARGEST) -> None:
    """Refuse a directory that would fill the memory, before it is read: a ReadError, which gives the file this name.

    Its size stands at the end of the file, which is left at its beginning.
    """
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - _TO_END64 - _END_SIZE - _LONGEST_COMMENT))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_SIZE:
        raise ReadError(f"{name} is broken, cut short or no package: the end of a ZIP is missing")
    (told,) = struct.unpack_from("<L", tail, at + _AT_SIZE)
    if at >= _TO_END64 and tail.startswith(_END64, at - _TO_END64):
        (told,) = struct.unpack_from("<Q", tail, at - _TO_END64 + _AT_SIZE64)
    if told > most:
        raise ReadError(f"{name}: its directory has {told} bytes, and {most} are read at the most")


def check_members(package: zipfile.ZipFile, size: int, name: str) -> None:
    """Refuse members that together have more bytes than the file: they lie upon each other, as only in a bomb."""
    if sum(member.compress_size for member in package.infolist()) > size:
        raise ReadError(f"{name}: its members lie upon each other, as only in a bomb")
