"""Whether a loop still turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, get_ident
from time import monotonic

from .model.check import Check

PATIENCE = 30.0
"""Seconds without a beat, after which a loop is taken for stuck. SQLite may keep one waiting 20."""


class Pulse:
    """Every thread of a loop beats once a round. While it is busy with something that may take
    long, it is not expected to.
    """

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._beats: dict[int, float] = {}
        self._busy: set[int] = set()
        self._stopping: Event | None = None

    @contextmanager
    def running(self, stop: Event) -> Iterator[None]:
        """This thread's loop, from its first round to its last."""
        self._stopping = stop
        self.beat()
        try:
            yield
        finally:
            with self._lock:
                self._beats.pop(get_ident(), None)

    @contextmanager
    def busy(self) -> Iterator[None]:
        with self._lock:
            self._busy.add(get_ident())
        try:
            yield
        finally:
            with self._lock:
                self._busy.discard(get_ident())
            self.beat_if_running()

    def beat(self) -> None:
        with self._lock:
            self._beats[get_ident()] = self._clock()

    def beat_if_running(self) -> None:
        """For work that is also done outside of the loop."""
        with self._lock:
            if get_ident() in self._beats:
                self._beats[get_ident()] = self._clock()

    @property
    def is_stopping(self) -> bool:
        return self._stopping is not None and self._stopping.is_set()

    def readiness(self, name: str) -> Check:
        """Whether work can be left to it."""
        if self.is_stopping:
            return _check(name, "stopping", ok=False)
        turning = self.is_turning()
        return _check(name, "turning" if turning else "stuck", ok=turning)

    def is_turning(self, patience: float = PATIENCE) -> bool:
        """Whether there is a loop, and all its threads beat or are busy."""
        with self._lock:
            since = [at for thread, at in self._beats.items() if thread not in self._busy]
            return bool(self._beats) and all(self._clock() - at <= patience for at in since)


def _check(name: str, what: str, *, ok: bool) -> Check:
    return Check(subject=name, ok=ok, key=f"runtime.ready.{what}", arguments={"name": name})
