"""How values are written: by `string()`, in warnings, and in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from .numbers import shown
from .ranges import Range
from .run import Run
from .values import TEMPORAL, kind, native

PLAIN_KINDS = TEMPORAL | {"working time"}


def text(run: Run, value: Any) -> str:
    """The value as `string()` writes it. Uses up steps by its size."""
    return value if type(value) is str else written(run, value)


def written(run: Run, value: Any) -> str:
    """The value as FEEL would read it again, as far as it can; strings in quotes."""
    run.spend(6)
    if type(value) is str:
        run.string_of(len(value))
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if value is None or type(value) is bool:
        return {None: "null", True: "true", False: "false"}[value]
    if type(value) is Decimal:
        run.string_of(abs(value.adjusted()))
        return shown(value)
    return _composed(run, value)


def _composed(run: Run, value: Any) -> str:
    if type(value) is list:
        return "[" + ", ".join(written(run, native(item)) for item in value) + "]"
    if isinstance(value, Mapping):
        return "{" + ", ".join(_entry(run, key, value[key]) for key in value) + "}"
    if isinstance(value, Range):
        return _range(run, value)
    return str(value) if kind(value) in PLAIN_KINDS else kind(value)


def _entry(run: Run, key: Any, value: Any) -> str:
    name = str(key)
    shown_name = name if name and name.replace(" ", "_").isidentifier() else written(run, name)
    return f"{shown_name}: {written(run, native(value))}"


def _range(run: Run, value: Range) -> str:
    if value.operator:
        end = value.high if value.operator.startswith("<") else value.low
        return f"{value.operator} {written(run, end)}"
    opening = "[" if value.low_included else "("
    closing = "]" if value.high_included else ")"
    return f"{opening}{written(run, value.low)}..{written(run, value.high)}{closing}"
