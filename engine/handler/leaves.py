"""Reading single JSON values strictly: a text is never taken for a number, nor the reverse."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

Reader = Callable[[Any], Any]


def text(value: Any) -> str:
    return str(_of(str, value))


def boolean(value: Any) -> bool:
    return bool(_of(bool, value))


def number(value: Any) -> Decimal:
    """A JSON number, exactly as it is printed. Raises ValueError for NaN and infinity."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise ValueError(value)
    exact = Decimal(str(value))
    if not exact.is_finite():
        raise ValueError(value)
    return exact


def integer(value: Any) -> int:
    exact = number(value)
    if exact != exact.to_integral_value():
        raise ValueError(value)
    return int(exact)


def floating(value: Any) -> float:
    return float(number(value))


def day(value: Any) -> date:
    return date.fromisoformat(_of(str, value))


def moment(value: Any) -> datetime:
    """An ISO 8601 date and time with its offset or FEEL's `@zone`; ValueError without either."""
    written, _, zone = _of(str, value).partition("@")
    read = datetime.fromisoformat(written)
    if zone:
        return read.replace(tzinfo=_zone(zone))
    if read.tzinfo is None:
        raise ValueError(value)
    return read


def anything(value: Any) -> Any:
    return value


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        raise ValueError(name) from None


def _of(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise ValueError(value)
    return value


LEAVES: Mapping[Any, tuple[str, Reader]] = {
    str: ("string", text),
    bool: ("boolean", boolean),
    Decimal: ("number", number),
    int: ("whole number", integer),
    float: ("number", floating),
    date: ("date", day),
    datetime: ("date and time", moment),
    Any: ("Any", anything),
    object: ("Any", anything),
}
