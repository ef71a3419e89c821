"""Who waits for signals, and signals on their way."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from sqlalchemy import Integer, Select, and_, bindparam, exists, select

from ..model.message import SignalDelivery, SignalSubscription
from .line import Line
from .rows import EventRows, Rows
from .statements import untrue
from .suspensions import is_free, start_is_free
from .tables import SIGNAL_DELIVERY, SIGNAL_SUBSCRIPTION, START_EVENT


class SignalSubscriptionRows(EventRows[SignalSubscription]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, SIGNAL_SUBSCRIPTION, SignalSubscription)

    def waiting(self, name: str, besides: str | None = None) -> list[SignalSubscription]:
        """Who waits for the signal now, besides the instance that throws it."""
        sub = SIGNAL_SUBSCRIPTION
        statement = self.select().where(sub.c.name == name, untrue(sub.c.taken))
        if besides is not None:
            statement = statement.where(sub.c.instance != besides)
        return self.all(statement.order_by(sub.c.instance, sub.c.number))


class SignalDeliveryRows(Rows[SignalDelivery]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, SIGNAL_DELIVERY, SignalDelivery)

    def waiting(self, limit: int = 100) -> list[SignalDelivery]:
        """Signals on their way to waits that are not suspended, in the order they were sent."""
        return self.known(_waiting(self._names), {"most": limit})

    def arrive(self, delivery: SignalDelivery) -> bool:
        """Take the delivery off its way; False when another has done so."""
        return self.remove({"key": delivery.key}) == 1


@lru_cache(1)
def _waiting(columns: tuple[str, ...]) -> Select[Any]:
    sub, sent = SIGNAL_SUBSCRIPTION, SIGNAL_DELIVERY
    here = and_(sub.c.instance == sent.c.instance, sub.c.number == sent.c.number)
    start = START_EVENT
    begins = and_(start.c.process_id == sent.c.process_id, start.c.element == sent.c.element)
    held = exists().where(here, ~is_free(sub))
    start_held = exists().where(begins, ~start_is_free(by_clock=False))
    found = select(*(sent.c[name] for name in columns)).where(~held, ~start_held)
    return found.order_by(sent.c.sent_at, sent.c.key).limit(bindparam("most", type_=Integer))
