"""The properties of values that are no contexts (DMN 1.5, table 65)."""

from __future__ import annotations

from typing import Any

from .durations import DaysTime, YearsMonths
from .ranges import Range
from .temporal import Date, DateTime, Time

DAY = ("year", "month", "day", "weekday")
CLOCK = ("hour", "minute", "second", "time offset", "timezone")
PROPERTIES: dict[type, tuple[str, ...]] = {
    Date: DAY,
    Time: CLOCK,
    DateTime: DAY + CLOCK,
    DaysTime: ("days", "hours", "minutes", "seconds"),
    YearsMonths: ("years", "months"),
    Range: ("start", "end", "start included", "end included"),
}


def properties(value: Any) -> tuple[str, ...]:
    """The names that may follow a dot after the value."""
    return PROPERTIES.get(type(value), ())
