"""A drawing in another engine's vocabulary -> the same drawing in ours."""

from __future__ import annotations

from lxml import etree

from ..names import BPMN, MODELER, ZEEBE
from ..reader import read_drawing
from ..xml import Node, parse_xml
from .bench import Bench
from .conversions import conversions
from .leftovers import sweep
from .messages import note_missing_keys
from .notes import Imported
from .vendor import SPACES

PLATFORM = f"{{{MODELER}}}executionPlatform"
PLATFORM_VERSION = f"{{{MODELER}}}executionPlatformVersion"
OURS = {"zeebe": ZEEBE, "modeler": MODELER}


def import_drawing(file: str, content: bytes) -> Imported:
    """The converted drawing, the forms made of fields drawn into it, and what is left to do.

    Picture, ids, labels, documentation and the extensions of vendors that are no engines stay as
    they are; so does everything that cannot be said in our vocabulary. A drawing that is in our
    vocabulary already is not changed. Raises BadDrawing for what is no drawing at all.
    """
    read_drawing(file, content)
    root = parse_xml(file, content)
    bench = Bench(root)
    _declare(root)
    for node in list(root.iter(f"{{{BPMN}}}*")):
        for convert in conversions(node):
            convert(bench, node)
    note_missing_keys(bench)
    sweep(bench)
    _declare(root)
    notes = sorted(bench.notes, key=lambda note: note.line)
    return Imported(content=_written(root), forms=bench.forms, notes=tuple(notes))


def _declare(root: Node) -> None:
    """Our namespaces at the top, and the platform; namespaces nobody uses any more go."""
    free = {name: space for name, space in OURS.items() if root.nsmap.get(name, space) == space}
    kept = [name for name, space in root.nsmap.items() if name and space not in SPACES]
    etree.cleanup_namespaces(root, top_nsmap=free, keep_ns_prefixes=[*kept, *free])
    if root.get(PLATFORM) != "Camunda Cloud":
        root.set(PLATFORM, "Camunda Cloud")
        root.set(PLATFORM_VERSION, "8.8.0")


def _written(root: Node) -> bytes:
    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8") + b"\n"
