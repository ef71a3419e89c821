"""Payments in memory: the sandbox over a book that is forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from ...engine.model.secret import Secret
from .bank import MemoryBank
from .gateway import Gateway
from .gateways import Gateways
from .handlers import PaymentHandlers
from .memory import MemoryOrders
from .sandbox import SandboxCounter, SandboxProvider


@dataclass(frozen=True, slots=True)
class PaymentsInMemory:
    """counter: where people pay."""

    gateways: Gateways
    counter: SandboxCounter

    @classmethod
    def signed_with(cls, secret: Secret) -> PaymentsInMemory:
        orders, bank = MemoryOrders(), MemoryBank()
        gateway = Gateway(SandboxProvider(bank, secret), orders)
        return cls(Gateways([gateway], orders), SandboxCounter(orders, bank, secret))

    @property
    def handlers(self) -> tuple[object, ...]:
        return (PaymentHandlers(self.gateways),)
