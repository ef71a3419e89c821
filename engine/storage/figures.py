"""How much there is of everything, right now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select

from ..model.figures import Jobs, Waiting
from ..model.job import JobState
from .jobs import TO_DO
from .line import Line
from .statements import untrue
from .suspensions import is_free
from .tables import INCIDENT, INSTANCE, JOB, TIMER, USER_TASK


class FigureRows:
    """Each answer costs as much as there is to do, except `instances`, which looks at all."""

    def __init__(self, line: Line) -> None:
        self._connection = line.connection

    def jobs(self, now: datetime) -> Iterator[Jobs]:
        """The jobs to do, by type."""
        is_open = JOB.c.state == JobState.OPEN
        due = is_open & (JOB.c.due <= now) & is_free(JOB)
        statement = select(
            JOB.c.type,
            func.count().filter(is_open),
            func.count().filter(JOB.c.state == JobState.LEASED),
            func.count().filter(due),
            func.min(JOB.c.due).filter(due),
        ).where(TO_DO)
        for row in self._connection.execute(statement.group_by(JOB.c.type).order_by(JOB.c.type)):
            yield Jobs(*row)

    def timers(self, now: datetime) -> Waiting:
        """Timers that wait, and those that should have fired."""
        overdue = (TIMER.c.due <= now) & is_free(TIMER)
        statement = select(
            func.count(), func.count().filter(overdue), func.min(TIMER.c.due).filter(overdue)
        ).where(untrue(TIMER.c.taken))
        return Waiting(*self._connection.execute(statement).one())

    def user_tasks(self, now: datetime) -> Waiting:
        """Open user tasks, and those that should be done."""
        overdue = USER_TASK.c.due < now
        statement = select(
            func.count(), func.count().filter(overdue), func.min(USER_TASK.c.due).filter(overdue)
        ).where(USER_TASK.c.state == "open")
        return Waiting(*self._connection.execute(statement).one())

    def incidents(self) -> dict[str, int]:
        """Open incidents, by kind."""
        open_ones = INCIDENT.c.resolved_at.is_(None)
        statement = select(INCIDENT.c.kind, func.count().label("number")).where(open_ones)
        found = self._connection.execute(statement.group_by(INCIDENT.c.kind))
        return {row.kind: row.number for row in found}

    def instances(self) -> dict[tuple[str, str], int]:
        """Instances by process and state."""
        statement = select(INSTANCE.c.process_id, INSTANCE.c.state, func.count())
        found = self._connection.execute(
            statement.group_by(INSTANCE.c.process_id, INSTANCE.c.state)
        )
        return {(process, state.value): number for process, state, number in found}
