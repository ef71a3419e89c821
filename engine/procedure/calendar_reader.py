"""Reads a calendar from its TOML files: one a year, and the office hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from ..errors import Finding, Refused
from .calendar import SATURDAY, CalendarDay, WorkingCalendar
from .lines import toml_lines
from .office_hours import EVERY_UNIT, OfficeHours, Span, read_span
from .tables import Problem, TableReader
from .toml_file import parse_toml

RULE = "calendar"


class DayKind(StrEnum):
    OFF = "off"
    WORKING = "working"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTable:
    date: date
    kind: DayKind
    name: str
    confirmed: bool
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursTable:
    spans: tuple[str, ...]
    confirmed: bool
    source: str
    unit: str = EVERY_UNIT


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarTable:
    """One file. `year`: the whole year it tells of, if it tells of one."""

    year: int | None = None
    days: tuple[DayTable, ...] = ()
    hours: tuple[HoursTable, ...] = ()


def read_calendar(files: Mapping[str, bytes]) -> WorkingCalendar:
    """The calendar of a folder of TOML files, by their names.

    Raises Refused with a finding for each fault: a calendar that is half right counts wrong.
    """
    tables: list[CalendarTable] = []
    findings: list[Finding] = []
    for file in sorted(files):
        table, found = _read(file, files[file])
        tables.append(table)
        findings.extend(found)
    calendar = _calendar(tables)
    if not calendar.years or EVERY_UNIT not in calendar.units:
        problem = Problem((), "procedure.calendar-incomplete", {})
        findings.append(problem.finding(RULE, ", ".join(sorted(files)) or "-", {}))
    if findings:
        raise Refused(findings)
    return calendar


def _read(file: str, content: bytes) -> tuple[CalendarTable, list[Finding]]:
    text, values = parse_toml(file, content, RULE)
    reader = TableReader()
    table = reader.read(CalendarTable, values) or CalendarTable()
    lines = toml_lines(text)
    problems = [*reader.problems, *_of_days(table), *_of_hours(table)]
    return table, [problem.finding(RULE, file, lines) for problem in problems]


def _of_days(table: CalendarTable) -> Iterator[Problem]:
    seen: set[date] = set()
    for index, day in enumerate(table.days):
        path = ("days", index)
        if day.date.year != table.year:
            yield Problem(
                path, "procedure.day-of-other-year", {"day": day.date, "year": table.year}
            )
        if day.date in seen:
            yield Problem(path, "procedure.day-twice", {"day": day.date})
        if day.kind is DayKind.WORKING and day.date.weekday() < SATURDAY:
            yield Problem(path, "procedure.day-works-anyway", {"day": day.date})
        seen.add(day.date)


def _of_hours(table: CalendarTable) -> Iterator[Problem]:
    for index, hours in enumerate(table.hours):
        if _spans(hours) is None:
            spans = ", ".join(hours.spans)
            yield Problem(("hours", index, "spans"), "procedure.bad-spans", {"spans": spans})


def _spans(hours: HoursTable) -> tuple[Span, ...] | None:
    """The spans in order, or None when they are none, cannot be read or overlap."""
    spans = [span for span in map(read_span, hours.spans) if span is not None]
    follow = all(one.closes <= other.opens for one, other in pairwise(spans))
    return tuple(spans) if spans and len(spans) == len(hours.spans) and follow else None


def _calendar(tables: list[CalendarTable]) -> WorkingCalendar:
    days = [day for table in tables for day in table.days]
    hours = [(hours, _spans(hours)) for table in tables for hours in table.hours]
    return WorkingCalendar(
        years=frozenset(table.year for table in tables if table.year is not None),
        days={day.date: _calendar_day(day) for day in days},
        units={table.unit: _office_hours(table, spans) for table, spans in hours if spans},
    )


def _calendar_day(day: DayTable) -> CalendarDay:
    return CalendarDay(
        day=day.date,
        working=day.kind is DayKind.WORKING,
        name=day.name,
        confirmed=day.confirmed,
        source=day.source,
    )


def _office_hours(table: HoursTable, spans: tuple[Span, ...]) -> OfficeHours:
    return OfficeHours(unit=table.unit, spans=spans, confirmed=table.confirmed, source=table.source)
