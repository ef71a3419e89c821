"""`procflow diff`: what a new drawing says differently."""

from __future__ import annotations

from pathlib import Path

from ..engine.bpmn.difference import Comparison, compare
from .answer import Answer
from .base import argument, command
from .comparison import comparison_blocks, comparison_value
from .desk import Desk
from .drawings import paired_drawings
from .parameters import Existing

PATH = Existing()


@command("diff")
@argument("old", type=PATH)
@argument("new", type=PATH)
def diff(desk: Desk, old: Path, new: Path) -> Answer:
    pairs = paired_drawings(old, new)
    changes = (change for before, after in pairs for change in compare(before, after).changes)
    comparison = Comparison(tuple(changes))
    value = {"changes": comparison_value(comparison)}
    return Answer(value, comparison_blocks(comparison, desk.language))
