"""Connections to the open web alone: no address of this machine, its network, or a cloud's inner services."""

import ipaddress
import socket
import ssl
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from time import monotonic
from typing import TypeAlias

import httpcore

from corroborate.errors import CollectError

_Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
_SocketOption: TypeAlias = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits
_LAST_32_BITS = 0xFFFFFFFF
# What IANA has given out for the open web (RFC 4291, 2.4), and what in it is for documents (RFC 9637): Python 3.11
# takes all that is not set apart for global.
_OPEN_IPV6, _FOR_DOCUMENTS = ipaddress.IPv6Network("2000::/3"), ipaddress.IPv6Network("3fff::/20")


class GuardedNetwork(httpcore.SyncBackend):
    """Connects to public addresses alone.

    A name is resolved once, every address that it has is looked at, and the connection goes to that very address: a
    name that turns to another address between the look and the call gains nothing. Certificates are still checked
    against the name.
    """

    def __init__(self, allowed: AbstractSet[str], longest: float) -> None:
        """Refuse what is not public, but for hosts that the user allowed by name; no connection lives longer."""
        super().__init__()
        self._allowed = allowed
        self._longest = longest

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SocketOption] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a host that is a public one; a CollectError where it is not, or is unknown."""
        address = self._address(host, port)
        until = monotonic() + self._longest
        return _Ending(super().connect_tcp(address, port, timeout, local_address, socket_options), until)

    def connect_unix_socket(self, path: str, *_: object, **__: object) -> httpcore.NetworkStream:
        """Refuse: a socket of this machine is no web page."""
        raise CollectError(f"{path} is a socket of this machine, no address of the web")

    def _address(self, host: str, port: int) -> str:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise CollectError(f"{host} has no address ({error}). Check its spelling and the connection.") from error
        addresses = [str(entry[4][0]).partition("%")[0] for entry in found]
        inner = [address for address in addresses if not is_public(address)]
        if inner and host not in self._allowed:
            raise CollectError(
                f"{host} has the address {inner[0]}, which is not on the open web: it is not fetched."
                f" Where that is meant, say --allow-host {host}."
            )
        return addresses[0]


class _Ending(httpcore.NetworkStream):
    """A connection that ends at a moment, however little comes at a time."""

    def __init__(self, stream: httpcore.NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Ending(self._stream.start_tls(ssl_context, server_hostname, self._left(timeout)), self._until)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)

    def _left(self, timeout: float | None) -> float:
        left = self._until - monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("it did not end in the time that one page may take")
        return left if timeout is None else min(left, timeout)


def is_public(address: str) -> bool:
    """Say whether an IP address belongs to the open web, whatever form an IPv4 address is wrapped in.

    >>> [is_public(one) for one in ("93.184.216.34", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1")]
    [True, False, False, False]
    """
    own = _unwrapped(ipaddress.ip_address(address))
    if isinstance(own, ipaddress.IPv6Address) and (own not in _OPEN_IPV6 or own in _FOR_DOCUMENTS):
        return False
    return own.is_global and not own.is_multicast


def _unwrapped(address: _Address) -> _Address:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
    if inner is None and address in _NAT64:
        inner = ipaddress.IPv4Address(int(address) & _LAST_32_BITS)
    return inner or address
