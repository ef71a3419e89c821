"""Values from text, for `@"…"` and for the conversion functions."""

from __future__ import annotations

from .durations import Duration, parse_duration
from .temporal import Temporal, parse_date, parse_datetime, parse_time


def parse_temporal(text: str) -> Temporal | Duration | None:
    """The date, date and time, time or duration the text stands for, or None."""
    return (
        parse_date(text)
        or (parse_datetime(text) if "T" in text else None)
        or parse_time(text)
        or parse_duration(text)
    )
