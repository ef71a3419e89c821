"""What holding a statement against the orders came to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from .matter import Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """agreed: lines that say what was known. confirmed: numbers of orders that are paid only now.
    differences: what a person must decide, each a matter; noticed before or only now.
    """

    gateway: str
    since: datetime | None
    until: datetime | None
    lines: int
    came_in: Decimal
    went_out: Decimal
    agreed: int
    confirmed: tuple[str, ...]
    differences: tuple[Matter, ...]
