"""`procflow claim`: take a user task."""

from __future__ import annotations

from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .tasks import user_task_value


@command("claim")
@argument("user_task")
@option("--as", "person", metavar="WHO")
def claim(desk: Desk, user_task: str, person: str | None) -> Answer:
    engine = desk.house.engine
    actor = desk.officer(person, engine.user_tasks.get(user_task))
    engine.user_tasks.claim(user_task, actor)
    claimed = engine.user_tasks.get(user_task)
    told = desk.text("claim.claimed", label=claimed.label, who=actor.name or actor.id)
    return Answer(user_task_value(claimed), [Line(told, "good")])
