"""A case, handed over as a WACZ 1.1.1: web archives, their index and pages, and the evidence, each with its hash.

https://specs.webrecorder.net/wacz/1.1.1/. Who knows nothing of this program can check every file by the SHA-256 that
`datapackage.json` gives it, and that file by `datapackage-digest.json`; the evidence lies under its own hashes.
"""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO
from urllib.parse import urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

_VERSION = "1.1.1"
_CHUNK = 1 << 20
_PAGES = "archive/reports.warc.gz"
_WARC = frozenset(("application/warc", "application/gzip"))
_INDEXED = frozenset(("response", "resource"))


@dataclass(frozen=True, slots=True)
class Packed:
    """A capture to hand over: its hash and bytes, where and when it was seen; `title` None where it is no report."""

    sha256: str
    content: bytes
    media_type: str
    url: str | None
    at: datetime
    title: str | None


@dataclass(slots=True)
class _Contents:
    """What has gone into the package so far: its files with their hashes, the lines of the index and of the pages."""

    package: zipfile.ZipFile
    resources: list[dict[str, str | int]] = field(default_factory=list)
    index: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)

    def put(self, path: str, content: bytes, *, packed: bool = True) -> None:
        """Write a file into the package and note its hash; web archives are not packed twice: players seek in them."""
        self.package.writestr(path, content, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)
        self._note(path, hashlib.sha256(content).hexdigest(), len(content))

    def put_file(self, path: str, file: IO[bytes]) -> None:
        """Write a file into the package as it stands on disk."""
        file.seek(0)
        digest = hashlib.sha256()
        with self.package.open(zipfile.ZipInfo(path), "w") as entry:
            while chunk := file.read(_CHUNK):
                entry.write(chunk)
                digest.update(chunk)
        self._note(path, digest.hexdigest(), file.tell())

    def _note(self, path: str, digest: str, size: int) -> None:
        self.resources.append({"name": Path(path).name, "path": path, "hash": f"sha256:{digest}", "bytes": size})


@dataclass(frozen=True, slots=True)
class Label:
    """What a package says of itself: its title, what made it, and when."""

    title: str
    tool: str
    made: datetime


def write_wacz(target: BinaryIO, captures: Iterable[Packed], beside: Mapping[str, bytes], label: Label) -> None:
    """Write a package of captures; `beside` are files that go with them, by their paths in it.

    Every capture lies under `evidence/` by its hash. Web archives lie under `archive/` too, as they are; of the other
    reports, a web archive is made for players.
    """
    with zipfile.ZipFile(target, "w") as package, tempfile.TemporaryFile() as reports:
        contents = _Contents(package)
        for capture in captures:
            contents.put(f"evidence/{capture.sha256}", capture.content)
            if capture.media_type in _WARC:
                path = f"archive/{capture.sha256}.warc.gz"
                contents.put(path, capture.content, packed=False)
                contents.index += _indexed(BytesIO(capture.content), path)
            elif capture.title is not None:
                contents.pages.append(_archived(capture, reports))
        if reports.tell():
            contents.put_file(_PAGES, reports)
            reports.seek(0)
            contents.index += _indexed(reports, _PAGES)
        head = json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "Reports"})
        contents.put("pages/pages.jsonl", "".join(f"{line}\n" for line in (head, *contents.pages)).encode())
        contents.put("indexes/index.cdxj", "".join(f"{line}\n" for line in sorted(contents.index)).encode())
        for path, content in beside.items():
            contents.put(path, content)
        described = _described(contents.resources, label)
        package.writestr("datapackage.json", described)
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
        package.writestr("datapackage-digest.json", json.dumps(digest, indent=1))


def _described(resources: list[dict[str, str | int]], label: Label) -> bytes:
    said = {
        "profile": "data-package",
        "wacz_version": _VERSION,
        "title": label.title,
        "software": label.tool,
        "created": _zulu(label.made),
        "resources": resources,
    }
    return json.dumps(said, indent=1).encode()


def _archived(capture: Packed, reports: IO[bytes]) -> str:
    """Write a report into the archive that is made for players, and return its line among the pages."""
    url = _url(capture)
    writer = WARCWriter(reports, gzip=True, warc_version="1.1")
    headers = StatusAndHeaders("", [("Content-Type", capture.media_type)])
    record = writer.create_warc_record(
        url,
        "resource",
        payload=BytesIO(capture.content),
        length=len(capture.content),
        warc_content_type=headers.get_header("Content-Type"),
        warc_headers_dict={"WARC-Date": _zulu(capture.at), "WARC-Payload-Digest": f"sha256:{capture.sha256}"},
    )
    writer.write_record(record)
    return json.dumps({"id": capture.sha256, "url": url, "ts": _zulu(capture.at), "title": capture.title})


def _url(capture: Packed) -> str:
    return capture.url or f"urn:sha256:{capture.sha256}"


def _indexed(file: BinaryIO | IO[bytes], path: str) -> Iterator[str]:
    """Yield the CDXJ lines of a web archive: sort key, time, and where in which file the record lies."""
    records = ArchiveIterator(file)
    for record in records:
        url = record.rec_headers.get_header("WARC-Target-URI")
        told = record.rec_type, record.rec_headers.get_header("WARC-Date"), record.http_headers
        digest, kind = record.rec_headers.get_header("WARC-Payload-Digest"), record.content_type
        offset = records.get_record_offset()
        length = records.get_record_length()
        form, date, headers = told
        if form not in _INDEXED or not url or not date:
            continue
        said = {"url": url, "mime": kind, "digest": digest, "length": str(length), "offset": str(offset)}
        if headers is not None:
            said |= {"mime": headers.get_header("Content-Type") or kind, "status": headers.get_statuscode()}
        stamp = datetime.fromisoformat(date).astimezone(UTC).strftime("%Y%m%d%H%M%S")
        yield f"{_sort_key(url)} {stamp} {json.dumps(said | {'filename': Path(path).name})}"


def _sort_key(url: str) -> str:
    """Return an address with its host turned round, as indexes sort by: `org,example)/news?id=7`.

    >>> _sort_key("https://www.Example.org/News?id=7")
    'org,example)/news?id=7'
    """
    parts = urlsplit(url)
    if not parts.hostname:
        return url.casefold()
    host = ",".join(reversed(parts.hostname.removeprefix("www.").split(".")))
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}){parts.path or '/'}{query}".casefold()


def _zulu(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
