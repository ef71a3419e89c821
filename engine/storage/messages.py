"""Published messages, who waits for them, and who has received them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, and_, delete, exists, or_, select, true, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement

from ..model.message import Message, MessageSubscription
from .rows import Rows, of_instance, values
from .suspensions import is_free
from .tables import (
    CORRELATION,
    INSTANCE,
    MESSAGE,
    MESSAGE_SUBSCRIPTION,
    START_EVENT,
    STARTED_BY_MESSAGE,
)


class Match(NamedTuple):
    """A message and the wait it fits."""

    message: str
    instance: str
    number: int


class StartMatch(NamedTuple):
    """A message and the start event it fits."""

    message: str
    process_id: str
    element: str


class MessageRows(Rows[Message]):
    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, MESSAGE, Message)

    def get(self, key: str) -> Message | None:
        return self.one(self.select().where(MESSAGE.c.key == key))

    def publish(self, message: Message) -> bool:
        """Keep the message; False when one with the same name, key and id is alive."""
        if message.message_id is not None:
            self._expire(_same(message) & (MESSAGE.c.expires_at <= message.published_at))
        starts = exists().where(START_EVENT.c.kind == "message", START_EVENT.c.name == message.name)
        offered = not self._connection.scalar(select(starts))
        return self._is_new(MESSAGE, {**values(message), "offered": offered})

    def matches(self, now: datetime, limit: int = 100, message: str | None = None) -> list[Match]:
        """Messages and the waits they fit, in the order they were published.

        A message goes to one instance of each process: to the wait that was opened first. It fits
        waits that began before it expired, even when it could not be delivered in time. message:
        only this one, which has just been published.
        """
        sub = MESSAGE_SUBSCRIPTION
        fits = and_(
            MESSAGE.c.name == sub.c.name, MESSAGE.c.correlation == sub.c.correlation, ~sub.c.taken
        )
        in_time = or_(_alive(now, message), sub.c.opened_at < MESSAGE.c.expires_at)
        statement = (
            select(MESSAGE.c.key, sub.c.instance, sub.c.number)
            .join(sub, fits)
            .where(in_time, _only(message), ~_received(sub.c.root), is_free(sub))
            .order_by(
                MESSAGE.c.published_at, MESSAGE.c.key, sub.c.opened_at, sub.c.instance, sub.c.number
            )
            .limit(limit)
        )
        return [Match(*row) for row in self._connection.execute(statement)]

    def start_matches(
        self, now: datetime, limit: int = 100, message: str | None = None
    ) -> list[StartMatch]:
        """Messages and the start events they fit.

        While an instance of the process with the message's key as business key runs, none fits. A
        message that has never been offered to start events is in time, whenever that is done.
        """
        start = START_EVENT
        fits = and_(MESSAGE.c.name == start.c.name, start.c.kind == "message")
        keyless = MESSAGE.c.correlation == ""
        statement = (
            select(MESSAGE.c.key, start.c.process_id, start.c.element)
            .join(start, fits)
            .where(
                or_(_alive(now, message), ~MESSAGE.c.offered),
                _only(message),
                ~_received(start.c.process_id),
                or_(keyless, and_(~_running(), ~_started())),
            )
            .order_by(MESSAGE.c.published_at, MESSAGE.c.key, start.c.process_id, start.c.element)
            .limit(limit)
        )
        return [StartMatch(*row) for row in self._connection.execute(statement)]

    def not_offered(self, message: str | None = None, limit: int = 100) -> list[str]:
        """Keys of messages that start events are still to be offered."""
        statement = select(MESSAGE.c.key).where(~MESSAGE.c.offered, _only(message))
        return list(
            self._connection.scalars(statement.order_by(MESSAGE.c.published_at).limit(limit))
        )

    def offer(self, keys: Collection[str]) -> None:
        """Note that the messages were offered to start events."""
        self._connection.execute(
            update(MESSAGE).where(MESSAGE.c.key.in_(keys)).values(offered=True)
        )

    def receive(self, message: str, process_id: str, instance: str) -> bool:
        """Note that the process has received the message; False when it had before."""
        row = {"message": message, "process_id": process_id, "instance": instance}
        return self._is_new(CORRELATION, row)

    def guard_start(self, process_id: str, business_key: str, instance: str) -> bool:
        """Note that a message started the instance; False when one with the key is running."""
        row = {"process_id": process_id, "business_key": business_key, "instance": instance}
        return self._is_new(STARTED_BY_MESSAGE, row)

    def release_start(self, instance: str) -> None:
        """The instance has ended: its key may start another."""
        self._connection.execute(
            delete(STARTED_BY_MESSAGE).where(STARTED_BY_MESSAGE.c.instance == instance)
        )

    def expire(self, now: datetime) -> int:
        """Forget the messages whose time to live is over; returns how many.

        What a suspended wait is to receive is kept.
        """
        return self._expire(and_(MESSAGE.c.expires_at <= now, MESSAGE.c.offered, ~_kept()))

    def forget(self, key: str) -> None:
        self._expire(MESSAGE.c.key == key)

    def _expire(self, which: ColumnElement[bool]) -> int:
        gone = select(MESSAGE.c.key).where(which)
        self._connection.execute(delete(CORRELATION).where(CORRELATION.c.message.in_(gone)))
        return self._connection.execute(delete(MESSAGE).where(which)).rowcount

    def _is_new(self, table: Table, row: Mapping[str, Any]) -> bool:
        """Insert the row unless one stands in its way; whether it was inserted."""
        made = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        key = next(iter(table.primary_key))
        statement = made.insert(table).values(row).on_conflict_do_nothing().returning(key)
        return self._connection.execute(statement).first() is not None


def _same(message: Message) -> ColumnElement[bool]:
    return and_(
        MESSAGE.c.name == message.name,
        MESSAGE.c.correlation == message.correlation,
        MESSAGE.c.message_id == message.message_id,
    )


def _alive(now: datetime, message: str | None) -> ColumnElement[bool]:
    """A message that has just been published lives at least for this moment."""
    alive = MESSAGE.c.expires_at > now
    return alive if message is None else or_(alive, MESSAGE.c.expires_at == now)


def _only(message: str | None) -> ColumnElement[bool]:
    return true() if message is None else MESSAGE.c.key == message


def _received(process_id: ColumnElement[Any]) -> ColumnElement[bool]:
    return exists().where(
        CORRELATION.c.message == MESSAGE.c.key, CORRELATION.c.process_id == process_id
    )


def _kept() -> ColumnElement[bool]:
    """Whether a suspended wait is still to receive the message."""
    sub = MESSAGE_SUBSCRIPTION
    return exists().where(
        MESSAGE.c.name == sub.c.name,
        MESSAGE.c.correlation == sub.c.correlation,
        ~sub.c.taken,
        sub.c.opened_at < MESSAGE.c.expires_at,
        ~_received(sub.c.root),
        ~is_free(sub),
    )


def _running() -> ColumnElement[bool]:
    return exists().where(
        INSTANCE.c.business_key == MESSAGE.c.correlation,
        INSTANCE.c.process_id == START_EVENT.c.process_id,
        INSTANCE.c.state == "active",
    )


def _started() -> ColumnElement[bool]:
    return exists().where(
        STARTED_BY_MESSAGE.c.business_key == MESSAGE.c.correlation,
        STARTED_BY_MESSAGE.c.process_id == START_EVENT.c.process_id,
    )


class MessageSubscriptionRows(Rows[MessageSubscription]):
    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, MESSAGE_SUBSCRIPTION, MessageSubscription)

    def get(self, instance: str, number: int) -> MessageSubscription | None:
        """The subscription, unless it is suspended."""
        sub = MESSAGE_SUBSCRIPTION
        here = and_(sub.c.instance == instance, sub.c.number == number)
        return self.one(self.select().where(here, is_free(sub)))

    def take(self, subscription: MessageSubscription) -> None:
        """Mark that its message came, but the step failed."""
        sub = MESSAGE_SUBSCRIPTION
        self._connection.execute(
            update(sub)
            .where(sub.c.instance == subscription.instance, sub.c.number == subscription.number)
            .values(taken=True)
        )

    def close(self, instance: str, numbers: Collection[int] | None) -> None:
        """Take away those of the numbers that are subscriptions; None: all of the instance."""
        sub = MESSAGE_SUBSCRIPTION
        self._connection.execute(delete(sub).where(*of_instance(sub, instance, numbers)))

    def of(self, instance: str) -> list[MessageSubscription]:
        sub = MESSAGE_SUBSCRIPTION
        return self.all(self.select().where(sub.c.instance == instance).order_by(sub.c.number))

    def awaits(self, name: str) -> bool:
        """Whether an instance waits for a message of the name."""
        awaited = exists().where(MESSAGE_SUBSCRIPTION.c.name == name)
        return bool(self._connection.scalar(select(awaited)))
