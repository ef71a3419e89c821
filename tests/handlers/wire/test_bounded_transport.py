"""A side that answers a letter at a time holds nobody for longer than the whole time allowed."""

import socket
import ssl
from contextlib import closing, contextmanager
from threading import Event, Thread
from time import monotonic

import httpx
import pytest

from procflow.engine.errors import OutcomeUnknown, Unreachable
from procflow.handlers.wire import BoundedTransport, Wire, WireSettings

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 4000\r\n\r\n"
ALLOWED = 0.4
LONG = 40
"""Seconds, less than the servers here would take for a whole answer."""


@contextmanager
def dripping(at_once, *, reads=True):
    """A server that says `at_once`, then a letter each twentieth of a second, for ever."""
    over = Event()
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        if not reads:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)

        def drip(connection):
            with connection:
                if reads:
                    connection.recv(65536)
                try:
                    connection.sendall(at_once)
                    while not over.wait(0.05):
                        connection.sendall(b"x") if reads else connection.recv(512)
                except OSError:
                    return

        def serve():
            while not over.is_set():
                try:
                    connection = server.accept()[0]
                except OSError:
                    return
                Thread(target=drip, args=(connection,), daemon=True).start()

        Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        over.set()
        server.shutdown(socket.SHUT_RDWR)


def wire_to(url):
    return closing(Wire(WireSettings(address=url, timeout=ALLOWED), system="Drip"))


@pytest.mark.parametrize("at_once", [b"HTTP/1.1 200 OK\r\nX-Slow: ", HEAD], ids=["head", "body"])
def test_a_slow_answer_is_none(at_once):
    with dripping(at_once) as url, wire_to(url) as wire:
        begun = monotonic()
        with pytest.raises(OutcomeUnknown):
            wire.ask("POST", "/", repeatable=False)
        assert monotonic() - begun < LONG


def test_what_is_repeatable_is_tried_twice_and_no_more():
    with dripping(HEAD) as url, wire_to(url) as wire:
        begun = monotonic()
        with pytest.raises(Unreachable):
            wire.ask("GET", "/", repeatable=True)
        assert ALLOWED < monotonic() - begun < LONG


def test_a_side_that_takes_a_large_request_slowly_is_left():
    with dripping(b"", reads=False) as url, wire_to(url) as wire:
        begun = monotonic()
        with pytest.raises(OutcomeUnknown):
            wire.ask("POST", "/", content=b"x" * 30_000_000, repeatable=False)
        assert monotonic() - begun < LONG


@pytest.mark.parametrize(
    "limit", ["_max_connections", "_max_keepalive_connections", "_keepalive_expiry"]
)
def test_connections_are_as_many_and_rest_as_long_as_those_of_httpx(limit):
    trust = ssl.create_default_context()
    with BoundedTransport(trust) as ours, httpx.HTTPTransport(verify=trust) as theirs:
        assert getattr(ours._pool, limit) == getattr(theirs._pool, limit)
