"""User tasks by urgency, merged from lists that are kept in that order.

Each candidate group, each candidate user, and whoever may take what names nobody, has a list: the
rows of `procflow_candidate` in the order of their index. However many tasks are open, an inbox
reads of each list no more than it shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Integer, Select, bindparam, func, select, true, tuple_, union
from sqlalchemy.sql import ColumnElement, CompoundSelect

from ..model.user_task import UserTask, UserTaskState
from .statements import is_one_of
from .tables import CANDIDATE, USER_TASK

NEVER = datetime(9999, 12, 31, tzinfo=UTC)
"""When a user task without a due date is due, as far as urgency goes."""

GROUP, USER, ANYBODY = "group", "user", "anybody"
"""Kinds of lists."""

IS_OPEN = is_one_of(USER_TASK.c.state, UserTaskState.OPEN)
"""In the words of the index of open ones."""


class Urgency(NamedTuple):
    """What user tasks are ordered by: priority (negative), due date, age; then their place."""

    rank: Any
    due: Any
    opened_at: Any
    instance: Any
    number: Any


def urgency_of(task: UserTask) -> Urgency:
    return Urgency(-task.priority, task.due or NEVER, task.opened_at, task.instance, task.number)


LISTED = Urgency(*(CANDIDATE.c[name] for name in Urgency._fields))

TASKS = Urgency(
    -USER_TASK.c.priority,
    func.coalesce(USER_TASK.c.due, bindparam("never", NEVER, USER_TASK.c.due.type)),
    *(USER_TASK.c[name] for name in Urgency._fields[2:]),
)


def later(order: Urgency, *, after: bool) -> ColumnElement[bool]:
    """What comes after the place that `place_after` gives."""
    if not after:
        return true()
    place = (
        bindparam(f"after_{name}", type_=column.type)
        for name, column in zip(Urgency._fields, LISTED, strict=True)
    )
    return tuple_(*order) > tuple_(*place)


def place_after(task: UserTask) -> dict[str, Any]:
    return {f"after_{name}": value for name, value in urgency_of(task)._asdict().items()}


@lru_cache(100)
def inbox(columns: tuple[str, ...], groups: int, *, after: bool) -> Select[Any]:
    """What is assigned to the `actor` or may be taken by the actor, who is in so many groups."""
    lists = [_assigned(after=after), *_lists_of_actor(groups, after=after)]
    return _merged(columns, union(*lists))


@lru_cache(2)
def named(columns: tuple[str, ...], *, after: bool) -> Select[Any]:
    """What has the candidate `group`, claimed or not."""
    found = _list(GROUP, "group").where(later(LISTED, after=after))
    return _merged(columns, union(_first(found, LISTED)))


def _lists_of_actor(groups: int, *, after: bool) -> Iterator[Select[Any]]:
    lists = [_list(USER, "actor"), _list(ANYBODY, "nobody")]
    lists += [_list(GROUP, f"at_group_{number}") for number in range(groups)]
    for each in lists:
        free = each.where(USER_TASK.c.assignee.is_(None), later(LISTED, after=after))
        yield _first(free, LISTED)


def _list(kind: str, name: str) -> Select[Any]:
    of_task = (CANDIDATE.c.instance == USER_TASK.c.instance) & (
        CANDIDATE.c.number == USER_TASK.c.number
    )
    listed = select(*LISTED).join_from(CANDIDATE, USER_TASK, of_task)
    return listed.where(CANDIDATE.c.kind == kind, CANDIDATE.c.name == bindparam(name))


def _assigned(*, after: bool) -> Select[Any]:
    order = (column.label(name) for name, column in TASKS._asdict().items())
    mine = select(*order).where(IS_OPEN, USER_TASK.c.assignee == bindparam("actor"))
    return _first(mine.where(later(TASKS, after=after)), TASKS)


def _first(found: Select[Any], order: Urgency) -> Select[Any]:
    """As many as can come to be shown."""
    return select(found.order_by(*order).limit(bindparam("reach", type_=Integer)).subquery())


def _merged(columns: tuple[str, ...], lists: CompoundSelect[Any]) -> Select[Any]:
    found = lists.subquery("found")
    same = (found.c.instance == USER_TASK.c.instance) & (found.c.number == USER_TASK.c.number)
    tasks = select(*(USER_TASK.c[name] for name in columns)).join_from(found, USER_TASK, same)
    ordered = tasks.order_by(*(found.c[name] for name in Urgency._fields))
    most, skipped = (bindparam(name, type_=Integer) for name in ("most", "skipped"))
    return ordered.limit(most).offset(skipped)
