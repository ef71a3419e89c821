"""What callers give as variables, made into JSON values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..errors import BadInput
from ..handler import write_json


def json_variables(variables: Mapping[str, Any] | None) -> dict[str, Any]:
    """Numbers, dates and dataclasses as JSON has them.

    Raises BadInput for what JSON cannot hold.
    """
    try:
        values: dict[str, Any] = write_json(dict(variables or {}))
    except (TypeError, ValueError) as problem:
        raise BadInput(f"Expected variables that are JSON values, but: {problem}") from problem
    return values
