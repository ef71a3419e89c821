"""What an instance throws for others: kept in its own transaction, delivered in theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from ..model.instance import ProcessInstance
from ..model.message import Message, SignalDelivery
from ..model.trail import Thrown
from ..storage.unit_of_work import UnitOfWork
from .means import Means


def send(
    unit: UnitOfWork,
    means: Means,
    sender: ProcessInstance,
    thrown: Iterable[Thrown],
    now: datetime,
) -> None:
    """Keep the messages, and put the signals on their way to all who wait for them now."""
    for each in thrown:
        unit.stirred = True
        if each.kind == "message":
            unit.messages.publish(_message(means, sender, each, now))
        else:
            put_on_their_way(unit, means, each.name, each.variables, now, besides=sender.key)


def _message(means: Means, sender: ProcessInstance, thrown: Thrown, now: datetime) -> Message:
    return Message(
        key=means.new_key(),
        name=thrown.name,
        correlation=thrown.key or "",
        variables=dict(thrown.variables),
        published_at=now,
        expires_at=now + means.message_life,
        sender=sender.key,
    )


def put_on_their_way(
    unit: UnitOfWork,
    means: Means,
    name: str,
    variables: Mapping[str, Any],
    now: datetime,
    besides: str | None = None,
) -> int:
    """One delivery for each instance and start event that waits for the signal; returns how many.

    besides: the instance that throws it; it has told itself already.
    """
    deliveries = [
        *_to_instances(unit, means.new_key, name, variables, now, besides),
        *_to_start_events(unit, means.new_key, name, variables, now),
    ]
    unit.signal_deliveries.add(deliveries)
    return len(deliveries)


def _to_instances(
    unit: UnitOfWork,
    new_key: Callable[[], str],
    name: str,
    variables: Mapping[str, Any],
    now: datetime,
    besides: str | None,
) -> Iterator[SignalDelivery]:
    for subscription in unit.signal_subscriptions.waiting(name, besides):
        yield SignalDelivery(
            key=new_key(),
            name=name,
            variables=dict(variables),
            sent_at=now,
            instance=subscription.instance,
            number=subscription.number,
        )


def _to_start_events(
    unit: UnitOfWork,
    new_key: Callable[[], str],
    name: str,
    variables: Mapping[str, Any],
    now: datetime,
) -> Iterator[SignalDelivery]:
    for event in unit.start_events.named("signal", name):
        yield SignalDelivery(
            key=new_key(),
            name=name,
            variables=dict(variables),
            sent_at=now,
            process_id=event.process_id,
            element=event.element,
        )
