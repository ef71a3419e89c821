"""Faults at the commit boundaries, installed from outside: the product knows nothing of them."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from threading import local
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.pool import NullPool

from procflow.tests.faults.order import Fault

WRITES = ("INSERT", "UPDATE", "DELETE", "WITH")
STRUCK = "struck: "


class Blade:
    """Counts the commits that write; at the one meant, the fault strikes."""

    def __init__(self, engine: Engine, fault: Fault) -> None:
        self._engine = engine
        self._fault = fault
        self._commits = 0
        self._here = local()
        self._commit = engine.dialect.do_commit
        event.listen(engine, "before_cursor_execute", self._notice)
        event.listen(engine, "commit", self._count)
        event.listen(engine, "rollback", self._forget)
        engine.dialect.do_commit = self._do_commit  # type: ignore[method-assign]

    def _notice(self, _connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().upper().startswith(WRITES):
            self._here.wrote = True

    def _forget(self, _connection: Connection) -> None:
        self._here.wrote = False

    def _count(self, _connection: Connection) -> None:
        self._here.meant = False
        if getattr(self._here, "wrote", False):
            self._commits += 1
            self._here.meant = self._commits == self._fault.commit
        self._here.wrote = False

    def _do_commit(self, connection: Any) -> None:
        meant = getattr(self._here, "meant", False)
        if meant and self._fault.when == "before":
            self._strike(connection)
        self._commit(connection)
        if meant and self._fault.when == "after":
            self._strike(connection)
            connection.cursor().execute("SELECT 1")  # finds the connection gone

    def _strike(self, connection: Any) -> None:
        sys.stderr.write(f"{STRUCK}{self._fault}\n")
        if self._fault.kind == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        cut(self._engine, connection.dbapi_connection.info.backend_pid)


def cut(engine: Engine, backend: int) -> None:
    """The server ends the connection."""
    other = create_engine(engine.url, poolclass=NullPool)
    with suppress(Exception), other.connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid, 1000)"), {"pid": backend})


def fill(engine: Engine, pages: int) -> None:
    """SQLite finds the disk full beyond so many pages."""

    def limit(connection: Any, _record: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(engine, "connect", limit)
    engine.dispose()
