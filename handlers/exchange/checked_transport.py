"""Connects to addresses that were looked at, and to no other: names cannot be turned meanwhile."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Sequence

import httpx

from ...engine.errors import BadInput
from ..wire import BoundedTransport
from .addresses import Reach, may_reach

Resolve = Callable[[str, int], Sequence[str]]


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, in the system's order. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class CheckedTransport(httpx.BaseTransport):
    """Resolves the host, looks at every address, and connects to the first; the certificate and the
    Host header stay those of the name.
    """

    def __init__(self, trust: ssl.SSLContext, reach: Reach, resolve: Resolve = resolve) -> None:
        self._reach = reach
        self._resolve = resolve
        self._inner = BoundedTransport(trust)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Raises BadInput for a host any of whose addresses may not be reached."""
        host = request.url.host
        address = self._checked(host, request)
        at_address = httpx.Request(
            method=request.method,
            url=request.url.copy_with(host=address),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": host},
        )
        return self._inner.handle_request(at_address)

    def close(self) -> None:
        self._inner.close()

    def _checked(self, host: str, request: httpx.Request) -> str:
        try:
            addresses = self._resolve(host, request.url.port or 443)
        except (OSError, UnicodeError):
            raise httpx.ConnectError("The host has no address", request=request) from None
        if not addresses or not all(may_reach(each, self._reach) for each in addresses):
            raise BadInput.of("handlers.exchange.address", host=host)
        return addresses[0]
