"""The other side of the sandbox: what the bank knows of an order, and what people do there.

Each function decides from the record what the record becomes; the bank's book keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from threading import RLock
from typing import Protocol

from ...engine.errors import Conflict


class BankState(StrEnum):
    WAITING = "waiting"
    PAID = "paid"
    DECLINED = "declined"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """`amount` is what was really paid."""

    order: str
    state: BankState = BankState.WAITING
    amount: Decimal | None = None
    at: datetime | None = None
    receipt: str | None = None


class Bank(Protocol):
    """Records by the number of the order; one nobody has touched is waiting. Calls take turns."""

    def find(self, order: str) -> Record: ...

    def change(self, order: str, decide: Callable[[Record], Record]) -> Record: ...


class MemoryBank:
    """A bank in a dictionary."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._turn = RLock()

    def find(self, order: str) -> Record:
        with self._turn:
            return self._records.get(order, Record(order=order))

    def change(self, order: str, decide: Callable[[Record], Record]) -> Record:
        with self._turn:
            self._records[order] = decide(self.find(order))
            return self._records[order]


def paid(record: Record, amount: Decimal, now: datetime) -> Record:
    """Somebody pays. Paying again changes nothing; raises Conflict when the order is closed."""
    if record.state is BankState.PAID:
        return record
    _expect_waiting(record)
    receipt = f"BL-{record.order}"
    return replace(record, state=BankState.PAID, amount=amount, at=now, receipt=receipt)


def declined(record: Record, now: datetime) -> Record:
    """The payment is declined. Again changes nothing; raises Conflict when it is closed."""
    if record.state is BankState.DECLINED:
        return record
    _expect_waiting(record)
    return replace(record, state=BankState.DECLINED, at=now)


def closed(record: Record, now: datetime) -> Record:
    """Our side closes the order; what the bank has decided already stands."""
    if record.state is not BankState.WAITING:
        return record
    return replace(record, state=BankState.CANCELLED, at=now)


def _expect_waiting(record: Record) -> None:
    if record.state is not BankState.WAITING:
        raise Conflict.of("payments.closed", order=record.order, state=str(record.state))
