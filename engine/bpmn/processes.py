"""One `bpmn:process` -> a Process, with everything nested in it, without recursion."""

from __future__ import annotations

from collections.abc import Iterator

from .artifacts import ARTIFACTS, Categories, read_artifact, read_association
from .attributes import documentation, identity, properties, referred, text_in, truth
from .elements import KINDS, read_element
from .events import Declarations, Shared
from .extensions import read_version_tag
from .lanes import read_lanes
from .model import (
    SCOPES,
    DataReference,
    EventKind,
    Kind,
    Process,
    SequenceFlow,
)
from .names import BPMN
from .xml import Node, children, line_of, local

DATA = frozenset(
    {
        "dataObject",
        "dataObjectReference",
        "dataStoreReference",
        "dataInputAssociation",
        "dataOutputAssociation",
        "property",
    }
)

HOLDERS = frozenset({"process", *SCOPES})


def read_process(
    node: Node, declarations: Declarations, shared: Shared, categories: Categories
) -> Process:
    process = Process(
        id=identity(node),
        name=node.get("name"),
        line=line_of(node),
        executable=truth(node, "isExecutable", False),
        lanes=read_lanes(node),
        properties=properties(node),
        version_tag=read_version_tag(node),
        documentation=documentation(node),
    )
    for child, scope in _within(node):
        _add(process, child, scope, declarations, shared)
        if local(child) in ARTIFACTS:
            artifact = read_artifact(child, scope, categories)
            process.artifacts = (*process.artifacts, artifact)
    _note_compensation(process)
    return process


def _within(process: Node) -> Iterator[tuple[Node, str]]:
    """Everything drawn in the process with the scope it lies in, in document order."""
    waiting = [_placed(process)]
    while waiting:
        child, scope = next(waiting[-1], (None, ""))
        if child is None:
            waiting.pop()
            continue
        yield child, scope
        if local(child) in KINDS:
            waiting.append(_placed(child))


def _placed(holder: Node) -> Iterator[tuple[Node, str]]:
    scope = identity(holder)
    holds_all = local(holder) in HOLDERS
    each = children(holder, BPMN)
    return ((child, scope) for child in each if holds_all or local(child) in DATA)


def _add(
    process: Process, node: Node, scope: str, declarations: Declarations, shared: Shared
) -> None:
    name = local(node)
    if name in KINDS:
        element = read_element(node, scope, declarations, shared)
        if element.id != process.id:  # it would lie in itself; told as a duplicate id
            process.elements.setdefault(element.id, element)
    elif name == "sequenceFlow":
        flow = _flow(node, scope)
        process.flows.setdefault(flow.id, flow)
    elif name == "association":
        process.associations = (*process.associations, read_association(node))
    elif name in DATA:
        process.references = (*process.references, _data(node, scope))


def _flow(node: Node, scope: str) -> SequenceFlow:
    return SequenceFlow(
        id=identity(node),
        name=node.get("name"),
        source=referred(node, "sourceRef") or "",
        target=referred(node, "targetRef") or "",
        scope=scope,
        line=line_of(node),
        condition=text_in(node, "conditionExpression"),
    )


def _data(node: Node, scope: str) -> DataReference:
    return DataReference(
        id=identity(node),
        kind=local(node),
        name=node.get("name"),
        scope=scope,
        line=line_of(node),
    )


def _note_compensation(process: Process) -> None:
    """A dotted line from a compensation event on an activity's border says who undoes it."""
    for line in process.associations:
        for event, handler in ((line.source, line.target), (line.target, line.source)):
            host = _host_of_compensation(process, event)
            if host in process.elements and handler in process.elements:
                process.elements[host].compensated_by = handler


def _host_of_compensation(process: Process, element_id: str) -> str:
    element = process.elements.get(element_id)
    if element is None or element.kind is not Kind.BOUNDARY_EVENT:
        return ""
    return element.attached_to or "" if element.event.kind is EventKind.COMPENSATE else ""
