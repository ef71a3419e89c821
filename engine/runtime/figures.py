"""How much there is to do and how much there is of everything: for metrics and the cockpit."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from time import monotonic

from ..model.figures import Figures
from ..storage.unit_of_work import UnitOfWork
from .means import Means

FRESH = 60.0
"""Seconds for which a count of all instances, ended ones too, is good enough."""


class FigureBook:
    """`engine.figures`."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._lock = Lock()
        self._instances: tuple[float, Mapping[tuple[str, str], int]] | None = None

    def now(self) -> Figures:
        """The figures of this moment; instances by state may be a minute old."""
        now = self._means.now()
        with self._lock, self._means.database.look() as unit:
            return Figures(
                at=now,
                jobs=tuple(unit.figures.jobs(now)),
                timers=unit.figures.timers(now),
                user_tasks=unit.figures.user_tasks(now),
                incidents=unit.figures.incidents(),
                instances=self._counted(unit),
            )

    def _counted(self, unit: UnitOfWork) -> Mapping[tuple[str, str], int]:
        if self._instances is None or monotonic() - self._instances[0] > FRESH:
            self._instances = monotonic(), unit.figures.instances()
        return self._instances[1]
