"""Lists, contexts and ranges as they are written, and filters."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from .. import syntax
from ..comparison import ORDERED
from ..functions import Closure, Scope
from ..numbers import whole
from ..ranges import Range, range_of_test
from ..run import Run, Spot
from ..scopes import Entries, Item, Names
from ..values import items, kind, native
from .parts import CompileNode

if TYPE_CHECKING:
    from ..compiler import Compiler


def list_literal(compiler: Compiler, node: syntax.ListLiteral, names: Names | None) -> Closure:
    elements = compiler.all(node.items, names)
    return lambda run, scope: [element(run, scope) for element in elements]


def context_literal(
    compiler: Compiler, node: syntax.ContextLiteral, names: Names | None
) -> Closure:
    """A context: an entry sees those before it, a function in it sees all when called."""
    keys = [entry.key for entry in node.entries]
    positions = {key: position for position, key in enumerate(keys)}
    values = []
    for position, entry in enumerate(node.entries):
        function = isinstance(entry.value, syntax.FunctionDefinition)
        certain, possible = (position + 1, len(keys)) if function else (position, position)
        seen = Entries(names, positions, certain, possible)
        values.append(compiler.compile(entry.value, seen))
    doubled = next((key for at, key in enumerate(keys) if positions[key] != at), None)
    return _context(keys, values, compiler.spot(node), doubled)


def _context(keys: list[str], values: list[Closure], spot: Spot, doubled: str | None) -> Closure:
    if doubled is not None:
        return lambda run, scope: run.warn(spot, "feel.doubled-key", name=doubled)

    def evaluate(run: Run, scope: Scope) -> dict[str, Any]:
        context: dict[str, Any] = {}
        inner = (context, scope)
        for key, value in zip(keys, values, strict=True):
            context[key] = value(run, inner)
        return context

    return evaluate


def range_literal(compiler: Compiler, node: syntax.RangeLiteral, names: Names | None) -> Closure:
    low, high = compiler.compile(node.low, names), compiler.compile(node.high, names)
    spot = compiler.spot(node)

    def evaluate(run: Run, scope: Scope) -> Any:
        ends = low(run, scope), high(run, scope)
        kinds = {kind(end) for end in ends if end is not None}
        if len(kinds) > 1 or any(end is not None and type(end) not in ORDERED for end in ends):
            return run.warn(spot, "feel.range-ends", left=kind(ends[0]), right=kind(ends[1]))
        return Range(*ends, node.low_included, node.high_included)

    return evaluate


def unary_range(compiler: Compiler, node: syntax.UnaryRange, names: Names | None) -> Closure:
    endpoint = compiler.compile(node.endpoint, names)
    return lambda run, scope: range_of_test(node.operator, endpoint(run, scope))


# -- filters ------------------------------------------------------------------------------------


def filtered(compiler: Compiler, node: syntax.Filter, names: Names | None) -> Closure:
    """`list[2]` or `list[price > 10]`: a number picks, a boolean or null is a condition."""
    source, spot = compiler.compile(node.source, names), compiler.spot(node)
    condition, cost = compiler.measured(node.condition, Item(names))

    def evaluate(run: Run, scope: Scope) -> Any:
        value = source(run, scope)
        if value is None:
            return None if run.told(spot) else run.warn(spot, "feel.filter-of-null")
        elements = value if type(value) is list else [value]
        first = condition(run, (native(elements[0]) if elements else None, scope))
        if type(first) is Decimal:
            return pick(run, spot, elements, first)
        run.spend((cost + 2) * len(elements))
        return keep(run, spot, items(elements), first, condition, scope)

    return evaluate


def pick(run: Run, spot: Spot, elements: list[Any], position: Decimal) -> Any:
    """The element at a position counted from 1, or from the end with -1."""
    index = whole(position)
    if index is None or not 1 <= abs(index) <= len(elements):
        return run.warn(spot, "feel.no-such-item", position=position, length=len(elements))
    return native(elements[index - 1 if index > 0 else index])


def keep(
    run: Run, spot: Spot, elements: list[Any], first: Any, condition: Closure, scope: Scope
) -> list[Any] | None:
    """The elements whose condition is true; null where one is neither a boolean nor null.

    first: what the condition gave for the first element.
    """
    kept = []
    for place, element in enumerate(elements):
        found = condition(run, (element, scope)) if place else first
        if found is True:
            kept.append(element)
        elif type(found) is not bool and found is not None:
            run.warn(spot, "feel.not-boolean", type=kind(found))
            return None
    return kept


COMPILERS: dict[type, CompileNode] = {
    syntax.ListLiteral: list_literal,
    syntax.ContextLiteral: context_literal,
    syntax.RangeLiteral: range_literal,
    syntax.UnaryRange: unary_range,
    syntax.Filter: filtered,
}
