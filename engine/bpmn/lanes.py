"""Lanes, nested ones after the lane they lie in."""

from __future__ import annotations

from .attributes import identity, text_of
from .model import Lane
from .names import BPMN, reference
from .xml import Node, children, line_of


def read_lanes(process: Node) -> tuple[Lane, ...]:
    found: list[Lane] = []
    waiting: list[tuple[Node, str | None]] = [(node, None) for node in _lanes(process, "laneSet")]
    while waiting:
        node, parent = waiting.pop(0)
        found.append(_lane(node, parent))
        waiting.extend((inner, identity(node)) for inner in _lanes(node, "childLaneSet"))
    return tuple(found)


def _lanes(node: Node, holder: str) -> list[Node]:
    return node.findall(f"{{{BPMN}}}{holder}/{{{BPMN}}}lane")


def _lane(node: Node, parent: str | None) -> Lane:
    members = (
        reference(text_of(child))
        for child in children(node, BPMN)
        if child.tag == f"{{{BPMN}}}flowNodeRef"
    )
    return Lane(
        id=identity(node),
        name=node.get("name"),
        line=line_of(node),
        elements=tuple(member for member in members if member),
        parent=parent,
    )
