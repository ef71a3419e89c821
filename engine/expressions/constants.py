"""Parts of an expression that give the same value whatever the variables are."""

from __future__ import annotations

from typing import Any

from . import syntax
from .compiler import Compiler
from .environment import NOWHERE
from .errors import FeelError
from .run import Run
from .syntax import Node, walk

FIXED = (
    syntax.Literal,
    syntax.AtLiteral,
    syntax.Negation,
    syntax.Arithmetic,
    syntax.Comparison,
    syntax.Between,
    syntax.Logic,
)


def is_constant(node: Node) -> bool:
    """Whether there is nothing but literals and operators in it."""
    return all(isinstance(part, FIXED) for part in walk(node))


def constant_value(node: Node) -> Any:
    """The value of a constant part; null where it has none."""
    closure = Compiler("").compile(node, None)
    try:
        return closure(Run({}, NOWHERE), None)
    except FeelError:
        return None
