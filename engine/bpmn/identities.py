"""Ids of a file: all of them, those given twice, those named but nowhere to be found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .attributes import identity, text_of
from .elements import KINDS
from .model import Duplicate, Reference, Unread
from .names import BPMN, reference, shown
from .xml import Node, attribute, line_of, local

REFERENCES = (
    "activityRef",
    "attachedToRef",
    "dataObjectRef",
    "dataStoreRef",
    "default",
    "errorRef",
    "escalationRef",
    "messageRef",
    "processRef",
    "signalRef",
    "sourceRef",
    "targetRef",
)
REFERRING = frozenset({"flowNodeRef", "eventDefinitionRef"})
MUST_HAVE_ID = frozenset({*KINDS, "sequenceFlow", "process"})
OTHER_MEANING = {"conversationLink", "relationship"}


def ids_with_lines(root: Node) -> dict[str, int]:
    found: dict[str, int] = {}
    for node in _identified(root):
        found.setdefault(attribute(node, "id"), line_of(node))
    return found


def duplicate_ids(root: Node, first_lines: Mapping[str, int]) -> tuple[Duplicate, ...]:
    seen: set[str] = set()
    found: list[Duplicate] = []
    for node in _identified(root):
        name = attribute(node, "id")
        if name in seen:
            found.append(Duplicate(id=name, line=line_of(node), first_line=first_lines[name]))
        seen.add(name)
    return tuple(found)


def without_id(root: Node) -> tuple[Unread, ...]:
    return tuple(
        Unread(shown(str(node.tag)), line_of(node), identity(node))
        for node in root.iter(f"{{{BPMN}}}*")
        if local(node) in MUST_HAVE_ID and not node.get("id")
    )


def dangling_references(root: Node, ids: Mapping[str, int]) -> tuple[Reference, ...]:
    return tuple(each for each in _references(root) if each.target not in ids)


def _references(root: Node) -> Iterator[Reference]:
    for node in root.iter(f"{{{BPMN}}}*"):
        if local(node) in REFERRING:
            yield from _reference(node, local(node), text_of(node), owner=node.getparent())
        elif local(node) not in OTHER_MEANING:
            for name in REFERENCES:
                yield from _reference(node, name, node.get(name), owner=node)


def _reference(
    node: Node, attribute: str, text: str | None, owner: Node | None
) -> Iterator[Reference]:
    target = reference(text)
    if target is not None and owner is not None:
        yield Reference(owner=_owner(owner), attribute=attribute, target=target, line=line_of(node))


def _owner(node: Node) -> str:
    """The id of the element, or of what it stands in if it has none itself."""
    here: Node | None = node
    while here is not None:
        if here.get("id") and not local(here).endswith("EventDefinition"):
            return attribute(here, "id")
        here = here.getparent()
    return identity(node)


def _identified(root: Node) -> Iterator[Node]:
    return (node for node in root.iter(f"{{{BPMN}}}*") if node.get("id"))
