"""Writing Camunda 8's extension elements, the vocabulary that procflow reads."""

from __future__ import annotations

from lxml import etree

from ..names import BPMN, ZEEBE
from ..xml import Node
from .layout import append, insert
from .vendor import EXTENSIONS

DOCUMENTATION = f"{{{BPMN}}}documentation"


def put(node: Node, name: str, /, **attributes: str | None) -> Node:
    """The extension element of this name, there already or new, with these attributes.

    An attribute that is None, or that it has already, is passed over.
    """
    found = _inside(_extension_elements(node), name)
    for attribute, value in attributes.items():
        if value is not None and attribute not in found.attrib:
            found.set(attribute, value)
    return found


def has(node: Node, name: str) -> bool:
    return node.find(f"{EXTENSIONS}/{{{ZEEBE}}}{name}") is not None


def put_mapping(node: Node, direction: str, source: str, target: str) -> None:
    """direction: `input` or `output`. source: as written, FEEL with its mark."""
    _add(put(node, "ioMapping"), direction, source=source, target=target)


def put_header(node: Node, key: str, value: str) -> None:
    _add(put(node, "taskHeaders"), "header", key=key, value=value)


def put_property(node: Node, name: str, value: str) -> None:
    _add(put(node, "properties"), "property", name=name, value=value)


def _add(holder: Node, name: str, /, **attributes: str) -> None:
    child = etree.Element(f"{{{ZEEBE}}}{name}", attributes)
    append(holder, child)


def _inside(holder: Node, name: str) -> Node:
    tag = f"{{{ZEEBE}}}{name}"
    found = holder.find(tag)
    if found is None:
        found = etree.Element(tag)
        append(holder, found)
    return found


def _extension_elements(node: Node) -> Node:
    """Where BPMN wants it: behind the documentation, before all else."""
    found = node.find(EXTENSIONS)
    if found is None:
        found = etree.Element(EXTENSIONS)
        insert(node, len(node.findall(DOCUMENTATION)), found)
    return found
