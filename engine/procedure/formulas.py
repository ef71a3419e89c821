"""FEEL texts inside facts, forms and notices: read once, asked often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..expressions import Environment, Expression, compile_expression, to_json
from ..expressions.errors import FeelError


def formula(text: str) -> Expression:
    """The expression of a FEEL text with or without its leading `=`.

    Raises FeelError when it cannot be read.
    """
    return compile_expression(text.strip().removeprefix("="))


def fault(text: str) -> FeelError | None:
    """Why a FEEL text cannot be read, or None."""
    try:
        formula(text)
    except FeelError as error:
        return error
    return None


def holds(text: str, variables: Mapping[str, Any], environment: Environment) -> bool:
    """Whether a condition is true; what is neither true nor false is not true."""
    return formula(text).evaluate(variables, environment).value is True


def value_of(text: str, variables: Mapping[str, Any], environment: Environment) -> Any:
    """The JSON value of a FEEL text."""
    return to_json(formula(text).evaluate(variables, environment).value)
