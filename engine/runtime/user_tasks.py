"""User tasks: find, claim, hand over, fill in, complete."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from ..errors import Conflict, NotAllowed, NotFound, StaleInstance
from ..execution import Execution
from ..model.actor import Actor
from ..model.step import CompleteUserTask
from ..model.user_task import Draft, UserTask, UserTaskState
from ..procedure.forms import Form
from ..storage.database import Connection
from ..storage.unit_of_work import UnitOfWork
from ..storage.user_tasks import completed
from .advance import Advance
from .audit import keep, load
from .filling import filled
from .keys import parted
from .means import Means
from .occasion import Occasion
from .suspensions import held
from .transactions import Transactions
from .variables import json_variables

UNKNOWN = "runtime.unknown-user-task"


class UserTasks:
    """`engine.user_tasks`."""

    def __init__(self, means: Means, transactions: Transactions) -> None:
        self._means = means
        self._transactions = transactions

    def get(self, key: str) -> UserTask:
        """Raises NotFound."""
        with self._means.database.look() as unit:
            return _found(unit, key)

    def find(
        self,
        *,
        actor: Actor | None = None,
        group: str | None = None,
        assignee: str | None = None,
        instance: str | None = None,
        state: UserTaskState | str | None = UserTaskState.OPEN,
        after: str | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> list[UserTask]:
        """User tasks, the most urgent first.

        actor: those assigned to the actor, and those nobody has claimed that the actor may take.
        group: those with the candidate group. state None: in every state. after: those that come
        after the user task with this key, the last of the page before: on any page as fast as on
        the first, which `offset` is not. Raises NotFound for a key in `after` that is unknown.
        """
        with self._means.database.look() as unit:
            return unit.user_tasks.find(
                actor=actor,
                group=group,
                assignee=assignee,
                instance=instance,
                state=None if state is None else UserTaskState(state),
                after=None if after is None else _found(unit, after),
                limit=limit,
                offset=offset,
            )

    def variables(self, key: str) -> dict[str, Any]:
        """What the user task's form is shown with. Raises NotFound, Conflict when it is closed."""
        with self._means.database.look() as unit:
            task = _open(unit, key, "show")
            advance = Advance(unit, self._means, self._means.occasion(NOBODY))
            return advance.restore(load(unit, task.instance)).variables_seen_by(task.number)

    def form(self, key: str) -> Form | None:
        """The form of the user task, as deployed. Raises NotFound."""
        with self._means.database.look() as unit:
            return self._form(unit, _found(unit, key))

    def claim(self, key: str, actor: Actor) -> UserTask:
        """Take a user task.

        Raises NotFound, Conflict (closed or claimed by another), NotAllowed.
        """

        def claimed(task: UserTask) -> UserTask:
            if task.assignee not in (None, actor.id):
                raise Conflict.of("runtime.claimed-by-another", **_named(task))
            _must_be_for(task, actor, "claim")
            return replace(task, assignee=actor.id)

        return self._change(key, "claim", claimed, actor)

    def unclaim(self, key: str, actor: Actor) -> UserTask:
        """Give a user task back. Raises NotFound, Conflict, NotAllowed for another's."""

        def given_back(task: UserTask) -> UserTask:
            if task.assignee is None:
                raise Conflict.of("runtime.not-claimed", **_named(task))
            _must_be_for(task, actor, "unclaim")
            return replace(task, assignee=None)

        return self._change(key, "unclaim", given_back, actor)

    def hand_over(self, key: str, to: str, actor: Actor, reason: str) -> UserTask:
        """Give a user task to somebody else.

        Raises NotFound, Conflict, NotAllowed for another's.
        """

        def handed_over(task: UserTask) -> UserTask:
            _must_be_for(task, actor, "hand-over")
            return replace(task, assignee=to)

        return self._change(key, "hand-over", handed_over, actor, to=to, reason=reason)

    def keep_draft(self, key: str, variables: Mapping[str, Any], actor: Actor) -> None:
        """Keep what a form is filled in with so far; the last draft counts, and goes when the user
        task is closed. It is not held against the form, and no part of the history.

        Raises NotFound, Conflict (closed, suspended), NotAllowed (another's), BadInput.
        """
        given = json_variables(variables)
        now = self._means.now()

        def work(unit: UnitOfWork) -> None:
            task = _open(unit, key, "keep-draft")
            _must_be_for(task, actor, "keep-draft")
            draft = {"variables": given, "by": actor.id, "at": now.isoformat()}
            if not unit.user_tasks.keep_draft(task, draft):
                raise StaleInstance

        self._transactions.run(work)

    def draft(self, key: str, actor: Actor) -> Draft | None:
        """What was kept last, by whom and when; None where nothing was.

        Raises NotFound, NotAllowed (another's).
        """
        with self._means.database.look() as unit:
            task = _found(unit, key)
            _must_be_for(task, actor, "show")
            kept = unit.user_tasks.draft(task)
        if kept is None:
            return None
        at = datetime.fromisoformat(kept["at"])
        return Draft(variables=kept["variables"], by=kept["by"], at=at)

    def complete(
        self,
        key: str,
        variables: Mapping[str, Any] | None,
        actor: Actor,
        *,
        connection: Connection | None = None,
    ) -> UserTask:
        """Complete a user task with what its form was filled in with.

        The answer is taken even when the drawing cannot go on: an incident keeps it then, and the
        user task is `completing`. Raises NotFound, Conflict (closed already), NotAllowed
        (another's), InvalidVariables (they do not fit the form).
        """
        given = json_variables(variables)
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> UserTask:
            instance = load(unit, parted(key, UNKNOWN)[0], UNKNOWN, key)
            task = _open(unit, key, "complete")
            _must_be_for(task, actor, "complete")
            advance = Advance(unit, self._means, occasion)
            execution = advance.restore(instance)
            values = self._checked(unit, task, given, execution, occasion)
            step = CompleteUserTask(wait=task.number, variables=values)
            told = occasion.fact_at(task, "complete-user-task")
            taken = advance.take(instance, execution, [step], told, answers=task.number)
            state = UserTaskState.COMPLETING if taken.incident else UserTaskState.COMPLETED
            return unit.user_tasks.save(task, completed(task, state, actor.id, occasion.now))

        return self._transactions.step(work, connection)

    def _change(
        self,
        key: str,
        verb: str,
        change: Callable[[UserTask], UserTask],
        actor: Actor,
        **about: Any,
    ) -> UserTask:
        occasion = self._means.occasion(actor)

        def work(unit: UnitOfWork) -> UserTask:
            instance = load(unit, parted(key, UNKNOWN)[0], UNKNOWN, key)
            before = _open(unit, key, verb)
            after = change(before)
            if after == before:
                return before
            keep(unit, instance, instance, [occasion.fact_at(before, verb, **about)])
            return unit.user_tasks.save(before, after)

        return self._transactions.run(work)

    def _checked(
        self,
        unit: UnitOfWork,
        task: UserTask,
        given: Mapping[str, Any],
        execution: Execution,
        occasion: Occasion,
    ) -> Mapping[str, Any]:
        form = self._form(unit, task)
        if form is None:
            return given
        known = execution.variables_seen_by(task.number)
        return filled(form, given, known, self._means, occasion.now, **_named(task))

    def _form(self, unit: UnitOfWork, task: UserTask) -> Form | None:
        if task.form is None:
            return None
        return self._means.shelf.folder_of(unit, task.definition).forms.get(task.form)


NOBODY = Actor(id="")


def _found(unit: UnitOfWork, key: str) -> UserTask:
    task = unit.user_tasks.get(*parted(key, UNKNOWN))
    if task is None:
        raise NotFound.of(UNKNOWN, key=key)
    return task


def _open(unit: UnitOfWork, key: str, verb: str) -> UserTask:
    task = _found(unit, key) if verb == "show" else _free(unit, key)
    if not task.is_open:
        words = {"verb": f"runtime.verb.{verb}", "state": f"runtime.state.{task.state.value}"}
        raise Conflict.of("runtime.user-task-not-open", words, **_named(task))
    return task


def _free(unit: UnitOfWork, key: str) -> UserTask:
    """Raises NotFound, Conflict while it is suspended."""
    place = parted(key, UNKNOWN)
    task = unit.user_tasks.free(*place)
    if task is not None:
        return task
    task = _found(unit, key)
    suspension = unit.user_tasks.held_by(*place)
    if suspension is not None and task.is_open:
        raise held(suspension, task.label)
    return task


def _must_be_for(task: UserTask, actor: Actor, verb: str) -> None:
    if actor.is_operator or task.is_for(actor):
        return
    kind = "not-a-candidate" if task.assignee is None else "not-the-assignee"
    words = {"verb": f"runtime.verb.{verb}"}
    raise NotAllowed.of(f"runtime.{kind}", words, actor=actor.id, **_named(task))


def _named(task: UserTask) -> dict[str, Any]:
    candidates = ", ".join((*task.candidate_users, *task.candidate_groups)) or "-"
    return {
        "key": task.key,
        "label": task.label,
        "assignee": task.assignee or "-",
        "candidates": candidates,
    }
