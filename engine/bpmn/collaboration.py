"""Pools and the messages drawn between them: documentation of who talks to whom."""

from __future__ import annotations

from .artifacts import ARTIFACTS, Categories, read_artifact, read_association
from .attributes import identity, referred
from .model import Artifact, Association, MessageFlow, Participant
from .names import BPMN
from .xml import Node, line_of

HOLDERS = ("collaboration", "choreography", "globalConversation")


def read_participants(root: Node) -> tuple[Participant, ...]:
    return tuple(
        Participant(
            id=identity(node),
            name=node.get("name"),
            line=line_of(node),
            process=referred(node, "processRef"),
        )
        for node in _inside(root, "participant")
    )


def read_message_flows(root: Node) -> tuple[MessageFlow, ...]:
    return tuple(
        MessageFlow(
            id=identity(node),
            name=node.get("name"),
            source=referred(node, "sourceRef") or "",
            target=referred(node, "targetRef") or "",
            line=line_of(node),
        )
        for node in _inside(root, "messageFlow")
    )


def read_artifacts(root: Node, categories: Categories) -> tuple[Artifact, ...]:
    found = (node for name in sorted(ARTIFACTS) for node in _inside(root, name))
    return tuple(read_artifact(node, "", categories) for node in found)


def read_associations(root: Node) -> tuple[Association, ...]:
    return tuple(read_association(node) for node in _inside(root, "association"))


def _inside(root: Node, name: str) -> list[Node]:
    return [
        node for holder in HOLDERS for node in root.findall(f"{{{BPMN}}}{holder}/{{{BPMN}}}{name}")
    ]
