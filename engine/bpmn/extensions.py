"""Camunda 8's extension elements (`zeebe:`) of one element, as typed values."""

from __future__ import annotations

from collections.abc import Mapping

from .attributes import attributes_of, extension
from .model import (
    Assignment,
    CalledDecision,
    CalledProcess,
    JobDefinition,
    Script,
    VariableMapping,
)
from .names import ZEEBE
from .xml import Node, children, line_of, local


def read_job(node: Node) -> JobDefinition | None:
    found = extension(node, "taskDefinition")
    if found is None:
        return None
    return JobDefinition(
        type=found.get("type") or "",
        line=line_of(found),
        retries=found.get("retries"),
        headers=_headers(node),
    )


def _headers(node: Node) -> dict[str, str]:
    holder = extension(node, "taskHeaders")
    each = () if holder is None else children(holder, ZEEBE)
    return {header.get("key") or "": header.get("value") or "" for header in each}


def read_assignment(node: Node) -> Assignment:
    who = values_of(node, "assignmentDefinition")
    when = values_of(node, "taskSchedule")
    return Assignment(
        assignee=who.get("assignee"),
        candidate_groups=who.get("candidateGroups"),
        candidate_users=who.get("candidateUsers"),
        due_date=when.get("dueDate"),
        follow_up_date=when.get("followUpDate"),
        priority=values_of(node, "priorityDefinition").get("priority"),
    )


def read_form_id(node: Node) -> str | None:
    return values_of(node, "formDefinition").get("formId")


def read_script(node: Node) -> Script | None:
    found = extension(node, "script")
    if found is None:
        return None
    return Script(
        expression=found.get("expression") or "",
        result_variable=found.get("resultVariable") or "",
        line=line_of(found),
    )


def read_called_process(node: Node) -> CalledProcess | None:
    found = extension(node, "calledElement")
    if found is None:
        return None
    return CalledProcess(
        process_id=found.get("processId") or "",
        line=line_of(found),
        propagate_all_parent_variables=found.get("propagateAllParentVariables") != "false",
        propagate_all_child_variables=found.get("propagateAllChildVariables") != "false",
        binding=found.get("bindingType") or "latest",
        version_tag=found.get("versionTag"),
    )


def read_called_decision(node: Node) -> CalledDecision | None:
    found = extension(node, "calledDecision")
    if found is None:
        return None
    return CalledDecision(
        decision_id=found.get("decisionId") or "",
        result_variable=found.get("resultVariable") or "",
        line=line_of(found),
        binding=found.get("bindingType") or "latest",
        version_tag=found.get("versionTag"),
    )


def read_mappings(node: Node, direction: str) -> tuple[VariableMapping, ...]:
    """The `input` or `output` mappings, in document order: later ones see what earlier ones set."""
    holder = extension(node, "ioMapping")
    each = () if holder is None else children(holder, ZEEBE)
    return tuple(_mapping(mapping) for mapping in each if local(mapping) == direction)


def _mapping(node: Node) -> VariableMapping:
    return VariableMapping(node.get("source") or "", node.get("target") or "", line_of(node))


def read_version_tag(node: Node) -> str | None:
    return values_of(node, "versionTag").get("value")


def read_active_elements(node: Node) -> str | None:
    return values_of(node, "adHoc").get("activeElementsCollection")


def values_of(node: Node, name: str) -> Mapping[str, str]:
    """The attributes of a `zeebe:` extension element; nothing if it is not there."""
    found = extension(node, name)
    return {} if found is None else attributes_of(found)
