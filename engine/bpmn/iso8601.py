"""Whether a static text is a moment, a duration or a cycle of ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime

DURATION = re.compile(
    r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?"
    r"(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d+)?S)?)?"
)
CYCLE = re.compile(r"R(?P<rounds>\d*)/(?:(?P<start>[^/P][^/]*)/)?(?P<every>P[^/]+)")


def is_moment(text: str) -> bool:
    """A date (midnight) or a date and time, with or without an offset."""
    try:
        datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_duration(text: str) -> bool:
    return DURATION.fullmatch(text) is not None


def is_cycle(text: str) -> bool:
    """`R3/PT24H`, `R/P1D`, `R/2026-03-02T08:00:00+07:00/P7D`; none that never rings."""
    match = CYCLE.fullmatch(text)
    if match is None or not is_duration(match["every"]) or not re.search("[1-9]", match["every"]):
        return False
    rings = match["rounds"] == "" or int(match["rounds"]) > 0
    return rings and (match["start"] is None or is_moment(match["start"]))
