"""What happened in this process since the engine was opened, counted; for metrics."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from time import perf_counter

BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Seconds; what took longer than the last is in a class of its own."""

Labels = tuple[str, ...]


@dataclass(slots=True)
class Durations:
    """How often something took how long. classes: as many as there are bounds, and one more."""

    seconds: float = 0.0
    classes: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))

    def add(self, seconds: float) -> None:
        self.seconds += seconds
        self.classes[bisect_left(BOUNDS, seconds)] += 1


class Tally:
    """Counts by name and labels. Labels are names of the drawing's making, never values or codes of
    dossiers: there must be few of them, and nothing personal. Safe for threads.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: dict[str, Counter[Labels]] = {}
        self._durations: dict[str, dict[Labels, Durations]] = {}

    def count(self, name: str, *labels: str, by: float = 1) -> None:
        with self._lock:
            counter = self._counts.setdefault(name, Counter())
            counter[labels] += by  # type: ignore[assignment]  # seconds are counted, too

    def took(self, seconds: float, name: str, *labels: str) -> None:
        with self._lock:
            of_name = self._durations.setdefault(name, {})
            of_name.setdefault(labels, Durations()).add(seconds)

    @contextmanager
    def timing(self, name: str, *labels: str) -> Iterator[None]:
        began = perf_counter()
        try:
            yield
        finally:
            self.took(perf_counter() - began, name, *labels)

    def counted(self, name: str) -> Mapping[Labels, float]:
        """How often, by labels."""
        with self._lock:
            return dict(self._counts.get(name, {}))

    def durations(self, name: str) -> Mapping[Labels, Durations]:
        """How long, by labels."""
        with self._lock:
            return {
                labels: Durations(found.seconds, list(found.classes))
                for labels, found in self._durations.get(name, {}).items()
            }
