"""`procflow publish`: the public catalogue of procedures, as a folder that works from disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from ..engine.procedure.level.measure import measure
from ..engine.procedure.publishing.publication import Publication
from ..engine.procedure.publishing.publication import publish as published
from ..engine.procedure.publishing.source import Source
from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .findings import findings_answer
from .folders import chosen_folders
from .parameters import Day, Existing
from .shelf import Shelf
from .words import shown

MANIFEST = "danh-sach-tep.txt"
"""Names what the last publication wrote, so that the next one takes away what is withdrawn."""


@command("publish")
@argument("paths", nargs=-1, metavar="[PATH]…", type=Existing())
@option(
    "-o",
    "--out",
    required=True,
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
)
@option("--as-of", "day", metavar="DATE", type=Day())
@option("--force", is_flag=True)
def publish(
    desk: Desk, paths: tuple[Path, ...], out: Path, day: date | None, force: bool
) -> Answer:
    _check(desk, out, force=force)
    made = _publication(desk, paths, day or desk.clock().date())
    _write(out, made.files)
    told = findings_answer(made.findings, desk.language)
    pages = sum(name.startswith("thu-tuc/") for name in made.files)
    sentence = desk.text("publish.written", number=pages, folder=shown(out))
    value = {"folder": str(out), "files": sorted(made.files), **told.value}
    blocks = [*(told.blocks if made.findings else ()), Line(sentence, "good")]
    return Answer(value, blocks, told.code)


def _check(desk: Desk, out: Path, *, force: bool) -> None:
    """Refuse a folder with things in it that no publication wrote."""
    foreign = out.is_dir() and any(out.iterdir()) and not (out / MANIFEST).is_file()
    if foreign and not force:
        raise click.UsageError(desk.text("error.exists", file=shown(out)))


def _publication(desk: Desk, paths: tuple[Path, ...], day: date) -> Publication:
    """Folders of called processes have no facts and are left out, unless none has any."""
    shelf = Shelf(desk, chosen_folders(desk, paths))
    folders = shelf.folders
    with_facts = {path for path, folder in folders.items() if folder.facts is not None}
    sources = [
        Source(place=shown(path), folder=folder, level=measure(folder, day, shelf.find))
        for path, folder in folders.items()
        if path in with_facts or not with_facts
    ]
    return published(sources, day)


def _write(out: Path, files: Mapping[str, bytes]) -> None:
    for name in _withdrawn(out, files):
        (out / name).unlink(missing_ok=True)
    listed = "".join(f"{name}\n" for name in sorted(files))
    for name, content in {**files, MANIFEST: listed.encode()}.items():
        place = out / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _withdrawn(out: Path, files: Mapping[str, bytes]) -> list[str]:
    """What the last publication wrote into the folder and this one does not."""
    manifest, home = out / MANIFEST, out.resolve()
    names = manifest.read_text(encoding="utf-8").splitlines() if manifest.is_file() else []
    return [
        name
        for name in names
        if name and name not in files and (out / name).resolve().is_relative_to(home)
    ]
