"""Event definitions of a node, and the messages, signals, errors and escalations they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .attributes import extension, identity, referred, text_in, text_of, truth
from .model import Declaration, EventDefinition, EventKind
from .names import BPMN, reference
from .xml import Node, children, line_of, local

DECLARED = {
    "message": EventKind.MESSAGE,
    "signal": EventKind.SIGNAL,
    "error": EventKind.ERROR,
    "escalation": EventKind.ESCALATION,
}
DEFINITIONS = {f"{kind}EventDefinition": kind for kind in EventKind if kind is not EventKind.NONE}
TIMERS = {"timeDate": "date", "timeDuration": "duration", "timeCycle": "cycle"}
MESSAGE_TASKS = ("receiveTask", "sendTask")

Declarations = Mapping[str, Declaration]
Shared = Mapping[str, Node]
"""Event definitions that stand beside the processes, by id."""


def read_declarations(root: Node) -> dict[str, Declaration]:
    found: dict[str, Declaration] = {}
    for node in children(root, BPMN):
        if local(node) in DECLARED:
            found.setdefault(identity(node), _declaration(node))
    return found


def _declaration(node: Node) -> Declaration:
    subscription = extension(node, "subscription")
    return Declaration(
        id=identity(node),
        kind=DECLARED[local(node)],
        name=node.get("name") or None,
        line=line_of(node),
        code=node.get(f"{local(node)}Code") or None,
        key=None if subscription is None else subscription.get("correlationKey"),
    )


def shared_definitions(root: Node) -> dict[str, Node]:
    nodes = (node for node in children(root, BPMN) if local(node) in DEFINITIONS)
    return {identity(node): node for node in nodes}


def read_events(
    node: Node, declarations: Declarations, shared: Shared
) -> tuple[EventDefinition, ...]:
    """The event definitions of an event; of a send or receive task, its message."""
    if local(node) in MESSAGE_TASKS:
        return _message_of_activity(node, declarations)
    return tuple(_definition(each, declarations) for each in _definitions(node, shared))


def read_shared_event(
    referred_to: str | None, declarations: Declarations, shared: Shared
) -> EventDefinition | None:
    """An event definition that stands beside the processes; None when there is no such."""
    there = shared.get(referred_to or "")
    return None if there is None else _definition(there, declarations)


def _message_of_activity(node: Node, declarations: Declarations) -> tuple[EventDefinition, ...]:
    if node.get("messageRef") is None:
        return ()
    return (_referring(node, EventKind.MESSAGE, declarations),)


def _definitions(node: Node, shared: Shared) -> Iterator[Node]:
    for child in children(node, BPMN):
        if local(child) in DEFINITIONS:
            yield child
        elif local(child) == "eventDefinitionRef":
            there = shared.get(reference(text_of(child)) or "")
            if there is not None:
                yield there


def _definition(node: Node, declarations: Declarations) -> EventDefinition:
    kind = DEFINITIONS[local(node)]
    if kind in DECLARED.values():
        return _referring(node, kind, declarations)
    if kind is EventKind.TIMER:
        return _timer(node)
    if kind is EventKind.COMPENSATE:
        return _compensate(node)
    return EventDefinition(kind=kind, line=line_of(node), value=_own_value(node, kind))


def _referring(node: Node, kind: EventKind, declarations: Declarations) -> EventDefinition:
    refers_to = referred(node, f"{kind}Ref")
    declared = declarations.get(refers_to or "")
    if declared is None or declared.kind is not kind:
        return EventDefinition(kind=kind, line=line_of(node), refers_to=refers_to)
    value = declared.code if kind in (EventKind.ERROR, EventKind.ESCALATION) else declared.name
    return EventDefinition(
        kind=kind, line=line_of(node), value=value, key=declared.key, refers_to=refers_to
    )


def _timer(node: Node) -> EventDefinition:
    for child in children(node, BPMN):
        if local(child) in TIMERS:
            return EventDefinition(
                kind=EventKind.TIMER,
                line=line_of(node),
                value=text_of(child) or None,
                timer=TIMERS[local(child)],
            )
    return EventDefinition(kind=EventKind.TIMER, line=line_of(node))


def _compensate(node: Node) -> EventDefinition:
    return EventDefinition(
        kind=EventKind.COMPENSATE,
        line=line_of(node),
        value=referred(node, "activityRef"),
        wait_for_completion=truth(node, "waitForCompletion", True),
    )


def _own_value(node: Node, kind: EventKind) -> str | None:
    if kind is EventKind.CONDITIONAL:
        return text_in(node, "condition") or None
    return node.get("name") or None if kind is EventKind.LINK else None
