"""The systems procflow ships handlers for, wired as the settings want them."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Protocol

from ..engine.handler import Surroundings
from .chore import Chore, Publish
from .dossier.settings import DossierSettings
from .dossier.wiring import DossierSystem, dossier_system
from .exchange.settings import ExchangeSettings
from .exchange.wiring import ExchangeSystem, exchange_system
from .identity.settings import IdentitySettings
from .identity.wiring import IdentitySystem, identity_system
from .notification.settings import NotificationSettings
from .notification.wiring import NotificationSystem, notification_system
from .payment.settings import PaymentSettings
from .payment.wiring import PaymentSystem, payment_system
from .signature.settings import SignatureSettings
from .signature.wiring import SignatureSystem, signature_system


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltinSettings:
    """A section a system; what is left out is embedded, and works without anything else."""

    dossier: DossierSettings = field(default_factory=DossierSettings)
    payment: PaymentSettings = field(default_factory=PaymentSettings)
    notification: NotificationSettings = field(default_factory=NotificationSettings)
    identity: IdentitySettings = field(default_factory=IdentitySettings)
    signature: SignatureSettings = field(default_factory=SignatureSettings)
    exchange: ExchangeSettings = field(default_factory=ExchangeSettings)


class System(Protocol):
    """One system, wired."""

    @property
    def handlers(self) -> tuple[object, ...]: ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Builtin:
    """The shipped systems, and their handlers for `Config(handlers=…)`."""

    dossier: DossierSystem
    payment: PaymentSystem
    notification: NotificationSystem
    identity: IdentitySystem
    signature: SignatureSystem
    exchange: ExchangeSystem

    @property
    def handlers(self) -> tuple[object, ...]:
        return tuple(handler for system in self._systems for handler in system.handlers)

    def chores(self, publish: Publish) -> tuple[Chore, ...]:
        """What the systems do by themselves from time to time. publish: the engine's messages."""
        return (
            *self.dossier.chores,
            *self.payment.chores(publish),
            *self.identity.chores,
            *self.exchange.chores(publish),
        )

    def close(self) -> None:
        """Let go of databases and connections."""
        with ExitStack() as stack:
            for system in self._systems:
                stack.callback(system.close)

    @property
    def _systems(self) -> tuple[System, ...]:
        return (
            self.dossier,
            self.payment,
            self.notification,
            self.identity,
            self.signature,
            self.exchange,
        )


def builtin(settings: BuiltinSettings, around: Surroundings) -> Builtin:
    """Open the stores and wire the handlers. Raises BadConfiguration and UnusableDatabase."""
    with ExitStack() as opened:
        dossier = dossier_system(settings.dossier, around)
        opened.callback(dossier.close)
        payment = payment_system(settings.payment, around)
        opened.callback(payment.close)
        notification = notification_system(settings.notification, around)
        opened.callback(notification.close)
        identity = identity_system(settings.identity, around)
        opened.callback(identity.close)
        signature = signature_system(settings.signature, around)
        opened.callback(signature.close)
        exchange = exchange_system(settings.exchange, around)
        opened.pop_all()
    return Builtin(dossier, payment, notification, identity, signature, exchange)
