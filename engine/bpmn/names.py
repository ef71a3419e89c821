"""Namespaces of the vocabulary, and how a name from the file is shown to people."""

from __future__ import annotations

from .xml import namespace, plain

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
XML = "http://www.w3.org/XML/1998/namespace"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
ZEEBE = "http://camunda.org/schema/zeebe/1.0"
CAMUNDA = "http://camunda.org/schema/1.0/bpmn"
MODELER = "http://camunda.org/schema/modeler/1.0"

PREFIXES = {
    BPMN: "bpmn",
    ZEEBE: "zeebe",
    CAMUNDA: "camunda",
    "http://operaton.org/schema/1.0/bpmn": "operaton",
    "http://flowable.org/bpmn": "flowable",
    "http://activiti.org/bpmn": "activiti",
}

IMPORTABLE = ("camunda", "operaton", "flowable", "activiti")
"""Vocabularies that say how to execute, and that `procflow import` translates into ours."""


def shown(name: str) -> str:
    """`{http://…}taskDefinition` as `zeebe:taskDefinition`, whatever prefix the file uses."""
    space = namespace(name)
    return f"{PREFIXES[space]}:{plain(name)}" if space in PREFIXES else name


def reference(text: str | None) -> str | None:
    """An id referred to, without the prefix some tools write before it."""
    return text.strip().rpartition(":")[2] or None if text else None
