"""Jobs: give them out under a lease, and take the answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from typing import Any

from ..errors import BadInput, Conflict, LeaseLost, NotFound
from ..handler import DocumentTemplate, NoticeTemplate, RenderedNotice
from ..model.actor import ENGINE, Actor
from ..model.instance import ProcessInstance
from ..model.job import ActivatedJob, Job, JobState, Lease
from ..model.step import CompleteJob, ThrowError, step_to_json
from ..procedure.notices import Notice
from ..storage.bell import Bell
from ..storage.tally import Tally
from ..storage.unit_of_work import UnitOfWork
from .activation import Activation
from .advance import Advance
from .audit import keep, load
from .keys import parted
from .means import Means
from .occasion import Occasion
from .suspensions import held
from .transactions import Transactions
from .trouble import Trouble, of_job
from .variables import json_variables
from .waits import Taker

UNKNOWN = "runtime.unknown-job"
OUTCOMES = {CompleteJob.kind: "completed", ThrowError.kind: "error"}
LOOK = 1.0
"""Seconds after which who waits for a job looks again, called or not."""


class Jobs:
    """`engine.jobs`. Every answer is fenced by the lease the job was given out under."""

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions
        self._tally = means.database.tally

    def get(self, key: str) -> Job:
        """Raises NotFound."""
        with self._means.database.look() as unit:
            return _found(unit, *parted(key, UNKNOWN))

    def find(self, *, instance: str | None = None, limit: int = 100) -> list[Job]:
        """The live jobs, oldest first."""
        with self._means.database.look() as unit:
            return unit.jobs.open(limit) if instance is None else unit.jobs.of(instance)

    def activate(
        self,
        types: Collection[str] | None,
        worker: str,
        limit: int = 1,
        lease: timedelta | None = None,
        *,
        wait: timedelta = timedelta(0),
    ) -> list[ActivatedJob]:
        """Lease the jobs of these types (None: of all) that are due to the worker, oldest first.

        wait: for how long, while there is none; it is given as soon as it comes. Raises BadInput
        for a worker without a name, a limit below one, or a lease of no time.
        """
        term = self._means.lease if lease is None else lease
        if not worker.strip() or limit < 1 or term <= timedelta(0):
            raise BadInput.of("runtime.activate-how", worker=worker, limit=limit, lease=term)
        until = monotonic() + wait.total_seconds()
        while not self.bell.is_closed:
            heard = self.bell.rung
            given = self._activated(types, worker, limit, term)
            left = until - monotonic()
            if given or left <= 0:
                return given
            self.bell.wait(heard, min(left, LOOK, self.shortest_interval(types)))
        return []

    def _activated(
        self, types: Collection[str] | None, worker: str, limit: int, lease: timedelta
    ) -> list[ActivatedJob]:
        now = self._means.now()
        until = now + lease

        def work(unit: UnitOfWork) -> list[ActivatedJob]:
            claimed = self._claimed(unit, types, worker, limit, now, until)
            return list(Activation(unit, self._means, now).of(claimed))

        return self._counted(self._transactions.run(work))

    def _counted(self, given: list[ActivatedJob]) -> list[ActivatedJob]:
        for job in given:
            self._tally.count("activated", job.type)
        return given

    def _claimed(
        self,
        unit: UnitOfWork,
        types: Collection[str] | None,
        worker: str,
        limit: int,
        now: datetime,
        until: datetime,
    ) -> list[Job]:
        """Types with a pace first, one job of each: others cannot be kept waiting by them."""
        intervals = self._means.intervals
        paced = [each for each in intervals if types is None or each in types]
        claimed: list[Job] = []
        for each in paced[:limit]:
            claimed += unit.jobs.claim_paced(each, worker, now, until, intervals[each])
            if len(claimed) == limit:
                return claimed
        left = limit - len(claimed)
        return claimed + unit.jobs.claim(types, worker, left, now, until, but=paced)

    @property
    def bell(self) -> Bell:
        """Rings when there may be jobs to do."""
        return self._means.database.bell

    @property
    def tally(self) -> Tally:
        """What was counted in this process."""
        return self._tally

    def shortest_interval(self, types: Collection[str] | None) -> float:
        """Seconds after which a job of one of the types may come, for those with a pace."""
        intervals = self._means.intervals
        paced = [each for name, each in intervals.items() if types is None or name in types]
        return min((each.total_seconds() for each in paced), default=float("inf"))

    def are_due(self, types: Collection[str]) -> bool:
        """Whether a job of the types could be done now, were it not for its type's pace."""
        with self._means.database.look() as unit:
            return unit.jobs.is_due(types, self._means.now())

    def hand_back(self, lease: Lease) -> None:
        """The job is not done here after all: another worker may begin it now; no try is lost.

        Raises LeaseLost, NotFound.
        """
        self.retry_later(lease, timedelta(0))

    def lease(self, key: str, worker: str, lease: timedelta | None = None) -> ActivatedJob:
        """Lease this one job to the worker.

        Raises NotFound, Conflict when it is not due or not free.
        """
        place = parted(key, UNKNOWN)
        now = self._means.now()
        until = now + (lease or self._means.lease)

        def work(unit: UnitOfWork) -> ActivatedJob:
            job = _found(unit, *place)
            claimed = unit.jobs.claim(None, worker, 1, now, until, only=place)
            for activated in Activation(unit, self._means, now).of(claimed):
                return activated
            if (suspension := unit.jobs.held_by(*place)) is not None:
                raise held(suspension, job.label)
            words = {"state": f"runtime.state.{job.state.value}"}
            raise Conflict.of("runtime.job-not-free", words, key=key, label=job.label, due=job.due)

        (given,) = self._counted([self._transactions.run(work)])
        return given

    def complete(
        self,
        lease: Lease,
        variables: Mapping[str, Any] | None = None,
        actor: Actor = ENGINE,
        *,
        following: Collection[str] = (),
        term: timedelta | None = None,
    ) -> ActivatedJob | None:
        """The job is done.

        The answer is kept even when the drawing cannot go on: an incident holds it then, and the
        handler is never asked again. following: if the drawing comes to a job of one of these types
        now, it is leased to the same worker at once, for the `term` (else as the engine says), and
        is the result. Raises LeaseLost when the answer comes too late, NotFound, BadInput.
        """
        step = CompleteJob(wait=lease.number, variables=json_variables(variables))
        return self._answer(lease, step, actor, following, term)

    def throw_error(
        self,
        lease: Lease,
        code: str,
        text: str = "",
        variables: Mapping[str, Any] | None = None,
        actor: Actor = ENGINE,
    ) -> None:
        """The drawing must act on the error code. Raises LeaseLost, NotFound, BadInput."""
        given = json_variables(variables)
        step = ThrowError(wait=lease.number, code=code, text=text, variables=given)
        self._answer(lease, step, actor)

    def fail(
        self,
        lease: Lease,
        text: str,
        *,
        retry: bool = True,
        delay: timedelta | None = None,
        actor: Actor = ENGINE,
    ) -> None:
        """The try has failed: the job comes again after a pause, or is an incident when no try is
        left.

        retry False: at once an incident. delay: the pause, else by the engine's back-off. Raises
        LeaseLost, NotFound.
        """
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> Job:
            instance, job = self._leased(unit, lease, occasion.now)
            left = job.retries - 1 if retry else 0
            pause = self._means.backoff.after(job.failures + 1) if delay is None else delay
            failed = replace(
                job,
                state=JobState.OPEN if left > 0 else JobState.FAILED,
                retries=max(left, 0),
                failures=job.failures + 1,
                due=occasion.now + pause,
                text=text,
                worker=None,
                deadline=None,
            )
            self._keep_failed(unit, instance, job, failed, occasion)
            return failed

        failed = self._transactions.run(work)
        is_left = failed.state is JobState.OPEN
        self._tally.count("answered", failed.type, "failed" if is_left else "incident")

    def retry_later(self, lease: Lease, delay: timedelta, text: str = "") -> None:
        """Try again after the delay; costs no retry. Raises LeaseLost, NotFound."""
        now = self._means.now()

        def work(unit: UnitOfWork) -> str:
            _, job = self._leased(unit, lease, now)
            waiting = replace(
                job,
                state=JobState.OPEN,
                due=now + delay,
                text=text or job.text,
                worker=None,
                deadline=None,
            )
            unit.jobs.save(job, waiting)
            unit.worked |= delay <= timedelta(0)
            return job.type

        self._tally.count("answered", self._transactions.run(work), "later")

    def extend(self, lease: Lease, by: timedelta | None = None) -> Lease:
        """A longer lease for a handler that is still at work. Raises LeaseLost, NotFound."""
        now = self._means.now()
        until = now + (by or self._means.lease)

        def work(unit: UnitOfWork) -> Lease:
            if not unit.jobs.extend(lease, until, now):
                raise _lost(_found(unit, lease.instance, lease.number), lease)
            return replace(lease, deadline=until)

        return self._transactions.run(work)

    def notices(self, *definitions: str) -> Callable[[str], NoticeTemplate | None]:
        """The notices that came with the definitions, by name; an earlier definition's go
        before. The database is asked when a handler asks.
        """

        def notice(name: str) -> NoticeTemplate | None:
            found = self._notice(name, definitions)
            return None if found is None else _Template(found, self._means)

        return notice

    def _notice(self, name: str, definitions: Sequence[str]) -> Notice | None:
        with self._means.database.look() as unit:
            for definition in definitions:
                notices = self._means.shelf.folder_of(unit, definition).notices
                if name in notices:
                    return notices[name]
        return None

    def documents(self, *definitions: str) -> Callable[[str], DocumentTemplate | None]:
        """The documents that came with the definitions, by name; an earlier definition's go
        before. The database is asked when a handler asks.
        """
        return partial(self._document, definitions)

    def _document(self, definitions: Sequence[str], name: str) -> DocumentTemplate | None:
        main = f"{name}.typ"
        with self._means.database.look() as unit:
            for definition in definitions:
                files = self._means.shelf.folder_of(unit, definition).documents
                if main in files:
                    return DocumentTemplate(name=main, files=files)
        return None

    def _answer(
        self,
        lease: Lease,
        step: CompleteJob | ThrowError,
        actor: Actor,
        following: Collection[str] = (),
        term: timedelta | None = None,
    ) -> ActivatedJob | None:
        occasion = self._means.occasion(actor)
        until = occasion.now + (term or self._means.lease)

        def work(unit: UnitOfWork) -> tuple[str, list[ActivatedJob]]:
            instance, job = self._leased(unit, lease, occasion.now)
            advance = Advance(unit, self._means, occasion)
            answered = self._answered(job.type, step)
            about = {"attempt": job.attempt, "worker": job.worker, **answered}
            told = occasion.fact_at(job, step.kind, type=job.type, **about)
            execution = advance.restore(instance)
            taker = self._taker(unit, following, lease.worker, until)
            taken = advance.take(instance, execution, [step], told, answers=job.number, taker=taker)
            held = taken.incident is not None
            kept = replace(
                job,
                state=JobState.ANSWERED if held else JobState.DONE,
                answer=step_to_json(step) if held else None,
                closed_at=None if held else occasion.now,
            )
            unit.jobs.save(job, kept)
            activation = Activation(unit, self._means, occasion.now)
            activation.knows(taken.instance, execution)
            return job.type, list(activation.of([taken.job] if taken.job else []))

        answered, given = self._transactions.step(work)
        self._tally.count("answered", answered, OUTCOMES[step.kind])
        return next(iter(self._counted(given)), None)

    def _answered(self, job_type: str, step: CompleteJob | ThrowError) -> Mapping[str, Any]:
        """What history tells of the answer: an error code, or the outputs that are recorded."""
        if isinstance(step, ThrowError):
            return {"code": step.code, "text": step.text}
        facts = (self._means.job_types or {}).get(job_type)
        recorded = facts.recorded if facts else frozenset()
        gave = {name: value for name, value in step.variables.items() if name in recorded}
        return {"gave": gave} if gave else {}

    def _taker(
        self, unit: UnitOfWork, types: Collection[str], worker: str, until: datetime
    ) -> Taker | None:
        """Who does the next job of the instance, too. One whose type keeps a pace waits its turn;
        where something is suspended, each goes by the queue, which knows what is held.
        """
        unpaced = set(types) - set(self._means.intervals)
        if not unpaced or unit.suspensions.are_there():
            return None
        return Taker(worker=worker, types=unpaced, until=until)

    def _leased(self, unit: UnitOfWork, lease: Lease, now: datetime) -> tuple[ProcessInstance, Job]:
        """The job, if the lease is still good. Raises LeaseLost, NotFound."""
        instance = load(unit, lease.instance, UNKNOWN, lease.key)
        job = _found(unit, lease.instance, lease.number)
        mine = job.state is JobState.LEASED and job.attempt == lease.attempt
        if not mine or job.worker != lease.worker or job.deadline is None or job.deadline <= now:
            raise _lost(job, lease)
        return instance, job

    def _keep_failed(
        self,
        unit: UnitOfWork,
        instance: ProcessInstance,
        job: Job,
        failed: Job,
        occasion: Occasion,
    ) -> None:
        trouble = Trouble()
        if failed.state is JobState.FAILED:
            trouble = of_job(job, failed.text or "", self._means.new_key(), occasion)
        told = occasion.fact_at(
            job, "job-failed", type=job.type, text=failed.text, retries=failed.retries
        )
        facts = [told, *trouble.facts(occasion)]
        keep(unit, instance, instance, facts, trouble.difference)
        trouble.write(unit)
        unit.jobs.save(job, failed)


class _Template:
    """A notice that knows the time, the zone and the calendar."""

    def __init__(self, notice: Notice, means: Means) -> None:
        self._notice = notice
        self._means = means

    def render(self, variables: Mapping[str, Any]) -> RenderedNotice:
        rendered = self._notice.render(variables, self._means.environment(self._means.now()))
        return RenderedNotice(
            subject=rendered.subject,
            body=rendered.body,
            short=rendered.short,
            fields=rendered.fields,
            missing=rendered.missing,
        )


def _found(unit: UnitOfWork, instance: str, number: int) -> Job:
    job = unit.jobs.get(instance, number)
    if job is None:
        raise NotFound.of(UNKNOWN, key=f"{instance}:{number}")
    return job


def _lost(job: Job, lease: Lease) -> LeaseLost:
    words = {"state": f"runtime.state.{job.state.value}"}
    named: dict[str, Any] = {"key": job.key, "label": job.label, "worker": lease.worker}
    if job.state is JobState.LEASED and job.attempt == lease.attempt:
        return LeaseLost.of("runtime.lease-over", **named, deadline=job.deadline)
    if job.state is JobState.LEASED:
        return LeaseLost.of("runtime.lease-taken", **named, other=job.worker)
    return LeaseLost.of("runtime.lease-lost", words, **named)
