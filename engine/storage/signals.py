"""Who waits for signals, and signals on their way."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, and_, delete, exists, update

from ..model.message import SignalDelivery, SignalSubscription
from .rows import Rows, of_instance
from .suspensions import is_free
from .tables import SIGNAL_DELIVERY, SIGNAL_SUBSCRIPTION


class SignalSubscriptionRows(Rows[SignalSubscription]):
    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, SIGNAL_SUBSCRIPTION, SignalSubscription)

    def get(self, instance: str, number: int) -> SignalSubscription | None:
        sub = SIGNAL_SUBSCRIPTION
        return self.one(self.select().where(sub.c.instance == instance, sub.c.number == number))

    def waiting(self, name: str, besides: str | None = None) -> list[SignalSubscription]:
        """Who waits for the signal now, besides the instance that throws it."""
        sub = SIGNAL_SUBSCRIPTION
        statement = self.select().where(sub.c.name == name, ~sub.c.taken)
        if besides is not None:
            statement = statement.where(sub.c.instance != besides)
        return self.all(statement.order_by(sub.c.instance, sub.c.number))

    def take(self, subscription: SignalSubscription) -> None:
        """Mark that its signal came, but the step failed."""
        sub = SIGNAL_SUBSCRIPTION
        self._connection.execute(
            update(sub)
            .where(sub.c.instance == subscription.instance, sub.c.number == subscription.number)
            .values(taken=True)
        )

    def close(self, instance: str, numbers: Collection[int] | None) -> None:
        """Take away those of the numbers that are subscriptions; None: all of the instance."""
        sub = SIGNAL_SUBSCRIPTION
        self._connection.execute(delete(sub).where(*of_instance(sub, instance, numbers)))

    def of(self, instance: str) -> list[SignalSubscription]:
        sub = SIGNAL_SUBSCRIPTION
        return self.all(self.select().where(sub.c.instance == instance).order_by(sub.c.number))


class SignalDeliveryRows(Rows[SignalDelivery]):
    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, SIGNAL_DELIVERY, SignalDelivery)

    def waiting(self, limit: int = 100) -> list[SignalDelivery]:
        """Signals on their way to waits that are not suspended, in the order they were sent."""
        sub, sent = SIGNAL_SUBSCRIPTION, SIGNAL_DELIVERY
        here = and_(sub.c.instance == sent.c.instance, sub.c.number == sent.c.number)
        held = exists().where(here, ~is_free(sub))
        return self.all(
            self.select().where(~held).order_by(sent.c.sent_at, sent.c.key).limit(limit)
        )

    def arrive(self, delivery: SignalDelivery) -> bool:
        """Take the delivery off its way; False when another has done so."""
        gone = self._connection.execute(
            delete(SIGNAL_DELIVERY).where(SIGNAL_DELIVERY.c.key == delivery.key)
        )
        return bool(gone.rowcount == 1)
