"""`= != < <= > >=` and `between`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from operator import ge, le
from typing import TYPE_CHECKING, Any

from .. import syntax
from ..comparison import ORDERS, equal, ordered
from ..functions import Closure, Scope
from ..run import SHORT, Run, Spot
from ..scopes import Names
from ..values import kind
from .parts import CompileNode

if TYPE_CHECKING:
    from ..compiler import Compiler


def comparison(compiler: Compiler, node: syntax.Comparison, names: Names | None) -> Closure:
    left, spot = compiler.compile(node.left, names), compiler.spot(node)
    order = ORDERS.get(node.operator)
    fixed = node.right.value if isinstance(node.right, syntax.Literal) else None
    right = compiler.compile(node.right, names)
    if order:
        return (
            number_order(left, order, fixed, spot)
            if type(fixed) is Decimal
            else any_order(left, right, order, spot)
        )
    positive = node.operator == "="
    return (
        string_equality(left, fixed, positive, spot)
        if type(fixed) is str and len(fixed) <= SHORT
        else equality(left, right, positive, spot)
    )


def number_order(
    left: Closure, order: Callable[[Any, Any], bool], fixed: Decimal, spot: Spot
) -> Closure:
    def compare(run: Run, scope: Scope) -> Any:
        value = left(run, scope)
        if type(value) is Decimal:
            return order(value, fixed)
        return incomparable(run, spot, value, fixed)

    return compare


def any_order(
    left: Closure, right: Closure, order: Callable[[Any, Any], bool], spot: Spot
) -> Closure:
    def compare(run: Run, scope: Scope) -> Any:
        a, b = left(run, scope), right(run, scope)
        if type(a) is Decimal and type(b) is Decimal:
            return order(a, b)
        found = ordered(run, order, a, b)
        return incomparable(run, spot, a, b) if found is None else found

    return compare


def string_equality(left: Closure, fixed: str, positive: bool, spot: Spot) -> Closure:
    def compare(run: Run, scope: Scope) -> Any:
        value = left(run, scope)
        if type(value) is str or value is None:
            return (value == fixed) is positive
        return incomparable(run, spot, value, fixed)

    return compare


def equality(left: Closure, right: Closure, positive: bool, spot: Spot) -> Closure:
    def compare(run: Run, scope: Scope) -> Any:
        a, b = left(run, scope), right(run, scope)
        found = equal(run, a, b)
        return incomparable(run, spot, a, b) if found is None else found is positive

    return compare


def incomparable(run: Run, spot: Spot, left: Any, right: Any) -> Any:
    return run.warn(spot, "feel.incomparable", left=kind(left), right=kind(right))


def between(compiler: Compiler, node: syntax.Between, names: Names | None) -> Closure:
    operand = compiler.compile(node.operand, names)
    low, high = compiler.compile(node.low, names), compiler.compile(node.high, names)
    spot = compiler.spot(node)

    def compare(run: Run, scope: Scope) -> Any:
        value = operand(run, scope)
        bottom, top = low(run, scope), high(run, scope)
        above, below = ordered(run, ge, value, bottom), ordered(run, le, value, top)
        if above is False or below is False:
            return False
        if above is None or below is None:
            return incomparable(run, spot, value, bottom if above is None else top)
        return True

    return compare


COMPILERS: dict[type, CompileNode] = {
    syntax.Comparison: comparison,
    syntax.Between: between,
}
