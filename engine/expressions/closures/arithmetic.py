"""`+ - * / **` and the minus sign."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import syntax
from ..durations import DaysTime, YearsMonths
from ..functions import Closure, Scope
from ..operations import TABLES, Operation, Table, negated
from ..run import Run, Spot
from ..scopes import Names
from ..values import kind
from .parts import CompileNode, constant

if TYPE_CHECKING:
    from ..compiler import Compiler

POWER_STEPS, TEMPORAL_STEPS = 300, 30


def arithmetic(compiler: Compiler, node: syntax.Arithmetic, names: Names | None) -> Closure:
    """An operation; a long row of them is compiled without recursion."""
    row = [node]
    while isinstance(node.left, syntax.Arithmetic):
        node = node.left
        row.append(node)
    closure = compiler.compile(node.left, names)
    for operation in reversed(row):
        right = compiler.compile(operation.right, names)
        closure = binary(closure, right, operation.operator, compiler.spot(operation))
    return closure


def binary(left: Closure, right: Closure, operator: str, spot: Spot) -> Closure:
    table = TABLES[operator]
    on_numbers = table[Decimal, Decimal]
    steps = POWER_STEPS if operator == "**" else 0

    def compute(run: Run, scope: Scope) -> Any:
        a, b = left(run, scope), right(run, scope)
        if steps:
            run.spend(steps)
        if type(a) is Decimal and type(b) is Decimal:
            return attempt(run, spot, on_numbers, a, b)
        if type(a) is str and type(b) is str and operator == "+":
            run.string_of(len(a) + len(b))
            return a + b
        return mixed(run, spot, table, operator, a, b)

    return compute


def attempt(run: Run, spot: Spot, operation: Operation, a: Any, b: Any) -> Any:
    try:
        value = operation(a, b)
    except ZeroDivisionError:
        return run.warn(spot, "feel.division-by-zero")
    except ArithmeticError:
        return run.warn(spot, "feel.no-number")
    return run.warn(spot, "feel.no-result") if value is None else value


def mixed(run: Run, spot: Spot, table: Table, operator: str, a: Any, b: Any) -> Any:
    """The operation on anything but two numbers or two strings."""
    operation = table.get((type(a), type(b)))
    if operation:
        run.spend(TEMPORAL_STEPS)
        return attempt(run, spot, operation, a, b)
    return run.warn(spot, "feel.arithmetic", operator=operator, left=kind(a), right=kind(b))


def negation(compiler: Compiler, node: syntax.Negation, names: Names | None) -> Closure:
    if isinstance(node.operand, syntax.Literal) and type(node.operand.value) is Decimal:
        return constant(negative(node.operand.value))
    operand, spot = compiler.compile(node.operand, names), compiler.spot(node)

    def compute(run: Run, scope: Scope) -> Any:
        value = operand(run, scope)
        if type(value) is Decimal:
            return negative(value)
        if type(value) in (DaysTime, YearsMonths):
            return negated(value)
        return run.warn(spot, "feel.negation", type=kind(value))

    return compute


def negative(value: Decimal) -> Decimal:
    """The number with the other sign, all its digits kept; zero has none."""
    return value.copy_negate() if value else value


COMPILERS: dict[type, CompileNode] = {
    syntax.Arithmetic: arithmetic,
    syntax.Negation: negation,
}
