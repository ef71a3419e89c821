"""The register of the exchange: what was sent, received and asked, on SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, or_, select, update

from ...engine.errors import Conflict
from ...engine.model.check import Check
from ..database import EmbeddedDatabase
from .port import ServiceCall
from .tables import CALLS, METADATA, RECEIVED, SENT, UNREAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A document for us, and the message about it. key: the code of the dossier for which the
    document was asked for that it answers; nothing where it answers none of ours.
    """

    document: str
    key: str
    variables: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNoted:
    """A line of the register."""

    at: datetime
    service: str
    cause: str
    officer: str | None
    outcome: str


class Register:
    """Tables of its own; every write is one transaction."""

    def __init__(self, url: str) -> None:
        self._database = EmbeddedDatabase(url, METADATA, store="exchange")

    def begin_sending(self, document: str, *, cause: str, key: str, now: datetime) -> bool | None:
        """Note that a sending begins. Gives None for the first time; else whether the exchange is
        known to have the document. Raises Conflict when another job sends one with this id.
        """
        row = {"document": document, "key": key, "cause": cause, "begun_at": now, "taken": False}
        begun: list[str] = []

        def find(connection: Connection) -> Any:
            same = or_(SENT.c.document == document, SENT.c.key == key)
            return connection.execute(select(SENT).where(same)).first()

        def make(connection: Connection) -> Any:
            connection.execute(SENT.insert().values(row))
            begun.append(document)
            return find(connection)

        found = self._database.once(find, make)
        if (found.key, found.document) != (key, document):
            raise Conflict.of("handlers.exchange.other-document", id=document)
        return None if begun else bool(found.taken)

    def note_taken(self, document: str) -> None:
        """The exchange has it."""
        self._set(SENT, document, taken=True)

    def cause_of(self, document: str | None) -> str | None:
        """The dossier for which a document of ours was sent."""
        with self._database.begin() as connection:
            return connection.scalar(select(SENT.c.cause).where(SENT.c.document == document))

    def keep(self, arrived: Arrived, *, digest: str, now: datetime) -> Arrived:
        """Keep a document's arrival; the same again gives the first. Raises Conflict when another
        document with this id has arrived.
        """
        row = {
            "document": arrived.document,
            "digest": digest,
            "received_at": now,
            "key": arrived.key,
            "variables": dict(arrived.variables),
            "published": False,
            "acknowledged": False,
        }

        def find(connection: Connection) -> Any:
            which = select(RECEIVED).where(RECEIVED.c.document == arrived.document)
            return connection.execute(which).first()

        def make(connection: Connection) -> Any:
            connection.execute(delete(UNREAD).where(UNREAD.c.document == arrived.document))
            connection.execute(RECEIVED.insert().values(row))
            return find(connection)

        found = self._database.once(find, make)
        if found.digest != digest:
            raise Conflict.of("handlers.exchange.other-document", id=arrived.document)
        return _arrived(found)

    def note_unread(self, document: str, reason: str) -> None:
        """It could not be read this time."""
        row = {"document": document, "reason": reason}

        def find(connection: Connection) -> Any:
            which = select(UNREAD.c.document).where(UNREAD.c.document == document)
            return connection.scalar(which)

        self._database.once(
            find, lambda connection: connection.execute(UNREAD.insert().values(row))
        )

    def unread(self) -> tuple[tuple[str, str], ...]:
        """Documents that could not be read, with the reasons."""
        with self._database.begin() as connection:
            found = connection.execute(select(UNREAD).order_by(UNREAD.c.document)).all()
        return tuple((row.document, row.reason) for row in found)

    def unpublished(self) -> tuple[Arrived, ...]:
        """Documents the engine has no message about yet, oldest first."""
        waiting = select(RECEIVED).where(RECEIVED.c.published.is_(False))
        with self._database.begin() as connection:
            found = connection.execute(waiting.order_by(RECEIVED.c.received_at)).all()
        return tuple(map(_arrived, found))

    def note_published(self, document: str) -> None:
        self._set(RECEIVED, document, published=True)

    def unacknowledged(self) -> tuple[str, ...]:
        """Documents whose senders do not know that they are here."""
        which = select(RECEIVED.c.document).where(RECEIVED.c.acknowledged.is_(False))
        with self._database.begin() as connection:
            return tuple(connection.scalars(which.order_by(RECEIVED.c.received_at)).all())

    def note_acknowledged(self, document: str) -> None:
        self._set(RECEIVED, document, acknowledged=True)

    def note_call(self, call: ServiceCall, now: datetime, outcome: str) -> None:
        row = {
            "key": call.key,
            "at": now,
            "service": call.service,
            "cause": call.cause,
            "officer": call.officer,
            "outcome": outcome,
        }
        with self._database.begin() as connection:
            connection.execute(CALLS.insert().values(row))

    def calls(self, cause: str) -> tuple[CallNoted, ...]:
        """What was asked for a dossier, oldest first."""
        which = select(CALLS).where(CALLS.c.cause == cause).order_by(CALLS.c.id)
        with self._database.begin() as connection:
            found = connection.execute(which).all()
        return tuple(
            CallNoted(
                at=row.at,
                service=row.service,
                cause=row.cause,
                officer=row.officer,
                outcome=row.outcome,
            )
            for row in found
        )

    def without_message(self) -> int:
        """How many documents no message was published about."""
        counted = select(func.count()).where(RECEIVED.c.published.is_(False))
        with self._database.begin() as connection:
            return int(connection.scalar(counted) or 0)

    def check(self) -> Check:
        return self._database.check("exchange: register")

    def close(self) -> None:
        self._database.close()

    def _set(self, table: Table, document: str, **values: bool) -> None:
        with self._database.begin() as connection:
            connection.execute(update(table).where(table.c.document == document).values(values))


def _arrived(row: Any) -> Arrived:
    return Arrived(document=row.document, key=row.key, variables=row.variables)
