"""`procflow feel`: one expression."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..engine.expressions import Environment, FeelWarning, Part, compile_expression, to_json
from ..engine.expressions import explain as explained
from ..engine.messages import Language
from .answer import Answer, Block, Line, Table
from .base import argument, command, option
from .composition import build_calendar
from .desk import Desk
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
        "warnings": [_warning_value(each, desk.language) for each in evaluation.warnings],
        **({"parts": [_part_value(each) for each in parts]} if explain else {}),
    }
    return Answer(value, list(_blocks(desk, value["value"], evaluation.warnings, parts)))


def _blocks(
    desk: Desk, value: Any, warnings: tuple[FeelWarning, ...], parts: list[Part]
) -> list[Block]:
    told: list[Block] = [Line(written(value), "strong")]
    told += [Line(_warning_sentence(each, desk), "warning") for each in warnings]
    if parts:
        headings = [desk.text(f"feel.{name}") for name in ("place", "part", "value")]
        rows = [(_place(each), each.source, written(to_json(each.value))) for each in parts]
        told.append(Table(headings, rows))
    return told


def _place(part: Part | FeelWarning) -> str:
    return f"{part.line}:{part.column}"


def _warning_sentence(warning: FeelWarning, desk: Desk) -> str:
    sentence = warning.message(desk.language)
    return desk.text(
        "feel.warning", place=_place(warning), part=warning.expression, sentence=sentence
    )


def _warning_value(warning: FeelWarning, language: Language) -> dict[str, Any]:
    return {
        "line": warning.line,
        "column": warning.column,
        "part": warning.expression,
        "message": warning.message(language),
    }


def _part_value(part: Part) -> dict[str, Any]:
    return {
        "line": part.line,
        "column": part.column,
        "part": part.source,
        "value": to_json(part.value),
    }
