"""What type an expression gives, as far as its text alone tells."""

from __future__ import annotations

from . import syntax
from .builtins import BUILTINS, Builtin
from .operations import TABLES
from .parse_values import parse_temporal
from .types import ANY, BUILT_IN_TYPES, Type
from .values import KINDS, kind

FIXED: dict[type, str] = {
    syntax.Comparison: "boolean",
    syntax.Between: "boolean",
    syntax.In: "boolean",
    syntax.InstanceOf: "boolean",
    syntax.Logic: "boolean",
    syntax.Quantified: "boolean",
    syntax.ListLiteral: "list",
    syntax.For: "list",
    syntax.ContextLiteral: "context",
    syntax.RangeLiteral: "range",
    syntax.FunctionDefinition: "function",
}
MAX_DEPTH = 50


def static_kind(node: syntax.Node, depth: int = 0) -> str | None:
    """The FEEL type's name, null aside; None where the text does not tell."""
    if depth > MAX_DEPTH:
        return None
    match node:
        case syntax.Literal(value=value):
            return None if value is None else kind(value)
        case syntax.AtLiteral(lexical=lexical):
            value = parse_temporal(lexical)
            return None if value is None else kind(value)
        case syntax.Negation(operand=operand):
            return static_kind(operand, depth + 1)
        case syntax.Arithmetic():
            return _arithmetic(node, depth)
        case syntax.Invocation(callee=syntax.Name(name=name)):
            called = BUILTINS.get(name)
            return called.result if isinstance(called, Builtin) else None
        case syntax.If(yes=yes, no=no):
            first = static_kind(yes, depth + 1)
            return first if first == static_kind(no, depth + 1) else None
    return FIXED.get(type(node))


def _arithmetic(node: syntax.Arithmetic, depth: int) -> str | None:
    left, right = static_kind(node.left, depth + 1), static_kind(node.right, depth + 1)
    if left == right and left in ("number", "string"):
        return left
    return "number" if "number" in (left, right) and node.operator in ("+", "-", "**") else None


def fits(operator: str, left: str, right: str) -> bool:
    """Whether arithmetic knows the operation on these two types."""
    if operator == "+" and left == right == "string":
        return True
    return any(
        (KINDS.get(first), KINDS.get(second)) == (left, right) for first, second in TABLES[operator]
    )


def result_type(body: syntax.Node) -> Type:
    """The type of what a function gives, `Any` where its text does not tell."""
    return BUILT_IN_TYPES.get(static_kind(body) or "", ANY)
