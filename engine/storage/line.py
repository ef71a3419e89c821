"""The way to the database, for one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    A line that reads first (`read_first`) begins its transaction when it must write: SQLite has one
    writer at a time, and PostgreSQL need not be told of a beginning and an end. A line that keeps
    (`keep_writes`, and one that reads first) keeps what is to be written `later` until something
    can only be done after it, or to the end (`finish`), and then writes it together: PostgreSQL is
    sent all of it before it is asked what became of it. Others may have written since it read: who
    minds says how many rows a statement must meet.
    """

    def __init__(self, connection: Connection, preparation: Preparation) -> None:
        self._connection = connection
        self._preparation = preparation
        self.driver: Any = connection.connection.dbapi_connection
        self.sent = 0
        self.waited = 0.0
        self._heard = bool(connection.engine.dispatch.before_cursor_execute)
        self._pipes = preparation.pipes and not self._heard
        self._reads = self._keeps = False
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
        """Read without a transaction that others would have to wait for, until it must write."""
        if self.dialect.name == "sqlite":
            self.send("BEGIN", ())
            self._reads = True
        elif self._preparation.reads_freely and not self.driver.autocommit:
            self.driver.autocommit = self._reads = True
        self._keeps = self._reads

    def keep_writes(self) -> None:
        """Write together what can wait."""
        self._keeps = True

    def finish(self) -> None:
        """Write what was kept."""
        if self._kept:
            self._write()

    def rest(self) -> None:
        """The connection goes back to whoever uses it next."""
        if self._reads and self.dialect.name != "sqlite" and not self.driver.closed:
            self.driver.autocommit = self._reads = False

    def _keep(self, kept: Kept) -> None:
        if self._keeps:
            self._kept.append(kept)
        else:
            self._written([kept])

    def _write(self) -> None:
        """Become the writer, if it is not yet."""
        if self._reads:
            self._begin()
        if self._kept:
            kept, self._kept = self._kept, []
            self._written(kept)

    def _begin(self) -> None:
        self._reads = False
        if self.dialect.name == "sqlite":
            self.send("COMMIT", ())
            self.send("BEGIN IMMEDIATE", ())
        else:
            self.driver.autocommit = False

    def _written(self, kept: Sequence[Kept]) -> None:
        together = self._sent_together if self._pipes and len(kept) > 1 else self._sent_in_turn
        for each, met in zip(kept, together(kept), strict=True):
            if each.meets is not None and met != each.meets:
                raise StaleInstance

    def _sent_in_turn(self, kept: Sequence[Kept]) -> Iterator[int]:
        """How many rows each has met."""
        return (self.send(each.text, each.given).rowcount for each in kept)

    def _sent_together(self, kept: Sequence[Kept]) -> Iterator[int]:
        """The same, with one answer to all; zero where it does not matter."""
        began = perf_counter()
        deaf = self.driver.cursor()
        cursors = [deaf if each.meets is None else self.driver.cursor() for each in kept]
        try:
            with self.driver.pipeline():
                for cursor, each in zip(cursors, kept, strict=True):
                    cursor.execute(each.text, each.given)
        except self._errors as problem:
            raise self._translated("", problem) from problem
        self.sent += len(kept)
        self.waited += perf_counter() - began
        return (0 if cursor is deaf else cursor.rowcount for cursor in cursors)

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
