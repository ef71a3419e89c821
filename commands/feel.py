"""`procflow feel`: one expression."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..engine.expressions import Environment, FeelWarning, Part, compile_expression, to_json
from ..engine.expressions import explain as explained
from .answer import Answer, Block, Line, Table
from .base import argument, command, option
from .composition import build_calendar
from .desk import Desk
from .feel_warnings import place, warning_sentence, warning_value
from .parameters import JsonObject
from .screen import to_json as written


@command("feel")
@argument("expression")
@option("--context", metavar="FILE", type=JsonObject())
@option("--explain", is_flag=True)
def feel(desk: Desk, expression: str, context: Mapping[str, Any] | None, explain: bool) -> Answer:
    variables = context or {}
    text = expression.removeprefix("=")
    environment = Environment(now=desk.clock(), calendar=build_calendar(desk.settings))
    evaluation = compile_expression(text, variables).evaluate(variables, environment)
    parts = explained(text, variables, environment) if explain else []
    value = {
        "value": to_json(evaluation.value),
        "warnings": [warning_value(each, desk.language) for each in evaluation.warnings],
        **({"parts": [_part_value(each) for each in parts]} if explain else {}),
    }
    return Answer(value, list(_blocks(desk, value["value"], evaluation.warnings, parts)))


def _blocks(
    desk: Desk, value: Any, warnings: tuple[FeelWarning, ...], parts: list[Part]
) -> list[Block]:
    told: list[Block] = [Line(written(value), "strong")]
    told += [Line(warning_sentence(each, desk), "warning") for each in warnings]
    if parts:
        headings = [desk.text(f"feel.{name}") for name in ("place", "part", "value")]
        rows = [(place(each), each.source, written(to_json(each.value))) for each in parts]
        told.append(Table(headings, rows))
    return told


def _part_value(part: Part) -> dict[str, Any]:
    return {
        "line": part.line,
        "column": part.column,
        "part": part.source,
        "value": to_json(part.value),
    }
