"""A procedure that is to be published."""

from __future__ import annotations

from dataclasses import dataclass

from ..facts import ProcedureFacts, ServiceLevel
from ..folder import ProcedureFolder
from ..level.level import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """place: where the folder lies, as people call it. level: measured on the day of publishing."""

    place: str
    folder: ProcedureFolder
    level: Level

    @property
    def facts(self) -> ProcedureFacts:
        return self.folder.facts or ProcedureFacts()

    @property
    def service(self) -> ServiceLevel | None:
        """What is declared; what was measured where that is lower, or nothing was declared.

        None for no online service, and on a day when the law had four levels instead.
        """
        if self.level.scale.has_four:
            return None
        declared = self.facts.level
        if declared is None or not self.level.is_as_declared:
            return self.level.service
        return declared.declared
