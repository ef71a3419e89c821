"""Timers of instances, and timer start events."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from sqlalchemy import Integer, Update, bindparam, or_, select, tuple_, update

from ..model.timer import Timer
from .line import Line
from .rows import EventRows
from .statements import at, untrue
from .suspensions import free_wait, is_free
from .tables import TIMER


class TimerRows(EventRows[Timer]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, TIMER, Timer)

    def get(self, instance: str, number: int) -> Timer | None:
        """The timer, unless it is suspended."""
        place = at({"instance": instance, "number": number})
        return self.known_one(free_wait(TIMER, self._names), place)

    def claim(self, limit: int, now: datetime, until: datetime) -> list[Timer]:
        """The timers that are due, kept from other schedulers until the given moment.

        One statement.
        """
        timers = self.known(_claim(self._names), {"now": now, "until": until, "most": limit})
        return sorted(timers, key=lambda timer: (timer.due, timer.instance, timer.number))

    def of(self, instance: str) -> list[Timer]:
        """Those of an instance, the earliest first."""
        return self.all_at({"instance": instance}, order=("due", "number"))

    def next_due(self) -> datetime | None:
        """The earliest moment a timer is due at."""
        to_fire = select(TIMER.c.due).where(untrue(TIMER.c.taken), is_free(TIMER))
        return self._connection.scalar(to_fire.order_by(TIMER.c.due).limit(1))


@lru_cache(1)
def _claim(columns: tuple[str, ...]) -> Update:
    now = bindparam("now", type_=TIMER.c.due.type)
    free = or_(TIMER.c.claimed_until.is_(None), TIMER.c.claimed_until <= now)
    chosen = (
        select(TIMER.c.instance, TIMER.c.number)
        .where(untrue(TIMER.c.taken), TIMER.c.due <= now, free, is_free(TIMER))
        .order_by(TIMER.c.due, TIMER.c.instance, TIMER.c.number)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
        .cte("chosen")
    )
    theirs = select(chosen.c.instance, chosen.c.number)
    return (
        update(TIMER)
        .where(tuple_(TIMER.c.instance, TIMER.c.number).in_(theirs))
        .values(claimed_until=bindparam("until", type_=TIMER.c.due.type))
        .returning(*(TIMER.c[name] for name in columns))
    )
