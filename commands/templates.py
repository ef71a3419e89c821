"""`procflow templates`: element templates for drawing programs."""

from __future__ import annotations

from pathlib import Path

import click

from ..engine.messages import Language
from ..engine.model.job_type import JobTypeFacts
from ..engine.templates import element_template, reference_page, template_name, template_text
from .answer import Answer, Line, Table
from .base import command, option
from .desk import Desk
from .words import shown


@command("templates")
@option("-o", "--out", type=click.Path(path_type=Path, file_okay=False))
def templates(desk: Desk, out: Path | None) -> Answer:
    """Lists the job types; with `--out` writes a template and a page for each."""
    facts = [desk.house.registry.facts(each) for each in sorted(desk.house.registry.types)]
    values = [element_template(each, desk.language) for each in facts]
    rows = [(each.type, str(each.version), each.title.text(desk.language)) for each in facts]
    headings = [desk.text(f"templates.{name}") for name in ("type", "version", "title")]
    if out is None:
        hint = Line(desk.text("templates.next"), "quiet")
        return Answer({"templates": values}, [Table(headings, rows), hint])
    out.mkdir(parents=True, exist_ok=True)
    for each in facts:
        _write(each, out, desk.language)
    told = Line(desk.text("templates.written", number=len(facts), folder=shown(out)), "good")
    return Answer({"templates": values}, [Table(headings, rows), told])


def _write(facts: JobTypeFacts, out: Path, language: Language) -> None:
    file = out / template_name(facts)
    file.write_text(template_text(facts, language), encoding="utf-8")
    page = out / f"{facts.type}.md"
    page.write_text(reference_page(facts, language), encoding="utf-8")
