"""Function definitions and calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from .. import syntax
from ..functions import Closure, Function, Scope
from ..run import Run, Spot
from ..scopes import Local, Names, binds
from ..static_kinds import result_type
from ..types import Type, resolve
from ..user_functions import UserFunction
from ..values import kind
from .parts import CompileNode
from .special import special_form

if TYPE_CHECKING:
    from ..compiler import Compiler

Call = Callable[[Run, Scope, Function], Any]


def function(compiler: Compiler, node: syntax.FunctionDefinition, names: Names | None) -> Closure:
    """A function that remembers the values around it; external ones are not run, but null."""
    parameters = tuple(parameter.name for parameter in node.parameters)
    types = tuple(resolve(parameter.type, compiler.types) for parameter in node.parameters)
    inner = names
    for parameter in parameters:
        inner = Local(inner, parameter)
    body, cost = compiler.measured(node.body, inner)
    if node.external:
        body = external(compiler.spot(node))
    result: Type = result_type(node.body)

    def make(run: Run, scope: Scope) -> UserFunction:
        return UserFunction(parameters, types, result, body, cost, scope, run.context)

    return make


def external(spot: Spot) -> Closure:
    return lambda run, scope: run.warn(spot, "feel.external-function")


def invocation(compiler: Compiler, node: syntax.Invocation, names: Names | None) -> Closure:
    special = special_form(compiler, node, names)
    if special:
        return special
    call = calling(compiler, node, names)
    built_in = direct(compiler, node.callee, names)
    if built_in:
        compiler.calls.append((node, built_in))
        return lambda run, scope: call(run, scope, built_in)
    callee, spot = compiler.compile(node.callee, names), compiler.spot(node.callee)
    fallback = compiler.builtins.get(getattr(node.callee, "name", ""))

    def invoke(run: Run, scope: Scope) -> Any:
        called = callee(run, scope)
        if isinstance(called, Function):
            return call(run, scope, called)
        if fallback:
            return call(run, scope, fallback)
        return run.warn(spot, "feel.not-a-function", name=spot.source, type=kind(called))

    return invoke


def direct(compiler: Compiler, callee: syntax.Node, names: Names | None) -> Function | None:
    """The built-in function a name means for certain: nothing nearer has the name."""
    if not isinstance(callee, syntax.Name) or callee.name in compiler.declared:
        return None
    return None if binds(names, callee.name) else compiler.builtins.get(callee.name)


def calling(compiler: Compiler, node: syntax.Invocation, names: Names | None) -> Call:
    """What evaluates the arguments and calls a function with them."""
    arguments, spot = compiler.all(node.arguments, names), compiler.spot(node)
    given = node.names
    if given:
        return lambda run, scope, called: called.invoke_named(
            run, spot, given, [argument(run, scope) for argument in arguments]
        )
    return lambda run, scope, called: called.invoke(
        run, spot, [argument(run, scope) for argument in arguments]
    )


COMPILERS: dict[type, CompileNode] = {
    syntax.FunctionDefinition: function,
    syntax.Invocation: invocation,
}
