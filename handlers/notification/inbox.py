"""The portal's inbox: what a citizen finds when they log in, and what their page asks for.

Whose a notice is, is kept as a digest of the personal number: it can be found by who knows the
number, and read by nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, select

from ...engine.errors import NotFound
from ...engine.model.check import Check
from ..database import EmbeddedDatabase
from ..local_time import local
from .mail import on_one_line
from .masked import masked
from .notice import Notice, Receipt, Unreached, notice_id
from .tables import LETTERS

MOST = 50
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A notice in the list: what it is about, not what it says."""

    id: str
    dossier: str | None
    subject: str
    sent_at: datetime
    read_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    envelope: Envelope
    body: str


class Inbox:
    """Notices by the personal number of whom they are for. keep: how long they stay there."""

    def __init__(self, database: EmbeddedDatabase, *, keep: timedelta = YEAR) -> None:
        self._database = database
        self._keep = keep

    def list(
        self, person: str, *, before: datetime | None = None, most: int = MOST
    ) -> tuple[Envelope, ...]:
        """The person's notices, newest first, those sent before a moment if one is given."""
        wanted = _of(person) if before is None else and_(_of(person), LETTERS.c.sent_at < before)
        newest = select(LETTERS).where(wanted).order_by(LETTERS.c.sent_at.desc(), LETTERS.c.number)
        with self._database.begin() as connection:
            return tuple(map(_envelope, connection.execute(newest.limit(most))))

    def unread(self, person: str) -> int:
        unread = and_(_of(person), LETTERS.c.read_at.is_(None))
        with self._database.begin() as connection:
            counted = connection.scalar(select(func.count()).select_from(LETTERS).where(unread))
        return int(counted or 0)

    def read(self, person: str, number: str, *, now: datetime) -> Letter:
        """Open a notice: it counts as read from the first time on.

        Raises NotFound, for a notice of somebody else too.
        """
        mine = and_(_of(person), LETTERS.c.number == number)
        with self._database.begin() as connection:
            first = and_(mine, LETTERS.c.read_at.is_(None))
            connection.execute(LETTERS.update().where(first).values(read_at=now))
            row = connection.execute(select(LETTERS).where(mine)).first()
        if row is None:
            raise NotFound.of("notification.no-letter", number=number)
        return Letter(envelope=_envelope(row), body=row.body)

    def put(self, notice: Notice, owner: str, number: str, *, now: datetime) -> datetime:
        """Put the notice there, once; when it was put there. What is too old goes."""
        row = {
            "number": number,
            "owner": _digest(owner),
            "dossier": notice.dossier,
            "subject": on_one_line(notice.subject),
            "body": notice.body,
            "sent_at": now,
        }
        with self._database.begin() as connection:
            connection.execute(LETTERS.delete().where(LETTERS.c.sent_at < now - self._keep))
        put = self._database.once(partial(_find, number=number), partial(_insert, row))
        return local(put.sent_at)

    def holds(self, number: str) -> bool:
        with self._database.begin() as connection:
            return _find(connection, number) is not None

    def check(self, subject: str) -> Check:
        return self._database.check(subject)


class InboxChannel:
    """Puts notices into the portal's inbox of who has a personal number."""

    rings = False

    def __init__(self, inbox: Inbox, name: str = "inbox") -> None:
        self._inbox = inbox
        self._name = name

    @property
    def name(self) -> str:
        return self._name

    def address(self, notice: Notice) -> str | Unreached:
        return notice.to.personal_id or Unreached(channel=self._name, reason="no-address")

    def begun(self, key: str) -> bool:
        return self._inbox.holds(notice_id(key))

    def send(self, notice: Notice, *, key: str, now: datetime) -> Receipt | Unreached:
        owner, number = self.address(notice), notice_id(key)
        if isinstance(owner, Unreached):
            return owner
        put_at = self._inbox.put(notice, owner, number, now=now)
        return Receipt(id=number, channel=self._name, sent_at=put_at, address=masked(owner))

    def check(self) -> Check:
        return self._inbox.check(f"notice: {self._name} (inbox)")


def _digest(person: str) -> str:
    return sha256(f"procflow inbox {person}".encode()).hexdigest()


def _of(person: str) -> ColumnElement[bool]:
    return LETTERS.c.owner == _digest(person)


def _find(connection: Connection, number: str) -> Row[Any] | None:
    return connection.execute(select(LETTERS).where(LETTERS.c.number == number)).first()


def _insert(row: dict[str, Any], connection: Connection) -> Row[Any]:
    return connection.execute(LETTERS.insert().values(row).returning(LETTERS)).one()


def _envelope(row: Row[Any]) -> Envelope:
    return Envelope(
        id=row.number,
        dossier=row.dossier,
        subject=row.subject,
        sent_at=row.sent_at,
        read_at=row.read_at,
    )
