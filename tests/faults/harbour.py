"""Where the crew sets out from: databases made ready, as many as are wanted, each with a folder."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple, Protocol

from procflow import Engine
from procflow.engine.storage.database import made
from procflow.tests.faults.crew import HOST, configured
from procflow.tests.faults.outside import JumpingClock, Ledger
from procflow.tests.postgres import Postgres

DRAWING = Path(__file__).with_name("case.bpmn")
HOUR = 3600.0


class Sea(NamedTuple):
    """A database made ready, and the folder for what is outside of it."""

    url: str
    folder: Path

    @property
    def clock(self) -> JumpingClock:
        return JumpingClock(self.folder / "clock")


class Weather(NamedTuple):
    """Something bad that happens again and again, every so many seconds on average."""

    name: str
    every: float
    happen: Callable[[], object]


class Harbour(Protocol):
    """name: of the kind of database."""

    name: str

    def sea(self) -> Sea:
        """A fresh one."""

    def weather(self, sea: Sea, chance: random.Random) -> Sequence[Weather]:
        """What may befall a crew there."""


class SqliteHarbour:
    name = "SQLite"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._first = folder / "first.db"
        self._numbers = count(1)
        make_ready(url_of(self._first))

    def sea(self) -> Sea:
        folder = put_to_sea(self._folder / f"sea-{next(self._numbers)}")
        shutil.copy(self._first, folder / "procflow.db")
        return Sea(url_of(folder / "procflow.db"), folder)

    def weather(self, sea: Sea, chance: random.Random) -> Sequence[Weather]:
        return [jumps(sea, chance)]


class PostgresHarbour:
    name = "PostgreSQL"

    def __init__(self, folder: Path, server: Postgres) -> None:
        self._folder = folder
        self._server = server
        self._numbers = count(1)
        self._first = server.fresh()
        make_ready(self._first)

    def sea(self) -> Sea:
        folder = put_to_sea(self._folder / f"pg-sea-{next(self._numbers)}")
        return Sea(self._server.copy(self._first), folder)

    def weather(self, sea: Sea, chance: random.Random) -> Sequence[Weather]:
        cut = Weather("all connections cut", 2.0, lambda: self._server.cut(sea.url))
        crash = Weather("server stopped at once, and started", 15.0, self._server.crash)
        return [jumps(sea, chance), cut, crash]


def url_of(file: Path) -> str:
    return f"sqlite:///{file}"


def make_ready(url: str) -> None:
    """The drawing is deployed, and the host's table made."""
    pool = made(url)
    with Engine(configured(pool, None, None)) as engine:
        engine.deployments.deploy({DRAWING.name: DRAWING.read_bytes()})
        HOST.create_all(pool)
    pool.dispose()


def put_to_sea(folder: Path) -> Path:
    folder.mkdir()
    JumpingClock(folder / "clock").set(0)
    Ledger.begun(folder / "ledger.db").close()
    return folder


def jumps(sea: Sea, chance: random.Random) -> Weather:
    """The clock jumps to and fro: by up to a minute, sometimes by up to an hour."""

    def jump() -> None:
        width = HOUR if chance.random() < 0.1 else 60.0
        sea.clock.set(chance.uniform(-width, width))

    return Weather("clock jumped", 2.0, jump)
