"""The web: one address fetched as it stands, every request and response kept as WARC."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic, sleep
from typing import Protocol

import httpcore
from protego import Protego

from corroborate.adapters.unpacking import unpacked
from corroborate.adapters.web_archive import Exchange, written
from corroborate.adapters.web_guard import GuardedNetwork
from corroborate.errors import CollectError, ReadError
from corroborate.model.capturing import Condition, Fetched
from corroborate.model.web_address import joined, parts_of
from corroborate.ports import Clock

_LARGEST = 100_000_000  # bytes as sent, and bytes once unpacked
_MOST_REDIRECTS = 10
_TIMEOUT, _WHOLE_TIMEOUT = 30.0, 300.0  # seconds without a byte; seconds for one exchange
_PAUSE = 1.0  # seconds between two requests to one host, unless it asks for more
_LONGEST_PAUSE = 30.0
_OK, _REDIRECT, _NOT_MODIFIED, _SERVER_ERROR = 200, 300, 304, 500
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_NO_CONDITION = Condition()
_BROKEN_OFF = (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError)


@dataclass(frozen=True, slots=True)
class Manners:
    """How the program behaves towards servers: by which name, with which pause, to which hosts off the open web.

    An exchange that has not ended after the `longest` seconds is broken off, however little came at a time.
    """

    agent: str
    collector: str
    obey_robots: bool = True
    allowed_hosts: frozenset[str] = frozenset()
    pause: float = _PAUSE
    longest: float = _WHOLE_TIMEOUT
    machine: str | None = None


class WebClient:
    """A `ports.Web`. Not to be shared between threads."""

    def __init__(self, clock: Clock, manners: Manners) -> None:
        """Open no connection yet."""
        self._clock = clock
        self._manners = manners
        self._network = GuardedNetwork(manners.allowed_hosts, manners.longest)
        self._rules: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}
        self._exchanges: list[Exchange] = []

    def get(self, url: str, condition: Condition = _NO_CONDITION) -> Fetched:
        """Return what stands at a web address, redirects followed, with the WARC of every exchange on the way.

        Where the server refuses or fails, or the page is too large, too slow, cut short or packed as a bomb, there is
        no body and `problem` says why; likewise where robots.txt keeps programs from it. What came of an answer is kept
        all the same. A CollectError where nothing at all was exchanged: no address of the web, none that is public, no
        answer. Where the server says that nothing has changed since `condition`, there is neither body nor problem.
        """
        self._exchanges = []
        try:
            last = self._redirected(url, condition, self._permit)
            body, problem = _body(last, condition), None
        except CollectError as error:
            if not self._exchanges:
                raise
            last, body, problem = self._exchanges[-1], None, str(error)
        return Fetched(
            url=url,
            final_url=last.url,
            at=last.at,
            body=body,
            problem=problem,
            archive=written(self._exchanges, self._manners.agent, self._manners.collector, self._manners.machine),
            condition=Condition(last.header("etag"), last.header("last-modified")),
        )

    def _redirected(self, url: str, condition: Condition, permit: Callable[[str], object]) -> Exchange:
        """Return the answer at the end of the redirects, each of which has to be permitted."""
        here = url
        for _ in range(_MOST_REDIRECTS + 1):
            permit(here)
            answer = self._exchange(here, condition)
            target = answer.header("location")
            if answer.status not in _REDIRECTS or target is None:
                return answer
            here = joined(here, target)
        raise CollectError(f"{url}: more than {_MOST_REDIRECTS} redirects, the last to {here}. Name the page itself.")

    def _permit(self, url: str) -> None:
        """Refuse what is no address of the web, and what the host's robots.txt (RFC 9309) keeps from programs."""
        host = _origin(url)
        if not self._manners.obey_robots:
            return
        if host not in self._rules:
            self._rules[host] = Protego.parse(self._robots(host))
        if not self._rules[host].can_fetch(url, self._manners.agent):
            raise CollectError(
                f"{url}: the host's robots.txt asks programs to leave this out. Save the page from a browser, or say"
                " --ignore-robots where you may."
            )

    def _robots(self, host: str) -> str:
        """Return the rules of a host: none where it has none, all forbidden where it fails (RFC 9309, 2.3.1)."""
        answer = self._redirected(f"{host}/robots.txt", _NO_CONDITION, permit=_origin)
        if answer.status >= _SERVER_ERROR:
            return "User-agent: *\nDisallow: /"
        return _unpacked(answer).decode("utf-8", "replace") if answer.status == _OK else ""

    def _exchange(self, url: str, condition: Condition) -> Exchange:
        self._wait(_origin(url))
        parts = parts_of(url)
        asked = {"Host": parts.netloc.rpartition("@")[2], "User-Agent": self._manners.agent, "Accept": "*/*"}
        asked |= {"Accept-Encoding": "gzip, deflate", "Connection": "close", **_conditions(condition)}
        at = self._clock.now()
        try:
            with (
                httpcore.ConnectionPool(network_backend=self._network) as pool,
                pool.stream("GET", url, headers=list(asked.items()), extensions={"timeout": _TIMEOUTS}) as answer,
            ):
                head, came = _head(url, at, asked, answer), _Coming()
                try:
                    came.take(url, answer.iter_stream())
                finally:
                    self._exchanges.append(replace(head, body=b"".join(came.pieces), truncated=came.truncated))
                return self._exchanges[-1]
        except (*_BROKEN_OFF, ValueError) as error:
            reason = str(error) or type(error).__name__
            raise CollectError(f"{url} could not be fetched: {reason}. Try again later.") from error

    def _wait(self, host: str) -> None:
        rules = self._rules.get(host)
        asked = (rules.crawl_delay(self._manners.agent) if rules else None) or 0.0
        pause = min(max(self._manners.pause, float(asked)), _LONGEST_PAUSE)
        before = self._asked.get(host)
        if before is not None:
            sleep(max(0.0, before + pause - monotonic()))
        self._asked[host] = monotonic()


_TIMEOUTS = {"connect": _TIMEOUT, "read": _TIMEOUT, "write": _TIMEOUT, "pool": _TIMEOUT}


def _origin(url: str) -> str:
    """Return scheme and host of an address of the web; a CollectError for any other."""
    parts = parts_of(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise CollectError(f"{url} is no address of the web: only http and https are fetched")
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _conditions(condition: Condition) -> Mapping[str, str]:
    said = {"If-None-Match": condition.etag, "If-Modified-Since": condition.last_modified}
    return {name: value for name, value in said.items() if value is not None}


class _Coming:
    """A body as it comes: its pieces, and why not all of it came, as WARC tells that (ISO 28500, 5.13)."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []
        self.truncated: str | None = None

    def take(self, url: str, chunks: Iterator[bytes]) -> None:
        """Take what comes to its end; what breaks off raises, and so does what is larger than a page may be."""
        size = 0
        try:
            for chunk in chunks:
                size += len(chunk)
                if size > _LARGEST:
                    self.truncated = "length"
                    raise CollectError(
                        f"{url} has more than the {_LARGEST} bytes that one page may have. Save it as a file."
                    )
                self.pieces.append(chunk)
        except _BROKEN_OFF as error:
            self.truncated = "time" if isinstance(error, httpcore.TimeoutException) else "disconnect"
            raise


def _head(url: str, at: datetime, asked: Mapping[str, str], answer: httpcore.Response) -> Exchange:
    """Return what is known of an exchange before its body comes, and while the connection stands."""
    stream = answer.extensions["network_stream"]
    server = stream.get_extra_info("server_addr")
    tls = stream.get_extra_info("ssl_object")
    version = answer.extensions.get("http_version", b"HTTP/1.1").decode("ascii", "replace")
    return Exchange(
        url=url,
        at=at,
        asked=tuple(asked.items()),
        status=answer.status,
        reason=answer.extensions.get("reason_phrase", b"").decode("latin-1"),
        version=version,
        headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers),
        body=b"",
        address=str(server[0]) if server else None,
        certificates=_certificates(tls),
    )


class _Certificate(Protocol):
    """A certificate as the connection beneath Python's own has it."""

    def public_bytes(self) -> str:
        """Return it in PEM."""
        ...


def _certificates(tls: object) -> tuple[bytes, ...]:
    """Return the certificates that the server sent, in DER, its own first.

    The HTTP library hands out the connection that lies beneath Python's own: it tells the whole chain in every Python
    that is supported, where Python's own does from 3.13 on.
    """
    chain = getattr(tls, "get_unverified_chain", None)
    return tuple(map(_der, chain() or ())) if chain is not None else ()


def _der(certificate: bytes | _Certificate) -> bytes:
    if isinstance(certificate, bytes):
        return certificate
    return ssl.PEM_cert_to_DER_cert(certificate.public_bytes())


def _body(answer: Exchange, condition: Condition) -> bytes | None:
    """Return what an answer brings: None where nothing has changed; a CollectError where the server refused."""
    if answer.status == _NOT_MODIFIED and condition != _NO_CONDITION:
        return None
    if not _OK <= answer.status < _REDIRECT:
        raise CollectError(f"{answer.url}: the server answered {answer.status} {answer.reason}. There is no report.")
    return _unpacked(answer)


def _unpacked(answer: Exchange) -> bytes:
    """Return the body without its packing; a CollectError where it is broken, or grows as only a bomb does."""
    try:
        return unpacked(answer.body, answer.header("content-encoding") or "", _LARGEST)
    except ReadError as error:
        raise CollectError(f"{answer.url} {error}. It was left out; save the page from a browser.") from error
