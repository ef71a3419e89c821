"""What a system may want from outside, besides its own settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path


def wall_clock() -> datetime:
    """The present moment, in the machine's zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """database: URL for the tables of embedded stores, which may be the engine's own database.
    folder: where the relative paths of the settings begin. clock: the present moment, with its
    zone, for what a system does by itself; a job is told its own.
    """

    database: str = field(repr=False)
    folder: Path = Path()
    clock: Callable[[], datetime] = field(default=wall_clock, repr=False)

    def path(self, text: str) -> Path:
        """A path written in the settings."""
        return (self.folder / text).resolve()
