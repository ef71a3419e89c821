"""`procflow feel`: one expression."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..engine.expressions import Environment, compile_expression, to_json
from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .parameters import JsonObject
from .screen import to_json as shown


@command("feel")
@argument("expression")
@option("--context", metavar="FILE", type=JsonObject())
@option("--explain", is_flag=True)
def feel(desk: Desk, expression: str, context: Mapping[str, Any] | None, explain: bool) -> Answer:
    variables = context or {}
    compiled = compile_expression(expression.removeprefix("="), names=tuple(variables))
    evaluation = compiled.evaluate(variables, Environment(now=desk.clock()))
    value = to_json(evaluation.value)
    warnings = [warning.sentence(desk.language) for warning in evaluation.warnings]
    return Answer(
        {"value": value, "warnings": warnings},
        [Line(shown(value)), *(Line(warning, "warning") for warning in warnings)],
    )
