"""Payments as the settings want them."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ...engine.model.secret import Secret
from ..surroundings import Surroundings
from .handlers import PaymentHandlers
from .sandbox import SandboxGateway, SandboxSettings
from .settings import PaymentSettings, SandboxSection
from .storage import EmbeddedOrders

SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class PaymentSystem:
    """gateway: the sandbox, where people pay in rehearsals."""

    gateway: SandboxGateway
    orders: EmbeddedOrders

    @property
    def handlers(self) -> tuple[object, ...]:
        return (PaymentHandlers(self.gateway),)

    def close(self) -> None:
        self.orders.close()


def payment_system(settings: PaymentSettings, around: Surroundings) -> PaymentSystem:
    """Raises BadConfiguration and UnusableDatabase."""
    chosen = settings.sandbox
    orders = EmbeddedOrders(around.database)
    gateway = SandboxGateway(
        orders, sandbox_secret(chosen, around), SandboxSettings(page=chosen.page)
    )
    return PaymentSystem(gateway, orders)


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
