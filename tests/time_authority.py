"""A time-stamping authority for tests: OpenSSL's `ts`, behind HTTP on this machine."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.listening import Quiet, listening

OPENSSL = shutil.which("openssl")
_CERTIFICATES = ("root.pem", "tsa.pem")
_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
_EXTENSIONS = "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,{use}\n"
_CONFIGURATION = """
[tsa]
default_tsa = made
[made]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = {digests}
ess_cert_id_alg = sha256
"""


class Authority:
    """An authority with a root certificate of its own, in a folder."""

    def __init__(self, folder: Path, name: str, *, use: str = "timeStamping", digests: str = "sha256") -> None:
        folder.mkdir()
        self._folder = folder
        self.root = folder / "root.pem"
        (folder / "ts.cnf").write_text(_CONFIGURATION.format(digests=digests))
        (folder / "use.cnf").write_text(_EXTENSIONS.format(use=use))
        root = (
            "-x509",
            "-days",
            "3650",
            "-subj",
            f"/O=Tests/CN=Root of {name}",
            "-keyout",
            "root.key",
            "-out",
            "root.pem",
        )
        self._openssl("req", *_KEY, *root)
        self._openssl("req", *_KEY, "-subj", f"/O=Tests/CN={name}", "-keyout", "tsa.key", "-out", "tsa.csr")
        signed = ("-req", "-in", "tsa.csr", "-CA", "root.pem", "-CAkey", "root.key", "-CAcreateserial")
        self._openssl("x509", *signed, "-extfile", "use.cnf", "-days", "3650", "-out", "tsa.pem")

    def reply(self, query: bytes) -> bytes:
        """Return what the authority answers to a query."""
        (self._folder / "query.tsq").write_bytes(query)
        self._openssl("ts", "-reply", "-config", "ts.cnf", "-queryfile", "query.tsq", "-out", "reply.tsr")
        return (self._folder / "reply.tsr").read_bytes()

    def certify(self, start: datetime, end: datetime) -> None:
        """Give the authority another certificate, valid from then to then."""
        root, old = (x509.load_pem_x509_certificate((self._folder / name).read_bytes()) for name in _CERTIFICATES)
        key = serialization.load_pem_private_key((self._folder / "root.key").read_bytes(), None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        number = x509.random_serial_number()
        made = x509.CertificateBuilder(root.subject, old.subject, old.public_key(), number, start, end)
        for extension in old.extensions:
            made = made.add_extension(extension.value, extension.critical)
        signed = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        (self._folder / "tsa.pem").write_bytes(signed)

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Answer on a port of this machine; yield the address."""
        with serving(self.reply) as url:
            yield url

    def _openssl(self, *arguments: str) -> None:
        assert OPENSSL is not None
        subprocess.run([OPENSSL, *arguments], cwd=self._folder, check=True, capture_output=True)


@contextmanager
def serving(answer: Callable[[bytes], bytes], status: int = 200) -> Iterator[str]:
    """Answer every POST on a port of this machine with what a function makes of its body; yield the address."""

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with listening(Handler) as server:
        yield f"http://127.0.0.1:{server.server_port}/tsa"
