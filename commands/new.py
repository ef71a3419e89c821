"""`procflow new`: the folder of a procedure, ready to be redrawn."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from string import Template
from unicodedata import combining, normalize
from xml.sax.saxutils import escape

import click

from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .words import shown

CODE = re.compile(r"\d\.\d{6}")
UNIT = "H56.14"


@command("new")
@argument("code")
@argument("name")
@option("--folder", type=click.Path(path_type=Path, file_okay=False))
@option("--force", is_flag=True)
def new(desk: Desk, code: str, name: str, folder: Path | None, force: bool) -> Answer:
    _check(desk, code, name)
    processes = folder or desk.settings.path(desk.settings.processes[0])
    slug = slug_of(name)
    written = dict(procedure_files(code, name, processes, slug))
    if not force:
        _refuse_existing(desk, written)
    for file, content in written.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    listed = [Line(f"  {shown(file)}") for file in written]
    told = Line(desk.text("new.written", folder=shown(processes / slug)), "good")
    next_step = Line(desk.text("new.next", folder=shown(processes / slug)), "quiet")
    value = {"process": slug, "files": [str(file) for file in written]}
    return Answer(value, [told, *listed, next_step])


def slug_of(name: str) -> str:
    """`Đăng ký khai sinh` is `dang-ky-khai-sinh`: an id BPMN, files and the web accept."""
    plain = "".join(letter for letter in normalize("NFD", name.lower()) if not combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("đ", "d")).strip("-")


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


def _check(desk: Desk, code: str, name: str) -> None:
    if not CODE.fullmatch(code):
        raise click.BadParameter(desk.text("new.bad-code", code=code), param_hint="CODE")
    if not slug_of(name) or slug_of(name)[0].isdigit():
        raise click.BadParameter(desk.text("new.bad-name", name=name), param_hint="NAME")


def _refuse_existing(desk: Desk, written: Mapping[Path, str]) -> None:
    there = next((file for file in written if file.exists()), None)
    if there is not None:
        raise click.UsageError(desk.text("error.exists", file=there))
