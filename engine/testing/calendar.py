"""The working calendar that procflow ships: tests count working days as the offices do."""

from __future__ import annotations

from importlib.resources import files

from ..procedure.calendar import WorkingCalendar
from ..procedure.calendar_reader import read_calendar


def shipped_calendar() -> WorkingCalendar:
    folder = files("procflow.processes").joinpath("calendars")
    years = (each for each in folder.iterdir() if each.name.endswith(".toml"))
    return read_calendar({each.name: each.read_bytes() for each in years})
