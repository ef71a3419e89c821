"""Process instances, and their audit trail."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Select, literal, select, text, tuple_

from ..model.history import HistoryEvent
from ..model.instance import InstanceState, ProcessInstance
from .line import Line
from .rows import Rows, differences
from .statements import is_one_of
from .tables import HISTORY, INSTANCE


class InstanceRows(Rows[ProcessInstance]):
    """The instances. Every change goes through `save`, which notices another writer."""

    def __init__(self, line: Line) -> None:
        super().__init__(line, INSTANCE, ProcessInstance)

    def get(self, key: str, *, lock: bool = False) -> ProcessInstance | None:
        """The instance; locked until the end of the transaction where the database locks rows."""
        return self.at({"key": key}, lock=lock)

    def save(self, before: ProcessInstance, after: ProcessInstance) -> ProcessInstance:
        """Write what changed.

        Raises StaleInstance, now or at the end, when somebody else wrote it since it was read.
        """
        changes = {**differences(before, after), "revision": before.revision + 1}
        self.change_later({"key": before.key, "revision": before.revision}, changes, meets=1)
        return after

    def of_business_key(self, business_key: str) -> ProcessInstance | None:
        """The instance with the business key: a running one first, else the newest."""
        found = self.all(
            self.select()
            .where(INSTANCE.c.business_key == business_key)
            .order_by(INSTANCE.c.started_at.desc(), INSTANCE.c.key.desc())
        )
        running = [instance for instance in found if instance.is_active]
        return next(iter(running or found), None)

    def find(
        self,
        *,
        process_id: str | None = None,
        business_key: str | None = None,
        state: InstanceState | None = None,
        status: int | None = None,
        with_incident: bool | None = None,
        due_before: datetime | None = None,
        after: ProcessInstance | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> list[ProcessInstance]:
        """Instances, the newest first, without their snapshots. after: those older than this."""
        wanted = (
            (INSTANCE.c.process_id, process_id),
            (INSTANCE.c.business_key, business_key),
            (INSTANCE.c.status, status),
        )
        statement = self._without_snapshots()
        for column, value in wanted:
            statement = statement if value is None else statement.where(column == value)
        if state is not None:
            statement = statement.where(is_one_of(INSTANCE.c.state, state))
        if with_incident is not None:
            statement = statement.where(text(f"incidents {'>' if with_incident else '='} 0"))
        if due_before is not None:
            statement = statement.where(INSTANCE.c.due < due_before)
        if after is not None:
            place = tuple_(INSTANCE.c.started_at, INSTANCE.c.key)
            statement = statement.where(place < tuple_(*_place_of(after)))
        newest = statement.order_by(INSTANCE.c.started_at.desc(), INSTANCE.c.key.desc())
        return self.all(newest.limit(limit).offset(offset))

    def _without_snapshots(self) -> Select[Any]:
        return select(*(c for c in INSTANCE.c if c.name not in ("positions", "variables")))

    def running_of(self, definitions: Collection[str]) -> list[str]:
        """The keys of the running instances of these versions, oldest first."""
        statement = select(INSTANCE.c.key).where(
            INSTANCE.c.definition.in_(definitions),
            is_one_of(INSTANCE.c.state, InstanceState.ACTIVE),
        )
        return list(self._connection.scalars(statement.order_by(INSTANCE.c.key)))

    def keys(self) -> Iterator[str]:
        """The keys of all instances, oldest first."""
        yield from self._connection.scalars(select(INSTANCE.c.key).order_by(INSTANCE.c.key))


def _place_of(instance: ProcessInstance) -> tuple[BindParameter[Any], ...]:
    """Where it lies in the order of age."""
    return (
        literal(instance.started_at, INSTANCE.c.started_at.type),
        literal(instance.key, INSTANCE.c.key.type),
    )


class HistoryRows(Rows[HistoryEvent]):
    """The audit trail: rows are added and read, never changed."""

    def __init__(self, line: Line) -> None:
        super().__init__(line, HISTORY, HistoryEvent)

    def of(self, instance: str, after: int = 0) -> list[HistoryEvent]:
        """The events of an instance after the given number, in order."""
        return self.all(
            self.select()
            .where(HISTORY.c.instance == instance, HISTORY.c.number > after)
            .order_by(HISTORY.c.number)
        )

    def told(self, instance: str, what: Iterable[str]) -> list[HistoryEvent]:
        """The events of an instance that say one of these things, in order."""
        return self.all(
            self.select()
            .where(HISTORY.c.instance == instance, HISTORY.c.what.in_(list(what)))
            .order_by(HISTORY.c.number)
        )
