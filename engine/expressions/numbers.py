"""Numbers: decimals of 34 digits (IEEE 754-2008 decimal128), as DMN 1.5, 10.3.2.3.1 asks."""

from __future__ import annotations

from decimal import (
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)

DIGITS = 34
SCALE = Context(
    prec=DIGITS,
    rounding=ROUND_HALF_EVEN,
    Emin=-6143,
    Emax=6144,
    traps=[InvalidOperation, DivisionByZero, Overflow],
)
MAX_WHOLE = 18

ZERO = Decimal(0)
ONE = Decimal(1)


def number(value: int | float | str) -> Decimal:
    """The decimal a number of JSON or of a text stands for, rounded to 34 digits.

    Raises ArithmeticError for what is no finite number.
    """
    decimal = SCALE.create_decimal(repr(value) if isinstance(value, float) else value)
    if not decimal.is_finite():
        raise InvalidOperation
    return decimal


def shown(value: Decimal) -> str:
    """The number as FEEL writes it: no exponent, no trailing zeros."""
    if value == value.to_integral_value():
        return f"{value.to_integral_value():f}" if value else "0"
    return f"{value:f}".rstrip("0")


def whole(value: Decimal) -> int | None:
    """The number as an integer, or None when it has a fraction or is beyond 10^18."""
    if value.adjusted() > MAX_WHOLE:
        return None
    integral = value.to_integral_value()
    return int(integral) if integral == value else None
