"""The ledger of notices sent by a channel that cannot tell by itself what it sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, MetaData, Table, Text, and_, select
from sqlalchemy.dialects import postgresql, sqlite

from ..columns import Moment
from ..database import EmbeddedDatabase

METADATA = MetaData()

NOTICES = Table(
    "notice_sent",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("claimed_until", Moment, nullable=False),
    Column("sent_at", Moment),
)

DIALECTS = {"sqlite": sqlite, "postgresql": postgresql}


@dataclass(frozen=True, slots=True)
class Claimed:
    """The notice is the caller's to send, until then."""

    until: datetime


@dataclass(frozen=True, slots=True)
class TakenBy:
    """Another try is sending it, until then."""

    until: datetime


@dataclass(frozen=True, slots=True)
class SentAt:
    """It was sent."""

    at: datetime


class Ledger:
    """Which notices were sent, and which are being sent."""

    def __init__(self, url: str) -> None:
        self._database = EmbeddedDatabase(url, METADATA, store="notification")

    def claim(self, number: str, *, now: datetime, until: datetime) -> Claimed | TakenBy | SentAt:
        """Take the notice for sending, unless it was sent or another claim has not lapsed."""
        with self._database.begin() as connection:
            if _claim(connection, number, now, until):
                return Claimed(until)
            row = connection.execute(select(NOTICES).where(NOTICES.c.id == number)).one()
        return SentAt(row.sent_at) if row.sent_at else TakenBy(row.claimed_until)

    def release(self, number: str, *, now: datetime) -> None:
        """It was certainly not sent: the next try may take it at once."""
        with self._database.begin() as connection:
            unsent = and_(NOTICES.c.id == number, NOTICES.c.sent_at.is_(None))
            connection.execute(NOTICES.update().where(unsent).values(claimed_until=now))

    def sent(self, number: str, *, at: datetime) -> None:
        with self._database.begin() as connection:
            connection.execute(NOTICES.update().where(NOTICES.c.id == number).values(sent_at=at))

    def close(self) -> None:
        self._database.close()


def _claim(connection: Connection, number: str, now: datetime, until: datetime) -> bool:
    insert = DIALECTS[connection.dialect.name].insert(NOTICES)
    claimed = insert.values(id=number, claimed_until=until).on_conflict_do_update(
        index_elements=[NOTICES.c.id],
        set_={"claimed_until": until},
        where=and_(NOTICES.c.sent_at.is_(None), NOTICES.c.claimed_until <= now),
    )
    return connection.execute(claimed.returning(NOTICES.c.id)).first() is not None
