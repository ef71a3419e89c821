"""Published messages, who waits for them, and who has received them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    Integer,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    or_,
    select,
    true,
)
from sqlalchemy.sql import ColumnElement

from ..model.message import Message, MessageSubscription
from .line import Line
from .rows import EventRows, Rows, values
from .statements import at, untrue
from .suspensions import free_wait, is_free, start_is_free
from .tables import (
    CORRELATION,
    INSTANCE,
    MESSAGE,
    MESSAGE_SUBSCRIPTION,
    START_EVENT,
    STARTED_BY_MESSAGE,
)

MOST = bindparam("most", type_=Integer)


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
    def __init__(self, line: Line) -> None:
        super().__init__(line, MESSAGE, Message)

    def get(self, key: str) -> Message | None:
        return self.at({"key": key})

    def publish(self, message: Message) -> bool:
        """Keep the message; False when one with the same name, key and id is alive."""
        offered = not self._connection.scalar(STARTS, {"name": message.name})
        row = {**values(message), "offered": offered}
        if self._is_new(MESSAGE, row):
            return True
        dead = _same(message) & (MESSAGE.c.expires_at <= message.published_at)
        return self._expire(dead) > 0 and self._is_new(MESSAGE, row)

    def matches(self, now: datetime, limit: int = 100, message: str | None = None) -> list[Match]:
        """Messages and the waits they fit, in the order they were published.

        A message goes to one instance of each process: to the wait that was opened first. It fits
        waits that began before it expired, even when it could not be delivered in time. message:
        only this one, which has just been published.
        """
        given = _asked(message, limit, now=now)
        found = self._line.ask(_matches(of_one=message is not None), given)
        return [Match(*row) for row in found]

    def start_matches(
        self, now: datetime, limit: int = 100, message: str | None = None
    ) -> list[StartMatch]:
        """Messages and the start events they fit.

        While an instance of the process with the message's key as business key runs, none fits. A
        message that has never been offered to start events is in time, whenever that is done.
        """
        given = _asked(message, limit, now=now)
        found = self._line.ask(_start_matches(of_one=message is not None), given)
        return [StartMatch(*row) for row in found]

    def not_offered(self, message: str | None = None, limit: int = 100) -> list[str]:
        """Keys of messages that start events are still to be offered."""
        given = _asked(message, limit)
        found = self._line.ask(_not_offered(of_one=message is not None), given)
        return [key for (key,) in found]

    def offer(self, keys: Collection[str]) -> None:
        """Note that the messages were offered to start events."""
        self.change({}, {"offered": True}, among={"key": keys})

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
        self._remove(STARTED_BY_MESSAGE, {"instance": instance})

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


def _same(message: Message) -> ColumnElement[bool]:
    return and_(
        MESSAGE.c.name == message.name,
        MESSAGE.c.correlation == message.correlation,
        MESSAGE.c.message_id == message.message_id,
    )


def _asked(message: str | None, limit: int, **more: Any) -> dict[str, Any]:
    """What the questions below are asked with."""
    only = {} if message is None else {"only": message}
    return {"most": limit, **only, **more}


STARTS = select(
    exists().where(START_EVENT.c.kind == "message", START_EVENT.c.name == bindparam("name"))
)


@lru_cache(2)
def _matches(*, of_one: bool) -> Select[Any]:
    sub = MESSAGE_SUBSCRIPTION
    same = and_(MESSAGE.c.name == sub.c.name, MESSAGE.c.correlation == sub.c.correlation)
    fits = and_(same, untrue(sub.c.taken))
    in_time = or_(_alive(of_one=of_one), sub.c.opened_at < MESSAGE.c.expires_at)
    asked = select(MESSAGE.c.key, sub.c.instance, sub.c.number)
    found = asked.select_from(MESSAGE).join(sub, fits)
    fit = found.where(in_time, _only(of_one=of_one), ~_received(sub.c.root), is_free(sub))
    oldest = (MESSAGE.c.published_at, MESSAGE.c.key, sub.c.opened_at, sub.c.instance, sub.c.number)
    return fit.order_by(*oldest).limit(MOST)


@lru_cache(2)
def _start_matches(*, of_one: bool) -> Select[Any]:
    start = START_EVENT
    fits = and_(MESSAGE.c.name == start.c.name, start.c.kind == "message")
    found = select(MESSAGE.c.key, start.c.process_id, start.c.element).join(start, fits)
    fit = found.where(
        or_(_alive(of_one=of_one), untrue(MESSAGE.c.offered)),
        _only(of_one=of_one),
        start_is_free(by_clock=False),
        ~_received(start.c.process_id),
        or_(MESSAGE.c.correlation == "", and_(~_running(), ~_started())),
    )
    oldest = (MESSAGE.c.published_at, MESSAGE.c.key, start.c.process_id, start.c.element)
    return fit.order_by(*oldest).limit(MOST)


@lru_cache(2)
def _not_offered(*, of_one: bool) -> Select[Any]:
    to_offer = (untrue(MESSAGE.c.offered), _only(of_one=of_one), ~_start_is_held())
    found = select(MESSAGE.c.key).where(*to_offer)
    return found.order_by(MESSAGE.c.published_at).limit(MOST)


def _start_is_held() -> ColumnElement[bool]:
    """Whether a start event that the message fits is suspended: it will be offered it then."""
    start = START_EVENT
    fits = and_(start.c.kind == "message", start.c.name == MESSAGE.c.name)
    return exists().where(fits, ~start_is_free(by_clock=False))


def _alive(*, of_one: bool) -> ColumnElement[bool]:
    """A message that has just been published lives at least for this moment."""
    now = bindparam("now", type_=MESSAGE.c.expires_at.type)
    return MESSAGE.c.expires_at >= now if of_one else MESSAGE.c.expires_at > now


def _only(*, of_one: bool) -> ColumnElement[bool]:
    return MESSAGE.c.key == bindparam("only") if of_one else true()


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
        untrue(sub.c.taken),
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


class MessageSubscriptionRows(EventRows[MessageSubscription]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, MESSAGE_SUBSCRIPTION, MessageSubscription)

    def get(self, instance: str, number: int) -> MessageSubscription | None:
        """The subscription, unless it is suspended."""
        place = at({"instance": instance, "number": number})
        return self.known_one(free_wait(MESSAGE_SUBSCRIPTION, self._names), place)

    def awaits(self, name: str) -> bool:
        """Whether an instance waits for a message of the name."""
        awaited = exists().where(MESSAGE_SUBSCRIPTION.c.name == name)
        return bool(self._connection.scalar(select(awaited)))
