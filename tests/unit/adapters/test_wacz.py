"""A package is written piece by piece, and only of captures that have their bytes."""

import hashlib
import zipfile
from datetime import UTC, datetime
from io import BytesIO

import pytest

from corroborate.adapters.wacz import write_wacz
from corroborate.errors import CollectError
from corroborate.model.handover import Label, Packed
from corroborate.model.ids import CaptureId

NOON = datetime(2018, 2, 5, 12, tzinfo=UTC)
LABEL = Label("trail", "A case", "tests", NOON)
MOST = 1 << 20  # bytes asked for at once


class Watched(BytesIO):
    """A file that notes how much is asked of it at once."""

    largest = 0

    def read(self, size: int | None = -1) -> bytes:
        self.largest = max(self.largest, len(self.getvalue()) if size is None or size < 0 else size)
        return super().read(size)


def packed(content: bytes, title: str | None) -> Packed:
    return Packed(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "text/plain", None, NOON, title)


@pytest.mark.parametrize("title", ["A report", None])
def test_no_more_than_a_piece_of_a_capture_is_held(title: str | None) -> None:
    content = b"Shells fell on Saraqib. " * 200_000
    files: list[Watched] = []

    def opened(_sha256: str) -> Watched:
        files.append(Watched(content))
        return files[-1]

    target = BytesIO()
    write_wacz(target, [packed(content, title)], opened, [], LABEL)
    assert len(content) > MOST
    assert [file.largest for file in files if file.largest > MOST] == []
    assert all(file.closed for file in files)
    with zipfile.ZipFile(target) as package:
        assert package.read(f"evidence/{hashlib.sha256(content).hexdigest()}") == content


def test_a_capture_that_has_changed_is_not_handed_on() -> None:
    with pytest.raises(CollectError, match="have changed"):
        write_wacz(BytesIO(), [packed(b"as it was", None)], lambda _: BytesIO(b"as it is"), [], LABEL)


def test_a_broken_archive_is_handed_on_as_it_is() -> None:
    content = b"WARC/1.1\r\nno more of it"
    archive = Packed(CaptureId(hashlib.sha256(content).hexdigest()), len(content), "application/warc", None, NOON, None)
    target = BytesIO()
    write_wacz(target, [archive], lambda _: BytesIO(content), [], LABEL)
    with zipfile.ZipFile(target) as package:
        assert package.read(f"archive/{archive.sha256}.warc") == content
        assert package.read("indexes/index.cdxj") == b""
