"""The dossier system as the settings want it."""

from __future__ import annotations

from dataclasses import dataclass

from ..surroundings import Surroundings
from .codes import CodePattern
from .handlers import DossierHandlers
from .numbering import Numbering
from .port import Dossiers
from .settings import DossierSettings
from .storage import EmbeddedDossiers


@dataclass(frozen=True, slots=True)
class DossierSystem:
    """dossiers: for who wants to look at them."""

    dossiers: Dossiers
    store: EmbeddedDossiers

    @property
    def handlers(self) -> tuple[object, ...]:
        return (DossierHandlers(self.dossiers),)

    def close(self) -> None:
        self.store.close()


def dossier_system(settings: DossierSettings, around: Surroundings) -> DossierSystem:
    """Raises BadConfiguration and UnusableDatabase."""
    store = EmbeddedDossiers(around.database, Numbering(CodePattern(settings.codes)))
    return DossierSystem(store, store)
