"""`procflow resume`: let go on what was suspended."""

from __future__ import annotations

from typing import Any

from .answer import Answer, Line
from .base import command, option
from .desk import Desk
from .parameters import reach_options
from .suspend import suspension_value


@command("resume")
@reach_options
@option("--as", "person", metavar="WHO")
def resume(desk: Desk, person: str | None, **reach: Any) -> Answer:
    resumed = desk.house.engine.suspensions.resume(actor=desk.actor(person), **reach)
    target = "/".join(part for part in (resumed.target, resumed.element) if part)
    told = Line(desk.text("resume.resumed", target=target), "good")
    return Answer(suspension_value(resumed, desk.language), [told])
