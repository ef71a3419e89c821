"""Putting nodes into a file and taking them out, with the line breaks a person would leave."""

from __future__ import annotations

from ..xml import Node

STEP = "  "


def append(parent: Node, child: Node) -> None:
    insert(parent, len(parent), child)


def insert(parent: Node, place: int, child: Node) -> None:
    """Indented as its neighbours are; a file without indentation gets none."""
    indentation = _of_children(parent)
    if indentation is not None:
        child.tail = indentation if place < len(parent) else _before(parent)
        if place:
            parent[place - 1].tail = indentation
        else:
            parent.text = indentation
    parent.insert(place, child)


def remove(node: Node) -> None:
    """What follows the node moves up."""
    parent, before = node.getparent(), node.getprevious()
    if parent is None:
        return
    if node.getnext() is None and before is not None:
        before.tail = node.tail
    elif node.getnext() is None:
        parent.text = None
    parent.remove(node)


def _of_children(parent: Node) -> str | None:
    if len(parent):
        return parent.text if _is_break(parent.text) else None
    outside = _before(parent)
    return None if outside is None else outside + STEP


def _before(node: Node) -> str | None:
    """The line break and blanks that stand before a node."""
    previous, parent = node.getprevious(), node.getparent()
    text = previous.tail if previous is not None else parent.text if parent is not None else None
    return text if _is_break(text) else None


def _is_break(text: str | None) -> bool:
    return text is not None and "\n" in text and not text.strip()
