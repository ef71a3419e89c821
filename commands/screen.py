"""Prints answers: rich on a terminal, aligned text in a pipe, one JSON document for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TextIO
from unicodedata import combining

from .answer import Answer, Block, Line, Row, Table

STYLES = {
    "plain": "",
    "strong": "bold",
    "quiet": "dim",
    "good": "green",
    "warning": "yellow",
    "bad": "bold red",
}
GAP = "  "
NARROWEST = 8


class Screen:
    """Where a command writes. `as_json` leaves everything but the answer's value unsaid."""

    def __init__(self, *, as_json: bool = False, out: TextIO | None = None) -> None:
        self.as_json = as_json
        self.out = out or sys.stdout

    def show(self, answer: Answer) -> None:
        if self.as_json:
            self.out.write(to_json(answer.value) + "\n")
        else:
            self.tell(*answer.blocks)

    def tell(self, *blocks: Block) -> None:
        """For people, at once; programs get nothing of it."""
        if self.as_json or not blocks:
            return
        if self.out.isatty():
            _show_rich(blocks, self.out)
        else:
            self.out.writelines(f"{line}\n" for block in blocks for line in plain(block))
        self.out.flush()


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_json_of)


def _json_of(value: Any) -> Any:
    match value:
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case set() | frozenset() | tuple():
            return sorted(value)
    return str(value)


def plain(block: Block) -> Iterable[str]:
    """The block as lines of text without colour; the columns of a table stand under each other."""
    if isinstance(block, Line):
        return [block.text]
    if isinstance(block, Row):
        return [_aligned([_one_line(cell) for cell in block.cells], block.widths)]
    rows = [list(block.headings), *([_one_line(cell) for cell in row] for row in block.rows)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return [_aligned(row, widths) for row in rows]


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (
        cell + " " * max(0, width - _width(cell)) for cell, width in zip(row, widths, strict=True)
    )
    return GAP.join(cells).rstrip()


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _width(text: str) -> int:
    return sum(not combining(letter) for letter in text)


def _show_rich(blocks: Sequence[Block], out: TextIO) -> None:
    from rich.console import Console

    console = Console(file=out, highlight=False, soft_wrap=False)
    for block in blocks:
        console.print(_rich(block, console.width))


def _rich(block: Block, width: int) -> Any:
    match block:
        case Table():
            return _rich_table(block)
        case Row():
            return _rich_row(block, width)
    return _rich_line(block)


def _rich_row(row: Row, width: int) -> Any:
    """Long cells wrap in their columns; the elastic ones shrink on a narrow terminal."""
    from rich.table import Table as RichTable
    from rich.text import Text

    grid = RichTable.grid(padding=(0, len(GAP), 0, 0))
    for each in fitted(row, width - len(GAP) * len(row.widths)):
        grid.add_column(width=each, overflow="fold")
    grid.add_row(*(Text(cell) for cell in row.cells), style=STYLES[row.tone])
    return grid


def fitted(row: Row, room: int) -> list[int]:
    """The widths of the columns when there is room for so many letters."""
    wanted = sum(width for at, width in enumerate(row.widths) if at in row.elastic)
    left = room - (sum(row.widths) - wanted)
    scale = max(0.0, min(1.0, left / wanted))
    return [
        max(NARROWEST, int(width * scale)) if at in row.elastic else width
        for at, width in enumerate(row.widths)
    ]


def _rich_line(line: Line) -> Any:
    from rich.text import Text

    return Text(line.text, style=STYLES[line.tone])


def _rich_table(table: Table) -> Any:
    from rich import box
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in table.headings:
        drawn.add_column(heading, overflow="fold")
    for number, row in enumerate(table.rows):
        drawn.add_row(*(Text(cell) for cell in row), style=STYLES[table.tone(number)])
    return drawn
