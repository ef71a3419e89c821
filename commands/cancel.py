"""`procflow cancel`: end an instance before its time."""

from __future__ import annotations

from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .instances import instance_value


@command("cancel")
@argument("instance")
@option("--reason", required=True)
@option("--as", "person", metavar="WHO")
def cancel(desk: Desk, instance: str, reason: str, person: str | None) -> Answer:
    cancelled = desk.house.engine.instances.cancel(instance, reason, desk.actor(person))
    named = cancelled.business_key or cancelled.key
    told = Line(desk.text("cancel.cancelled", key=named, reason=reason), "warning")
    return Answer(instance_value(cancelled, desk.language), [told])
