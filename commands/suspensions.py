"""`procflow suspensions`: what is stopped, by whom and why."""

from __future__ import annotations

from ..engine.runtime.suspensions import told
from .answer import Answer, Line, Table
from .base import command, option
from .desk import Desk
from .suspend import suspension_value
from .words import moment


@command("suspensions")
@option("--closed", is_flag=True, help="command.option.closed-suspensions")
def suspensions(desk: Desk, closed: bool) -> Answer:
    found = desk.house.engine.suspensions.find(open_only=not closed)
    values = {"suspensions": [suspension_value(each, desk.language) for each in found]}
    if not found:
        return Answer(values, [Line(desk.text("suspensions.none"), "good")])
    headings = [desk.text(f"suspensions.{name}") for name in ("since", "until", "what")]
    rows = [
        (
            moment(each.suspended_at, desk.language),
            moment(each.resumed_at, desk.language),
            told(each, desk.language),
        )
        for each in found
    ]
    tones = ["warning" if each.is_open else "quiet" for each in found]
    return Answer(values, [Table(headings, rows, tones)])
