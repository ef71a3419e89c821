"""What a running worker tells those who watch it: `/metrics`, `/health`, `/ready`."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, NamedTuple, Self

from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from ..engine.engine import Engine
from ..engine.model.check import Check
from ..engine.pulse import Pulse
from .desk import Desk

JSON = "application/json; charset=utf-8"


@contextmanager
def watched(
    desk: Desk, address: tuple[str, int] | None, pulses: Mapping[str, Pulse]
) -> Iterator[None]:
    """Whoever asks at the address is told, meanwhile; None: nobody is."""
    if address is None:
        yield
        return
    with Monitor(address, desk.house.engine, pulses) as monitor:
        desk.say("monitor.listens", "quiet", address=monitor.address)
        yield


class Reply(NamedTuple):
    status: HTTPStatus
    kind: str
    body: bytes


class Monitor:
    """An HTTP server beside the work. Use it in a `with`.

    `/health`: the process answers. `/ready`: the database answers and has our schema, the loops
    turn, and nobody has asked them to stop; else 503. Neither tells more than names of parts.
    """

    def __init__(
        self, address: tuple[str, int], engine: Engine, pulses: Mapping[str, Pulse]
    ) -> None:
        self._engine = engine
        self._pulses = pulses
        self._registry = engine.metrics()
        self._server = _Server(address, self)
        self._thread = Thread(
            target=self._server.serve_forever, name="procflow-monitor", daemon=True
        )

    @property
    def address(self) -> str:
        """Where it listens."""
        host, port = self._server.server_address[:2]
        named = str(host)
        return f"http://[{named}]:{port}" if ":" in named else f"http://{named}:{port}"

    def reply(self, path: str) -> Reply:
        match path:
            case "/metrics":
                body = generate_latest(self._registry)
                return Reply(HTTPStatus.OK, CONTENT_TYPE_PLAIN_0_0_4, body)
            case "/health":
                return Reply(HTTPStatus.OK, JSON, b'{"ok":true}')
            case "/ready":
                return _told(self.readiness())
        return Reply(HTTPStatus.NOT_FOUND, JSON, b'{"ok":false}')

    def readiness(self) -> list[Check]:
        of_loops = [pulse.readiness(name) for name, pulse in self._pulses.items()]
        return [*self._engine.readiness(), *of_loops]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _told(checks: list[Check]) -> Reply:
    ok = all(check.ok for check in checks)
    parts = {check.subject: check.ok for check in checks}
    body = json.dumps({"ok": ok, "parts": parts}).encode()
    return Reply(HTTPStatus.OK if ok else HTTPStatus.SERVICE_UNAVAILABLE, JSON, body)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], monitor: Monitor) -> None:
        self.monitor = monitor
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Requests)


class _Requests(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        reply = self.server.monitor.reply(self.path.partition("?")[0])
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.kind)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        self.wfile.write(reply.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server's name
        """Who looks is no news."""
