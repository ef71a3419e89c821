"""The way to the database, for one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, Insert
from sqlalchemy.exc import DBAPIError

from .prepared import Given, Preparation, Statement

VALUES = 50
"""Of one statement that inserts several records: psycopg keeps what it read of shorter ones."""


class Line:
    """Statements that are the same every time, sent to the driver as they were prepared; all others
    go by SQLAlchemy over the same `connection`.

    A host that listens to SQLAlchemy's statements (to trace them, say) is told of all. The driver's
    errors are raised as SQLAlchemy's own, without the values. sent, waited: statements sent to the
    driver, and the seconds until it had done them.
    """

    def __init__(self, connection: Connection, preparation: Preparation) -> None:
        self.connection = connection
        self._preparation = preparation
        self.driver: Any = connection.connection.dbapi_connection
        self.sent = 0
        self.waited = 0.0
        self._heard = bool(connection.engine.dispatch.before_cursor_execute)

    def ask(self, statement: Statement, values: Mapping[str, Any]) -> list[Given]:
        """The rows that a statement built once answers with."""
        prepared = self._preparation.of(statement)
        cursor = self.send(prepared.text, prepared.given(values))
        return [prepared.answer(row) for row in cursor.fetchall()]

    def tell(self, statement: Statement, values: Mapping[str, Any]) -> int:
        """Execute a statement built once; returns how many rows it met."""
        prepared = self._preparation.of(statement)
        number: int = self.send(prepared.text, prepared.given(values)).rowcount
        return number

    def insert(self, statement: Insert, names: tuple[str, ...], records: Iterable[Any]) -> None:
        """Insert the records, with these fields, by a statement built once."""
        left, together = iter(records), max(VALUES // len(names), 1)
        while some := list(islice(left, together)):
            insertion = self._preparation.insertion(statement, names)
            self.send(insertion.text(len(some)), insertion.given(some))

    def send(self, text: str, given: Given) -> Any:
        """Have the driver execute the text; returns its cursor."""
        began = perf_counter()
        cursor = self._sent(text, given)
        self.sent += 1
        self.waited += perf_counter() - began
        return cursor

    def _sent(self, text: str, given: Given) -> Any:
        if self._heard:
            return self.connection.exec_driver_sql(text, tuple(given))
        cursor = self.driver.cursor()
        try:
            cursor.execute(text, given)
        except self._errors as problem:
            raise self._translated(text, problem) from problem
        return cursor

    @property
    def _errors(self) -> Any:
        return self.connection.dialect.loaded_dbapi.Error

    def _translated(self, text: str, problem: Any) -> BaseException:
        """SQLAlchemy's error for the driver's. A connection that broke is not used again."""
        broken = self.connection.dialect.is_disconnect(problem, self.driver, None)
        if broken:
            self.connection.invalidate(problem)
        translated: BaseException = DBAPIError.instance(
            text,
            None,
            problem,
            self._errors,
            hide_parameters=True,
            connection_invalidated=broken,
            dialect=self.connection.dialect,
        )
        return translated
