"""Counting a term out over a calendar, unit by unit, with the proof of each day left out.

Where a pause begins before the term has ended, the end moves by what the pause lasted in the
term's own unit: working days after the day it began up to and with the day it ended, and so on.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from .calendar import ONE_DAY, SATURDAY, WorkingCalendar
from .facts import Deadline, DeadlineCase, Unit
from .ledger import ClockState, Interval, Ledger
from .proof import ProofLine, Word, line

Term = Deadline | DeadlineCase
Dated = tuple[date, ProofLine]
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Count:
    """Where the term ends, and how it was counted."""

    end: datetime
    proof: tuple[ProofLine, ...] = ()


def by_working_days(term: Term, ledger: Ledger, calendar: WorkingCalendar) -> Count:
    """Working days, the first not counted; of `same-day` the first is the only one."""
    first, proof = _first_day(term, ledger, calendar)
    same_day = term.unit is Unit.SAME_DAY
    end = calendar.next_working_day(first) if same_day else calendar.working_day(first, term.value)
    dated: list[Dated] = []
    for pause, until in _ended(ledger):
        if calendar.local(pause.since) <= calendar.closing(end):
            since = calendar.local(pause.since).date()
            days = calendar.working_days_between(since, calendar.local(until).date())
            end = calendar.working_day(end, days)
            dated.append(_dated(pause, Unit.WORKING_DAY, Decimal(days), calendar))
    dated.extend(_left_out(first, end, calendar))
    return Count(calendar.closing(end), (*proof, *_in_order(dated)))


def by_days(term: Term, ledger: Ledger, calendar: WorkingCalendar) -> Count:
    """Calendar days; an end on a day off rolls to the next working day."""
    return _by_calendar(term, ledger, calendar, lambda first: first + ONE_DAY * term.value)


def by_months(term: Term, ledger: Ledger, calendar: WorkingCalendar) -> Count:
    """Calendar months, to the same day of the month or its last; an end on a day off rolls."""
    return _by_calendar(term, ledger, calendar, lambda first: months_after(first, term.value))


def by_office_hours(term: Term, ledger: Ledger, calendar: WorkingCalendar) -> Count:
    """Hours the office is open."""
    start, proof = _first_moment(term, ledger, calendar)
    end = calendar.add_hours(start, Decimal(term.value))
    dated: list[Dated] = []
    for pause, until in _ended(ledger):
        if calendar.local(pause.since) <= end:
            hours = _hours(calendar.open_time_between(pause.since, until))
            end = calendar.add_hours(end, hours)
            dated.append(_dated(pause, Unit.WORKING_HOUR, hours, calendar))
    dated.extend(_left_out(start.date(), end.date(), calendar))
    return Count(end, (*proof, *_in_order(dated)))


def by_hours(term: Term, ledger: Ledger, calendar: WorkingCalendar) -> Count:
    """Hours by the clock."""
    start, proof = _first_moment(term, ledger, calendar)
    end = start + HOUR * term.value
    dated: list[Dated] = []
    for pause, until in _ended(ledger):
        if calendar.local(pause.since) <= end:
            end += until - pause.since
            dated.append(_dated(pause, Unit.HOUR, _hours(until - pause.since), calendar))
    return Count(end, (*proof, *_in_order(dated)))


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _by_calendar(
    term: Term, ledger: Ledger, calendar: WorkingCalendar, count: Callable[[date], date]
) -> Count:
    first, proof = _first_day(term, ledger, calendar)
    last = count(first)
    dated: list[Dated] = []
    for pause, until in _ended(ledger):
        since = calendar.local(pause.since).date()
        if since <= last:
            days = (calendar.local(until).date() - since).days
            last += ONE_DAY * days
            dated.append(_dated(pause, Unit.DAY, Decimal(days), calendar))
    end = calendar.next_working_day(last)
    rolled = (line("rolled", day=last), *_in_order(list(_left_out(last - ONE_DAY, end, calendar))))
    return Count(
        calendar.closing(end), (*proof, *_in_order(dated), *(rolled if end != last else ()))
    )


def _first_day(
    term: Term, ledger: Ledger, calendar: WorkingCalendar
) -> tuple[date, tuple[ProofLine, ...]]:
    """The day the count begins with, which is itself not counted."""
    start = _started(ledger, calendar)
    first = calendar.reckoned(start, term.cutoff)
    proof = _reckoned(start.date(), first, term.cutoff)
    if term.unit is Unit.SAME_DAY:
        return first, proof
    return first, (*proof, line("first-day", day=first))


def _first_moment(
    term: Term, ledger: Ledger, calendar: WorkingCalendar
) -> tuple[datetime, tuple[ProofLine, ...]]:
    """The moment the count begins with: by the cutoff, the opening of the next working day."""
    start = _started(ledger, calendar)
    first = calendar.reckoned(start, term.cutoff)
    if first == start.date():
        return start, ()
    opening = datetime.combine(first, calendar.hours.opens, calendar.zone)
    return opening, _reckoned(start.date(), first, term.cutoff)


def _reckoned(came: date, first: date, cutoff: time | None) -> tuple[ProofLine, ...]:
    return (line("reckoned", day=first, cutoff=cutoff),) if came != first else ()


def _started(ledger: Ledger, calendar: WorkingCalendar) -> datetime:
    if ledger.started is None:
        raise AssertionError  # the clock asks for a count only once it has started
    return calendar.local(ledger.started)


def _ended(ledger: Ledger) -> Iterator[tuple[Interval, datetime]]:
    """The pauses that are over, with their ends."""
    for interval in ledger.counted:
        if interval.state is ClockState.PAUSED and interval.until is not None:
            yield interval, interval.until


def _dated(pause: Interval, unit: Unit, amount: Decimal, calendar: WorkingCalendar) -> Dated:
    since = calendar.local(pause.since)
    told = line(
        "paused",
        since=since,
        until=calendar.local(pause.until) if pause.until else since,
        why=Word(f"procedure.pause-{pause.reasons[0]}"),
        length=Word(f"procedure.term-{unit.value}", {"value": f"{amount.normalize():f}"}),
    )
    return since.date(), told


def _left_out(first: date, last: date, calendar: WorkingCalendar) -> Iterator[Dated]:
    """Why the days after `first` up to and with `last` count otherwise than their weekday says."""
    for number in range(1, (last - first).days + 1):
        day = first + ONE_DAY * number
        special = calendar.special(day)
        if special is not None:
            key = ("worked" if special.working else "off") + (
                "" if special.confirmed else "-unconfirmed"
            )
            about = {"day": day, "name": special.name, "source": special.source}
            yield day, line(key, sure=special.confirmed, **about)
        elif day.weekday() >= SATURDAY:
            yield day, line("weekend", day=day)


def _in_order(dated: list[Dated]) -> tuple[ProofLine, ...]:
    return tuple(told for _, told in sorted(dated, key=lambda pair: pair[0]))


def _hours(length: timedelta) -> Decimal:
    return Decimal(length // timedelta(microseconds=1)) / 3_600_000_000
