"""The main loop: take one step, run the drawing to its next waits, and record them.

One transaction, one process instance. What concerns another instance leaves as a row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..errors import Conflict
from ..execution import Execution, ExecutionFailure
from ..model.definition import ProcessDefinition
from ..model.history import Fact
from ..model.incident import Incident
from ..model.instance import InstanceState, ProcessInstance
from ..model.job import Job
from ..model.step import Start, Step
from ..model.trail import TrailEvent
from ..model.wait import MessageWait, Wait
from ..storage.unit_of_work import UnitOfWork
from .audit import keep
from .fault import fault_as_failure
from .library import DeployedLibrary
from .means import Means
from .naming import moved_by_name, named
from .occasion import Occasion
from .outbox import send
from .projection import projected
from .trouble import Trouble, of_failure, of_success
from .waits import Taker, close_waits, open_waits


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of a step: the instance as written.

    job: what the taker took. incident: set when the step failed; the old snapshot stands then.
    """

    instance: ProcessInstance
    job: Job | None = None
    incident: Incident | None = None


class Advance:
    """Steps taken in one transaction, on one occasion."""

    def __init__(self, unit: UnitOfWork, means: Means, occasion: Occasion) -> None:
        self._unit = unit
        self._means = means
        self._occasion = occasion
        self.library = DeployedLibrary(unit, means.shelf)
        self._environment = means.environment(occasion.now)

    def restore(self, instance: ProcessInstance) -> Execution:
        """Bring the instance to life. Raises Conflict while an incident holds its first step."""
        if instance.positions is None or instance.variables is None:
            raise Conflict.of("runtime.not-begun", key=instance.key)
        return Execution.restore(
            instance.positions,
            instance.variables,
            instance.definition,
            self.library,
            self._environment,
        )

    def begin(self, definition: ProcessDefinition, business_key: str | None, step: Start) -> Taken:
        """A new instance of the definition takes its first step."""
        unborn = ProcessInstance(
            key=self._means.new_key(),
            process_id=definition.process_id,
            definition=definition.key,
            business_key=business_key,
            started_at=self._occasion.now,
            started_by=self._occasion.actor.id,
            revision=0,
        )
        told = self._occasion.fact(
            "started", element=step.at, definition=definition.key, businessKey=business_key
        )
        return self.first_step(unborn, step, told)

    def first_step(
        self,
        instance: ProcessInstance,
        step: Start,
        told: Fact,
        *,
        retried: Incident | None = None,
    ) -> Taken:
        """The instance, which has no snapshot yet, begins."""
        program = self._means.shelf.program(self._unit, instance.definition)
        try:
            with fault_as_failure(instance):
                execution = Execution.start(
                    program, self.library, self._environment, step, instance.business_key
                )
                execution.run_to_wait()
        except ExecutionFailure as failure:
            return self._hold(instance, step, failure, told, retried)
        return self.record(instance, execution, told, None, retried)

    def take(
        self,
        instance: ProcessInstance,
        execution: Execution,
        steps: Sequence[Step],
        told: Fact,
        *,
        answers: int | None = None,
        retried: Incident | None = None,
        taker: Taker | None = None,
    ) -> Taken:
        """Take the steps and run to the next waits; an incident keeps the last of them.

        execution: the instance brought to life; it is not used again. told: who does this, for the
        audit trail. answers: the wait the caller closes itself. retried: whose step this is. taker:
        of the first job that is opened.
        """
        *firsts, step = steps
        try:
            with fault_as_failure(instance):
                for first in firsts:
                    execution.take(first)
                execution.take(step)
                execution.run_to_wait()
        except ExecutionFailure as failure:
            return self._hold(instance, step, failure, told, retried)
        return self.record(instance, execution, told, answers, retried, taker)

    def record(
        self,
        instance: ProcessInstance,
        execution: Execution,
        told: Fact,
        answers: int | None = None,
        retried: Incident | None = None,
        taker: Taker | None = None,
    ) -> Taken:
        """Write what the execution has come to."""
        unit, now = self._unit, self._occasion.now
        opened, gone = execution.changed_waits()
        trail = execution.trail()
        trouble = self._trouble(instance, execution, gone, retried)
        moved = self.moved(instance, execution, trail)
        written = self._keep(instance, moved, told, trouble, trail)
        close_waits(unit, written.key, [number for number in gone if number != answers], now)
        waits = moved_by_name(instance, written, execution, opened)
        job = open_waits(unit, written, waits, now, taker)
        send(unit, self._means, written, execution.thrown(), now)
        if not written.is_active:
            unit.messages.release_start(written.key)
        unit.stirred |= _concerns_others(written, waits)
        return Taken(instance=written, job=job)

    def moved(
        self, instance: ProcessInstance, execution: Execution, trail: Sequence[TrailEvent]
    ) -> ProcessInstance:
        """The instance with its new snapshot, business key, status and due date."""
        snapshot = execution.snapshot()
        changes: dict[str, Any] = {"positions": snapshot.positions}
        if snapshot.variables is not None:
            changes["variables"] = snapshot.variables
        if execution.ended:
            changes |= {"state": InstanceState.ENDED, "ended_at": self._occasion.now}
        moved = named(replace(instance, **changes), trail)
        return projected(self._unit, self._means, moved, execution, trail, self._occasion.now)

    def _trouble(
        self,
        instance: ProcessInstance,
        execution: Execution,
        gone: Collection[int],
        retried: Incident | None,
    ) -> Trouble:
        """An incident is mended by its retry, or when nobody waits any more for what it
        is about.
        """
        mended = [] if retried is None else [retried]
        if instance.incidents and (gone or execution.ended):
            others = self._unit.incidents.find(instance=instance.key)
            pointless = (i for i in others if i.number in gone or execution.ended)
            mended += [incident for incident in pointless if incident != retried]
        new_key = self._means.new_key
        return of_success(mended, execution.stuck(), instance, new_key, self._occasion)

    def _hold(
        self,
        instance: ProcessInstance,
        step: Step,
        failure: ExecutionFailure,
        told: Fact,
        retried: Incident | None,
    ) -> Taken:
        """The step failed: the old snapshot stands, an incident keeps the step."""
        key = self._means.new_key()
        trouble = of_failure(failure, instance, step, retried, key, self._occasion)
        written = self._keep(instance, instance, told, trouble)
        incident = trouble.opened or (trouble.remaining and trouble.remaining[1])
        return Taken(instance=written, incident=incident or None)

    def _keep(
        self,
        before: ProcessInstance,
        after: ProcessInstance,
        told: Fact,
        trouble: Trouble,
        trail: Iterable[TrailEvent] = (),
    ) -> ProcessInstance:
        facts = [told, *(self._occasion.seen(event) for event in trail)]
        facts += trouble.facts(self._occasion)
        if not after.is_active:
            facts.append(self._occasion.fact("ended"))
        written = keep(self._unit, before, after, facts, trouble.difference)
        trouble.write(self._unit)
        return written


def _concerns_others(instance: ProcessInstance, opened: Iterable[Wait]) -> bool:
    """Whether a kept message may now find its receiver: a new wait, or a key that is free again."""
    ended = not instance.is_active and instance.business_key is not None
    return ended or any(isinstance(wait, MessageWait) for wait in opened)
