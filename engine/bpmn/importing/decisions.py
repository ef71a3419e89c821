"""Business rule tasks that ask a decision."""

from __future__ import annotations

from ..xml import Node
from .bench import Bench
from .bindings import take_binding
from .untranslatable import Untranslatable
from .vendor import peek, take
from .zeebe import has, put

WITHOUT_NAME = "decisionResult"
"""What Camunda 7 calls a result that has no variable of its own."""
SAME_RESULT = ("singleEntry", "collectEntries")
"""A value, or a list of values: what a decision gives here too."""


def convert(bench: Bench, node: Node) -> None:
    if peek(node, "decisionRef") is None or has(node, "calledDecision"):
        return
    binding = take_binding(bench, node, "decisionRef")
    decision = None if binding is None else bench.taken(node, "decisionRef")
    if binding is None or decision is None:
        bench.pass_over(node, "resultVariable", "mapDecisionResult")
        return
    result = _result(bench, node)
    put(node, "calledDecision", decisionId=decision, resultVariable=result, **binding)


def _result(bench: Bench, node: Node) -> str:
    result = peek(node, "resultVariable")
    mapped = peek(node, "mapDecisionResult") or "resultList"
    if mapped not in SAME_RESULT:
        why = Untranslatable("decision-result", mapping=mapped)
        bench.leave(node, why, what="mapDecisionResult", text=mapped)
    take(node, "resultVariable")
    take(node, "mapDecisionResult")
    return result or WITHOUT_NAME
