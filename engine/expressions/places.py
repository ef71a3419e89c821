"""Where something stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A line and a column, counted from 1."""

    line: int
    column: int


def place(text: str, offset: int) -> Place:
    """The place of the character at `offset`."""
    return Place(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))
