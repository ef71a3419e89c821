"""How many jobs of a type one worker does at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from threading import Lock


class Slots:
    """at_once: for the types that have a limit of their own."""

    def __init__(self, types: Collection[str], at_once: Mapping[str, int]) -> None:
        self._types = frozenset(types)
        self._at_once = at_once
        self._taken: Counter[str] = Counter()
        self._lock = Lock()

    def free(self) -> frozenset[str]:
        """The types of which one more may be begun."""
        with self._lock:
            full = {name for name, most in self._at_once.items() if self._taken[name] >= most}
        return self._types - full

    def unlimited(self) -> frozenset[str]:
        """The types of which any number may be done at once."""
        return self._types - self._at_once.keys()

    def take(self, job_type: str) -> None:
        with self._lock:
            self._taken[job_type] += 1

    def give(self, job_type: str) -> None:
        with self._lock:
            self._taken[job_type] -= 1
