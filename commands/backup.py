"""`procflow backup`: a copy of an SQLite database while everything goes on."""

from __future__ import annotations

from pathlib import Path

import click

from ..engine.errors import BadConfiguration
from ..engine.storage.backup import copy_file
from .answer import Answer, Line
from .base import argument, command
from .database_files import beside, engine_file, stores_file
from .desk import Desk
from .words import shown


@command("backup")
@argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(desk: Desk, file: Path) -> Answer:
    """The stores after the engine: what was done outside after the engine's copy is then known to
    them, and is not done twice when the engine asks again.
    """
    if engine_file(desk.settings) is None:
        raise BadConfiguration(desk.text("backup.by-pg-dump"))
    sizes = {file: desk.house.engine.backup(file)}
    if stores := stores_file(desk.settings):
        sizes[beside(file)] = copy_file(stores, beside(file))
    lines = [
        Line(desk.text("backup.done", file=shown(name), size=size // 1024), "good")
        for name, size in sizes.items()
    ]
    value = {"files": [{"file": str(name), "bytes": size} for name, size in sizes.items()]}
    return Answer(value, lines)
