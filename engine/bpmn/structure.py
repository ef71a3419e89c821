"""Holds a file against the grammar: what stands where it has no meaning becomes `unread`."""

from __future__ import annotations

from collections.abc import Iterator

from .attributes import attributes_of, identity, is_whole
from .elements import KINDS
from .grammar import (
    ATTRIBUTES,
    BASE_ATTRIBUTES,
    CHILDREN,
    COUNTS,
    DOCUMENTS,
    NOT_LOOKED_INTO,
    ONCE,
    TOOL_ATTRIBUTES,
    VALUES,
    ZEEBE_ATTRIBUTES,
    ZEEBE_CHILDREN,
    ZEEBE_OWNERS,
)
from .model import Drawing, Unread
from .names import BPMN, BPMN_DI, CAMUNDA, MODELER, XML, XSI, ZEEBE, shown
from .xml import Node, line_of, local, namespace, plain

OWNING = frozenset({*KINDS, "process", "sequenceFlow"})

TOOL_NAMESPACES = frozenset({MODELER, XSI, XML})


def read_unread(root: Node, drawing: Drawing) -> None:
    """Puts each unread thing at the element it belongs to, else at the drawing."""
    by_owner: dict[str, list[Unread]] = {}
    for each in unread_in(root):
        by_owner.setdefault(each.owner or "", []).append(each)
    for process in drawing.processes.values():
        process.unread = _taken(by_owner, process.id, *process.flows)
        for element in process.elements.values():
            element.unread = _taken(by_owner, element.id)
    drawing.unread = _taken(by_owner, *list(by_owner))


def _taken(by_owner: dict[str, list[Unread]], *owners: str) -> tuple[Unread, ...]:
    found = (each for owner in owners for each in by_owner.pop(owner, ()))
    return tuple(sorted(found, key=lambda each: each.line))


def unread_in(root: Node) -> Iterator[Unread]:
    """Depth first by a stack; what is unread itself is not looked into."""
    waiting: list[tuple[Node, str | None]] = [(root, None)]
    while waiting:
        node, outer = waiting.pop()
        owner = identity(node) if _owns(node) else outer
        yield from (Unread(what, line_of(node), owner) for what in _odd_attributes(node))
        told: set[str] = set()
        for child in _looked_at(node):
            again = _is_told(child, told)
            if _may_stand(child, node) and not again:
                waiting.append((child, owner))
            else:
                yield Unread(shown(str(child.tag)), line_of(child), owner, again)


def _owns(node: Node) -> bool:
    return local(node) in OWNING and namespace(str(node.tag)) == BPMN


def _looked_at(node: Node) -> Iterator[Node]:
    only_extensions = _is_document(node)
    return (
        child
        for child in node.iterchildren("*")
        if local(child) == "extensionElements"
        or not (only_extensions or namespace(str(child.tag)) == BPMN_DI)
    )


def _is_document(node: Node) -> bool:
    return local(node) in NOT_LOOKED_INTO and namespace(str(node.tag)) == BPMN


def _may_stand(child: Node, parent: Node) -> bool:
    space, name = namespace(str(child.tag)), local(child)
    if local(parent) == "extensionElements":
        return space == ZEEBE and _carrier(parent) in ZEEBE_OWNERS.get(name, ())
    if namespace(str(parent.tag)) == ZEEBE:
        return space == ZEEBE and name in ZEEBE_CHILDREN.get(local(parent), ())
    return space == BPMN and (name in DOCUMENTS or name in CHILDREN.get(local(parent), ()))


def _is_told(child: Node, told: set[str]) -> bool:
    """Whether it stands for something that has been told; it is told now."""
    meaning = ONCE.get(str(child.tag))
    if meaning is None:
        return False
    again = meaning in told
    told.add(meaning)
    return again


def _carrier(extension_elements: Node) -> str:
    carrier = extension_elements.getparent()
    return "" if carrier is None else local(carrier)


def _odd_attributes(node: Node) -> Iterator[str]:
    if _is_document(node):
        return
    for name, value in attributes_of(node).items():
        if not _knows(node, name):
            yield f"{shown(str(node.tag))}@{shown(name)}"
        elif not _fits(name, value):
            yield f'{shown(str(node.tag))}@{shown(name)}="{value[:40]}"'


def _knows(node: Node, name: str) -> bool:
    space = namespace(name)
    if space:
        noted = space in (ZEEBE, CAMUNDA) and plain(name) in TOOL_ATTRIBUTES
        return noted or space in TOOL_NAMESPACES
    if namespace(str(node.tag)) == ZEEBE:
        return name in ZEEBE_ATTRIBUTES.get(local(node), ())
    return name in BASE_ATTRIBUTES or name in ATTRIBUTES.get(local(node), ())


def _fits(name: str, value: str) -> bool:
    if name in COUNTS:
        return is_whole(value.strip())
    return name not in VALUES or value.strip() in VALUES[name]
