"""A database that holds procflow's tables: opened, migrated, and given out one transaction at a
time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import monotonic, perf_counter, sleep
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DBAPIError,
    DisconnectionError,
    IntegrityError,
    NoSuchModuleError,
    OperationalError,
)
from sqlalchemy.pool import ConnectionPoolEntry

from ..errors import BadConfiguration, StaleInstance, UnusableDatabase
from .backup import copy
from .bell import Bell
from .line import Line
from .prepared import Preparation
from .schema import prepare
from .tables import METADATA
from .tally import Tally
from .unit_of_work import UnitOfWork

__all__ = ["Connection", "DBAPIError", "Database", "Engine"]

BUSY_MILLISECONDS = 20_000
UNREACHABLE = (OperationalError, DatabaseError)
RESTED = 1.0
"""Seconds without work after which a connection may have been lost unseen."""

RESTS_SINCE = "procflow_rests_since"
LOST_RACES = frozenset({"40001", "40P01"})


class Database:
    """One database. An engine that the host gave is used as it is; one made here is closed here.

    Raises UnusableDatabase when it cannot be reached, is not migrated (with migrate=False) or was
    written by a newer version.
    """

    def __init__(self, source: str | Engine, *, migrate: bool = True) -> None:
        self._made_here = isinstance(source, str)
        self.engine = made(source) if isinstance(source, str) else source
        self.bell = Bell(self.engine)
        self.tally = Tally()
        self._preparation = Preparation(self.engine.dialect)
        try:
            with _told(), self._begun(write=True) as line:
                prepare(line.connection, migrate=migrate)
        except BaseException:
            self.close()
            raise

    @property
    def name(self) -> str:
        """The kind of database and its name, without a password."""
        return self.engine.url.render_as_string(hide_password=True)

    @contextmanager
    def unit(self, *, lock: bool = False, read_first: bool = False) -> Iterator[UnitOfWork]:
        """A transaction that writes: committed at the end, rolled back by an exception.

        read_first: on SQLite others may write until it does; for work that notices when what it
        read was changed meanwhile (a step does, by the instance's revision). Raises StaleInstance
        when another transaction came first, UnusableDatabase when the database is gone.
        """
        with _told(), self._begun(write=True, read_first=read_first) as line:
            unit = UnitOfWork(line, lock=lock)
            yield unit
            line.finish()
        if unit.worked:
            self.bell.ring()

    @contextmanager
    def look(self) -> Iterator[UnitOfWork]:
        """A transaction that only reads: all of it at one moment, on SQLite without blocking
        writers.
        """
        with _told(), self._begun(write=False) as line:
            yield UnitOfWork(line)

    def join(self, connection: Connection) -> UnitOfWork:
        """The host's own transaction on the same database: the host commits it or rolls it back."""
        return UnitOfWork(Line(connection, self._preparation))

    @contextmanager
    def _begun(self, *, write: bool, read_first: bool = False) -> Iterator[Line]:
        with self.tally.timing("transaction", "write" if write else "read"):
            with self.engine.connect() as connection, connection.begin():
                line = Line(connection, self._preparation)
                _begin(line, write=write, read_first=read_first)
                try:
                    yield line
                finally:
                    line.rest()
                committing = perf_counter()
            waited = line.waited + perf_counter() - committing
            self.tally.count("database", by=waited)
            self.tally.count("statements", by=line.sent)

    def must_be_current(self) -> None:
        """Raises UnusableDatabase when it cannot be reached, or has another schema than ours."""
        with _told(), self._begun(write=False) as line:
            prepare(line.connection, migrate=False)

    def backup(self, to: Path) -> int:
        """Copy an SQLite database while it is in use; returns the size in bytes.

        Raises BadConfiguration on PostgreSQL, which has `pg_dump`, Conflict when the file is there.
        """
        if self.engine.dialect.name != "sqlite":
            raise BadConfiguration.of("runtime.backup-by-pg-dump")
        with _told(), closing(self.engine.raw_connection()) as fairy:
            connection: Any = fairy.driver_connection
            return copy(connection, to)

    def clear(self) -> None:
        """Take every row away; the tables stay. Only for databases of tests."""
        with _told(), self._begun(write=True) as line:
            for table in reversed(METADATA.sorted_tables):
                line.connection.execute(table.delete())

    def close(self) -> None:
        self.bell.close()
        if self._made_here:
            self.engine.dispose()


def made(url: str) -> Engine:
    """A SQLAlchemy engine for the URL, whose errors and logs do not tell values.

    Raises BadConfiguration for what is no URL of a known database.
    """
    try:
        parsed = make_url(url)
        dialect = parsed.get_backend_name()
        if dialect == "sqlite":
            return _sqlite(url, memory=parsed.database in (None, "", ":memory:"))
        if dialect == "postgresql":
            return _postgresql(url)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as problem:
        raise BadConfiguration(
            f"Expected a database URL, but found '{url}': {problem}"
        ) from problem
    raise BadConfiguration(
        f"Expected a database URL of SQLite or PostgreSQL, but found '{dialect}'"
    )


def _postgresql(url: str) -> Engine:
    """To ask at each use whether a connection still works costs a tenth of a step."""
    engine = create_engine(url, hide_parameters=True)
    event.listen(engine, "checkin", _note_rest)
    event.listen(engine, "checkout", _ask_rested)
    return engine


def _note_rest(_connection: Any, record: ConnectionPoolEntry) -> None:
    record.info[RESTS_SINCE] = monotonic()


def _ask_rested(connection: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
    """A connection that has rested is asked whether the server is still there; if not, the pool
    makes another.
    """
    if monotonic() - record.info.get(RESTS_SINCE, monotonic()) < RESTED:
        return
    try:
        connection.execute("SELECT 1")
        connection.rollback()
    except connection.Error as problem:
        raise DisconnectionError from problem


def _sqlite(url: str, *, memory: bool) -> Engine:
    arguments = {"timeout": BUSY_MILLISECONDS / 1000, "check_same_thread": False}
    if memory:  # it lives and dies with its one connection
        engine = create_engine(
            url,
            connect_args=arguments,
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
            hide_parameters=True,
        )
    else:
        engine = create_engine(url, connect_args=arguments, hide_parameters=True)
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """For this change alone SQLite does not wait until others are ready with a new database."""
    for _ in range(BUSY_MILLISECONDS // 10):
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
            return
        sleep(0.01)
    connection.execute("PRAGMA journal_mode = WAL")


def _begin(line: Line, *, write: bool, read_first: bool) -> None:
    """PostgreSQL begins with the first statement."""
    if line.dialect.name == "sqlite":
        _begin_sqlite(line, write=write, read_first=read_first)
    elif read_first or not write:
        line.read_first()
    else:
        line.keep_writes()


def _begin_sqlite(line: Line, *, write: bool, read_first: bool) -> None:
    if line.driver.in_transaction:
        return
    if read_first:
        line.read_first()
    else:
        line.send("BEGIN IMMEDIATE" if write else "BEGIN", ())


@contextmanager
def _told() -> Iterator[None]:
    """The database's errors as ours."""
    try:
        yield
    except IntegrityError as conflict:
        raise StaleInstance(
            f"Another transaction wrote the same first: {conflict.orig}"
        ) from conflict
    except DBAPIError as problem:
        if getattr(problem.orig, "sqlstate", None) in LOST_RACES:
            raise StaleInstance from problem
        if type(problem) in UNREACHABLE or problem.connection_invalidated:
            raise UnusableDatabase.of(
                "runtime.database-unreachable", reason=problem.orig
            ) from problem
        raise
