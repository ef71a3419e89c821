"""`procflow render`: the picture of a drawing, with what is known laid over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from ..engine.bpmn.difference import compare
from ..engine.bpmn.model import Drawing
from ..engine.bpmn.picture import NOTHING, Overlay, draw_picture
from ..engine.bpmn.picture.pages import sheets
from .answer import Answer, Line
from .base import argument, command, option
from .comparison import comparison_overlay
from .desk import Desk
from .drawings import drawing_files, drawing_of
from .level_overlay import level_overlay
from .overlays import coverage_overlay, tokens_overlay
from .parameters import Existing
from .png import png_of
from .words import shown

PATH = Existing()


@command("render")
@argument("file", type=PATH)
@option("--svg", "as_png", flag_value=False, default=False, type=bool)
@option("--png", "as_png", flag_value=True, type=bool)
@option("--a4", is_flag=True)
@option("--tokens", metavar="INSTANCE")
@option("--coverage", is_flag=True)
@option("--level", is_flag=True, help="command.option.level-overlay")
@option("--diff", "old", metavar="OLD", type=PATH)
@option("-o", "--out", type=click.Path(path_type=Path), help="command.option.out-file")
def render(
    desk: Desk,
    file: Path,
    as_png: bool,
    a4: bool,
    tokens: str | None,
    coverage: bool,
    level: bool,
    old: Path | None,
    out: Path | None,
) -> Answer:
    _check(desk, tokens=bool(tokens), coverage=coverage, level=level, diff=bool(old))
    files = drawing_files(file)
    written: list[Path] = []
    for each in files:
        drawing = drawing_of(each)
        overlay = (
            level_overlay(desk, each)
            if level
            else _overlay(desk, drawing, each, tokens, coverage, old)
        )
        target = _target(each, out, ".png" if as_png else ".svg", several=len(files) > 1)
        for place, svg in _pictures(drawing, overlay, target, a4=a4):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(png_of(svg, on_paper=a4) if as_png else svg.encode())
            written.append(place)
    told = [Line(desk.text("render.written", file=shown(each)), "good") for each in written]
    return Answer({"files": [str(each) for each in written]}, told)


def _check(desk: Desk, **chosen: bool) -> None:
    if sum(chosen.values()) > 1:
        named = ", ".join(f"--{name}" for name, is_chosen in chosen.items() if is_chosen)
        raise click.UsageError(desk.text("render.one-overlay", options=named))


def _overlay(
    desk: Desk, drawing: Drawing, file: Path, tokens: str | None, coverage: bool, old: Path | None
) -> Overlay:
    if tokens:
        return tokens_overlay(desk.house.engine, drawing, tokens, desk.language)
    if coverage:
        return coverage_overlay(desk.house.engine, drawing, desk.language)
    if old is not None:
        before = drawing_of(old if old.is_file() else old / file.name)
        return comparison_overlay(compare(before, drawing), before, desk.language)
    return NOTHING


def _target(file: Path, out: Path | None, suffix: str, *, several: bool) -> Path:
    """Where the picture goes: beside us, into a folder, or into the file named."""
    if out is None:
        return Path.cwd() / file.with_suffix(suffix).name
    is_folder = several or out.is_dir() or not out.suffix
    return out / file.with_suffix(suffix).name if is_folder else out


def _pictures(
    drawing: Drawing, overlay: Overlay, target: Path, *, a4: bool
) -> Iterator[tuple[Path, str]]:
    picture = draw_picture(drawing, overlay)
    if not a4:
        yield target, picture.svg
        return
    pages = sheets(picture, drawing)
    for number, sheet in enumerate(pages, 1):
        name = f"{target.stem}-{number}{target.suffix}" if len(pages) > 1 else target.name
        yield target.with_name(name), sheet.svg
