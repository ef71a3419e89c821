"""What a loop does about errors: it goes on."""

from __future__ import annotations

from logging import Logger
from threading import Event
from types import TracebackType
from typing import Self

from ..errors import UnusableDatabase
from .trace import trace_of


class Outages:
    """Entered for each round of a loop that must not end: an error is told to the log, and paused
    for.

    A database that is out of reach is a warning, once, anything else a fault that somebody must
    look at.
    """

    def __init__(self, log: Logger, stop: Event, pause: float) -> None:
        self._log = log
        self._stop = stop
        self._pause = pause
        self._out = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        if error is None:
            self._back()
            return False
        if not isinstance(error, Exception):
            return False
        self._tell(error)
        self._stop.wait(self._pause)
        return True

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, UnusableDatabase):
            self._log.error("unforeseen error", extra={"told": {"trace": trace_of(error)}})
        elif not self._out:
            self._out = True
            self._log.warning("database out of reach")

    def _back(self) -> None:
        if self._out:
            self._out = False
            self._log.warning("database in reach again")
