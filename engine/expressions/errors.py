"""What FEEL raises.

    FeelError
    ├─ FeelSyntaxError    the text is no FEEL expression; says line and column
    ├─ BudgetExceeded     the evaluation asked for more than its budget allows
    └─ AssertionFailed    `assert(…)` found its condition not true

Everything else that goes wrong inside an expression is null with a warning, as the DMN
specification says (chapter 10: "…or null").
"""

from __future__ import annotations

from typing import Any

from ..errors import ProcflowError
from ..messages import Language, message


class FeelError(ProcflowError):
    """The expression cannot be used."""

    def __init__(self, key: str, **arguments: Any) -> None:
        super().__init__(message(key, "en", **arguments))
        self.key = key
        self.arguments = arguments

    def sentence(self, language: Language) -> str:
        return message(self.key, language, **self.arguments)


class FeelSyntaxError(FeelError):
    """The text is no FEEL expression.

    line, column: where it stops making sense, counted from 1. text: the whole expression.
    """

    def __init__(self, key: str, text: str, line: int, column: int, **arguments: Any) -> None:
        super().__init__(key, line=line, column=column, **arguments)
        self.text = text
        self.line = line
        self.column = column


class BudgetExceeded(FeelError):
    """The evaluation asked for more than its budget allows.

    budget: `steps`, `depth`, `list`, `string`, `text`, `tokens` or `size`. limit: the number
    that was passed.
    """

    def __init__(self, budget: str, limit: int) -> None:
        super().__init__(f"feel.budget-{budget}", limit=limit)
        self.budget = budget
        self.limit = limit


class AssertionFailed(FeelError):
    """`assert(value, condition, cause)` found its condition not true."""

    def __init__(self, cause: str | None) -> None:
        super().__init__("feel.assertion", cause=cause or "assert")
