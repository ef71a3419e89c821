"""Payments in memory: the sandbox over a book that is forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from ...engine.model.secret import Secret
from .bank import MemoryBank
from .gateway import Gateway
from .gateways import Gateways
from .handlers import PaymentHandlers
from .memory import MemoryOrders
from .receipt_desk import ReceiptDesk
from .receipts import MemoryReceipts, ReceiptSeries
from .sandbox import SandboxCounter, SandboxProvider

PRETENDED = ReceiptSeries(
    form="01BLP0-001", series="TT-26E", collector="Đơn vị diễn tập", tax_code="0000000000"
)
"""Symbols no tax office knows."""


@dataclass(frozen=True, slots=True)
class PaymentsInMemory:
    """counter: where people pay."""

    gateways: Gateways
    counter: SandboxCounter
    receipts: ReceiptDesk

    @classmethod
    def signed_with(cls, secret: Secret) -> PaymentsInMemory:
        orders, bank = MemoryOrders(), MemoryBank()
        gateways = Gateways([Gateway(SandboxProvider(bank, secret), orders)], orders)
        receipts = ReceiptDesk(gateways, MemoryReceipts(), PRETENDED)
        return cls(gateways, SandboxCounter(orders, bank, secret), receipts)

    @property
    def handlers(self) -> tuple[object, ...]:
        return (PaymentHandlers(self.gateways, self.receipts),)
