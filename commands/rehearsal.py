"""A house played under a virtual clock: people, citizens, the bank and time act as they are told.

The demo and the features play the same way; nothing about a procedure is known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..engine.bpmn.model import Element, EventKind, Kind, Process
from ..engine.errors import BadInput, NotFound
from ..engine.model.actor import Actor
from ..engine.model.history import HistoryEvent
from ..engine.model.instance import ProcessInstance
from ..engine.model.message import Outcome, Published
from ..engine.model.trail import Happening
from ..engine.model.user_task import UserTask
from ..engine.runtime.explain import Waiting
from .login import with_login

if TYPE_CHECKING:
    from .composition import House

PAYMENT = "payment-result"
CHANNEL, ONLINE = "channel", "online"
SANDBOX = "sandbox"


class VirtualClock:
    """Time that moves only when somebody moves it. Raises BadInput when it is moved back."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def __call__(self) -> datetime:
        return self._now

    def move_to(self, moment: datetime) -> None:
        if moment < self._now:
            raise BadInput(f"Expected time to go on from {self._now}, but it was sent to {moment}")
        self._now = moment


class Rehearsal:
    """One dossier, played. `watch` is called after everything somebody has done."""

    def __init__(
        self,
        house: House,
        clock: VirtualClock,
        watch: Callable[[Rehearsal], object] = lambda _: None,
    ) -> None:
        self.house = house
        self.clock = clock
        self.key = ""
        self._watch = watch

    @property
    def instance(self) -> ProcessInstance:
        """Raises NotFound before a dossier was filed."""
        return self.house.engine.instances.get(self.key)

    # What people do

    def file(
        self,
        process_id: str,
        variables: Mapping[str, Any],
        actor: Actor,
        *,
        business_key: str,
        at: str | None = None,
        logged_in: bool = True,
    ) -> None:
        """Somebody files a dossier, at the plain start event or the one named `at` (label or id).

        logged_in: whether who files online logged in as the applicant before, as portals ask for.
        Raises NotFound when there is no such start event.
        """
        engine = self.house.engine
        start = self._start_event(process_id, at)
        if logged_in and start is not None and start.properties.get(CHANNEL) == ONLINE:
            variables = with_login(variables, self.house.logins, self.clock())
        if start is not None and start.event.kind is EventKind.MESSAGE:
            name = start.event.value or ""
            published = engine.messages.publish(name, business_key, variables)
            self.key = _started(published, name)
        else:
            begun = engine.instances.start(
                process_id,
                variables,
                business_key=business_key,
                actor=actor,
                at=start.id if start and at else None,
            )
            self.key = begun.key
        self.settle()

    def claim(self, step: str, actor: Actor) -> UserTask:
        task = self.user_task(step, actor)
        self.house.engine.user_tasks.claim(task.key, actor)
        return task

    def complete(self, step: str, variables: Mapping[str, Any], actor: Actor) -> UserTask:
        """Somebody completes the open user task with that label or element id."""
        task = self.user_task(step, actor)
        self.house.engine.user_tasks.complete(task.key, variables, actor)
        self.settle()
        return task

    def message(self, name: str, variables: Mapping[str, Any], key: str | None = None) -> Published:
        """A message comes, by default with the key this instance waits for."""
        if key is None:
            key = next(
                (each.correlation for each in self.waits("message") if each.name == name), None
            )
        if key is None:
            key = self.instance.business_key or ""
        published = self.house.engine.messages.publish(name, key, variables)
        self.settle()
        return published

    def pay(self, callbacks: int = 1) -> None:
        """Somebody pays the order the instance waits for; the gateway calls back that often."""
        order = self.order()
        callback = self.house.bank.pay(order, now=self.clock())
        for _ in range(callbacks):
            self._called_back(callback)
        self.settle()

    def pay_amount(self, amount: Decimal) -> None:
        """Somebody pays another amount for the order the instance waits for."""
        self._called_back(self.house.bank.pay(self.order(), now=self.clock(), amount=amount))
        self.settle()

    def pay_again(self, order: str) -> None:
        """Somebody pays an order that is paid or closed already."""
        self._called_back(self.house.bank.again(order, now=self.clock()))
        self.settle()

    def decline(self) -> None:
        """The bank declines the order the instance waits for."""
        self._called_back(self.house.bank.decline(self.order(), now=self.clock()))
        self.settle()

    def _called_back(self, callback: bytes) -> None:
        self.house.receive_payment(SANDBOX, callback, now=self.clock())

    def order(self) -> str:
        """The payment order the instance waits for. Raises NotFound when it waits for none."""
        order = next(iter(self.orders()), None)
        if order is None:
            raise NotFound(f"Expected {self.key} to wait for a payment, but {self.described()}")
        return order

    def orders(self) -> list[str]:
        """The payment orders the instance waits for."""
        return [each.correlation for each in self.waits("message") if each.name == PAYMENT]

    # What time does

    def pass_time(self, duration: timedelta) -> None:
        self.pass_until(self.clock() + duration)

    def pass_working_days(self, days: int) -> None:
        """Until the same time of day, so many working days later."""
        if not days:
            return
        now = self.house.calendar.local(self.clock())
        day = self.house.calendar.working_day(now.date(), days)
        self.pass_until(datetime.combine(day, now.timetz()))

    def pass_until(self, moment: datetime) -> None:
        """Let time go on; everything that falls due on the way happens at its own moment."""
        while (due := self._next_due()) is not None and due <= moment:
            self.clock.move_to(max(due, self.clock()))
            self.settle()
        self.clock.move_to(moment)
        self.settle()

    def settle(self) -> None:
        """Do all jobs and timers that are due now."""
        self.house.engine.run_until_idle()
        while self.house.deliver_payments():
            self.house.engine.run_until_idle()
        if self.key:
            self._watch(self)

    def _next_due(self) -> datetime | None:
        return self.house.engine.timers.next_due()

    # What can be seen

    def user_task(self, step: str, actor: Actor) -> UserTask:
        """The open user task with that label or element id which the actor may take.

        Raises NotFound, saying what the instance waits for.
        """
        found = self.house.engine.user_tasks.find(instance=self.key)
        tasks = [task for task in found if step in (task.label, task.element)]
        mine = [task for task in tasks if task.is_for(actor)]
        if not tasks:
            raise NotFound(f"Expected “{step}” to be open in {self.key}, but {self.described()}")
        return (mine or tasks)[0]

    def waits(self, kind: str | None = None) -> list[Waiting]:
        """All the instance waits for, or what it waits for of one kind."""
        found = self.house.engine.instances.explain(self.key).waits
        return [each for each in found if kind in (None, each.kind)]

    def described(self) -> str:
        """What the instance waits for, in a few words."""
        waiting = ", ".join(f"{each.kind} “{each.label}”" for each in self.waits())
        return f"it waits at {waiting}" if waiting else f"it is {self.instance.state}"

    def events(self, after: int = 0) -> list[HistoryEvent]:
        return self.house.engine.history.of(self.key, after)

    def receiver(self, name: str) -> str:
        """The label of the element that waits for the message; its name when none does."""
        waiting = (each.label for each in self.waits("message") if each.name == name)
        return next(waiting, name)

    def passed(self) -> list[str]:
        """The labels of the elements that completed, in order, called processes included."""
        done = (each for each in self.events() if each.what == Happening.COMPLETED)
        return [self.house.labels.of(each.definition, each.element) for each in done]

    def knows(self, step: str) -> bool:
        """Whether an element of the drawing, or of one it calls, has that label or id."""
        process = self.house.engine.deployments.drawn(self.instance.definition)[1]
        return _draws(self.house, process, step, set())

    def _start_event(self, process_id: str, at: str | None) -> Element | None:
        """The one of that label or id; the plain one, if there is one, where none is named."""
        deployments = self.house.engine.deployments
        process = deployments.drawn(deployments.latest(process_id).key)[1]
        starts = [each for each in process.inside(process.id) if each.kind is Kind.START_EVENT]
        for start in starts:
            if at in (start.id, start.label) or (at is None and start.event.kind is EventKind.NONE):
                return start
        if at is None:
            return None
        known = ", ".join(f"“{start.label}”" for start in starts)
        raise NotFound(f"Expected a start event “{at}” in {process_id}, but it has {known}")


def _started(published: Published, name: str) -> str:
    if published.state is not Outcome.STARTED:
        raise BadInput(f"Expected “{name}” to start an instance, but it was {published.state}")
    return published.instances[0]


def _draws(house: House, process: Process, step: str, seen: set[str]) -> bool:
    seen.add(process.id)
    if any(step in (each.id, each.label) for each in process.elements.values()):
        return True
    called = {each.called.process_id for each in process.elements.values() if each.called}
    deployments = house.engine.deployments
    return any(
        _draws(house, deployments.drawn(deployments.latest(each).key)[1], step, seen)
        for each in called - seen
    )
