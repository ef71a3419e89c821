"""What a person must decide: money that does not fit the orders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ...engine.messages import Language, message


class MatterKind(StrEnum):
    """other-amount: less or more came than was asked for. double: it was paid already. late: the
    order was closed before. unknown: on a statement, for no order. missing: paid as far as we know,
    but not on the statement. refund: the gateway did not give the money back.
    """

    OTHER_AMOUNT = "other-amount"
    DOUBLE = "double"
    LATE = "late"
    UNKNOWN = "unknown"
    MISSING = "missing"
    REFUND = "refund"


class Resolution(StrEnum):
    """accept: the money is kept as the fee. returned: it was given back to whoever paid."""

    ACCEPT = "accept"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """key: the same whenever the same thing is noticed again, so that it is one user task."""

    key: str
    kind: MatterKind
    gateway: str
    order: str | None = None
    dossier: str | None = None
    fee: str | None = None
    expected: Decimal | None = None
    found: Decimal | None = None
    transaction: str
    noticed_at: datetime
    content: str | None = None
    resolution: Resolution | None = None
    resolved_by: str | None = None

    @property
    def is_open(self) -> bool:
        return self.resolution is None

    def title(self, language: Language) -> str:
        """What does not fit, for people."""
        return message(f"payments.matter.{self.kind}", language)

    def told(self) -> dict[str, Any]:
        """For people and drawings, as JSON values."""
        return {
            "key": self.key,
            "kind": str(self.kind),
            "title": self.title("vi"),
            "gateway": self.gateway,
            "order": self.order,
            "dossier": self.dossier,
            "fee": self.fee,
            "expected": _number(self.expected),
            "found": _number(self.found),
            "transaction": self.transaction,
            "noticedAt": self.noticed_at.isoformat(),
            "content": self.content,
        }


def _number(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount)
