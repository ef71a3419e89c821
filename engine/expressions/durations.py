"""Durations: days and time, years and months, and working time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import total_ordering

from .numbers import SCALE, shown

SECOND = 1_000_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR

MAX_NANOSECONDS = 10**33
MAX_MONTHS = 10**20
MAX_DIGITS = 40
DAYS_TIME = re.compile(
    r"(-?)P(?=[\dT])(?:(\d{1,18})D)?"
    r"(?:T(?=\d)(?:(\d{1,18})H)?(?:(\d{1,18})M)?(?:(\d{1,18})(?:\.(\d{0,9}))?S)?)?"
)
YEARS_MONTHS = re.compile(r"(-?)P(?=\d)(?:(\d{1,18})Y)?(?:(\d{1,18})M)?")


@total_ordering
@dataclass(frozen=True, slots=True)
class DaysTime:
    """A days and time duration; exact to the nanosecond."""

    nanoseconds: int

    def __lt__(self, other: DaysTime) -> bool:
        return self.nanoseconds < other.nanoseconds

    @property
    def seconds(self) -> Decimal:
        """The whole duration in seconds."""
        return SCALE.divide(Decimal(self.nanoseconds), Decimal(SECOND))

    def part(self, name: str) -> Decimal | None:
        """The property `days`, `hours`, `minutes` or `seconds`; it has the duration's sign."""
        size, above = DAYS_TIME_PARTS.get(name, (0, 0))
        if not size:
            return None
        amount = abs(self.nanoseconds) % above // size if above else abs(self.nanoseconds) // size
        return Decimal(-amount if self.nanoseconds < 0 else amount)

    def __str__(self) -> str:
        days, rest = divmod(abs(self.nanoseconds), DAY)
        hours, rest = divmod(rest, HOUR)
        minutes, rest = divmod(rest, MINUTE)
        seconds = shown(SCALE.divide(Decimal(rest), Decimal(SECOND)))
        parts = ((hours, "H"), (minutes, "M"), (seconds if rest else 0, "S"))
        clock = "".join(f"{amount}{unit}" for amount, unit in parts if amount)
        text = (f"{days}D" if days else "") + (f"T{clock}" if clock else "")
        return ("-P" if self.nanoseconds < 0 else "P") + (text or "T0S")


DAYS_TIME_PARTS = {
    "days": (DAY, 0),
    "hours": (HOUR, DAY),
    "minutes": (MINUTE, HOUR),
    "seconds": (SECOND, MINUTE),
}


@total_ordering
@dataclass(frozen=True, slots=True)
class YearsMonths:
    """A years and months duration."""

    months: int

    def __lt__(self, other: YearsMonths) -> bool:
        return self.months < other.months

    def part(self, name: str) -> Decimal | None:
        """The property `years` or `months`; negative for a negative duration."""
        years, months = divmod(abs(self.months), 12)
        amount = {"years": years, "months": months}.get(name)
        if amount is None:
            return None
        return Decimal(-amount if self.months < 0 else amount)

    def __str__(self) -> str:
        years, months = divmod(abs(self.months), 12)
        text = (f"{years}Y" if years else "") + (f"{months}M" if months or not years else "")
        return ("-P" if self.months < 0 else "P") + text


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """Working days and hours, to be laid on a calendar (`working days(3)`)."""

    days: int
    hours: Decimal = Decimal(0)

    def __str__(self) -> str:
        if not self.hours:
            return f"working days({self.days})"
        if not self.days:
            return f"working hours({shown(self.hours)})"
        return f"working days({self.days}) + working hours({shown(self.hours)})"

    def __add__(self, other: WorkingTime) -> WorkingTime:
        return WorkingTime(self.days + other.days, SCALE.add(self.hours, other.hours))


Duration = DaysTime | YearsMonths


def parse_duration(text: str) -> Duration | None:
    """The duration of an ISO 8601 text without weeks, or None.

    Years and months do not mix with days and time (DMN 1.5, 10.3.2.3.6).
    """
    if match := YEARS_MONTHS.fullmatch(text):
        sign, years, months = match.groups()
        return years_months(_signed(sign, int(years or 0) * 12 + int(months or 0)))
    if match := DAYS_TIME.fullmatch(text):
        return _days_time(match)
    return None


def _days_time(match: re.Match[str]) -> DaysTime | None:
    sign, days, hours, minutes, seconds, fraction = match.groups()
    whole = int(days or 0) * DAY + int(hours or 0) * HOUR + int(minutes or 0) * MINUTE
    small = int(seconds or 0) * SECOND + int((fraction or "").ljust(9, "0"))
    return days_time(_signed(sign, whole + small))


def _signed(sign: str, amount: int) -> int:
    return -amount if sign else amount


def days_time(nanoseconds: int) -> DaysTime | None:
    """The duration, or None beyond 10^33 nanoseconds."""
    return DaysTime(nanoseconds) if abs(nanoseconds) <= MAX_NANOSECONDS else None


def years_months(months: int) -> YearsMonths | None:
    """The duration, or None beyond 10^20 months."""
    return YearsMonths(months) if abs(months) <= MAX_MONTHS else None


def from_seconds(seconds: Decimal) -> DaysTime | None:
    """The duration of a number of seconds, rounded to the nanosecond, or None if too long."""
    if seconds.adjusted() > MAX_DIGITS:
        return None
    return days_time(int(SCALE.multiply(seconds, Decimal(SECOND)).to_integral_value()))


def from_months(months: Decimal) -> YearsMonths | None:
    """The duration of a number of months, its fraction cut off, or None if too long."""
    return None if months.adjusted() > MAX_DIGITS else years_months(int(months))
