"""`in`, `instance of`, and the input cells of decision tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .. import syntax
from ..comparison import satisfies
from ..functions import Closure, Scope
from ..run import Run, Spot
from ..scopes import Local, Names
from ..syntax import Node
from ..types import Named, Null, resolve
from ..values import kind
from .parts import CompileNode

if TYPE_CHECKING:
    from ..compiler import Compiler


def contained(compiler: Compiler, node: syntax.In, names: Names | None) -> Closure:
    operand, spot = compiler.compile(node.operand, names), compiler.spot(node)
    several = isinstance(node.test, syntax.Tests)
    tests = compiler.all(
        node.test.items if isinstance(node.test, syntax.Tests) else [node.test], names
    )

    def evaluate(run: Run, scope: Scope) -> Any:
        value = operand(run, scope)
        found: bool | None = None
        for test in tests:
            expected = test(run, scope)
            found = satisfies(run, value, expected)
            if found is True:
                return True
        if found is None and not several:
            return run.warn(spot, "feel.incomparable", left=kind(value), right=kind(expected))
        return False

    return evaluate


def instance_of(compiler: Compiler, node: syntax.InstanceOf, names: Names | None) -> Closure:
    operand, spot = compiler.compile(node.operand, names), compiler.spot(node)
    type_ = resolve(node.type, compiler.types)
    if isinstance(type_, Named):
        return lambda run, scope: run.warn(spot, "feel.unknown-type", name=str(type_))
    if isinstance(type_, Null):
        return lambda run, scope: operand(run, scope) is None

    def evaluate(run: Run, scope: Scope) -> bool:
        value = operand(run, scope)
        return value is not None and type_.holds(run, value)

    return evaluate


# -- cells of decision tables -------------------------------------------------------------------


def unary_tests(compiler: Compiler, node: syntax.UnaryTests, names: Names | None) -> Closure:
    """Whether the value `?` passes; no tests let everything pass."""
    if not node.items:
        return lambda run, scope: True
    inner = Local(names, "?")
    tests = tuple(unary_test(compiler, item, inner) for item in node.items)
    negated, spot = node.negated, compiler.spot(node)

    def evaluate(run: Run, scope: Scope) -> Any:
        found: bool | None = False
        for test in tests:
            passed = test(run, scope)
            if passed is True:
                return not negated
            if passed is None:
                found = None
        return verdict(run, spot, found, negated)

    return evaluate


def verdict(run: Run, spot: Spot, found: bool | None, negated: bool) -> Any:
    if found is None:
        return run.warn(spot, "feel.test-undecided")
    return negated


def unary_test(compiler: Compiler, node: Node, inner: Local) -> Closure:
    """One test: a condition on `?` holds or not, any other value is compared with `?`."""
    inner.used = False
    closure = compiler.compile(node, inner)
    return condition(closure) if inner.used else comparison(closure)


def condition(closure: Closure) -> Closure:
    """An expression that speaks of `?` itself."""

    def evaluate(run: Run, scope: Scope) -> Any:
        found = closure(run, scope)
        return found if type(found) is bool or found is None else satisfies(run, scope[0], found)

    return evaluate


def comparison(closure: Closure) -> Closure:
    """An expression that gives what `?` is to be; a boolean is the answer, unless `?` is one."""

    def evaluate(run: Run, scope: Scope) -> Any:
        value, expected = scope[0], closure(run, scope)
        if type(expected) is bool and type(value) is not bool:
            return expected if value is not None else False
        return satisfies(run, value, expected)

    return evaluate


COMPILERS: dict[type, CompileNode] = {
    syntax.In: contained,
    syntax.InstanceOf: instance_of,
    syntax.UnaryTests: unary_tests,
}
