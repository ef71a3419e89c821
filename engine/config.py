"""Everything the engine wants from outside, in one frozen value."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from .expressions.environment import VIETNAM, WorkingCalendar
from .messages import Language
from .model.job import Backoff
from .storage.database import Engine as HostEngine

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: sorts as numbers do, and no letter looks like another."""


def sortable_key() -> str:
    """A new key: 9 characters of time in milliseconds, 6 of chance; later keys sort after earlier
    ones.
    """
    number = (time.time_ns() // 1_000_000 << 30) | secrets.randbits(30)
    digits = ((number >> shift) & 31 for shift in range(70, -1, -5))
    return "".join(ALPHABET[digit] for digit in digits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """How an engine is set up; nothing here changes later.

    database: a URL of SQLite or PostgreSQL, or the host's SQLAlchemy engine. handlers: objects with
    methods marked by `@handles`; None: jobs are done elsewhere, so job types are not checked.
    clock: the present moment, with its zone; None: PostgreSQL's own, else the machine's.
    per_minute: the most jobs of a type that all workers together begin in a minute, evenly spread.
    new_key: short keys that sort by age. calendar: for
    working time and due dates; calendars: more of them, by name. lease: how long a worker may take
    for a job. backoff: pauses between tries. message_life: how long a message is kept by default.
    migrate: whether an older database is brought up to date when the engine opens it.
    """

    database: str | HostEngine = "sqlite:///procflow.db"
    handlers: Sequence[object] | None = ()
    clock: Callable[[], datetime] | None = None
    new_key: Callable[[], str] = sortable_key
    calendar: WorkingCalendar | None = None
    calendars: Mapping[str, WorkingCalendar] = field(default_factory=dict)
    zone: tzinfo = VIETNAM
    language: Language = "vi"
    lease: timedelta = timedelta(seconds=60)
    per_minute: Mapping[str, int] = field(default_factory=dict)
    backoff: Backoff = field(default_factory=Backoff)
    message_life: timedelta = timedelta(hours=1)
    migrate: bool = True
