"""Conversion functions (DMN 1.5, 10.3.4.1)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, TypeVar

from ..durations import SECOND, DaysTime, Duration, YearsMonths, parse_duration
from ..numbers import number, whole
from ..range_text import parse_range
from ..ranges import Range
from ..run import Run
from ..temporal import (
    Date,
    DateTime,
    Time,
    datetime_from_instant,
    make_date,
    make_time,
    parse_date,
    parse_datetime,
    parse_time,
)
from ..text import text
from ..zones import MAX_OFFSET, UTC, Offset, Zone, named_zone, parse_zone
from .registry import Overload, Unfit, feel

NUMBER = re.compile(r"-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?")
T = TypeVar("T")
PARSE_STEPS, RANGE_STEPS, ZONE_STEPS = 50, 500, 600
SEPARATORS = {" ", ",", ".", None}


def found(value: T | None, source: object) -> T:
    """The value, when there is one. Raises Unfit."""
    if value is None:
        raise Unfit("feel.not-convertible", value=str(source))
    return value


def in_zone(run: Run, value: T | None, source: str) -> T:
    """The value of a text; looking for a zone that is not there takes long. Raises Unfit."""
    if value is None and "@" in source:
        run.spend(ZONE_STEPS)
    return found(value, source)


def integer(value: Decimal) -> int:
    """The number as an integer. Raises Unfit for fractions."""
    return found(whole(value), value)


@feel("date(from: string|date|date and time)", PARSE_STEPS)
def date(_: Run, source: str | Date | DateTime) -> Date:
    if isinstance(source, DateTime):
        return source.date
    return source if isinstance(source, Date) else found(parse_date(source), source)


@feel("date(year: number, month: number, day: number)")
def date_of_parts(_: Run, year: Decimal, month: Decimal, day: Decimal) -> Date:
    made = make_date(integer(year), integer(month), integer(day))
    return found(made, f"{year}-{month}-{day}")


@feel("date and time(from: string|date|date and time)", PARSE_STEPS)
def date_and_time(run: Run, source: str | Date | DateTime) -> DateTime:
    if isinstance(source, Date):
        return DateTime(source, Time(0, UTC))
    if isinstance(source, DateTime):
        return source
    return in_zone(run, parse_datetime(source), source)


@feel("date and time(date: date|date and time, time: time)")
def date_and_time_of_parts(_: Run, day: Date | DateTime, time: Time) -> DateTime:
    return DateTime(day.date if isinstance(day, DateTime) else day, time)


@feel("date and time(date: date and time, timezone: string)", PARSE_STEPS)
def date_and_time_in_zone(run: Run, moment: DateTime, timezone: str) -> DateTime:
    """The same moment seen from another zone (Camunda)."""
    zone = zone_named(run, timezone)
    return found(datetime_from_instant(moment.instant(run.zone), zone), moment)


@feel(
    "date and time(year: number, month: number, day: number, hour: number, minute: number, "
    "second: number, offset?: days and time duration|string)"
)
def date_and_time_of_numbers(
    run: Run,
    year: Decimal,
    month: Decimal,
    day: Decimal,
    hour: Decimal,
    minute: Decimal,
    second: Decimal,
    offset: DaysTime | str | None,
) -> DateTime:
    zone = zone_named(run, offset) if isinstance(offset, str) else zone_of(offset)
    made = make_time(integer(hour), integer(minute), second, zone)
    day_made = make_date(integer(year), integer(month), integer(day))
    return DateTime(found(day_made, f"{year}-{month}-{day}"), found(made, hour))


@feel("time(from: string|time|date|date and time)", PARSE_STEPS)
def time(run: Run, source: str | Time | Date | DateTime) -> Time:
    if isinstance(source, DateTime):
        return source.time
    if isinstance(source, Date):
        return Time(0, UTC)
    return source if isinstance(source, Time) else in_zone(run, parse_time(source), source)


@feel("time(hour: number, minute: number, second: number, offset?: days and time duration)")
def time_of_parts(
    _: Run, hour: Decimal, minute: Decimal, second: Decimal, offset: DaysTime | None
) -> Time:
    made = make_time(integer(hour), integer(minute), second, zone_of(offset))
    return found(made, f"{hour}:{minute}:{second}")


def zone_named(run: Run, name: str) -> Zone:
    """The zone of `Z`, `+07:00` or of a name of the time zone database. Raises Unfit."""
    zone = parse_zone(name) or named_zone(name)
    if zone is None:
        run.spend(ZONE_STEPS)
        raise Unfit("feel.not-convertible", value=name[:40])
    return zone


def zone_of(offset: DaysTime | None) -> Zone | None:
    """The zone at a distance from UTC. Raises Unfit beyond 18 hours."""
    if offset is None:
        return None
    seconds = offset.nanoseconds // SECOND
    if abs(seconds) > MAX_OFFSET:
        raise Unfit("feel.not-convertible", value=str(offset))
    return Offset(seconds)


@feel("number(from: string|number)")
def number_of(run: Run, source: str | Decimal) -> Decimal:
    if not isinstance(source, str):
        return source
    run.slow_string_of(len(source))
    return parse_number(source)


@feel("number(from: string, grouping separator: string?, decimal separator?: string)")
def number_with_separators(
    run: Run, source: str, grouping: str | None, decimal: str | None
) -> Decimal:
    run.slow_string_of(len(source))
    fits = grouping in SEPARATORS and decimal in (".", ",", None)
    if not fits or (grouping == decimal and grouping is not None):
        raise Unfit("feel.separators")
    plain = source.replace(grouping, "") if grouping else source
    return parse_number(plain.replace(decimal, ".") if decimal else plain)


def parse_number(source: str) -> Decimal:
    """The number of a text. Raises Unfit."""
    if not NUMBER.fullmatch(source):
        raise Unfit("feel.not-convertible", value=source[:40])
    return number(source)


@feel("string(from: any)")
def string(run: Run, value: Any) -> str | None:
    if value is None:
        return None
    written = text(run, value)
    run.string_of(len(written))
    return written


@feel("duration(from: string|days and time duration|years and months duration)", PARSE_STEPS)
def duration(_: Run, source: str | Duration) -> Duration:
    made = parse_duration(source) if isinstance(source, str) else source
    if made is None:
        raise Unfit("feel.not-convertible", value=str(source))
    return made


@feel("years and months duration(from: date|date and time, to: date|date and time)")
def years_and_months(_: Run, start: Date | DateTime, end: Date | DateTime) -> YearsMonths:
    """Whole months from one day to the other, negative backwards."""
    first = start.date if isinstance(start, DateTime) else start
    last = end.date if isinstance(end, DateTime) else end
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > 0 and last.day < first.day:
        months -= 1
    if months < 0 and last.day > first.day:
        months += 1
    return YearsMonths(months)


@feel("range(from: string)", RANGE_STEPS)
def range_of(_: Run, source: str) -> Range:
    return found(parse_range(source), source)


CONVERSION: tuple[Overload, ...] = (
    date,
    date_of_parts,
    date_and_time,
    date_and_time_of_parts,
    date_and_time_in_zone,
    date_and_time_of_numbers,
    time,
    time_of_parts,
    number_of,
    number_with_separators,
    string,
    duration,
    years_and_months,
    range_of,
)
