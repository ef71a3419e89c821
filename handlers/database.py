"""The database of an embedded store: its own file, or tables of its own in a shared database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from time import sleep
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    Text,
    create_engine,
    event,
    insert,
    make_url,
    select,
    text,
    update,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError

from ..engine.errors import BadConfiguration, UnusableDatabase
from ..engine.model.check import Check

BUSY_MILLISECONDS = 20_000
KINDS = ("sqlite", "postgresql")

STORES = Table(
    "embedded_store",
    MetaData(),
    Column("store", Text, primary_key=True),
    Column("version", Integer, nullable=False),
)

_Row = TypeVar("_Row")
Upgrade = Callable[[Connection], None]


class EmbeddedDatabase:
    """Tables of one store, kept apart from others by their names.

    Raises BadConfiguration for a URL of another kind of database, UnusableDatabase for one that
    cannot be reached or holds tables of a newer version of the store. upgrades: by the version
    they start from, each making tables of the next version.
    """

    def __init__(
        self,
        url: str,
        tables: MetaData,
        *,
        store: str,
        version: int = 1,
        upgrades: Mapping[int, Upgrade] | None = None,
    ) -> None:
        self._engine = _open(url)
        with self.begin() as connection:
            _one_at_a_time(connection)
            for found in range(_version(connection, store, version), version):
                if upgrades and found in upgrades:
                    upgrades[found](connection)
            connection.execute(
                update(STORES).where(STORES.c.store == store).values(version=version)
            )
            tables.create_all(connection)

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """One transaction that may write; on SQLite it has the file for itself at once."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except DBAPIError as error:
            raise UnusableDatabase(f"Expected {self.name} to answer, but: {error.orig}") from error

    def once(
        self, find: Callable[[Connection], _Row | None], make: Callable[[Connection], _Row]
    ) -> _Row:
        """What `find` finds, else what `make` makes; only one of several callers makes it."""
        try:
            with self.begin() as connection:
                return find(connection) or make(connection)
        except IntegrityError:
            with self.begin() as connection:
                standing = find(connection)
            if standing is None:
                raise
            return standing

    @property
    def name(self) -> str:
        """The database's URL without its password."""
        return self._engine.url.render_as_string(hide_password=True)

    def check(self, subject: str) -> Check:
        try:
            with self.begin() as connection:
                connection.execute(text("SELECT 1"))
        except UnusableDatabase as error:
            arguments = {"name": self.name, "reason": str(error)}
            key = "handlers.check.database-gone"
            return Check(subject=subject, ok=False, key=key, arguments=arguments)
        named = {"name": self.name}
        return Check(subject=subject, ok=True, key="handlers.check.database", arguments=named)

    def close(self) -> None:
        self._engine.dispose()


def _open(url: str) -> Engine:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() not in KINDS:
            raise ArgumentError
        engine = create_engine(parsed, pool_pre_ping=True)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError):
        raise BadConfiguration(
            "Expected the URL of an SQLite or PostgreSQL database, but the setting is none"
        ) from None
    if parsed.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_immediate)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """For this change alone SQLite does not wait until others are ready with a new database."""
    for _ in range(BUSY_MILLISECONDS // 10):
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")
            return
        sleep(0.01)
    connection.execute("PRAGMA journal_mode = WAL")


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _one_at_a_time(connection: Connection) -> None:
    """Two processes that create tables at once would collide on PostgreSQL."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("SELECT pg_advisory_xact_lock(hashtext('procflow embedded store'))")
        )


def _version(connection: Connection, store: str, version: int) -> int:
    """The version of the store's tables; a new store begins with the newest."""
    STORES.create(connection, checkfirst=True)
    found = connection.scalar(select(STORES.c.version).where(STORES.c.store == store))
    if found is None:
        connection.execute(insert(STORES).values(store=store, version=version))
        return version
    if found > version:
        raise UnusableDatabase(
            f"Expected version {version} of the {store} store, but {found} was found:"
            " the database was written by a newer procflow"
        )
    return int(found)
