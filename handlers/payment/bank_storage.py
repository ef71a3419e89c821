"""The sandbox's bank in a table beside the orders."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from sqlalchemy import Connection, select

from ..database import EmbeddedDatabase
from .bank import BankState, Record
from .tables import BANK


class EmbeddedBank:
    def __init__(self, database: EmbeddedDatabase) -> None:
        self._database = database

    def find(self, order: str) -> Record:
        with self._database.begin() as connection:
            return _find(connection, order) or Record(order=order)

    def change(self, order: str, decide: Callable[[Record], Record]) -> Record:
        self._database.once(lambda c: _find(c, order), lambda c: _insert(c, Record(order=order)))
        with self._database.begin() as connection:
            standing = _find(connection, order, lock=True) or Record(order=order)
            changed = decide(standing)
            update = BANK.update().where(BANK.c.order == order)
            connection.execute(update.values(_values(changed)))
            return changed


def _insert(connection: Connection, record: Record) -> Record:
    connection.execute(BANK.insert().values(_values(record)))
    return record


def _find(connection: Connection, order: str, *, lock: bool = False) -> Record | None:
    query = select(BANK).where(BANK.c.order == order)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        return None
    return Record(
        order=row.order,
        state=BankState(row.state),
        amount=None if row.amount is None else Decimal(row.amount),
        at=row.at,
        receipt=row.receipt,
    )


def _values(record: Record) -> dict[str, object]:
    return {
        "order": record.order,
        "state": str(record.state),
        "amount": None if record.amount is None else int(record.amount),
        "at": record.at,
        "receipt": record.receipt,
    }
