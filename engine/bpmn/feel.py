"""What the linter asks of FEEL: can it be read, and which variables does it read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..expressions import FeelError, FeelSyntaxError, compile_expression


@dataclass(frozen=True, slots=True)
class Reading:
    """variables: the names it takes from outside itself. error: why it cannot be read."""

    variables: frozenset[str] = frozenset()
    error: FeelError | None = None

    @property
    def column(self) -> int:
        """Of what is wrong, counted from 1."""
        return self.error.column if isinstance(self.error, FeelSyntaxError) else 1


def read_feel(text: str, known: Collection[str]) -> Reading:
    try:
        return Reading(variables=compile_expression(text, known).variables)
    except FeelError as error:
        return Reading(error=error)
