"""`procflow level`: the level each procedure reaches, what holds it back, and the share of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ..engine.procedure.level.level import Level
from ..engine.procedure.level.measure import measure
from .answer import FINDINGS, FINE, Answer, Block, Line
from .base import argument, command, option
from .desk import Desk
from .folders import chosen_folders
from .ladder import ladder, level_value
from .ladder_markdown import as_markdown
from .parameters import Day, Existing
from .share_table import share_blocks, shares_value
from .shelf import Shelf

Measured = list[tuple[Path, Level]]


@command("level")
@argument("paths", nargs=-1, metavar="[PATH]…", type=Existing())
@option("--as-of", "day", metavar="DATE", type=Day())
@option("--markdown", is_flag=True)
def level(desk: Desk, paths: tuple[Path, ...], day: date | None, markdown: bool) -> Answer:
    measured = measure_all(desk, paths, day or desk.clock().date())
    levels = [each for _, each in measured]
    value = {
        "procedures": [level_value(path, each, desk.language) for path, each in measured],
        "shares": shares_value(levels),
    }
    code = FINE if all(each.is_as_declared for each in levels) else FINDINGS
    told = as_markdown(measured, desk.language) if markdown else _blocks(desk, measured)
    return Answer(value, told, code)


def measure_all(desk: Desk, paths: Sequence[Path], day: date) -> Measured:
    """The level of each procedure below the paths; folders of called processes have none."""
    shelf = Shelf(desk, chosen_folders(desk, paths))
    published = {path for path, folder in shelf.folders.items() if folder.facts is not None}
    return [
        (path, measure(folder, day, shelf.find))
        for path, folder in shelf.folders.items()
        if path in published or not published
    ]


def _blocks(desk: Desk, measured: Measured) -> list[Block]:
    blocks: list[Block] = []
    for path, each in measured:
        blocks += [*ladder(path, each, desk.language), Line("")]
    if len(measured) > 1:
        return [*blocks, *share_blocks(measured, desk.language)]
    return blocks[:-1]
