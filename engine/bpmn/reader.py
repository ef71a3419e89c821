"""A BPMN file -> a Drawing. Survives any file: what it cannot place, it keeps as unread."""

from __future__ import annotations

from ..errors import BadDrawing, Finding
from .artifacts import read_categories
from .collaboration import (
    read_artifacts,
    read_associations,
    read_message_flows,
    read_participants,
)
from .diagram import read_diagram
from .events import read_declarations, shared_definitions
from .identities import dangling_references, duplicate_ids, ids_with_lines, without_id
from .model import Drawing
from .names import BPMN, MODELER, shown
from .processes import read_process
from .structure import read_unread
from .xml import Node, children, line_of, local, parse_xml


def read_drawing(file: str, content: bytes) -> Drawing:
    """The drawing as typed values.

    Raises BadDrawing for what is no drawing at all: empty, too large, not XML, a DOCTYPE, not BPMN.
    Whatever else is wrong with it, the linter finds.
    """
    root = parse_xml(file, content)
    if root.tag != f"{{{BPMN}}}definitions":
        raise _not_bpmn(file, root)
    drawing = _drawing(file, root)
    read_unread(root, drawing)
    return drawing


def _drawing(file: str, root: Node) -> Drawing:
    ids = ids_with_lines(root)
    drawing = Drawing(
        file=file,
        participants=read_participants(root),
        message_flows=read_message_flows(root),
        artifacts=read_artifacts(root, read_categories(root)),
        associations=read_associations(root),
        diagram=read_diagram(root),
        platform_version=root.get(f"{{{MODELER}}}executionPlatformVersion"),
        platform=root.get(f"{{{MODELER}}}executionPlatform"),
        declarations=read_declarations(root),
        ids=ids,
        nameless=without_id(root),
        duplicates=duplicate_ids(root, ids),
        dangling=dangling_references(root, ids),
    )
    _add_processes(drawing, root)
    return drawing


def _add_processes(drawing: Drawing, root: Node) -> None:
    shared = shared_definitions(root)
    categories = read_categories(root)
    for node in children(root, BPMN):
        if local(node) == "process":
            process = read_process(node, drawing.declarations, shared, categories)
            drawing.processes.setdefault(process.id, process)


def _not_bpmn(file: str, root: Node) -> BadDrawing:
    return BadDrawing(
        Finding(
            rule="not-bpmn",
            severity="error",
            key="bpmn.not-bpmn",
            arguments={"file": file, "root": shown(str(root.tag))},
            file=file,
            line=line_of(root),
        )
    )
