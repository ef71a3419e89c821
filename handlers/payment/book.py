"""Where a sandbox gateway keeps its orders."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ...engine.errors import NotFound
from ...engine.model.check import Check
from .bank import Record


class OrderBook(Protocol):
    """Orders by number. Calls from several threads and processes take turns."""

    def keep(self, record: Record) -> Record:
        """Keep a new order; the one with the same number if there is one already."""

    def find(self, number: str) -> Record:
        """Raises NotFound."""

    def change(self, number: str, decide: Callable[[Record], Record]) -> Record:
        """Replace the record by what `decide` makes of it, in one go. Raises NotFound."""

    def check(self) -> Check: ...


def unknown_order(number: str) -> NotFound:
    return NotFound.of("handlers.payment.unknown", order=number)
