"""An engine for tests: a fresh database in memory, a frozen clock, keys that count."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from ..config import Config
from ..engine import Engine
from ..errors import BadConfiguration
from ..execution.timers import BadTimer, interval
from ..model.actor import Actor
from ..model.job import Backoff
from ..storage.database import Database
from .calendar import shipped_calendar
from .clock import FrozenClock

MORNING = "2026-03-02T08:00:00+07:00"
PLAYER = Actor(id="play", name="play", is_operator=True)
AT_ONCE = Backoff(first=timedelta(0), longest=timedelta(0))


class TestEngine(Engine):
    """As `Engine`, with `clock` to be moved; failed jobs come again at once.

    The calendar is the one procflow ships. database: a URL; None: in memory. What earlier plays
    left in it is taken away, and a database that somebody else has deployed to is refused
    (BadConfiguration).
    """

    __test__ = False

    def __init__(
        self, *, at: datetime | str = MORNING, database: str | None = None, **settings: Any
    ) -> None:
        self.clock = FrozenClock(at)
        numbers = count(1)
        given: dict[str, Any] = {
            "database": "sqlite://" if database is None else database,
            "clock": self.clock,
            "new_key": lambda: f"{next(numbers):06}",
            "backoff": AT_ONCE,
            "zone": self.clock().tzinfo,
            "calendar": shipped_calendar(),
            **settings,
        }
        if database is not None:
            clear(database)
        super().__init__(Config(**given))

    def advance(self, by: timedelta | str) -> None:
        """Move the clock, firing each timer at the moment it is due."""
        until = self._after(by)
        scheduler = self.scheduler()
        while (due := self.timers.next_due()) is not None and due <= until:
            self.clock.move_to(max(due, self.clock()))
            if not scheduler.run_once():
                break
        self.clock.move_to(until)
        scheduler.run_once()

    def _after(self, by: timedelta | str) -> datetime:
        if isinstance(by, timedelta):
            return self.clock() + by
        now = self.clock()
        try:
            return interval(by).after(now, self._means.environment(now))
        except BadTimer:
            raise BadConfiguration(f"Expected a duration such as PT1H, but found '{by}'") from None


def clear(url: str) -> None:
    """Make a database of tests fresh. Raises BadConfiguration when it is somebody else's."""
    database = Database(url)
    try:
        with database.look() as unit:
            others = {each.deployed_by for each in unit.deployments.list()} - {PLAYER.id}
        if others:
            named = ", ".join(sorted(others))
            raise BadConfiguration(
                f"Expected a database only for tests, but {named} has deployed to it"
            )
        database.clear()
    finally:
        database.close()
