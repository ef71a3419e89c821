"""Bytes from outside -> an XML tree that cannot do harm.

No DOCTYPE, no entities, nothing fetched, no processing instruction followed; size and depth are
capped (depth by libxml2: 256). Drawings and decision tables are read through here alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from ..errors import BadDrawing, Finding

Node: TypeAlias = etree._Element

LARGEST = 5_000_000
"""Bytes. The largest drawing known to us, two thousand elements with a picture, has 1.5 million."""

DOCTYPE_BYTES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


def parse_xml(file: str, content: bytes) -> Node:
    """The root. Raises BadDrawing for what is empty, too large, not XML or has a DOCTYPE."""
    if not content.strip():
        raise _bad(file, "empty")
    if len(content) > LARGEST:
        raise _bad(file, "too-large", size=len(content), largest=LARGEST)
    root = _parsed(file, content)
    if root.getroottree().docinfo.internalDTD is not None:
        raise _bad(file, "doctype", line=1)
    return root


def _parsed(file: str, content: bytes) -> Node:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if any(mark in content for mark in DOCTYPE_BYTES):
            raise _bad(file, "doctype", line=1) from None
        raise _bad(file, "not-xml", line=error.lineno, why=_why(error)) from None


def _why(error: etree.XMLSyntaxError) -> str:
    return " ".join((error.msg or "no element").split())[:200]


def _bad(file: str, what: str, line: int | None = None, **arguments: object) -> BadDrawing:
    return BadDrawing(
        Finding(
            rule=what,
            severity="error",
            key=f"bpmn.{what}",
            arguments={"file": file, **arguments},
            file=file,
            line=line or None,
        )
    )


def local(node: Node) -> str:
    """The tag without its namespace."""
    return plain(str(node.tag))


def plain(name: str) -> str:
    """A tag or attribute name in Clark's notation without its namespace."""
    return name.rpartition("}")[2]


def namespace(name: str) -> str:
    """The namespace of a tag or attribute name in Clark's notation; empty if there is none."""
    return name[1:].partition("}")[0] if name.startswith("{") else ""


def children(node: Node, space: str) -> Iterator[Node]:
    """The child elements in a namespace; comments and the like are passed over."""
    return node.iterchildren("{" + space + "}*")


def line_of(node: Node) -> int:
    line = node.sourceline
    return line if isinstance(line, int) else 0


def content_of(node: Node) -> str:
    """The text in a node as it stands there, without the XML comments in it."""
    return "".join(str(part) for part in node.itertext("*"))


def attribute(node: Node, name: str) -> str:
    """An attribute that is known to be there."""
    return node.get(name) or ""
