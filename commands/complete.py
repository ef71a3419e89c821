"""`procflow complete`: answer a user task."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .answer import Answer, Line
from .base import argument, command, option
from .desk import Desk
from .parameters import gathered, variables_options
from .tasks import user_task_value


@command("complete")
@argument("user_task")
@variables_options
@option("--as", "person", metavar="WHO")
def complete(
    desk: Desk,
    user_task: str,
    file: Mapping[str, Any] | None,
    assignments: tuple[tuple[str, Any], ...],
    person: str | None,
) -> Answer:
    engine = desk.house.engine
    officer = desk.officer(person, engine.user_tasks.get(user_task))
    engine.user_tasks.complete(user_task, gathered(file, assignments), officer)
    done = engine.user_tasks.get(user_task)
    return Answer(
        user_task_value(done),
        [
            Line(desk.text("complete.done", label=done.label), "good"),
            Line(desk.text("start.next", key=done.instance), "quiet"),
        ],
    )
