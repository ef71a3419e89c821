"""`procflow decide`: one decision of a DMN file, and the rules that explain it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..engine.decisions import Evaluation, RuleHit, load_model
from ..engine.expressions import Environment, to_json
from .answer import Answer, Block, Line, Table
from .base import argument, command, option
from .composition import build_calendar
from .desk import Desk
from .feel_warnings import warning_sentence, warning_value
from .parameters import Existing, JsonObject
from .screen import to_json as written


@command("decide")
@argument("file", type=Existing(folder=False))
@argument("decision")
@option("--input", "inputs", metavar="JSON", type=JsonObject())
@option("--explain", is_flag=True)
def decide(
    desk: Desk,
    file: Path,
    decision: str,
    inputs: Mapping[str, Any] | None,
    explain: bool,
) -> Answer:
    environment = Environment(now=desk.clock(), calendar=build_calendar(desk.settings))
    model = load_model(file)
    asked = model.evaluate if model.decides(decision) else model.invoke
    evaluation = asked(decision, inputs or {}, environment, from_json=True)
    value = {
        "value": to_json(evaluation.value),
        "warnings": [warning_value(each, desk.language) for each in evaluation.warnings],
        "rules": [_rule_value(hit) for hit in evaluation.rules],
    }
    return Answer(value, _blocks(desk, evaluation, explain=explain))


def _blocks(desk: Desk, evaluation: Evaluation, *, explain: bool) -> list[Block]:
    told: list[Block] = [Line(written(to_json(evaluation.value)), "strong")]
    told += [Line(warning_sentence(each, desk), "warning") for each in evaluation.warnings]
    if explain and evaluation.rules:
        headings = [desk.text(f"decide.{name}") for name in ("rule", "outputs", "annotation")]
        told.append(Table(headings, [_row(desk, hit) for hit in evaluation.rules]))
    return told


def _row(desk: Desk, hit: RuleHit) -> tuple[str, str, str]:
    because = desk.text("decide.because", rule=hit.rule, decision=hit.decision)
    return because, written(_outputs(hit)), hit.annotation


def _rule_value(hit: RuleHit) -> dict[str, Any]:
    return {
        "decision": hit.decision,
        "rule": hit.rule,
        "outputs": _outputs(hit),
        "annotation": hit.annotation,
    }


def _outputs(hit: RuleHit) -> dict[str, Any]:
    return {name: to_json(value) for name, value in hit.outputs.items()}
