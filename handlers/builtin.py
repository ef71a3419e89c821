"""The handlers procflow ships, wired to their embedded stores."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ..engine.model.secret import Secret
from .dossier.codes import USUAL, CodePattern
from .dossier.handlers import DossierHandlers
from .dossier.numbering import Numbering
from .dossier.storage import EmbeddedDossiers
from .notification.handlers import NotificationHandlers
from .notification.maildir import MaildirChannel
from .notification.port import NoticeChannel
from .notification.smtp import SmtpChannel, SmtpSettings
from .notification.storage import Ledger
from .payment.handlers import PaymentHandlers
from .payment.sandbox import SandboxGateway, SandboxSettings
from .payment.storage import EmbeddedOrders


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltinSettings:
    """What the shipped handlers want from outside.

    database: URL of the stores' tables, which may be the engine's own database. secret: signs the
    sandbox gateway's callbacks. notices: the Maildir that notices go to, unless there is a mail
    server. sender: whom notices are from, as `Name <address>`. codes: the pattern of dossier codes.
    """

    database: str = field(repr=False)
    secret: Secret
    sender: str
    notices: Path
    codes: str = USUAL
    sandbox: SandboxSettings = field(default_factory=SandboxSettings)
    smtp: SmtpSettings | None = None


@dataclass(frozen=True, slots=True)
class Builtin:
    """The shipped systems, and their handlers for `Config(handlers=…)`."""

    dossiers: EmbeddedDossiers
    orders: EmbeddedOrders
    gateway: SandboxGateway
    channel: NoticeChannel
    ledger: Ledger

    @property
    def handlers(self) -> tuple[object, ...]:
        return (
            DossierHandlers(self.dossiers),
            PaymentHandlers(self.gateway),
            NotificationHandlers([self.channel]),
        )

    def close(self) -> None:
        """Let go of the databases."""
        for store in (self.dossiers, self.orders, self.ledger):
            store.close()


def builtin(settings: BuiltinSettings) -> Builtin:
    """Open the stores and wire the handlers. Raises BadConfiguration and UnusableDatabase."""
    orders = EmbeddedOrders(settings.database)
    ledger = Ledger(settings.database)
    return Builtin(
        dossiers=EmbeddedDossiers(settings.database, Numbering(CodePattern(settings.codes))),
        orders=orders,
        gateway=SandboxGateway(orders, settings.secret, settings.sandbox),
        channel=_channel(settings, ledger),
        ledger=ledger,
    )


def _channel(settings: BuiltinSettings, ledger: Ledger) -> NoticeChannel:
    if settings.smtp is None:
        return MaildirChannel(settings.notices, sender=settings.sender)
    return SmtpChannel(settings.smtp, ledger, sender=settings.sender)
