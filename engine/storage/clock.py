"""The database's time, so that clocks of machines may differ."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Engine, text

EVERY = 60.0
"""Seconds after which the database is asked again."""


class DatabaseClock:
    """What PostgreSQL's clock says: asked once a minute, in between the machine's own steady time
    is counted on from there. A machine whose clock is wrong or is set does not matter.

    SQLite lies on one machine, whose clock is as good as any. Raises DBAPIError when the database
    cannot be asked.
    """

    def __init__(self, engine: Engine, otherwise: Callable[[], datetime]) -> None:
        self._engine = engine
        self._otherwise = otherwise
        self._asks = engine.dialect.name == "postgresql"
        self._lock = Lock()
        self._known: tuple[datetime, float] | None = None

    def __call__(self) -> datetime:
        if not self._asks:
            return self._otherwise()
        with self._lock:
            if self._known is None or time.monotonic() - self._known[1] > EVERY:
                self._known = self._ask()
            moment, then = self._known
        return moment + timedelta(seconds=time.monotonic() - then)

    def _ask(self) -> tuple[datetime, float]:
        """The database's time, and the steady time it belongs to: half way through asking."""
        with self._engine.connect() as connection:
            connection.execute(text("SELECT 1"))
            before = time.monotonic()
            moment: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
            return moment, (before + time.monotonic()) / 2
