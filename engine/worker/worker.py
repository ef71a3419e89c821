"""Takes jobs, has the handlers do them, and reports what came of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from datetime import timedelta
from functools import partial
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any

from ..errors import LeaseLost, NotFound, StaleInstance, UnusableDatabase
from ..handler import (
    Completed,
    ErrorThrown,
    Failed,
    HandlerRegistry,
    JobContext,
    Outcome,
    Retry,
    run_handler,
)
from ..handler.outages import Outages
from ..messages import Language
from ..model.job import ActivatedJob
from ..pulse import Pulse
from ..runtime.jobs import Jobs
from .renewal import Renewal
from .slots import Slots

PAUSE = 0.5
GRACE = timedelta(seconds=30)
IN_A_ROW = 20
"""Jobs of one instance, after which a hand looks what others have waited for longest."""

NO_LIMITS: Mapping[str, int] = {}

Report = Callable[[], ActivatedJob | None]
Tell = Callable[[Report], ActivatedJob | None]


class Worker:
    """Activate, execute, report; several jobs at once if asked to. Run as many workers as you like,
    in threads, in processes, on machines.

    name: tells workers apart. types: the job types it takes, all that have a handler by default.
    lease: how long the others wait for a sign of life; while a handler is at work it is renewed.
    concurrency: jobs done at once, each in a thread of its own. at_once: the most of a job type.
    language: of failures' texts.
    """

    def __init__(
        self,
        name: str,
        jobs: Jobs,
        handlers: HandlerRegistry,
        *,
        lease: timedelta,
        types: Collection[str] | None = None,
        language: Language = "vi",
        concurrency: int = 1,
        at_once: Mapping[str, int] = NO_LIMITS,
    ) -> None:
        self._name = name
        self._jobs = jobs
        self._handlers = handlers
        self._types = handlers.types if types is None else frozenset(types)
        self._lease = lease
        self._language = language
        self._concurrency = concurrency
        self._slots = Slots(self._types, at_once)
        self._taking = Lock()
        self._pulse = Pulse()
        self._tally = jobs.tally
        self._log = logging.getLogger("procflow.worker")

    @property
    def types(self) -> frozenset[str]:
        """The job types it takes."""
        return self._types

    @property
    def pulse(self) -> Pulse:
        """Whether it turns."""
        return self._pulse

    def run_once(self, stop: Event | None = None) -> int:
        """Do the jobs that are due now, or until told to stop; returns how many were tried."""
        with Renewal(self._jobs, self._lease) as renewal:
            return self._together(lambda: self._drain(renewal, stop or Event()))

    def run(self, stop: Event, pause: float = PAUSE, grace: timedelta = GRACE) -> int:
        """Do jobs until told to stop; returns how many were tried.

        It looks for new ones when it is woken, and after each pause (seconds). Once told to stop it
        takes no more; what is not done after the grace is handed back: another worker begins it
        anew, with the same idempotency key, and the answer of the handler that is still at work
        here is refused. A database that cannot be reached is waited for; any other error is logged,
        and work goes on.
        """
        done: list[int] = []
        with Renewal(self._jobs, self._lease) as renewal:
            hands = [
                Thread(
                    target=lambda: done.append(self._serve(renewal, stop, pause)),
                    name=f"procflow-{self._name}-{number}",
                    daemon=True,
                )
                for number in range(self._concurrency)
            ]
            for hand in hands:
                hand.start()
            stop.wait()
            _joined(hands, grace)
            for lease in renewal.at_hand():
                self._tell(partial(self._jobs.hand_back, lease), stop, pause)
        return sum(done)

    def _together(self, work: Callable[[], int]) -> int:
        """The work in as many threads as there are hands; the first error is raised."""
        if self._concurrency == 1:
            return work()
        done: list[int] = []
        errors: list[Exception] = []

        def one() -> None:
            try:
                done.append(work())
            except Exception as error:  # raised again below
                errors.append(error)

        hands = [Thread(target=one, daemon=True) for _ in range(self._concurrency)]
        for hand in hands:
            hand.start()
        for hand in hands:
            hand.join()
        for error in errors:
            raise error
        return sum(done)

    def _drain(self, renewal: Renewal, stop: Event) -> int:
        done = 0
        while not stop.is_set() and (job := self._next()) is not None:
            done += self._do(job, renewal, stop, lambda report: report())
        return done

    def _serve(self, renewal: Renewal, stop: Event, pause: float) -> int:
        done, outages = 0, Outages(self._log, stop, pause)
        with self._pulse.running(stop):
            while not stop.is_set():
                self._pulse.beat()
                with outages:
                    done += self._turn(renewal, stop, pause)
        return done

    def _turn(self, renewal: Renewal, stop: Event, pause: float) -> int:
        """One job, and those that follow it, or a pause."""
        heard = self._jobs.bell.rung
        job = self._next()
        if job is None:
            self._jobs.bell.wait(heard, min(pause, self._jobs.shortest_interval(self._types)))
            return 0
        return self._do(job, renewal, stop, partial(self._tell, stop=stop, pause=pause))

    def _next(self) -> ActivatedJob | None:
        """One job of a type that has room."""
        with self._taking:
            types = self._slots.free()
            jobs = self._jobs.activate(types, self._name, 1, self._lease) if types else []
            for job in jobs:
                self._slots.take(job.type)
                return job
        return None

    def _do(self, job: ActivatedJob, renewal: Renewal, stop: Event, tell: Tell) -> int:
        """The job, and those that its instance comes to; returns how many."""
        done, following = 0, self._slots.unlimited()
        current: ActivatedJob | None = job
        while current is not None:
            done += 1
            goes_on = done < IN_A_ROW and not stop.is_set()
            current = self._do_one(current, renewal, tell, following if goes_on else frozenset())
        return done

    def _do_one(
        self, job: ActivatedJob, renewal: Renewal, tell: Tell, following: Collection[str]
    ) -> ActivatedJob | None:
        """The job; returns the one that follows it, leased already."""
        try:
            with renewal.keeping(job):
                outcome = self._execute(job)
                then = tell(lambda: self._report(job, outcome, following))
            if then is not None:
                self._slots.take(then.type)
            return then
        finally:
            self._slots.give(job.type)
            if self._concurrency > 1:
                self._jobs.bell.ring_here()

    def _tell(self, report: Report, stop: Event, pause: float) -> ActivatedJob | None:
        """Report, again and again while the database is out of reach; told to stop, only once."""
        while True:
            try:
                return report()
            except LeaseLost:
                return None
            except (UnusableDatabase, StaleInstance):
                self._pulse.beat_if_running()
                if stop.wait(pause):
                    return None

    def _execute(self, job: ActivatedJob) -> Outcome:
        handler = self._handlers.find(job.type)
        with self._pulse.busy(), self._tally.timing("handler", job.type):
            outcome = run_handler(handler, job.variables, self._context(job))
        if isinstance(outcome, Failed) and outcome.trace:
            self._warn("handler failed", job, trace=outcome.trace)
        return outcome

    def _warn(self, what: str, job: ActivatedJob, **more: Any) -> None:
        told = {
            "dossier": job.business_key,
            "job": job.key,
            "type": job.type,
            "element": job.element,
            "attempt": job.lease.attempt,
            "worker": self._name,
            **more,
        }
        self._log.warning(what, extra={"told": told})

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
            documents=self._jobs.documents(job.instance_definition, job.definition),
        )

    def _report(
        self, job: ActivatedJob, outcome: Outcome, following: Collection[str]
    ) -> ActivatedJob | None:
        """Tell the engine; when the lease was lost meanwhile, another worker's answer counts."""
        try:
            return self._answer(job, outcome, following)
        except (LeaseLost, NotFound):
            self._warn("answer came too late", job)
            return None

    def _answer(
        self, job: ActivatedJob, outcome: Outcome, following: Collection[str]
    ) -> ActivatedJob | None:
        match outcome:
            case Completed(variables):
                return self._jobs.complete(
                    job.lease, variables, following=following, term=self._lease
                )
            case ErrorThrown(code, text, variables):
                self._jobs.throw_error(job.lease, code, text, variables)
            case Retry(delay):
                self._jobs.retry_later(job.lease, delay, outcome.sentence(self._language))
            case Failed(retry=retry):
                self._jobs.fail(job.lease, outcome.sentence(self._language), retry=retry)
        return None


def _joined(hands: Collection[Thread], grace: timedelta) -> None:
    """Wait for the hands to finish, together at most so long."""
    end = monotonic() + grace.total_seconds()
    for hand in hands:
        hand.join(max(end - monotonic(), 0))
