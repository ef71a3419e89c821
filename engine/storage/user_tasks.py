"""User tasks, and who may take them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.sql import ColumnElement

from ..model.actor import Actor
from ..model.suspension import Suspension
from ..model.user_task import UserTask, UserTaskState
from .inbox import (
    ANYBODY,
    GROUP,
    TASKS,
    USER,
    inbox,
    later,
    named,
    place_after,
    urgency_of,
)
from .line import Line
from .rows import WaitRows, differences, numbered, place_of
from .statements import at, insertion, is_one_of, size
from .suspensions import SuspensionRows, free_wait
from .tables import CANDIDATE, USER_TASK

LIVE = (UserTaskState.OPEN, UserTaskState.COMPLETING)


class Candidate(NamedTuple):
    """A list that a user task is on, at its place."""

    kind: str
    name: str
    rank: int
    due: datetime
    opened_at: datetime
    instance: str
    number: int


class UserTaskRows(WaitRows[UserTask]):
    def __init__(self, line: Line) -> None:
        super().__init__(line, USER_TASK, UserTask)

    def open(self, tasks: Iterable[UserTask]) -> None:
        """Add user tasks, with their candidates."""
        opened = list(tasks)
        self.add(opened)
        self._name(candidate for task in opened for candidate in _candidates(task))

    def free(self, instance: str, number: int) -> UserTask | None:
        """The user task, unless it is suspended."""
        place = at({"instance": instance, "number": number})
        return self.known_one(free_wait(USER_TASK, self._names), place)

    def held_by(self, instance: str, number: int) -> Suspension | None:
        """The suspension that holds the user task."""
        return SuspensionRows(self._line).holding(USER_TASK, instance, number)

    def save(self, before: UserTask, after: UserTask) -> UserTask:
        """Write what changed; the instance's revision guards it. A draft goes with the work."""
        changes = differences(before, after)
        self.change_later(
            place_of(before), changes if after.is_open else {**changes, "draft": None}
        )
        if not after.is_open:
            self._forget_candidates(after.instance, [after.number])
        return after

    def close(
        self, instance: str, numbers: Collection[int] | None, state: UserTaskState, at: datetime
    ) -> None:
        """Close those of the numbers that are user tasks and still live; None: all of the
        instance.
        """
        among = {**numbered(numbers), "state": LIVE}
        closed = {"state": state, "closed_at": at, "draft": None}
        self.change_later({"instance": instance}, closed, among=among)
        self._forget_candidates(instance, numbers)

    def keep_draft(self, task: UserTask, draft: Mapping[str, Any] | None) -> bool:
        """Whether it was still open; nothing else of it changes."""
        place = {**place_of(task), "state": UserTaskState.OPEN}
        return self.change(place, {"draft": draft}) == 1

    def draft(self, task: UserTask) -> Mapping[str, Any] | None:
        """What was kept last, if anything."""
        here = (USER_TASK.c.instance == task.instance, USER_TASK.c.number == task.number)
        found: Mapping[str, Any] | None = self._connection.scalar(
            select(USER_TASK.c.draft).where(*here)
        )
        return found

    def renew(self, before: UserTask, after: UserTask) -> None:
        """Write what changed, also who may take it."""
        self.save(before, after)
        if after.is_open:
            self._forget_candidates(after.instance, [after.number])
            self._name(_candidates(after))

    def _name(self, candidates: Iterable[Candidate]) -> None:
        self._line.insert(insertion(CANDIDATE), Candidate._fields, candidates)

    def _forget_candidates(self, instance: str, numbers: Collection[int] | None) -> None:
        self._remove_later(CANDIDATE, {"instance": instance}, numbered(numbers))

    def of(self, instance: str, states: Collection[UserTaskState] = LIVE) -> list[UserTask]:
        """Those of an instance, in the order they were opened."""
        return self.all_at({"instance": instance}, among={"state": states}, order=("number",))

    def find(
        self,
        *,
        actor: Actor | None = None,
        group: str | None = None,
        assignee: str | None = None,
        instance: str | None = None,
        state: UserTaskState | None = UserTaskState.OPEN,
        after: UserTask | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> list[UserTask]:
        """User tasks, the most urgent first: by priority, due date and age.

        after: those that come after this one.
        """
        place = {} if after is None else place_after(after)
        page = {"most": limit, "skipped": offset, "reach": limit + offset, **place}
        listed = state is UserTaskState.OPEN and instance is None and assignee is None
        if listed and actor is not None and group is None:
            return self._inbox(actor, page, further=bool(place))
        if listed and actor is None and group is not None:
            statement = named(self._names, after=bool(place))
            return self.known(statement, {**page, "group": group})
        conditions = _conditions(actor, group, assignee, instance, state)
        found = self.select().where(*conditions, later(TASKS, after=bool(place)))
        return self.all(found.order_by(*TASKS).limit(limit).offset(offset), place)

    def _inbox(self, actor: Actor, page: Mapping[str, Any], *, further: bool) -> list[UserTask]:
        statement = inbox(self._names, size(actor.groups), after=further)
        lists = {"actor": actor.id, "nobody": "", **at({}, {"group": actor.groups})}
        return self.known(statement, {**page, **lists})


def _candidates(task: UserTask) -> Iterator[Candidate]:
    lists = [(GROUP, name) for name in task.candidate_groups]
    lists += [(USER, name) for name in task.candidate_users]
    for kind, name in dict.fromkeys(lists or [(ANYBODY, "")]):
        yield Candidate(kind, name, *urgency_of(task))


def _conditions(
    actor: Actor | None,
    group: str | None,
    assignee: str | None,
    instance: str | None,
    state: UserTaskState | None,
) -> Iterator[ColumnElement[bool]]:
    if state is not None:
        yield is_one_of(USER_TASK.c.state, state)
    if instance is not None:
        yield USER_TASK.c.instance == instance
    if assignee is not None:
        yield USER_TASK.c.assignee == assignee
    if group is not None:
        yield _named(GROUP, [group])
    if actor is not None:
        yield _for(actor)


def _for(actor: Actor) -> ColumnElement[bool]:
    named = or_(_named(USER, [actor.id]), _named(GROUP, actor.groups), _for_anybody())
    return or_(USER_TASK.c.assignee == actor.id, and_(USER_TASK.c.assignee.is_(None), named))


def _named(kind: str, names: Collection[str]) -> ColumnElement[bool]:
    return exists().where(
        CANDIDATE.c.instance == USER_TASK.c.instance,
        CANDIDATE.c.number == USER_TASK.c.number,
        CANDIDATE.c.kind == kind,
        CANDIDATE.c.name.in_(names),
    )


def _for_anybody() -> ColumnElement[bool]:
    return and_(USER_TASK.c.candidate_groups == (), USER_TASK.c.candidate_users == ())


def completed(task: UserTask, state: UserTaskState, by: str, at: datetime) -> UserTask:
    """The user task after an answer: completed, or completing while an incident holds the
    drawing.
    """
    closed = at if state is UserTaskState.COMPLETED else None
    return replace(task, state=state, completed_by=by, closed_at=closed)
