"""A national portal in memory, for rehearsals: it knows the dossiers of one dossier system."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...engine.model.check import Check
from .port import Dossiers
from .portal_entry import dossier_entry


class MemoryPortal:
    """Knows at once all that is written."""

    def __init__(self, dossiers: Dossiers) -> None:
        self._dossiers = dossiers

    def dossier(self, code: str) -> Mapping[str, Any]:
        return dossier_entry(self._dossiers.find(code), personal_id_kind="1")

    def check(self) -> Check:
        subject = "dossier: national portal in memory"
        return Check(subject=subject, ok=True, key="handlers.check.memory")
