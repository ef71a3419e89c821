"""A payment order as a value, and the states it goes through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


class OrderState(StrEnum):
    """What is known of an order for sure, by a signed callback or a query."""

    OPENED = "opened"
    PAID = "paid"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


FOLLOWERS: Mapping[OrderState, frozenset[OrderState]] = {
    OrderState.OPENED: frozenset(
        {OrderState.PAID, OrderState.DECLINED, OrderState.EXPIRED, OrderState.CANCELLED}
    ),
    # Money that came in counts, whatever was believed before.
    OrderState.DECLINED: frozenset({OrderState.PAID}),
    OrderState.EXPIRED: frozenset({OrderState.PAID, OrderState.DECLINED}),
    OrderState.CANCELLED: frozenset({OrderState.PAID}),
    OrderState.PAID: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What is to be paid: a fee of a dossier, in whole đồng, until a moment."""

    dossier: str
    fee: str
    amount: Decimal
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """The gateway does not take the order."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order that was kept before anybody was sent to pay."""

    number: str
    key: str
    dossier: str
    fee: str
    amount: Decimal
    url: str
    opened_at: datetime
    expires_at: datetime
    state: OrderState = OrderState.OPENED
    paid_at: datetime | None = None
    receipt: str | None = None

    def become(
        self, state: OrderState, *, paid_at: datetime | None = None, receipt: str | None = None
    ) -> Order:
        """The order in another state; unchanged where that state cannot follow."""
        if state not in FOLLOWERS[self.state]:
            return self
        return replace(self, state=state, paid_at=paid_at, receipt=receipt)

    def same_as(self, intent: Intent) -> bool:
        return (self.dossier, self.fee, self.amount) == (intent.dossier, intent.fee, intent.amount)
