"""A drawing that is written from nothing."""

from __future__ import annotations

from collections.abc import Iterable

from ..names import BPMN, BPMN_DI, DC, DI, MODELER, XSI, ZEEBE
from .pieces import USUAL_PREFIXES, Manner, Piece
from .words import bpmn

SPACES = (BPMN, BPMN_DI, DC, DI, XSI, ZEEBE, MODELER)
VERSION = "8.8.0"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def fresh_drawing(identity: str, target: str, roots: Iterable[Piece]) -> bytes:
    """The file of a drawing with these roots, without a picture. target: its namespace."""
    prefixes = {space: USUAL_PREFIXES[space] for space in SPACES}
    declared = {f"xmlns:{prefix}": space for space, prefix in prefixes.items()}
    attributes = {
        **declared,
        "id": identity,
        "targetNamespace": target,
        f"{{{MODELER}}}executionPlatform": "Camunda Cloud",
        f"{{{MODELER}}}executionPlatformVersion": VERSION,
    }
    whole = Piece(bpmn("definitions"), attributes, tuple(roots))
    return (DECLARATION + Manner(prefixes, "\n", "  ").written(whole, "") + "\n").encode()
