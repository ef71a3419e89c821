from pathlib import Path

import pytest

from procflow.engine.procedure.calendar_reader import read_calendar

CALENDARS = Path(__file__).parents[3] / "processes" / "calendars"


@pytest.fixture(scope="session")
def calendar():
    """The calendar that is shipped."""
    return read_calendar({path.name: path.read_bytes() for path in CALENDARS.glob("*.toml")})
