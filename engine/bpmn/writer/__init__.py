"""Editing a drawing in its file; what is not edited stays the same to the byte."""

from .fresh import fresh_drawing
from .pencil import Pencil
from .pieces import Piece
from .words import bpmn, extensions, mappings, properties, zeebe

__all__ = [
    "Pencil",
    "Piece",
    "bpmn",
    "extensions",
    "fresh_drawing",
    "mappings",
    "properties",
    "zeebe",
]
