"""Exchanges with servers ↔ WARC (ISO 28500), and the pages in web archives that others made (WARC, WACZ)."""

import base64
import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import SEEK_END, BytesIO
from typing import IO, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corroborate.adapters.unpacking import MOST_EXPANSION, Unpacked, is_packed, unpacked
from corroborate.adapters.zip_directory import BROKEN, check_members, check_size
from corroborate.errors import ReadError
from corroborate.model.capturing import Member

_LARGEST_MEMBER = 100_000_000  # bytes once unpacked
_LARGEST_HEAD = 1 << 20  # bytes of the headers of a record and of the exchange in it; usual ones have some thousand
_BLOCK, _CHUNK = 1 << 16, 1 << 20  # bytes read at a time: of the archive, of what is passed over
_OK = "200"
_PACKAGE = "the package"  # in words about it
_REPORTS = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
# What reading the records of a broken archive raises.
BROKEN_ARCHIVE = (ArchiveLoadFailed, ReadError, OSError, EOFError, ValueError, zlib.error)
# The body is kept as the server's own framing had it unwrapped: these headers spoke of the framing.
_OF_FRAMING = frozenset(("transfer-encoding", "trailer"))


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its response: headers in order, the body as sent but for the framing, certificates in DER.

    `truncated` says, in the words of WARC, why the body did not come to its end.
    """

    url: str
    at: datetime
    asked: tuple[tuple[str, str], ...]
    status: int
    reason: str
    version: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    address: str | None
    certificates: tuple[bytes, ...]
    truncated: str | None = None

    def header(self, name: str) -> str | None:
        """Return a header of the response, the first of its name."""
        return next((value for own, value in self.headers if own.casefold() == name), None)


def written(exchanges: Sequence[Exchange], tool: str, collector: str, machine: str | None) -> bytes:
    """Return the WARC of exchanges: who, with what, on which machine; each as request, response and certificates."""
    target = BytesIO()
    writer = WARCWriter(target, gzip=True, warc_version="1.1")
    info = {"software": tool, "operator": collector, "format": "WARC File Format 1.1"}
    info |= {"hostname": machine} if machine else {}
    writer.write_record(writer.create_warcinfo_record("corroborate.warc.gz", info))
    for exchange in exchanges:
        _write(writer, exchange)
    return target.getvalue()


def _write(writer: WARCWriter, exchange: Exchange) -> None:
    when = exchange.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    told_of = {"WARC-IP-Address": exchange.address, "WARC-Truncated": exchange.truncated}
    known = {name: value for name, value in told_of.items() if value}
    told = [(f"X-Archive-Orig-{n}" if n.casefold() in _OF_FRAMING else n, v) for n, v in exchange.headers]
    response = writer.create_warc_record(
        exchange.url,
        "response",
        payload=BytesIO(exchange.body),
        length=len(exchange.body),
        http_headers=StatusAndHeaders(f"{exchange.status} {exchange.reason}", told, protocol=exchange.version),
        warc_headers_dict={"WARC-Date": when, "WARC-Payload-Digest": _digest(exchange.body), **known},
    )
    same = {"WARC-Date": when, "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")}
    line = f"GET {_target(exchange.url)} HTTP/1.1"
    request = writer.create_warc_record(
        exchange.url,
        "request",
        http_headers=StatusAndHeaders(line, list(exchange.asked), is_http_request=True),
        warc_headers_dict=dict(same),
    )
    pems = [_pem(certificate) for certificate in exchange.certificates]
    said = json.dumps({"tls_certificates": pems}, indent=1).encode()
    metadata = writer.create_warc_record(
        exchange.url,
        "metadata",
        payload=BytesIO(said),
        length=len(said),
        warc_content_type="application/json",
        warc_headers_dict=dict(same),
    )
    for record in (request, response, metadata):
        writer.write_record(record)


def _target(url: str) -> str:
    """Return the path and query of an address, as a request names them."""
    rest = url.partition("://")[2]
    return "/" + rest.partition("#")[0].partition("/")[2]


def _digest(body: bytes) -> str:
    return "sha256:" + base64.b32encode(hashlib.sha256(body).digest()).decode()


def _pem(certificate: bytes) -> str:
    lines = base64.encodebytes(certificate).decode()
    return f"-----BEGIN CERTIFICATE-----\n{lines}-----END CERTIFICATE-----\n"


class WebArchives:
    """A `ports.Archives`: the pages in WARC files and WACZ packages, record by record, nothing unpacked to disk."""

    def members(self, file: BinaryIO, media_type: str) -> Iterator[Member | str]:
        """Yield the pages (HTML, plain text, PDF answered with 200), and in words what could not be had.

        Of a WACZ that lists its pages, those alone; styles, scripts, pictures, redirects stay in the archive, which is
        evidence as a whole.
        """
        if media_type != "application/zip":
            yield from _pages(file, None)
            return
        try:
            check_size(file, _PACKAGE)
            with zipfile.ZipFile(file) as package:
                check_members(package, file.seek(0, SEEK_END), _PACKAGE)
                listed = _listed(package)
                for entry in package.infolist():
                    if entry.filename.endswith((".warc", ".warc.gz")):
                        yield from _packed(package, entry, listed)
        except ReadError as error:
            yield str(error)
        except BROKEN as error:
            yield f"{_PACKAGE} is broken: {error}"

    @staticmethod
    def is_package(file: BinaryIO) -> bool:
        """Say whether a ZIP is a WACZ: it describes itself and holds an archive."""
        try:
            check_size(file, _PACKAGE)
            with zipfile.ZipFile(file) as package:
                names = package.namelist()
        except (ReadError, *BROKEN):
            return False
        return "datapackage.json" in names and any(name.startswith("archive/") for name in names)


def _packed(package: zipfile.ZipFile, entry: zipfile.ZipInfo, listed: frozenset[str] | None) -> Iterator[Member | str]:
    if entry.file_size > MOST_EXPANSION * max(entry.compress_size, 1):
        yield f"{entry.filename} in it unpacks to {entry.file_size} bytes, as only a bomb does: it was left alone"
        return
    with package.open(entry) as archive:
        yield from _pages(archive, listed)


def _listed(package: zipfile.ZipFile) -> frozenset[str] | None:
    """Return the addresses of the pages that a WACZ lists (pages/*.jsonl); None where it lists none."""
    found: set[str] = set()
    for name in package.namelist():
        if name.startswith("pages/") and name.endswith(".jsonl") and package.getinfo(name).file_size < _LARGEST_MEMBER:
            for line in package.read(name).splitlines():
                try:
                    said = json.loads(line)
                except (ValueError, RecursionError):
                    continue
                if isinstance(said, dict) and isinstance(said.get("url"), str):
                    found.add(said["url"])
    return frozenset(found) or None


def _pages(file: IO[bytes], listed: frozenset[str] | None) -> Iterator[Member | str]:
    read = 0
    try:
        for record in _records(file):
            read += 1
            if _is_page(record, listed):
                yield _page(record)
    except BROKEN_ARCHIVE as error:
        yield f"the archive is broken behind its record {read}: {str(error).strip()}. What stands before it was read."


def _records(file: IO[bytes]) -> Iterator[ArcWarcRecord]:
    """Yield the records of an archive, each to be read before the next; no more is in memory than is read of one."""
    unpacking = Unpacked(file)
    records = ArchiveIterator(unpacking, block_size=_BLOCK)
    records.reader.set_decomp(None)  # done already, within limits
    unpacking.allow(_LARGEST_HEAD)
    for record in records:
        unpacking.allow(None)
        yield record
        while record.raw_stream.read(_CHUNK):
            pass
        unpacking.allow(_LARGEST_HEAD)


def _is_page(record: ArcWarcRecord, listed: frozenset[str] | None) -> bool:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    is_listed = url in listed if listed is not None else not url.endswith("/robots.txt")
    if not is_listed or not url.startswith(("http://", "https://")):
        return False
    if record.rec_type == "resource":
        return (record.rec_headers.get_header("Content-Type") or "").startswith(_REPORTS)
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    return record.http_headers.get_statuscode() == _OK and kind.strip().casefold().startswith(_REPORTS)


def _page(record: ArcWarcRecord) -> Member | str:
    url = record.rec_headers.get_header("WARC-Target-URI")
    if record.length is None or record.length > _LARGEST_MEMBER:
        return f"{url} in it is larger than {_LARGEST_MEMBER} bytes, or does not tell its size: it was left alone"
    headers = record.http_headers or StatusAndHeaders("", [])
    is_chunked = headers.get_header("Transfer-Encoding") == "chunked"
    content = (ChunkedDataReader(record.raw_stream) if is_chunked else record.raw_stream).read()
    if record.raw_stream.limit > 0:
        return f"{url} in it is cut short: it was left alone"
    coding = headers.get_header("Content-Encoding") or ""
    try:
        content = unpacked(content, coding, _LARGEST_MEMBER) if is_packed(content, coding) else content
    except ReadError as error:
        return f"{url} in it {error}: it was left alone"
    place = (record.rec_headers.get_header("WARC-Record-ID") or url).strip("<>")
    return Member(place, content, url=url, archived_at=_archived(record))


def _archived(record: ArcWarcRecord) -> datetime | None:
    try:
        return datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "").astimezone(UTC)
    except ValueError:
        return None
