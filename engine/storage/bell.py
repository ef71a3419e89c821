"""Wakes those who wait for work."""

from __future__ import annotations

from contextlib import suppress
from threading import Condition, Event, Thread
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

CHANNEL = "procflow_work"
TOGETHER = 0.02
"""Seconds in which calls to other processes are made one."""

AGAIN = 1.0
"""Seconds after which a lost connection is made anew, and the most that closing waits for."""


class Bell:
    """Rings in this process at once; on PostgreSQL, a moment later, in all that listen.

    The call goes out on a connection of its own, after the commit: PostgreSQL lets transactions
    that notify commit only one after the other. A call that is lost costs time, nothing else: who
    waits looks again after a pause.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reaches_others = engine.dialect.name == "postgresql"
        self._rung = 0
        self._condition = Condition()
        self._to_call = Event()
        self._closed = Event()
        self._threads: dict[str, Thread] = {}

    @property
    def rung(self) -> int:
        """How often it has rung: to be remembered before looking for work."""
        return self._rung

    @property
    def is_closed(self) -> bool:
        """Whether it will ring no more."""
        return self._closed.is_set()

    def ring(self) -> None:
        """There may be work."""
        self._wake()
        if self._reaches_others:
            self._to_call.set()
            self._start("call", self._call)

    def ring_here(self) -> None:
        """There may be work for this process."""
        self._wake()

    def wait(self, heard: int, seconds: float) -> None:
        """Until it has rung more often than `heard`, at most so long."""
        if self._reaches_others:
            self._start("listen", self._listen)
        with self._condition:
            self._condition.wait_for(lambda: self._rung != heard, seconds)

    def close(self) -> None:
        """Calls that were due still go out."""
        self._closed.set()
        if "listen" in self._threads:
            self._call_once()  # it hears that it is over
        self._to_call.set()
        for thread in self._threads.values():
            thread.join(AGAIN)
        self._wake()

    def _wake(self) -> None:
        with self._condition:
            self._rung += 1
            self._condition.notify_all()

    def _start(self, name: str, work: Any) -> None:
        with self._condition:
            if name not in self._threads and not self._closed.is_set():
                thread = Thread(target=work, name=f"procflow-{name}", daemon=True)
                self._threads[name] = thread
                thread.start()

    # -- other processes ------------------------------------------------------

    def _call(self) -> None:
        while True:
            self._to_call.wait()
            closing = self._closed.is_set()
            self._to_call.clear()
            self._call_once()
            if closing or self._closed.wait(TOGETHER):
                return

    def _call_once(self) -> None:
        with suppress(DBAPIError), self._engine.connect() as connection:
            automatic = connection.execution_options(isolation_level="AUTOCOMMIT")
            automatic.exec_driver_sql(f"NOTIFY {CHANNEL}")

    def _listen(self) -> None:
        while not self._closed.is_set():
            with suppress(DBAPIError, OSError, self._engine.dialect.loaded_dbapi.Error):
                self._hear()
            self._closed.wait(AGAIN)

    def _hear(self) -> None:
        """On a connection outside of the pool, until it breaks or the bell is closed."""
        fairy = self._engine.raw_connection()
        fairy.detach()
        connection: Any = fairy.dbapi_connection
        try:
            connection.autocommit = True
            connection.execute(f"LISTEN {CHANNEL}")
            self._wake()  # what was called before it listened
            while not self._closed.is_set():
                for _call in connection.notifies(timeout=AGAIN, stop_after=1):
                    self._wake()
        finally:
            connection.close()
