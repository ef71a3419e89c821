"""Levels as Markdown, to be put into a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..engine.messages import Language, message
from ..engine.procedure.level.level import Lack, Level
from .answer import Line, Table
from .ladder import basis, reason_text, standing, text, title_of
from .share_table import share_table, table_of_levels

HEADINGS = ("criterion", "element", "found", "remedy", "article")


def as_markdown(measured: Sequence[tuple[Path, Level]], language: Language) -> list[Line]:
    lines = [line for path, level in measured for line in _section(path, level, language)]
    if len(measured) > 1:
        levels = [level for _, level in measured]
        lines += [*table_lines(table_of_levels(measured, language)), ""]
        lines += table_lines(share_table(levels, language))
    return [Line(line) for line in lines]


def _section(path: Path, level: Level, language: Language) -> Iterator[str]:
    yield f"## {title_of(path, level)}"
    yield ""
    yield f"**{standing(level, language)}**"
    yield ""
    for criterion in level.criteria:
        box = " " if level.unmet(criterion) else "x"
        yield f"- [{box}] {message(f'level.criterion.{criterion.name}', language)}"
    yield ""
    if level.lacks:
        rows = [_row(lack, language) for lack in level.lacks]
        yield from table_lines(Table([text(language, name) for name in HEADINGS], rows))
        yield ""
    for reason in level.reasons:
        yield f"> {text(language, 'publish', reason=reason_text(reason, language))}"
        yield ""


def _row(lack: Lack, language: Language) -> tuple[str, ...]:
    finding = lack.finding
    place = f"{finding.file}:{finding.line}" if finding.line else finding.file
    element = f"{finding.label} (`{finding.element}`, {place})" if finding.element else place
    return (
        message(f"level.criterion.{lack.criterion.name}", language),
        element,
        finding.sentence(language),
        lack.remedy(language),
        basis(lack, language),
    )


def table_lines(table: Table) -> Iterator[str]:
    yield _joined(table.headings)
    yield _joined(["---"] * len(table.headings))
    yield from (_joined(row) for row in table.rows)


def _joined(cells: Sequence[str]) -> str:
    plain = (" ".join(cell.split()).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(plain)} |"
