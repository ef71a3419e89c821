"""Timers of instances, and timer start events."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, and_, delete, or_, select, tuple_, update

from ..model.timer import Timer
from .rows import Rows, of_instance
from .suspensions import is_free
from .tables import TIMER


class TimerRows(Rows[Timer]):
    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, TIMER, Timer)

    def get(self, instance: str, number: int) -> Timer | None:
        """The timer, unless it is suspended."""
        here = and_(TIMER.c.instance == instance, TIMER.c.number == number)
        return self.one(self.select().where(here, is_free(TIMER)))

    def claim(self, limit: int, now: datetime, until: datetime) -> list[Timer]:
        """The timers that are due, kept from other schedulers until the given moment.

        One statement.
        """
        free = or_(TIMER.c.claimed_until.is_(None), TIMER.c.claimed_until <= now)
        chosen = (
            select(TIMER.c.instance, TIMER.c.number)
            .where(and_(~TIMER.c.taken, TIMER.c.due <= now, free, is_free(TIMER)))
            .order_by(TIMER.c.due, TIMER.c.instance, TIMER.c.number)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("chosen")
        )
        claim = (
            update(TIMER)
            .where(
                tuple_(TIMER.c.instance, TIMER.c.number).in_(
                    select(chosen.c.instance, chosen.c.number)
                )
            )
            .values(claimed_until=until)
            .returning(*self.columns)
        )
        timers = self.records(self._connection.execute(claim).all())
        return sorted(timers, key=lambda timer: (timer.due, timer.instance, timer.number))

    def take(self, timer: Timer) -> None:
        """Mark that it fired, but its step failed."""
        self._connection.execute(
            update(TIMER)
            .where(TIMER.c.instance == timer.instance, TIMER.c.number == timer.number)
            .values(taken=True)
        )

    def close(self, instance: str, numbers: Collection[int] | None) -> None:
        """Take away those of the numbers that are timers; None: all of the instance."""
        self._connection.execute(delete(TIMER).where(*of_instance(TIMER, instance, numbers)))

    def of(self, instance: str) -> list[Timer]:
        return self.all(
            self.select().where(TIMER.c.instance == instance).order_by(TIMER.c.due, TIMER.c.number)
        )

    def next_due(self) -> datetime | None:
        """The earliest moment a timer is due at."""
        to_fire = select(TIMER.c.due).where(~TIMER.c.taken, is_free(TIMER))
        return self._connection.scalar(to_fire.order_by(TIMER.c.due).limit(1))
