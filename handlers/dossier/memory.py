"""A dossier system in memory for rehearsals and features; it forgets when the process ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from threading import RLock

from ...engine.model.check import Check
from ..local_time import local, local_day
from .application import Application, Document
from .dossier import (
    SUPPLEMENT,
    WITHDRAWN,
    Delivery,
    Dossier,
    Paper,
    Result,
    ResultDocument,
    StatusChange,
    Supply,
    in_order,
)
from .mirrored import Told, change_key, result_key
from .numbering import Numbering
from .papers import PaperKind
from .refusals import decided, not_theirs, run_elsewhere, unknown
from .search import Search


class MemoryDossiers:
    """Dossiers in a dictionary; threads take turns."""

    def __init__(self, numbering: Numbering | None = None) -> None:
        self._numbering = numbering or Numbering()
        self._dossiers: dict[str, Dossier] = {}
        self._codes: dict[str, str] = {}
        self._papers: dict[str, Paper] = {}
        self._results: dict[str, Result] = {}
        self._noted: set[str] = set()
        self._told: dict[str, datetime] = {}
        self._counters: Counter[str] = Counter()
        self._turn = RLock()

    def open(self, application: Application, *, key: str, now: datetime) -> Dossier:
        with self._turn:
            if key not in self._codes:
                code = self._numbering.code(application.unit, now, self._count)
                self._keep(Dossier(code=code, application=application, received_at=local(now)))
                self._codes[key] = code
            return self._dossiers[self._codes[key]]

    def set_status(self, code: str, change: StatusChange, *, key: str) -> None:
        with self._turn:
            self._note(self._ours(code), change, key)

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
            dossier = self._ours(code)
            if key not in self._papers:
                unit = dossier.application.unit
                paper = self._numbering.paper(
                    kind, unit, now, self._count, content=content, due=due
                )
                self._papers[key] = paper
                self._keep(replace(dossier, papers=(*dossier.papers, paper)))
            return self._papers[key]

    def request_supplement(
        self, code: str, content: str, *, by: datetime | None, key: str, now: datetime
    ) -> Paper:
        with self._turn:
            paper = self.issue_paper(
                code, PaperKind.SUPPLEMENT, key=key, now=now, content=content, due=by
            )
            asked = StatusChange(status=SUPPLEMENT, at=now, note=content, due=by)
            self.set_status(code, asked, key=key)
            return paper

    def supply(
        self, code: str, documents: Sequence[Document], *, status: int, key: str, now: datetime
    ) -> None:
        with self._turn:
            dossier = self._ours(code)
            if key in self._noted:
                return
            supply = Supply(at=local(now), documents=tuple(documents))
            supplied = replace(dossier, supplies=(*dossier.supplies, supply))
            self._note(supplied, StatusChange(status=status, at=now), key)

    def withdraw(self, code: str, reason: str, *, key: str, now: datetime) -> Paper | None:
        with self._turn:
            dossier = self._ours(code)
            if key in self._noted:
                return self._papers.get(key)
            if dossier.is_decided:
                raise decided(dossier)
            self.set_status(code, StatusChange(status=WITHDRAWN, at=now, note=reason), key=key)
            if not self._numbering.papers.has(local_day(now), PaperKind.STOP):
                return None
            return self.issue_paper(code, PaperKind.STOP, key=key, now=now, content=reason)

    def attach_result(
        self, code: str, document: ResultDocument, delivery: Delivery, *, key: str, now: datetime
    ) -> Result:
        with self._turn:
            dossier = self._ours(code)
            if key not in self._results:
                unit = dossier.application.unit
                result = self._numbering.result(document, delivery, unit, now, self._count)
                self._results[key] = result
                self._keep(replace(dossier, results=(*dossier.results, result)))
            return self._results[key]

    def find(self, code: str) -> Dossier:
        with self._turn:
            if code not in self._dossiers:
                raise unknown(code)
            return self._dossiers[code]

    def search(self, search: Search) -> tuple[Dossier, ...]:
        with self._turn:
            codes = sorted(code for code in self._dossiers if code > search.after)
            found = [each for code in codes if search.finds(each := self._dossiers[code])]
            return tuple(found[: search.limit])

    def tell(self, told: Told, *, source: str) -> None:
        with self._turn:
            if told.code not in self._dossiers:
                self._keep(
                    Dossier(
                        code=told.code,
                        application=told.application,
                        received_at=told.received_at,
                        run_by=source,
                    )
                )
            self._take(self._theirs(told.code, source), told)
            self.tell_steps(told.code, told.changes, source=source)
            for result in told.results:
                self._take_result(self._dossiers[told.code], result, source)

    def tell_steps(self, code: str, changes: Sequence[StatusChange], *, source: str) -> None:
        with self._turn:
            for change in changes:
                key = change_key(source, code, change)
                self._note(self._theirs(code, source), change, key)
            self._theirs(code, source)

    def check(self) -> Check:
        return Check(subject="dossier: memory", ok=True, key="handlers.check.memory")

    def _keep(self, dossier: Dossier) -> None:
        self._dossiers[dossier.code] = dossier

    def _note(self, dossier: Dossier, change: StatusChange, key: str) -> None:
        if key not in self._noted:
            self._keep(replace(dossier, changes=in_order((*dossier.changes, change))))
            self._noted.add(key)

    def _take(self, dossier: Dossier, told: Told) -> None:
        if told.as_of >= self._told.get(told.code, told.as_of):
            self._told[told.code] = told.as_of
            self._keep(
                replace(
                    dossier,
                    application=told.application,
                    received_at=told.received_at,
                    appointed=told.appointed,
                )
            )

    def _take_result(self, dossier: Dossier, result: Result, source: str) -> None:
        key = result_key(source, dossier.code, result)
        if key not in self._results:
            self._results[key] = result
            self._keep(replace(dossier, results=(*dossier.results, result)))

    def _ours(self, code: str) -> Dossier:
        dossier = self.find(code)
        if dossier.run_by is not None:
            raise run_elsewhere(code, dossier.run_by)
        return dossier

    def _theirs(self, code: str, source: str) -> Dossier:
        dossier = self.find(code)
        if dossier.run_by != source:
            raise not_theirs(code, source)
        return dossier

    def _count(self, scope: str) -> int:
        self._counters[scope] += 1
        return self._counters[scope]
