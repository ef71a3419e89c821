"""What COLLECT makes of several outputs: `C+`, `C<`, `C>`, `C#` (DMN 1.5, 8.2.10)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..expressions.builtins import BUILTINS
from ..expressions.run import Run, Spot
from .model import Aggregation

FUNCTIONS = {
    Aggregation.SUM: "sum",
    Aggregation.MIN: "min",
    Aggregation.MAX: "max",
    Aggregation.COUNT: "count",
}


def aggregate(run: Run, spot: Spot, aggregation: Aggregation, outputs: Sequence[Any]) -> Any:
    """The aggregated value; null with a warning when the outputs do not fit."""
    return BUILTINS[FUNCTIONS[aggregation]].invoke(run, spot, [list(outputs)])
