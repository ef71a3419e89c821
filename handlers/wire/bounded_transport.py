"""A transport on which a whole exchange takes no longer than one read may."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore
import httpx

PIECE = 65_536
"""Bytes sent at once, so that a side that takes them slowly is noticed."""

LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=5.0)
"""Those of httpx. A connection that rests for longer (seconds) may be cut unseen on the way, and
leave in doubt what is asked on it.
"""


class BoundedTransport(httpx.HTTPTransport):
    """httpx bounds each read and write by itself; here the read timeout of a request bounds all of
    its exchange: connecting, sending, head and body. A side that sends a letter a second gains
    nothing.

    The body has to be read by the thread that sent the request. now: seconds that never go back.
    """

    def __init__(self, trust: ssl.SSLContext, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(verify=trust, trust_env=False)
        self._pool.close()
        self._limit = Limit(now)
        self._pool = httpcore.ConnectionPool(
            ssl_context=trust,
            max_connections=LIMITS.max_connections,
            max_keepalive_connections=LIMITS.max_keepalive_connections,
            keepalive_expiry=LIMITS.keepalive_expiry,
            network_backend=BoundedBackend(self._limit),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        timeouts: dict[str, float | None] = request.extensions.get("timeout", {})
        self._limit.begin(timeouts.get("read"))
        return super().handle_request(request)


class Limit(threading.local):
    """The end of the exchange that a thread is in."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._until: float | None = None

    def begin(self, seconds: float | None) -> None:
        self._until = None if seconds is None else self._now() + seconds

    def left(self, wanted: float | None, late: type[Exception]) -> float | None:
        """The seconds there are for a step that may take as long as wanted. Raises `late`."""
        if self._until is None:
            return wanted
        left = self._until - self._now()
        if left <= 0:
            raise late("The exchange takes too long")
        return left if wanted is None else min(left, wanted)


class BoundedStream(httpcore.NetworkStream):
    def __init__(self, inner: httpcore.NetworkStream, limit: Limit) -> None:
        self._inner = inner
        self._limit = limit

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._limit.left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), PIECE):
            left = self._limit.left(timeout, httpcore.WriteTimeout)
            self._inner.write(buffer[start : start + PIECE], left)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        left = self._limit.left(timeout, httpcore.ConnectTimeout)
        secured = self._inner.start_tls(ssl_context, server_hostname, left)
        return BoundedStream(secured, self._limit)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class BoundedBackend(httpcore.NetworkBackend):
    """Connections over TCP whose steps end with the limit."""

    def __init__(self, limit: Limit) -> None:
        self._inner = httpcore.SyncBackend()
        self._limit = limit

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._limit.left(timeout, httpcore.ConnectTimeout)
        inner = self._inner.connect_tcp(host, port, left, local_address, socket_options)
        return BoundedStream(inner, self._limit)
