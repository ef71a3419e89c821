"""`procflow message`: publish a message."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .parameters import Duration, gathered, variables_options

HOUR = timedelta(hours=1)


@command("message")
@argument("name")
@argument("key", default="")
@variables_options
@option("--message-id", metavar="ID")
@option("--ttl", metavar="DURATION", type=Duration(), default=HOUR)
def message(
    desk: Desk,
    name: str,
    key: str,
    file: Mapping[str, Any] | None,
    assignments: tuple[tuple[str, Any], ...],
    message_id: str | None,
    ttl: timedelta,
) -> Answer:
    published = desk.house.engine.messages.publish(
        name, key, gathered(file, assignments), message_id=message_id, ttl=ttl
    )
    value = {
        "state": published.state.value,
        "key": published.key,
        "instances": list(published.instances),
    }
    who = ", ".join(published.instances)
    told = desk.text(f"message.{published.state}", name=name, key=key, instances=who)
    return Answer(value, [Line(told, "good")])
