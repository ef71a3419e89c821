"""A circuit breaker: who fails again and again is left alone for a while."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock


class Breaker:
    """Open after so many failures in a row, for a pause of so many seconds; then one try may go.

    now: seconds that never go back.
    """

    def __init__(self, failures: int, pause: float, now: Callable[[], float]) -> None:
        self._most = failures
        self._pause = pause
        self._now = now
        self._lock = Lock()
        self._failures = 0
        self._until = 0.0

    @property
    def is_open(self) -> bool:
        with self._lock:
            return self._failures >= self._most

    def remaining(self) -> float:
        """Seconds until a try may go; 0.0 lets this one go, and others wait for how it ends."""
        with self._lock:
            if self._failures < self._most:
                return 0.0
            left = self._until - self._now()
            if left > 0:
                return left
            self._until = self._now() + self._pause
            return 0.0

    def succeeded(self) -> None:
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= self._most:
                self._until = self._now() + self._pause
