"""A payment order as a value, and the states it goes through."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


class OrderState(StrEnum):
    """What is known of an order for sure, by a signed callback, a query or a statement.

    questioned: money came in that is not what the order asks for; a person decides.
    """

    OPENED = "opened"
    PAID = "paid"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    QUESTIONED = "questioned"
    REFUNDED = "refunded"


CLOSED = frozenset({OrderState.DECLINED, OrderState.EXPIRED, OrderState.CANCELLED})
"""Nobody waits for the money any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a receipt says besides the fee. procedure: its national code."""

    procedure: str = ""
    procedure_name: str = ""
    payer: str = ""
    payer_id: str = ""
    payer_address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What is to be paid: a fee of a dossier, in whole đồng, until a moment."""

    dossier: str
    fee: str
    amount: Decimal
    expires_at: datetime | None = None
    about: About = field(default_factory=About, repr=False)


@dataclass(frozen=True, slots=True)
class Refusal:
    """The gateway does not take the order. reason: in Vietnamese, for the citizen."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What the citizen would pay through a gateway: the fee, and what the gateway adds to it."""

    gateway: str
    amount: Decimal
    surcharge: Decimal = Decimal(0)

    @property
    def total(self) -> Decimal:
        return self.amount + self.surcharge


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order that was kept before anybody was sent to pay.

    url: our page, which leads to the gateway. live: it is the order that counts for its fee; there
    is one at most for a dossier and a fee. receipt: the gateway's number of the payment.
    """

    number: str
    key: str
    gateway: str
    dossier: str
    fee: str
    amount: Decimal
    url: str
    opened_at: datetime
    expires_at: datetime
    state: OrderState = OrderState.OPENED
    live: bool = True
    paid_at: datetime | None = None
    receipt: str | None = None

    def same_as(self, intent: Intent) -> bool:
        return (self.dossier, self.fee, self.amount) == (intent.dossier, intent.fee, intent.amount)
