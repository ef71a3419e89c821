"""Statements as the driver takes them: their text, and how values go in and come out.

What SQLAlchemy works out at every execution – the text, the order of the values, how they are
converted – is worked out once here, by SQLAlchemy's own compiler and types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import Delete, Dialect, Insert, Select, Update
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine

Statement = Select[Any] | Insert | Update | Delete
Given = Sequence[Any]
Ways = tuple[tuple[int, Callable[[Any], Any]], ...]
"""The places of values that need to be converted, and how."""


class Prepared:
    """text: as the driver takes it."""

    def __init__(self, statement: Statement, compiled: SQLCompiler, dialect: Dialect) -> None:
        self.text = str(compiled)
        self._names = tuple(compiled.positiontup or ())
        binds = {name: compiled.binds[name] for name in self._names}
        self._known = {n: each.effective_value for n, each in binds.items() if not each.required}
        self._in = ways_in((binds[name].type for name in self._names), dialect)
        self._out = ways_out((column.type for column in statement.exported_columns), dialect)

    def given(self, values: Mapping[str, Any]) -> Given:
        """The values as the driver takes them. Raises KeyError for one that is missing."""
        known = {**self._known, **values}
        return converted([known[name] for name in self._names], self._in)

    def answer(self, row: Iterable[Any]) -> Given:
        """A row of the driver's as our values."""
        return converted(row, self._out)


class Insertion:
    """Records as rows of a table, several by one statement."""

    def __init__(self, compiled: SQLCompiler, dialect: Dialect) -> None:
        self._head, _, rest = str(compiled).partition(" VALUES ")
        self._row, then, last = rest.partition(" ON CONFLICT")
        self._tail = then + last
        names = tuple(compiled.positiontup or ())
        self._read = attrgetter(*names)
        self._in = ways_in((compiled.binds[name].type for name in names), dialect)

    def text(self, number: int) -> str:
        """For so many records."""
        return f"{self._head} VALUES {', '.join([self._row] * number)}{self._tail}"

    def given(self, records: Iterable[Any]) -> Given:
        """The values as the driver takes them."""
        values: list[Any] = []
        for record in records:
            values += converted(self._read(record), self._in)
        return values


class Preparation:
    """Prepares the statements of one database, each once. Safe for threads.

    pipes: whether its driver can send several statements before it asks what became of the first.
    """

    def __init__(self, dialect: Dialect) -> None:
        self.pipes = dialect.driver == "psycopg" and can_pipe(dialect.loaded_dbapi)
        self._dialect = dialect
        self._in_order = _with_values_in_order(dialect)
        self._prepared: dict[Statement, Prepared] = {}
        self._insertions: dict[Insert, Insertion] = {}

    @property
    def reads_freely(self) -> bool:
        """Whether each statement sees what was committed before it, in a transaction or not."""
        return self.pipes and self._dialect.default_isolation_level == "READ COMMITTED"

    def of(self, statement: Statement) -> Prepared:
        """The statement, which must be built once and for all."""
        prepared = self._prepared.get(statement)
        if prepared is None:
            compiled: Any = statement.compile(dialect=self._in_order)
            prepared = self._prepared[statement] = Prepared(statement, compiled, self._dialect)
        return prepared

    def insertion(self, statement: Insert, names: tuple[str, ...]) -> Insertion:
        """The statement, which must be built once and for all, for records with these fields."""
        insertion = self._insertions.get(statement)
        if insertion is None:
            compiled: Any = statement.compile(dialect=self._in_order, column_keys=list(names))
            insertion = self._insertions[statement] = Insertion(compiled, self._dialect)
        return insertion


def can_pipe(psycopg: Any) -> bool:
    """Whether its library does: since that of PostgreSQL 14."""
    return bool(psycopg.Pipeline.is_supported())


def converted(values: Iterable[Any], ways: Ways) -> Given:
    changed = list(values)
    for place, convert in ways:
        changed[place] = convert(changed[place])
    return changed


def ways_in(types: Iterable[TypeEngine[Any]], dialect: Dialect) -> Ways:
    found = (each.dialect_impl(dialect).bind_processor(dialect) for each in types)
    return tuple((place, way) for place, way in enumerate(found) if way is not None)


def ways_out(types: Iterable[TypeEngine[Any]], dialect: Dialect) -> Ways:
    found = (each.dialect_impl(dialect).result_processor(dialect, None) for each in types)
    return tuple((place, way) for place, way in enumerate(found) if way is not None)


def _with_values_in_order(dialect: Dialect) -> Dialect:
    """A dialect alike that marks values by their places: names cost the driver time."""
    marks = "format" if dialect.paramstyle == "pyformat" else dialect.paramstyle
    made: Callable[..., Dialect] = type(dialect)
    return made(paramstyle=marks)
