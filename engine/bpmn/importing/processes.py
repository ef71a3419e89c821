"""What a process says of itself."""

from __future__ import annotations

from ..xml import Node
from .bench import Bench
from .untranslatable import Untranslatable
from .vendor import take
from .zeebe import put

EXECUTABLE_UNSAID = ("http://activiti.org/bpmn", "http://flowable.org/bpmn")
"""Vocabularies of engines that execute a process which does not say whether it is executable."""


def convert(bench: Bench, node: Node) -> None:
    tag = take(node, "versionTag")
    if tag:
        put(node, "versionTag", value=tag)
    if node.get("isExecutable") is None and bench.spaces.intersection(EXECUTABLE_UNSAID):
        node.set("isExecutable", "true")
        bench.mention(node, Untranslatable("executable"), what="isExecutable")
