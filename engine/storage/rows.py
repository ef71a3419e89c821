"""Records and rows: a record's fields are the names of the table's columns."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Row, Select, Table, insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import ColumnElement

Record = TypeVar("Record")


def values(record: Any) -> dict[str, Any]:
    """The record as the values of a row."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def differences(before: Any, after: Any) -> dict[str, Any]:
    """The values in which the second record differs from the first."""
    old = values(before)
    return {name: value for name, value in values(after).items() if value is not old[name]}


def of_instance(
    table: Table, instance: str, numbers: Collection[int] | None
) -> Iterator[ColumnElement[bool]]:
    """The conditions for waits of an instance; numbers None: all of them."""
    yield table.c.instance == instance
    if numbers is not None:
        yield table.c.number.in_(numbers)


class Rows(Generic[Record]):
    """The rows of one table as records of one kind."""

    def __init__(self, connection: Connection, table: Table, kind: type[Record]) -> None:
        self._connection = connection
        self._table = table
        self._kind = kind

    @property
    def columns(self) -> list[ColumnElement[Any]]:
        return [self._table.c[field.name] for field in fields(self._kind)]  # type: ignore[arg-type]  # every kind is a dataclass

    def add(self, records: Iterable[Record]) -> None:
        """Insert the records."""
        rows = [values(record) for record in records]
        if rows:
            self._connection.execute(insert(self._table), rows)

    def put(self, records: Iterable[Record]) -> None:
        """Insert the records, or write over those with the same key."""
        rows = [values(record) for record in records]
        if rows:
            self._connection.execute(_upsert(self._table, self._connection.dialect.name), rows)

    def select(self) -> Select[Any]:
        return select(*self.columns)

    def one(self, statement: Select[Any]) -> Record | None:
        row = self._connection.execute(statement).first()
        return None if row is None else self.record(row)

    def all(self, statement: Select[Any]) -> list[Record]:
        return self.records(self._connection.execute(statement).all())

    def record(self, row: Row[Any]) -> Record:
        return self._kind(**row._mapping)

    def records(self, rows: Sequence[Row[Any]]) -> list[Record]:
        return [self.record(row) for row in rows]


def _upsert(table: Table, dialect: str) -> Any:
    made = (postgresql if dialect == "postgresql" else sqlite).insert(table)
    keys = [column.name for column in table.primary_key]
    others = {c.name: made.excluded[c.name] for c in table.c if c.name not in keys}
    return made.on_conflict_do_update(index_elements=keys, set_=others)
