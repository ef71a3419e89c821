"""A payment gateway: one protocol, and the book of our orders.

The book-keeping is the same for all: an order is kept before anybody is sent away, the gateway is
asked before anything is closed, and nothing that comes in is lost.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256

from ...engine.errors import Conflict, ForgedMessage, NotFound
from ...engine.model.check import Check
from ..local_time import local
from . import account as books
from .account import Account
from .book import OrderBook
from .money import Attempt, Payment, Refund, Report, Result
from .order import Intent, Order, OrderState, Quote, Refusal
from .port import Notified, RefundWish, Verdict, Visit, Way
from .provider import Provider
from .reconciliation import Reconciliation
from .settlement import Settlement

Note = Callable[[Account, Sequence[Report], datetime], Account]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """page: address of our payment pages; an order's number is put behind it. valid: how long an
    order may be paid when nothing else is asked for.
    """

    page: str = "http://127.0.0.1:8080/pay"
    valid: timedelta = timedelta(days=2)


class Gateway:
    """The port, over any protocol and any book."""

    def __init__(
        self, provider: Provider, orders: OrderBook, counter: Counter | None = None
    ) -> None:
        self._provider = provider
        self._orders = orders
        self._counter = counter or Counter()

    @property
    def name(self) -> str:
        return self._provider.name

    def quote(self, intent: Intent, *, now: datetime) -> Quote | Refusal:
        if intent.expires_at is not None and intent.expires_at <= now:
            return Refusal("Thời hạn nộp đã hết trước khi lập yêu cầu")
        return self._provider.quote(intent)

    def open(self, intent: Intent, *, key: str, now: datetime) -> Order | Refusal:
        quoted = self.quote(intent, now=now)
        if isinstance(quoted, Refusal):
            return quoted
        standing = self._orders.live(intent.dossier, intent.fee)
        if standing is not None and standing.order.key != key:
            self._clear_away(standing.order, now)
        kept = self._orders.keep(
            Account(order=self._order(intent, key, now), about=intent.about)
        ).order
        if not kept.same_as(intent):
            raise Conflict.of("payments.other-payment", order=kept.number)
        return kept

    def visit(self, number: str, visit: Visit, *, now: datetime) -> Way:
        account = self._orders.find(number)
        _expect_open(account.order, now)
        attempt = _usable(account, now) or self._begun(account, visit, now)
        return self._provider.way(account.order, attempt, visit)

    def notify(self, raw: bytes, *, now: datetime) -> Notified:
        try:
            report = self._provider.hear(raw)
            order = self._own(report.order)
        except ForgedMessage:
            return self._notified(Verdict.FORGED, raw, now)
        except NotFound:
            return self._notified(Verdict.UNKNOWN, raw, now)
        verdict = _judged(order, report)
        if verdict is not Verdict.OTHER_AMOUNT or report.result is Result.PAID:
            order = self._note([report], order.number, now).order
        return self._notified(verdict, raw, now, order)

    def returned(self, raw: bytes) -> Order | None:
        """The order a browser comes back from, as it is known; nothing is noted or believed."""
        try:
            return self._own(self._provider.hear(raw).order)
        except (ForgedMessage, NotFound):
            return None

    def query(self, number: str, *, now: datetime) -> Order:
        account = self._orders.find(number)
        reports = self._provider.ask(account, now)
        account = self._note(reports, number, now)
        if not _held(reports):
            account = self._orders.change(number, partial(books.expired, now=now))
        return account.order

    def cancel(self, number: str, *, now: datetime) -> Order:
        return self._close(number, books.all_reported, now)

    def withdraw(self, number: str, *, now: datetime) -> Order:
        return self._close(number, books.withdrawn, now)

    def refund(self, number: str, wish: RefundWish, *, key: str, now: datetime) -> Refund:
        account = self._orders.find(number)
        payment = _payment(account, wish.transaction)
        refund = Refund(
            key=key,
            transaction=payment.transaction,
            amount=wish.amount or account.left(payment),
            wanted_at=now,
            by=wish.by,
            reason=wish.reason,
        )
        account = self._orders.change(number, partial(books.wanted, refund=refund))
        kept = account.refund(key) or refund
        if kept.is_decided:
            return kept
        told = self._provider.give_back(account, payment, kept, now)
        self._orders.change(number, partial(books.refunded, key=key, told=told, now=now))
        return told

    def settle(self, statement: bytes, *, now: datetime) -> Settlement:
        lines = self._provider.lines(statement)
        return Reconciliation(self.name, self._orders, now).of(lines)

    def check(self) -> Check:
        return self._provider.check()

    def failed(self, raw: bytes, *, now: datetime) -> Notified:
        """The answer when the house itself cannot take the callback: the gateway tries again."""
        return self._notified(Verdict.FAILED, raw, now)

    def _clear_away(self, order: Order, now: datetime) -> None:
        """An order nobody can pay any more makes way for another."""
        if order.state is OrderState.OPENED and now >= order.expires_at:
            self.query(order.number, now=now)

    def _begun(self, account: Account, visit: Visit, now: datetime) -> Attempt:
        number = len(account.attempts) + 1
        attempt = self._provider.begin(account, number, visit, now)
        kept = self._orders.change(account.order.number, partial(books.attempted, attempt=attempt))
        return kept.attempts[-1]

    def _own(self, number: str) -> Order:
        order = self._orders.find(number).order
        if order.gateway != self.name:
            raise NotFound.of("payments.unknown", order=number)
        return order

    def _note(self, reports: Sequence[Report], number: str, now: datetime) -> Account:
        noted = partial(books.all_reported, reports=reports, now=now)
        return self._orders.change(number, noted)

    def _close(self, number: str, note: Note, now: datetime) -> Order:
        """Asked first; an order the gateway knows no money for is closed in the same go."""
        account = self._orders.find(number)
        if account.order.state is not OrderState.OPENED:
            return account.order
        reports = self._provider.close(account, now)

        def closed(standing: Account) -> Account:
            noted = note(standing, reports, now)
            return noted if _held(reports) else books.cancelled(noted)

        return self._orders.change(number, closed).order

    def _notified(
        self, verdict: Verdict, raw: bytes, now: datetime, order: Order | None = None
    ) -> Notified:
        reply = self._provider.reply(verdict, raw, now)
        return Notified(verdict=verdict, reply=reply, order=order)

    def _order(self, intent: Intent, key: str, now: datetime) -> Order:
        number = order_number(intent, key)
        return Order(
            number=number,
            key=key,
            gateway=self.name,
            dossier=intent.dossier,
            fee=intent.fee,
            amount=intent.amount,
            url=f"{self._counter.page.rstrip('/')}/{number}",
            opened_at=local(now),
            expires_at=local(intent.expires_at or now + self._counter.valid),
        )


def order_number(intent: Intent, key: str) -> str:
    """The order's number follows from what it is for, so that a repeated job finds its order."""
    named = sha256("\x1f".join((intent.dossier, intent.fee, key)).encode()).digest()
    return "TT" + b32encode(named[:8]).decode().rstrip("=")


def _judged(order: Order, report: Report) -> Verdict:
    if report.amount != order.amount:
        return Verdict.OTHER_AMOUNT
    if order.state is not OrderState.OPENED:
        return Verdict.REPEATED
    return Verdict.CONFIRMED


def _expect_open(order: Order, now: datetime) -> None:
    late = order.state is OrderState.OPENED and now >= order.expires_at
    state = OrderState.EXPIRED if late else order.state
    if state is not OrderState.OPENED:
        raise Conflict.of("payments.closed", order=order.number, state=str(state))


def _usable(account: Account, now: datetime) -> Attempt | None:
    """The attempt that is under way: whoever comes back goes on with it, and pays once."""
    newest = account.attempts[-1] if account.attempts else None
    return newest if newest and not newest.closed and now < newest.expires_at else None


def _held(reports: Sequence[Report]) -> bool:
    return any(each.result is Result.PENDING for each in reports)


def _payment(account: Account, transaction: str | None) -> Payment:
    payments = account.payments
    if transaction is None and payments:
        return payments[0]
    found = account.payment(transaction or "")
    if found is None:
        raise Conflict.of("payments.no-money", order=account.order.number)
    return found
