"""The sandbox gateway: a payment gateway of our own, for trying procedures without a bank.

It plays both sides. `open`, `query`, `cancel` and `receive` are the port; `pay`, `decline` and
`silent` are what people do at the bank, and give the signed callback the bank would send.
"""

from __future__ import annotations

from base64 import b32encode
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import partial
from hashlib import sha256

from ...engine.errors import BadConfiguration, Conflict
from ...engine.model.check import Check
from ...engine.model.secret import Secret
from ..local_time import local
from . import bank
from .bank import Record
from .book import OrderBook
from .callback import Callback, verified
from .order import Intent, Order, OrderState, Refusal
from .port import RESULT_MESSAGE, Verified

SHORTEST_SECRET = 16
RESULTS = {"paid": OrderState.PAID, "declined": OrderState.DECLINED}


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxSettings:
    """How the sandbox gateway behaves.

    page: address of the payment pages; an order's number is put behind it. valid: how long an order
    may be paid when nothing else is asked for. most: the largest amount it takes, in đồng.
    """

    merchant: str = "procflow"
    page: str = "http://127.0.0.1:8080/pay"
    valid: timedelta = timedelta(days=2)
    most: Decimal = Decimal(500_000_000)


class SandboxGateway:
    """A gateway without a bank. Raises BadConfiguration for a secret under 16 characters."""

    def __init__(
        self, orders: OrderBook, secret: Secret, settings: SandboxSettings | None = None
    ) -> None:
        if len(secret.reveal()) < SHORTEST_SECRET:
            raise BadConfiguration.of("handlers.payment.short-secret", least=SHORTEST_SECRET)
        self._orders = orders
        self._secret = secret
        self._settings = settings or SandboxSettings()

    def open(self, intent: Intent, *, key: str, now: datetime) -> Order | Refusal:
        if intent.amount > self._settings.most:
            return Refusal(f"The sandbox gateway takes at most {self._settings.most} đồng")
        if intent.expires_at is not None and intent.expires_at <= now:
            return Refusal("The order would have expired before it was opened")
        kept = self._orders.keep(Record(order=self._order(intent, key, now))).order
        if not kept.same_as(intent):
            raise Conflict.of("handlers.payment.other-payment", order=kept.number)
        return kept

    def query(self, number: str, *, now: datetime) -> Order:
        return self._orders.change(number, partial(bank.confirm, now=now)).order

    def cancel(self, number: str, *, now: datetime) -> Order:
        return self._orders.change(number, partial(bank.cancel, now=now)).order

    def receive(self, raw: bytes) -> Verified:
        callback = verified(raw, self._secret, self._settings.merchant)
        return _message(self._orders.change(callback.order, partial(_noted, callback)).order)

    def check(self) -> Check:
        return self._orders.check()

    def pay(self, number: str, *, now: datetime, amount: Decimal | None = None) -> bytes:
        """Somebody pays the order; the bank's callback. Raises NotFound, and Conflict when closed.

        amount: what is really paid, to try a wrong amount.
        """
        paid = amount if amount is not None else self._orders.find(number).order.amount
        return self._callback(self._orders.change(number, partial(bank.pay, amount=paid, now=now)))

    def decline(self, number: str, *, now: datetime) -> bytes:
        """The bank declines; its callback. Raises NotFound, and Conflict when closed."""
        return self._callback(self._orders.change(number, partial(bank.decline, now=now)))

    def silent(self, number: str, *, now: datetime) -> None:
        """Somebody pays, but the callback gets lost: only `query`, or `callback` later, tells."""
        self.pay(number, now=now)

    def callback(self, number: str) -> bytes:
        """The bank's callback once more, or late. Raises Conflict while nothing is decided."""
        return self._callback(self._orders.find(number))

    def _order(self, intent: Intent, key: str, now: datetime) -> Order:
        number = _number(intent, key)
        return Order(
            number=number,
            key=key,
            dossier=intent.dossier,
            fee=intent.fee,
            amount=intent.amount,
            url=f"{self._settings.page.rstrip('/')}/{number}",
            opened_at=local(now),
            expires_at=local(intent.expires_at or now + self._settings.valid),
        )

    def _callback(self, record: Record) -> bytes:
        order = record.order
        if str(record.bank) not in RESULTS:
            raise Conflict.of("handlers.payment.undecided", order=order.number)
        said = Callback(
            merchant=self._settings.merchant,
            order=order.number,
            amount=_amount_text(record.amount or order.amount),
            state=str(record.bank),
            transaction=f"{order.number}.{record.bank}",
            paid_at=record.at.isoformat() if record.receipt and record.at else "",
            receipt=record.receipt or "",
        )
        return said.signed(self._secret)


def _number(intent: Intent, key: str) -> str:
    """The order's number follows from what it is for, so that a repeated job finds its order."""
    named = sha256("\x1f".join((intent.dossier, intent.fee, key)).encode()).digest()
    return "TT" + b32encode(named[:8]).decode().rstrip("=")


def _amount_text(amount: Decimal) -> str:
    """Whole đồng, written one way only."""
    return str(int(amount))


def _noted(callback: Callback, record: Record) -> Record:
    """Our side after an authentic callback."""
    order = record.order
    if callback.amount != _amount_text(order.amount):
        raise Conflict.of(
            "handlers.payment.other-amount",
            order=order.number,
            expected=_amount_text(order.amount),
            found=callback.amount,
        )
    state = RESULTS[callback.state]
    paid_at = datetime.fromisoformat(callback.paid_at) if callback.paid_at else None
    return replace(
        record, order=order.become(state, paid_at=paid_at, receipt=callback.receipt or None)
    )


def _message(order: Order) -> Verified:
    """The result that stands, as the message to publish."""
    return Verified(
        name=RESULT_MESSAGE,
        key=order.number,
        message_id=f"{order.number}:{order.state}",
        variables={
            "paymentState": str(order.state),
            "paidAt": order.paid_at.isoformat() if order.paid_at else None,
            "receipt": order.receipt,
        },
    )
