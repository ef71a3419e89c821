"""Payments as the settings want them."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...engine.model.secret import Secret
from ..surroundings import Surroundings
from .bank_storage import EmbeddedBank
from .gateway import Counter, Gateway
from .gateways import Gateways
from .handlers import PaymentHandlers
from .sandbox import SandboxCounter, SandboxProvider
from .settings import PaymentSettings, SandboxSection
from .storage import EmbeddedOrders

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class PaymentSystem:
    """counter: where people pay at the sandbox; None where there is no sandbox."""

    gateways: Gateways
    orders: EmbeddedOrders
    counter: SandboxCounter | None

    @property
    def handlers(self) -> tuple[object, ...]:
        return (PaymentHandlers(self.gateways),)

    def close(self) -> None:
        self.orders.close()


def payment_system(settings: PaymentSettings, around: Surroundings) -> PaymentSystem:
    """Raises BadConfiguration and UnusableDatabase."""
    orders = EmbeddedOrders(around.database)
    counter = Counter(page=settings.page)
    bank = EmbeddedBank(orders.database)
    secret = sandbox_secret(settings.sandbox, around)
    sandbox = Gateway(SandboxProvider(bank, secret), orders, counter)
    gateways = Gateways([sandbox], orders, default=settings.default or None)
    return PaymentSystem(gateways, orders, SandboxCounter(orders, bank, secret))


def sandbox_secret(chosen: SandboxSection, around: Surroundings) -> Secret:
    """The secret of the settings, else the one in the kept file, made when it is missing."""
    if chosen.secret:
        return chosen.secret
    file = around.path(chosen.kept)
    with suppress(FileExistsError):
        _make_secret(file)
    return Secret(file.read_text(encoding="ascii").strip())


def _make_secret(file: Path) -> None:
    """Nobody but the owner may read it."""
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(secrets.token_hex(SECRET_BYTES) + "\n")
