"""JSON as text (Camunda)."""

from __future__ import annotations

import json
from typing import Any

from ..errors import BudgetExceeded
from ..json_values import to_json
from ..numbers import number
from ..run import Run
from ..values import native
from .registry import Overload, Unfit, feel


@feel("to json(value: any)", 50)
def to_json_text(run: Run, value: Any) -> str:
    """The value as JSON; see `to_json` for what becomes of dates and numbers."""
    written = json.dumps(_paid(run, value), ensure_ascii=False, separators=(",", ":"))
    run.spend(len(written) >> 2)
    run.string_of(len(written))
    return written


def _paid(run: Run, value: Any) -> Any:
    """The JSON value; what is too large for the steps that are left ends as they do."""
    try:
        return to_json(value, run.left >> 2)
    except BudgetExceeded as exceeded:
        if exceeded.budget == "size":
            run.spend(run.left + 1)
        raise


@feel("from json(value: string)", 50)
def from_json_text(run: Run, value: str) -> Any:
    """The value of a JSON text. Unfit for anything else."""
    run.spend(len(value))
    try:
        return native(json.loads(value, parse_float=number, parse_int=number))
    except ValueError:
        raise Unfit("feel.not-convertible", value=value[:40]) from None


JSON_TEXT: tuple[Overload, ...] = (to_json_text, from_json_text)
