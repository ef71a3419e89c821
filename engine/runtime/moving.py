"""One instance moves to another version: its snapshot, and the rows of its waits and incidents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from ..execution import Execution, ExecutionFailure, Move, Unmigratable
from ..model.incident import Incident
from ..model.instance import ProcessInstance
from ..model.job import Job, JobState
from ..model.message import MessageSubscription, SignalSubscription
from ..model.migration import Migrated, Obstacle
from ..model.timer import Timer
from ..model.user_task import UserTask
from ..model.wait import JobWait, MessageWait, SignalWait, TimerWait, UserTaskWait, Wait
from ..storage.unit_of_work import UnitOfWork
from .advance import Advance
from .audit import keep
from .course import Course
from .fault import fault_as_failure
from .means import Means
from .occasion import Occasion
from .outbox import send
from .projection import legal_due
from .waits import close_waits, correlation, open_waits

Row = TypeVar("Row", Timer, MessageSubscription, SignalSubscription)


class Moving:
    """In one transaction, which the caller undoes if there are obstacles."""

    def __init__(
        self, unit: UnitOfWork, means: Means, occasion: Occasion, move: Move, reason: str
    ) -> None:
        self._unit = unit
        self._means = means
        self._occasion = occasion
        self._move = move
        self._reason = reason
        self._advance = Advance(unit, means, occasion)

    def move(self, instance: ProcessInstance, before: int, after: int) -> Migrated:
        """The instance as moved, or what stands in its way."""
        told = Migrated(
            instance=instance.key, business_key=instance.business_key, before=before, after=after
        )
        if not instance.is_active:
            return replace(told, obstacles=(_obstacle("not-running", instance=instance.key),))
        if before == after:
            return replace(told, obstacles=(_obstacle("same-version", version=after),))
        if instance.positions is None:
            return self._unborn(instance, told)
        try:
            with fault_as_failure(instance):
                return self._alive(instance, told)
        except Unmigratable as found:
            return replace(told, obstacles=found.obstacles)
        except ExecutionFailure as failure:
            element, key = failure.element, failure.key
            obstacle = Obstacle(key=key, element=element, arguments=failure.arguments)
            return replace(told, obstacles=(obstacle,))

    def _unborn(self, instance: ProcessInstance, told: Migrated) -> Migrated:
        """Its first step has failed: it will be taken in the new version."""
        moved = replace(instance, definition=self._move.new.key)
        keep(self._unit, instance, moved, [self._fact(told)])
        self._carry_incidents(instance)
        return told

    def _alive(self, instance: ProcessInstance, told: Migrated) -> Migrated:
        assert instance.positions is not None and instance.variables is not None  # noqa: S101 - it has begun
        execution = Execution.moved(
            instance.positions,
            instance.variables,
            self._move,
            self._advance.library,
            self._means.environment(self._occasion.now),
        )
        execution.run_to_wait()
        if vain := execution.stuck():
            elements = ", ".join(f"“{wait.label}”" for wait in vain)
            return replace(told, obstacles=(_obstacle("stuck", elements=elements),))
        opened, gone = execution.changed_waits()
        obstacles = tuple(self._busy(instance, opened))
        if obstacles:
            return replace(told, obstacles=obstacles)
        self._write(instance, execution, told, opened, gone)
        return replace(told, elements=self._left(opened))

    def _busy(self, instance: ProcessInstance, waits: Iterable[Wait]) -> Iterator[Obstacle]:
        """Jobs that a worker does now, and that would be of another type."""
        jobs = {job.number: job for job in self._unit.jobs.of(instance.key)}
        for wait in waits:
            job = jobs.get(wait.number)
            if isinstance(wait, JobWait) and job is not None and job.type != wait.type:
                late = job.deadline is None or job.deadline <= self._occasion.now
                if job.state is JobState.LEASED and not late:
                    yield _obstacle("job-at-work", label=job.label, worker=job.worker)

    def _left(self, waits: Iterable[Wait]) -> dict[str, str]:
        former = {new: old for old, new in self._move.elements.items()}
        here = [wait.element for wait in waits if wait.definition == self._move.new.key]
        return {former[name]: name for name in here if former.get(name, name) != name}

    # -- writing --------------------------------------------------------------

    def _write(
        self,
        instance: ProcessInstance,
        execution: Execution,
        told: Migrated,
        opened: Sequence[Wait],
        gone: Sequence[int],
    ) -> None:
        now, trail = self._occasion.now, execution.trail()
        carried = replace(
            instance,
            definition=self._move.new.key,
            course=self._course(instance.course),
            positions=execution.snapshot().positions,
        )
        moved = self._due(self._advance.moved(carried, execution, trail), execution)
        facts = [self._fact(told), *(self._occasion.seen(event) for event in trail)]
        if not moved.is_active:
            facts.append(self._occasion.fact("ended"))
        written = keep(self._unit, instance, moved, facts)
        close_waits(self._unit, written.key, gone, now)
        self._carry_waits(written, opened)
        self._carry_incidents(written)
        send(self._unit, self._means, written, execution.thrown(), now)
        if not written.is_active:
            self._unit.messages.release_start(written.key)
        self._unit.stirred = True

    def _fact(self, told: Migrated) -> Any:
        changed = {old: new for old, new in self._move.elements.items() if old != new}
        return self._occasion.fact(
            "migrate", before=told.before, after=told.after, elements=changed, reason=self._reason
        )

    def _course(self, stored: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
        """What the status is projected from, in the words of the new version."""
        if stored is None:
            return None
        course, old = Course.from_json(stored), self._move.old.key
        entries = tuple(
            replace(
                entry,
                definition=self._move.new.key,
                element=self._move.elements[entry.element],
            )
            if entry.definition == old and entry.element in self._move.elements
            else entry
            for entry in course.entries
        )
        return replace(course, entries=entries).to_json()

    def _due(self, instance: ProcessInstance, execution: Execution) -> ProcessInstance:
        """The legal deadline is that of the new version's facts."""
        if not Course.from_json(instance.course).clock:
            return instance
        due = legal_due(self._unit, self._means, instance, execution)
        return replace(instance, due=due.moment if due else None)

    def _carry_waits(self, instance: ProcessInstance, waits: Sequence[Wait]) -> None:
        fresh = [wait for wait in waits if not self._carry(instance, wait)]
        open_waits(self._unit, instance, fresh, self._occasion.now)

    def _carry(self, instance: ProcessInstance, wait: Wait) -> bool:
        """Write the wait's row in the words of the new version; False when it has none yet."""
        match wait:
            case UserTaskWait() | JobWait():
                return self._carry_work(instance.key, wait)
            case TimerWait():
                return self._carry_timer(instance.key, wait)
            case MessageWait():
                return self._carry_message(instance, wait)
            case SignalWait():
                return self._carry_signal(instance.key, wait)

    def _carry_work(self, instance: str, wait: UserTaskWait | JobWait) -> bool:
        unit = self._unit
        if isinstance(wait, UserTaskWait):
            task = unit.user_tasks.get(instance, wait.number)
            if task is not None:
                unit.user_tasks.renew(task, _user_task(task, wait))
            return task is not None
        job = unit.jobs.get(instance, wait.number)
        if job is not None and _job(job, wait) != job:
            unit.jobs.save(job, _job(job, wait))
        return job is not None

    def _carry_timer(self, instance: str, wait: TimerWait) -> bool:
        kept = _numbered(self._unit.timers.of(instance), wait)
        self._unit.timers.put(replace(each, **_place(wait), due=wait.due) for each in kept)
        return bool(kept)

    def _carry_message(self, instance: ProcessInstance, wait: MessageWait) -> bool:
        subscriptions = self._unit.message_subscriptions
        kept = _numbered(subscriptions.of(instance.key), wait)
        key = correlation(wait.key, instance.business_key)
        told = {**_place(wait), "name": wait.name, "correlation": key}
        subscriptions.put(replace(each, **told) for each in kept)
        return bool(kept)

    def _carry_signal(self, instance: str, wait: SignalWait) -> bool:
        subscriptions = self._unit.signal_subscriptions
        kept = _numbered(subscriptions.of(instance), wait)
        subscriptions.put(replace(each, **_place(wait), name=wait.name) for each in kept)
        return bool(kept)

    def _carry_incidents(self, instance: ProcessInstance) -> None:
        for incident in self._unit.incidents.find(instance=instance.key):
            if incident.definition == self._move.old.key:
                self._unit.incidents.save(incident, self._incident(incident))

    def _incident(self, incident: Incident) -> Incident:
        element = self._move.elements.get(incident.element or "", incident.element)
        step = dict(incident.step) if incident.step else None
        if step is not None and step.get("at"):
            step["at"] = self._move.elements.get(step["at"], step["at"])
        return replace(incident, definition=self._move.new.key, element=element, step=step)


def _obstacle(key: str, **arguments: Any) -> Obstacle:
    return Obstacle(key=f"runtime.migration.{key}", arguments=arguments)


def _numbered(rows: Iterable[Row], wait: Wait) -> list[Row]:
    """The row of the wait, if there is one."""
    return [row for row in rows if row.number == wait.number]


def _place(wait: Wait) -> dict[str, Any]:
    return {
        "definition": wait.definition,
        "process": wait.process,
        "element": wait.element,
        "label": wait.label,
    }


def _user_task(task: UserTask, wait: UserTaskWait) -> UserTask:
    """Claims and dates stay as people know them."""
    return replace(
        task,
        **_place(wait),
        candidate_groups=tuple(wait.candidate_groups),
        candidate_users=tuple(wait.candidate_users),
        due=task.due or wait.due,
        follow_up=task.follow_up or wait.follow_up,
        priority=wait.priority,
        form=wait.form,
    )


def _job(job: Job, wait: JobWait) -> Job:
    return replace(job, **_place(wait), type=wait.type, headers=dict(wait.headers))
