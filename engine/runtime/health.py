"""Whether what is stored is in order: for the doctor."""

from __future__ import annotations

from datetime import datetime, timedelta

from ..errors import UnusableDatabase
from ..model.check import Check
from ..model.instance import InstanceState
from ..storage.unit_of_work import UnitOfWork
from .checkup import disagreements
from .history import broken_link
from .means import Means

SAMPLE = 500
"""Instances looked at, the newest."""

LATE = timedelta(minutes=5)
"""For so long jobs and timers may wait: longer, and no worker is there."""


class Health:
    """Looks at the newest instances: is the audit trail whole, are rows and snapshot of
    one mind?
    """

    def __init__(self, means: Means) -> None:
        self._means = means

    def readiness(self) -> Check:
        """Whether the database answers, and has this version's schema."""
        database = self._means.database
        try:
            database.must_be_current()
        except UnusableDatabase as problem:
            why = {"why": problem.sentence("vi"), "why_en": problem.sentence("en")}
            return self._check("database", False, "doctor.database.bad", **why)
        return self._check("database", True, "doctor.database", name=database.name)

    def checks(self) -> list[Check]:
        with self._means.database.look() as unit:
            newest = [each.key for each in unit.instances.find(limit=SAMPLE)]
            running = unit.instances.find(state=InstanceState.ACTIVE, limit=SAMPLE)
            broken = [key for key in newest if self._is_broken(unit, key)]
            orphaned = [each.key for each in running if self._is_at_odds(unit, each.key)]
            incidents = len(unit.incidents.find())
            late = _late(unit, self._means.now())
        return [
            self._check("database", True, "doctor.database", name=self._means.database.name),
            self._counted("history", broken, len(newest)),
            self._counted("waits", orphaned, len(running)),
            self._check("queue", not late, f"doctor.queue{'.bad' if late else ''}", number=late),
            self._check("incidents", not incidents, "doctor.incidents", number=incidents),
        ]

    def _is_broken(self, unit: UnitOfWork, key: str) -> bool:
        instance = unit.instances.get(key)
        return instance is not None and broken_link(unit, instance) is not None

    def _is_at_odds(self, unit: UnitOfWork, key: str) -> bool:
        instance = unit.instances.get(key)
        return instance is not None and bool(disagreements(unit, self._means, instance))

    def _counted(self, subject: str, faulty: list[str], number: int) -> Check:
        if not faulty:
            return self._check(subject, True, f"doctor.{subject}", number=number)
        named = ", ".join(faulty[:5])
        return self._check(subject, False, f"doctor.{subject}.bad", number=len(faulty), keys=named)

    def _check(self, subject: str, ok: bool, key: str, **arguments: object) -> Check:
        return Check(subject=subject, ok=ok, key=f"runtime.{key}", arguments=arguments)


def _late(unit: UnitOfWork, now: datetime) -> int:
    """Jobs and timers that should long have been done, and that nothing holds."""
    long_ago = now - LATE
    waiting = sum(jobs.due for jobs in unit.figures.jobs(long_ago))
    return waiting + unit.figures.timers(long_ago).overdue
