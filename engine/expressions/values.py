"""What FEEL values are in Python, and how JSON values become them.

    number                       Decimal            list       list
    string                       str                context    any Mapping
    boolean                      bool               range      Range
    null                         None               function   Function
    date, time, date and time    Date, Time, DateTime
    days and time duration, years and months duration, working time
                                 DaysTime, YearsMonths, WorkingTime

The numbers inside a list or a context that came from outside stay as they are until somebody
reads them: whoever takes a value out of a list or a context passes it through `native`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from types import NoneType
from typing import Any

from .durations import DaysTime, WorkingTime, YearsMonths
from .functions import Function
from .numbers import DIGITS, number
from .ranges import Range
from .temporal import Date, DateTime, Time, date_of, datetime_of, time_of

EXACT = 10**DIGITS
KINDS: dict[type, str] = {
    NoneType: "null",
    bool: "boolean",
    Decimal: "number",
    str: "string",
    list: "list",
    dict: "context",
    Date: "date",
    Time: "time",
    DateTime: "date and time",
    DaysTime: "days and time duration",
    YearsMonths: "years and months duration",
    WorkingTime: "working time",
    Range: "range",
}
TEMPORAL = frozenset(KINDS[each] for each in (Date, Time, DateTime, DaysTime, YearsMonths))
"""The kinds that ISO 8601 writes as texts."""


def kind(value: Any) -> str:
    """The name of the value's FEEL type, `unknown` for what is no FEEL value."""
    known = KINDS.get(type(value))
    if known:
        return known
    if isinstance(value, Function):
        return "function"
    return "context" if isinstance(value, Mapping) else "unknown"


def native(value: Any) -> Any:
    """The FEEL value of a value from outside; None for what has none.

    Lists and contexts are not looked into.
    """
    if type(value) in KINDS:
        return value
    if type(value) is int and -EXACT < value < EXACT:
        return Decimal(value)
    return _converted(value)


def _converted(value: Any) -> Any:
    if type(value) is int or type(value) is float:
        return _number(value)
    if isinstance(value, Function | Mapping):
        return value
    if isinstance(value, tuple | list):
        return list(value)
    if isinstance(value, str):
        return str.__str__(value)
    return _number(value) if isinstance(value, int | float | Decimal) else _temporal(value)


def _number(value: Any) -> Decimal | None:
    try:
        return number(int(value) if isinstance(value, int) else value)
    except ArithmeticError:
        return None


def _temporal(value: Any) -> Any:
    if isinstance(value, datetime):
        return datetime_of(value)
    if isinstance(value, date):
        return date_of(value)
    if isinstance(value, time):
        return time_of(value)
    if isinstance(value, timedelta):
        return DaysTime(value // timedelta(microseconds=1) * 1000)
    return None


def items(value: Any) -> list[Any]:
    """The FEEL values of a list; of null none; of anything else the value alone."""
    if type(value) is list:
        return [item if type(item) in KINDS else native(item) for item in value]
    return [] if value is None else [value]
