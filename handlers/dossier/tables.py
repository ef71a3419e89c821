"""The tables of the embedded dossier store. Every row that answers a job carries the job's key."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, MetaData, Table, Text

from ..columns import Json, Moment

METADATA = MetaData()

COUNTERS = Table(
    "dossier_counter",
    METADATA,
    Column("scope", Text, primary_key=True),
    Column("last", Integer, nullable=False),
)

DOSSIERS = Table(
    "dossier_dossier",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("unit", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("application", Json, nullable=False),
)

CHANGES = Table(
    "dossier_status_change",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("code", ForeignKey(DOSSIERS.c.code), nullable=False, index=True),
    Column("status", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("note", Text),
    Column("due", Moment),
    Column("handler", Text),
)

PAPERS = Table(
    "dossier_paper",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("code", ForeignKey(DOSSIERS.c.code), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("circular", Text, nullable=False),
    Column("issued_at", Moment, nullable=False),
    Column("content", Text),
    Column("due", Moment),
)

RESULTS = Table(
    "dossier_result",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("code", ForeignKey(DOSSIERS.c.code), nullable=False, index=True),
    Column("number", Text, nullable=False),
    Column("document", Json, nullable=False),
    Column("delivery", Text, nullable=False),
    Column("attached_at", Moment, nullable=False),
)

SUPPLIES = Table(
    "dossier_supply",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("code", ForeignKey(DOSSIERS.c.code), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("documents", Json, nullable=False),
)

MIRRORS = Table(
    "dossier_mirror",
    METADATA,
    Column("code", ForeignKey(DOSSIERS.c.code), primary_key=True),
    Column("source", Text, nullable=False),
    Column("as_of", Moment, nullable=False),
    Column("appointed", Moment),
)

OUTBOX = Table(
    "dossier_outbox",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("code", ForeignKey(DOSSIERS.c.code), nullable=False, index=True),
    Column("change", ForeignKey(CHANGES.c.id)),
    Column("written_at", Moment, nullable=False),
)
"""What the portal does not know yet: a row for each write; `change` where it was a status."""

PORTAL = Table(
    "dossier_portal",
    METADATA,
    Column("code", ForeignKey(DOSSIERS.c.code), primary_key=True),
    Column("known", Boolean, nullable=False),
    Column("leased_until", Moment),
    Column("next_try_at", Moment),
    Column("tries", Integer, nullable=False),
    Column("fault", Text),
)
"""A row for each dossier that is told to the portal. known: the portal has it. tries: refusals in a
row, with the last one's reason in `fault`."""
