"""Reading the other engines' attributes and extension elements, whatever prefix the file uses."""

from __future__ import annotations

from collections.abc import Iterator

from ..names import BPMN, IMPORTABLE, PREFIXES
from ..xml import Node, local, namespace
from .layout import remove

SPACES = tuple(space for space, prefix in PREFIXES.items() if prefix in IMPORTABLE)
EXTENSIONS = f"{{{BPMN}}}extensionElements"


def is_vendor(name: object) -> bool:
    """Whether a tag or attribute name in Clark's notation is another engine's."""
    return isinstance(name, str) and namespace(name) in SPACES


def full_name(node: Node, name: str) -> str | None:
    """The attribute's name in Clark's notation, if the node has it."""
    return next((found for space in SPACES if (found := f"{{{space}}}{name}") in node.attrib), None)


def peek(node: Node, name: str) -> str | None:
    """The value of another engine's attribute."""
    found = full_name(node, name)
    return None if found is None else node.get(found)


def take(node: Node, name: str) -> str | None:
    """The value of another engine's attribute, which the node then has no more."""
    found = full_name(node, name)
    return None if found is None else str(node.attrib.pop(found))


def extras(node: Node, *names: str) -> Iterator[Node]:
    """The other engines' extension elements with these names."""
    for holder in node.iterchildren(EXTENSIONS):
        yield from inner(holder, *names)


def inner(node: Node, *names: str) -> Iterator[Node]:
    """The other engines' elements directly inside; all of them if no name is given."""
    found = [each for each in node.iterchildren("*") if is_vendor(each.tag)]
    return (each for each in found if not names or local(each) in names)


def holds_any(node: Node, *names: str) -> bool:
    return next(inner(node, *names), None) is not None


def discard(node: Node) -> None:
    """Take out an extension element; an empty holder goes with it."""
    holder = node.getparent()
    remove(node)
    if holder is not None and holder.tag == EXTENSIONS and len(holder) == 0:
        remove(holder)
