"""Timers: those of instances, and those that start instances."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from ..model.actor import ENGINE
from ..model.definition import StartEvent
from ..model.step import FireTimer, Start
from ..model.timer import Timer
from ..storage.unit_of_work import UnitOfWork
from .advance import Advance
from .alarm import next_alarm
from .means import Means
from .transactions import Transactions

CLAIM = timedelta(seconds=60)
"""How long a scheduler may take to fire what it has claimed before another one does."""


class Timers:
    """`engine.timers`."""

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions

    def fire_due(self, limit: int = 100) -> int:
        """Fire what is due, each in its own transaction, the earliest first; returns how many."""
        now = self._means.now()
        timers = self._transactions.run(lambda unit: unit.timers.claim(limit, now, now + CLAIM))
        with self._means.database.look() as unit:
            starts = unit.start_events.due(now, limit)
        fired = [self._transactions.step(partial(self._fire, claimed=timer)) for timer in timers]
        fired += [self._transactions.run(partial(self._start, event=event)) for event in starts]
        self._means.database.tally.count("fired", by=sum(fired))
        return sum(fired)

    def next_due(self) -> datetime | None:
        """The earliest moment at which something is due."""
        with self._means.database.look() as unit:
            moments = (unit.timers.next_due(), unit.start_events.next_due())
        return min((moment for moment in moments if moment is not None), default=None)

    def _fire(self, unit: UnitOfWork, claimed: Timer) -> bool:
        instance = unit.instances.get(claimed.instance, lock=unit.lock)
        timer = unit.timers.get(claimed.instance, claimed.number)
        if instance is None or timer is None or timer.taken or timer.due != claimed.due:
            return False
        occasion = self._means.occasion(ENGINE)
        told = occasion.fact_at(timer, "fire-timer", due=timer.due.isoformat())
        advance = Advance(unit, self._means, occasion)
        step = FireTimer(wait=timer.number)
        taken = advance.take(instance, advance.restore(instance), [step], told)
        if taken.incident:
            unit.timers.take(timer)
        return True

    def _start(self, unit: UnitOfWork, event: StartEvent) -> bool:
        occasion = self._means.occasion(ENGINE)
        following = next_alarm(event, self._means.environment(occasion.now))
        if not unit.start_events.rearm(event, following):
            return False
        definition = unit.definitions.get(event.definition)
        if definition is None:
            return False
        step = Start(at=event.element)
        Advance(unit, self._means, occasion).begin(definition, None, step)
        return True
