"""The tables of the notification stores."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

from ..columns import Moment
from ..database import EmbeddedDatabase

METADATA = MetaData()
STORE, VERSION = "notification", 2

SENDINGS = Table(
    "notice_sending",
    METADATA,
    Column("number", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("dossier", Text, index=True),
    Column("state", Text, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("claimed_until", Moment, nullable=False),
    Column("doubt_since", Moment),
    Column("sent_at", Moment),
    Column("reference", Text),
    Column("reason", Text),
    Column("delivered", Integer),
    Column("reported_at", Moment),
    Column("report", Text),
    PrimaryKeyConstraint("number", "channel"),
)

COUNTED = Table(
    "notice_counted",
    METADATA,
    Column("day", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("number", Text, nullable=False),
    PrimaryKeyConstraint("day", "person", "number"),
)

LETTERS = Table(
    "notice_inbox",
    METADATA,
    Column("number", Text, primary_key=True),
    Column("owner", Text, nullable=False, index=True),
    Column("dossier", Text),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("sent_at", Moment, nullable=False, index=True),
    Column("read_at", Moment),
)

TOKENS = Table(
    "notice_zalo_token",
    METADATA,
    Column("app", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("origins", Text, nullable=False),
    Column("sealed", Text, nullable=False),
    Column("valid_until", Moment, nullable=False),
    Column("renewing_until", Moment),
)


def open_tables(url: str) -> EmbeddedDatabase:
    """The database with these tables. Raises BadConfiguration and UnusableDatabase."""
    return EmbeddedDatabase(url, METADATA, store=STORE, version=VERSION, upgrades={1: _by_channel})


def _by_channel(connection: Connection) -> None:
    """Until version 1 there was one channel."""
    SENDINGS.create(connection)
    connection.execute(
        text(
            "INSERT INTO notice_sending (number, channel, state, begun_at, claimed_until, sent_at)"
            " SELECT id, 'email', CASE WHEN sent_at IS NULL THEN 'claimed' ELSE 'sent' END,"
            " claimed_until, claimed_until, sent_at FROM notice_sent"
        )
    )
    connection.execute(text("DROP TABLE notice_sent"))
