"""What is suspended, and the condition that keeps suspended work from being given out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, Table, and_, exists, or_, select, update
from sqlalchemy.sql import ColumnElement

from ..model.suspension import Extent, Suspension
from .line import Line
from .rows import Rows
from .statements import selection
from .tables import INSTANCE, JOB, START_EVENT, SUSPENSION

OPEN = select(SUSPENSION.c.key).where(SUSPENSION.c.resumed_at.is_(None)).limit(1)


class SuspensionRows(Rows[Suspension]):
    """Rows are added and closed, never deleted: who stopped what, when and why."""

    def __init__(self, line: Line) -> None:
        super().__init__(line, SUSPENSION, Suspension)

    def open_one(self, extent: Extent, target: str, element: str) -> Suspension | None:
        return self.one(
            self.select().where(
                SUSPENSION.c.extent == extent,
                SUSPENSION.c.target == target,
                SUSPENSION.c.element == element,
                SUSPENSION.c.resumed_at.is_(None),
            )
        )

    def find(self, *, only_open: bool = True, limit: int = 1000) -> list[Suspension]:
        """Suspensions, oldest first."""
        statement = self.select()
        if only_open:
            statement = statement.where(SUSPENSION.c.resumed_at.is_(None))
        oldest = statement.order_by(SUSPENSION.c.suspended_at, SUSPENSION.c.key)
        return self.all(oldest.limit(limit))

    def are_there(self) -> bool:
        """Whether anything is suspended now."""
        return bool(self._line.ask(OPEN, {}))

    def close(self, key: str, by: str, at: datetime) -> bool:
        """Whether it was open until now."""
        closed = self._connection.execute(
            update(SUSPENSION)
            .where(SUSPENSION.c.key == key, SUSPENSION.c.resumed_at.is_(None))
            .values(resumed_at=at, resumed_by=by)
        )
        return bool(closed.rowcount == 1)

    def holding(self, table: Table, instance: str, number: int) -> Suspension | None:
        """The oldest suspension that holds the wait of the table."""
        reached = or_(*_reaches(table))
        return self.one(
            self.select()
            .where(table.c.instance == instance, table.c.number == number)
            .where(SUSPENSION.c.resumed_at.is_(None), reached)
            .order_by(SUSPENSION.c.suspended_at, SUSPENSION.c.key)
            .limit(1)
        )


@lru_cache(16)
def free_wait(table: Table, columns: tuple[str, ...]) -> Select[Any]:
    """The wait at a place (`at_instance`, `at_number`), unless a suspension holds it."""
    anywhere = selection(table, columns, ("instance", "number"), (), (), lock=False)
    return anywhere.where(is_free(table))


@lru_cache(16)
def is_free(table: Table) -> ColumnElement[bool]:
    """Whether no suspension holds the waits of the table."""
    return ~exists().where(SUSPENSION.c.resumed_at.is_(None), or_(*_reaches(table)))


@lru_cache(2)
def start_is_free(*, by_clock: bool) -> ColumnElement[bool]:
    """Whether no suspension holds the start event. What a clock begins is held by a suspension of
    its process, too; what a person files is not.
    """
    start, extent, target = START_EVENT, SUSPENSION.c.extent, SUSPENSION.c.target
    here = start.c.process_id == target
    reaches = [and_(extent == Extent.ELEMENT, here, start.c.element == SUSPENSION.c.element)]
    if by_clock:
        reaches.append(and_(extent == Extent.PROCESS, here))
        reaches.append(and_(extent == Extent.DEFINITION, start.c.definition == target))
    return ~exists().where(SUSPENSION.c.resumed_at.is_(None), or_(*reaches))


def _reaches(table: Table) -> Iterator[ColumnElement[bool]]:
    extent, target = SUSPENSION.c.extent, SUSPENSION.c.target
    here = table.c.process == target
    yield and_(extent == Extent.INSTANCE, table.c.instance == target)
    yield and_(extent == Extent.ELEMENT, here, table.c.element == SUSPENSION.c.element)
    yield and_(extent == Extent.PROCESS, or_(here, _of_instance(table, "process_id")))
    drawn = or_(table.c.definition == target, _of_instance(table, "definition"))
    yield and_(extent == Extent.DEFINITION, drawn)
    if table is JOB:
        yield and_(extent == Extent.JOB_TYPE, table.c.type == target)


def _of_instance(table: Table, column: str) -> ColumnElement[bool]:
    """A called process belongs to the instance that called it."""
    whose = select(INSTANCE.c[column]).where(INSTANCE.c.key == table.c.instance)
    return whose.correlate(table).scalar_subquery() == SUSPENSION.c.target
