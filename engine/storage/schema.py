"""The schema's version: migrations run when a database is opened.

alembic takes a fifth of the time that a process needs to start: it is imported when a database is
to be migrated.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import Connection, inspect, text
from sqlalchemy.types import TypeDecorator

from ..errors import UnusableDatabase
from .tables import METADATA

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "procflow_version"
_MIGRATING = 7_003_164  # any number, the same for all: PostgreSQL's advisory lock


def prepare(connection: Connection, *, migrate: bool) -> None:
    """Bring the schema to this version's.

    Raises UnusableDatabase when it is not there and may not be brought (migrate=False), or when a
    newer procflow wrote it.
    """
    found, known = revision(connection), revisions()
    head = max(known)
    if found == head:
        return
    if found is not None and found not in known:
        raise UnusableDatabase.of("runtime.database-too-new", expected=head, found=found)
    if not migrate:
        raise UnusableDatabase.of("runtime.database-too-old", expected=head, found=found or "-")
    _upgrade(connection)


def revision(connection: Connection) -> str | None:
    """The revision the database says it has."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 - a name of ours
    return found


def revisions() -> set[str]:
    """The revisions this version knows, by the names of their files; they count upwards."""
    files = (MIGRATIONS / "versions").glob("m*_*.py")
    return {file.name[1:].partition("_")[0] for file in files}


def _upgrade(connection: Connection) -> None:
    from alembic import command

    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATING})
    command.upgrade(settings(connection), "head")


def settings(connection: Connection) -> Config:
    """How alembic works on the connection; its own commands take the same."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("file_template", "m%%(rev)s_%%(slug)s")
    config.attributes["options"] = {
        "connection": connection,
        "target_metadata": METADATA,
        "version_table": VERSION_TABLE,
        "render_item": _rendered,
    }
    return config


def _rendered(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Migrations name the plain type of a column, not ours, so that they stay as they were."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False
