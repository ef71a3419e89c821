"""The tables of the embedded order book, and how older ones become these."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from ..columns import Json, Moment

METADATA = MetaData()

ORDERS = Table(
    "payment_order",
    METADATA,
    Column("number", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("gateway", Text, nullable=False),
    Column("dossier", Text, nullable=False, index=True),
    Column("fee", Text, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("url", Text, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("state", Text, nullable=False),
    Column("live", Text),
    Column("paid_at", Moment),
    Column("receipt", Text),
    Column("happened", Json, nullable=False),
)
"""live: the dossier and the fee while the order counts for them, so that there is one at most.
happened: who pays for what, attempts, payments, refunds and matters."""

Index("payment_order_live", ORDERS.c.live, unique=True)
Index("payment_order_paid", ORDERS.c.gateway, ORDERS.c.paid_at)

OUTBOX = Table(
    "payment_message",
    METADATA,
    Column("message_id", Text, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("variables", Json, nullable=False),
    Column("unsent", Integer, nullable=False, index=True),
)

RECEIPTS = Table(
    "payment_receipt",
    METADATA,
    Column("order", Text, primary_key=True),
    Column("series", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("issued_at", Moment, nullable=False),
    UniqueConstraint("series", "year", "number"),
)

BANK = Table(
    "payment_sandbox",
    METADATA,
    Column("order", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("amount", BigInteger),
    Column("at", Moment),
    Column("receipt", Text),
)
"""What the sandbox's bank knows of an order."""

ADDED = (
    "ALTER TABLE payment_order ADD COLUMN gateway TEXT NOT NULL DEFAULT 'sandbox'",
    "ALTER TABLE payment_order ADD COLUMN live TEXT",
    "ALTER TABLE payment_order ADD COLUMN happened TEXT NOT NULL DEFAULT '{}'",
)
DRAWN_APART = (
    'INSERT INTO payment_sandbox ("order", state, amount, at, receipt)'
    " SELECT number, bank_state, bank_amount, bank_at, bank_receipt FROM payment_order",
    "ALTER TABLE payment_order DROP COLUMN bank_state",
    "ALTER TABLE payment_order DROP COLUMN bank_amount",
    "ALTER TABLE payment_order DROP COLUMN bank_at",
    "ALTER TABLE payment_order DROP COLUMN bank_receipt",
)
LIVE = (
    "UPDATE payment_order SET live = dossier || :separator || fee WHERE number IN"
    " (SELECT max(number) FROM payment_order WHERE state IN ('opened', 'paid')"
    " GROUP BY dossier, fee)"
)
PAID = "SELECT number, amount, paid_at, receipt FROM payment_order WHERE state = 'paid'"
HAPPENED = "UPDATE payment_order SET happened = :happened WHERE number = :number"


def upgrade(connection: Connection) -> None:
    """From version 1, which knew one gateway and kept its bank in the same table."""
    BANK.create(connection, checkfirst=True)
    for sql in (ADDED, DRAWN_APART):
        for statement in sql:
            connection.execute(text(statement))
    connection.execute(text(LIVE), {"separator": "\x1f"})
    for row in connection.execute(text(PAID)).all():
        payments = [_payment(row.number, row.amount, row.paid_at, row.receipt)]
        happened = json.dumps({"payments": payments})
        values = {"number": row.number, "happened": happened}
        connection.execute(text(HAPPENED), values)
    for index in ORDERS.indexes:
        index.create(connection, checkfirst=True)


def _payment(number: str, amount: int, at: str, receipt: str | None) -> dict[str, Any]:
    return {
        "transaction": f"{number}.paid",
        "amount": str(amount),
        "at": at,
        "receipt": receipt,
        "attempt": 0,
    }
