"""Procedures on disk, read for commands that need no database, and where called processes are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

from ..engine.procedure.folder import ProcedureFolder, read_procedure
from ..engine.procedure.law.library import Drawn, Library
from ..engine.runtime.sources import files_of
from .folders import is_procedure, procedures

READ = os.R_OK | os.X_OK


class Shelf:
    """folders: the chosen ones, by path. Others are read only when a process is looked for."""

    def __init__(self, paths: Sequence[Path], roots: Sequence[Path]) -> None:
        self.folders = {path: read(path) for path in paths}
        self._roots = roots

    def find(self, process_id: str) -> Drawn | None:
        """A process of the chosen folders, of those beside them, or of the settings' folders."""
        return self._chosen.find(process_id) or self._others.find(process_id)

    @cached_property
    def _chosen(self) -> Library:
        return Library(self.folders.values())

    @cached_property
    def _others(self) -> Library:
        paths = dict.fromkeys((*self._beside(), *self._below_roots()))
        return Library(read(path) for path in paths if path not in self.folders)

    def _beside(self) -> Iterator[Path]:
        for path in self.folders:
            home = path.resolve().parent if path.is_dir() else path.resolve().parent.parent
            folders = (each for each in sorted(home.iterdir()) if each.is_dir())
            yield from (each for each in folders if os.access(each, READ) and is_procedure(each))

    def _below_roots(self) -> Iterator[Path]:
        for root in self._roots:
            if root.exists():
                yield from procedures(root)


def read(path: Path) -> ProcedureFolder:
    return read_procedure(files_of(path))
