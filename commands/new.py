"""`procflow new`: the folder of a procedure, ready to be redrawn, plain or composed from facts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

import click

from ..engine.procedure.composing.shape import Shape
from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .naming import check_code, check_name, slug_of
from .new_files import write_all
from .new_from import Wanted, new_from
from .parameters import Existing
from .words import shown

UNIT = "H56.14"


@command("new")
@argument("code")
@argument("name", required=False)
@option("--from", "facts", metavar="FILE", type=Existing(folder=False))
@option("--shape", type=click.Choice([each.value for each in Shape]))
@option("--folder", type=click.Path(path_type=Path, file_okay=False))
@option("--force", is_flag=True)
def new(
    desk: Desk,
    code: str,
    name: str | None,
    facts: Path | None,
    shape: str | None,
    folder: Path | None,
    force: bool,
) -> Answer:
    processes = folder or desk.settings.path(desk.settings.processes[0])
    if facts is not None:
        return new_from(desk, Wanted(code, name, facts, shape, processes, force))
    if shape is not None:
        raise click.UsageError(desk.text("new.shape-alone"))
    check_code(desk, code)
    if name is None:
        raise click.UsageError(desk.text("new.no-name"))
    check_name(desk, name)
    slug = slug_of(name)
    written = dict(procedure_files(code, name, processes, slug))
    write_all(desk, {file: text.encode() for file, text in written.items()}, force=force)
    listed = [Line(f"  {shown(file)}") for file in written]
    told = Line(desk.text("new.written", folder=shown(processes / slug)), "good")
    next_step = Line(desk.text("new.next", folder=shown(processes / slug)), "quiet")
    value = {"process": slug, "files": [str(file) for file in written]}
    return Answer(value, [told, *listed, next_step])


def procedure_files(code: str, name: str, processes: Path, slug: str) -> Iterator[tuple[Path, str]]:
    """The files of the new procedure with their content."""
    folder, features = processes / slug, processes.parent / "features"
    places = {
        "drawing.bpmn": folder / f"{slug}.bpmn",
        "procedure.toml": folder / "procedure.toml",
        "application.form": folder / "forms" / f"{slug}-don.form",
        "check.form": folder / "forms" / f"{slug}-kiem-tra.form",
        "da-nop.md": folder / "notices" / "da-nop.md",
        "dang-xu-ly.md": folder / "notices" / "dang-xu-ly.md",
        "tu-choi.md": folder / "notices" / "tu-choi.md",
        "result.md": folder / "notices" / "ket-qua.md",
        "first.feature": features / f"{slug.replace('-', '_')}.feature",
    }
    values = _values(code, name, slug)
    for template, file in places.items():
        text = files(__package__).joinpath("scaffold", template).read_text(encoding="utf-8")
        yield file, Template(text).substitute(values)


def _values(code: str, name: str, slug: str) -> dict[str, str]:
    quoted = json.dumps(name, ensure_ascii=False)[1:-1]
    xml = {'"': "&quot;"}
    return {
        "code": code,
        "name": name,
        "slug": slug,
        "unit": UNIT,
        "toml_name": quoted,
        "xml_name": escape(name, xml),
        "feel_name": escape(quoted, xml),
    }
