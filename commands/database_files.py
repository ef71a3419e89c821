"""The files that an installation on SQLite keeps its databases in."""

from __future__ import annotations

from pathlib import Path

from ..engine.storage.backup import file_of
from .composition import database_url
from .settings import Settings


def engine_file(settings: Settings) -> Path | None:
    """None where the engine's database is no SQLite file."""
    return file_of(database_url(settings, settings.database))


def stores_file(settings: Settings) -> Path | None:
    """The file of the stores, where they have one of their own."""
    if not settings.stores:
        return None
    found = file_of(database_url(settings, settings.stores))
    return None if found == engine_file(settings) else found


def beside(file: Path) -> Path:
    """Where the copy of the stores lies: `procflow.stores.db` beside `procflow.db`."""
    return file.with_suffix(f".stores{file.suffix}")
