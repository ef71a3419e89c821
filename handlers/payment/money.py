"""Money that came in for an order, money that was given back, and ways to the gateway's page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """Somebody was sent to the gateway's page. reference: the order's name there.

    moment: the gateway wants to hear exactly this again when it is asked. address: of the payer.
    """

    number: int
    reference: str
    moment: datetime
    expires_at: datetime
    address: str = ""
    url: str = field(default="", repr=False)
    closed: bool = False


class Result(StrEnum):
    """What a gateway says of an order.

    pending: it was paid, but the gateway holds the money until it is sure. returned and
    not-returned: how giving back ended.
    """

    PAID = "paid"
    DECLINED = "declined"
    PENDING = "pending"
    RETURNED = "returned"
    NOT_RETURNED = "not-returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a gateway says for certain. transaction: the gateway's name of the movement of money.

    attempt: the one it speaks of; 0 when the gateway does not tell them apart.
    """

    order: str
    result: Result
    amount: Decimal = Decimal(0)
    transaction: str = ""
    at: datetime | None = None
    receipt: str | None = None
    attempt: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money that came in, in whole đồng."""

    transaction: str
    amount: Decimal
    at: datetime
    receipt: str | None = None
    attempt: int = 0


class RefundState(StrEnum):
    """wanted: kept before the gateway is asked. accepted: the gateway is doing it."""

    WANTED = "wanted"
    ACCEPTED = "accepted"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Money given back. key: of the job that asked, the same for every try."""

    key: str
    transaction: str
    amount: Decimal
    wanted_at: datetime
    by: str
    state: RefundState = RefundState.WANTED
    reference: str | None = None
    reason: str | None = None

    @property
    def counts(self) -> bool:
        return self.state is not RefundState.REFUSED

    @property
    def is_decided(self) -> bool:
        """Whether the gateway has said what it makes of it."""
        return self.state is not RefundState.WANTED
