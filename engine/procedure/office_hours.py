"""When an office is open on a working day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

EVERY_UNIT = "*"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a day in which the office is open."""

    opens: time
    closes: time

    def on(self, day: date, zone: tzinfo) -> tuple[datetime, datetime]:
        return datetime.combine(day, self.opens, zone), datetime.combine(day, self.closes, zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHours:
    """The hours of a unit and the units below it (`*`: of all that have none of their own)."""

    spans: tuple[Span, ...]
    unit: str = EVERY_UNIT
    confirmed: bool = False
    source: str = ""

    @property
    def opens(self) -> time:
        return self.spans[0].opens

    @property
    def closes(self) -> time:
        return self.spans[-1].closes


def read_span(text: str) -> Span | None:
    """The span of a text like `07:00-11:30`, or None."""
    opens, _, closes = (part.strip() for part in text.partition("-"))
    try:
        span = Span(time.fromisoformat(opens), time.fromisoformat(closes))
    except ValueError:
        return None
    return span if span.opens < span.closes else None
