"""The working calendar: which days count, when offices are open, and working time laid on it.

Counting follows the Civil Code 2015, art. 147-148: the first day is not counted, and a period ends
with its last day, which here is the moment the office closes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from decimal import Decimal

from ..errors import BadConfiguration
from ..expressions import WorkingTime
from ..expressions.environment import VIETNAM
from .office_hours import EVERY_UNIT, OfficeHours

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day that is not what its weekday says: a weekday off, a Saturday worked."""

    day: date
    working: bool
    name: str
    confirmed: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """A calendar of whole years. Its `hours` are those of `unit`, or of the nearest unit above it.

    Every method takes moments in any zone (without one: in the calendar's) and answers in the
    calendar's zone. A day of a year it does not know raises BadConfiguration.
    """

    years: frozenset[int]
    days: Mapping[date, CalendarDay]
    units: Mapping[str, OfficeHours]
    unit: str = EVERY_UNIT
    zone: tzinfo = VIETNAM

    def for_unit(self, unit: str) -> WorkingCalendar:
        """The same calendar with the hours of another unit, named by its code (`H56.14.01`)."""
        return replace(self, unit=unit)

    @property
    def hours(self) -> OfficeHours:
        code = self.unit
        while code not in self.units and code:
            code = code.rpartition(".")[0]
        return self.units[code or EVERY_UNIT]

    def is_working_day(self, day: date) -> bool:
        special = self.special(day)
        return special.working if special else day.weekday() < SATURDAY

    def special(self, day: date) -> CalendarDay | None:
        """Why the day is not what its weekday says, or None when it is."""
        if day.year not in self.years:
            raise BadConfiguration(
                f"Expected a calendar that knows {day.isoformat()}, but it knows "
                f"{min(self.years)} to {max(self.years)}; add the year to processes/calendars"
            )
        return self.days.get(day)

    def working_day(self, day: date, number: int) -> date:
        """The working day that many after `day` (before it, if negative); `day` is not counted."""
        for working in _first(self._working_days(day, ONE_DAY if number > 0 else -ONE_DAY), number):
            day = working
        return day

    def next_working_day(self, day: date) -> date:
        """The day itself if it is a working day, else the first one after it."""
        return day if self.is_working_day(day) else self.working_day(day, 1)

    def working_days_between(self, first: date, last: date) -> int:
        """The working days after `first` up to and with `last`; negative if `last` is earlier."""
        if last < first:
            return -self.working_days_between(last, first)
        span = (first + ONE_DAY * number for number in range(1, (last - first).days + 1))
        return sum(1 for day in span if self.is_working_day(day))

    def closing(self, day: date) -> datetime:
        """The moment the office closes on a working day."""
        return datetime.combine(day, self.hours.closes, self.zone)

    def reckoned(self, moment: datetime, cutoff: time | None) -> date:
        """The day something counts as received.

        With a cutoff (the 15:00 rule), what comes later or on a day off is the next working day's;
        without one it is the day's it came on.
        """
        local = self.local(moment)
        if cutoff is None:
            return local.date()
        late = local.time() > cutoff and self.is_working_day(local.date())
        return self.next_working_day(local.date() + ONE_DAY if late else local.date())

    def add(self, start: datetime, time: WorkingTime) -> datetime:
        """The moment at which the working time that begins at `start` is used up.

        Days end when the office closes on the last of them; hours then go on from there. Without
        days, hours run from `start`, or from the next moment the office is open. Negative time
        counts backwards.
        """
        moment = self.local(start)
        if time.days:
            moment = self.closing(self.working_day(moment.date(), time.days))
        if time.hours or not time.days:
            moment = self.add_hours(moment, time.hours)
        return moment

    def add_hours(self, start: datetime, hours: Decimal) -> datetime:
        """The moment that many office hours after `start`, or before it if negative."""
        left = _length(hours)
        if left < timedelta():
            return self._back(self.local(start), -left)
        moment = self.local(start)
        for opens, closes in self._open_spans(moment.date(), ONE_DAY):
            begins = max(opens, moment)
            if begins <= closes and closes - begins >= left:
                return begins + left
            left -= max(timedelta(), closes - begins)
        raise AssertionError  # pragma: no cover - spans never end, days of unknown years raise

    def open_time_between(self, first: datetime, last: datetime) -> timedelta:
        """How long the office was open from one moment to another; zero if `last` is earlier."""
        begins, ends = self.local(first), self.local(last)
        total = timedelta()
        for opens, closes in self._open_spans(begins.date(), ONE_DAY):
            if opens >= ends:
                return total
            total += max(timedelta(), min(closes, ends) - max(opens, begins))
        raise AssertionError  # pragma: no cover - as above

    def is_open(self, moment: datetime) -> bool:
        """Whether the office is open, its opening and closing moments included."""
        local = self.local(moment)
        if not self.is_working_day(local.date()):
            return False
        return any(span.opens <= local.time() <= span.closes for span in self.hours.spans)

    def local(self, moment: datetime) -> datetime:
        """The moment in the calendar's zone."""
        if moment.tzinfo is None:
            return moment.replace(tzinfo=self.zone)
        return moment.astimezone(self.zone)

    def _back(self, moment: datetime, left: timedelta) -> datetime:
        for opens, closes in self._open_spans(moment.date(), -ONE_DAY):
            ends = min(closes, moment)
            if opens <= ends and ends - opens >= left:
                return ends - left
            left -= max(timedelta(), ends - opens)
        raise AssertionError  # pragma: no cover - as above

    def _working_days(self, day: date, step: timedelta) -> Iterator[date]:
        while True:
            day += step
            if self.is_working_day(day):
                yield day

    def _open_spans(self, day: date, step: timedelta) -> Iterator[tuple[datetime, datetime]]:
        """The open spans from a day on, in the direction of `step`."""
        spans = self.hours.spans if step > timedelta() else self.hours.spans[::-1]
        while True:
            if self.is_working_day(day):
                yield from (span.on(day, self.zone) for span in spans)
            day += step


def _first(days: Iterable[date], number: int) -> Iterator[date]:
    for _, day in zip(range(abs(number)), days, strict=False):
        yield day


def _length(hours: Decimal) -> timedelta:
    """Exact to the microsecond."""
    return timedelta(microseconds=int((hours * 3_600_000_000).to_integral_value()))
