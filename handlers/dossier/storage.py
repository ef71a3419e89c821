"""The embedded dossier store: a dossier system on SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from sqlalchemy import Connection

from ...engine.handler import write_json
from ...engine.model.check import Check
from ..database import EmbeddedDatabase
from ..local_time import local, local_day
from . import rows
from .application import Application, Document
from .dossier import (
    SUPPLEMENT,
    WITHDRAWN,
    Delivery,
    Dossier,
    Paper,
    Result,
    ResultDocument,
    StatusChange,
)
from .mirrored import Told
from .mirrors import Mirrors
from .numbering import Numbering
from .outbox import Outbox
from .papers import PaperKind
from .refusals import decided
from .search import Search
from .tables import CHANGES, DOSSIERS, METADATA, SUPPLIES


class EmbeddedDossiers:
    """Dossiers in tables of their own.

    A number is drawn in the transaction that writes what it numbers: there are no gaps and no
    doubles, however many threads and processes open dossiers at once. told_to_portal: each write
    leaves, in its own transaction, a row in the outbox for the national portal.
    """

    def __init__(
        self, url: str, numbering: Numbering | None = None, *, told_to_portal: bool = False
    ) -> None:
        self._database = EmbeddedDatabase(url, METADATA, store="dossier", version=2)
        self._numbering = numbering or Numbering()
        self._told_to_portal = told_to_portal
        self._mirrors = Mirrors(self._database)
        self.outbox = Outbox(self._database)

    def open(self, application: Application, *, key: str, now: datetime) -> Dossier:
        code = self._database.once(
            partial(rows.code_of, key=key),
            partial(self._opened, application, key, now),
        )
        return self.find(code)

    def set_status(self, code: str, change: StatusChange, *, key: str) -> None:
        self._database.once(
            partial(rows.is_written, table=CHANGES, key=key),
            lambda connection: self._noted(connection, code, change, key),
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
            return self._issued(connection, code, kind, key, now, content, due)

        return self._database.once(partial(rows.first_paper, key=key), issued)

    def request_supplement(
        self, code: str, content: str, *, by: datetime | None, key: str, now: datetime
    ) -> Paper:
        def requested(connection: Connection) -> Paper:
            kind = PaperKind.SUPPLEMENT
            paper = self._issued(connection, code, kind, key, now, content, by)
            asked = StatusChange(status=SUPPLEMENT, at=now, note=content, due=by)
            self._noted(connection, code, asked, key)
            return paper

        return self._database.once(partial(rows.first_paper, key=key), requested)

    def supply(
        self, code: str, documents: Sequence[Document], *, status: int, key: str, now: datetime
    ) -> None:
        def supplied(connection: Connection) -> bool:
            rows.unit_of_ours(connection, code)
            row = {"at": now, "documents": write_json(tuple(documents))}
            rows.write(connection, SUPPLIES, code, key, row)
            return self._noted(connection, code, StatusChange(status=status, at=now), key)

        self._database.once(partial(rows.is_written, table=SUPPLIES, key=key), supplied)

    def withdraw(self, code: str, reason: str, *, key: str, now: datetime) -> Paper | None:
        def withdrawn(connection: Connection) -> bool:
            rows.unit_of_ours(connection, code)
            dossier = rows.dossier(connection, code)
            if dossier.is_decided:
                raise decided(dossier)
            kind = PaperKind.STOP
            if self._numbering.papers.has(local_day(now), kind):
                self._issued(connection, code, kind, key, now, reason, None)
            wish = StatusChange(status=WITHDRAWN, at=now, note=reason)
            return self._noted(connection, code, wish, key)

        self._database.once(partial(rows.is_written, table=CHANGES, key=key), withdrawn)
        with self._database.begin() as connection:
            return rows.first_paper(connection, key)

    def attach_result(
        self, code: str, document: ResultDocument, delivery: Delivery, *, key: str, now: datetime
    ) -> Result:
        def attached(connection: Connection) -> Result:
            unit, count = self._ours(connection, code)
            result = self._numbering.result(document, delivery, unit, now, count)
            rows.write_result(connection, code, result, key)
            self._left_for_portal(connection, code, now)
            return result

        return self._database.once(partial(rows.first_result, key=key), attached)

    def find(self, code: str) -> Dossier:
        with self._database.begin() as connection:
            return rows.dossier(connection, code)

    def search(self, search: Search) -> tuple[Dossier, ...]:
        with self._database.begin() as connection:
            return rows.dossiers(connection, rows.codes_found(connection, search))

    def tell(self, told: Told, *, source: str) -> None:
        self._mirrors.tell(told, source)

    def tell_steps(self, code: str, changes: Sequence[StatusChange], *, source: str) -> None:
        self._mirrors.tell_steps(code, changes, source)

    def check(self) -> Check:
        return self._database.check("dossier: embedded store")

    def close(self) -> None:
        self._database.close()

    def _opened(self, application: Application, key: str, now: datetime, into: Connection) -> str:
        code = self._numbering.code(application.unit, now, partial(rows.next_number, into))
        row = {"code": code, "key": key, "unit": application.unit, "received_at": local(now)}
        into.execute(DOSSIERS.insert().values(row | {"application": write_json(application)}))
        self._left_for_portal(into, code, now)
        return code

    def _noted(self, connection: Connection, code: str, change: StatusChange, key: str) -> bool:
        rows.unit_of_ours(connection, code)
        number = rows.write_change(connection, code, change, key)
        self._left_for_portal(connection, code, change.at, number)
        return True

    def _issued(
        self,
        connection: Connection,
        code: str,
        kind: PaperKind,
        key: str,
        now: datetime,
        content: str | None,
        due: datetime | None,
    ) -> Paper:
        unit, count = self._ours(connection, code)
        paper = self._numbering.paper(kind, unit, now, count, content=content, due=due)
        rows.write_paper(connection, code, paper, key)
        self._left_for_portal(connection, code, now)
        return paper

    def _ours(self, connection: Connection, code: str) -> tuple[str, partial[int]]:
        """The unit of a dossier of ours, and the counter for its numbers."""
        return rows.unit_of_ours(connection, code), partial(rows.next_number, connection)

    def _left_for_portal(
        self, connection: Connection, code: str, now: datetime, change: int | None = None
    ) -> None:
        """Also while the portal is switched off, for what it has begun to follow: when it is on
        again, nothing is missing.
        """
        if self._told_to_portal or self.outbox.follows(connection, code):
            self.outbox.leave(connection, code, now, change)
