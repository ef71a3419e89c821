"""Literals, names and paths."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import syntax
from ..functions import Closure, Scope
from ..parse_values import parse_temporal
from ..properties import properties
from ..run import Run, Spot
from ..scopes import Entries, Item, Local, Names
from ..values import EXACT, KINDS, kind, native
from .parts import CompileNode, constant

if TYPE_CHECKING:
    from ..compiler import Compiler

MISSING = object()


def literal(_: Compiler, node: syntax.Literal, __: Names | None) -> Closure:
    return constant(node.value)


def at_literal(compiler: Compiler, node: syntax.AtLiteral, _: Names | None) -> Closure:
    value = parse_temporal(node.lexical)
    if value is not None:
        return constant(value)
    spot = compiler.spot(node)
    return lambda run, scope: run.warn(spot, "feel.not-temporal", value=node.lexical)


# -- names --------------------------------------------------------------------------------------


def name(compiler: Compiler, node: syntax.Name, names: Names | None) -> Closure:
    """A name, looked for from the innermost scope outwards."""
    return bound(compiler, node, names, 0)


def bound(
    compiler: Compiler, node: syntax.Name, names: Names | None, hops: int, sure: bool = True
) -> Closure:
    """The name as it is bound `hops` scopes out, or further."""
    match names:
        case None:
            return variable(compiler, node, sure)
        case Local(name=local) if local == node.name:
            names.used = True
            return local_value(hops)
        case Entries() if names.surely_has(node.name):
            return entry(node.name, hops)
        case Entries() if names.has(node.name):
            outer = bound(compiler, node, names.parent, hops + 1, sure=False)
            return possible_entry(node.name, hops, outer)
        case Item() if node.name == "item":
            return item(hops)
        case Item():
            outer = bound(compiler, node, names.parent, hops + 1, sure=False)
            return item_entry(node.name, hops, outer)
    return bound(compiler, node, names.parent, hops + 1, sure)


def local_value(hops: int) -> Closure:
    if hops == 0:
        return lambda run, scope: scope[0]
    if hops == 1:
        return lambda run, scope: scope[1][0]

    def read(run: Run, scope: Scope) -> Any:  # noqa: ARG001 - a closure's signature
        for _ in range(hops):
            scope = scope[1]
        return scope[0]

    return read


def entry(name: str, hops: int) -> Closure:
    """An entry of the context being made."""
    context = local_value(hops)
    return lambda run, scope: context(run, scope)[name]


def possible_entry(name: str, hops: int, outer: Closure) -> Closure:
    """A later entry of the context a function stands in, or what the name means further out."""
    context = local_value(hops)

    def read(run: Run, scope: Scope) -> Any:
        found = context(run, scope).get(name, MISSING)
        return outer(run, scope) if found is MISSING else found

    return read


def item(hops: int) -> Closure:
    element = local_value(hops)

    def read(run: Run, scope: Scope) -> Any:
        value = element(run, scope)
        if isinstance(value, Mapping) and "item" in value:
            return native(value["item"])
        return value

    return read


def item_entry(name: str, hops: int, outer: Closure) -> Closure:
    """An entry of the element a filter looks at, or what the name means further out."""
    element = local_value(hops)

    def read(run: Run, scope: Scope) -> Any:
        value = element(run, scope)
        if (type(value) is dict or isinstance(value, Mapping)) and name in value:
            return native(value[name])
        return outer(run, scope)

    return read


def variable(compiler: Compiler, node: syntax.Name, sure: bool) -> Closure:
    """A variable of the context; then a built-in function; else null."""
    name, spot = node.name, compiler.spot(node)
    built_in = compiler.builtins.get(name)
    if built_in is None or name in compiler.declared:
        compiler.reads.append((node, sure))

    def read(run: Run, _: Scope) -> Any:
        try:
            value = run.context[name]
        except KeyError:
            return built_in or missing(run, spot, name)
        if type(value) in KINDS:
            return value
        if type(value) is int and -EXACT < value < EXACT:
            return Decimal(value)
        return from_outside(run, spot, name, value)

    return read


def from_outside(run: Run, spot: Spot, name: str, value: Any) -> Any:
    """The FEEL value of a variable; null with a warning for what FEEL does not know."""
    known = native(value)
    if known is None:
        return run.warn(spot, "feel.unknown-value", name=name, type=type(value).__name__)
    return known


def missing(run: Run, spot: Spot, name: str) -> Any:
    """A variable that is not there by this very name; perhaps its spaces differ."""
    if " " in name:
        for key in run.context:
            run.spend(3)
            if isinstance(key, str) and " ".join(key.split()) == name:
                return from_outside(run, spot, name, run.context[key])
    return run.warn(spot, "feel.unknown-variable", name=name)


# -- paths --------------------------------------------------------------------------------------


def path(compiler: Compiler, node: syntax.Path, names: Names | None) -> Closure:
    source = compiler.compile(node.source, names)
    name, spot = node.name, compiler.spot(node)

    def read(run: Run, scope: Scope) -> Any:
        value = source(run, scope)
        if type(value) is dict and name in value:
            found = value[name]
            return found if type(found) in KINDS else from_outside(run, spot, name, found)
        return part(run, spot, value, name)

    return read


def part(run: Run, spot: Spot, value: Any, name: str) -> Any:
    """An entry of a context, a property of a value, or of each item of a list."""
    if type(value) is dict or isinstance(value, Mapping):
        if name in value:
            return native(value[name])
        return run.warn(spot, "feel.no-entry", name=name)
    if type(value) is list:
        run.list_of(len(value))
        run.spend(4 * len(value))
        return [part(run, spot, native(element), name) for element in value]
    if name in properties(value):
        return value.part(name)
    if value is None:
        return None if run.told(spot) else run.warn(spot, "feel.path-of-null", name=name)
    return run.warn(spot, "feel.no-property", name=name, type=kind(value))


COMPILERS: dict[type, CompileNode] = {
    syntax.Literal: literal,
    syntax.AtLiteral: at_literal,
    syntax.Name: name,
    syntax.Path: path,
}
