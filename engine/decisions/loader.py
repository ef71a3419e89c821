"""Loading a model with the models it imports."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..errors import Refused
from . import model
from .graph import Graph
from .notes import Notes
from .reader import read_definitions


def load_graph(file: str, files: Mapping[str, bytes]) -> Graph:
    """The graph of `file`; imported models are found among `files` by their namespace.

    Raises Refused with all findings, BadDrawing for what is no XML.
    """
    definitions = {name: read_definitions(name, content) for name, content in files.items()}
    return _Loader({each.namespace: each for each in definitions.values()}).graph(definitions[file])


def files_beside(path: Path) -> dict[str, bytes]:
    """The DMN files of the folder a model lies in."""
    return {each.name: each.read_bytes() for each in sorted(path.parent.glob("*.dmn"))}


class _Loader:
    def __init__(self, known: Mapping[str, model.Definitions]) -> None:
        self._known = known
        self._graphs: dict[str, Graph] = {}

    def graph(self, definitions: model.Definitions, around: tuple[str, ...] = ()) -> Graph:
        namespace = definitions.namespace
        if namespace in self._graphs:
            return self._graphs[namespace]
        imports = {
            each.namespace: self.graph(
                self._imported(definitions, each, around), (*around, namespace)
            )
            for each in definitions.imports
        }
        self._graphs[namespace] = Graph(definitions, imports)
        return self._graphs[namespace]

    def _imported(
        self, definitions: model.Definitions, wanted: model.Import, around: tuple[str, ...]
    ) -> model.Definitions:
        notes = Notes(definitions.file)
        if wanted.namespace not in self._known:
            notes.add("error", "decisions.import-unknown", wanted.line, None, name=wanted.name)
        elif wanted.namespace in (*around, definitions.namespace):
            notes.add("error", "decisions.import-cycle", wanted.line, None, name=wanted.name)
        if notes.findings:
            raise Refused(notes.findings)
        return self._known[wanted.namespace]
