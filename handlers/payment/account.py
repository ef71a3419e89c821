"""An order with all that happened to it, and what each happening makes of it.

Every function decides from the account what the account becomes; the book keeps it, together with
the messages that follow. Doing the same again changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from functools import reduce

from ...engine.errors import Conflict, NotFound
from .matter import Matter, MatterKind, Resolution
from .money import Attempt, Payment, Refund, RefundState, Report, Result
from .order import CLOSED, About, Order, OrderState
from .outgoing import Outgoing, news_of, result_of

RETURNS = {Result.RETURNED: RefundState.DONE, Result.NOT_RETURNED: RefundState.REFUSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """outbox: messages that were not published yet when the account was changed."""

    order: Order
    about: About = field(default_factory=About, repr=False)
    attempts: tuple[Attempt, ...] = ()
    payments: tuple[Payment, ...] = ()
    refunds: tuple[Refund, ...] = ()
    matters: tuple[Matter, ...] = ()
    outbox: tuple[Outgoing, ...] = ()

    def payment(self, transaction: str) -> Payment | None:
        return next((each for each in self.payments if each.transaction == transaction), None)

    @property
    def collected(self) -> Decimal:
        """What the payment came to that counts as the fee."""
        order = self.order
        counted = (p for p in self.payments if (p.at, p.receipt) == (order.paid_at, order.receipt))
        return next((each.amount for each in counted), order.amount)

    def refund(self, key: str) -> Refund | None:
        return next((each for each in self.refunds if each.key == key), None)

    def left(self, payment: Payment) -> Decimal:
        """What of a payment was not given back."""
        back = (r.amount for r in self.refunds if r.transaction == payment.transaction and r.counts)
        return payment.amount - sum(back, Decimal(0))


def attempted(account: Account, attempt: Attempt) -> Account:
    """Somebody was sent to pay; of two who come at once, both go the way of the first."""
    if any(each.number == attempt.number for each in account.attempts):
        return account
    return replace(account, attempts=(*account.attempts, attempt))


def reported(account: Account, report: Report, now: datetime) -> Account:
    """The gateway says for certain what came of an order."""
    if report.result is Result.PAID:
        return _credited(account, report, now)
    if report.result is Result.DECLINED:
        return _declined(account, report)
    if report.result in RETURNS:
        return _returned(account, report, now)
    return account


def all_reported(account: Account, reports: Sequence[Report], now: datetime) -> Account:
    return reduce(lambda known, each: reported(known, each, now), reports, account)


def expired(account: Account, now: datetime) -> Account:
    """The gateway was asked and knows of no money."""
    order = account.order
    if order.state is not OrderState.OPENED or now < order.expires_at:
        return account
    return _with_order(account, replace(order, state=OrderState.EXPIRED, live=False))


def cancelled(account: Account) -> Account:
    """Our side closes the order; to be called only when the gateway knows of no money."""
    if account.order.state is not OrderState.OPENED:
        return account
    return _with_order(account, replace(account.order, state=OrderState.CANCELLED, live=False))


def questioned(account: Account, kind: MatterKind, payment: Payment, now: datetime) -> Account:
    """A person must decide about money; told once."""
    order = account.order
    matter = Matter(
        key=f"{order.number}:{kind}:{payment.transaction}",
        kind=kind,
        gateway=order.gateway,
        order=order.number,
        dossier=order.dossier,
        fee=order.fee,
        expected=order.amount,
        found=payment.amount,
        transaction=payment.transaction,
        noticed_at=now,
    )
    if any(each.key == matter.key for each in account.matters):
        return account
    account = replace(account, matters=(*account.matters, matter))
    return replace(account, outbox=(*account.outbox, news_of(matter)))


def withdrawn(account: Account, reports: Sequence[Report], now: datetime) -> Account:
    """The dossier ended: nobody waits for the money. What was paid nonetheless is for a person."""
    if account.order.state is not OrderState.OPENED:
        return account
    account = all_reported(account, reports, now)
    order = account.order
    if order.state is not OrderState.PAID:
        return account
    account = _with_order(account, replace(order, state=OrderState.QUESTIONED, live=False))
    return questioned(account, MatterKind.LATE, account.payments[0], now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided of a matter. reference: of the transfer that gave the money back."""

    matter: str
    resolution: Resolution
    by: str
    at: datetime
    reference: str | None = None


def resolved(account: Account, decision: Decision) -> Account:
    """A person has decided. Raises NotFound, and Conflict when it was decided otherwise."""
    key, resolution = decision.matter, decision.resolution
    matter = next((each for each in account.matters if each.key == key), None)
    if matter is None:
        raise NotFound.of("payments.unknown-matter", matter=key)
    if matter.resolution is not None:
        if matter.resolution is not resolution:
            raise Conflict.of("payments.resolved", matter=key, resolution=str(matter.resolution))
        return account
    settled = replace(matter, resolution=resolution, resolved_by=decision.by)
    matters = tuple(settled if each.key == key else each for each in account.matters)
    account = replace(account, matters=matters)
    if resolution is Resolution.RETURNED:
        account = _given_back(account, settled, decision)
    return _followed(account, settled)


def wanted(account: Account, refund: Refund) -> Account:
    """Money shall be given back. Raises Conflict for more than is left of the payment."""
    if account.refund(refund.key) is not None:
        return account
    payment = account.payment(refund.transaction)
    left = Decimal(0) if payment is None else account.left(payment)
    if refund.amount > left:
        number = account.order.number
        raise Conflict.of("payments.too-much-back", order=number, left=left, wanted=refund.amount)
    return replace(account, refunds=(*account.refunds, refund))


def refunded(account: Account, key: str, told: Refund, now: datetime) -> Account:
    """What the gateway made of a refund. A refusal after it was accepted is for a person."""
    before = account.refund(key)
    if before is None or before == told:
        return account
    refunds = tuple(told if each.key == key else each for each in account.refunds)
    account = replace(account, refunds=refunds)
    payment = account.payment(told.transaction)
    late = before.state is RefundState.ACCEPTED and told.state is RefundState.REFUSED
    if late and payment is not None:
        return questioned(account, MatterKind.REFUND, payment, now)
    return _emptied(account)


def _credited(account: Account, report: Report, now: datetime) -> Account:
    if account.payment(report.transaction) is not None:
        return account
    payment = Payment(
        transaction=report.transaction,
        amount=report.amount,
        at=report.at or now,
        receipt=report.receipt,
        attempt=report.attempt,
    )
    order = account.order
    account = replace(account, payments=(*account.payments, payment))
    if order.state is not OrderState.OPENED:
        kind = MatterKind.LATE if order.state in CLOSED else MatterKind.DOUBLE
        return questioned(_in_question(account), kind, payment, now)
    if payment.amount != order.amount:
        return questioned(_in_question(account), MatterKind.OTHER_AMOUNT, payment, now)
    return _paid(account, payment)


def _declined(account: Account, report: Report) -> Account:
    """Only the newest attempt's failure is the order's: another may still be under way."""
    attempts = tuple(
        replace(each, closed=True) if each.number == report.attempt else each
        for each in account.attempts
    )
    account = replace(account, attempts=attempts)
    newest = attempts[-1].number if attempts else 0
    if account.order.state is not OrderState.OPENED or report.attempt not in (0, newest):
        return account
    order = replace(account.order, state=OrderState.DECLINED, live=False)
    return _sent(_with_order(account, order), result_of(order))


def _paid(account: Account, payment: Payment) -> Account:
    order = replace(
        account.order, state=OrderState.PAID, paid_at=payment.at, receipt=payment.receipt
    )
    return _sent(_with_order(account, order), result_of(order, amount=payment.amount))


def _returned(account: Account, report: Report, now: datetime) -> Account:
    """How giving back ended, for every refund of the payment that the gateway was doing."""
    for refund in account.refunds:
        if refund.transaction == report.transaction and refund.state is RefundState.ACCEPTED:
            ended = replace(refund, state=RETURNS[report.result])
            account = refunded(account, refund.key, ended, now)
    return account


def _given_back(account: Account, matter: Matter, decision: Decision) -> Account:
    """A person gave back what the gateway did not; what never came in cannot go back."""
    payment = account.payment(matter.transaction)
    if matter.kind is MatterKind.MISSING or payment is None or (left := account.left(payment)) <= 0:
        return account
    refund = Refund(
        key=f"matter:{matter.key}",
        transaction=payment.transaction,
        amount=left,
        wanted_at=decision.at,
        by=decision.by,
        state=RefundState.DONE,
        reference=decision.reference,
    )
    return replace(account, refunds=(*account.refunds, refund))


def _in_question(account: Account) -> Account:
    """What is paid or given back stays so; there the matter alone asks."""
    if account.order.state in (OrderState.PAID, OrderState.REFUNDED):
        return account
    return _with_order(account, replace(account.order, state=OrderState.QUESTIONED))


def _followed(account: Account, matter: Matter) -> Account:
    """What a decision means for the order, and for the dossier that may wait for it."""
    order, payment = account.order, account.payment(matter.transaction)
    if order.state is not OrderState.QUESTIONED:
        return account
    if matter.resolution is Resolution.ACCEPT and payment is not None:
        return _paid(account, payment)
    if any(each.is_open for each in account.matters):
        return account
    given_back = replace(order, state=OrderState.REFUNDED, live=False)
    account = _with_order(account, given_back)
    return _sent(account, result_of(given_back, "declined")) if order.live else account


def _emptied(account: Account) -> Account:
    """A paid order of which nothing is left is given back."""
    left = sum((account.left(each) for each in account.payments), Decimal(0))
    if account.order.state is not OrderState.PAID or left > 0:
        return account
    if any(each.state is RefundState.WANTED for each in account.refunds):
        return account
    return _with_order(account, replace(account.order, state=OrderState.REFUNDED, live=False))


def _with_order(account: Account, order: Order) -> Account:
    return replace(account, order=order)


def _sent(account: Account, outgoing: Outgoing) -> Account:
    return replace(account, outbox=(*account.outbox, outgoing))
