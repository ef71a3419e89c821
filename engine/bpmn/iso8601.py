"""Whether a static text is a moment, a duration or a cycle of ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime

from ..expressions.zones import parse_zone

DURATION = re.compile(
    r"P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?"
    r"(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:[.,]\d+)?S)?)?"
)
CYCLE = re.compile(r"R(?P<rounds>\d*)/(?:(?P<start>[^/P][^/]*)/)?(?P<every>P[^/]+)")
ZONED = re.compile(r"(?P<moment>.+T.+(?:Z|[+-]\d\d:\d\d))\[(?P<zone>[^\[\]]+)\]")


def without_zone(text: str) -> str:
    """`2026-03-02T08:00:00+07:00[Asia/Ho_Chi_Minh]`, which Camunda 8 takes: the offset says all."""
    match = ZONED.fullmatch(text)
    return match["moment"] if match and parse_zone("@" + match["zone"]) else text


def is_moment(text: str) -> bool:
    """A date (midnight) or a date and time, with or without an offset and the name of its zone."""
    written = without_zone(text)
    try:
        datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
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
