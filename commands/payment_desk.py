"""What is asked at the payment pages, and what is answered: HTTP as values, without a server.

Providers of notices report to the same server, so that an installation opens one address.

/pay/ORDER       leads to where the order is paid; a POST is a button of the sandbox's page
/notify/GATEWAY  callbacks of a gateway
/return/GATEWAY  where browsers come back to; decides nothing
/verify/CODE     whether a document is the true one; a POST brings the visitor's file
/report/CHANNEL  what a provider of notices tells of one it took
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email.parser import BytesParser
from email.policy import HTTP
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from ..engine.errors import Conflict, ForgedMessage, NotFound, ProcflowError
from ..engine.messages import Language
from ..handlers.payment.order import Order
from ..handlers.payment.pages import return_page
from ..handlers.payment.port import Page, Reply, Visit
from ..handlers.signature.page import FILE, verification_page
from .notice_reports import take_report

if TYPE_CHECKING:
    from .composition import House

HTML = "text/html; charset=utf-8"
SANDBOX = "sandbox"
GUARDED: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """address: of who asks. headers: by lower-case name."""

    method: str
    path: str
    query: str = ""
    body: bytes = b""
    address: str = "127.0.0.1"
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def raw(self) -> bytes:
        """What a gateway has signed: the body of a POST, the query of a GET."""
        return self.body if self.method == "POST" else self.query.encode()

    @property
    def files(self) -> dict[str, bytes]:
        """The files of a form (RFC 7578), by the names of their fields."""
        kind = self.headers.get("content-type", "")
        if self.method != "POST" or not kind.startswith("multipart/form-data"):
            return {}
        head = f"Content-Type: {kind}\r\n\r\n".encode("ascii", "replace")
        parts = BytesParser(policy=HTTP).parsebytes(head + self.body).iter_parts()
        named = ((part.get_param("name", header="content-disposition"), part) for part in parts)
        return {str(name): bytes(part.get_payload(decode=True) or b"") for name, part in named}

    @property
    def form(self) -> dict[str, str]:
        return dict(parse_qsl(self.body.decode(errors="replace")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    status: int = HTTPStatus.OK
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class PaymentDesk:
    """now: the moment of each request."""

    def __init__(self, house: House, now: Callable[[], datetime], language: Language) -> None:
        self._house = house
        self._now = now
        self._language = language

    def answer(self, asked: Asked) -> Told:
        """Never raises for what is asked; a fault of the house is a fault of the house."""
        match asked.method, *asked.path.strip("/").split("/"):
            case "GET", "pay", number:
                return self._lead(number, asked.address)
            case "POST", "pay", number:
                return self._press(number, asked.form)
            case "GET" | "POST", "notify", gateway:
                return self._note(gateway, asked.raw)
            case "GET", "return", gateway:
                return self._come_back(gateway, asked.raw)
            case "GET" | "POST", "verify", code:
                return self._verify(code, asked)
            case "GET" | "POST", "report", channel:
                return self._hear(channel, asked)
        return self._page(None)

    def _lead(self, number: str, address: str) -> Told:
        gateways, visit = self._house.gateways, Visit(address=address, language=self._language)
        try:
            way = gateways.visit(number, visit, now=self._now())
        except NotFound:
            return self._page(None)
        except Conflict:
            return self._page(gateways.account(number).order)
        except ProcflowError as error:
            status = HTTPStatus.SERVICE_UNAVAILABLE
            return _html(error.sentence(self._language), status)
        if isinstance(way, Page):
            return _html(way.html)
        return Told(status=HTTPStatus.SEE_OTHER, headers={**GUARDED, "Location": way.url})

    def _press(self, number: str, form: Mapping[str, str]) -> Told:
        """A button of the sandbox's page; pressed too late, it changes nothing."""
        try:
            callback = self._house.bank.act(number, form, now=self._now())
            self._house.receive_payment(SANDBOX, callback, now=self._now())
            return self._page(self._house.gateways.account(number).order)
        except NotFound:
            return self._page(None)
        except ProcflowError as error:
            return _html(error.sentence(self._language), HTTPStatus.CONFLICT)

    def _note(self, gateway: str, raw: bytes) -> Told:
        """A callback. Where the house fails, the gateway hears that it should try again."""
        try:
            chosen = self._house.gateways.named(gateway)
        except NotFound:
            return self._page(None)
        try:
            notified = self._house.receive_payment(gateway, raw, now=self._now()).notified
        except ProcflowError:
            notified = chosen.failed(raw, now=self._now())
        return _replied(notified.reply)

    def _come_back(self, gateway: str, raw: bytes) -> Told:
        try:
            order = self._house.gateways.named(gateway).returned(raw)
        except NotFound:
            order = None
        return self._page(order)

    def _verify(self, code: str, asked: Asked) -> Told:
        statement = self._house.verification.look_up(code, content=asked.files.get(FILE))
        status = HTTPStatus.OK if statement else HTTPStatus.NOT_FOUND
        return _html(verification_page(statement, self._language), status)

    def _hear(self, channel: str, asked: Asked) -> Told:
        """Where the house fails, the provider hears that it should try again."""
        try:
            take_report(self._house, channel, asked.raw, asked.headers, now=self._now())
        except NotFound:
            return _plain(HTTPStatus.NOT_FOUND)
        except ForgedMessage:
            return _plain(HTTPStatus.FORBIDDEN)
        except ProcflowError:
            return _plain(HTTPStatus.SERVICE_UNAVAILABLE)
        return _plain(HTTPStatus.OK)

    def _page(self, order: Order | None) -> Told:
        status = HTTPStatus.NOT_FOUND if order is None else HTTPStatus.OK
        return _html(return_page(order, self._language), status)


def _html(text: str, status: int = HTTPStatus.OK) -> Told:
    kind = HTML if text.startswith("<") else "text/plain; charset=utf-8"
    return Told(status=status, body=text.encode(), headers={**GUARDED, "Content-Type": kind})


def _plain(status: HTTPStatus) -> Told:
    headers = {"Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store"}
    return Told(status=status, body=status.phrase.encode(), headers=headers)


def _replied(reply: Reply) -> Told:
    headers = {"Content-Type": reply.content_type, "Cache-Control": "no-store"}
    return Told(status=reply.status, body=reply.body, headers=headers)
