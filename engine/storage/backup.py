"""Copies of SQLite databases: made while others write, put into place only when they are whole."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import make_url

from ..errors import Conflict, UnusableDatabase

OWNER_ONLY = 0o600


def file_of(url: str) -> Path | None:
    """The file of an SQLite database; None for a database in memory or of another kind."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database in (None, "", ":memory:"):
        return None
    return Path(str(parsed.database))


def copy_file(source: Path, to: Path) -> int:
    """Copy an SQLite file, whatever is being written to it; returns the size in bytes.

    Raises Conflict when there is a file already, UnusableDatabase when the source is no whole
    database.
    """
    must_be_possible(source, to)
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as opened:
        return copy(opened, to)


def must_be_possible(source: Path, to: Path) -> None:
    """Raises Conflict when there is a file already, UnusableDatabase when there is no source."""
    if not source.is_file():
        raise UnusableDatabase.of("runtime.database-unreachable", reason=source)
    if to.exists():
        raise Conflict.of("runtime.file-exists", file=to)


def copy(source: sqlite3.Connection, to: Path) -> int:
    """As `copy_file`, from an open connection that is in no transaction."""
    if to.exists():
        raise Conflict.of("runtime.file-exists", file=to)
    part = to.with_name(f"{to.name}.part")
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY))
    try:
        with closing(sqlite3.connect(part)) as target:
            source.backup(target)
            _must_be_whole(target)
            target.execute("PRAGMA journal_mode = DELETE")  # one file, without one beside it
        _on_the_disk(part)
        part.rename(to)
    except sqlite3.Error as problem:
        part.unlink(missing_ok=True)
        raise UnusableDatabase.of("runtime.database-unreachable", reason=problem) from problem
    return to.stat().st_size


def _must_be_whole(copied: sqlite3.Connection) -> None:
    (found,) = copied.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(found)


def _on_the_disk(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())
