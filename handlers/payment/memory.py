"""Orders in memory: for rehearsals and features; they are gone when the process ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from threading import RLock

from ...engine.model.check import Check
from .account import Account
from .book import Decide, unknown_order
from .order import OrderState
from .outgoing import Outgoing

PAID = (OrderState.PAID, OrderState.REFUNDED)


class MemoryOrders:
    """An order book in a dictionary; threads take turns."""

    def __init__(self) -> None:
        self._accounts: dict[str, Account] = {}
        self._outbox: dict[str, Outgoing] = {}
        self._sent: set[str] = set()
        self._turn = RLock()

    def keep(self, account: Account) -> Account:
        order = account.order
        with self._turn:
            standing = self._accounts.get(order.number) or self.live(order.dossier, order.fee)
            return standing or self._put(account)

    def find(self, number: str) -> Account:
        account = self.look(number)
        if account is None:
            raise unknown_order(number)
        return account

    def look(self, number: str) -> Account | None:
        with self._turn:
            return self._accounts.get(number)

    def live(self, dossier: str, fee: str) -> Account | None:
        fitting = (each for each in self.of_dossier(dossier) if each.order.fee == fee)
        return next((each for each in fitting if each.order.live), None)

    def of_dossier(self, dossier: str) -> Sequence[Account]:
        with self._turn:
            found = [each for each in self._accounts.values() if each.order.dossier == dossier]
            return sorted(found, key=lambda each: each.order.opened_at)

    def paid(self, gateway: str, since: datetime, until: datetime) -> Sequence[Account]:
        with self._turn:
            return [
                each
                for each in self._accounts.values()
                if each.order.gateway == gateway
                and each.order.state in PAID
                and each.order.paid_at is not None
                and since <= each.order.paid_at <= until
            ]

    def change(self, number: str, decide: Decide) -> Account:
        with self._turn:
            return self._put(decide(self.find(number)))

    def send(self, outgoing: Outgoing) -> None:
        with self._turn:
            if outgoing.message_id not in self._sent:
                self._outbox.setdefault(outgoing.message_id, outgoing)

    def unsent(self) -> Sequence[Outgoing]:
        with self._turn:
            return tuple(self._outbox.values())

    def sent(self, message_id: str) -> None:
        with self._turn:
            self._outbox.pop(message_id, None)
            self._sent.add(message_id)

    def check(self) -> Check:
        return Check(subject="payment: orders in memory", ok=True, key="handlers.check.memory")

    def _put(self, account: Account) -> Account:
        for each in account.outbox:
            self.send(each)
        self._accounts[account.order.number] = replace(account, outbox=())
        return account
