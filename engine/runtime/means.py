"""What all nouns of the runtime work with: given by the engine, never changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from ..errors import BadConfiguration
from ..expressions import Environment
from ..expressions.environment import WorkingCalendar
from ..messages import Language
from ..model.actor import Actor
from ..model.job import Backoff
from ..model.job_type import JobTypeFacts
from ..storage.database import Database
from .occasion import Occasion
from .shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """clock and new_key: where time and ids come from. job_types: None when they are not known.
    intervals: least time between two jobs of a type, where it is limited."""

    database: Database
    shelf: Shelf
    clock: Callable[[], datetime]
    new_key: Callable[[], str]
    calendar: WorkingCalendar | None
    calendars: Mapping[str, WorkingCalendar]
    zone: tzinfo
    language: Language
    lease: timedelta
    backoff: Backoff
    message_life: timedelta
    job_types: Mapping[str, JobTypeFacts] | None
    intervals: Mapping[str, timedelta]

    def now(self) -> datetime:
        """The moment it is. Raises BadConfiguration when the clock tells no zone."""
        now = self.clock()
        if now.tzinfo is None:
            raise BadConfiguration("Expected a clock that tells its zone, but it gave a naive time")
        return now

    def occasion(self, actor: Actor) -> Occasion:
        return Occasion(actor=actor, now=self.now())

    def environment(self, now: datetime) -> Environment:
        """What the expressions of one step may know."""
        return Environment(
            now=now, calendar=self.calendar, zone=self.zone, calendars=self.calendars
        )
