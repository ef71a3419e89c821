"""What procflow asks of a payment gateway, in procflow's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from ...engine.messages import Language
from ...engine.model.check import Check
from .money import Refund
from .order import Intent, Order, Quote, Refusal
from .settlement import Settlement


class Verdict(StrEnum):
    """What a callback was found to be, checked in this order."""

    FORGED = "forged"
    UNKNOWN = "unknown"
    OTHER_AMOUNT = "other-amount"
    REPEATED = "repeated"
    CONFIRMED = "confirmed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the gateway wants to hear over HTTP."""

    body: bytes
    status: int = 200
    content_type: str = "application/json; charset=utf-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notified:
    """What came of a callback. order: none where the callback is for none of ours."""

    verdict: Verdict
    reply: Reply
    order: Order | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Somebody comes to pay. address: the payer's IP address."""

    address: str
    language: Language = "vi"


@dataclass(frozen=True, slots=True)
class Redirect:
    """To the gateway's own page."""

    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of ours, as HTML."""

    html: str


Way = Redirect | Page


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundWish:
    """transaction: the payment, by default the one that paid the order. amount: by default all that
    is left of it.
    """

    by: str
    reason: str = ""
    transaction: str | None = None
    amount: Decimal | None = None


class PaymentGateway(Protocol):
    """A payment gateway. What takes an order's number raises NotFound where there is none."""

    @property
    def name(self) -> str:
        """What settings, orders and the addresses of callbacks call it."""

    def quote(self, intent: Intent, *, now: datetime) -> Quote | Refusal:
        """What the citizen would pay here, if the gateway takes it at all."""

    def open(self, intent: Intent, *, key: str, now: datetime) -> Order | Refusal:
        """Open an order, kept before anybody is sent to the gateway.

        `key` is an idempotency key: the same fee of the same dossier asked again with the same key
        is the same order. There is one live order for a dossier and a fee: while it can be paid, or
        is paid, it is what another key gets too. Raises Conflict when the amount is another.
        """

    def visit(self, number: str, visit: Visit, *, now: datetime) -> Way:
        """Lead somebody to where the order is paid. Raises Conflict when it cannot be any more."""

    def notify(self, raw: bytes, *, now: datetime) -> Notified:
        """Take a callback: check who signed it, then order, amount and state; note the result.

        raw: the query string of a GET, the body of a POST. Never raises for what is wrong with the
        callback: the verdict says it. Money that does not fit is noted and becomes a matter.
        """

    def returned(self, raw: bytes) -> Order | None:
        """The order a browser comes back from, as it is known. Nothing is decided by it."""

    def query(self, number: str, *, now: datetime) -> Order:
        """The order as the gateway knows it now."""

    def cancel(self, number: str, *, now: datetime) -> Order:
        """Close an order the gateway knows of no money for; paid meanwhile, it comes back so.

        It comes back open while the gateway holds money and is not sure of it.
        """

    def withdraw(self, number: str, *, now: datetime) -> Order:
        """Cancel because the dossier ended: paid meanwhile, it becomes a matter."""

    def refund(self, number: str, wish: RefundWish, *, key: str, now: datetime) -> Refund:
        """Give money back, once for a key. Raises Conflict for more than is left of the payment."""

    def settle(self, statement: bytes, *, now: datetime) -> Settlement:
        """Hold the gateway's or the bank's statement against the orders. Raises BadInput.

        What the statement proves is noted like a callback; every difference becomes a matter.
        """

    def check(self) -> Check:
        """Whether the gateway is configured and can be reached."""
