"""Ranges, and the tests `= 5` and `!= 5` that stand where a range may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Range:
    """`[low..high]` with ends included or not.

    operator: `<`, `<=`, `>`, `>=`, `=` or `!=` when it was written as a test; then the end that
    was not given is null, and not included.
    """

    low: Any
    high: Any
    low_included: bool
    high_included: bool
    operator: str | None = None

    def part(self, name: str) -> Any:
        """The property `start`, `end`, `start included` or `end included`."""
        return {
            "start": self.low,
            "end": self.high,
            "start included": self.low_included,
            "end included": self.high_included,
        }.get(name)


def range_of_test(operator: str, endpoint: Any) -> Range:
    """The range of the test `operator endpoint`."""
    if operator in ("<", "<="):
        return Range(None, endpoint, False, operator == "<=", operator)
    if operator in (">", ">="):
        return Range(endpoint, None, operator == ">=", False, operator)
    return Range(endpoint, endpoint, True, True, operator)
