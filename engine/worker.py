"""Takes jobs, has the handlers do them, and reports what came of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from threading import Event

from .errors import LeaseLost
from .handler import (
    Completed,
    ErrorThrown,
    Failed,
    HandlerRegistry,
    JobContext,
    Outcome,
    Retry,
    run_handler,
)
from .messages import Language
from .model.job import ActivatedJob
from .runtime.jobs import Jobs


class Worker:
    """One after another: activate, execute, report. Run as many as you like, in threads or
    processes.

    name: tells workers apart. types: the job types it takes, all that have a handler by default.
    lease: how long the others wait for an answer before they take the job over. language: of
    failures' texts.
    """

    def __init__(
        self,
        name: str,
        jobs: Jobs,
        handlers: HandlerRegistry,
        *,
        types: Collection[str] | None = None,
        lease: timedelta | None = None,
        language: Language = "vi",
    ) -> None:
        self._name = name
        self._jobs = jobs
        self._handlers = handlers
        self._types = handlers.types if types is None else frozenset(types)
        self._lease = lease
        self._language = language

    def run_once(self) -> int:
        """Do the jobs that are due now; returns how many were tried."""
        tried = 0
        while self._types and (
            jobs := self._jobs.activate(self._types, self._name, 1, self._lease)
        ):
            for job in jobs:
                self._report(job, self._execute(job))
            tried += len(jobs)
        return tried

    def run(self, stop: Event, pause: float = 0.5) -> None:
        """Do jobs until told to stop; looks for new ones after each pause (seconds)."""
        while not stop.is_set():
            if not self.run_once():
                stop.wait(pause)

    def _execute(self, job: ActivatedJob) -> Outcome:
        handler = self._handlers.find(job.type)
        return run_handler(handler, job.variables, self._context(job))

    def _context(self, job: ActivatedJob) -> JobContext:
        return JobContext(
            key=job.key,
            type=job.type,
            instance=job.lease.instance,
            business_key=job.business_key,
            definition=job.definition,
            process=job.process,
            element=job.element,
            label=job.label,
            now=job.now,
            deadline=job.lease.deadline,
            attempt=job.lease.attempt,
            retries_left=max(job.retries - 1, 0),
            lane=job.lane,
            headers=job.headers,
            variables=job.variables,
            notices=self._jobs.notices(job.instance_definition, job.definition),
        )

    def _report(self, job: ActivatedJob, outcome: Outcome) -> None:
        """Tell the engine; when the lease was lost meanwhile, another worker's answer counts."""
        try:
            self._answer(job, outcome)
        except LeaseLost:
            return

    def _answer(self, job: ActivatedJob, outcome: Outcome) -> None:
        match outcome:
            case Completed(variables):
                self._jobs.complete(job.lease, variables)
            case ErrorThrown(code, text, variables):
                self._jobs.throw_error(job.lease, code, text, variables)
            case Retry(delay, text):
                self._jobs.retry_later(job.lease, delay, text)
            case Failed(retry=retry):
                self._jobs.fail(job.lease, outcome.sentence(self._language), retry=retry)
