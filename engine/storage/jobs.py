"""Jobs: given out in one statement, answered under a lease."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    Integer,
    Update,
    and_,
    bindparam,
    exists,
    or_,
    select,
    tuple_,
    union_all,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement

from ..model.job import LIVE, Job, JobState, Lease
from ..model.suspension import Suspension
from .line import Line
from .rows import WaitRows, differences, numbered, place_of
from .statements import among_values, at, is_one_of, size
from .suspensions import SuspensionRows, is_free
from .tables import JOB, PACE

TO_DO = is_one_of(JOB.c.state, JobState.OPEN, JobState.LEASED)
HELD = is_one_of(JOB.c.state, JobState.ANSWERED, JobState.FAILED)


class JobRows(WaitRows[Job]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, JOB, Job)

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
        given: dict[str, Any] = {"now": now, "until": until, "by": worker, "most": limit}
        given |= at({}, {} if types is None else {"type": types})
        given |= at({}, {"but": but})
        if only is not None:
            given |= at({"instance": only[0], "number": only[1]})
        claim = _claim(
            self._names,
            of_types=None if types is None else size(types),
            but=size(but),
            only_one=only is not None,
        )
        jobs = self.known(claim, given)
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
        open_now = and_(TO_DO, JOB.c.state == JobState.OPEN)
        due = and_(open_now, JOB.c.due <= now, JOB.c.type.in_(types))
        return bool(self._connection.scalar(select(exists().where(due, is_free(JOB)))))

    def held_by(self, instance: str, number: int) -> Suspension | None:
        """The suspension that holds the job."""
        return SuspensionRows(self._line).holding(JOB, instance, number)

    def save(self, before: Job, after: Job) -> None:
        """Write what changed.

        Raises StaleInstance, now or at the end, when the job was given to another worker meanwhile.
        """
        place = {**place_of(before), "attempt": before.attempt, "state": before.state}
        self.change_later(place, differences(before, after), meets=1)

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
        among = {**numbered(numbers), "state": tuple(LIVE)}
        self.change_later({"instance": instance}, {"state": state, "closed_at": at}, among=among)

    def of(self, instance: str) -> list[Job]:
        """The live jobs of an instance, oldest first."""
        among = {"state": tuple(LIVE)}
        return self.all_at({"instance": instance}, among=among, order=("number",))

    def open(self, limit: int = 100) -> list[Job]:
        """The live jobs of all instances, oldest first."""
        live = union_all(self.select().where(TO_DO), self.select().where(HELD)).subquery()
        oldest = select(live).order_by(live.c.opened_at, live.c.instance, live.c.number)
        return self.all(oldest.limit(limit))

    def next_due(self) -> datetime | None:
        """The earliest moment at which a job may be given out or a lease runs out."""
        open_ones = select(JOB.c.due).where(TO_DO, JOB.c.state == JobState.OPEN)
        statement = open_ones.order_by(JOB.c.due)
        return self._connection.scalar(statement.limit(1))

    def _written(self, statement: Update) -> bool:
        written: Any = self._connection.execute(statement)
        return bool(written.rowcount == 1)


@lru_cache(100)
def _claim(columns: tuple[str, ...], *, of_types: int | None, but: int, only_one: bool) -> Update:
    """of_types, but: how many types are named."""
    chosen = (
        select(JOB.c.instance, JOB.c.number)
        .where(*_wanted(of_types=of_types, but=but, only_one=only_one))
        .order_by(JOB.c.due, JOB.c.instance, JOB.c.number)
        .limit(bindparam("most", type_=Integer))
        .with_for_update(skip_locked=True)
        .cte("chosen")
    )
    theirs = select(chosen.c.instance, chosen.c.number)
    lease = {
        "state": JobState.LEASED,
        "worker": bindparam("by"),
        "deadline": bindparam("until"),
        "attempt": JOB.c.attempt + 1,
    }
    return (
        update(JOB)
        .where(tuple_(JOB.c.instance, JOB.c.number).in_(theirs))
        .values(lease)
        .returning(*(JOB.c[name] for name in columns))
    )


def _wanted(*, of_types: int | None, but: int, only_one: bool) -> Iterator[ColumnElement[bool]]:
    """Which jobs may be given out: due, free or with a lease that ran out, and asked for."""
    now = bindparam("now", type_=JOB.c.due.type)
    yield TO_DO
    yield JOB.c.due <= now
    yield or_(JOB.c.state == JobState.OPEN, JOB.c.deadline <= now)
    yield is_free(JOB)
    if of_types is not None:
        yield among_values(JOB.c.type, "type", of_types)
    if but:
        yield ~among_values(JOB.c.type, "but", but)
    if only_one:
        yield JOB.c.instance == bindparam("at_instance")
        yield JOB.c.number == bindparam("at_number")
