"""Functions of dates and times (DMN 1.5, 10.3.4.10) and the present moment."""

from __future__ import annotations

from decimal import Decimal

from ..civil import day_of_year, days_in_month, week_of_year, weekday
from ..durations import DaysTime, YearsMonths
from ..numbers import whole
from ..run import Run
from ..temporal import Date, DateTime, datetime_of
from .registry import Overload, Unfit, feel

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_of(value: Date | DateTime) -> Date:
    return value.date if isinstance(value, DateTime) else value


@feel("now()")
def now(run: Run) -> DateTime:
    """The environment's moment. Unfit where no time was given."""
    moment = run.now()
    if moment is None:
        raise Unfit("feel.no-time")
    return datetime_of(moment)


@feel("today()")
def today(run: Run) -> Date:
    moment: DateTime = now.implementation(run)
    return moment.date


@feel("day of year(date: date|date and time)")
def day_of_the_year(_: Run, date: Date | DateTime) -> Decimal:
    day = day_of(date)
    return Decimal(day_of_year(day.year, day.month, day.day))


@feel("day of week(date: date|date and time)")
def day_of_week(_: Run, date: Date | DateTime) -> str:
    return DAYS[weekday(day_of(date).days) - 1]


@feel("month of year(date: date|date and time)")
def month_of_year(_: Run, date: Date | DateTime) -> str:
    return MONTHS[day_of(date).month - 1]


@feel("week of year(date: date|date and time)")
def week_of_the_year(_: Run, date: Date | DateTime) -> Decimal:
    day = day_of(date)
    return Decimal(week_of_year(day.year, day.month, day.day))


@feel("last day of month(date: date|date and time)")
def last_day_of_month(_: Run, date: Date | DateTime) -> Date:
    """The last day of the date's month (Camunda)."""
    day = day_of(date)
    return Date(day.year, day.month, days_in_month(day.year, day.month))


@feel("cycle(interval: days and time duration|years and months duration)")
def cycle(_: Run, interval: DaysTime | YearsMonths) -> str:
    """A timer cycle without end, as ISO 8601 writes it (Camunda)."""
    return f"R/{interval}"


@feel("cycle(repetitions: number?, interval: days and time duration|years and months duration)")
def cycle_times(_: Run, repetitions: Decimal | None, interval: DaysTime | YearsMonths) -> str:
    """A timer cycle of so many repetitions (Camunda)."""
    if repetitions is None:
        return f"R/{interval}"
    times = whole(repetitions)
    if times is None or times < 0:
        raise Unfit("feel.length", length=repetitions)
    return f"R{times}/{interval}"


TEMPORAL: tuple[Overload, ...] = (
    now,
    today,
    day_of_the_year,
    day_of_week,
    month_of_year,
    week_of_the_year,
    last_day_of_month,
    cycle,
    cycle_times,
)
