"""Numbers of receipts in a table beside the orders."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, select

from ..database import EmbeddedDatabase
from ..local_time import local
from .receipts import Issued, next_number
from .tables import RECEIPTS


class EmbeddedReceipts:
    def __init__(self, database: EmbeddedDatabase) -> None:
        self._database = database

    def issue(self, order: str, series: str, now: datetime) -> Issued:
        return self._database.once(
            lambda connection: _find(connection, order),
            lambda connection: _insert(connection, order, series, now),
        )


def _find(connection: Connection, order: str) -> Issued | None:
    row = connection.execute(select(RECEIPTS).where(RECEIPTS.c.order == order)).one_or_none()
    if row is None:
        return None
    return Issued(order=row.order, series=row.series, number=row.number, issued_at=row.issued_at)


def _insert(connection: Connection, order: str, series: str, now: datetime) -> Issued:
    """The next number, in the transaction that takes it, so that none is left out."""
    year = local(now).year
    _lock_numbers(connection)
    used = select(func.max(RECEIPTS.c.number)).where(
        RECEIPTS.c.series == series, RECEIPTS.c.year == year
    )
    number = next_number(connection.scalar(used) or 0)
    values = {"order": order, "series": series, "number": number, "issued_at": local(now)}
    connection.execute(RECEIPTS.insert().values(**values, year=year))
    return Issued(order=order, series=series, number=number, issued_at=local(now))


def _lock_numbers(connection: Connection) -> None:
    """Two that take a number at once would take the same on PostgreSQL."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE payment_receipt IN EXCLUSIVE MODE")
