"""Logins are not kept longer than they are needed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Event

from ..rounds import Turn, in_rounds
from .port import Logins

HOUR = 3600.0


class ForgettingLogins:
    """A chore. keep: how long a login can be found after it. clock: the present moment."""

    def __init__(self, logins: Logins, keep: timedelta, clock: Callable[[], datetime]) -> None:
        self._logins = logins
        self._keep = keep
        self._clock = clock

    def run_once(self) -> int:
        return self._logins.forget(self._clock() - self._keep)

    def run(self, stop: Event, pause: float) -> int:
        """Once an hour."""
        return in_rounds(lambda: Turn(self.run_once(), HOUR), stop, pause)
