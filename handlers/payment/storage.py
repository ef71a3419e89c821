"""The embedded order book: orders on SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, select, update

from ...engine.model.check import Check
from ..database import EmbeddedDatabase
from .account import Account
from .book import Decide, unknown_order
from .matter import Matter
from .money import Attempt, Payment, Refund
from .order import About, Order, OrderState
from .outgoing import Outgoing
from .tables import METADATA, ORDERS, OUTBOX, upgrade

PAID = (str(OrderState.PAID), str(OrderState.REFUNDED))


class Happened(msgspec.Struct, frozen=True):
    """What an account has besides its order, as it lies in one column."""

    about: About = About()
    attempts: tuple[Attempt, ...] = ()
    payments: tuple[Payment, ...] = ()
    refunds: tuple[Refund, ...] = ()
    matters: tuple[Matter, ...] = ()


class EmbeddedOrders:
    """An order book in tables of its own."""

    def __init__(self, url: str) -> None:
        self.database = EmbeddedDatabase(
            url, METADATA, store="payment", version=2, upgrades={1: upgrade}
        )

    def keep(self, account: Account) -> Account:
        return self.database.once(
            partial(_standing, account.order), partial(_insert, account=account)
        )

    def find(self, number: str) -> Account:
        with self.database.begin() as connection:
            return _found(connection, number)

    def look(self, number: str) -> Account | None:
        with self.database.begin() as connection:
            return _find(connection, number)

    def live(self, dossier: str, fee: str) -> Account | None:
        with self.database.begin() as connection:
            return _live(connection, dossier, fee)

    def of_dossier(self, dossier: str) -> Sequence[Account]:
        query = select(ORDERS).where(ORDERS.c.dossier == dossier)
        with self.database.begin() as connection:
            rows = connection.execute(query.order_by(ORDERS.c.opened_at, ORDERS.c.number))
            return tuple(_account(row) for row in rows)

    def paid(self, gateway: str, since: datetime, until: datetime) -> Sequence[Account]:
        query = select(ORDERS).where(
            ORDERS.c.gateway == gateway,
            ORDERS.c.paid_at.between(since, until),
            ORDERS.c.state.in_(PAID),
        )
        with self.database.begin() as connection:
            return tuple(_account(row) for row in connection.execute(query))

    def change(self, number: str, decide: Decide) -> Account:
        with self.database.begin() as connection:
            changed = decide(_found(connection, number, lock=True))
            query = update(ORDERS).where(ORDERS.c.number == number)
            connection.execute(query.values(_values(changed)))
            _keep_messages(connection, changed.outbox)
            return changed

    def send(self, outgoing: Outgoing) -> None:
        with self.database.begin() as connection:
            _keep_messages(connection, [outgoing])

    def unsent(self) -> Sequence[Outgoing]:
        query = select(OUTBOX).where(OUTBOX.c.unsent == 1).order_by(OUTBOX.c.place)
        with self.database.begin() as connection:
            return tuple(_outgoing(row) for row in connection.execute(query))

    def sent(self, message_id: str) -> None:
        with self.database.begin() as connection:
            query = update(OUTBOX).where(OUTBOX.c.message_id == message_id)
            connection.execute(query.values(unsent=0))

    def check(self) -> Check:
        return self.database.check("payment: orders")

    def close(self) -> None:
        self.database.close()


def _insert(connection: Connection, account: Account) -> Account:
    connection.execute(ORDERS.insert().values(_values(account)))
    return account


def _standing(order: Order, connection: Connection) -> Account | None:
    return _find(connection, order.number) or _live(connection, order.dossier, order.fee)


def _found(connection: Connection, number: str, *, lock: bool = False) -> Account:
    account = _find(connection, number, lock=lock)
    if account is None:
        raise unknown_order(number)
    return account


def _find(connection: Connection, number: str, *, lock: bool = False) -> Account | None:
    query = select(ORDERS).where(ORDERS.c.number == number)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else _account(row)


def _live(connection: Connection, dossier: str, fee: str) -> Account | None:
    row = connection.execute(select(ORDERS).where(ORDERS.c.live == _mark(dossier, fee)))
    found = row.one_or_none()
    return None if found is None else _account(found)


def _keep_messages(connection: Connection, outbox: Iterable[Outgoing]) -> None:
    for each in outbox:
        known = select(OUTBOX.c.place).where(OUTBOX.c.message_id == each.message_id)
        if connection.execute(known).one_or_none() is None:
            last = connection.scalar(select(func.max(OUTBOX.c.place))) or 0
            row = {name.name: getattr(each, name.name) for name in fields(each)}
            row["variables"] = dict(each.variables)
            connection.execute(OUTBOX.insert().values(**row, place=last + 1, unsent=1))


def _mark(dossier: str, fee: str) -> str:
    return f"{dossier}\x1f{fee}"


def _values(account: Account) -> dict[str, Any]:
    order = account.order
    values = {each.name: getattr(order, each.name) for each in fields(order)}
    happened = Happened(
        account.about, account.attempts, account.payments, account.refunds, account.matters
    )
    return values | {
        "amount": int(order.amount),
        "state": str(order.state),
        "live": _mark(order.dossier, order.fee) if order.live else None,
        "happened": msgspec.to_builtins(happened),
    }


def _account(row: Row[Any]) -> Account:
    values = {each.name: getattr(row, each.name) for each in fields(Order)}
    order = Order(**values | {"state": OrderState(row.state), "live": row.live is not None})
    happened = msgspec.convert(row.happened, Happened)
    return Account(
        order=replace(order, amount=Decimal(row.amount)),
        about=happened.about,
        attempts=happened.attempts,
        payments=happened.payments,
        refunds=happened.refunds,
        matters=happened.matters,
    )


def _outgoing(row: Row[Any]) -> Outgoing:
    return Outgoing(name=row.name, key=row.key, message_id=row.message_id, variables=row.variables)
