"""A case, handed over as a WACZ 1.1.1: web archives, their index and pages, and the evidence, each with its hash.

https://specs.webrecorder.net/wacz/1.1.1/. Who knows nothing of this program can check every file by the SHA-256 that
`datapackage.json` gives it, and that file by `datapackage-digest.json`; the evidence lies under its own hashes.
"""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.warcwriter import WARCWriter

from corroborate.adapters.codec import encode
from corroborate.adapters.web_archive import BROKEN_ARCHIVE
from corroborate.errors import CollectError
from corroborate.model.handover import Label, Packed
from corroborate.model.judgement import Judgement
from corroborate.model.web_address import parts_of

_VERSION = "1.1.1"
_CHUNK = 1 << 20
_PAGES = "archive/reports.warc.gz"
_WARC = {"application/warc": ".warc", "application/gzip": ".warc.gz"}  # with the endings of their files
_INDEXED = frozenset(("response", "resource"))

Opener = Callable[[str], BinaryIO]


class _Counted:
    """A file being written, with its hash and size so far."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, content: bytes) -> int:
        self._file.write(content)
        self._digest.update(content)
        self.size += len(content)
        return len(content)

    def flush(self) -> None:
        """Do nothing: the package is synced as a whole."""

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


@dataclass(slots=True)
class _Contents:
    """What has gone into the package so far: its files with their hashes, the lines of the index."""

    package: zipfile.ZipFile
    resources: list[dict[str, str | int]] = field(default_factory=list)
    index: list[str] = field(default_factory=list)

    def put(self, path: str, chunks: Iterable[bytes], *, size: int = 0, packed: bool = True) -> str:
        """Write a file into the package, note its hash and return it; `size` is told of what may be large.

        What is packed already is not packed twice, and players seek in web archives.
        """
        with self.package.open(_entry(path, size, packed=packed), "w") as entry:
            counted = _Counted(entry)
            for chunk in chunks:
                counted.write(chunk)
        self._note(path, counted)
        return counted.sha256

    def archive(self, captures: Sequence[Packed], opened: Opener) -> None:
        """Write a web archive of reports, which is made for players, and index it."""
        sizes = sum(capture.size for capture in captures)
        with self.package.open(_entry(_PAGES, sizes, packed=False), "w") as entry:
            counted = _Counted(entry)
            for capture in captures:
                start = counted.size
                with opened(capture.sha256) as content:
                    _write_record(capture, content, counted)
                said = {"mime": capture.media_type, "digest": f"sha256:{capture.sha256}"}
                place = (start, counted.size - start, _PAGES)
                self.index.append(_index_line(_url(capture), capture.at, said, place))
        self._note(_PAGES, counted)

    def _note(self, path: str, file: _Counted) -> None:
        self.resources.append(
            {"name": Path(path).name, "path": path, "hash": f"sha256:{file.sha256}", "bytes": file.size}
        )


def write_wacz(
    target: BinaryIO,
    captures: Sequence[Packed],
    opened: Opener,
    beside: Iterable[tuple[str, Iterable[bytes]]],
    label: Label,
) -> None:
    """Write a package of captures, of which `opened` gives the bytes; `beside` are files that go with them, by paths.

    Every capture lies under `evidence/` by its hash. Web archives lie under `archive/` too, as they are; of the other
    reports, a web archive is made for players. No more than a piece of a file is held in memory. A CollectError where
    a capture cannot be read, or does not have its bytes any more.
    """
    with zipfile.ZipFile(target, "w") as package:
        contents = _Contents(package)
        for capture in captures:
            _put_capture(contents, capture, opened)
        pages = [one for one in captures if one.title is not None and one.media_type not in _WARC]
        if pages:
            contents.archive(pages, opened)
        head = json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "Reports"})
        contents.put("pages/pages.jsonl", _lines([head, *map(_page_line, pages)]))
        contents.put("indexes/index.cdxj", _lines(sorted(contents.index)))
        for path, chunks in beside:
            contents.put(path, chunks)
        described = _described(contents.resources, label)
        package.writestr("datapackage.json", described)
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
        package.writestr("datapackage-digest.json", json.dumps(digest, indent=1))


def judgement_lines(judgements: Iterable[Judgement]) -> Iterator[bytes]:
    """Yield judgements as lines of JSON, with all that each rests on."""
    return _lines(json.dumps(encode(one), ensure_ascii=False, sort_keys=True) for one in judgements)


def _put_capture(contents: _Contents, capture: Packed, opened: Opener) -> None:
    is_archive = capture.media_type in _WARC
    with opened(capture.sha256) as file:
        found = contents.put(
            f"evidence/{capture.sha256}", _chunks(file, capture), size=capture.size, packed=not is_archive
        )
    if found != capture.sha256:
        raise CollectError(
            f"the bytes of {capture.sha256} have changed (their SHA-256 is now {found}): see `corroborate verify`"
        )
    if is_archive:
        path = f"archive/{capture.sha256}{_WARC[capture.media_type]}"
        with opened(capture.sha256) as file:
            contents.put(path, _chunks(file, capture), size=capture.size, packed=False)
            file.seek(0)
            with suppress(*BROKEN_ARCHIVE):  # up to where it is broken, as it was when it was read
                contents.index.extend(_indexed(file, path))


def _chunks(file: IO[bytes], capture: Packed) -> Iterator[bytes]:
    try:
        while chunk := file.read(_CHUNK):
            yield chunk
    except OSError as error:
        raise CollectError(f"{capture.sha256} cannot be read: {error.strerror}") from error


def _entry(path: str, size: int, *, packed: bool) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path)
    entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    entry.file_size = size  # by which it is known beforehand whether the form for large files is needed
    return entry


def _lines(lines: Iterable[str]) -> Iterator[bytes]:
    return (f"{line}\n".encode() for line in lines)


def _described(resources: list[dict[str, str | int]], label: Label) -> bytes:
    said = {
        "profile": "data-package",
        "id": label.id,
        "wacz_version": _VERSION,
        "title": label.title,
        "software": label.tool,
        "created": _zulu(label.made),
        "resources": resources,
    }
    return json.dumps(said, indent=1).encode()


def _write_record(capture: Packed, content: BinaryIO, target: _Counted) -> None:
    """Write a report as a record of a web archive."""
    writer = WARCWriter(target, gzip=True, warc_version="1.1")
    record = writer.create_warc_record(
        _url(capture),
        "resource",
        payload=content,
        length=capture.size,
        warc_content_type=capture.media_type,
        warc_headers_dict={"WARC-Date": _zulu(capture.at), "WARC-Payload-Digest": f"sha256:{capture.sha256}"},
    )
    writer.write_record(record)


def _page_line(capture: Packed) -> str:
    return json.dumps({"id": capture.sha256, "url": _url(capture), "ts": _zulu(capture.at), "title": capture.title})


def _url(capture: Packed) -> str:
    return capture.url or f"urn:sha256:{capture.sha256}"


def _indexed(file: BinaryIO, path: str) -> Iterator[str]:
    """Yield the CDXJ lines of a web archive."""
    records = ArchiveIterator(file)
    for record in records:
        url = record.rec_headers.get_header("WARC-Target-URI")
        told = record.rec_type, record.rec_headers.get_header("WARC-Date"), record.http_headers
        said = {"mime": record.content_type, "digest": record.rec_headers.get_header("WARC-Payload-Digest")}
        place = (records.get_record_offset(), records.get_record_length(), path)
        form, date, headers = told
        if form not in _INDEXED or not url or not date:
            continue
        if headers is not None:
            said |= {"mime": headers.get_header("Content-Type") or said["mime"], "status": headers.get_statuscode()}
        yield _index_line(url, datetime.fromisoformat(date), said, place)


def _index_line(url: str, at: datetime, said: dict[str, str], place: tuple[int, int, str]) -> str:
    """Return a CDXJ line: sort key, time, and where (from, how long) in which file the record lies."""
    offset, length, path = place
    where = {"length": str(length), "offset": str(offset), "filename": Path(path).name}
    stamp = at.astimezone(UTC).strftime("%Y%m%d%H%M%S")
    return f"{_sort_key(url)} {stamp} {json.dumps({'url': url} | said | where)}"


def _sort_key(url: str) -> str:
    """Return an address with its host turned round, as indexes sort by: `org,example)/news?id=7`.

    >>> _sort_key("https://www.Example.org/News?id=7")
    'org,example)/news?id=7'
    """
    parts = parts_of(url)
    if not parts.hostname:
        return url.casefold()
    host = ",".join(reversed(parts.hostname.removeprefix("www.").split(".")))
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}){parts.path or '/'}{query}".casefold()


def _zulu(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
