"""`and`, `or` and `if`, in three-valued logic (DMN 1.5, table 49)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import syntax
from ..functions import Closure, Scope
from ..run import Run, Spot
from ..scopes import Names
from ..values import kind
from .parts import CompileNode

if TYPE_CHECKING:
    from ..compiler import Compiler


def logic(compiler: Compiler, node: syntax.Logic, names: Names | None) -> Closure:
    """The first operand that decides ends the evaluation: false for `and`, true for `or`."""
    operands, spot = compiler.all(node.operands, names), compiler.spot(node)
    deciding = node.operator == "or"
    decide = pair if len(operands) == 2 else several
    return decide(operands, deciding, spot)


def pair(operands: tuple[Closure, ...], deciding: bool, spot: Spot) -> Closure:
    first, second = operands

    def evaluate(run: Run, scope: Scope) -> Any:
        a = first(run, scope)
        if a is deciding:
            return deciding
        b = second(run, scope)
        if b is deciding:
            return deciding
        if type(a) is bool and type(b) is bool:
            return not deciding
        return undecided(run, spot, a, b)

    return evaluate


def several(operands: tuple[Closure, ...], deciding: bool, spot: Spot) -> Closure:
    def evaluate(run: Run, scope: Scope) -> Any:
        others = []
        for operand in operands:
            value = operand(run, scope)
            if value is deciding:
                return deciding
            if type(value) is not bool:
                others.append(value)
        return undecided(run, spot, *others) if others else not deciding

    return evaluate


def undecided(run: Run, spot: Spot, *values: Any) -> Any:
    """Null, with a warning for a value that is neither boolean nor null."""
    for value in values:
        if type(value) is not bool and value is not None:
            run.warn(spot, "feel.not-boolean", type=kind(value))


def conditional(compiler: Compiler, node: syntax.If, names: Names | None) -> Closure:
    condition = compiler.compile(node.condition, names)
    yes, no = compiler.compile(node.yes, names), compiler.compile(node.no, names)
    spot = compiler.spot(node.condition)

    def evaluate(run: Run, scope: Scope) -> Any:
        value = condition(run, scope)
        if value is True:
            return yes(run, scope)
        if value is not False and value is not None:
            run.warn(spot, "feel.not-boolean", type=kind(value))
        return no(run, scope)

    return evaluate


COMPILERS: dict[type, CompileNode] = {
    syntax.Logic: logic,
    syntax.If: conditional,
}
