"""Records and rows: a record's fields are the names of the table's columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection, Executable, Row, Select, Table, select
from sqlalchemy.sql import ColumnElement

from . import statements
from .line import Line
from .prepared import Statement

Record = TypeVar("Record")
Among = Mapping[str, Collection[Any]]
ANY: Among = {}


def names_of(record: Any) -> tuple[str, ...]:
    """The fields of a record, or of a kind of record."""
    return tuple(record.__dataclass_fields__)


def values(record: Any) -> dict[str, Any]:
    """The record as the values of a row."""
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def differences(before: Any, after: Any) -> dict[str, Any]:
    """The values in which the second record differs from the first."""
    found = {}
    for name in after.__dataclass_fields__:
        value = getattr(after, name)
        if value is not getattr(before, name):
            found[name] = value
    return found


class Rows(Generic[Record]):
    """The rows of one table as records of one kind.

    place: values of columns that tell which rows are meant; among: the same, with several values
    for each.
    """

    def __init__(self, line: Line, table: Table, kind: type[Record]) -> None:
        self._line = line
        self._table = table
        self._kind = kind
        self._names = names_of(kind)

    @property
    def _connection(self) -> Connection:
        """For statements that are not the same every time."""
        return self._line.connection

    @property
    def columns(self) -> list[ColumnElement[Any]]:
        return [self._table.c[name] for name in self._names]

    def add(self, records: Iterable[Record]) -> None:
        """Insert the records."""
        self._line.insert(statements.insertion(self._table), self._names, records)

    def put(self, records: Iterable[Record]) -> None:
        """Insert the records, or write over those with the same key."""
        statement = statements.upsert(self._table, self._line.dialect.name)
        self._line.insert(statement, self._names, records)

    def at(self, place: Mapping[str, Any], *, lock: bool = False) -> Record | None:
        """The record in the place, if there is one; locked where the database locks rows."""
        return next(iter(self.all_at(place, lock=lock)), None)

    def all_at(
        self,
        place: Mapping[str, Any],
        *,
        among: Among = ANY,
        order: tuple[str, ...] = (),
        lock: bool = False,
    ) -> list[Record]:
        """The records in the place."""
        statement = statements.selection(
            self._table, self._names, tuple(place), statements.sizes(among), order, lock=lock
        )
        return self.known(statement, statements.at(place, among))

    def change(
        self, place: Mapping[str, Any], changes: Mapping[str, Any], *, among: Among = ANY
    ) -> int:
        """Write the changes (at least one) in the place; returns how many rows were there."""
        statement = statements.change(
            self._table, tuple(place), statements.sizes(among), tuple(changes)
        )
        return self._line.tell(statement, {**changes, **statements.at(place, among)})

    def change_later(
        self,
        place: Mapping[str, Any],
        changes: Mapping[str, Any],
        *,
        among: Among = ANY,
        meets: int | None = None,
    ) -> None:
        """Write the changes (at least one), now or at the end of the transaction.

        meets: how many rows must be there, else StaleInstance is raised.
        """
        statement = statements.change(
            self._table, tuple(place), statements.sizes(among), tuple(changes)
        )
        self._line.later(statement, {**changes, **statements.at(place, among)}, meets)

    def remove(self, place: Mapping[str, Any], *, among: Among = ANY) -> int:
        """Delete what is in the place; returns how many rows were there."""
        return self._remove(self._table, place, among)

    def _remove_later(self, table: Table, place: Mapping[str, Any], among: Among = ANY) -> None:
        statement = statements.removal(table, tuple(place), statements.sizes(among))
        self._line.later(statement, statements.at(place, among))

    def _remove(self, table: Table, place: Mapping[str, Any], among: Among = ANY) -> int:
        statement = statements.removal(table, tuple(place), statements.sizes(among))
        return self._line.tell(statement, statements.at(place, among))

    def _is_new(self, table: Table, row: Mapping[str, Any]) -> bool:
        """Insert the row unless one stands in its way; whether it was inserted."""
        statement = statements.new_only(table, self._line.dialect.name)
        return bool(self._line.ask(statement, row))

    def select(self) -> Select[Any]:
        return select(*self.columns)

    def one(self, statement: Select[Any], given: Mapping[str, Any] | None = None) -> Record | None:
        row = self._connection.execute(statement, given).first()
        return None if row is None else self.record(row)

    def all(self, statement: Executable, given: Mapping[str, Any] | None = None) -> list[Record]:
        return self.records(self._connection.execute(statement, given).all())

    def known_one(self, statement: Statement, given: Mapping[str, Any]) -> Record | None:
        return next(iter(self.known(statement, given)), None)

    def known(self, statement: Statement, given: Mapping[str, Any]) -> list[Record]:
        """What a statement answers that was built once and for all, with the columns in order."""
        found = self._line.ask(statement, given)
        return [self.made(dict(zip(self._names, row, strict=True))) for row in found]

    def record(self, row: Row[Any]) -> Record:
        return self.made(dict(row._mapping))

    def records(self, rows: Sequence[Row[Any]]) -> list[Record]:
        return [self.record(row) for row in rows]

    def made(self, values: Mapping[str, Any]) -> Record:
        """A record of the values of a row."""
        return self._kind(**values)


class Placed(Protocol):
    """What an instance waits for: it has its place in the instance, by a number."""

    @property
    def instance(self) -> str: ...

    @property
    def number(self) -> int: ...


Wait = TypeVar("Wait", bound=Placed)


def place_of(wait: Placed) -> dict[str, Any]:
    return {"instance": wait.instance, "number": wait.number}


class WaitRows(Rows[Wait]):
    """Rows of what instances wait for."""

    def get(self, instance: str, number: int) -> Wait | None:
        return self.at({"instance": instance, "number": number})


class EventRows(WaitRows[Wait]):
    """Rows of events that are waited for: deleted when nobody waits any more."""

    def take(self, wait: Wait) -> None:
        """Mark that it came, but the step failed."""
        self.change_later(place_of(wait), {"taken": True})

    def close(self, instance: str, numbers: Collection[int] | None) -> None:
        """Take away those of the numbers that are of this kind; None: all of the instance."""
        self._remove_later(self._table, {"instance": instance}, numbered(numbers))

    def of(self, instance: str) -> list[Wait]:
        """Those of an instance, in the order they were opened."""
        return self.all_at({"instance": instance}, order=("number",))


def numbered(numbers: Collection[int] | None) -> Among:
    """The condition for the waits of these numbers; None: for any."""
    return ANY if numbers is None else {"number": numbers}
