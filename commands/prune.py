"""`procflow prune`: take away what of ended instances is not needed any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from ..engine.errors import BadInput
from ..engine.model.archive import Ages, Due
from .answer import Answer, Block, Line, Table
from .base import command, option
from .desk import Desk
from .progress import bar
from .words import moment, shown

OTHERS = "*"


@command("prune")
@option("--process", metavar="PROCESS", help="command.option.of-process")
@option("--older-than", type=click.IntRange(0), metavar="DAYS")
@option("--archive", "file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@option("--dry-run", is_flag=True)
@option("--as", "person", metavar="WHO")
def prune(
    desk: Desk,
    process: str | None,
    older_than: int | None,
    file: Path | None,
    dry_run: bool,
    person: str | None,
) -> Answer:
    ages = _ages(desk, process, older_than, into_file=file is not None)
    archive = desk.house.engine.archive
    due = archive.due(ages, into_file=file is not None)
    if dry_run or not due:
        return _answer(desk, due, "would", done=False)
    with bar(desk, sum(each.instances for each in due), "prune.at-work") as progress:
        gone = archive.prune(ages, desk.actor(person), into=file, progress=progress)
    key = "archived" if file else "done"
    return _answer(desk, gone, key, done=True, file="" if file is None else shown(file))


def _ages(desk: Desk, process: str | None, older_than: int | None, *, into_file: bool) -> Ages:
    """As asked for, else as the settings say. Raises BadInput when nobody says anything."""
    if older_than is not None:
        age = timedelta(days=older_than)
        return Ages(otherwise=age) if process is None else Ages(of={process: age})
    told = dict(_told(desk, into_file=into_file))
    if not told:
        raise BadInput(desk.text("prune.no-age"))
    otherwise = told.pop(OTHERS, None)
    if process is None:
        return Ages(of=told, otherwise=otherwise)
    age_of_one = told.get(process, otherwise)
    return Ages(of={} if age_of_one is None else {process: age_of_one})


def _told(desk: Desk, *, into_file: bool) -> Iterator[tuple[str, timedelta | None]]:
    for name, each in desk.settings.retention.items():
        days = each.history if into_file else each.details
        yield name, timedelta(days=days) if days else None


def _answer(desk: Desk, dues: Sequence[Due], key: str, *, done: bool, file: str = "") -> Answer:
    value: dict[str, Any] = {
        "done": done,
        "file": file or None,
        "processes": [
            {"process": each.process_id, "before": each.before, "instances": each.instances}
            for each in dues
        ],
    }
    if not dues:
        return Answer(value, [Line(desk.text("prune.none"), "good")])
    headings = [desk.text(f"prune.{name}") for name in ("process", "before", "instances")]
    rows = [
        (each.process_id, moment(each.before, desk.language), str(each.instances)) for each in dues
    ]
    number = sum(each.instances for each in dues)
    told = Line(desk.text(f"prune.{key}", number=number, file=file), "good" if done else "warning")
    blocks: list[Block] = [Table(headings, rows), told]
    return Answer(value, blocks)
