"""Compensation: what was completed is undone, last first, one after the other.

A scope keeps records in `done`: of an activity with a handler {of, handler}, of an ended
sub-process with records of its own {of, undo, done}; `scope` is the number under which its
variables are kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...bpmn.model import Element
from .node import Node, drop_records
from .scopes import Scope

if TYPE_CHECKING:
    from ..program import ProcessProgram
    from ..tokens import Token
    from .events import EventSubProcessStart


class Undoing(Node):
    """Works off the records in `todo`."""

    def _run_hook(self, token: Token) -> bool | None:
        return None if undo_next(token) else True

    def progress(self, token: Token) -> None:
        if not undo_next(token):
            token.workflow.close(token)

    def is_done(self, token: Token) -> bool:
        return token.is_empty and not token.internal_data.get("todo")

    def forget(self, token: Token) -> None:
        drop_records(token, token.internal_data.get("todo", ()))
        super().forget(token)


class Undo(Undoing):
    """Stands in for an ended sub-process while its inside is undone; is not drawn."""

    is_drawn = False
    start: EventSubProcessStart | None = None

    def enter(self, token: Token) -> None:
        """The sub-process was entered long ago."""

    def _run_hook(self, token: Token) -> bool | None:
        """By its compensation event sub-process, if there is one; else all that was completed."""
        if self.start is None:
            return super()._run_hook(token)
        token.internal_data["done"] = token.internal_data.pop("todo")
        token.internal_data["todo"] = []
        self.start.event_sub_process.open_at(token, self.start, {})
        return None

    def _on_complete_hook(self, token: Token) -> None:
        """The sub-process was left long ago: no mappings, no flows."""
        token.workflow.withdraw_inside(token)


class CompensationThrow(Undoing):
    """Undoes the completed activities of its scope, or one of them, and waits for that."""

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        self.wanted = element.event.value
        self.in_background = not element.event.wait_for_completion
        self.background: Node | None = None

    def _run_hook(self, token: Token) -> bool | None:
        todo = take_records(token, self.wanted)
        if not self.in_background or self.background is None:
            token.internal_data["todo"] = todo
            return super()._run_hook(token)
        if todo:
            beside = token.workflow.new_token(self.background, token.holder)
            beside.internal_data["todo"] = todo
            beside._ready()
        return True


class CancelEnd(Undoing):
    """Of a transaction: stop the rest, undo what is done, then leave by the cancel boundary.

    A transaction that is done several times is cancelled as a whole, as in Camunda 7.
    """

    def _run_hook(self, token: Token) -> bool | None:
        if token.holder.task_spec.is_round:
            _rise_above_the_rounds(token)
        token.workflow.withdraw_inside(token.holder, but=token)
        token.internal_data["todo"] = token.holder.internal_data.pop("done", [])
        return super()._run_hook(token)

    def _on_complete_hook(self, token: Token) -> None:
        workflow, transaction = token.workflow, token.holder
        workflow.trail.completed(token)
        catcher = transaction.task_spec.catcher(transaction, None, "cancel", None)
        if catcher is not None:
            catcher.triggered_at(transaction, {})
        else:
            scope = transaction.holder
            workflow.withdraw(transaction)
            scope.task_spec.progress(scope)


def _rise_above_the_rounds(token: Token) -> None:
    """Every round is to be undone, those that still run too; this one, the last, first."""
    own, body = token.holder, token.holder.holder
    for each in [*(one for one in body.children if one is not own and not one.listens), own]:
        if isinstance(each.task_spec, Scope):
            each.task_spec.remember(each)
    token.workflow.lift(token, body)


def take_records(token: Token, wanted: str | None) -> list[dict[str, Any]]:
    """The records that are to be undone now; they leave their scopes."""
    taken: list[dict[str, Any]] = []
    for scope in _scopes_to_undo(token):
        done = scope.internal_data.get("done", [])
        here = [record for record in done if wanted in (None, record["of"])]
        scope.internal_data["done"] = [
            record for record in done if wanted not in (None, record["of"])
        ]
        taken = here + taken
    return taken


def _scopes_to_undo(token: Token) -> list[Token]:
    """The scope of the throwing event; around an event sub-process, also the next one."""
    scopes = [token.holder]
    while scopes[-1].task_spec.element.triggered_by_event and scopes[-1].parent is not None:
        scopes.append(scopes[-1].holder)
    return scopes


def undo_next(token: Token) -> bool:
    """Begin to undo the last record; False when none is left."""
    todo = token.internal_data["todo"]
    if not todo:
        return False
    record: Mapping[str, Any] = todo.pop()
    specs = token.task_spec.program.task_specs
    if "handler" in record:
        _begin_handler(token, specs[record["handler"]], record)
    else:
        _begin_undo(token, specs[record["undo"]], record)
    return True


def _begin_handler(token: Token, handler: Node, record: Mapping[str, Any]) -> None:
    workflow = token.workflow
    undone = token.task_spec.program.task_specs[record["of"]]
    inner = workflow.new_token(handler, token)
    if "scope" in record:
        workflow.variables.hand_over(record["scope"], inner.id)
    if undone.undo_event is not None:
        workflow.trail.compensates(inner, undone.undo_event.name)
    workflow.trail.entered(inner)
    handler._update(inner)


def _begin_undo(token: Token, undo: Node, record: Mapping[str, Any]) -> None:
    workflow = token.workflow
    inner = workflow.new_token(undo, token)
    workflow.variables.hand_over(record["scope"], inner.id)
    inner.internal_data["todo"] = list(record["done"])
    inner._ready()
