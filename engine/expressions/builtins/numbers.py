"""Numeric functions (DMN 1.5, 10.3.4.5)."""

from __future__ import annotations

from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
)
from typing import Any

from ..durations import DaysTime, YearsMonths
from ..numbers import SCALE, whole
from ..operations import negated
from ..run import Run
from .registry import Implementation, Overload, Unfit, feel

MIN_SCALE, MAX_SCALE = -6111, 6176
HARD_STEPS = 300


def rounded(value: Decimal, scale: Decimal | None, rounding: str) -> Decimal:
    """The number with so many digits after the point. Raises Unfit for an impossible scale."""
    digits = whole(scale) if scale is not None else 0
    if digits is None or not MIN_SCALE <= digits <= MAX_SCALE:
        raise Unfit("feel.scale", scale=scale)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -digits:
        return value
    return value.quantize(Decimal((0, (1,), -digits)), rounding, SCALE)


def rounding(mode: str) -> Implementation:
    def apply(_: Run, value: Decimal, scale: Decimal | None = None) -> Decimal:
        return rounded(value, scale, mode)

    return apply


def rounder(name: str, mode: str) -> tuple[Overload, Overload]:
    """A rounding function, with and without the number of digits to keep."""
    implementation = rounding(mode)
    return (
        feel(f"{name}(n: number)")(implementation),
        feel(f"{name}(n: number, scale: number)")(implementation),
    )


decimal = feel("decimal(n: number, scale: number)")(rounding(ROUND_HALF_EVEN))


@feel("abs(n: number|days and time duration|years and months duration)")
def absolute(_: Run, value: Any) -> Any:
    if isinstance(value, Decimal):
        return value.copy_abs()
    backwards = negated(value)
    return max(value, backwards) if isinstance(value, DaysTime | YearsMonths) else None


@feel("modulo(dividend: number, divisor: number)")
def modulo(_: Run, dividend: Decimal, divisor: Decimal) -> Decimal:
    """`dividend - divisor * floor(dividend / divisor)`: the sign is the divisor's."""
    rest = SCALE.remainder(dividend, divisor)
    if rest and (rest < 0) != (divisor < 0):
        return SCALE.add(rest, divisor)
    return rest


@feel("sqrt(number: number)")
def sqrt(run: Run, value: Decimal) -> Decimal:
    run.spend(HARD_STEPS)
    return SCALE.sqrt(value)


@feel("log(number: number)")
def log(run: Run, value: Decimal) -> Decimal:
    run.spend(HARD_STEPS)
    if value <= 0:
        raise Unfit("feel.no-number")
    return SCALE.ln(value)


@feel("exp(number: number)")
def exp(run: Run, value: Decimal) -> Decimal:
    run.spend(HARD_STEPS)
    return SCALE.exp(value)


@feel("odd(number: number)")
def odd(_: Run, value: Decimal) -> bool:
    return SCALE.remainder_near(value, Decimal(2)).copy_abs() == 1


@feel("even(number: number)")
def even(_: Run, value: Decimal) -> bool:
    return SCALE.remainder_near(value, Decimal(2)) == 0


NUMBERS: tuple[Overload, ...] = (
    decimal,
    *rounder("floor", ROUND_FLOOR),
    *rounder("ceiling", ROUND_CEILING),
    *rounder("round up", ROUND_UP),
    *rounder("round down", ROUND_DOWN),
    *rounder("round half up", ROUND_HALF_UP),
    *rounder("round half down", ROUND_HALF_DOWN),
    absolute,
    modulo,
    sqrt,
    log,
    exp,
    odd,
    even,
)
