"""When telephones may ring."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from procflow.engine.errors import BadConfiguration
from procflow.handlers.notification.quiet import NEVER, quiet_hours

NIGHT = quiet_hours("21:00-07:00")


def at(text):
    return datetime.fromisoformat(f"2026-03-{text}:00+07:00")


@pytest.mark.parametrize(
    ("moment", "hours"),
    [
        ("02T20:59", None),
        ("02T21:00", 10),
        ("02T23:30", 7.5),
        ("03T00:00", 7),
        ("03T06:30", 0.5),
        ("03T07:00", None),
    ],
)
def test_the_night_goes_over_midnight(moment, hours):
    wait = NIGHT.wait(at(moment))
    assert wait == (None if hours is None else timedelta(hours=hours))


def test_the_hours_are_vietnamese_wherever_the_machine_stands():
    assert NIGHT.wait(datetime(2026, 3, 2, 16, 0, tzinfo=UTC)) == timedelta(hours=8)


def test_hours_within_a_day():
    noon = quiet_hours("11:30-13:30")
    assert noon.wait(at("02T12:00")) == timedelta(hours=1.5)
    assert noon.wait(at("02T23:00")) is None


def test_the_limit_of_a_day_ends_in_the_morning():
    assert NIGHT.morning_after(at("02T10:00")) == timedelta(hours=21)


def test_no_hours_are_never_quiet():
    assert quiet_hours("") == NEVER
    assert quiet_hours("").wait(at("02T23:00")) is None


@pytest.mark.parametrize("text", ["21-7", "25:00-07:00", "21:00", "21:00–07:00", "9:00-7:00"])
def test_hours_that_are_none_are_refused(text):
    with pytest.raises(BadConfiguration, match="21:00-07:00"):
        quiet_hours(text)


@given(some.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 30)), some.times(), some.times())
def test_whoever_waits_is_not_told_to_wait_again(moment, begin, end):
    hours = quiet_hours(f"{begin:%H:%M}-{end:%H:%M}")
    now = moment.replace(tzinfo=UTC)
    wait = hours.wait(now)
    if wait is not None:
        assert timedelta(0) < wait <= timedelta(days=1)
        assert hours.wait(now + wait) is None
        assert (
            hours.end
            == (now + wait).astimezone(at("01T00:00").tzinfo).time()
            == time(hours.end.hour, hours.end.minute)
        )
