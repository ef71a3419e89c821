"""Signals: heard by everybody who waits for them now, and by nobody later."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..storage.database import Connection
from ..storage.unit_of_work import UnitOfWork
from .means import Means
from .outbox import put_on_their_way
from .transactions import Transactions
from .variables import json_variables


class Signals:
    """`engine.signals`."""

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions

    def broadcast(
        self,
        name: str,
        variables: Mapping[str, Any] | None = None,
        *,
        connection: Connection | None = None,
    ) -> int:
        """Tell every waiting instance and every start event; returns how many. Raises BadInput."""
        given = json_variables(variables)
        now = self._means.now()

        def work(unit: UnitOfWork) -> int:
            receivers = put_on_their_way(unit, self._means, name, given, now)
            unit.stirred = receivers > 0
            return receivers

        return self._transactions.run(work, connection)
