from datetime import time

import pytest

from procflow.engine.errors import Refused
from procflow.engine.procedure.calendar_reader import read_calendar
from procflow.engine.procedure.office_hours import EVERY_UNIT

YEAR = """
year = 2026
[[days]]
date = 2026-01-01
kind = "off"
name = "Tết Dương lịch"
confirmed = true
source = "Bộ luật Lao động"
"""
HOURS = """
[[hours]]
unit = "*"
spans = ["07:30-11:30", "13:00-17:00"]
confirmed = true
source = "Quy chế làm việc"

[[hours]]
unit = "H56.14"
spans = ["08:00-12:00"]
confirmed = false
source = "Quy chế làm việc"
"""


def read(year=YEAR, hours=HOURS):
    return read_calendar({"2026.toml": year.encode(), "office-hours.toml": hours.encode()})


def test_hours_are_those_of_the_nearest_unit_above():
    calendar = read()
    assert calendar.hours.unit == EVERY_UNIT
    assert calendar.for_unit("H56").hours.unit == EVERY_UNIT
    assert calendar.for_unit("H56.14").hours.closes == time(12)
    assert calendar.for_unit("H56.14.01").hours.closes == time(12)
    assert calendar.for_unit("H56.145").hours.closes == time(17)


@pytest.mark.parametrize(
    ("before", "after", "key", "line"),
    [
        ("date = 2026-01-01", "date = 2025-01-01", "day-of-other-year", 3),
        ('kind = "off"', 'kind = "working"', "day-works-anyway", 3),
        ('kind = "off"', 'kind = "holiday"', "not-choice", 5),
        ("confirmed = true\n", "", "missing-key", 3),
        ('name = "', 'title = "', "unknown-key", 6),
        ("year = 2026", "yaer = 2026", "unknown-key-near", 2),
    ],
)
def test_a_faulty_day_is_refused_with_its_line(before, after, key, line):
    with pytest.raises(Refused) as refused:
        read(YEAR.replace(before, after))
    assert (f"procedure.{key}", line) in [(f.key, f.line) for f in refused.value.findings]
    assert all(finding.sentence("vi") for finding in refused.value.findings)


def test_a_day_is_told_once():
    with pytest.raises(Refused, match="Expected each day once"):
        read(YEAR + YEAR.partition("2026\n")[2])


@pytest.mark.parametrize(
    "spans", ['["07:30"]', '["11:30-07:30"]', '["07:30-12:00", "11:00-17:00"]', "[]", '["x-y"]']
)
def test_faulty_hours_are_refused(spans):
    hours = HOURS.replace('["08:00-12:00"]', spans)
    with pytest.raises(Refused, match="Expected spans like '07:00-11:30'"):
        read(hours=hours)


@pytest.mark.parametrize(("year", "hours"), [("", HOURS), (YEAR, ""), ("", "")])
def test_a_calendar_needs_a_year_and_hours(year, hours):
    with pytest.raises(Refused, match="at least one year and office hours"):
        read(year, hours)


def test_no_files_are_no_calendar():
    with pytest.raises(Refused, match="at least one year"):
        read_calendar({})
