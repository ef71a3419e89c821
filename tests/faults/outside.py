"""The world outside the engine: systems that honour idempotency keys, and a clock that jumps."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from procflow import JobContext, RetryLater, handles

SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS effect (
    key TEXT PRIMARY KEY, dossier TEXT NOT NULL, what TEXT NOT NULL, reference TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS call (key TEXT NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Effect:
    """Something that was done out there, once."""

    key: str
    dossier: str
    what: str
    reference: str


class Ledger:
    """What was done out there: a key that is there already does nothing and gets the first answer.

    It survives the death of any process, not that of the machine.
    """

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file, timeout=60, isolation_level=None)
        self._connection.execute("PRAGMA synchronous = OFF")

    @classmethod
    def begun(cls, file: Path) -> Self:
        """A new one; nobody else may look yet."""
        ledger = cls(file)
        ledger._connection.executescript(SCHEMA)
        return ledger

    def act(self, key: str, dossier: str, what: str) -> str:
        """Do it, unless it was done; returns its reference."""
        row = [key, dossier, what, uuid4().hex]
        with self._alone() as books:
            books.execute("INSERT INTO call VALUES (?)", [key])
            books.execute(
                "INSERT OR IGNORE INTO effect VALUES (?, ?, ?, ?)",
                [key, dossier, what, uuid4().hex],
            )
            row = books.execute("SELECT reference FROM effect WHERE key = ?", [key]).fetchone()
        return str(row[0])

    @contextmanager
    def _alone(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        yield self._connection
        self._connection.execute("COMMIT")

    def effects(self) -> list[Effect]:
        rows = self._connection.execute("SELECT key, dossier, what, reference FROM effect")
        return [Effect(*row) for row in rows]

    def calls(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM call").fetchone()[0])

    def close(self) -> None:
        self._connection.close()


class Agencies:
    """The handler of all jobs: sometimes slower than its lease, sometimes broken before or after
    the effect.
    """

    def __init__(self, ledger: Ledger, chance: random.Random, slow: timedelta) -> None:
        self._ledger = ledger
        self._chance = chance
        self._slow = slow

    @handles("effect")
    def act(self, job: JobContext) -> dict[str, Any]:
        mood = self._chance.random()
        if mood < 0.02:
            raise RetryLater(timedelta(milliseconds=50))
        if mood < 0.05:
            raise ConnectionError("nobody answers")
        what = f"{job.element} {job.variables.get('agency', '')}".strip()
        reference = self._ledger.act(job.key, job.business_key or "", what)
        if mood > 0.99:
            time.sleep(self._slow.total_seconds())
        if mood > 0.97:
            raise ConnectionError("the answer is lost")
        return {"reference": reference}


class JumpingClock:
    """The machine's time and a difference, kept in a file that all members read."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.difference())

    def difference(self) -> float:
        return float(self._file.read_text() or 0)

    def set(self, seconds: float) -> None:
        """Written beside and moved into place, so that nobody reads half of it."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(str(seconds))
        fresh.rename(self._file)
