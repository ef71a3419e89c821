"""Equality and order (DMN 1.5, tables 42 to 46). None is null: the values do not compare."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import ge, gt, le, lt
from types import NoneType
from typing import Any

from .durations import SECOND, DaysTime, WorkingTime, YearsMonths
from .ranges import Range
from .run import Run
from .temporal import Date, DateTime, Time
from .values import kind, native

PLAIN = frozenset((NoneType, bool, Decimal, str, Date, DaysTime, YearsMonths, WorkingTime))
ORDERS: dict[str, Callable[[Any, Any], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


def equal(run: Run, left: Any, right: Any) -> bool | None:
    """Whether two values are equal; null for values of different types, unless one is null."""
    if type(left) is type(right) and type(left) in PLAIN:
        if type(left) is str:
            run.compare(left, right)
        return bool(left == right)
    if left is None or right is None:
        return left is right
    shared = kind(left)
    if shared != kind(right):
        return None
    return _equal_of_kind(run, shared, left, right)


def _equal_of_kind(run: Run, shared: str, left: Any, right: Any) -> bool:
    run.spend(5)
    match shared:
        case "list":
            return len(left) == len(right) and _all_equal(run, left, right)
        case "context":
            return _equal_contexts(run, left, right)
        case "range":
            return _equal_ranges(run, left, right)
        case "function" | "unknown":
            return left is right
    return bool(ordinal(run, left) == ordinal(run, right))


def _all_equal(run: Run, left: list[Any], right: list[Any]) -> bool:
    run.spend(4 * len(left))
    return all(equal(run, native(a), native(b)) is True for a, b in zip(left, right, strict=True))


def _equal_contexts(run: Run, left: Mapping[str, Any], right: Mapping[str, Any]) -> bool:
    run.spend(4 * len(left))
    return len(left) == len(right) and all(
        key in right and equal(run, native(left[key]), native(right[key])) is True for key in left
    )


def _equal_ranges(run: Run, left: Range, right: Range) -> bool:
    return (
        left.operator == right.operator
        and left.low_included == right.low_included
        and left.high_included == right.high_included
        and equal(run, left.low, right.low) is True
        and equal(run, left.high, right.high) is True
    )


def ordinal(run: Run, value: Any) -> Any:
    """What a value is ordered by. Times count whole seconds, read in UTC.

    A value without a zone is read in the environment's zone.
    """
    if type(value) is DateTime:
        return value.instant(run.zone) // SECOND
    if type(value) is Time:
        return value.nanoseconds // SECOND - value.offset_in(value.zone or run.zone)
    if type(value) is Date:
        return (value.year, value.month, value.day)
    return value


ORDERED = frozenset((Decimal, str, Date, Time, DateTime, DaysTime, YearsMonths))


def ordered(run: Run, order: Callable[[Any, Any], bool], left: Any, right: Any) -> bool | None:
    """Whether `left < right` (or another order) holds; null unless both are of one ordered type."""
    if type(left) is not type(right) or type(left) not in ORDERED:
        return None
    if type(left) is str:
        run.compare(left, right)
    return order(ordinal(run, left), ordinal(run, right))


def contains(run: Run, range_: Range, value: Any) -> bool | None:
    """Whether the range holds the value; null where an end is null or does not compare."""
    if range_.operator in ("=", "!="):
        same = equal(run, value, range_.low)
        return same if range_.operator == "=" or same is None else not same
    above = _beyond(run, range_, value, range_.low, ge if range_.low_included else gt, ">")
    below = _beyond(run, range_, value, range_.high, le if range_.high_included else lt, "<")
    if above is None or below is None:
        return None
    return above and below


def _beyond(
    run: Run,
    range_: Range,
    value: Any,
    end: Any,
    order: Callable[[Any, Any], bool],
    side: str,
) -> bool | None:
    """Whether the value is on the right side of one end; the open end of `< 5` holds anything."""
    if end is None and range_.operator and not range_.operator.startswith(side):
        return True
    return ordered(run, order, value, end)


def satisfies(run: Run, value: Any, test: Any) -> bool | None:
    """Whether `value in test` holds, for a test that is a value."""
    if type(test) is Range:
        return contains(run, test, value)
    if type(test) is not list:
        return equal(run, value, test)
    run.spend(len(test))
    if any(_is_member(run, value, native(item)) for item in test):
        return True
    return type(value) is list and equal(run, value, test) is True


def _is_member(run: Run, value: Any, item: Any) -> bool:
    if type(item) is Range and type(value) is not Range:
        return contains(run, item, value) is True
    return equal(run, value, item) is True
