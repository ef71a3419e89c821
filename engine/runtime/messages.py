"""Messages: published by anybody, received by whoever waits for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from ..errors import BadInput, NotFound
from ..model.message import Message, Outcome, Published
from ..storage.database import Connection
from ..storage.unit_of_work import UnitOfWork
from .delivery import Delivery, Received
from .means import Means
from .transactions import Transactions
from .variables import json_variables


class Messages:
    """`engine.messages`.

    A message is kept for its time to live and goes to one instance of each process that waits for
    its name and key, the wait opened first; who begins to wait later receives it then. It starts a
    new instance of each process with a start event of its name, the key becoming the business key;
    while an instance of that process with that business key runs, it does not.
    """

    def __init__(self, means: Means, transactions: Transactions, delivery: Delivery) -> None:
        self._means = means
        self._transactions = transactions
        self._delivery = delivery

    def publish(
        self,
        name: str,
        key: str | int | None = None,
        variables: Mapping[str, Any] | None = None,
        *,
        message_id: str | None = None,
        ttl: timedelta | None = None,
        connection: Connection | None = None,
    ) -> Published:
        """Publish a message; the answer says what became of it at once.

        message_id: the same name, key and id again within the time to live is a `duplicate`. ttl:
        how long it is kept (zero: only who waits now receives it), by default as the engine says.
        In the host's transaction (`connection`) the message is only kept, and delivered by the
        scheduler or the next call that commits. Raises NotFound for a name no deployed drawing can
        receive, BadInput.
        """
        message = self._made(name, key, variables, message_id, ttl)

        def work(unit: UnitOfWork) -> bool:
            if not _receivable(unit, name):
                known = ", ".join(unit.definitions.message_names()) or "-"
                raise NotFound.of("runtime.unknown-message", name=name, known=known)
            return unit.messages.publish(message)

        if not self._transactions.run(work, connection):
            return Published(state=Outcome.DUPLICATE)
        if connection is not None:
            return Published(state=Outcome.BUFFERED, key=message.key)
        return self._delivered(message)

    def _made(
        self,
        name: str,
        key: str | int | None,
        variables: Mapping[str, Any] | None,
        message_id: str | None,
        ttl: timedelta | None,
    ) -> Message:
        now = self._means.now()
        return Message(
            key=self._means.new_key(),
            name=name,
            correlation="" if key is None else str(key),
            variables=json_variables(variables),
            message_id=message_id,
            published_at=now,
            expires_at=now + self._life(ttl),
        )

    def _delivered(self, message: Message) -> Published:
        published = _told(message.key, self._delivery.messages(message.key))
        if message.expires_at == message.published_at:
            self._transactions.run(lambda unit: unit.messages.forget(message.key))
        self._delivery.run()
        return published

    def deliver(self) -> int:
        """Deliver what somebody waits for now: after the host committed what it published."""
        return self._delivery.run()

    def expire(self) -> int:
        """Forget the messages whose time to live is over; returns how many."""
        now = self._means.now()
        return self._transactions.run(lambda unit: unit.messages.expire(now))

    def _life(self, ttl: timedelta | None) -> timedelta:
        life = self._means.message_life if ttl is None else ttl
        if life < timedelta(0):
            raise BadInput(f"Expected a time to live of zero or more, but it is {life}")
        return life


def _receivable(unit: UnitOfWork, name: str) -> bool:
    return unit.definitions.can_receive(name) or unit.message_subscriptions.awaits(name)


def _told(key: str, received: list[Received]) -> Published:
    outcomes = {outcome for outcome, _ in received}
    for outcome in (Outcome.STARTED, Outcome.CORRELATED):
        if outcome in outcomes:
            return Published(state=outcome, key=key, instances=tuple(i for _, i in received))
    return Published(state=Outcome.BUFFERED, key=key)
