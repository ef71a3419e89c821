"""The dossier system as the settings want it."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass

from ...engine.handler import Surroundings
from ..chore import Chore
from ..wire import Wire, WireSettings
from .codes import CodePattern
from .handlers import DossierHandlers
from .mirror import Mirror
from .numbering import Numbering
from .port import Dossiers
from .portal import NationalPortal
from .portal_handlers import PortalHandlers
from .portal_sync import PortalSync
from .settings import DossierSettings, PortalSection
from .storage import EmbeddedDossiers


@dataclass(frozen=True, slots=True)
class DossierSystem:
    """dossiers: for who wants to look at them. portal: tells the national portal what waits, where
    there is one. mirror: takes the calls of other systems that run dossiers shown here.
    """

    dossiers: Dossiers
    store: EmbeddedDossiers
    mirror: Mirror
    portal: PortalSync | None = None

    @property
    def handlers(self) -> tuple[object, ...]:
        ours = DossierHandlers(self.dossiers)
        return (ours, PortalHandlers(self.portal)) if self.portal else (ours,)

    @property
    def chores(self) -> tuple[Chore, ...]:
        return (self.portal,) if self.portal else ()

    def close(self) -> None:
        if self.portal:
            self.portal.close()
        self.store.close()


def dossier_system(settings: DossierSettings, around: Surroundings) -> DossierSystem:
    """Raises BadConfiguration and UnusableDatabase."""
    with ExitStack() as opened:
        store = EmbeddedDossiers(
            around.database,
            Numbering(CodePattern(settings.codes)),
            told_to_portal=settings.portal is not None,
        )
        opened.callback(store.close)
        mirror = Mirror(store, {name: each.token for name, each in settings.mirrors.items()})
        portal = _portal(settings.portal, store, around) if settings.portal else None
        opened.pop_all()
    return DossierSystem(store, store, mirror, portal)


def _portal(chosen: PortalSection, store: EmbeddedDossiers, around: Surroundings) -> PortalSync:
    ca_file = around.path(chosen.ca_file) if chosen.ca_file else None
    reached = WireSettings(address=chosen.address, timeout=chosen.timeout, ca_file=ca_file)
    portal = NationalPortal(chosen, Wire(reached, system="Cổng DVCQG"))
    return PortalSync(store.outbox, portal, chosen, clock=around.clock)
