"""`procflow explain`: why an instance waits."""

from __future__ import annotations

from .answer import Answer, Line
from .base import argument, command
from .desk import Desk


@command("explain")
@argument("instance")
def explain(desk: Desk, instance: str) -> Answer:
    explanation = desk.house.engine.instances.explain(instance, desk.language)
    return Answer(explanation.value, [Line(sentence) for sentence in explanation.sentences])
