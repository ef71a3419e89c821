"""Ended instances: which may go, and taking their rows away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, TextClause, func, select, text

from ..model.archive import Archived, Kept, Passage
from ..model.history import HistoryEvent
from ..model.incident import Incident
from ..model.instance import InstanceState, ProcessInstance
from ..model.job import Job
from ..model.user_task import UserTask
from .line import Line
from .rows import Rows
from .statements import is_one_of
from .tables import (
    ARCHIVED,
    CANDIDATE,
    HISTORY,
    INCIDENT,
    INSTANCE,
    JOB,
    MESSAGE_SUBSCRIPTION,
    SIGNAL_SUBSCRIPTION,
    TIMER,
    USER_TASK,
)

DETAILS = (
    CANDIDATE,
    USER_TASK,
    JOB,
    TIMER,
    MESSAGE_SUBSCRIPTION,
    SIGNAL_SUBSCRIPTION,
    INCIDENT,
)
"""Whatever belongs to an instance but its history, in the order in which it can be deleted."""


class ArchivedRows(Rows[Archived]):
    """What went to files, and what may go."""

    def __init__(self, line: Line) -> None:
        super().__init__(line, ARCHIVED, Archived)

    def get(self, instance: str) -> Archived | None:
        return self.at({"instance": instance})

    def heads_of(self, file: str) -> dict[str, str]:
        """The hash that the history of each instance ends with which went to the file."""
        found = select(INSTANCE.c.key, INSTANCE.c.head).join_from(ARCHIVED, INSTANCE)
        rows = self._connection.execute(found.where(ARCHIVED.c.file == file))
        return {row.key: row.head for row in rows}

    def made(self, values: Mapping[str, Any]) -> Archived:
        passages = tuple(Passage(**each) for each in values["passages"])
        return Archived(**{**values, "passages": passages})

    def may_go(self, process_id: str, before: datetime, kept: Collection[Kept]) -> int:
        """How many instances of the process ended before the moment, and are still kept so."""
        counted = select(func.count()).select_from(INSTANCE)
        return int(self._connection.scalar(counted.where(*_gone(process_id, before, kept))) or 0)

    def next_to_go(
        self, process_id: str, before: datetime, kept: Kept, most: int, events: int
    ) -> list[ProcessInstance]:
        """The first of them to have ended, locked, with their snapshots.

        At least one, if there is one; no more than `most`, with no more than so many events.
        Instances that another archivist has at hand are passed over.
        """
        found = (
            select(INSTANCE.c.key, INSTANCE.c.events)
            .where(*_gone(process_id, before, [kept]))
            .order_by(INSTANCE.c.ended_at, INSTANCE.c.key)
            .limit(most)
            .with_for_update(skip_locked=True)
        )
        sizes = [(row.key, row.events) for row in self._connection.execute(found)]
        chosen = list(_as_far_as(sizes, events))
        if not chosen:
            return []
        instances = Rows(self._line, INSTANCE, ProcessInstance)
        return instances.all_at({}, among={"key": chosen}, order=("ended_at", "key"))

    def details(
        self, instances: Collection[str]
    ) -> tuple[list[UserTask], list[Job], list[Incident]]:
        """The work of the instances and what went wrong, in order."""
        of_them = {"instance": instances}
        by_number, by_time = ("instance", "number"), ("instance", "opened_at", "key")
        return (
            Rows(self._line, USER_TASK, UserTask).all_at({}, among=of_them, order=by_number),
            Rows(self._line, JOB, Job).all_at({}, among=of_them, order=by_number),
            Rows(self._line, INCIDENT, Incident).all_at({}, among=of_them, order=by_time),
        )

    def history(self, instances: Collection[str]) -> list[HistoryEvent]:
        """The events of the instances, in order."""
        rows = Rows(self._line, HISTORY, HistoryEvent)
        order = ("instance", "number")
        return rows.all_at({}, among={"instance": instances}, order=order)

    def take_details(self, instances: Collection[str]) -> None:
        """Delete what belongs to the instances, but for their history."""
        self._take(DETAILS, instances)

    def take_history(self, instances: Collection[str]) -> None:
        self._take((HISTORY,), instances)

    def _take(self, tables: Sequence[Table], instances: Collection[str]) -> None:
        for table in tables:
            self._remove(table, {}, {"instance": instances})


def _gone(
    process_id: str, before: datetime, kept: Collection[Kept]
) -> Iterator[ColumnElement[bool] | TextClause]:
    """In the words of the index that finds them."""
    yield text("ended_at IS NOT NULL AND kept <> 'record'")
    yield INSTANCE.c.process_id == process_id
    yield is_one_of(INSTANCE.c.kept, *kept)
    yield INSTANCE.c.ended_at < before
    yield INSTANCE.c.state != InstanceState.ACTIVE


def _as_far_as(sizes: Sequence[tuple[str, int]], events: int) -> Iterator[str]:
    seen = 0
    for key, number in sizes:
        seen += number
        if seen > events and seen > number:
            return
        yield key
