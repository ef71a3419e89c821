"""The embedded order book: orders on SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, MetaData, Row, Table, Text, select

from ...engine.model.check import Check
from ..columns import Moment
from ..database import EmbeddedDatabase
from .bank import BankState, Record
from .book import unknown_order
from .order import Order, OrderState

METADATA = MetaData()

ORDERS = Table(
    "payment_order",
    METADATA,
    Column("number", Text, primary_key=True),
    Column("key", Text, nullable=False),
    Column("dossier", Text, nullable=False, index=True),
    Column("fee", Text, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("url", Text, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("state", Text, nullable=False),
    Column("paid_at", Moment),
    Column("receipt", Text),
    Column("bank_state", Text, nullable=False),
    Column("bank_amount", BigInteger),
    Column("bank_at", Moment),
    Column("bank_receipt", Text),
)


class EmbeddedOrders:
    """An order book in a table of its own."""

    def __init__(self, url: str) -> None:
        self._database = EmbeddedDatabase(url, METADATA, store="payment")

    def keep(self, record: Record) -> Record:
        number = record.order.number
        return self._database.once(partial(_find, number=number), partial(_insert, record))

    def find(self, number: str) -> Record:
        with self._database.begin() as connection:
            return _found(connection, number)

    def change(self, number: str, decide: Callable[[Record], Record]) -> Record:
        with self._database.begin() as connection:
            changed = decide(_found(connection, number, lock=True))
            update = ORDERS.update().where(ORDERS.c.number == number)
            connection.execute(update.values(_values(changed)))
            return changed

    def check(self) -> Check:
        return self._database.check("payment: sandbox")

    def close(self) -> None:
        self._database.close()


def _insert(record: Record, connection: Connection) -> Record:
    connection.execute(ORDERS.insert().values(_values(record)))
    return record


def _found(connection: Connection, number: str, *, lock: bool = False) -> Record:
    record = _find(connection, number=number, lock=lock)
    if record is None:
        raise unknown_order(number)
    return record


def _find(connection: Connection, *, number: str, lock: bool = False) -> Record | None:
    query = select(ORDERS).where(ORDERS.c.number == number)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else _record(row)


def _values(record: Record) -> dict[str, Any]:
    order = record.order
    return {
        "number": order.number,
        "key": order.key,
        "dossier": order.dossier,
        "fee": order.fee,
        "amount": int(order.amount),
        "url": order.url,
        "opened_at": order.opened_at,
        "expires_at": order.expires_at,
        "state": str(order.state),
        "paid_at": order.paid_at,
        "receipt": order.receipt,
        "bank_state": str(record.bank),
        "bank_amount": None if record.amount is None else int(record.amount),
        "bank_at": record.at,
        "bank_receipt": record.receipt,
    }


def _record(row: Row[Any]) -> Record:
    order = Order(
        number=row.number,
        key=row.key,
        dossier=row.dossier,
        fee=row.fee,
        amount=Decimal(row.amount),
        url=row.url,
        opened_at=row.opened_at,
        expires_at=row.expires_at,
        state=OrderState(row.state),
        paid_at=row.paid_at,
        receipt=row.receipt,
    )
    return Record(
        order=order,
        bank=BankState(row.bank_state),
        amount=None if row.bank_amount is None else Decimal(row.bank_amount),
        at=row.bank_at,
        receipt=row.bank_receipt,
    )
