"""A web server of this machine, for tests: what it answers to each path, and what it was asked."""

import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from time import sleep

from tests.listening import Quiet, listening


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says to one path."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)


@dataclass(slots=True)
class Server:
    """Where the server is, and the requests that came, each as path and headers."""

    url: str
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """Return the paths that were asked for, in order."""
        return [path for path, _ in self.asked]


@contextmanager
def serving(answers: Mapping[str, Answer], certificates: Path | None = None) -> Iterator[Server]:
    """Serve these answers on localhost; a path without one is 404, and a condition that holds is answered 304.

    With certificates (and their key, in PEM), over TLS.
    """

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked.append((self.path, dict(self.headers)))
            answer = answers.get(self.path, Answer(b"nothing here", 404))
            tag = dict(answer.headers).get("ETag")
            unchanged = tag is not None and self.headers.get("If-None-Match") == tag
            self.send_response(304 if unchanged else answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            if not unchanged:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if not unchanged:
                self.wfile.write(answer.body)

    with listening(Handler) as listener:
        if certificates is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(certificates)
            listener.socket = context.wrap_socket(listener.socket, server_side=True)
        server = Server(f"http{'s' if certificates else ''}://localhost:{listener.server_port}")
        yield server


@contextmanager
def serving_bytes(head: bytes, *, then: bytes | None, every: float = 0.0) -> Iterator[str]:
    """Answer every request with these bytes, then the connection ends; or other bytes follow, again and again."""

    class Handler(Quiet, BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(OSError):  # the other side has enough
                self.wfile.write(head)
                while then is not None:
                    self.wfile.write(then)
                    sleep(every)

    with listening(Handler) as listener:
        yield f"http://localhost:{listener.server_port}/a"
