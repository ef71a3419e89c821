"""What the linter asks of FEEL: can it be read, what does it read, is it always the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from ..expressions import (
    Environment,
    Expression,
    FeelError,
    FeelSyntaxError,
    compile_expression,
)

SOME_DAY = Environment(now=datetime(2026, 3, 2, tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Reading:
    """expression: None when it cannot be read, for the reason `error`."""

    expression: Expression | None = None
    error: FeelError | None = None

    @property
    def variables(self) -> frozenset[str]:
        """The names it takes from outside itself."""
        return frozenset() if self.expression is None else self.expression.variables

    @property
    def column(self) -> int:
        """Of what is wrong, counted from 1."""
        return self.error.column if isinstance(self.error, FeelSyntaxError) else 1

    @property
    def is_constant(self) -> bool:
        return self.expression is not None and not self.expression.variables

    @property
    def value(self) -> Any:
        """Of a constant one; None when it has none."""
        assert self.expression is not None  # noqa: S101 - it is constant
        try:
            return self.expression.evaluate({}, SOME_DAY).value
        except FeelError:
            return None


def read_feel(text: str, known: Collection[str]) -> Reading:
    try:
        return Reading(compile_expression(text, known))
    except FeelError as error:
        return Reading(error=error)
