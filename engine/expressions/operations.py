"""Arithmetic: for each operator a table from the types of its operands to what it does.

From DMN 1.5, tables 53 to 56. A function gives None where there is no result; ArithmeticError is
for its caller to catch.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from .civil import days_in_month
from .durations import (
    DAY,
    SECOND,
    DaysTime,
    WorkingTime,
    YearsMonths,
    days_time,
    from_months,
    from_seconds,
    years_months,
)
from .numbers import SCALE, ZERO
from .temporal import (
    Date,
    DateTime,
    Time,
    date_from_days,
    datetime_from_instant,
    datetime_from_local,
    make_date,
)
from .zones import UTC, NamedZone

Operation = Callable[[Any, Any], Any]
Table = dict[tuple[type, type], Operation]


def add_months(day: Date, duration: YearsMonths) -> Date | None:
    """The day so many months on; the last of the month where there is no such day."""
    years, month = divmod(day.year * 12 + day.month - 1 + duration.months, 12)
    return make_date(years, month + 1, min(day.day, days_in_month(years, month + 1)))


def datetime_add_months(moment: DateTime, duration: YearsMonths) -> DateTime | None:
    day = add_months(moment.date, duration)
    return None if day is None else DateTime(day, moment.time)


def datetime_add(moment: DateTime, duration: DaysTime) -> DateTime | None:
    """The moment so much time on; across a change of the clocks, real time counts."""
    if isinstance(moment.zone, NamedZone):
        instant = moment.instant(UTC) + duration.nanoseconds
        return datetime_from_instant(instant, moment.zone)
    return datetime_from_local(moment.local + duration.nanoseconds, moment.zone)


def date_add(day: Date, duration: DaysTime) -> Date | None:
    return date_from_days((day.days * DAY + duration.nanoseconds) // DAY)


def time_add(time: Time, duration: DaysTime) -> Time:
    return Time((time.nanoseconds + duration.nanoseconds) % DAY, time.zone)


def datetime_subtract(left: DateTime, right: DateTime) -> DaysTime | None:
    """The time between; undefined where only one of the two has a zone."""
    if (left.zone is None) != (right.zone is None):
        return None
    return DaysTime(left.instant(UTC) - right.instant(UTC))


def time_subtract(left: Time, right: Time) -> DaysTime | None:
    if (left.offset is None) != (right.offset is None):
        return None
    shift = (left.offset or 0) - (right.offset or 0)
    return DaysTime(left.nanoseconds - right.nanoseconds - shift * SECOND)


def midnight(day: Date, like: DateTime) -> DateTime:
    """The midnight that begins a day, in UTC where it meets a value with a zone."""
    return DateTime(day, Time(0, UTC if like.zone else None))


def scaled(duration: DaysTime, factor: Decimal) -> DaysTime | None:
    return from_seconds(SCALE.multiply(duration.seconds, factor))


def scaled_months(duration: YearsMonths, factor: Decimal) -> YearsMonths | None:
    return from_months(SCALE.multiply(Decimal(duration.months), factor))


def divided(duration: DaysTime, divisor: Decimal) -> DaysTime | None:
    return from_seconds(SCALE.divide(duration.seconds, divisor))


def divided_months(duration: YearsMonths, divisor: Decimal) -> YearsMonths | None:
    return from_months(SCALE.divide(Decimal(duration.months), divisor))


def swapped(operation: Operation) -> Operation:
    return lambda left, right: operation(right, left)


def negated(duration: Any) -> Any:
    """The duration backwards."""
    if type(duration) is DaysTime:
        return DaysTime(-duration.nanoseconds)
    return YearsMonths(-duration.months)


def backwards(operation: Operation) -> Operation:
    return lambda left, right: operation(left, negated(right))


ADD: Table = {
    (Decimal, Decimal): SCALE.add,
    (Date, YearsMonths): add_months,
    (Date, DaysTime): date_add,
    (DateTime, YearsMonths): datetime_add_months,
    (DateTime, DaysTime): datetime_add,
    (Time, DaysTime): time_add,
    (DaysTime, DaysTime): lambda a, b: days_time(a.nanoseconds + b.nanoseconds),
    (YearsMonths, YearsMonths): lambda a, b: years_months(a.months + b.months),
    (WorkingTime, WorkingTime): lambda a, b: a + b,
}
ADD |= {
    (right, left): swapped(operation)
    for (left, right), operation in ADD.items()
    if left is not right
}

SUBTRACT: Table = {
    (left, right): backwards(operation)
    for (left, right), operation in ADD.items()
    if right in (DaysTime, YearsMonths) and left not in (DaysTime, YearsMonths)
}
SUBTRACT |= {
    (Decimal, Decimal): SCALE.subtract,
    (Date, Date): lambda a, b: DaysTime((a.days - b.days) * DAY),
    (Date, DateTime): lambda a, b: datetime_subtract(midnight(a, b), b),
    (DateTime, Date): lambda a, b: datetime_subtract(a, midnight(b, a)),
    (DateTime, DateTime): datetime_subtract,
    (Time, Time): time_subtract,
    (DaysTime, DaysTime): lambda a, b: days_time(a.nanoseconds - b.nanoseconds),
    (YearsMonths, YearsMonths): lambda a, b: years_months(a.months - b.months),
}

MULTIPLY: Table = {
    (Decimal, Decimal): SCALE.multiply,
    (DaysTime, Decimal): scaled,
    (YearsMonths, Decimal): scaled_months,
    (Decimal, DaysTime): swapped(scaled),
    (Decimal, YearsMonths): swapped(scaled_months),
}

DIVIDE: Table = {
    (Decimal, Decimal): SCALE.divide,
    (DaysTime, Decimal): divided,
    (YearsMonths, Decimal): divided_months,
    (DaysTime, DaysTime): lambda a, b: SCALE.divide(a.seconds, b.seconds),
    (YearsMonths, YearsMonths): lambda a, b: SCALE.divide(Decimal(a.months), Decimal(b.months)),
}

POWER: Table = {
    (Decimal, Decimal): lambda a, b: SCALE.power(a, b) if a != ZERO or b != ZERO else Decimal(1),
}

TABLES: dict[str, Table] = {
    "+": ADD,
    "-": SUBTRACT,
    "*": MULTIPLY,
    "/": DIVIDE,
    "**": POWER,
}
