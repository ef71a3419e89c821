"""What a handler is given: a leased job, with all that it may know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from ..execution import Execution
from ..model.actor import ENGINE
from ..model.instance import ProcessInstance
from ..model.job import ActivatedJob, Job, Lease
from ..storage.unit_of_work import UnitOfWork
from .advance import Advance
from .audit import load
from .means import Means
from .occasion import Occasion


class Activation:
    """What handlers may know of the jobs that were just leased."""

    def __init__(self, unit: UnitOfWork, means: Means, now: datetime) -> None:
        self._unit = unit
        self._means = means
        self._now = now
        self._advance = Advance(unit, means, Occasion(actor=ENGINE, now=now))
        self._lives: dict[str, tuple[ProcessInstance, Execution]] = {}

    def knows(self, instance: ProcessInstance, execution: Execution) -> None:
        """The instance, already brought to life."""
        self._lives[instance.key] = instance, execution

    def of(self, jobs: Sequence[Job]) -> Iterator[ActivatedJob]:
        return (self._activated(job) for job in jobs)

    def _activated(self, job: Job) -> ActivatedJob:
        instance, execution = self._life(job.instance)
        process = self._means.shelf.process(self._unit, job.definition)
        lane = process.lane_of(job.element)
        return ActivatedJob(
            lease=_lease(job),
            type=job.type,
            process=job.process,
            element=job.element,
            label=job.label,
            definition=job.definition,
            instance_definition=instance.definition,
            lane=lane.label if lane else None,
            business_key=instance.business_key,
            retries=job.retries,
            headers=job.headers,
            variables=execution.variables_seen_by(job.number),
            now=self._now,
        )

    def _life(self, key: str) -> tuple[ProcessInstance, Execution]:
        if key not in self._lives:
            instance = load(self._unit, key)
            self._lives[key] = instance, self._advance.restore(instance)
        return self._lives[key]


def _lease(job: Job) -> Lease:
    assert job.worker is not None and job.deadline is not None  # noqa: S101 - it was just leased
    return Lease(
        instance=job.instance,
        number=job.number,
        worker=job.worker,
        attempt=job.attempt,
        deadline=job.deadline,
    )
