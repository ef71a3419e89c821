"""Chosen procedures on disk, for commands that need no database, and where called processes are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from ..engine.procedure.folder import ProcedureFolder
from ..engine.procedure.law.library import Drawn, Library
from .desk import Desk
from .lenders import Lenders, lenders


class Shelf:
    """folders: the chosen ones, by path. Others are read only when a process is looked for."""

    def __init__(self, desk: Desk, folders: Mapping[Path, ProcedureFolder]) -> None:
        self.folders = folders
        self._desk = desk

    def find(self, process_id: str) -> Drawn | None:
        """A process of the chosen folders, else of those that lend theirs."""
        return self._chosen.find(process_id) or self._others.find(process_id)

    @cached_property
    def _chosen(self) -> Library:
        return Library(self.folders.values())

    @cached_property
    def _others(self) -> Lenders:
        return lenders(self._desk, self.folders)
