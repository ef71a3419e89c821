"""What every part of an expression gave: the data behind `procflow feel --explain`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .environment import Environment
from .expression import compile_expression, special_names
from .run import Spot

MAX_PARTS = 1_000


class Part(NamedTuple):
    """One evaluation of one part of an expression."""

    line: int
    column: int
    source: str
    value: Any


def explain(
    text: str, context: Mapping[str, Any], environment: Environment | None = None
) -> list[Part]:
    """Each part of the expression with the value it gave, in the order of evaluation.

    The whole expression comes last. A part within an iteration or a function is listed once for
    every time it was evaluated; after 1,000 parts the middle is left out. Raises as
    `compile_expression` and `Expression.evaluate` do.
    """
    parts: list[Part] = []

    def note(spot: Spot, value: Any) -> None:
        if len(parts) >= MAX_PARTS:
            parts.pop()
        parts.append(Part(*spot.place, spot.source, value))

    compile_expression(text, special_names(context), trace=note).evaluate(context, environment)
    return parts
