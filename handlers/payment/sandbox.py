"""The sandbox: a gateway without a bank, for trying procedures.

It plays both sides. `SandboxProvider` is the protocol; `SandboxCounter` is what people do at the
bank, and gives the signed callback the bank would send.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from functools import partial

from ...engine.errors import BadConfiguration, BadInput, Conflict, ForgedMessage
from ...engine.model.check import Check
from ...engine.model.secret import Secret
from . import bank
from .account import Account
from .bank import Bank, BankState, Record
from .book import OrderBook
from .callback import Callback, verified
from .money import Attempt, Payment, Refund, RefundState, Report, Result
from .order import Intent, Order, OrderState, Quote, Refusal
from .pages import sandbox_page
from .port import Page, Reply, Verdict, Visit, Way
from .statement import StatementLayout, StatementLine, read_statement

SHORTEST_SECRET = 16
RESULTS = {BankState.PAID: Result.PAID, BankState.DECLINED: Result.DECLINED}
STATUSES = {Verdict.FORGED: 403, Verdict.UNKNOWN: 404, Verdict.FAILED: 500}


@dataclass(frozen=True, slots=True, kw_only=True)
class SandboxSettings:
    """most: the largest amount it takes, in đồng."""

    merchant: str = "procflow"
    most: Decimal = Decimal(500_000_000)


class SandboxProvider:
    """The sandbox's protocol. Raises BadConfiguration for a secret under 16 characters."""

    name = "sandbox"

    def __init__(
        self, records: Bank, secret: Secret, settings: SandboxSettings | None = None
    ) -> None:
        if len(secret.reveal()) < SHORTEST_SECRET:
            raise BadConfiguration.of("payments.short-secret", least=SHORTEST_SECRET)
        self._bank = records
        self._secret = secret
        self._settings = settings or SandboxSettings()

    def quote(self, intent: Intent) -> Quote | Refusal:
        if intent.amount > self._settings.most:
            return Refusal(f"Cổng thanh toán thử chỉ nhận đến {self._settings.most} đồng")
        return Quote(gateway=self.name, amount=intent.amount)

    def begin(self, account: Account, number: int, visit: Visit, now: datetime) -> Attempt:
        order = account.order
        return Attempt(
            number=number,
            reference=order.number,
            moment=now,
            expires_at=order.expires_at,
            address=visit.address,
        )

    def way(self, order: Order, attempt: Attempt, visit: Visit) -> Way:  # noqa: ARG002 - the port's signature
        return Page(sandbox_page(order, visit.language))

    def hear(self, raw: bytes) -> Report:
        said = verified(raw, self._secret, self._settings.merchant)
        try:
            at = datetime.fromisoformat(said.paid_at) if said.paid_at else None
            result, amount = Result(said.state), Decimal(int(said.amount))
        except ValueError:
            raise ForgedMessage.of("payments.forged") from None
        return Report(
            order=said.order,
            result=result,
            amount=amount,
            transaction=said.transaction,
            at=at,
            receipt=said.receipt or None,
        )

    def reply(self, verdict: Verdict, raw: bytes, now: datetime) -> Reply:  # noqa: ARG002 - the same
        return Reply(body=f'{{"verdict": "{verdict}"}}'.encode(), status=STATUSES.get(verdict, 200))

    def ask(self, account: Account, now: datetime) -> Sequence[Report]:  # noqa: ARG002 - the same
        return _reports(self._bank.find(account.order.number), account.order)

    def close(self, account: Account, now: datetime) -> Sequence[Report]:
        number = account.order.number
        return _reports(self._bank.change(number, partial(bank.closed, now=now)), account.order)

    def give_back(
        self,
        account: Account,  # noqa: ARG002 - the same
        payment: Payment,  # noqa: ARG002 - the same
        refund: Refund,
        now: datetime,  # noqa: ARG002 - the same
    ) -> Refund:
        return replace(refund, state=RefundState.DONE, reference=f"HT-{refund.key}")

    def lines(self, statement: bytes) -> Sequence[StatementLine]:
        return read_statement(statement, StatementLayout())

    def check(self) -> Check:
        return Check(subject="payment: sandbox", ok=True, key="payments.check.sandbox")


class SandboxCounter:
    """What people do at the sandbox's bank. All raise NotFound, and Conflict when it is closed."""

    def __init__(
        self,
        orders: OrderBook,
        records: Bank,
        secret: Secret,
        settings: SandboxSettings | None = None,
    ) -> None:
        self._orders = orders
        self._bank = records
        self._secret = secret
        self._merchant = (settings or SandboxSettings()).merchant

    def pay(self, number: str, *, now: datetime, amount: Decimal | None = None) -> bytes:
        """Somebody pays the order; the bank's callback. amount: to try a wrong one."""
        order = self._open(number, now)
        paid = order.amount if amount is None else amount
        record = self._bank.change(number, partial(bank.paid, amount=paid, now=now))
        return self._callback(order, record)

    def decline(self, number: str, *, now: datetime) -> bytes:
        """The bank declines; its callback."""
        order = self._open(number, now)
        return self._callback(order, self._bank.change(number, partial(bank.declined, now=now)))

    def silent(self, number: str, *, now: datetime) -> None:
        """Somebody pays, but the callback gets lost: only a query, or `callback` later, tells."""
        self.pay(number, now=now)

    def callback(self, number: str) -> bytes:
        """The bank's callback once more, or late. Raises Conflict while nothing is decided."""
        return self._callback(self._orders.find(number).order, self._bank.find(number))

    def again(self, number: str, *, now: datetime) -> bytes:
        """Somebody pays what is paid or closed already: the money comes all the same."""
        order = self._orders.find(number).order
        at = now.isoformat()
        said = self._said(order, "paid", order.amount, f"{number}.again.{at}", at, f"BL-{at}")
        return said.signed(self._secret)

    def act(self, number: str, form: Mapping[str, str], *, now: datetime) -> bytes:
        """What was pressed on the page. Raises BadInput for another button."""
        match form.get("act"):
            case "pay":
                return self.pay(number, now=now)
            case "decline":
                return self.decline(number, now=now)
        raise BadInput.of("payments.button", order=number)

    def _open(self, number: str, now: datetime) -> Order:
        """The order, while the bank takes its money."""
        order = self._orders.find(number).order
        waiting = self._bank.find(number).state is BankState.WAITING
        if waiting and (order.state is not OrderState.OPENED or now >= order.expires_at):
            raise Conflict.of("payments.closed", order=number, state="expired")
        return order

    def _callback(self, order: Order, record: Record) -> bytes:
        if record.state not in RESULTS:
            raise Conflict.of("payments.undecided", order=order.number)
        amount = order.amount if record.amount is None else record.amount
        at = record.at.isoformat() if record.receipt and record.at else ""
        transaction = f"{order.number}.{record.state}"
        said = self._said(order, record.state, amount, transaction, at, record.receipt or "")
        return said.signed(self._secret)

    def _said(
        self, order: Order, state: str, amount: Decimal, transaction: str, at: str, receipt: str
    ) -> Callback:
        return Callback(
            merchant=self._merchant,
            order=order.number,
            amount=str(int(amount)),
            state=str(state),
            transaction=transaction,
            paid_at=at,
            receipt=receipt,
        )


def _reports(record: Record, order: Order) -> Sequence[Report]:
    if record.state not in RESULTS:
        return ()
    report = Report(
        order=order.number,
        result=RESULTS[record.state],
        amount=order.amount if record.amount is None else record.amount,
        transaction=f"{order.number}.{record.state}",
        at=record.at,
        receipt=record.receipt,
    )
    return (report,)
