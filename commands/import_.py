"""`procflow import`: a drawing of Camunda 7, Operaton, Flowable or Activiti into our vocabulary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from ..engine.bpmn.importing import Imported, Note, import_drawing
from ..engine.messages import message
from .answer import FINDINGS, FINE, Answer, Block, Line, Table
from .base import argument, command, option
from .desk import Desk
from .parameters import Existing
from .words import shown

ENDINGS = (".bpmn20.xml", ".bpmn", ".xml")


@command("import")
@argument("file", type=Existing(folder=False))
@option(
    "-o",
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="command.option.out-drawing",
)
@option("--force", is_flag=True)
def import_(desk: Desk, file: Path, out: Path | None, force: bool) -> Answer:
    imported = import_drawing(shown(file), file.read_bytes())
    target = out or beside(file)
    written = files_of(imported, target)
    if not force:
        _refuse_existing(desk, written)
    target.parent.mkdir(parents=True, exist_ok=True)
    for each, content in written.items():
        each.write_bytes(content)
    code = FINDINGS if imported.remaining else FINE
    return Answer(_value(desk, imported, written), _blocks(desk, imported, written), code)


def beside(file: Path) -> Path:
    """`NAME.procflow.bpmn` in the same folder."""
    name = next((file.name.removesuffix(end) for end in ENDINGS if file.name.endswith(end)), "")
    return file.with_name(f"{name or file.name}.procflow.bpmn")


def files_of(imported: Imported, target: Path) -> dict[Path, bytes]:
    """The drawing, and beside it the forms made of its fields."""
    forms = {target.with_name(f"{name}.form"): form for name, form in imported.forms.items()}
    return {target: imported.content, **{file: form.encode() for file, form in forms.items()}}


def _refuse_existing(desk: Desk, written: Mapping[Path, bytes]) -> None:
    there = next((file for file in written if file.exists()), None)
    if there is not None:
        raise click.UsageError(desk.text("error.exists", file=shown(there)))


# -- the answer ---------------------------------------------------------------------------------


def _value(desk: Desk, imported: Imported, written: Mapping[Path, bytes]) -> dict[str, Any]:
    return {
        "files": [str(file) for file in written],
        "remaining": [_note_value(desk, note) for note in imported.remaining],
        "changed": [_note_value(desk, note) for note in imported.changed],
    }


def _note_value(desk: Desk, note: Note) -> dict[str, Any]:
    return {
        "element": note.element,
        "label": note.label,
        "line": note.line,
        "what": note.what,
        "text": note.text,
        "reason": note.key,
        "message": note.sentence(desk.language),
    }


def _blocks(desk: Desk, imported: Imported, written: Mapping[Path, bytes]) -> list[Block]:
    files = [Line(_said(desk, "written", file=shown(file)), "good") for file in written]
    told: list[Block] = [*files]
    told += _listed(desk, "changed", "quiet", imported.changed)
    told += _listed(desk, "remaining", "bad", imported.remaining)
    if not imported.remaining:
        told.append(Line(_said(desk, "complete"), "good"))
    return [*told, Line(_said(desk, "next", file=shown(next(iter(written)))), "quiet")]


def _listed(desk: Desk, heading: str, tone: str, notes: Sequence[Note]) -> list[Block]:
    if not notes:
        return []
    headings = [_said(desk, name) for name in ("line", "element", "what", "text", "reason")]
    rows = [_row(desk, note) for note in notes]
    return [Line(_said(desk, heading, count=len(notes)), tone), Table(headings, rows)]


def _row(desk: Desk, note: Note) -> tuple[str, ...]:
    element = note.label if note.label == note.element else f"{note.label} ({note.element})"
    return str(note.line), element, note.what, note.text, note.sentence(desk.language)


def _said(desk: Desk, name: str, **arguments: Any) -> str:
    return message(f"importing.answer.{name}", desk.language, **arguments)
