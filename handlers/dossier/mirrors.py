"""Mirrored dossiers in the tables of the embedded store."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import IntegrityError

from ...engine.handler import write_json
from ..database import EmbeddedDatabase
from . import rows
from .dossier import StatusChange
from .mirrored import Told, change_key, result_key
from .tables import CHANGES, DOSSIERS, MIRRORS, RESULTS


class Mirrors:
    """Writes what other systems tell; a telling is one transaction."""

    def __init__(self, database: EmbeddedDatabase) -> None:
        self._database = database

    def tell(self, told: Told, source: str) -> None:
        try:
            self._keep(told, source)
        except IntegrityError:  # the same was told at the same time, and is there now
            self._keep(told, source)

    def tell_steps(self, code: str, changes: Sequence[StatusChange], source: str) -> None:
        with self._database.begin() as connection:
            rows.check_theirs(connection, code, source)
            _add_steps(connection, code, changes, source)

    def _keep(self, told: Told, source: str) -> None:
        with self._database.begin() as connection:
            _kept(connection, told, source)


def _kept(connection: Connection, told: Told, source: str) -> None:
    known = _as_of(connection, told.code)
    if known is None and not rows.is_there(connection, told.code):
        _begin(connection, told, source)
    else:
        rows.check_theirs(connection, told.code, source)
        if known is None or told.as_of >= known:
            _renew(connection, told)
    _add_steps(connection, told.code, told.changes, source)
    for result in told.results:
        key = result_key(source, told.code, result)
        if not rows.is_written(connection, RESULTS, key):
            rows.write_result(connection, told.code, result, key)


def _begin(connection: Connection, told: Told, source: str) -> None:
    row = _row(told) | {"code": told.code, "key": f"mirror:{source}:{told.code}"}
    connection.execute(DOSSIERS.insert().values(row))
    mirror = {"code": told.code, "source": source}
    connection.execute(MIRRORS.insert().values(mirror | _state(told)))


def _renew(connection: Connection, told: Told) -> None:
    connection.execute(update(DOSSIERS).where(DOSSIERS.c.code == told.code).values(_row(told)))
    mirror = MIRRORS.c.code == told.code
    connection.execute(update(MIRRORS).where(mirror).values(_state(told)))


def _row(told: Told) -> dict[str, object]:
    return {
        "unit": told.application.unit,
        "received_at": told.received_at,
        "application": write_json(told.application),
    }


def _state(told: Told) -> dict[str, object]:
    return {"as_of": told.as_of, "appointed": told.appointed}


def _add_steps(
    connection: Connection, code: str, changes: Sequence[StatusChange], source: str
) -> None:
    for change in changes:
        key = change_key(source, code, change)
        if not rows.is_written(connection, CHANGES, key):
            rows.write_change(connection, code, change, key)


def _as_of(connection: Connection, code: str) -> datetime | None:
    return connection.scalar(select(MIRRORS.c.as_of).where(MIRRORS.c.code == code))
