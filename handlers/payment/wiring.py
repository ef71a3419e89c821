"""Payments as the settings want them."""

from __future__ import annotations

import os
import secrets
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from ...engine.errors import BadConfiguration
from ...engine.model.secret import Secret
from ..chore import Chore, Publish
from ..surroundings import Surroundings
from ..wire import Wire, WireSettings
from .bank_storage import EmbeddedBank
from .courier import Courier
from .gateway import Counter, Gateway
from .gateways import Gateways
from .handlers import PaymentHandlers
from .national import NationalPartner, NationalProvider
from .provider import Provider
from .receipt_desk import ReceiptDesk
from .receipt_storage import EmbeddedReceipts
from .sandbox import SandboxCounter, SandboxProvider
from .settings import NationalSection, PaymentSettings, SandboxSection, VnpaySection
from .storage import EmbeddedOrders
from .vietqr import VietqrAccount, VietqrProvider
from .vnpay import VnpayMerchant, VnpayProvider

SECRET_BYTES = 32
DEFAULT = "default"
"""The entry of the accounts that is for every procedure without one of its own."""


@dataclass(frozen=True, slots=True)
class PaymentSystem:
    """counter: where people pay at the sandbox; None where there is no sandbox."""

    gateways: Gateways
    orders: EmbeddedOrders
    receipts: ReceiptDesk
    counter: SandboxCounter | None
    opened: ExitStack

    @property
    def handlers(self) -> tuple[object, ...]:
        return (PaymentHandlers(self.gateways, self.receipts),)

    def chores(self, publish: Publish) -> tuple[Chore, ...]:
        return (Courier(self.gateways, publish),)

    def close(self) -> None:
        """Let go of the database and the connections."""
        self.opened.close()


def payment_system(settings: PaymentSettings, around: Surroundings) -> PaymentSystem:
    """Raises BadConfiguration and UnusableDatabase."""
    with ExitStack() as opened:
        orders = EmbeddedOrders(around.database)
        opened.callback(orders.close)
        providers = list(_real(settings, around, opened))
        counter = None
        if not providers or settings.sandbox.beside:
            bank = EmbeddedBank(orders.database)
            secret = sandbox_secret(settings.sandbox, around)
            providers.append(SandboxProvider(bank, secret))
            counter = SandboxCounter(orders, bank, secret)
        pages = Counter(page=settings.page)
        gateways = Gateways(
            [Gateway(each, orders, pages) for each in providers],
            orders,
            default=settings.default or None,
        )
        receipts = EmbeddedReceipts(orders.database)
        desk = ReceiptDesk(gateways, receipts, settings.receipts)
        return PaymentSystem(gateways, orders, desk, counter, opened.pop_all())


def _real(settings: PaymentSettings, around: Surroundings, opened: ExitStack) -> Iterator[Provider]:
    """The gateways with a section, in the order of the settings."""
    if settings.vnpay is not None:
        yield _vnpay(settings.vnpay, around, opened)
    if settings.vietqr is not None:
        chosen = settings.vietqr
        account = VietqrAccount(bank=chosen.bank, account=chosen.account, holder=chosen.holder)
        yield VietqrProvider(account, layout=chosen.statement)
    if settings.national is not None:
        yield _national(settings.national, around, opened)


def _vnpay(chosen: VnpaySection, around: Surroundings, opened: ExitStack) -> Provider:
    merchant = VnpayMerchant(
        code=chosen.merchant,
        secret=chosen.secret,
        page=chosen.page,
        returns=chosen.returns,
        kind=chosen.kind,
        window=timedelta(minutes=chosen.window),
        address=chosen.address,
    )
    wire = _wire(chosen.interface, chosen, around, opened, system="VNPAY")
    return VnpayProvider(
        merchant, wire, new_id=lambda: uuid.uuid4().hex, layout=chosen.statement, clock=around.clock
    )


def _national(chosen: NationalSection, around: Surroundings, opened: ExitStack) -> Provider:
    if DEFAULT not in chosen.accounts:
        raise BadConfiguration.of("payments.no-account")
    partner = NationalPartner(
        code=chosen.partner,
        secret=chosen.secret,
        account=chosen.accounts[DEFAULT],
        accounts=chosen.accounts,
        token=chosen.token,
        channel=chosen.channel,
        device=chosen.device,
    )
    wire = _wire(chosen.address, chosen, around, opened, system="national payment platform")
    return NationalProvider(partner, wire, layout=chosen.statement, clock=around.clock)


def _wire(
    address: str,
    chosen: VnpaySection | NationalSection,
    around: Surroundings,
    opened: ExitStack,
    *,
    system: str,
) -> Wire:
    ca_file = around.path(chosen.ca_file) if chosen.ca_file else None
    reached = WireSettings(address=address, timeout=chosen.timeout, ca_file=ca_file)
    wire = Wire(reached, system=system)
    opened.callback(wire.close)
    return wire


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
