"""Holds a procedure's files against the law of today, knowing what else is deployed."""

from __future__ import annotations

from functools import cache

from ..errors import Finding
from ..procedure.folder import ProcedureFolder
from ..procedure.law.check import law_findings
from ..procedure.law.library import Drawn
from ..storage.unit_of_work import UnitOfWork
from .means import Means


def unlawful(folder: ProcedureFolder, unit: UnitOfWork, means: Means) -> list[Finding]:
    """What the rules of law have to say of a folder; they advise, and refuse no deployment."""

    @cache
    def find(process_id: str) -> Drawn | None:
        definition = unit.definitions.newest(process_id)
        if definition is None:
            return None
        drawing, process = means.shelf.drawn(unit, definition.key)
        return Drawn(drawing.file, process)

    today = means.now().astimezone(means.zone).date()
    return law_findings(folder, today, find)
