"""What administrative procedures need: working time and Vietnamese amounts."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from ..durations import WorkingTime
from ..environment import WorkingCalendar
from ..numbers import SCALE, whole
from ..run import Run
from ..temporal import Date, DateTime, Time, datetime_of, python_datetime
from .registry import Overload, Unfit, feel
from .vietnamese import amount_in_words


@feel("working days(n: number)", 30)
def working_days(_: Run, days: Decimal) -> WorkingTime:
    count = whole(days)
    if count is None or abs(count) > 100_000:
        raise Unfit("feel.length", length=days)
    return WorkingTime(count)


@feel("working hours(n: number)")
def working_hours(_: Run, hours: Decimal) -> WorkingTime:
    if abs(hours) > 1_000_000:
        raise Unfit("feel.length", length=hours)
    return WorkingTime(0, hours)


@feel("add working time(from: date|date and time, duration: working time, calendar?: string)")
def add_working_time(
    run: Run, start: Date | DateTime, duration: WorkingTime, calendar: str | None
) -> DateTime:
    """The moment at which the working time is used up, by the environment's calendar."""
    begin = DateTime(start, Time(0)) if isinstance(start, Date) else start
    moment = python_datetime(begin, run.environment.zone)
    if moment is None:
        raise Unfit("feel.not-convertible", value=str(start))
    run.spend(100 + 10 * abs(duration.days))
    return datetime_of(chosen(run, calendar).add(moment, duration))


def chosen(run: Run, name: str | None) -> WorkingCalendar:
    """The calendar of a name, or the environment's own. Raises Unfit."""
    calendar = run.environment.calendars.get(name) if name else run.environment.calendar
    if calendar is None:
        raise Unfit("feel.no-calendar", name=name or "-")
    return calendar


@feel("vnd(amount: number)")
def vnd(_: Run, amount: Decimal) -> str:
    """An amount of money as it is written in Vietnam: `150.000 đ`."""
    rounded = amount.quantize(Decimal(1), ROUND_HALF_UP, SCALE)
    return f"{rounded:,}".replace(",", ".") + " đ"


@feel("amount in words(n: number, unit?: string)", 150)
def in_words(_: Run, amount: Decimal, unit: str | None) -> str:
    """A whole amount in Vietnamese words: `Một trăm năm mươi nghìn đồng`."""
    count = whole(amount)
    if count is None or abs(count) >= 10**18:
        raise Unfit("feel.not-countable", value=amount)
    words: Any = amount_in_words(count, "đồng" if unit is None else unit)
    return str(words)


PROCEDURE: tuple[Overload, ...] = (
    working_days,
    working_hours,
    add_working_time,
    vnd,
    in_words,
)
