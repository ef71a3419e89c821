"""`procflow tasks`: what waits for somebody."""

from __future__ import annotations

from typing import Any

import click

from ..engine.messages import Language
from ..engine.model.user_task import UserTask, UserTaskState
from .answer import Answer, Line, Table
from .base import command, option
from .desk import Desk
from .words import moment, state

STATES = tuple(each.value for each in UserTaskState)


@command("tasks")
@option("--group", metavar="GROUP")
@option("--instance", metavar="INSTANCE")
@option("--mine", is_flag=True)
@option("--as", "person", metavar="WHO")
@option("--state", "wanted", type=click.Choice(STATES), default="open", show_default=True)
@option("--limit", type=click.IntRange(1), default=50, show_default=True, metavar="NUMBER")
def tasks(
    desk: Desk,
    group: str | None,
    instance: str | None,
    mine: bool,
    person: str | None,
    wanted: str,
    limit: int,
) -> Answer:
    engine = desk.house.engine
    found = engine.user_tasks.find(
        actor=desk.actor(person) if mine else None,
        group=group,
        instance=engine.instances.get(instance).key if instance else None,
        state=UserTaskState(wanted),
        limit=limit,
    )
    values = {"userTasks": [user_task_value(each) for each in found]}
    if not found:
        return Answer(values, [Line(desk.text("tasks.none"), "quiet")])
    names = ("label", "groups", "assignee", "state", "opened", "due", "key")
    headings = [desk.text(f"tasks.{name}") for name in names]
    rows = [_row(each, desk.language) for each in found]
    now = desk.clock()
    late = ["bad" if each.due and each.due < now else "plain" for each in found]
    return Answer(values, [Table(headings, rows, late)])


def user_task_value(task: UserTask) -> dict[str, Any]:
    return {
        "key": task.key,
        "instance": task.instance,
        "process": task.process,
        "element": task.element,
        "label": task.label,
        "state": task.state.value,
        "assignee": task.assignee,
        "candidateGroups": list(task.candidate_groups),
        "candidateUsers": list(task.candidate_users),
        "priority": task.priority,
        "form": task.form,
        "openedAt": task.opened_at,
        "followUp": task.follow_up,
        "due": task.due,
        "closedAt": task.closed_at,
        "completedBy": task.completed_by,
    }


def _row(task: UserTask, language: Language) -> tuple[str, ...]:
    return (
        task.label,
        ", ".join((*task.candidate_groups, *task.candidate_users)),
        task.assignee or "",
        state("task-state", task.state, language),
        moment(task.opened_at, language),
        moment(task.due, language),
        task.key,
    )
