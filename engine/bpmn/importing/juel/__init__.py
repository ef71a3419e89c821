"""JUEL, the expression language of Camunda 7 and its kin, into FEEL: the page of public names."""

from __future__ import annotations

from .errors import JuelError
from .operators import Scope
from .translation import (
    Translated,
    is_expression,
    translate_condition,
    translate_list,
    translate_value,
)

__all__ = [
    "JuelError",
    "Scope",
    "Translated",
    "is_expression",
    "translate_condition",
    "translate_list",
    "translate_value",
]
