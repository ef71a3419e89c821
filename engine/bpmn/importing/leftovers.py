"""What is left of the other engines' vocabulary: without a meaning here, or without a place."""

from __future__ import annotations

from ..attributes import attributes_of
from ..xml import Node, local, plain
from .bench import Bench, speaking
from .untranslatable import Untranslatable
from .vendor import is_vendor

ASYNC, PRIORITY, RETENTION, PAGES = "async", "job-priority", "retention", "pages"
TEMPLATE, FILTER = "template", "condition-filter"

DROPPED = {
    "async": ASYNC,
    "asyncBefore": ASYNC,
    "asyncAfter": ASYNC,
    "asynchronousLeave": ASYNC,
    "exclusive": ASYNC,
    "jobPriority": PRIORITY,
    "taskPriority": PRIORITY,
    "historyTimeToLive": RETENTION,
    "isStartableInTasklist": PAGES,
    "formFieldValidation": PAGES,
    "modelerTemplate": TEMPLATE,
    "modelerTemplateVersion": TEMPLATE,
    "diagramRelationId": TEMPLATE,
    "variableName": FILTER,
    "variableEvents": FILTER,
}
"""Attributes that do not change what a drawing means, with the reason that is told."""

DEFAULTS = {name: "true" if name == "exclusive" else "false" for name in DROPPED}
"""What needs no word."""

LEFT = {
    "executionListener": "listener",
    "taskListener": "listener",
    "eventListener": "listener",
    "initiator": "initiator",
    "candidateStarterGroups": "starters",
    "candidateStarterUsers": "starters",
    "potentialStarter": "starters",
    "errorCodeVariable": "error-variable",
    "errorMessageVariable": "error-variable",
    "errorMessage": "error-variable",
    "escalationCodeVariable": "error-variable",
    "errorEventDefinition": "error-mapping",
    "connector": "connector",
    "calledElementTenantId": "tenant",
    "decisionRefTenantId": "tenant",
    "variableMappingClass": "variable-mapping",
    "variableMappingDelegateExpression": "variable-mapping",
    "resource": "resource",
    "skipExpression": "skip",
    "businessCalendarName": "calendar",
}
"""Why attributes and elements stay; others are not known."""


def sweep(bench: Bench) -> None:
    """Takes out what is dropped, and notes whatever stays and has not been noted."""
    dropped: dict[tuple[Node, str], list[str]] = {}
    for node in list(bench.root.iter("*")):
        _sweep_attributes(bench, node, dropped)
        if _is_outermost(node) and not bench.is_left(node):
            why = Untranslatable(f"left.{LEFT.get(local(node), 'unknown')}")
            bench.leave(node, why, text=_said(node))
    for (owner, reason), texts in dropped.items():
        bench.mention(
            owner, Untranslatable(f"dropped.{reason}"), what=_names(texts), text=", ".join(texts)
        )


def _sweep_attributes(bench: Bench, node: Node, dropped: dict[tuple[Node, str], list[str]]) -> None:
    for name in [str(each) for each in node.attrib if is_vendor(each)]:
        short, value = plain(name), node.get(name) or ""
        if short in DROPPED:
            node.attrib.pop(name)
            if value != DEFAULTS[short]:
                key = (speaking(node), DROPPED[short])
                dropped.setdefault(key, []).append(f"{short}={value}")
        elif not bench.is_left(node, name):
            why = Untranslatable(f"left.{LEFT.get(short, 'unknown')}")
            bench.leave(node, why, what=name, text=value)


def _names(texts: list[str]) -> str:
    return ", ".join(text.partition("=")[0] for text in texts)


def _is_outermost(node: Node) -> bool:
    around = node.getparent()
    return is_vendor(node.tag) and (around is None or not is_vendor(around.tag))


def _said(node: Node) -> str:
    """The element's attributes and text in one line."""
    attributes = (f"{plain(name)}={value}" for name, value in attributes_of(node).items())
    text = "".join(str(each) for each in node.itertext("*")).strip()
    return " ".join((*attributes, text)).strip()
