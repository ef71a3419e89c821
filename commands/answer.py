"""What a command found out, as values: the same answer is printed for people or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

FINE = 0
FINDINGS = 1
MISUSE = 2
ENGINE_ERROR = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; `tone` is one of plain, strong, quiet, good, warning, bad."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings. The tone of a row colours the whole of it."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    tones: Sequence[str] = ()

    def tone(self, row: int) -> str:
        return self.tones[row] if row < len(self.tones) else "plain"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of columns, told before the next ones are known.

    widths: in letters. elastic: the columns that give way where there is little room.
    """

    cells: Sequence[str]
    widths: Sequence[int]
    elastic: frozenset[int]
    tone: str = "plain"


Block = Line | Table | Row


@dataclass(frozen=True, slots=True)
class Answer:
    """`value`: JSON, what `--json` prints; `blocks`: what a person reads; `code`: the exit code."""

    value: Any
    blocks: Sequence[Block] = ()
    code: int = FINE
