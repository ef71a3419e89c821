"""Loading a model with the models it imports."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..errors import BadDrawing, Refused
from . import model
from .graph import Graph
from .notes import Notes
from .reader import Draft, read_draft


def load_graph(file: str, files: Mapping[str, bytes]) -> Graph:
    """The graph of `file`; imported models are found among `files` by their namespace.

    Raises Refused with all findings, BadDrawing for what is no XML.
    """
    wanted = read_draft(file, files[file])
    beside = (_readable(name, content) for name, content in files.items() if name != file)
    known = {each.definitions.namespace: each for each in beside if each is not None}
    return _Loader({**known, wanted.definitions.namespace: wanted}).graph(wanted)


def _readable(file: str, content: bytes) -> Draft | None:
    """A file that may be imported; what is no DMN cannot be, and is told of where it is loaded."""
    try:
        return read_draft(file, content)
    except (BadDrawing, Refused):
        return None


def files_beside(path: Path) -> dict[str, bytes]:
    """The DMN files of the folder a model lies in."""
    return {each.name: each.read_bytes() for each in sorted(path.parent.glob("*.dmn"))}


class _Loader:
    def __init__(self, known: Mapping[str, Draft]) -> None:
        self._known = known
        self._graphs: dict[str, Graph] = {}

    def graph(self, draft: Draft, around: tuple[str, ...] = ()) -> Graph:
        definitions, namespace = draft.definitions, draft.definitions.namespace
        if namespace not in self._graphs:
            within = (*around, namespace)
            imports = {
                each.namespace: self.graph(self._imported(definitions, each, within), within)
                for each in definitions.imports
            }
            self._graphs[namespace] = Graph(definitions, imports, draft.findings)
        return self._graphs[namespace]

    def _imported(
        self, definitions: model.Definitions, wanted: model.Import, around: tuple[str, ...]
    ) -> Draft:
        notes = Notes(definitions.file)
        if wanted.namespace not in self._known:
            notes.add("error", "decisions.import-unknown", wanted.line, None, name=wanted.name)
        elif wanted.namespace in around:
            notes.add("error", "decisions.import-cycle", wanted.line, None, name=wanted.name)
        if notes.findings:
            raise Refused(notes.findings)
        return self._known[wanted.namespace]
