from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from procflow.engine.errors import BadConfiguration
from procflow.engine.expressions import WorkingTime

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
VIETNAM = timezone(timedelta(hours=7))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


# The working days of 2026, computed by hand from the official days off.
@pytest.mark.parametrize(
    ("accepted", "days", "due"),
    [
        ("2026-02-13", 3, "2026-02-25"),
        ("2026-02-12", 10, "2026-03-05"),
        ("2026-04-24", 2, "2026-04-29"),
        ("2026-04-29", 1, "2026-05-04"),
        ("2026-01-09", 1, "2026-01-10"),
        ("2026-08-21", 1, "2026-08-22"),
        ("2026-08-28", 3, "2026-09-07"),
        ("2026-11-23", 2, "2026-11-26"),
    ],
)
@pytest.mark.parametrize("hour", ["07:00", "12:15", "16:59"])
def test_working_days_end_when_the_office_closes(calendar, accepted, days, due, hour):
    end = calendar.add(at(f"{accepted}T{hour}"), WorkingTime(days))
    assert end == at(f"{due}T17:00")
    assert calendar.working_days_between(date.fromisoformat(accepted), end.date()) == days
    back = calendar.add(end, WorkingTime(-days))
    assert back == at(f"{accepted}T17:00")


@pytest.mark.parametrize(
    ("start", "hours", "end"),
    [
        ("2026-03-02T08:00", "1", "2026-03-02T09:00"),
        ("2026-03-02T11:00", "1", "2026-03-02T14:00"),  # over lunch
        ("2026-03-02T11:00", "0.5", "2026-03-02T11:30"),
        ("2026-03-02T12:00", "1", "2026-03-02T14:30"),  # in the lunch break
        ("2026-03-02T16:00", "2", "2026-03-03T08:00"),  # over night
        ("2026-03-02T05:00", "1", "2026-03-02T08:00"),  # before opening
        ("2026-03-06T16:00", "8", "2026-03-09T16:00"),  # over a weekend
        ("2026-03-07T10:00", "0", "2026-03-09T07:00"),  # nothing, on a Saturday
        ("2026-03-02T17:00", "0", "2026-03-02T17:00"),
        ("2026-03-03T08:00", "-2", "2026-03-02T16:00"),
        ("2026-03-08T08:00", "-0.25", "2026-03-06T16:45"),
        ("2026-02-13T16:30", "1", "2026-02-23T07:30"),  # over Tết
    ],
)
def test_working_hours_run_while_the_office_is_open(calendar, start, hours, end):
    assert calendar.add(at(start), WorkingTime(0, Decimal(hours))) == at(end)


def test_hours_after_days_go_on_from_the_end_of_the_last_day(calendar):
    assert calendar.add(at("2026-03-02T09:00"), WorkingTime(1, Decimal(4))) == at(
        "2026-03-04T11:00"
    )


def test_moments_of_any_zone_are_answered_in_vietnam(calendar):
    late = datetime(2026, 3, 2, 18, tzinfo=UTC)  # 01:00 on the third in Vietnam
    assert calendar.add(late, WorkingTime(1)) == at("2026-03-04T17:00")
    assert calendar.add(late, WorkingTime(1)).utcoffset() == timedelta(hours=7)
    assert calendar.add(datetime(2026, 3, 2, 9), WorkingTime(1)) == at("2026-03-03T17:00")


@pytest.mark.parametrize(
    ("moment", "cutoff", "day"),
    [
        ("2026-03-02T15:00", time(15), "2026-03-02"),
        ("2026-03-02T15:01", time(15), "2026-03-03"),
        ("2026-03-06T15:01", time(15), "2026-03-09"),
        ("2026-03-07T09:00", time(15), "2026-03-09"),
        ("2026-03-07T16:00", time(15), "2026-03-09"),
        ("2026-02-13T15:30", time(15), "2026-02-23"),
        ("2026-03-02T15:01", None, "2026-03-02"),
        ("2026-03-07T09:00", None, "2026-03-07"),
    ],
)
def test_the_fifteen_hour_rule(calendar, moment, cutoff, day):
    assert calendar.reckoned(at(moment), cutoff) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2026-01-02", False),
        ("2026-01-10", True),
        ("2026-03-07", False),
        ("2026-04-27", False),
        ("2026-08-22", True),
        ("2026-11-24", False),
        ("2025-04-26", True),
        ("2025-05-02", False),
    ],
)
def test_days_off_and_worked_saturdays(calendar, day, working):
    assert calendar.is_working_day(date.fromisoformat(day)) is working


def test_every_listed_day_says_where_it_comes_from(calendar):
    assert all(day.name and day.source for day in calendar.days.values())
    assert not any(day.confirmed for day in calendar.days.values() if day.day.year == 2027)
    assert all(day.confirmed for day in calendar.days.values() if day.day.year == 2025)


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("2026-03-02T06:59", False),
        ("2026-03-02T07:00", True),
        ("2026-03-02T11:30", True),
        ("2026-03-02T12:00", False),
        ("2026-03-02T17:01", False),
        ("2026-03-07T09:00", False),
    ],
)
def test_when_the_office_is_open(calendar, moment, open_):
    assert calendar.is_open(at(moment)) is open_


def test_a_year_nobody_entered_is_refused(calendar):
    with pytest.raises(BadConfiguration, match=r"Expected a calendar that knows 2028-01-0\d"):
        calendar.add(at("2027-12-31T09:00"), WorkingTime(1))
    with pytest.raises(BadConfiguration, match="add the year to processes/calendars"):
        calendar.add_hours(at("2024-12-30T09:00"), Decimal(1))


MOMENTS = st.datetimes(datetime(2025, 6, 1), datetime(2027, 6, 30)).map(
    lambda moment: moment.replace(tzinfo=VIETNAM)
)
DAYS = st.integers(1, 40)
HOURS = st.decimals(0, 100, places=2)


@SHARED
@given(MOMENTS, DAYS, DAYS)
def test_days_add_up(calendar, start, one, other):
    stepwise = calendar.add(calendar.add(start, WorkingTime(one)), WorkingTime(other))
    assert stepwise == calendar.add(start, WorkingTime(one + other))


@SHARED
@given(MOMENTS, HOURS, HOURS)
def test_hours_add_up(calendar, start, one, other):
    stepwise = calendar.add_hours(calendar.add_hours(start, one), other)
    assert stepwise == calendar.add_hours(start, one + other)


@SHARED
@given(MOMENTS, MOMENTS, st.integers(0, 40), HOURS)
def test_whoever_starts_later_ends_no_earlier(calendar, one, other, days, hours):
    earlier, later = sorted((one, other))
    amount = WorkingTime(days, hours)
    assert calendar.add(earlier, amount) <= calendar.add(later, amount)


@SHARED
@given(MOMENTS, DAYS, HOURS)
def test_working_time_ends_at_a_working_moment_after_the_start(calendar, start, days, hours):
    for amount in (WorkingTime(days), WorkingTime(0, hours), WorkingTime(days, hours)):
        end = calendar.add(start, amount)
        assert calendar.is_open(end)
        assert end >= start
        assert calendar.is_open(calendar.add(start, WorkingTime(-amount.days, -amount.hours)))


@SHARED
@given(MOMENTS, DAYS)
def test_between_the_start_and_the_end_lie_the_days_added(calendar, start, days):
    end = calendar.add(start, WorkingTime(days))
    assert calendar.working_days_between(start.date(), end.date()) == days
    assert calendar.working_days_between(end.date(), start.date()) == -days


@SHARED
@given(MOMENTS, st.decimals(0, 100, places=2))
def test_between_the_start_and_the_end_lies_the_time_added(calendar, start, hours):
    end = calendar.add_hours(start, hours)
    assert calendar.open_time_between(start, end) == timedelta(seconds=float(hours * 3600))


@SHARED
@given(MOMENTS, MOMENTS)
def test_the_cutoff_never_turns_the_order_round(calendar, one, other):
    earlier, later = sorted((one, other))
    assert calendar.reckoned(earlier, time(15)) <= calendar.reckoned(later, time(15))
    assert calendar.is_working_day(calendar.reckoned(one, time(15)))
