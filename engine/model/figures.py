"""How much there is to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class Jobs(NamedTuple):
    """Jobs of a type: open (also those that wait for a moment), being done, due now (not those that
    are suspended), and the moment the oldest of these was due.
    """

    type: str
    open: int
    leased: int
    due: int
    oldest: datetime | None


class Waiting(NamedTuple):
    """How many wait, how many of them are overdue, and since when the oldest of these is."""

    number: int
    overdue: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All of it at one moment. incidents: open ones, by kind. instances: by process and state."""

    at: datetime
    jobs: tuple[Jobs, ...]
    timers: Waiting
    user_tasks: Waiting
    incidents: Mapping[str, int]
    instances: Mapping[tuple[str, str], int]
