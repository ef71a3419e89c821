"""The way to the database, for one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from time import perf_counter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Insert
from sqlalchemy.exc import DBAPIError

from ..errors import StaleInstance
from .prepared import Given, Preparation, Statement

VALUES = 50
"""Of one statement that inserts several records: psycopg keeps what it read of shorter ones."""


class Kept(NamedTuple):
    """What is to be written at the end. meets: how many rows it must meet, if that matters."""

    text: str
    given: Given
    meets: int | None


class Line:
    """Statements that are the same every time, sent to the driver as they were prepared; all others
    go by SQLAlchemy over the same `connection`.

    A host that listens to SQLAlchemy's statements (to trace them, say) is told of all. The driver's
    errors are raised as SQLAlchemy's own, without the values. sent, waited: statements sent to the
    driver, and the seconds until it had done them.

    SQLite has one writer at a time. A line that reads first (`read_first`) lets others write until
    it must: what is to be written `later` is kept until something can only be done as the writer,
    or to the end (`finish`), and then written together. Others may have written since it read: who
    minds says how many rows a statement must meet.
    """

    def __init__(self, connection: Connection, preparation: Preparation) -> None:
        self._connection = connection
        self._preparation = preparation
        self.driver: Any = connection.connection.dbapi_connection
        self.sent = 0
        self.waited = 0.0
        self._heard = bool(connection.engine.dispatch.before_cursor_execute)
        self._reads = False
        self._kept: list[Kept] = []

    @property
    def dialect(self) -> Dialect:
        return self._connection.dialect

    @property
    def connection(self) -> Connection:
        """SQLAlchemy's, for anything."""
        self._write()
        return self._connection

    def ask(self, statement: Statement, values: Mapping[str, Any]) -> list[Given]:
        """The rows that a statement built once answers with."""
        if self._kept or statement.is_dml:
            self._write()
        prepared = self._preparation.of(statement)
        cursor = self.send(prepared.text, prepared.given(values))
        return [prepared.answer(row) for row in cursor.fetchall()]

    def tell(self, statement: Statement, values: Mapping[str, Any]) -> int:
        """Execute a statement built once; returns how many rows it met."""
        self._write()
        prepared = self._preparation.of(statement)
        number: int = self.send(prepared.text, prepared.given(values)).rowcount
        return number

    def later(
        self, statement: Statement, values: Mapping[str, Any], meets: int | None = None
    ) -> None:
        """Execute a statement built once, now or later.

        meets: how many rows it must meet, else StaleInstance is raised.
        """
        prepared = self._preparation.of(statement)
        self._keep(Kept(prepared.text, prepared.given(values), meets))

    def insert(self, statement: Insert, names: tuple[str, ...], records: Iterable[Any]) -> None:
        """Insert the records, with these fields, by a statement built once; now or later."""
        left, together = iter(records), max(VALUES // len(names), 1)
        while some := list(islice(left, together)):
            insertion = self._preparation.insertion(statement, names)
            self._keep(Kept(insertion.text(len(some)), insertion.given(some), None))

    def read_first(self) -> None:
        """Begin a transaction that becomes the writer only when it must."""
        self.send("BEGIN", ())
        self._reads = True

    def finish(self) -> None:
        """Write what was kept."""
        if self._kept:
            self._write()

    def _keep(self, kept: Kept) -> None:
        if self._reads:
            self._kept.append(kept)
        else:
            self._written(kept)

    def _write(self) -> None:
        """Become the writer, if it is not yet."""
        if self._reads:
            self._reads = False
            self.send("COMMIT", ())
            self.send("BEGIN IMMEDIATE", ())
            kept, self._kept = self._kept, []
            for each in kept:
                self._written(each)

    def _written(self, kept: Kept) -> None:
        met = self.send(kept.text, kept.given).rowcount
        if kept.meets is not None and met != kept.meets:
            raise StaleInstance

    def send(self, text: str, given: Given) -> Any:
        """Have the driver execute the text; returns its cursor."""
        began = perf_counter()
        cursor = self._sent(text, given)
        self.sent += 1
        self.waited += perf_counter() - began
        return cursor

    def _sent(self, text: str, given: Given) -> Any:
        if self._heard:
            return self._connection.exec_driver_sql(text, tuple(given))
        cursor = self.driver.cursor()
        try:
            cursor.execute(text, given)
        except self._errors as problem:
            raise self._translated(text, problem) from problem
        return cursor

    @property
    def _errors(self) -> Any:
        return self._connection.dialect.loaded_dbapi.Error

    def _translated(self, text: str, problem: Any) -> BaseException:
        """SQLAlchemy's error for the driver's. A connection that broke is not used again."""
        broken = self._connection.dialect.is_disconnect(problem, self.driver, None)
        if broken:
            self._connection.invalidate(problem)
        translated: BaseException = DBAPIError.instance(
            text,
            None,
            problem,
            self._errors,
            hide_parameters=True,
            connection_invalidated=broken,
            dialect=self._connection.dialect,
        )
        return translated
