"""Notes, groups and the dotted lines that tie them: for people, without effect on a run."""

from __future__ import annotations

from .attributes import identity, referred, text_in
from .model import Artifact, Association
from .names import BPMN
from .xml import Node, line_of, local

ARTIFACTS = frozenset({"textAnnotation", "group"})
Categories = dict[str, str]
"""The names of category values, by id: what a group is called."""


def read_categories(root: Node) -> Categories:
    values = root.iterfind(f"{{{BPMN}}}category/{{{BPMN}}}categoryValue")
    return {identity(value): value.get("value") or "" for value in values}


def read_artifact(node: Node, scope: str, categories: Categories) -> Artifact:
    kind = local(node)
    category = categories.get(referred(node, "categoryValueRef") or "", "")
    return Artifact(
        id=identity(node),
        kind=kind,
        text=category if kind == "group" else text_in(node, "text") or "",
        scope=scope,
        line=line_of(node),
    )


def read_association(node: Node) -> Association:
    return Association(
        id=identity(node),
        source=referred(node, "sourceRef") or "",
        target=referred(node, "targetRef") or "",
        line=line_of(node),
    )
