"""List functions (DMN 1.5, 10.3.4.4), `sort` (10.3.4.7) and Camunda's additions."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cmp_to_key
from operator import lt
from typing import Any

from ..comparison import equal, ordered
from ..functions import Function
from ..numbers import ONE, SCALE, ZERO, whole
from ..run import Run
from ..values import kind, native
from .registry import Overload, Unfit, feel


def several(values: tuple[Any, ...]) -> list[Any]:
    """The one list given, or all that was given."""
    if len(values) == 1 and type(values[0]) is list:
        return [native(value) for value in values[0]]
    return list(values)


def numbers(run: Run, values: tuple[Any, ...]) -> list[Decimal]:
    """The numbers given, as a list or one by one. Raises Unfit for anything else among them."""
    if not values or values == (None,):
        raise Unfit("feel.numbers-only")
    found = several(values)
    run.spend(len(found))
    if not all(type(value) is Decimal for value in found):
        raise Unfit("feel.numbers-only")
    return found


def total(values: list[Decimal]) -> Decimal:
    result = ZERO
    for value in values:
        result = SCALE.add(result, value)
    return result


def mean_of(values: list[Decimal]) -> Decimal:
    return SCALE.divide(total(values), Decimal(len(values)))


# -- asking -------------------------------------------------------------------------------------


@feel("list contains(list: list, element: any)")
def list_contains(run: Run, values: list[Any], element: Any) -> bool:
    return any(equal(run, value, element) is True for value in values)


@feel("count(list: list)")
def count(_: Run, values: list[Any]) -> Decimal:
    return Decimal(len(values))


@feel("index of(list: list, match: any)")
def index_of(run: Run, values: list[Any], match: Any) -> list[Decimal]:
    return [
        Decimal(position)
        for position, value in enumerate(values, 1)
        if equal(run, value, match) is True
    ]


@feel("is empty(list: list)")
def is_empty(_: Run, values: list[Any]) -> bool:
    """Whether there is nothing in the list (Camunda)."""
    return not values


def extreme(run: Run, values: tuple[Any, ...], better: Callable[[Any, Any], bool]) -> Any:
    """The value that is better than all others; null for an empty list."""
    candidates = several(values)
    run.spend(len(candidates))
    best = candidates[0] if candidates else None
    for value in candidates:
        found = ordered(run, better, value, best)
        if found is None:
            raise Unfit("feel.incomparable", left=kind(value), right=kind(best))
        best = value if found else best
    return best


@feel("min(...list: any)")
def minimum(run: Run, *values: Any) -> Any:
    return extreme(run, required(values), lt)


@feel("max(...list: any)")
def maximum(run: Run, *values: Any) -> Any:
    return extreme(run, required(values), lambda a, b: bool(b < a))


def required(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """The values, of which there must be one. Raises Unfit."""
    if not values or values == (None,):
        raise Unfit("feel.no-arguments")
    return values


# -- numbers ------------------------------------------------------------------------------------


@feel("sum(...list: any)")
def sum_of(run: Run, *values: Any) -> Decimal | None:
    found = numbers(run, values)
    return total(found) if found else None


@feel("product(...list: any)")
def product(run: Run, *values: Any) -> Decimal | None:
    found = numbers(run, values)
    result = ONE
    for value in found:
        result = SCALE.multiply(result, value)
    return result if found else None


@feel("mean(...list: any)")
def mean(run: Run, *values: Any) -> Decimal | None:
    found = numbers(run, values)
    return mean_of(found) if found else None


@feel("median(...list: any)")
def median(run: Run, *values: Any) -> Decimal | None:
    found = sorted(numbers(run, values))
    middle = len(found) // 2
    if not found or len(found) % 2:
        return found[middle] if found else None
    return mean_of(found[middle - 1 : middle + 1])


@feel("stddev(...list: any)")
def stddev(run: Run, *values: Any) -> Decimal | None:
    """The sample's standard deviation; null for fewer than two numbers."""
    found = numbers(run, values)
    if len(found) < 2:
        return None
    run.spend(10 * len(found))
    middle = mean_of(found)
    squares = [SCALE.power(SCALE.subtract(value, middle), Decimal(2)) for value in found]
    return SCALE.sqrt(SCALE.divide(total(squares), Decimal(len(found) - 1)))


@feel("mode(...list: any)")
def mode(run: Run, *values: Any) -> list[Decimal]:
    """The most frequent numbers, rising."""
    counts: dict[Decimal, int] = {}
    for value in numbers(run, values):
        counts[value] = counts.get(value, 0) + 1
    most = max(counts.values(), default=0)
    return sorted(value for value, times in counts.items() if times == most)


# -- booleans -----------------------------------------------------------------------------------


def decided(run: Run, values: tuple[Any, ...], deciding: bool) -> bool | None:
    """`deciding` if it is among the values, null if something else than a boolean is."""
    found = several(required(values))
    run.spend(len(found))
    if any(value is deciding for value in found):
        return deciding
    return (not deciding) if all(type(value) is bool for value in found) else None


@feel("all(...list: any)")
def all_of(run: Run, *values: Any) -> bool | None:
    return decided(run, values, False)


@feel("any(...list: any)")
def any_of(run: Run, *values: Any) -> bool | None:
    return decided(run, values, True)


# -- other lists --------------------------------------------------------------------------------


def index(position: Decimal, length: int) -> int:
    """The Python index of a position counted from 1, or from the end with -1. Raises Unfit."""
    wanted = whole(position)
    if wanted is None or not 1 <= abs(wanted) <= length:
        raise Unfit("feel.no-such-item", position=position, length=length)
    return wanted - 1 if wanted > 0 else length + wanted


@feel("sublist(list: list, start position: number, length?: number)")
def sublist(_: Run, values: list[Any], start: Decimal, length: Decimal | None) -> list[Any]:
    first = index(start, len(values))
    if length is None:
        return values[first:]
    wanted = whole(length)
    if wanted is None or wanted < 1 or first + wanted > len(values):
        raise Unfit("feel.length", length=length)
    return values[first : first + wanted]


@feel("append(list: list, ...item: any)")
def append(run: Run, values: list[Any], *added: Any) -> list[Any]:
    run.list_of(len(values) + len(added))
    return [*values, *added]


@feel("concatenate(...list: list)")
def concatenate(run: Run, *lists: list[Any]) -> list[Any]:
    run.list_of(sum(map(len, lists)))
    return [value for values in lists for value in values]


@feel("insert before(list: list, position: number, newItem: any)")
def insert_before(_: Run, values: list[Any], position: Decimal, added: Any) -> list[Any]:
    at = index(position, len(values))
    return [*values[:at], added, *values[at:]]


@feel("remove(list: list, position: number)")
def remove(_: Run, values: list[Any], position: Decimal) -> list[Any]:
    at = index(position, len(values))
    return [*values[:at], *values[at + 1 :]]


@feel("list replace(list: list, position: number, newItem: any)")
def list_replace(_: Run, values: list[Any], position: Decimal, new: Any) -> list[Any]:
    at = index(position, len(values))
    return [*values[:at], new, *values[at + 1 :]]


@feel("list replace(list: list, match: function, newItem: any)")
def list_replace_matching(run: Run, values: list[Any], match: Function, new: Any) -> list[Any]:
    return [new if holds(run, match, value, new) else value for value in values]


def holds(run: Run, function: Function, *arguments: Any) -> bool:
    """Whether a function of the expression says true. Raises Unfit when it says no boolean."""
    assert run.spot is not None  # noqa: S101 - set by whoever called the built-in
    spot = run.spot
    found = function.invoke(run, spot, arguments)
    run.spot = spot
    if type(found) is not bool:
        raise Unfit("feel.function-boolean", given=kind(found))
    return found


@feel("reverse(list: list)")
def reverse(_: Run, values: list[Any]) -> list[Any]:
    return values[::-1]


@feel("union(...list: list)")
def union(run: Run, *lists: list[Any]) -> list[Any]:
    return distinct(run, [value for values in lists for value in values])


@feel("distinct values(list: list)")
def distinct_values(run: Run, values: list[Any]) -> list[Any]:
    return distinct(run, values)


def distinct(run: Run, values: list[Any]) -> list[Any]:
    """The values without those that equal an earlier one."""
    run.list_of(len(values))
    kept: list[Any] = []
    for value in values:
        run.spend(len(kept))
        if not any(equal(run, other, value) is True for other in kept):
            kept.append(value)
    return kept


@feel("duplicate values(list: list)")
def duplicate_values(run: Run, values: list[Any]) -> list[Any]:
    """The values that occur more than once, each once (Camunda)."""
    run.spend(len(values) ** 2)
    doubled = [
        value for value in values if sum(equal(run, other, value) is True for other in values) > 1
    ]
    return distinct(run, doubled)


@feel("flatten(list: list)")
def flatten(run: Run, values: list[Any]) -> list[Any]:
    flat: list[Any] = []
    waiting = [iter(values)]
    while waiting:
        for value in waiting[-1]:
            run.spend(1)
            if type(value) is list:
                waiting.append(iter(value))
                break
            flat.append(native(value))
        else:
            waiting.pop()
    run.list_of(len(flat))
    return flat


@feel("partition(list: list, size: number)")
def partition(run: Run, values: list[Any], size: Decimal) -> list[list[Any]]:
    """The list cut into lists of a size (Camunda)."""
    width = whole(size)
    if width is None or width < 1:
        raise Unfit("feel.length", length=size)
    run.spend(len(values))
    return [values[start : start + width] for start in range(0, len(values), width)]


@feel("sort(list: list, precedes?: function)")
def sort(run: Run, values: list[Any], precedes: Function | None) -> list[Any]:
    """The list in the order of `precedes`, or rising; equal values keep their order."""
    run.spend(len(values))
    if precedes is None:
        return sorted(values, key=cmp_to_key(lambda a, b: rising(run, a, b)))

    def order(a: Any, b: Any) -> int:
        run.spend(2)
        if holds(run, precedes, a, b):
            return -1
        return 1 if holds(run, precedes, b, a) else 0

    return sorted(values, key=cmp_to_key(order))


def rising(run: Run, a: Any, b: Any) -> int:
    run.spend(1)
    before = ordered(run, lt, a, b)
    if before is None:
        raise Unfit("feel.incomparable", left=kind(a), right=kind(b))
    return -1 if before else int(ordered(run, lt, b, a) is True)


LISTS: tuple[Overload, ...] = (
    list_contains,
    count,
    index_of,
    is_empty,
    minimum,
    maximum,
    sum_of,
    product,
    mean,
    median,
    stddev,
    mode,
    all_of,
    any_of,
    sublist,
    append,
    concatenate,
    insert_before,
    remove,
    list_replace,
    list_replace_matching,
    reverse,
    union,
    distinct_values,
    duplicate_values,
    flatten,
    partition,
    sort,
)
