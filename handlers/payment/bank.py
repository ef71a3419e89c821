"""The other side of the sandbox: what the bank knows of an order, and what people do there.

Each function decides from the record what the record becomes; the book keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from ...engine.errors import Conflict
from .order import Order, OrderState


class BankState(StrEnum):
    WAITING = "waiting"
    PAID = "paid"
    DECLINED = "declined"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An order with what the bank knows of it; `amount` is what was really paid."""

    order: Order
    bank: BankState = BankState.WAITING
    amount: Decimal | None = None
    at: datetime | None = None
    receipt: str | None = None


def pay(record: Record, amount: Decimal, now: datetime) -> Record:
    """Somebody pays. Paying again changes nothing; raises Conflict when the order is closed."""
    if record.bank is BankState.PAID:
        return record
    _expect_open(record, now)
    receipt = f"BL-{record.order.number}"
    return replace(record, bank=BankState.PAID, amount=amount, at=now, receipt=receipt)


def decline(record: Record, now: datetime) -> Record:
    """The payment is declined. Again changes nothing; raises Conflict when it is closed."""
    if record.bank is BankState.DECLINED:
        return record
    _expect_open(record, now)
    return replace(record, bank=BankState.DECLINED, at=now)


def cancel(record: Record, now: datetime) -> Record:
    """Our side closes the order; what the bank has decided already stands."""
    if record.bank is BankState.WAITING:
        closed = replace(record, bank=BankState.CANCELLED, at=now)
        return replace(closed, order=record.order.become(OrderState.CANCELLED))
    return confirm(record, now)


def confirm(record: Record, now: datetime) -> Record:
    """Our side learns what the bank knows."""
    order = record.order
    if record.bank is BankState.PAID:
        order = order.become(OrderState.PAID, paid_at=record.at, receipt=record.receipt)
    elif record.bank is BankState.DECLINED:
        order = order.become(OrderState.DECLINED)
    elif record.bank is BankState.WAITING and now >= order.expires_at:
        order = order.become(OrderState.EXPIRED)
    return replace(record, order=order)


def _expect_open(record: Record, now: datetime) -> None:
    late = now >= record.order.expires_at
    state = OrderState.EXPIRED if late and record.bank is BankState.WAITING else record.bank
    if state is not BankState.WAITING:
        raise Conflict.of("handlers.payment.closed", order=record.order.number, state=str(state))
