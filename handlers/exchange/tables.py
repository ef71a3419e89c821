"""The tables of the exchange's register."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, MetaData, Table, Text

from ..columns import Json, Moment

METADATA = MetaData()

SENT = Table(
    "exchange_sent",
    METADATA,
    Column("document", Text, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("cause", Text, nullable=False, index=True),
    Column("begun_at", Moment, nullable=False),
    Column("taken", Boolean, nullable=False),
)
"""Documents of ours. taken: the exchange has it; else a sending was begun, its end is not known."""

RECEIVED = Table(
    "exchange_received",
    METADATA,
    Column("document", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("key", Text, nullable=False),
    Column("variables", Json, nullable=False),
    Column("published", Boolean, nullable=False),
    Column("acknowledged", Boolean, nullable=False),
)
"""Documents for us. key and variables: of the message about it."""

UNREAD = Table(
    "exchange_unread",
    METADATA,
    Column("document", Text, primary_key=True),
    Column("reason", Text, nullable=False),
)
"""Documents that wait for us and cannot be read: a fault on the way, or of their writers."""

CALLS = Table(
    "exchange_call",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("service", Text, nullable=False),
    Column("cause", Text, nullable=False, index=True),
    Column("officer", Text),
    Column("outcome", Text, nullable=False),
)
"""Who asked which service, when, for which dossier, and what came of it; never what was asked."""
