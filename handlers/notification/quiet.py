"""The hours in which nobody's telephone should ring."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from ...engine.errors import BadConfiguration
from ..local_time import local

WRITTEN = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From `begin` to `end` in Vietnamese time, over midnight where `end` is earlier; at `end`
    itself the telephone may ring again. Both the same: never quiet.
    """

    begin: time
    end: time

    def wait(self, now: datetime) -> timedelta | None:
        """How long it is still quiet; None while it is not."""
        here = local(now)
        since = _on(here, self.begin)
        if since > here:
            since -= timedelta(days=1)
        until = since + (_on(here, self.end) - _on(here, self.begin)) % timedelta(days=1)
        return until - here if here < until else None

    def morning_after(self, now: datetime) -> timedelta:
        """How long it is until the quiet hours end on the next day."""
        here = local(now)
        return _on(here + timedelta(days=1), self.end) - here


NEVER = QuietHours(time(7), time(7))


def quiet_hours(text: str) -> QuietHours:
    """The hours written as `21:00-07:00`; none for an empty text. Raises BadConfiguration."""
    if not text:
        return NEVER
    parts = WRITTEN.fullmatch(text.replace(" ", ""))
    if parts is None:
        raise BadConfiguration.of("notification.quiet-hours", text=text)
    hour, minute, end_hour, end_minute = map(int, parts.groups())
    return QuietHours(time(hour, minute), time(end_hour, end_minute))


def _on(day: datetime, clock: time) -> datetime:
    return day.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
