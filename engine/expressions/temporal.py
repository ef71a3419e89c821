"""Dates, times, and dates with times.

Own types, because Python's know no year beyond 9999, no nanosecond and no time of day with a
named zone. Years reach from -999,999,999 to 999,999,999 (DMN 1.5, 10.3.2.3.4 and after).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal
from zoneinfo import ZoneInfo

from .civil import civil_from_days, days_from_civil, days_in_month, weekday
from .durations import DAY, HOUR, MINUTE, SECOND, DaysTime
from .numbers import SCALE
from .zones import NamedZone, Offset, Zone, parse_zone

MAX_YEAR = 999_999_999
YEAR_2000 = 946_684_800
MAX_TEXT = 120
DATE = re.compile(r"(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)")
TIME = re.compile(r"(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-][\d:]{5,8}|@.{1,60})?")


@dataclass(frozen=True, slots=True)
class Date:
    """A day of the calendar. Make one with `make_date`, which checks it."""

    year: int
    month: int
    day: int

    @property
    def days(self) -> int:
        """Days since 1970-01-01."""
        return days_from_civil(self.year, self.month, self.day)

    def part(self, name: str) -> Decimal | None:
        """The property `year`, `month`, `day` or `weekday` (1 is Monday)."""
        if name == "weekday":
            return Decimal(weekday(self.days))
        value = {"year": self.year, "month": self.month, "day": self.day}.get(name)
        return None if value is None else Decimal(value)

    def __str__(self) -> str:
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day, with or without a zone. Make one with `make_time`, which checks it."""

    nanoseconds: int
    zone: Zone | None = None

    @property
    def offset(self) -> int | None:
        """Seconds from UTC, or None without a zone."""
        return None if self.zone is None else self.offset_in(self.zone)

    def offset_in(self, zone: Zone) -> int:
        """Seconds from UTC in a zone; for a named zone as they were on 2000-01-01."""
        return zone.at(YEAR_2000 + self.nanoseconds // SECOND)

    def part(self, name: str) -> Decimal | DaysTime | str | None:
        """The property `hour`, `minute`, `second`, `time offset` or `timezone`."""
        if name in CLOCK_PARTS:
            return _clock_part(self.nanoseconds, name)
        return _zone_part(self.zone, self.offset, name)

    def __str__(self) -> str:
        return _clock(self.nanoseconds) + (str(self.zone) if self.zone else "")


@dataclass(frozen=True, slots=True)
class DateTime:
    """A day and a time of day, with or without a zone."""

    date: Date
    time: Time

    @property
    def zone(self) -> Zone | None:
        return self.time.zone

    @property
    def local(self) -> int:
        """Nanoseconds since 1970 on the clock where the value is."""
        return self.date.days * DAY + self.time.nanoseconds

    @property
    def offset(self) -> int | None:
        """Seconds from UTC, or None without a zone."""
        return None if self.zone is None else self.zone.at(self.local // SECOND)

    def instant(self, implied: Zone) -> int:
        """Nanoseconds since 1970 in UTC; a value without a zone is taken to be in `implied`."""
        zone = self.zone or implied
        return self.local - zone.at(self.local // SECOND) * SECOND

    def part(self, name: str) -> Decimal | DaysTime | str | None:
        """The properties of dates and of times."""
        if name in CLOCK_PARTS:
            return _clock_part(self.time.nanoseconds, name)
        found = self.date.part(name)
        return _zone_part(self.zone, self.offset, name) if found is None else found

    def __str__(self) -> str:
        return f"{self.date}T{self.time}"


CLOCK_PARTS = {"hour": (HOUR, DAY), "minute": (MINUTE, HOUR), "second": (SECOND, MINUTE)}


def _clock_part(nanoseconds: int, name: str) -> Decimal:
    size, above = CLOCK_PARTS[name]
    return Decimal(nanoseconds % above // size)


def _zone_part(zone: Zone | None, offset: int | None, name: str) -> DaysTime | str | None:
    if name == "time offset" and offset is not None:
        return DaysTime(offset * SECOND)
    if name == "timezone" and isinstance(zone, NamedZone):
        return zone.name
    return None


def _clock(nanoseconds: int) -> str:
    seconds, fraction = divmod(nanoseconds, SECOND)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    rest = f".{fraction:09}".rstrip("0") if fraction else ""
    return f"{hour:02}:{minute:02}:{second:02}{rest}"


def make_date(year: int, month: int, day: int) -> Date | None:
    """The date, or None when there is no such day."""
    if abs(year) > MAX_YEAR or not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
        return None
    return Date(year, month, day)


def date_from_days(days: int) -> Date | None:
    """The date of a number of days since 1970-01-01, or None beyond the years FEEL knows."""
    return make_date(*civil_from_days(days))


def make_time(hour: int, minute: int, second: Decimal, zone: Zone | None = None) -> Time | None:
    """The time of day, or None when there is no such time."""
    if not (0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second < 60):
        return None
    return Time(hour * HOUR + minute * MINUTE + int(SCALE.multiply(second, Decimal(SECOND))), zone)


def datetime_from_local(nanoseconds: int, zone: Zone | None) -> DateTime | None:
    """The value that shows this many nanoseconds since 1970 on its own clock."""
    days, clock = divmod(nanoseconds, DAY)
    day = date_from_days(days)
    return None if day is None else DateTime(day, Time(clock, zone))


def datetime_from_instant(nanoseconds: int, zone: Zone) -> DateTime | None:
    """The value of an instant in nanoseconds since 1970 in UTC, seen from a zone."""
    offset = zone.at_instant(nanoseconds // SECOND)
    return datetime_from_local(nanoseconds + offset * SECOND, zone)


def parse_date(text: str) -> Date | None:
    """The date of `2026-03-02`, or None."""
    match = DATE.fullmatch(text)
    if not match:
        return None
    sign, year, month, day = match.groups()
    return make_date(-int(year) if sign else int(year), int(month), int(day))


def parse_time(text: str) -> Time | None:
    """The time of `08:00:00`, `08:00:00.5+07:00` or `08:00:00@Asia/Ho_Chi_Minh`, or None.

    `24:00:00` is midnight, as in XML Schema.
    """
    parsed = _parse_clock(text)
    return None if parsed is None else Time(parsed[0] % DAY, parsed[1])


def parse_datetime(text: str) -> DateTime | None:
    """The value of a date, `T` and a time; a date alone means midnight; None for other texts.

    `24:00:00` is the midnight that ends the day, as in XML Schema.
    """
    if len(text) > MAX_TEXT:
        return None
    day_text, separator, time_text = text.partition("T")
    day = parse_date(day_text)
    if day is None:
        return None
    if not separator:
        return DateTime(day, Time(0))
    parsed = _parse_clock(time_text)
    return None if parsed is None else datetime_from_local(day.days * DAY + parsed[0], parsed[1])


def _parse_clock(text: str) -> tuple[int, Zone | None] | None:
    match = TIME.fullmatch(text)
    if not match:
        return None
    hour, minute, second, fraction, zone_text = match.groups()
    zone = parse_zone(zone_text) if zone_text else None
    nanoseconds = int(hour) * HOUR + int(minute) * MINUTE + int(second) * SECOND
    nanoseconds += int((fraction or "").ljust(9, "0"))
    fits = int(minute) < 60 and int(second) < 60 and nanoseconds <= DAY
    return (nanoseconds, zone) if fits and (zone or not zone_text) else None


def date_of(value: date) -> Date:
    """The FEEL date of a Python date."""
    return Date(value.year, value.month, value.day)


def time_of(value: time) -> Time:
    """The FEEL time of a Python time."""
    return Time(_nanoseconds(value), zone_of(value.tzinfo, value.utcoffset()))


def datetime_of(value: datetime) -> DateTime:
    """The FEEL date and time of a Python datetime."""
    zone = zone_of(value.tzinfo, value.utcoffset())
    return DateTime(date_of(value), Time(_nanoseconds(value), zone))


def zone_of(zone: tzinfo | None, offset: timedelta | None) -> Zone | None:
    """The FEEL zone of a Python one; what has no name in the database is an offset."""
    if isinstance(zone, ZoneInfo) and zone.key:
        return NamedZone(zone.key, zone)
    return None if offset is None else Offset(int(offset.total_seconds()))


def implied_zone(zone: tzinfo) -> Zone:
    """The FEEL zone of the zone of an environment; its distance from UTC may vary with the date."""
    if isinstance(zone, ZoneInfo) and zone.key:
        return NamedZone(zone.key, zone)
    offset = zone.utcoffset(None)
    return Offset(int(offset.total_seconds()) if offset else 0)


def python_datetime(value: DateTime, implied: tzinfo) -> datetime | None:
    """The aware Python datetime of a FEEL one, to the microsecond; None beyond years 1-9999.

    A value without a zone is taken to be in `implied`.
    """
    if not 1 <= value.date.year <= 9999:
        return None
    midnight = datetime(
        value.date.year, value.date.month, value.date.day, tzinfo=_tzinfo(value.zone, implied)
    )
    return midnight + timedelta(microseconds=value.time.nanoseconds // 1000)


def _tzinfo(zone: Zone | None, implied: tzinfo) -> tzinfo:
    if isinstance(zone, NamedZone):
        return zone.rules
    return implied if zone is None else timezone(timedelta(seconds=zone.seconds))


def _nanoseconds(value: time | datetime) -> int:
    return (
        value.hour * HOUR + value.minute * MINUTE + value.second * SECOND + value.microsecond * 1000
    )


Temporal = Date | Time | DateTime
