"""E-receipts for fees: what Decree 254/2026 art. 23.2 wants on them, and numbers without a gap.

A number has at most 8 digits and begins with 1 again on each 1 January (art. 23.2); the receipt is
issued when the money is collected (art. 24). The collector's digital signature is put on the
document that is made of these values.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from threading import RLock
from typing import Protocol

from ...engine.errors import Conflict
from ...engine.handler import needed
from ..local_time import local

MOST = 99_999_999


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptSeries:
    """Section `[payment.receipts]`: who collects, under the symbols told to the tax office."""

    form: str = needed("Ký hiệu mẫu biên lai", "Symbol of the receipt's form")
    series: str = needed("Ký hiệu biên lai", "Serial symbol of the receipts")
    collector: str = needed("Tên tổ chức thu", "Name of the collector")
    tax_code: str = needed("Mã số thuế của tổ chức thu", "Tax code of the collector")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A number that was given to the receipt of an order."""

    order: str
    series: str
    number: int
    issued_at: datetime

    @property
    def digits(self) -> str:
        return f"{self.number:08d}"


class ReceiptBook(Protocol):
    """Numbers of receipts. Calls from several threads and processes take turns."""

    def issue(self, order: str, series: str, now: datetime) -> Issued:
        """The order's receipt: the one it has, else the next number of the year in Vietnam.

        Raises Conflict when the year's numbers are used up.
        """


class MemoryReceipts:
    def __init__(self) -> None:
        self._issued: dict[str, Issued] = {}
        self._turn = RLock()

    def issue(self, order: str, series: str, now: datetime) -> Issued:
        with self._turn:
            if order not in self._issued:
                year = local(now).year
                used = (
                    each.number
                    for each in self._issued.values()
                    if (each.series, local(each.issued_at).year) == (series, year)
                )
                number = next_number(max(used, default=0))
                self._issued[order] = Issued(
                    order=order, series=series, number=number, issued_at=local(now)
                )
            return self._issued[order]


def next_number(last: int) -> int:
    """Raises Conflict when there is none of 8 digits."""
    if last >= MOST:
        raise Conflict.of("payments.receipts-used-up", most=MOST)
    return last + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EReceipt:
    """All that stands on a receipt, but for the signature."""

    form: str
    series: str
    number: str
    collector: str
    tax_code: str
    payer: str
    fee: str
    amount: Decimal
    amount_in_words: str
    order: str
    dossier: str
    issued_at: datetime
