"""Which procedures a person means by the paths they give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from .desk import Desk

FACTS = "procedure.toml"


def chosen_paths(desk: Desk, paths: Sequence[Path]) -> list[Path]:
    """The procedures below the paths, else below the folders of the settings.

    A procedure is a folder with drawings or facts in it; a drawing may also be given alone.
    """
    roots = list(paths) or [desk.settings.path(each) for each in desk.settings.processes]
    found = [procedure for root in roots for procedure in procedures(root)]
    if not found:
        named = ", ".join(str(root) for root in roots)
        raise click.UsageError(desk.text("error.no-procedures", paths=named))
    return found


def procedures(root: Path) -> Iterator[Path]:
    """The procedure folders at or below a folder, the shared ones (`lib`) first."""
    if root.is_file() or _is_procedure(root):
        yield root
        return
    inside = (each for each in root.iterdir() if each.is_dir() and not each.name.startswith("."))
    for each in sorted(inside, key=lambda folder: (folder.name != "lib", folder.name)):
        yield from procedures(each)


def _is_procedure(folder: Path) -> bool:
    return (folder / FACTS).is_file() or any(folder.glob("*.bpmn"))
