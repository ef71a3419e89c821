"""Renews the leases of jobs whose handlers are still at work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

from ..errors import LeaseLost, NotFound, StaleInstance, UnusableDatabase
from ..model.job import ActivatedJob, Lease
from ..runtime.jobs import Jobs

PER_LEASE = 3
"""Renewals in the time of one lease."""


class Renewal:
    """One thread for all jobs of a worker, begun with the first job.

    A lease that is lost is not renewed any more; the answer that comes in the end is refused.
    """

    def __init__(self, jobs: Jobs, lease: timedelta) -> None:
        self._jobs = jobs
        self._lease = lease
        self._at_hand: dict[str, Lease] = {}
        self._lock = Lock()
        self._over = Event()
        self._thread: Thread | None = None

    @contextmanager
    def keeping(self, job: ActivatedJob) -> Iterator[None]:
        """The job is at hand: its lease is renewed."""
        with self._lock:
            self._at_hand[job.key] = job.lease
            if self._thread is None:
                self._thread = Thread(target=self._renew, name="procflow-renewal", daemon=True)
                self._thread.start()
        try:
            yield
        finally:
            with self._lock:
                self._at_hand.pop(job.key, None)

    def at_hand(self) -> list[Lease]:
        """The leases of the jobs that are being done."""
        with self._lock:
            return list(self._at_hand.values())

    def _renew(self) -> None:
        while not self._over.wait(self._lease.total_seconds() / PER_LEASE):
            for lease in self.at_hand():
                self._extend(lease)

    def _extend(self, lease: Lease) -> None:
        try:
            longer = self._jobs.extend(lease, self._lease)
        except (UnusableDatabase, StaleInstance):
            return  # the next round may find it again
        except (LeaseLost, NotFound):
            with self._lock:
                self._at_hand.pop(lease.key, None)
            return
        with self._lock:
            if lease.key in self._at_hand:
                self._at_hand[lease.key] = longer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._over.set()
        if self._thread is not None:
            self._thread.join()
