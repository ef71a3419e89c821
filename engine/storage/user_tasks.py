"""User tasks, and who may take them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import and_, exists, or_
from sqlalchemy.sql import ColumnElement

from ..model.actor import Actor
from ..model.suspension import Suspension
from ..model.user_task import UserTask, UserTaskState
from .line import Line
from .rows import WaitRows, differences, numbered, place_of
from .statements import at, insertion
from .suspensions import SuspensionRows, free_wait
from .tables import CANDIDATE, USER_TASK

LIVE = (UserTaskState.OPEN, UserTaskState.COMPLETING)


class Candidate(NamedTuple):
    """A group or a person that may take a user task."""

    instance: str
    number: int
    kind: str
    name: str


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
        """Write what changed; the instance's revision guards it."""
        self.change(place_of(before), differences(before, after))
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
        if self.change({"instance": instance}, {"state": state, "closed_at": at}, among=among):
            self._forget_candidates(instance, numbers)

    def renew(self, before: UserTask, after: UserTask) -> None:
        """Write what changed, also who may take it."""
        self.save(before, after)
        if after.is_open:
            self._forget_candidates(after.instance, [after.number])
            self._name(_candidates(after))

    def _name(self, candidates: Iterable[Candidate]) -> None:
        self._line.insert(insertion(CANDIDATE), Candidate._fields, candidates)

    def _forget_candidates(self, instance: str, numbers: Collection[int] | None) -> None:
        self._remove(CANDIDATE, {"instance": instance}, numbered(numbers))

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
        limit: int = 100,
        offset: int = 0,
    ) -> list[UserTask]:
        """User tasks, the most urgent first: by priority, due date and age."""
        conditions = list(_conditions(actor, group, assignee, instance, state))
        return self.all(
            self.select()
            .where(*conditions)
            .order_by(
                USER_TASK.c.priority.desc(),
                USER_TASK.c.due.is_(None),
                USER_TASK.c.due,
                USER_TASK.c.opened_at,
                USER_TASK.c.instance,
                USER_TASK.c.number,
            )
            .limit(limit)
            .offset(offset)
        )


def _candidates(task: UserTask) -> Iterator[Candidate]:
    for kind, names in (("group", task.candidate_groups), ("user", task.candidate_users)):
        for name in dict.fromkeys(names):
            yield Candidate(task.instance, task.number, kind, name)


def _conditions(
    actor: Actor | None,
    group: str | None,
    assignee: str | None,
    instance: str | None,
    state: UserTaskState | None,
) -> Iterator[ColumnElement[bool]]:
    if state is not None:
        yield USER_TASK.c.state == state
    if instance is not None:
        yield USER_TASK.c.instance == instance
    if assignee is not None:
        yield USER_TASK.c.assignee == assignee
    if group is not None:
        yield _named("group", [group])
    if actor is not None:
        yield _for(actor)


def _for(actor: Actor) -> ColumnElement[bool]:
    named = or_(_named("user", [actor.id]), _named("group", actor.groups), _for_anybody())
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
