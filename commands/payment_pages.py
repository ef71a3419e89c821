"""`procflow payment-pages`: serves the payment pages and takes callbacks, until it is stopped."""

from __future__ import annotations

import socket
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .answer import Answer
from .base import command, option
from .desk import Desk
from .parameters import Address
from .payment_desk import Asked, PaymentDesk, Told

LARGEST = 65_536
"""Bytes of a callback or a form."""

LARGEST_FILE = 20_000_000
"""Bytes of a document that somebody wants to have compared."""

PATIENCE = 10
"""Seconds for a request to arrive."""


@command("payment-pages")
@option(
    "--address", metavar="HOST:PORT", type=Address(), default="127.0.0.1:8080", show_default=True
)
def payment_pages(desk: Desk, address: tuple[str, int]) -> Answer:
    pages = PaymentDesk(desk.house, desk.clock, desk.language)
    with PageServer(address, pages) as server:
        desk.say("payment-pages.listens", "quiet", address=server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return Answer({"address": server.address})
    return Answer({"address": server.address})


class PageServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], pages: PaymentDesk) -> None:
        self.pages = pages
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        super().__init__(address, _Requests)

    @property
    def address(self) -> str:
        """Where it listens."""
        host, port = str(self.server_address[0]), self.server_address[1]
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


class _Requests(BaseHTTPRequestHandler):
    server: PageServer
    timeout = PATIENCE

    def do(self) -> None:
        length = self.headers.get("Content-Length", "0")
        path, _, query = self.path.partition("?")
        most = LARGEST_FILE if path.startswith("/verify/") else LARGEST
        if not length.isdecimal() or int(length) > most:
            return self._say(Told(status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE))
        asked = Asked(
            method=self.command,
            path=path,
            query=query,
            body=self.rfile.read(int(length)),
            address=str(self.client_address[0]),
            headers={name.lower(): value for name, value in self.headers.items()},
        )
        return self._say(self.server.pages.answer(asked))

    do_GET = do_POST = do  # noqa: N815 - the names http.server looks for

    def _say(self, told: Told) -> None:
        self.send_response(told.status)
        for name, value in told.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(told.body)))
        self.end_headers()
        self.wfile.write(told.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - http.server's name
        """Addresses of callbacks carry signatures: they are not logged."""
