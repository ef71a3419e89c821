"""`for`, `some` and `every`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import syntax
from ..functions import Closure, Scope
from ..numbers import whole
from ..ranges import Range
from ..run import Run, Spot
from ..scopes import Local, Names
from ..temporal import Date, date_from_days
from ..values import items, kind
from .parts import CompileNode

if TYPE_CHECKING:
    from ..compiler import Compiler

Each = Callable[[Run, Scope], Iterable[Scope]]
Values = Callable[[Run, Scope], Iterable[Any]]
DAY_STEPS = 5


class NotIterable(Exception):
    """A source gives nothing to go through; the whole iteration is null."""


# -- for ----------------------------------------------------------------------------------------


def for_return(compiler: Compiler, node: syntax.For, names: Names | None) -> Closure:
    each, inner = nested(compiler, node.iterations, names)
    if "partial" in compiler.text and all(part.name != "partial" for part in node.iterations):
        body, cost = compiler.measured(node.body, Local(inner, "partial"))
        return collected(each, with_results_so_far(body), cost)
    body, cost = compiler.measured(node.body, inner)
    return collected(each, lambda run, scope, _: body(run, scope), cost)


def with_results_so_far(body: Closure) -> Callable[[Run, Scope, list[Any]], Any]:
    """The body with `partial`: a copy, so that no list can come to contain itself."""

    def evaluate(run: Run, scope: Scope, results: list[Any]) -> Any:
        run.spend(len(results) >> 4)
        return body(run, (results.copy(), scope))

    return evaluate


def collected(each: Each, body: Callable[[Run, Scope, list[Any]], Any], cost: int) -> Closure:
    def evaluate(run: Run, scope: Scope) -> list[Any] | None:
        results: list[Any] = []
        longest = run.environment.budget.list
        try:
            for local in each(run, scope):
                run.spend(cost + 2)
                results.append(body(run, local, results))
                if len(results) > longest:
                    run.list_of(len(results))
        except NotIterable:
            return None
        return results

    return evaluate


# -- some, every --------------------------------------------------------------------------------


def quantified(compiler: Compiler, node: syntax.Quantified, names: Names | None) -> Closure:
    """The first case that decides ends the evaluation: true for `some`, false for `every`."""
    each, inner = nested(compiler, node.iterations, names)
    body, cost = compiler.measured(node.body, inner)
    deciding, spot = node.quantifier == "some", compiler.spot(node.body)

    def evaluate(run: Run, scope: Scope) -> Any:
        result: Any = not deciding
        try:
            for local in each(run, scope):
                run.spend(cost)
                found = body(run, local)
                if found is deciding:
                    return deciding
                if type(found) is not bool:
                    result = unsure(run, spot, found)
        except NotIterable:
            return None
        return result

    return evaluate


def unsure(run: Run, spot: Spot, found: Any) -> Any:
    if found is not None:
        run.warn(spot, "feel.not-boolean", type=kind(found))


# -- iterations ---------------------------------------------------------------------------------


def nested(
    compiler: Compiler, iterations: list[syntax.Iteration], names: Names | None
) -> tuple[Each, Names | None]:
    """What gives the local values of every combination; later iterations see earlier names."""
    each: Each | None = None
    for iteration in iterations:
        values = source(compiler, iteration, names)
        each = first(values) if each is None else within(each, values)
        names = Local(names, iteration.name)
    assert each is not None  # noqa: S101 - the grammar asks for one iteration at least
    return each, names


def first(values: Values) -> Each:
    return lambda run, scope: ((value, scope) for value in values(run, scope))


def within(outer: Each, values: Values) -> Each:
    def each(run: Run, scope: Scope) -> Iterator[Scope]:
        for local in outer(run, scope):
            run.spend(4)
            for value in values(run, local):
                yield value, local

    return each


def source(compiler: Compiler, node: syntax.Iteration, names: Names | None) -> Values:
    start, spot = compiler.compile(node.source, names), compiler.spot(node.source)
    if node.until is None:
        return lambda run, scope: elements(run, spot, start(run, scope))
    end = compiler.compile(node.until, names)
    return lambda run, scope: steps(run, spot, start(run, scope), end(run, scope))


def elements(run: Run, spot: Spot, value: Any) -> Iterable[Any]:
    """What there is to go through in a value."""
    if value is None:
        run.warn(spot, "feel.iteration-of-null")
        raise NotIterable
    if type(value) is Range:
        return range_elements(run, spot, value)
    run.spend(len(value) if type(value) is list else 1)
    return items(value)


def range_elements(run: Run, spot: Spot, value: Range) -> Iterable[Any]:
    """The whole numbers or the days of a range, rising."""
    low, high = position(value.low), position(value.high)
    if low is None or high is None or type(value.low) is not type(value.high):
        return no_steps(run, spot, value.low, value.high)
    low += not value.low_included
    high -= not value.high_included
    return map(maker(run, value.low), range(low, high + 1))


def steps(run: Run, spot: Spot, start: Any, end: Any) -> Iterable[Any]:
    """The whole numbers or the days from `start` to `end`, rising or falling."""
    low, high = position(start), position(end)
    if low is None or high is None or type(start) is not type(end):
        return no_steps(run, spot, start, end)
    step = 1 if low <= high else -1
    return map(maker(run, start), range(low, high + step, step))


def position(value: Any) -> int | None:
    if type(value) is Decimal:
        return whole(value) if abs(value) < 10**18 else None
    return value.days if type(value) is Date else None


def maker(run: Run, example: Any) -> Callable[[int], Any]:
    return (lambda days: day(run, days)) if type(example) is Date else Decimal


def day(run: Run, days: int) -> Date | None:
    run.spend(DAY_STEPS)
    return date_from_days(days)


def no_steps(run: Run, spot: Spot, start: Any, end: Any) -> Iterable[Any]:
    run.warn(spot, "feel.no-steps", left=kind(start), right=kind(end))
    raise NotIterable


COMPILERS: dict[type, CompileNode] = {
    syntax.For: for_return,
    syntax.Quantified: quantified,
}
