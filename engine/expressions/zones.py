"""Time zones of FEEL values: a fixed offset, or a name of the time zone database."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from .civil import civil_from_days

MAX_OFFSET = 18 * 3600
MAX_NAME = 60
OFFSET = re.compile(r"([+-])(\d\d):(\d\d)(?::(\d\d))?")
ZONE_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*")


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from UTC in seconds, at most 18 hours."""

    seconds: int

    def at(self, local_seconds: int) -> int:  # noqa: ARG002 - named zones need it
        """The distance from UTC in seconds, whatever the local time."""
        return self.seconds

    def at_instant(self, utc_seconds: int) -> int:  # noqa: ARG002 - named zones need it
        return self.seconds

    def __str__(self) -> str:
        if not self.seconds:
            return "Z"
        minutes, seconds = divmod(abs(self.seconds), 60)
        hours, minutes = divmod(minutes, 60)
        sign = "-" if self.seconds < 0 else "+"
        return f"{sign}{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


@dataclass(frozen=True, slots=True)
class NamedZone:
    """A zone of the time zone database, such as `Asia/Ho_Chi_Minh`."""

    name: str
    rules: ZoneInfo

    def at(self, local_seconds: int) -> int:
        """The distance from UTC in seconds at a local time in seconds since 1970.

        Where a local time occurs twice, the earlier one is meant; years beyond 1-9999 follow the
        rules of the year 400 years' steps away.
        """
        return _seconds(self.rules.utcoffset(_moment(local_seconds)))

    def at_instant(self, utc_seconds: int) -> int:
        """The distance from UTC in seconds at an instant in seconds since 1970."""
        utc = _moment(utc_seconds)
        return _seconds(self.rules.fromutc(utc.replace(tzinfo=self.rules)).utcoffset())

    def __str__(self) -> str:
        return f"@{self.name}"


Zone = Offset | NamedZone
UTC = Offset(0)


def parse_zone(text: str) -> Zone | None:
    """The zone of `Z`, `+07:00` or `@Asia/Ho_Chi_Minh`, or None."""
    if text == "Z":
        return UTC
    if text.startswith("@"):
        return named_zone(text[1:])
    match = OFFSET.fullmatch(text)
    return _offset(match) if match else None


def named_zone(name: str) -> NamedZone | None:
    """The zone of the time zone database, or None."""
    if len(name) > MAX_NAME or not ZONE_NAME.fullmatch(name):
        return None
    try:
        return NamedZone(name, ZoneInfo(name))
    except (KeyError, ValueError, OSError):
        return None


def _offset(match: re.Match[str]) -> Offset | None:
    sign, hours, minutes, seconds = match.groups()
    distance = int(hours) * 3600 + int(minutes) * 60 + int(seconds or 0)
    if distance > MAX_OFFSET or int(minutes) > 59 or int(seconds or 0) > 59:
        return None
    return Offset(-distance if sign == "-" else distance)


def _moment(seconds: int) -> datetime:
    days, clock = divmod(seconds, 86_400)
    year, month, day = civil_from_days(days)
    if not 2 <= year <= 9998:
        year = 2000 + year % 400
    return datetime(year, month, day) + timedelta(seconds=clock)


def _seconds(offset: timedelta | None) -> int:
    return 0 if offset is None else int(offset.total_seconds())
