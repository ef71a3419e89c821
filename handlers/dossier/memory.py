"""A dossier system in memory for rehearsals and features; it forgets when the process ends."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from threading import RLock

from ...engine.errors import NotFound
from ...engine.model.check import Check
from ..local_time import local
from .dossier import (
    Application,
    Delivery,
    Dossier,
    Paper,
    Result,
    ResultDocument,
    StatusChange,
    in_order,
)
from .numbering import Numbering
from .papers import PaperKind


class MemoryDossiers:
    """Dossiers in a dictionary; threads take turns."""

    def __init__(self, numbering: Numbering | None = None) -> None:
        self._numbering = numbering or Numbering()
        self._dossiers: dict[str, Dossier] = {}
        self._codes: dict[str, str] = {}
        self._papers: dict[str, Paper] = {}
        self._results: dict[str, Result] = {}
        self._noted: set[str] = set()
        self._counters: Counter[str] = Counter()
        self._turn = RLock()

    def open(self, application: Application, *, key: str, now: datetime) -> Dossier:
        with self._turn:
            if key not in self._codes:
                code = self._numbering.code(application.unit, now, self._count)
                dossier = Dossier(code=code, application=application, received_at=local(now))
                self._dossiers[code], self._codes[key] = dossier, code
            return self._dossiers[self._codes[key]]

    def set_status(self, code: str, change: StatusChange, *, key: str) -> None:
        with self._turn:
            dossier = self.find(code)
            if key not in self._noted:
                changes = in_order((*dossier.changes, change))
                self._dossiers[code] = replace(dossier, changes=changes)
                self._noted.add(key)

    def issue_paper(
        self,
        code: str,
        kind: PaperKind,
        *,
        key: str,
        now: datetime,
        content: str | None = None,
        due: datetime | None = None,
    ) -> Paper:
        with self._turn:
            dossier = self.find(code)
            if key not in self._papers:
                unit = dossier.application.unit
                paper = self._numbering.paper(
                    kind, unit, now, self._count, content=content, due=due
                )
                self._papers[key] = paper
                self._dossiers[code] = replace(dossier, papers=(*dossier.papers, paper))
            return self._papers[key]

    def attach_result(
        self, code: str, document: ResultDocument, delivery: Delivery, *, key: str, now: datetime
    ) -> Result:
        with self._turn:
            dossier = self.find(code)
            if key not in self._results:
                unit = dossier.application.unit
                result = self._numbering.result(document, delivery, unit, now, self._count)
                self._results[key] = result
                self._dossiers[code] = replace(dossier, results=(*dossier.results, result))
            return self._results[key]

    def find(self, code: str) -> Dossier:
        with self._turn:
            if code not in self._dossiers:
                raise NotFound.of("handlers.dossier.unknown", code=code)
            return self._dossiers[code]

    def check(self) -> Check:
        return Check(subject="dossier: memory", ok=True, key="handlers.check.memory")

    def _count(self, scope: str) -> int:
        self._counters[scope] += 1
        return self._counters[scope]
