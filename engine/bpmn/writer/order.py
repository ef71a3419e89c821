"""Where BPMN 2.0's schema wants a child among its siblings, as a rank."""

from __future__ import annotations

from ..elements import KINDS
from ..names import BPMN_DI, DI
from ..xml import namespace, plain

HEAD = {"documentation": 0, "extensionElements": 1, "auditing": 2, "monitoring": 2}
NODE = {**HEAD, "categoryValueRef": 3, "incoming": 4, "outgoing": 5}
ARTIFACTS = frozenset({"association", "textAnnotation", "group"})
LATER = 9


def in_node(name: str) -> int:
    """Among the children of a flow node: event definitions and loops come last."""
    return NODE.get(plain(name), LATER)


def in_scope(name: str) -> int:
    """Among the children of a process or sub-process: nodes, then flows, then notes."""
    local = plain(name)
    if local in NODE:
        return NODE[local]
    if local in KINDS:
        return LATER + 1
    return LATER + {"sequenceFlow": 2}.get(local, 3 if local in ARTIFACTS else 0)


def in_definitions(name: str) -> int:
    """Among the roots: diagrams come last."""
    return LATER if namespace(name) == BPMN_DI else 0


def in_plane(name: str) -> int:
    """Shapes before edges."""
    return LATER if plain(name) == "BPMNEdge" else 0


def in_edge(name: str) -> int:
    """Waypoints before the label."""
    return 0 if namespace(name) == DI else LATER


def in_lane(name: str) -> int:
    return {**HEAD, "flowNodeRef": 3}.get(plain(name), LATER)
