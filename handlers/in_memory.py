"""The systems procflow ships handlers for, each in memory: for rehearsals, tests and checks."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from ..engine.model.secret import Secret
from .dossier.handlers import DossierHandlers
from .dossier.memory import MemoryDossiers
from .dossier.memory_portal import MemoryPortal
from .dossier.portal_handlers import PortalHandlers
from .exchange.attachments import AttachmentFolder
from .exchange.document import Agency
from .exchange.handlers import DocumentHandlers
from .exchange.memory import MemoryDocuments, MemoryServices
from .exchange.memory_caller import MemoryCaller
from .exchange.rest_handlers import RestHandlers
from .exchange.service_handlers import ServiceHandlers
from .identity.handlers import IdentityHandlers
from .identity.memory import MemoryLogins, MemoryLookUps
from .identity.memory_population import MemoryPopulation
from .identity.population_handlers import PopulationHandlers
from .notification.handlers import NotificationHandlers
from .notification.memory import MemoryChannel
from .payment.in_memory import PaymentsInMemory
from .signature.desk import Desk
from .signature.handlers import SignatureHandlers
from .signature.rehearsal import rehearsal_desk

SECRET_BYTES = 32
OURSELVES = Agency(code="H56.14", name="Cơ quan diễn tập")


def _payments() -> PaymentsInMemory:
    return PaymentsInMemory.signed_with(Secret(secrets.token_hex(SECRET_BYTES)))


@dataclass(frozen=True, slots=True)
class InMemory:
    """Forgotten when it is let go. channel: reaches only who has an address."""

    dossiers: MemoryDossiers = field(default_factory=MemoryDossiers)
    payments: PaymentsInMemory = field(default_factory=_payments)
    channel: MemoryChannel = field(default_factory=lambda: MemoryChannel(anybody=False))
    logins: MemoryLogins = field(default_factory=MemoryLogins)
    look_ups: MemoryLookUps = field(default_factory=MemoryLookUps)
    population: MemoryPopulation = field(default_factory=MemoryPopulation)
    desk: Desk = field(default_factory=rehearsal_desk)

    @property
    def handlers(self) -> tuple[object, ...]:
        return (
            DossierHandlers(self.dossiers),
            PortalHandlers(MemoryPortal(self.dossiers)),
            *self.payments.handlers,
            NotificationHandlers([self.channel]),
            IdentityHandlers(self.logins),
            PopulationHandlers(self.population, self.look_ups),
            SignatureHandlers(self.desk),
            ServiceHandlers(MemoryServices({}, anybody=True)),
            DocumentHandlers(
                MemoryDocuments(OURSELVES.code), OURSELVES, "", AttachmentFolder(Path())
            ),
            RestHandlers(MemoryCaller()),
        )
