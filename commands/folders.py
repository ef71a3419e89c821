"""Which procedures a person means by the paths they give, and in which order they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import click

from ..engine.procedure.folder import ProcedureFolder, read_procedure
from ..engine.runtime.sources import files_of
from .desk import Desk

FACTS = "procedure.toml"


def chosen_folders(desk: Desk, paths: Sequence[Path]) -> dict[Path, ProcedureFolder]:
    """The procedures below the paths, else below the folders of the settings; called ones first.

    A procedure is a folder with drawings or facts in it; a drawing may also be given alone.
    """
    roots = list(paths) or [desk.settings.path(each) for each in desk.settings.processes]
    found = {
        procedure: read(procedure)
        for root in roots
        if root.exists()
        for procedure in procedures(root)
    }
    if not found:
        named = ", ".join(str(root) for root in roots)
        raise click.UsageError(desk.text("error.no-procedures", paths=named))
    return called_first(found)


def procedures(root: Path) -> Iterator[Path]:
    """The procedure folders at or below a folder; a file is itself."""
    if root.is_file() or is_procedure(root):
        yield root
        return
    for each in sorted(root.iterdir()):
        if each.is_dir() and not each.name.startswith("."):
            yield from procedures(each)


def is_procedure(folder: Path) -> bool:
    """Whether a folder holds drawings or facts of its own."""
    return (folder / FACTS).is_file() or any(folder.glob("*.bpmn"))


def called_first(folders: Mapping[Path, ProcedureFolder]) -> dict[Path, ProcedureFolder]:
    """A procedure whose processes others call comes before them."""
    home = {process: path for path, folder in folders.items() for process in folder.processes}
    needs = {path: _called_paths(folder, home) - {path} for path, folder in folders.items()}
    try:
        return {path: folders[path] for path in TopologicalSorter(needs).static_order()}
    except CycleError:
        return dict(folders)


def _called_paths(folder: ProcedureFolder, home: dict[str, Path]) -> set[Path]:
    elements = (e for process in folder.processes.values() for e in process.elements.values())
    called = (e.called.process_id for e in elements if e.called)
    return {home[each] for each in called if each in home}


def read(path: Path) -> ProcedureFolder:
    return read_procedure(files_of(path))


def count_files(paths: Iterable[Path]) -> int:
    return sum(len(files_of(path)) for path in paths)
