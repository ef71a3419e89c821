"""Reading single values off a node of the file."""

from __future__ import annotations

from .names import BPMN, ZEEBE, reference
from .xml import Node, content_of, line_of, local


def identity(node: Node) -> str:
    """The id; for a node without one, a name made of its place, which a rule reports."""
    return node.get("id") or f"{local(node)}@{line_of(node)}"


def attributes_of(node: Node) -> dict[str, str]:
    return {str(name): str(value) for name, value in node.attrib.items()}


def truth(node: Node, name: str, default: bool) -> bool:
    value = node.get(name)
    return default if value is None else value.strip() in ("true", "1")


def whole(node: Node, name: str, default: int) -> int:
    value = (node.get(name) or "").strip()
    return int(value) if is_whole(value) else default


def is_whole(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10


def text_in(node: Node, name: str) -> str | None:
    """The text of a BPMN child element, without the blanks around it; None if there is none."""
    child = node.find(f"{{{BPMN}}}{name}")
    return None if child is None else text_of(child)


def text_of(node: Node) -> str:
    """The text in a node, without the blanks around it."""
    return content_of(node).strip()


def referred(node: Node, name: str) -> str | None:
    return reference(node.get(name))


def extension(node: Node, name: str) -> Node | None:
    """The `zeebe:` extension element of a BPMN element."""
    return node.find(f"{{{BPMN}}}extensionElements/{{{ZEEBE}}}{name}")


def documentation(node: Node) -> str:
    texts = (text_of(child) for child in node.iterfind(f"{{{BPMN}}}documentation"))
    return "\n".join(text for text in texts if text)


def properties(node: Node) -> dict[str, str]:
    """`zeebe:properties`, by name."""
    found = node.iterfind(f"{{{BPMN}}}extensionElements/{{{ZEEBE}}}properties/{{{ZEEBE}}}property")
    return {each.get("name") or "": each.get("value") or "" for each in found}
