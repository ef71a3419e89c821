"""Dates, times and durations, held against Python's own where Python has them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procflow.engine.expressions import DateTime, Environment, compile_expression, evaluate, to_json
from procflow.engine.expressions.civil import (
    civil_from_days,
    day_of_year,
    days_from_civil,
    week_of_year,
    weekday,
)
from procflow.engine.expressions.durations import parse_duration
from procflow.engine.expressions.temporal import datetime_of, parse_datetime, python_datetime


@given(st.dates())
def test_the_calendar_is_pythons(day):
    days = days_from_civil(day.year, day.month, day.day)
    assert days == (day - date(1970, 1, 1)).days
    assert civil_from_days(days) == (day.year, day.month, day.day)
    assert weekday(days) == day.isoweekday()
    assert day_of_year(day.year, day.month, day.day) == day.timetuple().tm_yday
    assert week_of_year(day.year, day.month, day.day) == day.isocalendar().week


@given(st.integers(-(10**11), 10**11))
def test_every_day_number_is_one_day(days):
    assert days_from_civil(*civil_from_days(days)) == days


@given(st.datetimes(timezones=st.just(UTC)), st.timedeltas(timedelta(-400), timedelta(400)))
def test_adding_time_is_pythons(moment, duration):
    try:
        expected = moment + duration
    except OverflowError:
        return
    found = evaluate("moment + duration", {"moment": moment, "duration": duration})
    assert python_datetime(found, UTC) == expected


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=7))])))
def test_moments_survive_being_written(moment):
    value = datetime_of(moment)
    assert parse_datetime(str(value)) == value
    assert python_datetime(value, UTC) == moment


@given(st.integers(-(10**15), 10**15).map(lambda seconds: timedelta(microseconds=seconds)))
def test_durations_survive_being_written(duration):
    written = to_json(evaluate("d", {"d": duration}))
    assert evaluate("duration(text) = d", {"text": written, "d": duration}) is True


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('date("2024-02-29") + duration("P1Y")', "2025-02-28"),
        ('date("2024-01-31") + duration("P1M")', "2024-02-29"),
        ('date("2024-03-31") - duration("P1M")', "2024-02-29"),
        ('date("2024-01-01") + duration("PT36H")', "2024-01-02"),
        ('date("2024-01-03") - date("2024-01-01")', "P2D"),
        ('time("23:00:00") + duration("PT2H")', "01:00:00"),
        ('time("10:00:00") - time("08:30:00")', "PT1H30M"),
        (
            'date and time("2024-03-31T01:30:00@Europe/Paris") + duration("PT1H")',
            "2024-03-31T03:30:00@Europe/Paris",
        ),
        (
            'date and time("2024-10-27T00:00:00@Europe/Paris") + duration("P1D")',
            "2024-10-27T23:00:00@Europe/Paris",
        ),
        (
            'date and time("2024-01-01T00:00:00Z") - date and time("2024-01-01T07:00:00+07:00")',
            "PT0S",
        ),
        ('date and time("2024-01-01T00:00:00Z") - date and time("2024-01-01T00:00:00")', None),
        ('date and time("2026-12-31T24:00:00")', "2027-01-01T00:00:00"),
        ('time("24:00:00")', "00:00:00"),
        ('date("-0044-03-15")', "-0044-03-15"),
        ('date("999999999-12-31")', "999999999-12-31"),
        ('date("999999999-12-31") + duration("P1D")', None),
        ('date("9999-12-31") + duration("P1D")', "10000-01-01"),
        ('time("10:00:00.123456789")', "10:00:00.123456789"),
        ('duration("P1Y2M") * 2', "P2Y4M"),
        ('duration("P1D") / 2', "PT12H"),
        ('duration("PT36H") / duration("PT12H")', 3),
        ('-duration("PT1H")', "-PT1H"),
        ('abs(duration("-P1D"))', "P1D"),
        ('years and months duration(date("2023-08-24"), date("2026-08-23"))', "P2Y11M"),
        ('years and months duration(date("2026-08-23"), date("2023-08-24"))', "-P2Y11M"),
        ('date and time(date("2026-03-02"), time("08:00:00+07:00"))', "2026-03-02T08:00:00+07:00"),
        (
            'date and time(@"2026-03-02T08:00:00+07:00", "Europe/Paris")',
            "2026-03-02T02:00:00@Europe/Paris",
        ),
        ('last day of month(date("2024-02-10"))', "2024-02-29"),
        ('week of year(date("2005-01-01"))', 53),
        ('day of week(date("2026-03-02"))', "Monday"),
        ('time("10:00:00@Asia/Ho_Chi_Minh").time offset', "PT7H"),
        ('date and time("2026-03-02T08:00:00@Asia/Ho_Chi_Minh").timezone', "Asia/Ho_Chi_Minh"),
        ('cycle(3, duration("PT1H"))', "R3/PT1H"),
        ('for d in @"2026-02-27"..@"2026-03-01" return d.day', [27, 28, 1]),
    ],
)
def test_arithmetic(text, expected):
    assert to_json(evaluate(text, {})) == expected


@pytest.mark.parametrize(
    "text",
    ["2023-02-29", "2023-13-01", "23-01-01", "2023-1-1", "+2023-01-01", "02023-01-01", ""],
)
def test_what_is_no_date_is_null(text):
    assert evaluate("date(text)", {"text": text}) is None


@pytest.mark.parametrize("text", ["P", "PT", "P1H", "1D", "P1Y1D", "P1.5D", "PT1M1H", "P-1D", ""])
def test_what_is_no_duration_is_null(text):
    assert parse_duration(text) is None


def test_a_value_without_a_zone_is_read_in_the_environments_zone():
    text = '@"2026-03-02T08:00:00" = @"2026-03-02T01:00:00Z"'
    expression = compile_expression(text)
    assert expression.evaluate({}, Environment()).value is True
    assert expression.evaluate({}, Environment(zone=UTC)).value is False


def test_now_is_the_environments_and_null_without_one():
    moment = datetime(2026, 3, 2, 1, tzinfo=UTC)
    now = compile_expression("now()")
    assert to_json(now.evaluate({}, Environment(moment)).value) == "2026-03-02T08:00:00+07:00"
    assert (
        now.evaluate({}, Environment(lambda: moment)).value
        == now.evaluate({}, Environment(moment)).value
    )
    ticking = iter([moment, moment + timedelta(seconds=9)])
    twice = compile_expression("now() = now()")
    assert twice.evaluate({}, Environment(lambda: next(ticking))).value is True
    without = now.evaluate({})
    assert without.value is None
    assert [warning.key for warning in without.warnings] == ["feel.no-time"]
    assert to_json(evaluate("today()", {}, Environment(moment))) == "2026-03-02"


def test_python_moments_may_stand_in_the_context():
    value = evaluate("at", {"at": datetime(2026, 3, 2, 8, tzinfo=UTC)})
    assert isinstance(value, DateTime)
    assert str(value) == "2026-03-02T08:00:00Z"
