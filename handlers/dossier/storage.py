"""The embedded dossier store: a dossier system on SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from ...engine.errors import NotFound
from ...engine.handler import read_typed, write_json
from ...engine.model.check import Check
from ..database import EmbeddedDatabase
from ..local_time import local
from .dossier import (
    Application,
    Delivery,
    Dossier,
    Paper,
    Result,
    ResultDocument,
    StatusChange,
    in_order,
)
from .numbering import Numbering
from .papers import PaperKind
from .tables import CHANGES, COUNTERS, DOSSIERS, METADATA, PAPERS, RESULTS

DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}


class EmbeddedDossiers:
    """Dossiers in tables of their own.

    A number is drawn in the transaction that writes what it numbers: there are no gaps and no
    doubles, however many threads and processes open dossiers at once.
    """

    def __init__(self, url: str, numbering: Numbering | None = None) -> None:
        self._database = EmbeddedDatabase(url, METADATA, store="dossier")
        self._numbering = numbering or Numbering()

    def open(self, application: Application, *, key: str, now: datetime) -> Dossier:
        code = self._database.once(
            partial(_code_of, key=key),
            partial(self._opened, application, key, now),
        )
        return self.find(code)

    def _opened(self, application: Application, key: str, now: datetime, into: Connection) -> str:
        code = self._numbering.code(application.unit, now, partial(_count, into))
        row = {"code": code, "key": key, "unit": application.unit, "received_at": now}
        into.execute(DOSSIERS.insert().values(row | {"application": write_json(application)}))
        return code

    def set_status(self, code: str, change: StatusChange, *, key: str) -> None:
        self._database.once(
            lambda connection: _rows(connection, CHANGES, CHANGES.c.key == key),
            lambda connection: _write(connection, CHANGES, code, key, asdict(change)),
        )

    def issue_paper(
        self,
        code: str,
        kind: PaperKind,
        *,
        key: str,
        now: datetime,
        content: str | None = None,
        due: datetime | None = None,
    ) -> Paper:
        def issued(connection: Connection) -> Paper:
            unit, count = _unit(connection, code), partial(_count, connection)
            paper = self._numbering.paper(kind, unit, now, count, content=content, due=due)
            _write(connection, PAPERS, code, key, asdict(paper))
            return paper

        return self._database.once(partial(_first_paper, key=key), issued)

    def attach_result(
        self, code: str, document: ResultDocument, delivery: Delivery, *, key: str, now: datetime
    ) -> Result:
        def attached(connection: Connection) -> Result:
            unit, count = _unit(connection, code), partial(_count, connection)
            result = self._numbering.result(document, delivery, unit, now, count)
            row = asdict(result) | {"document": write_json(document)}
            _write(connection, RESULTS, code, key, row)
            return result

        return self._database.once(partial(_first_result, key=key), attached)

    def find(self, code: str) -> Dossier:
        with self._database.begin() as connection:
            row = _dossier_row(connection, code)
            changes = _rows(connection, CHANGES, CHANGES.c.code == code)
            papers = _rows(connection, PAPERS, PAPERS.c.code == code)
            results = _rows(connection, RESULTS, RESULTS.c.code == code)
        return Dossier(
            code=row.code,
            application=read_typed(Application, row.application),
            received_at=local(row.received_at),
            changes=in_order(map(_change, changes)),
            papers=tuple(map(_paper, papers)),
            results=tuple(map(_result, results)),
        )

    def check(self) -> Check:
        return self._database.check("dossier: embedded store")

    def close(self) -> None:
        self._database.close()


def _count(connection: Connection, scope: str) -> int:
    """The next number of the scope; the row stays locked until the transaction ends."""
    insert = DIALECTS[connection.dialect.name].insert(COUNTERS).values(scope=scope, last=1)
    counted = insert.on_conflict_do_update(
        index_elements=[COUNTERS.c.scope], set_={"last": COUNTERS.c.last + 1}
    ).returning(COUNTERS.c.last)
    return int(connection.execute(counted).scalar_one())


def _code_of(connection: Connection, *, key: str) -> str | None:
    return connection.scalar(select(DOSSIERS.c.code).where(DOSSIERS.c.key == key))


def _unit(connection: Connection, code: str) -> str:
    return str(_dossier_row(connection, code).unit)


def _dossier_row(connection: Connection, code: str) -> Row[Any]:
    row = connection.execute(select(DOSSIERS).where(DOSSIERS.c.code == code)).one_or_none()
    if row is None:
        raise NotFound.of("handlers.dossier.unknown", code=code)
    return row


def _rows(connection: Connection, table: Table, which: Any) -> Sequence[Row[Any]]:
    return connection.execute(select(table).where(which).order_by(table.c.id)).all()


def _write(
    connection: Connection, table: Table, code: str, key: str, row: dict[str, Any]
) -> Sequence[Row[Any]]:
    _dossier_row(connection, code)
    connection.execute(table.insert().values(row | {"code": code, "key": key}))
    return ()


def _first_paper(connection: Connection, *, key: str) -> Paper | None:
    return next(map(_paper, _rows(connection, PAPERS, PAPERS.c.key == key)), None)


def _first_result(connection: Connection, *, key: str) -> Result | None:
    return next(map(_result, _rows(connection, RESULTS, RESULTS.c.key == key)), None)


def _change(row: Row[Any]) -> StatusChange:
    return StatusChange(
        status=row.status, at=row.at, note=row.note, due=row.due, handler=row.handler
    )


def _paper(row: Row[Any]) -> Paper:
    return Paper(
        kind=PaperKind(row.kind),
        number=row.number,
        form=row.form,
        title=row.title,
        circular=row.circular,
        issued_at=row.issued_at,
        content=row.content,
        due=row.due,
    )


def _result(row: Row[Any]) -> Result:
    return Result(
        number=row.number,
        document=read_typed(ResultDocument, row.document),
        delivery=row.delivery,
        attached_at=row.attached_at,
    )
