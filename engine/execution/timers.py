"""When a timer is due: pure functions of a value and an environment. All moments are in UTC.

Years and months are laid on the calendar of the environment's zone (31 January plus one month is 28
or 29 February); a cycle counts from its first moment, so that it does not drift; rounds that were
missed count as one.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from ..bpmn.iso8601 import without_zone
from ..expressions import (
    Date,
    DateTime,
    DaysTime,
    Environment,
    WorkingTime,
    YearsMonths,
)
from ..expressions.temporal import parse_datetime, python_datetime

DURATION = re.compile(
    r"(?P<sign>[+-]?)P(?=.)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?=.)(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:[.,]\d+)?)S)?)?"
)
CYCLE = re.compile(r"R(?P<rounds>\d*)/(?:(?P<start>[^/P][^/]*)/)?(?P<every>P[^/]+)")


class BadTimer(ValueError):
    """The value is no moment, duration or cycle."""


class Interval:
    """Months on the calendar, then exact time."""

    __slots__ = ("exact", "months")

    def __init__(self, months: int, exact: timedelta) -> None:
        self.months = months
        self.exact = exact

    def after(self, start: datetime, environment: Environment, times: int = 1) -> datetime:
        local = start.astimezone(environment.zone)
        year, month = divmod(local.year * 12 + local.month - 1 + self.months * times, 12)
        moved = _clamped(local, year, month + 1) if self.months else local
        return moved.astimezone(UTC) + self.exact * times

    @property
    def is_positive(self) -> bool:
        return self.months >= 0 and self.exact >= timedelta(0) and bool(self.months or self.exact)


def _clamped(local: datetime, year: int, month: int) -> datetime:
    for day in range(local.day, 27, -1):
        try:
            return local.replace(year=year, month=month, day=day)
        except ValueError:
            continue
    return local.replace(year=year, month=month)


# -- arming -------------------------------------------------------------------------------------


def arm(timer: str, value: Any, environment: Environment) -> dict[str, Any]:
    """What a waiting timer remembers: `due`; of a cycle also `first`, `every`, `round`, `left`.

    left: rounds still to come, this one included; -1 without end.

    Raises BadTimer for what is no such timer.
    """
    try:
        return _ARM[timer](value, environment)
    except (OverflowError, ValueError) as error:
        raise BadTimer(str(error)) from error


def _arm_date(value: Any, environment: Environment) -> dict[str, Any]:
    return {"due": moment(value, environment)}


def _arm_duration(value: Any, environment: Environment) -> dict[str, Any]:
    return {"due": later(value, environment)}


def _arm_cycle(value: Any, environment: Environment) -> dict[str, Any]:
    match = CYCLE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise BadTimer
    every, rounds, now = interval(match["every"]), match["rounds"], present(environment)
    if not every.is_positive or (rounds and int(rounds) == 0):
        raise BadTimer
    first, passed = now, 1
    if match["start"]:
        first = moment(match["start"], environment)
        passed = rounds_until(first, every, now, environment)
    left = int(rounds) if rounds else -1
    armed = {"first": first, "every": match["every"], "round": passed, "left": left}
    return armed | {"due": every.after(first, environment, passed)}


_ARM = {"date": _arm_date, "duration": _arm_duration, "cycle": _arm_cycle}


def next_round(timer: dict[str, Any], environment: Environment) -> dict[str, Any] | None:
    """The timer after a round: the first due moment after now, or None when no round is left."""
    if timer.get("left", 1) == 1:
        return None
    every, now = interval(timer["every"]), present(environment)
    following = timer["round"] + 1
    due = every.after(timer["first"], environment, following)
    if due <= now:
        following = rounds_until(timer["first"], every, now, environment, past=True)
        due = every.after(timer["first"], environment, following)
    return {**timer, "left": max(timer["left"] - 1, -1), "round": following, "due": due}


def rounds_until(
    first: datetime, every: Interval, now: datetime, environment: Environment, past: bool = False
) -> int:
    """How many intervals after `first` lead to `now` or later (with `past`: truly later)."""
    length = every.exact + timedelta(days=31 * every.months)
    rounds = max(0, (now - first) // length)
    while (due := every.after(first, environment, rounds)) < now or (past and due == now):
        rounds += 1
    return rounds


# -- values -------------------------------------------------------------------------------------


def present(environment: Environment) -> datetime:
    now = environment.moment()
    if now is None:
        raise BadTimer
    return now.astimezone(UTC)


def moment(value: Any, environment: Environment) -> datetime:
    """A date, or date and time, of FEEL or as ISO text; without a zone in the environment's."""
    if isinstance(value, str) and "@" in value:
        value = parse_datetime(value.strip())
    if isinstance(value, DateTime):
        found = python_datetime(value, environment.zone)
    else:
        found = _from_text(str(value) if isinstance(value, Date) else value)
    if found is None:
        raise BadTimer
    return (found if found.tzinfo else found.replace(tzinfo=environment.zone)).astimezone(UTC)


def _from_text(text: Any) -> datetime:
    if not isinstance(text, str):
        raise BadTimer
    written = without_zone(text.strip())
    if "T" in written:
        return datetime.fromisoformat(written)
    return datetime.combine(date.fromisoformat(written), time())


def later(value: Any, environment: Environment) -> datetime:
    """Now plus a duration: of FEEL, ISO text, or working time on the environment's calendar."""
    now = present(environment)
    if isinstance(value, WorkingTime):
        if environment.calendar is None:
            raise BadTimer
        return environment.calendar.add(now, value).astimezone(UTC)
    return interval(value).after(now, environment)


def due(value: Any, environment: Environment) -> datetime:
    """A moment said in any way: as date and time, or as a duration from now."""
    is_duration = isinstance(value, DaysTime | YearsMonths | WorkingTime) or (
        isinstance(value, str) and DURATION.fullmatch(value.strip())
    )
    try:
        return later(value, environment) if is_duration else moment(value, environment)
    except (OverflowError, ValueError) as error:
        raise BadTimer(str(error)) from error


def interval(value: Any) -> Interval:
    if isinstance(value, DaysTime):
        return Interval(0, timedelta(microseconds=value.nanoseconds // 1000))
    if isinstance(value, YearsMonths):
        return Interval(value.months, timedelta(0))
    match = DURATION.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise BadTimer
    return _interval(match)


def _interval(match: re.Match[str]) -> Interval:
    sign = -1 if match["sign"] == "-" else 1
    whole = {
        name: int(match[name] or 0)
        for name in ("years", "months", "weeks", "days", "hours", "minutes")
    }
    months = whole.pop("years") * 12 + whole.pop("months")
    seconds = float((match["seconds"] or "0").replace(",", "."))
    return Interval(sign * months, sign * timedelta(seconds=seconds, **whole))
