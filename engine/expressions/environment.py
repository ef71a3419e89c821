"""What an evaluation may know of the world, and how much it may use up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone, tzinfo
from typing import Protocol

from .durations import WorkingTime

VIETNAM = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")


class WorkingCalendar(Protocol):
    """A calendar of working time; `engine.procedure` has the real one."""

    def add(self, start: datetime, time: WorkingTime) -> datetime:
        """The moment at which the working time that begins at `start` is used up."""
        ...


@dataclass(frozen=True, slots=True)
class Budget:
    """How much one evaluation may use up before it ends with BudgetExceeded.

    steps: about one for each part of an expression evaluated again and again, and for each item
    handled; a step takes 50-200 ns. depth: calls within calls. list: items of one list. string:
    characters of one string. warnings: kept at most; more are dropped.
    """

    steps: int = 200_000
    depth: int = 100
    list: int = 100_000
    string: int = 500_000
    warnings: int = 100


@dataclass(frozen=True, slots=True)
class Environment:
    """What an expression may know besides its variables. Time is given, never asked for.

    now: the moment of `now()` and `today()`, or what gives it; without it both are null with a
    warning. calendar: for `add working time`. zone: of `now()`, and of values without a zone where
    they meet values with one. calendars: more of them, by the name an expression uses.
    """

    now: Callable[[], datetime] | datetime | None = None
    calendar: WorkingCalendar | None = None
    zone: tzinfo = VIETNAM
    budget: Budget = Budget()
    calendars: Mapping[str, WorkingCalendar] = field(default_factory=dict)

    def moment(self) -> datetime | None:
        """The present moment in the environment's zone, or None when no time was given."""
        now = self.now() if callable(self.now) else self.now
        if now is None:
            return None
        return now.replace(tzinfo=self.zone) if now.tzinfo is None else now.astimezone(self.zone)


NOWHERE = Environment()
