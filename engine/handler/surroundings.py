"""What a system may want from outside, besides its own settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """database: URL for the tables of embedded stores, which may be the engine's own database.
    folder: where the relative paths of the settings begin.
    """

    database: str = field(repr=False)
    folder: Path = Path()

    def path(self, text: str) -> Path:
        """A path written in the settings."""
        return (self.folder / text).resolve()
