"""Brings messages and signals to their receivers, each in the receiver's own transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from ..errors import StaleInstance
from ..model.actor import ENGINE
from ..model.instance import ProcessInstance
from ..model.message import (
    MessageSubscription,
    Outcome,
    SignalDelivery,
    SignalSubscription,
)
from ..model.step import DeliverMessage, DeliverSignal, Start
from ..storage.messages import Match, StartMatch
from ..storage.unit_of_work import UnitOfWork
from .advance import Advance, Taken
from .means import Means
from .occasion import Occasion
from .transactions import alone

AT_ONCE = 100
"""Messages looked at together."""

AT_MOST = 1_000
"""Deliveries in one go: instances that send each other messages for ever are left to the
scheduler.
"""

Received = tuple[Outcome, str]


class Delivery:
    """Finds what can be received, and lets it be received.

    Nothing is lost when it is killed in between.
    """

    def __init__(self, means: Means) -> None:
        self._means = means

    def run(self) -> int:
        """Deliver whatever can be delivered now; returns how many."""
        done = 0
        while done < AT_MOST:
            received = [*self.messages(), *self.signals()]
            if not received:
                break
            done += len(received)
        return done

    def messages(self, message: str | None = None) -> list[Received]:
        """Deliver the messages that somebody waits for (or only the one)."""
        now = self._means.now()
        with self._means.database.look() as unit:
            matches = unit.messages.matches(now, AT_ONCE, message)
            fresh = unit.messages.not_offered(message, AT_ONCE)
            starts = unit.messages.start_matches(now, AT_ONCE, message)
        works = [partial(self._receive, match=match) for match in matches]
        works += [partial(self._start, match=start) for start in starts]
        received = self._all(works)
        if fresh and len(starts) < AT_ONCE:
            alone(self._means.database, lambda unit: unit.messages.offer(fresh))
        return received

    def signals(self) -> list[Received]:
        """Deliver the signals that are on their way."""
        with self._means.database.look() as unit:
            deliveries = unit.signal_deliveries.waiting()
        return self._all([partial(self._signal, delivery=each) for each in deliveries])

    def _all(self, works: Iterable[Callable[[UnitOfWork], Received | None]]) -> list[Received]:
        received = (alone(self._means.database, work)[0] for work in works)
        return [self._counted(each) for each in received if each is not None]

    def _counted(self, received: Received) -> Received:
        self._means.database.tally.count("delivered", received[0].value)
        return received

    def _receive(self, unit: UnitOfWork, match: Match) -> Received | None:
        instance = unit.instances.get(match.instance, lock=unit.lock)
        wait = unit.message_subscriptions.get(match.instance, match.number)
        message = unit.messages.get(match.message)
        if instance is None or wait is None or wait.taken or message is None:
            return None
        if not unit.messages.receive(message.key, instance.process_id, instance.key):
            return None
        step = DeliverMessage(wait=wait.number, name=message.name, variables=message.variables)
        about = {"name": message.name, "key": message.correlation, "message": message.key}
        taken = self._take(unit, instance, step, wait, about)
        if taken.incident:
            unit.message_subscriptions.take(wait)
        return Outcome.CORRELATED, instance.key

    def _start(self, unit: UnitOfWork, match: StartMatch) -> Received | None:
        occasion = self._means.occasion(ENGINE)
        message = unit.messages.get(match.message)
        if message is None or match not in unit.messages.start_matches(
            occasion.now, message=match.message
        ):
            return None
        key = message.correlation or None
        taken = self._begin(unit, match.process_id, match.element, key, message.variables, occasion)
        if taken is None:
            return None
        instance = taken.instance
        received = unit.messages.receive(message.key, instance.process_id, instance.key)
        if key is not None and instance.is_active:
            received &= unit.messages.guard_start(instance.process_id, key, instance.key)
        if not received:
            raise StaleInstance
        return Outcome.STARTED, instance.key

    def _signal(self, unit: UnitOfWork, delivery: SignalDelivery) -> Received | None:
        occasion = self._means.occasion(ENGINE)
        if not unit.signal_deliveries.arrive(delivery):
            return None
        if delivery.process_id is not None:
            taken = self._begin(
                unit, delivery.process_id, delivery.element, None, delivery.variables, occasion
            )
            return None if taken is None else (Outcome.STARTED, taken.instance.key)
        return self._receive_signal(unit, delivery)

    def _receive_signal(self, unit: UnitOfWork, delivery: SignalDelivery) -> Received | None:
        assert delivery.instance is not None and delivery.number is not None  # noqa: S101 - it goes to a process or an instance
        instance = unit.instances.get(delivery.instance, lock=unit.lock)
        wait = unit.signal_subscriptions.get(delivery.instance, delivery.number)
        if instance is None or wait is None or wait.taken:
            return None
        step = DeliverSignal(wait=wait.number, name=delivery.name, variables=delivery.variables)
        taken = self._take(unit, instance, step, wait, {"name": delivery.name})
        if taken.incident:
            unit.signal_subscriptions.take(wait)
        return Outcome.CORRELATED, instance.key

    def _take(
        self,
        unit: UnitOfWork,
        instance: ProcessInstance,
        step: DeliverMessage | DeliverSignal,
        wait: MessageSubscription | SignalSubscription,
        about: Mapping[str, Any],
    ) -> Taken:
        occasion = self._means.occasion(ENGINE)
        told = occasion.fact_at(wait, step.kind, **about)
        advance = Advance(unit, self._means, occasion)
        return advance.take(instance, advance.restore(instance), [step], told)

    def _begin(
        self,
        unit: UnitOfWork,
        process_id: str,
        element: str | None,
        business_key: str | None,
        variables: Mapping[str, Any],
        occasion: Occasion,
    ) -> Taken | None:
        definition = unit.definitions.newest(process_id)
        if definition is None:
            return None
        step = Start(at=element, variables=variables)
        return Advance(unit, self._means, occasion).begin(definition, business_key, step)
