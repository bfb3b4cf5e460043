"""A calendar of OpenTimestamps for tests: what is submitted waits until it is said to be mined into a block."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler

from opentimestamps.core.notary import BitcoinBlockHeaderAttestation, PendingAttestation
from opentimestamps.core.op import OpAppend, OpSHA256
from opentimestamps.core.serialize import BytesSerializationContext
from opentimestamps.core.timestamp import Timestamp

from tests.listening import Quiet, listening

_BESIDE = b"what others had stamped beside it"


class Calendar:
    """Keeps what was submitted; `block` is the height at which it was mined, None before."""

    def __init__(self) -> None:
        self.block: int | None = None
        self.submitted: list[bytes] = []
        self.url = ""

    def promise(self, digest: bytes) -> bytes:
        """Return the timestamp of a digest that waits."""
        self.submitted.append(digest)
        timestamp = Timestamp(digest)
        timestamp.attestations.add(PendingAttestation(self.url))
        return written(timestamp)

    def proof(self, digest: bytes) -> bytes | None:
        """Return the timestamp of a digest that was mined."""
        if self.block is None or digest not in self.submitted:
            return None
        timestamp = Timestamp(digest)
        root = timestamp.ops.add(OpAppend(_BESIDE)).ops.add(OpSHA256())
        root.attestations.add(BitcoinBlockHeaderAttestation(self.block))
        return written(timestamp)

    def root(self, digest: bytes) -> str:
        """Return the Merkle root of the block, as explorers show it."""
        return bytes(reversed(OpSHA256()(digest + _BESIDE))).hex()


def written(timestamp: Timestamp) -> bytes:
    context = BytesSerializationContext()
    timestamp.serialize(context)
    return bytes(context.getbytes())


@contextmanager
def serving(calendar: Calendar) -> Iterator[str]:
    """Serve a calendar on this machine and give its address."""

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            digest = self.rfile.read(int(self.headers["Content-Length"]))
            self._answer(calendar.promise(digest) if self.path == "/digest" else None)

        def do_GET(self) -> None:
            self._answer(calendar.proof(bytes.fromhex(self.path.rpartition("/")[2])))

        def _answer(self, content: bytes | None) -> None:
            self.send_response(404 if content is None else 200)
            self.end_headers()
            self.wfile.write(content or b"")

    with listening(Handler) as server:
        calendar.url = f"http://localhost:{server.server_port}"
        yield calendar.url
