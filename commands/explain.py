"""`procflow explain`: why an instance waits."""

from __future__ import annotations

from ..engine.runtime.explain import Explanation
from .answer import Answer, Block, Line
from .base import argument, command
from .desk import Desk


@command("explain")
@argument("instance")
def explain(desk: Desk, instance: str) -> Answer:
    explanation = desk.house.engine.instances.explain(instance, desk.language)
    return Answer(explanation.value, _blocks(desk, explanation))


def _blocks(desk: Desk, explanation: Explanation) -> list[Block]:
    waits = [wait.sentence for wait in explanation.waits]
    return [
        Line(explanation.opening, "strong"),
        *(Line(suspension, "warning") for suspension in explanation.suspensions),
        *(Line(trouble, "bad") for trouble in explanation.troubles),
        *(Line(f"· {sentence}") for sentence in waits),
        *(Line(warning, "warning") for warning in explanation.warnings),
        *_proof(desk, explanation.proof),
    ]


def _proof(desk: Desk, proof: tuple[str, ...]) -> list[Line]:
    if not proof:
        return []
    return [Line(desk.text("explain.proof"), "strong"), *(Line(f"  {line}") for line in proof)]
