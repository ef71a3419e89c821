"""Where a paid order gets its e-receipt."""

from __future__ import annotations

from datetime import datetime

from ...engine.errors import Conflict
from .gateways import Gateways
from .order import OrderState
from .receipts import EReceipt, ReceiptBook, ReceiptSeries

PAID = frozenset({OrderState.PAID, OrderState.REFUNDED})


class ReceiptDesk:
    """series: None where another program issues the receipts."""

    def __init__(self, gateways: Gateways, book: ReceiptBook, series: ReceiptSeries | None) -> None:
        self._gateways = gateways
        self._book = book
        self._series = series

    def issue(self, number: str, words: str, *, now: datetime) -> EReceipt | None:
        """The receipt of an order, the same whenever it is asked for. words: the amount in words.

        Raises NotFound, and Conflict for an order that is not paid.
        """
        account, series = self._gateways.account(number), self._series
        order = account.order
        if order.state not in PAID:
            raise Conflict.of("payments.not-paid", order=number, state=str(order.state))
        if series is None:
            return None
        issued = self._book.issue(number, series.series, now)
        return EReceipt(
            form=series.form,
            series=issued.series,
            number=issued.digits,
            collector=series.collector,
            tax_code=series.tax_code,
            payer=account.about.payer,
            fee=order.fee,
            amount=account.collected,
            amount_in_words=words,
            order=number,
            dossier=order.dossier,
            issued_at=issued.issued_at,
        )
