"""`range("[1..3]")`: the range a text stands for."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from . import syntax
from .durations import DaysTime, YearsMonths, parse_duration
from .errors import FeelError
from .names import NameIndex
from .operations import negated
from .parse_values import parse_temporal
from .parser import parse
from .ranges import Range
from .syntax import Node
from .temporal import Date, DateTime, Time, parse_date, parse_datetime, parse_time

MAX_LENGTH = 500
CONVERSIONS = {
    "date": parse_date,
    "time": parse_time,
    "date and time": parse_datetime,
    "duration": parse_duration,
}
NAMES = NameIndex(CONVERSIONS)


def parse_range(source: str) -> Range | None:
    """The range, or None: both ends must be literals of one ordered type, the lower first.

    An end is a number, a string, an `@"…"` literal, or one of `date`, `time`, `date and time` and
    `duration` called with a string literal (DMN 1.5, 10.3.4.1, range).
    """
    if len(source) > MAX_LENGTH:
        return None
    try:
        tree = parse(source, (), NAMES)
    except FeelError:
        return None
    return _range(tree) if isinstance(tree, syntax.RangeLiteral) else None


def _range(tree: syntax.RangeLiteral) -> Range | None:
    low, high = _end(tree.low), _end(tree.high)
    if low is None or type(low) is not type(high) or _before(high, low):
        return None
    return Range(low, high, tree.low_included, tree.high_included)


def _end(node: Node) -> Any:
    if isinstance(node, syntax.Negation):
        inner = _end(node.operand)
        return (
            inner.copy_negate()
            if type(inner) is Decimal
            else negated(inner)
            if type(inner) in (DaysTime, YearsMonths)
            else None
        )
    if isinstance(node, syntax.AtLiteral):
        return parse_temporal(node.lexical)
    if isinstance(node, syntax.Invocation):
        return _called(node)
    value = node.value if isinstance(node, syntax.Literal) else None
    return value if type(value) in (Decimal, str) else None


def _called(node: syntax.Invocation) -> Any:
    if not isinstance(node.callee, syntax.Name) or len(node.arguments) != 1:
        return None
    convert, argument = CONVERSIONS.get(node.callee.name), node.arguments[0]
    if convert is None or not isinstance(argument, syntax.Literal):
        return None
    return convert(argument.value) if type(argument.value) is str else None


def _before(left: Any, right: Any) -> bool:
    return bool(_order(left) < _order(right))


def _order(value: Any) -> Any:
    if type(value) is Date:
        return value.days
    if type(value) is DateTime:
        return value.local - (value.offset or 0) * 1_000_000_000
    if type(value) is Time:
        return value.nanoseconds - (value.offset or 0) * 1_000_000_000
    return value
