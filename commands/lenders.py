"""The folders whose processes a procedure calls: beside it, below the settings', or shipped."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from ..engine.procedure.folder import ProcedureFolder
from ..engine.procedure.law.library import Drawn, Library
from .folders import called_first, is_procedure, procedures
from .shelf import READ, read


class Lenders:
    """Reads what lies around a procedure's folder once. Of two processes, the nearer counts."""

    def __init__(self, path: Path, roots: Sequence[Path]) -> None:
        own = path.resolve()
        paths = dict.fromkeys(each.resolve() for each in _around(own, roots))
        self._folders = {each: read(each) for each in paths if each != own}
        self._home: dict[str, Path] = {}
        for each, folder in self._folders.items():
            for process in folder.processes:
                self._home.setdefault(process, each)
        self._library = Library(self._folders.values())

    def find(self, process_id: str) -> Drawn | None:
        return self._library.find(process_id)

    def of(self, folder: ProcedureFolder) -> list[Path]:
        """The folders of all processes it calls, at any depth; called ones first."""
        found: dict[Path, None] = {}
        waiting = [folder]
        while waiting:
            for process in _called(waiting.pop()):
                home = self._home.get(process)
                if home is not None and home not in found:
                    found[home] = None
                    waiting.append(self._folders[home])
        return called_first(list(found))


def _around(own: Path, roots: Sequence[Path]) -> Iterator[Path]:
    home = own.parent if own.is_dir() else own.parent.parent
    beside = (each for each in sorted(home.glob("*")) if each.is_dir())
    yield from (each for each in beside if os.access(each, READ) and is_procedure(each))
    for root in roots:
        if root.exists():
            yield from procedures(root)
    shipped = Path(str(files("procflow.processes"))) / "lib"
    if shipped.is_dir():
        yield shipped


def _called(folder: ProcedureFolder) -> Iterator[str]:
    for process in folder.processes.values():
        for element in process.elements.values():
            if element.called is not None:
                yield element.called.process_id
