"""Which addresses may be fetched: public ones only, checked at the moment of connecting.

The name is resolved once, every address it gives is checked, and the connection goes to the address that was
checked: a name that changes its mind between check and connection (DNS rebinding) gains nothing. Redirects
open new connections and are checked alike.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

from oqiga.errors import GatherError

Resolver = Callable[[str, int], list[str]]
"""Takes a host name and a port, gives its addresses."""

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_6TO4 = ipaddress.ip_network("2002::/16")


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host, as the system resolves it."""
    return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """Tell whether an IP address is reachable by everybody: not private, loopback, link-local, multicast."""
    found = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if found in _6TO4:
            return False
    return found.is_global and not found.is_multicast and not found.is_reserved


class GuardedBackend(httpcore.NetworkBackend):
    """Connects only to addresses that may be fetched.

    allowed: host names that may be private, named by the user. resolver: takes the place of the system's.
    """

    def __init__(self, allowed: Iterable[str] = (), resolver: Resolver = resolve) -> None:
        self._allowed = frozenset(host.lower() for host in allowed)
        self._resolver = resolver
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to a checked address of `host`. Raises GatherError when it may not be fetched."""
        address = self.checked_address(host, port)
        return self._plain.connect_tcp(address, port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002  the interface is httpcore's
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Refuse: nothing that is fetched lives behind a local socket."""
        raise GatherError("local sockets are not fetched", subject=path)

    def checked_address(self, host: str, port: int) -> str:
        """Return an address of `host` to connect to. Raises GatherError when one of them is not public."""
        try:
            addresses = self._resolver(host, port)
        except (OSError, UnicodeError) as error:
            raise GatherError(f"the name cannot be resolved: {error}", subject=host) from error
        if not addresses:
            raise GatherError("the name has no address", subject=host)
        if host.lower() not in self._allowed and not all(is_public(address) for address in addresses):
            raise GatherError("a private or local address; allow it by name if it is meant", subject=host)
        return addresses[0]


class GuardedTransport(httpx.BaseTransport):
    """Carries httpx requests over a `GuardedBackend`; no proxies, no environment."""

    def __init__(self, backend: GuardedBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False), network_backend=backend, max_connections=20
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; errors of the network become httpx errors, refusals stay GatherErrors."""
        inner = httpcore.Request(
            method=request.method,
            url=httpcore.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream,
            extensions=request.extensions,
        )
        try:
            response = self._pool.handle_request(inner)
        except httpcore.TimeoutException as error:
            raise httpx.ReadTimeout("no answer in time", request=request) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            raise httpx.NetworkError(str(error) or type(error).__name__, request=request) from error
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Stream(response),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Any:
        try:
            yield from self._response.iter_stream()
        except httpcore.TimeoutException as error:
            raise httpx.ReadTimeout("the answer stopped") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            raise httpx.ReadError(str(error) or type(error).__name__) from error

    def close(self) -> None:
        self._response.close()
