"""Orders in memory: for rehearsals and features; they are gone when the process ends."""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock

from ...engine.model.check import Check
from .bank import Record
from .book import unknown_order


class MemoryOrders:
    """An order book in a dictionary; threads take turns."""

    def __init__(self) -> None:
        self._records: dict[str, Record] = {}
        self._turn = RLock()

    def keep(self, record: Record) -> Record:
        with self._turn:
            return self._records.setdefault(record.order.number, record)

    def find(self, number: str) -> Record:
        with self._turn:
            if number not in self._records:
                raise unknown_order(number)
            return self._records[number]

    def change(self, number: str, decide: Callable[[Record], Record]) -> Record:
        with self._turn:
            self._records[number] = decide(self.find(number))
            return self._records[number]

    def check(self) -> Check:
        return Check(subject="payment: sandbox in memory", ok=True, key="handlers.check.memory")
