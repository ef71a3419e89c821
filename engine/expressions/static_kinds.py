"""What type an expression gives, as far as its text alone tells."""

from __future__ import annotations

from . import syntax
from .parse_values import parse_temporal
from .types import ANY, BUILT_IN_TYPES, Type
from .values import kind

TRUTH = (
    syntax.Comparison,
    syntax.Between,
    syntax.In,
    syntax.InstanceOf,
    syntax.Logic,
    syntax.Quantified,
)


def static_kind(node: syntax.Node) -> str | None:
    """The FEEL type's name, or None where the text does not tell. Null tells nothing."""
    if isinstance(node, syntax.Literal):
        return None if node.value is None else kind(node.value)
    if isinstance(node, syntax.AtLiteral):
        value = parse_temporal(node.lexical)
        return None if value is None else kind(value)
    if isinstance(node, TRUTH):
        return "boolean"
    if isinstance(node, syntax.Negation):
        return static_kind(node.operand)
    return COLLECTIONS.get(type(node))


COLLECTIONS: dict[type, str] = {
    syntax.ListLiteral: "list",
    syntax.For: "list",
    syntax.ContextLiteral: "context",
    syntax.RangeLiteral: "range",
    syntax.FunctionDefinition: "function",
}


def result_type(body: syntax.Node) -> Type:
    """The type of what a function gives, `Any` where its text does not tell."""
    return BUILT_IN_TYPES.get(static_kind(body) or "", ANY)
