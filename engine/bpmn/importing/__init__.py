"""Drawings of Camunda 7, Operaton, Flowable and Activiti into our vocabulary."""

from __future__ import annotations

from .importer import import_drawing
from .notes import Imported, Note

__all__ = ["Imported", "Note", "import_drawing"]
