"""Static checks: what is wrong with an expression before it ever runs.

One rule is one function from a node to its findings; `RULES` says which nodes it looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain, islice
from typing import Any

from . import syntax
from .builtins import BUILTIN_NAMES, BUILTINS, SPECIAL_FORMS, Builtin
from .compiler import Compiler
from .constants import constant_value, is_constant
from .contradictions import contradiction
from .errors import BudgetExceeded, FeelSyntaxError
from .findings import FeelFinding, Severity
from .parser import MAX_NESTING, parse, parse_unary_tests
from .places import place
from .static_kinds import fits, static_kind
from .syntax import Node, walk
from .types import Type
from .values import TEMPORAL

MAX_FINDINGS = 50
Found = Iterator[tuple[Node, str, Severity, Mapping[str, Any]]]
Rule = Callable[[Any], Found]
ORDERED = TEMPORAL | {"number", "string"}


def check_expression(
    text: str,
    *,
    known: Collection[str] | None = None,
    types: Mapping[str, Type] | None = None,
    unary: bool = False,
) -> list[FeelFinding]:
    """The findings, 50 at most, in the order of the text.

    known: the variables there are; None means nobody knows, and none is missed. unary: the text
    is the input cell of a decision table.
    """
    read = parse_unary_tests if unary else parse
    try:
        tree = read(text, known or (), BUILTIN_NAMES)
        compiler = Compiler(text, known or (), types)
        compiler.compile(tree, None)
        every = chain(_variables(compiler, tree, known), _calls(compiler), _rules(tree))
        found = list(islice(every, MAX_FINDINGS))
    except FeelSyntaxError as error:
        return [FeelFinding(error.line, error.column, error.key, error.arguments, "error")]
    except (BudgetExceeded, RecursionError) as error:
        return [_too_big(error)]
    findings = [
        FeelFinding(*place(text, node.start), key, arguments, severity)
        for node, key, severity, arguments in found
    ]
    return sorted(findings, key=lambda finding: finding[:2])


def _too_big(error: BudgetExceeded | RecursionError) -> FeelFinding:
    if isinstance(error, BudgetExceeded):
        return FeelFinding(1, 1, error.key, error.arguments, "error")
    return FeelFinding(1, 1, "feel.budget-depth", {"limit": MAX_NESTING}, "error")


def _rules(tree: Node) -> Found:
    for node in walk(tree):
        for rule in RULES.get(type(node), ()):
            yield from rule(node)


# -- names --------------------------------------------------------------------------------------


def _variables(compiler: Compiler, tree: Node, known: Collection[str] | None) -> Found:
    """Functions nobody knows, and variables nobody writes."""
    called = {
        id(node.callee): node.callee for node in walk(tree) if isinstance(node, syntax.Invocation)
    }
    for name, sure in compiler.reads:
        if not sure:
            continue
        if id(name) in called:
            yield from _unknown_function(name, known)
        elif known is not None and name.name not in known:
            yield _unknown(name, "feel.check-variable", "warning", known)


def _unknown_function(name: syntax.Name, known: Collection[str] | None) -> Found:
    if name.name in BUILTINS or name.name in SPECIAL_FORMS or name.name in (known or ()):
        return
    yield _unknown(name, "feel.check-function", "error", [*BUILTINS, *SPECIAL_FORMS])


def _unknown(
    name: syntax.Name, key: str, severity: Severity, candidates: Collection[str]
) -> tuple[Node, str, Severity, Mapping[str, Any]]:
    meant = get_close_matches(name.name, candidates, n=1, cutoff=0.75)
    if meant:
        return name, f"{key}-meant", severity, {"name": name.name, "meant": meant[0]}
    return name, key, severity, {"name": name.name}


def _calls(compiler: Compiler) -> Found:
    """Calls of built-in functions that no overload takes."""
    for node, function in compiler.calls:
        if isinstance(function, Builtin) and not function.takes(len(node.arguments), node.names):
            yield _misfit(node, function)


def _misfit(
    node: syntax.Invocation, function: Builtin
) -> tuple[Node, str, Severity, Mapping[str, Any]]:
    if node.names:
        names = ", ".join(node.names)
        return node, "feel.unknown-parameter", "error", {"function": function.name, "name": names}
    arguments = {
        "function": function.name,
        "expected": function.arities,
        "given": len(node.arguments),
    }
    return node, "feel.arity", "error", arguments


# -- types --------------------------------------------------------------------------------------


def special_form(node: syntax.Invocation) -> Found:
    """`is defined` and `get or else` with a wrong number of arguments, or wrong names."""
    name = node.callee.name if isinstance(node.callee, syntax.Name) else ""
    expected = SPECIAL_FORMS.get(name)
    if expected is None:
        return
    if len(node.arguments) != len(expected):
        arguments = {"function": name, "expected": len(expected), "given": len(node.arguments)}
        yield node, "feel.arity", "error", arguments
    elif unknown := [each for each in node.names if each not in expected]:
        arguments = {"function": name, "name": ", ".join(unknown)}
        yield node, "feel.unknown-parameter", "error", arguments


def comparison(node: syntax.Comparison) -> Found:
    """Two types that never compare."""
    left, right = static_kind(node.left), static_kind(node.right)
    ordered = node.operator not in ("=", "!=")
    if left and right and (left != right or (ordered and left not in ORDERED)):
        yield node, "feel.check-comparison", "error", {"left": left, "right": right}


def between(node: syntax.Between) -> Found:
    operand = static_kind(node.operand)
    for end in (node.low, node.high):
        kind = static_kind(end)
        if operand and kind and kind != operand:
            yield end, "feel.check-comparison", "error", {"left": operand, "right": kind}


def arithmetic(node: syntax.Arithmetic) -> Found:
    """Two types no arithmetic is for."""
    left, right = static_kind(node.left), static_kind(node.right)
    if left and right and not fits(node.operator, left, right):
        arguments = {"operator": node.operator, "left": left, "right": right}
        yield node, "feel.arithmetic", "error", arguments


def logic(node: syntax.Logic) -> Found:
    """Operands that are no booleans."""
    for operand in node.operands:
        kind = static_kind(operand)
        if kind and kind != "boolean":
            yield operand, "feel.not-boolean", "error", {"type": kind}


def condition(node: syntax.If) -> Found:
    """A condition that is no boolean, or always the same one."""
    kind = static_kind(node.condition)
    if kind and kind != "boolean":
        yield node.condition, "feel.not-boolean", "error", {"type": kind}
    elif isinstance(node.condition, syntax.Literal):
        yield _always(node.condition, node.condition.value)


# -- constant conditions ------------------------------------------------------------------------


def constant_comparison(node: Node) -> Found:
    """A comparison in which nothing can vary."""
    value = constant_value(node) if is_constant(node) else None
    if value is not None:
        yield _always(node, value)


def constant_operand(node: syntax.Logic) -> Found:
    """`… or true`, `… and false`: the rest does not matter."""
    deciding = node.operator == "or"
    for operand in node.operands:
        if isinstance(operand, syntax.Literal) and operand.value is deciding:
            yield _always(node, deciding)


def impossible(node: syntax.Logic) -> Found:
    """`x > 5 and x < 3`: no value passes both."""
    if node.operator == "and" and (found := contradiction(node.operands)):
        yield found, "feel.check-contradiction", "warning", {}


def _always(node: Node, value: Any) -> tuple[Node, str, Severity, Mapping[str, Any]]:
    shown = {True: "true", False: "false"}.get(value, "null")
    return node, "feel.check-constant", "warning", {"value": shown}


RULES: dict[type, tuple[Rule, ...]] = {
    syntax.Invocation: (special_form,),
    syntax.Comparison: (comparison, constant_comparison),
    syntax.Between: (between, constant_comparison),
    syntax.Arithmetic: (arithmetic,),
    syntax.Logic: (logic, constant_operand, impossible),
    syntax.If: (condition,),
}
