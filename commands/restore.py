"""`procflow restore`: a backup in the place of an SQLite database."""

from __future__ import annotations

from pathlib import Path

from ..engine.errors import BadConfiguration
from ..engine.storage.backup import copy_file, must_be_possible
from .answer import Answer, Line
from .base import argument, command
from .database_files import beside, engine_file, stores_file
from .desk import Desk
from .parameters import Existing
from .words import shown


@command("restore")
@argument("file", type=Existing(folder=False))
def restore(desk: Desk, file: Path) -> Answer:
    place = engine_file(desk.settings)
    if place is None:
        raise BadConfiguration(desk.text("backup.by-pg-dump"))
    copies = {place: file}
    if stores := stores_file(desk.settings):
        copies[stores] = beside(file)
    for to, source in copies.items():
        must_be_possible(source, to)
    for to, source in copies.items():
        copy_file(source, to)
    lines = [Line(desk.text("restore.done", file=shown(to)), "good") for to in copies]
    return Answer({"files": [str(to) for to in copies]}, lines)
