"""`procflow start`: a new process instance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .instances import instance_value
from .parameters import gathered, variables_options


@command("start")
@argument("process_id")
@option("--business-key", metavar="CODE")
@option("--start-at", metavar="ELEMENT")
@variables_options
@option("--as", "person", metavar="WHO")
def start(
    desk: Desk,
    process_id: str,
    business_key: str | None,
    start_at: str | None,
    file: Mapping[str, Any] | None,
    assignments: tuple[tuple[str, Any], ...],
    person: str | None,
) -> Answer:
    instance = desk.house.engine.instances.start(
        process_id,
        gathered(file, assignments),
        business_key=business_key,
        actor=desk.actor(person),
        at=start_at,
    )
    return Answer(
        instance_value(instance, desk.language),
        [
            Line(desk.text("start.started", key=instance.key, process=process_id), "good"),
            Line(desk.text("start.next", key=instance.key), "quiet"),
        ],
    )
