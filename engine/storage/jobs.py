"""Jobs: given out in one statement, answered under a lease."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Update, and_, exists, or_, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from ..model.job import LIVE, Job, JobState, Lease
from ..model.suspension import Suspension
from .rows import Rows, differences, of_instance
from .suspensions import SuspensionRows, is_free
from .tables import JOB, PACE


class JobRows(Rows[Job]):
    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, JOB, Job)

    def get(self, instance: str, number: int) -> Job | None:
        return self.one(self.select().where(JOB.c.instance == instance, JOB.c.number == number))

    def claim(
        self,
        types: Collection[str] | None,
        worker: str,
        limit: int,
        now: datetime,
        until: datetime,
        only: tuple[str, int] | None = None,
        but: Collection[str] = (),
    ) -> list[Job]:
        """Lease the jobs that are due and free, or whose lease ran out, to the worker.

        only: the instance and number of the one job wanted. but: types that are not.

        One statement: `SKIP LOCKED` on PostgreSQL; on SQLite transactions come one after another.
        """
        free = or_(JOB.c.state == JobState.OPEN, JOB.c.deadline <= now)
        wanted = and_(JOB.c.state.in_((JobState.OPEN, JobState.LEASED)), JOB.c.due <= now, free)
        wanted = and_(wanted, is_free(JOB))
        if types is not None:
            wanted = and_(wanted, JOB.c.type.in_(types))
        if but:
            wanted = and_(wanted, JOB.c.type.not_in(but))
        if only is not None:
            wanted = and_(wanted, JOB.c.instance == only[0], JOB.c.number == only[1])
        chosen = (
            select(JOB.c.instance, JOB.c.number)
            .where(wanted)
            .order_by(JOB.c.due, JOB.c.instance, JOB.c.number)
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("chosen")
        )
        lease = (
            update(JOB)
            .where(
                tuple_(JOB.c.instance, JOB.c.number).in_(select(chosen.c.instance, chosen.c.number))
            )
            .values(state=JobState.LEASED, worker=worker, deadline=until, attempt=JOB.c.attempt + 1)
            .returning(*self.columns)
        )
        jobs = self.records(self._connection.execute(lease).all())
        return sorted(jobs, key=lambda job: (job.due, job.instance, job.number))

    def claim_paced(
        self, job_type: str, worker: str, now: datetime, until: datetime, interval: timedelta
    ) -> list[Job]:
        """At most one job of the type, and none before the interval since the last is over.

        All workers on the database together keep the pace.
        """
        turn = select(PACE.c.free_at).where(PACE.c.type == job_type, PACE.c.free_at > now)
        if self._connection.scalar(turn) is not None:
            return []
        attempt = self._connection.begin_nested()
        claimed = self.claim([job_type], worker, 1, now, until)
        if claimed and not self._takes_turn(job_type, now, now + interval):
            attempt.rollback()
            return []
        attempt.commit()
        return claimed

    def _takes_turn(self, job_type: str, now: datetime, free_at: datetime) -> bool:
        """Whether nobody else has taken it."""
        made = (postgresql if self._connection.dialect.name == "postgresql" else sqlite).insert(
            PACE
        )
        statement = made.values(type=job_type, free_at=free_at).on_conflict_do_update(
            index_elements=["type"], set_={"free_at": free_at}, where=PACE.c.free_at <= now
        )
        taken = self._connection.execute(statement.returning(PACE.c.type))
        return taken.first() is not None

    def is_due(self, types: Collection[str], now: datetime) -> bool:
        """Whether a job of the types is to be done now and nobody does it."""
        due = and_(JOB.c.state == JobState.OPEN, JOB.c.due <= now, JOB.c.type.in_(types))
        return bool(self._connection.scalar(select(exists().where(due, is_free(JOB)))))

    def held_by(self, instance: str, number: int) -> Suspension | None:
        """The suspension that holds the job."""
        return SuspensionRows(self._connection).holding(JOB, instance, number)

    def save(self, before: Job, after: Job) -> bool:
        """Write what changed, if the job was not given to another worker meanwhile."""
        return self._written(
            update(JOB)
            .where(
                JOB.c.instance == before.instance,
                JOB.c.number == before.number,
                JOB.c.attempt == before.attempt,
                JOB.c.state == before.state,
            )
            .values(differences(before, after))
        )

    def extend(self, lease: Lease, until: datetime, now: datetime) -> bool:
        """Move the deadline, if the lease is still good."""
        return self._written(
            update(JOB)
            .where(
                JOB.c.instance == lease.instance,
                JOB.c.number == lease.number,
                JOB.c.attempt == lease.attempt,
                JOB.c.worker == lease.worker,
                JOB.c.state == JobState.LEASED,
                JOB.c.deadline > now,
            )
            .values(deadline=until)
        )

    def close(
        self, instance: str, numbers: Collection[int] | None, state: JobState, at: datetime
    ) -> None:
        """Close those of the numbers that are jobs and still live; None: all of the instance."""
        self._connection.execute(
            update(JOB)
            .where(*of_instance(JOB, instance, numbers), JOB.c.state.in_(tuple(LIVE)))
            .values(state=state, closed_at=at)
        )

    def of(self, instance: str) -> list[Job]:
        """The live jobs of an instance, oldest first."""
        return self.all(
            self.select()
            .where(JOB.c.instance == instance, JOB.c.state.in_(tuple(LIVE)))
            .order_by(JOB.c.number)
        )

    def open(self, limit: int = 100) -> list[Job]:
        """The live jobs of all instances, oldest first."""
        return self.all(
            self.select()
            .where(JOB.c.state.in_(tuple(LIVE)))
            .order_by(JOB.c.opened_at, JOB.c.instance, JOB.c.number)
            .limit(limit)
        )

    def next_due(self) -> datetime | None:
        """The earliest moment at which a job may be given out or a lease runs out."""
        statement = select(JOB.c.due).where(JOB.c.state == JobState.OPEN).order_by(JOB.c.due)
        return self._connection.scalar(statement.limit(1))

    def _written(self, statement: Update) -> bool:
        written: Any = self._connection.execute(statement)
        return bool(written.rowcount == 1)
