"""Between FEEL values and JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from math import isfinite
from typing import Any

from .environment import NOWHERE
from .errors import BudgetExceeded
from .functions import Function
from .numbers import shown
from .run import Run
from .text import written
from .values import native

MAX_VALUES = 1_000_000
MAX_DEPTH = 200
MAX_EXPONENT, MAX_BITS = 300, 1000


def from_json(value: Any) -> Any:
    """The FEEL value of a JSON value: numbers become exact decimals, all else stays.

    Lists and objects keep their JSON values inside; whoever reads from them converts.
    """
    return native(value)


def to_json(value: Any, limit: int = MAX_VALUES) -> Any:
    """The JSON value of a FEEL value.

    A whole number becomes an int; another a float if that has the very same decimal digits, else
    a string. Temporal values and durations become ISO 8601 texts, working time `working days(3)`,
    a range its FEEL text `[1..3]`, a function null. Raises BudgetExceeded for what would be more
    than `limit` values, 16 characters of a text counting as one more, or lie more than 200 deep.
    """
    return _Writer(limit).json(value, 0)


class _Writer:
    """Counts what was written, so that lists held many times over cannot grow without end."""

    def __init__(self, limit: int) -> None:
        self.left = self.limit = limit

    def json(self, value: Any, depth: int) -> Any:
        self.left -= 1
        if self.left < 0:
            raise BudgetExceeded("size", self.limit)
        if depth > MAX_DEPTH:
            raise BudgetExceeded("depth", MAX_DEPTH)
        if type(value) is str:
            return self._text(value)
        if value is None or type(value) is bool:
            return value
        if type(value) in (int, float, Decimal):
            return json_number(value)
        return self._composed(value, depth)

    def _text(self, text: str) -> str:
        self.left -= len(text) >> 4
        return text

    def _composed(self, value: Any, depth: int) -> Any:
        if isinstance(value, list | tuple):
            return [self.json(item, depth + 1) for item in value]
        if isinstance(value, Mapping):
            return {self._text(str(key)): self.json(value[key], depth + 1) for key in value}
        known = native(value)
        if known is None or isinstance(known, Function):
            return None
        return known if type(known) is str else written(Run({}, NOWHERE), known)


def json_number(value: int | float | Decimal) -> int | float | str | None:
    """An int for a whole number, a float that shows the same digits, or a string.

    Also a string beyond 10^300, where many readers of JSON give up; None for what is not finite.
    """
    if not isinstance(value, Decimal):
        small = value.bit_length() < MAX_BITS if isinstance(value, int) else isfinite(value)
        known = value if small else native(value)
        return json_number(known) if isinstance(known, Decimal) else known
    if not value.is_finite():
        return None
    if value.adjusted() > MAX_EXPONENT:
        return str(value)
    if value == value.to_integral_value():
        return int(value)
    as_float = float(value)
    return as_float if Decimal(repr(as_float)) == value else shown(value)
