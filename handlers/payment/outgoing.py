"""Messages to the engine about payments, kept with the order until they are published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .matter import Matter
from .order import Order

RESULT_MESSAGE = "payment-result"
MATTER_MESSAGE = "payment-matter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A message to publish. message_id: the same whenever it says the same."""

    name: str
    key: str
    message_id: str
    variables: Mapping[str, Any] = field(default_factory=dict)


def result_of(order: Order, state: str | None = None, *, amount: Decimal | None = None) -> Outgoing:
    """What came of an order, for the dossier that waits with the order's number as key.

    state: what the dossier is told, where that is not the order's own state. amount: what was paid.
    """
    told = state or str(order.state)
    return Outgoing(
        name=RESULT_MESSAGE,
        key=order.number,
        message_id=f"{order.number}:{told}",
        variables={
            "paymentState": told,
            "paidAmount": None if amount is None else int(amount),
            "paidAt": order.paid_at.isoformat() if order.paid_at else None,
            "receipt": order.receipt,
        },
    )


def news_of(matter: Matter) -> Outgoing:
    """That a person must decide; it starts an instance with the matter's key as business key."""
    return Outgoing(
        name=MATTER_MESSAGE,
        key=matter.key,
        message_id=matter.key,
        variables={"matter": matter.told()},
    )
