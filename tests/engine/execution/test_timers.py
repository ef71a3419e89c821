"""When timers are due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from procflow.engine.execution import ExecutionFailure
from procflow.engine.execution.timers import BadTimer, arm, due, next_round
from procflow.engine.expressions import Environment

VIETNAM = timezone(timedelta(hours=7))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def environment(text: str) -> Environment:
    return Environment(now=at(text))


def test_dates_durations_and_working_time_in_a_drawing(play, every_day):
    instance = play("timers", {"day": "2026-03-20", "days": 2}, calendar=every_day)
    assert {wait.element: wait.due.isoformat() for wait in instance.waits("timer")} == {
        "on_date": "2026-03-02T02:30:00+00:00",
        "on_day": "2026-03-19T17:00:00+00:00",
        "next_month": "2026-04-02T01:00:00+00:00",
        "in_days": "2026-03-04T01:00:00+00:00",
        "working": "2026-03-02T04:00:00+00:00",
    }
    assert instance.passes(days=31).ended


@pytest.mark.parametrize(
    "written",
    ["2026-03-02T02:00:00Z", "2026-03-02T09:00:00+07:00[Asia/Ho_Chi_Minh]", "2026-03-02T09:00:00"],
)
def test_a_moment_with_an_offset_a_zone_or_neither(written):
    armed = arm("date", written, environment("2026-03-02T08:00:00"))
    assert armed["due"] == at("2026-03-02T09:00:00")


@pytest.mark.parametrize("given", [None, 5, "soon", "P1DT", "PT", "P", True, "2026-03-02", "R/P1D"])
def test_what_is_no_duration_is_a_failure(play, given):
    with pytest.raises(ExecutionFailure) as caught:
        play("timer_wrong", {"given": given})
    assert caught.value.kind == "timer-value"


@pytest.mark.parametrize(
    ("now", "text", "then"),
    [
        ("2026-01-31T08:00:00", "P1M", "2026-02-28T08:00:00"),
        ("2028-01-31T08:00:00", "P1M", "2028-02-29T08:00:00"),
        ("2028-02-29T08:00:00", "P1Y", "2029-02-28T08:00:00"),
        ("2026-01-01T02:00:00", "P1M1DT1H", "2026-02-02T03:00:00"),
        ("2026-01-01T02:00:00", "P2W", "2026-01-15T02:00:00"),
        ("2026-01-01T02:00:00", "PT1.5S", "2026-01-01T02:00:01.500000"),
        ("2026-01-01T02:00:00", "-P1D", "2025-12-31T02:00:00"),
        ("2026-01-01T02:00:00", "P13M", "2027-02-01T02:00:00"),
    ],
)
def test_durations_on_the_calendar(now, text, then):
    assert arm("duration", text, environment(now))["due"] == at(then)


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("2026-03-02T09:30:00+09:00", "2026-03-02T07:30:00"),
        ("2026-03-02T09:30:00Z", "2026-03-02T16:30:00"),
        ("2026-03-02T09:30", "2026-03-02T09:30:00"),
        ("2026-03-02", "2026-03-02T00:00:00"),
    ],
)
def test_dates_without_a_zone_are_in_the_environments(text, then):
    assert arm("date", text, environment("2026-01-01T00:00:00"))["due"] == at(then)


def test_a_cycle_of_months_does_not_drift():
    timer = arm("cycle", "R3/P1M", environment("2026-01-31T08:00:00"))
    dues = []
    while timer is not None:
        dues.append(timer["due"].astimezone(VIETNAM).date().isoformat())
        timer = next_round(timer, Environment(now=timer["due"]))
    assert dues == ["2026-02-28", "2026-03-31", "2026-04-30"]


def test_missed_rounds_count_as_one():
    timer = arm("cycle", "R5/PT10S", environment("2026-01-01T00:00:00"))
    timer = next_round(timer, environment("2026-01-01T00:00:35"))
    assert (timer["due"], timer["left"]) == (at("2026-01-01T00:00:40"), 4)
    timer = next_round(timer, environment("2026-01-01T00:00:40"))
    assert (timer["due"], timer["left"]) == (at("2026-01-01T00:00:50"), 3)


def test_a_cycle_goes_on_even_if_now_stands_still():
    timer = arm("cycle", "R/PT10S", environment("2026-01-01T00:00:00"))
    timer = next_round(timer, environment("2026-01-01T00:00:00"))
    assert (timer["due"], timer["left"]) == (at("2026-01-01T00:00:20"), -1)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("R/2026-01-05T08:00:00+07:00/P1D", "2026-01-05T08:00:00"),
        ("R/2025-12-01T08:00:00+07:00/P1D", "2026-01-01T08:00:00"),
        ("R/2025-12-31T08:00:00+07:00/P1M", "2026-01-31T08:00:00"),
        ("R2/2026-01-01T00:00:00+07:00/PT1H", "2026-01-01T00:00:00"),
    ],
)
def test_a_cycle_may_say_when_it_begins(text, first):
    assert arm("cycle", text, environment("2026-01-01T00:00:00"))["due"] == at(first)


@pytest.mark.parametrize(
    "text", ["R0/PT1S", "R3/PT0S", "R3/-PT1S", "R3", "R-1/PT1S", "0 0 * * *", "R/P1D/2027-01-01"]
)
def test_what_is_no_cycle(text):
    with pytest.raises(BadTimer):
        arm("cycle", text, environment("2026-01-01T00:00:00"))


def test_a_moment_may_be_said_as_a_duration():
    now = environment("2026-01-01T00:00:00")
    assert due("P1D", now) == due("2026-01-02", now) == at("2026-01-02T00:00:00")


def test_a_moment_beyond_the_calendar_is_no_timer():
    with pytest.raises(BadTimer):
        arm("duration", "P99999Y", environment("2026-01-01T00:00:00"))
    with pytest.raises(BadTimer):
        arm("duration", "PT9999999999999H", environment("2026-01-01T00:00:00"))


def test_moments_are_in_utc():
    assert arm("duration", "PT1S", environment("2026-01-01T00:00:00"))["due"].tzinfo is UTC
