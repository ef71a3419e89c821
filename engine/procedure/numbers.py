"""Exact numbers out of JSON values."""

from __future__ import annotations

from decimal import Decimal
from typing import Any


def exact(value: Any) -> Decimal | None:
    """The number a JSON value or a text says, exactly; None when it says none."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal | str):
        return None
    try:
        number = Decimal(str(value))
    except ArithmeticError:
        return None
    return number if number.is_finite() else None
