"""`procflow move`: take an instance from one element to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .instances import instance_value
from .parameters import gathered, variables_options


@command("move")
@argument("instance")
@argument("source")
@argument("target")
@variables_options
@option("--reason", required=True)
@option("--as", "person", metavar="WHO")
def move(
    desk: Desk,
    instance: str,
    source: str,
    target: str,
    file: Mapping[str, Any] | None,
    assignments: tuple[tuple[str, Any], ...],
    reason: str,
    person: str | None,
) -> Answer:
    moved = desk.house.engine.instances.move(
        instance,
        int(source) if source.isdecimal() else source,
        target,
        reason,
        desk.actor(person),
        variables=gathered(file, assignments) or None,
    )
    told = Line(desk.text("move.moved", to=target), "good")
    return Answer(instance_value(moved, desk.language), [told])
