"""Whether an instance's rows and its snapshot are of one mind, and the snapshot comes back as it
is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..execution import Execution
from ..model.actor import ENGINE
from ..model.instance import ProcessInstance
from ..model.job import JobState
from ..model.open_wait import OpenWait
from ..model.user_task import UserTaskState
from ..storage.unit_of_work import UnitOfWork
from .advance import Advance
from .means import Means


def open_waits_of(unit: UnitOfWork, means: Means, instance: ProcessInstance) -> list[OpenWait]:
    """What an instance waits for, in the order of its tokens; without what an incident holds."""
    found = [
        *_user_tasks_and_jobs(unit, instance.key),
        *_events(unit, instance.key),
        *_conditions(unit, means, instance),
    ]
    return sorted(found, key=lambda wait: wait.number)


def _user_tasks_and_jobs(unit: UnitOfWork, instance: str) -> Iterator[OpenWait]:
    for task in unit.user_tasks.of(instance, [UserTaskState.OPEN]):
        yield OpenWait(
            kind="user_task",
            number=task.number,
            element=task.element,
            name=task.label,
            key=task.key,
            due=task.due,
        )
    for job in unit.jobs.of(instance):
        if job.state is not JobState.ANSWERED:
            yield OpenWait(
                kind="job",
                number=job.number,
                element=job.element,
                name=job.type,
                key=job.key,
                due=job.due,
            )


def _events(unit: UnitOfWork, instance: str) -> Iterator[OpenWait]:
    for timer in unit.timers.of(instance):
        if not timer.taken:
            yield OpenWait(
                kind="timer",
                number=timer.number,
                element=timer.element,
                name=timer.label,
                key=timer.key,
                due=timer.due,
            )
    for message in unit.message_subscriptions.of(instance):
        if not message.taken:
            yield OpenWait(
                kind="message",
                number=message.number,
                element=message.element,
                name=message.name,
                key=message.correlation,
            )
    for signal in unit.signal_subscriptions.of(instance):
        if not signal.taken:
            yield OpenWait(
                kind="signal",
                number=signal.number,
                element=signal.element,
                name=signal.name,
                key=signal.key,
            )


def _conditions(unit: UnitOfWork, means: Means, instance: ProcessInstance) -> Iterator[OpenWait]:
    if not instance.is_active or instance.positions is None:
        return
    execution = Advance(unit, means, means.occasion(ENGINE)).restore(instance)
    for wait in execution.conditions():
        yield OpenWait(
            kind=wait.kind,
            number=wait.number,
            element=wait.element,
            name=wait.label,
            key=f"{instance.key}:{wait.number}",
        )


def rows_of(unit: UnitOfWork, instance: str) -> set[tuple[str, int]]:
    """Kind and number of every wait that has a row, also of those an incident holds."""
    return {
        *(("user_task", row.number) for row in unit.user_tasks.of(instance)),
        *(("job", row.number) for row in unit.jobs.of(instance)),
        *(("timer", row.number) for row in unit.timers.of(instance)),
        *(("message", row.number) for row in unit.message_subscriptions.of(instance)),
        *(("signal", row.number) for row in unit.signal_subscriptions.of(instance)),
    }


def disagreements(unit: UnitOfWork, means: Means, instance: ProcessInstance) -> list[str]:
    """What is wrong with an instance, if anything: for tests and the doctor."""
    rows = rows_of(unit, instance.key)
    if not instance.is_active or instance.positions is None:
        return [f"{kind} {number} is left open" for kind, number in sorted(rows)]
    advance = Advance(unit, means, means.occasion(ENGINE))
    execution = advance.restore(instance)
    waits = _waited_for(execution)
    found = [
        f"{kind} {number} is waited for without a row" for kind, number in sorted(waits - rows)
    ]
    found += [f"{kind} {number} has a row in vain" for kind, number in sorted(rows - waits)]
    if _saved_again(execution, advance, instance) != waits:
        found.append("the snapshot does not come back as it was")
    return found


def _saved_again(
    execution: Execution, advance: Advance, instance: ProcessInstance
) -> set[tuple[str, int]]:
    snapshot = execution.snapshot()
    again = replace(instance, positions=snapshot.positions)
    return _waited_for(advance.restore(again))


def _waited_for(execution: Execution) -> set[tuple[str, int]]:
    return {(wait.kind, wait.number) for wait in execution.waits()}
