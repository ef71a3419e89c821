"""The folders whose processes procedures call: beside them, below the settings', or shipped."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from ..engine.procedure.folder import ProcedureFolder
from ..engine.procedure.law.library import Drawn, Library
from .desk import Desk
from .folders import called_first, is_procedure, procedures, read

READ = os.R_OK | os.X_OK


class Lenders:
    """Reads what lies around procedures' folders once. Of two processes, the nearer counts."""

    def __init__(self, own: Collection[Path], roots: Sequence[Path]) -> None:
        homes = {each.resolve() for each in own}
        paths = dict.fromkeys(each.resolve() for each in _around(own, roots))
        self._folders = {each: read(each) for each in paths if each not in homes}
        self._home: dict[str, Path] = {}
        for each, folder in self._folders.items():
            for process in folder.processes:
                self._home.setdefault(process, each)
        self._library = Library(self._folders.values())

    def find(self, process_id: str) -> Drawn | None:
        return self._library.find(process_id)

    def of(self, *folders: ProcedureFolder) -> dict[Path, ProcedureFolder]:
        """The folders of all processes they call, at any depth; called ones first."""
        found: dict[Path, ProcedureFolder] = {}
        waiting = list(folders)
        while waiting:
            for process in _called(waiting.pop()):
                home = self._home.get(process)
                if home is not None and home not in found:
                    found[home] = self._folders[home]
                    waiting.append(found[home])
        return called_first(found)


def lent(desk: Desk, folders: Mapping[Path, ProcedureFolder]) -> dict[Path, ProcedureFolder]:
    """What has to be there for the folders besides themselves; called ones first."""
    return lenders(desk, folders).of(*folders.values())


def lenders(desk: Desk, own: Collection[Path]) -> Lenders:
    """Around some folders, and below those of the settings."""
    return Lenders(own, [desk.settings.path(each) for each in desk.settings.processes])


def _around(own: Collection[Path], roots: Sequence[Path]) -> Iterator[Path]:
    for path in own:
        yield from _beside(path.resolve())
    for root in roots:
        if root.exists():
            yield from procedures(root)
    shipped = Path(str(files("procflow.processes"))) / "lib"
    if shipped.is_dir():
        yield shipped


def _beside(own: Path) -> Iterator[Path]:
    home = own.parent if own.is_dir() else own.parent.parent
    beside = (each for each in sorted(home.glob("*")) if each.is_dir())
    return (each for each in beside if os.access(each, READ) and is_procedure(each))


def _called(folder: ProcedureFolder) -> Iterator[str]:
    for process in folder.processes.values():
        for element in process.elements.values():
            if element.called is not None:
                yield element.called.process_id
