"""What can be said of FEEL texts before anything runs: constant values, and conditions on them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from ...expressions import FeelError, compile_expression, syntax, to_json
from ...expressions.builtins import BUILTIN_NAMES
from ...expressions.parser import parse

FEEL_MARK = "="


class Unknown(Enum):
    """The value nobody can tell from the drawing alone."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN

Known = Mapping[str, Any]
"""Variables whose values hold on every run that is looked at."""


def constant(text: str | None, known: Known) -> Any:
    """The JSON value of a text, static or FEEL, where it depends on nothing but what is known."""
    if text is None:
        return UNKNOWN
    if not text.lstrip().startswith(FEEL_MARK):
        return text
    value = feel_constant(text.strip()[1:], known)
    return value if value is UNKNOWN else to_json(value)


def feel_constant(feel: str, known: Known) -> Any:
    """The same for FEEL without its mark, as a FEEL value."""
    try:
        expression = compile_expression(feel, known)
        if not expression.variables <= set(known):
            return UNKNOWN
        value, warnings = expression.evaluate(known)
    except FeelError:
        return UNKNOWN
    return UNKNOWN if warnings else value


def truth(text: str | None, known: Known) -> bool | Unknown:
    """Whether a condition is true or false on every run, whatever it reads besides."""
    tree = tree_of(text)
    return UNKNOWN if tree is None or text is None else _truth(text.strip()[1:], tree, known)


def tree_of(text: str | None) -> syntax.Node | None:
    """The tree of a FEEL text with its mark; None for anything else. Offsets are without the
    mark.
    """
    if text is None or not text.lstrip().startswith(FEEL_MARK):
        return None
    try:
        return parse(text.strip()[1:], (), BUILTIN_NAMES)
    except FeelError:
        return None


def _truth(feel: str, node: syntax.Node, known: Known) -> bool | Unknown:
    if isinstance(node, syntax.Logic):
        return _of_logic(node.operator, [_truth(feel, each, known) for each in node.operands])
    value = feel_constant(feel[node.start : node.end], known)
    return value if isinstance(value, bool) else UNKNOWN


def _of_logic(operator: str, found: list[bool | Unknown]) -> bool | Unknown:
    deciding = operator == "or"
    if deciding in found:
        return deciding
    return UNKNOWN if UNKNOWN in found else not deciding
