"""Turns what an execution waits for into rows, and takes them away again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from ..model.instance import ProcessInstance
from ..model.job import Job, JobState
from ..model.message import MessageSubscription, SignalSubscription
from ..model.timer import Timer
from ..model.user_task import UserTask, UserTaskState
from ..model.wait import JobWait, MessageWait, SignalWait, TimerWait, UserTaskWait, Wait
from ..storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """A worker that takes the first job of some types, under a lease to the moment, if there is
    one: no other worker sees it before.
    """

    worker: str
    types: Collection[str]
    until: datetime

    def of(self, jobs: Sequence[Job]) -> Job | None:
        """The one it takes, as it has it then."""
        for opened in jobs:
            if opened.type in self.types:
                return replace(
                    opened,
                    state=JobState.LEASED,
                    worker=self.worker,
                    deadline=self.until,
                    attempt=1,
                )
        return None


def open_waits(
    unit: UnitOfWork,
    instance: ProcessInstance,
    waits: Sequence[Wait],
    now: datetime,
    taker: Taker | None = None,
) -> Job | None:
    """Write the waits that were opened or armed again; the result is the job the taker takes."""
    tasks, jobs, timers, messages, signals = [], [], [], [], []
    for wait in waits:
        match wait:
            case UserTaskWait():
                tasks.append(user_task(instance.key, wait, now))
            case JobWait():
                jobs.append(job(instance.key, wait, now))
            case TimerWait():
                timers.append(timer(instance.key, wait))
            case MessageWait():
                messages.append(message_subscription(instance, wait, now))
            case SignalWait():
                signals.append(signal_subscription(instance.key, wait))
    taken = None if taker is None else taker.of(jobs)
    unit.user_tasks.open(tasks)
    unit.jobs.put(taken if taken and taken.number == each.number else each for each in jobs)
    unit.worked |= len(jobs) > (taken is not None)
    unit.timers.put(timers)
    unit.message_subscriptions.put(messages)
    unit.signal_subscriptions.put(signals)
    return taken


def close_waits(unit: UnitOfWork, instance: str, numbers: Collection[int], now: datetime) -> None:
    """Nobody waits for these any more: the drawing has gone another way."""
    if numbers:
        unit.user_tasks.close(instance, numbers, UserTaskState.CANCELLED, now)
        unit.jobs.close(instance, numbers, JobState.CANCELLED, now)
        unit.timers.close(instance, numbers)
        unit.message_subscriptions.close(instance, numbers)
        unit.signal_subscriptions.close(instance, numbers)


def user_task(instance: str, wait: UserTaskWait, now: datetime) -> UserTask:
    return UserTask(
        instance=instance,
        number=wait.number,
        definition=wait.definition,
        process=wait.process,
        element=wait.element,
        label=wait.label,
        assignee=wait.assignee,
        candidate_groups=tuple(wait.candidate_groups),
        candidate_users=tuple(wait.candidate_users),
        due=wait.due,
        follow_up=wait.follow_up,
        priority=wait.priority,
        form=wait.form,
        opened_at=now,
    )


def job(instance: str, wait: JobWait, now: datetime) -> Job:
    return Job(
        instance=instance,
        number=wait.number,
        definition=wait.definition,
        process=wait.process,
        element=wait.element,
        label=wait.label,
        type=wait.type,
        retries=wait.retries,
        headers=dict(wait.headers),
        due=now,
        opened_at=now,
    )


def timer(instance: str, wait: TimerWait) -> Timer:
    return Timer(
        instance=instance,
        number=wait.number,
        definition=wait.definition,
        process=wait.process,
        element=wait.element,
        label=wait.label,
        due=wait.due,
    )


def message_subscription(
    instance: ProcessInstance, wait: MessageWait, now: datetime
) -> MessageSubscription:
    return MessageSubscription(
        instance=instance.key,
        number=wait.number,
        definition=wait.definition,
        process=wait.process,
        element=wait.element,
        label=wait.label,
        name=wait.name,
        correlation=correlation(wait.key, instance.business_key),
        root=instance.process_id,
        opened_at=now,
    )


def correlation(key: str | None, business_key: str | None) -> str:
    """What a message must name: the key, else the instance's business key, else nothing."""
    return key if key is not None else business_key or ""


def signal_subscription(instance: str, wait: SignalWait) -> SignalSubscription:
    return SignalSubscription(
        instance=instance,
        number=wait.number,
        definition=wait.definition,
        process=wait.process,
        element=wait.element,
        label=wait.label,
        name=wait.name,
    )
