"""The ledger of notices on SQLite or PostgreSQL."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from ..database import EmbeddedDatabase
from .ledger import Claimed, Entry, Sending
from .report import Report
from .tables import SENDINGS

DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}
DOUBT_SINCE = func.coalesce(SENDINGS.c.doubt_since, SENDINGS.c.begun_at)


class EmbeddedLedger:
    """A ledger in a table of its own."""

    def __init__(self, database: EmbeddedDatabase) -> None:
        self._database = database

    def claim(
        self, number: str, channel: str, *, dossier: str | None, now: datetime, until: datetime
    ) -> Claimed | Entry:
        with self._database.begin() as connection:
            if _begin(connection, number, channel, dossier, now, until):
                return Claimed(begun_at=now)
            taken = _take_over(connection, number, channel, now, until)
            entry = _entry(_row(connection, number, channel))
        return Claimed(begun_at=entry.begun_at, doubt_since=entry.doubt_since) if taken else entry

    def release(self, number: str, channel: str) -> None:
        self._change(number, channel, state=Sending.OPEN)

    def uncertain(self, number: str, channel: str) -> None:
        self._change(number, channel, state=Sending.OPEN, doubt_since=DOUBT_SINCE)

    def sent(self, number: str, channel: str, *, at: datetime, reference: str | None) -> None:
        self._change(number, channel, state=Sending.SENT, sent_at=at, reference=reference)

    def unreached(self, number: str, channel: str, *, reason: str) -> None:
        self._change(number, channel, state=Sending.UNREACHED, reason=reason)

    def doubt(self, number: str, channel: str) -> None:
        self._change(number, channel, state=Sending.DOUBTFUL, doubt_since=DOUBT_SINCE)

    def report(self, number: str, channel: str, report: Report) -> Entry | None:
        with self._database.begin() as connection:
            row = connection.execute(select(SENDINGS).where(_key(number, channel))).first()
            if row is None:
                return None
            if not row.delivered:
                changed = _reported(row, report)
                connection.execute(SENDINGS.update().where(_key(number, channel)).values(**changed))
            return _entry(_row(connection, number, channel))

    def find(self, number: str, channel: str) -> Entry | None:
        with self._database.begin() as connection:
            row = connection.execute(select(SENDINGS).where(_key(number, channel))).first()
        return None if row is None else _entry(row)

    def of(self, dossier: str) -> tuple[Entry, ...]:
        wanted = select(SENDINGS).where(SENDINGS.c.dossier == dossier)
        with self._database.begin() as connection:
            rows = connection.execute(wanted.order_by(SENDINGS.c.begun_at, SENDINGS.c.channel))
            return tuple(map(_entry, rows))

    def _change(self, number: str, channel: str, **values: Any) -> None:
        """Only a claimed entry changes: what was settled meanwhile, by a report say, stays."""
        claimed = and_(_key(number, channel), SENDINGS.c.state == Sending.CLAIMED)
        with self._database.begin() as connection:
            connection.execute(SENDINGS.update().where(claimed).values(**values))


def _begin(
    connection: Connection,
    number: str,
    channel: str,
    dossier: str | None,
    now: datetime,
    until: datetime,
) -> bool:
    insert = DIALECTS[connection.dialect.name].insert(SENDINGS)
    begun = insert.values(
        number=number,
        channel=channel,
        dossier=dossier,
        state=Sending.CLAIMED,
        begun_at=now,
        claimed_until=until,
    ).on_conflict_do_nothing(index_elements=[SENDINGS.c.number, SENDINGS.c.channel])
    return connection.execute(begun.returning(SENDINGS.c.number)).first() is not None


def _take_over(
    connection: Connection, number: str, channel: str, now: datetime, until: datetime
) -> bool:
    """Take what is open, or a claim that lapsed: its holder may have sent the notice unheard."""
    lapsed = and_(SENDINGS.c.state == Sending.CLAIMED, SENDINGS.c.claimed_until <= now)
    free = and_(_key(number, channel), or_(SENDINGS.c.state == Sending.OPEN, lapsed))
    doubt = case((SENDINGS.c.state == Sending.CLAIMED, DOUBT_SINCE), else_=SENDINGS.c.doubt_since)
    taken = SENDINGS.update().where(free)
    taken = taken.values(state=Sending.CLAIMED, claimed_until=until, doubt_since=doubt)
    return connection.execute(taken.returning(SENDINGS.c.number)).first() is not None


def _key(number: str, channel: str) -> ColumnElement[bool]:
    return and_(SENDINGS.c.number == number, SENDINGS.c.channel == channel)


def _row(connection: Connection, number: str, channel: str) -> Row[Any]:
    return connection.execute(select(SENDINGS).where(_key(number, channel))).one()


def _reported(row: Row[Any], report: Report) -> dict[str, Any]:
    return {
        "state": Sending.SENT,
        "sent_at": row.sent_at or report.at,
        "delivered": int(report.delivered),
        "reported_at": report.at,
        "report": report.reason,
    }


def _entry(row: Row[Any]) -> Entry:
    report = None
    if row.delivered is not None:
        report = Report(delivered=bool(row.delivered), at=row.reported_at, reason=row.report)
    return Entry(
        number=row.number,
        channel=row.channel,
        state=Sending(row.state),
        dossier=row.dossier,
        begun_at=row.begun_at,
        claimed_until=row.claimed_until,
        doubt_since=row.doubt_since,
        sent_at=row.sent_at,
        reference=row.reference,
        reason=row.reason,
        report=report,
    )
