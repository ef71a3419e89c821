"""Tokens that hold tokens: processes, sub-processes, event sub-processes, calls."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...bpmn.model import Element
from ..tokens import STARTED
from ..variables import View
from .node import Node, best_match, drop_records, record_compensation

if TYPE_CHECKING:
    from ..program import ProcessProgram
    from ..tokens import Token
    from .catching import Catching
    from .events import EventSubProcessStart

DEPTH = 50
"""Called processes within called processes."""


class Scope(Node):
    """Opens with its start nodes, ends when no token is left inside."""

    owns_scope = True

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        self.starts: list[Node] = []
        self.event_starts: list[EventSubProcessStart] = []
        self.undo: Node | None = None
        self.undo_start: EventSubProcessStart | None = None

    def _run_hook(self, token: Token) -> bool | None:
        self.open_listeners(token)
        for start in self.starts:
            token.workflow.place(start, token)
        return None if self.starts else True

    def open_listeners(self, token: Token) -> None:
        for start in self.event_starts:
            if start.waits:
                token.workflow.listen(start, token)

    def progress(self, token: Token) -> None:
        if token.is_empty:
            token.workflow.close(token)

    def is_done(self, token: Token) -> bool:
        return token.is_empty

    def leave(self, token: Token) -> None:
        super().leave(token)
        self.remember(token)

    def remember(self, token: Token) -> None:
        """What was done inside can be undone later, though the inside is no more."""
        done = token.internal_data.pop("done", None)
        if self.undone_by is None and self.undo is not None and (done or self.undo_start):
            record = {"of": self.element.id, "undo": self.undo.name, "done": done or []}
            record_compensation(token, record)
        elif done:
            drop_records(token, done)

    def catcher(
        self, token: Token, inner: Token | None, kind: str, code: str | None
    ) -> Catching | None:
        """Event sub-processes first, unless one has taken over already; then the boundary."""
        if inner is not None and not token.internal_data.get("interrupted"):
            starts = [s for s in self.event_starts if s.event_sub_process is not inner.task_spec]
            found = best_match(starts, kind, code)
            if found is not None:
                return found
        return super().catcher(token, inner, kind, code)


class ProcessScope(Scope):
    """The root of a process; variables do not look further out."""

    is_process = True
    is_drawn = False

    def leave(self, token: Token) -> None:
        """What was done in an ended process can no longer be undone."""
        drop_records(token, token.internal_data.pop("done", ()))

    def begin(self, token: Token, at: str | None, values: Mapping[str, Any]) -> None:
        """Start the instance at an event, or at all plain starts."""
        workflow = token.workflow
        token._set_state(STARTED)
        if at is not None:
            self._begin_at(token, at, values)
            return
        if not self.starts:
            raise workflow.failure(token, "no-start")
        workflow.variables.set_local(token, values, token)
        self.open_listeners(token)
        for start in self.starts:
            workflow.place(start, token)

    def _begin_at(self, token: Token, at: str, values: Mapping[str, Any]) -> None:
        """The event's mappings come first: keys of event sub-processes may need what they give."""
        workflow = token.workflow
        start = self.program.task_specs.get(at)
        if start is None or start.element.scope != self.element.id:
            raise workflow.failure(token, "no-start")
        if not start.outputs_mapped:
            workflow.variables.set_local(token, values, token)
        start.begin_here(token, values)
        workflow.go_on()
        self.open_listeners(token)


class SubProcess(Scope):
    pass


class EventSubProcess(Scope):
    """Opened by its start event, inside the scope it is drawn in."""

    def open_at(
        self,
        scope: Token,
        start: EventSubProcessStart,
        values: Mapping[str, Any],
        caught: Mapping[str, Any] | None = None,
    ) -> None:
        workflow = scope.workflow
        token = workflow.new_token(self, scope)
        workflow.trail.entered(token)
        self.enter(token)
        token._set_state(STARTED)
        self.open_listeners(token)
        start.place_triggered(workflow, token, values, caught)


class CallActivity(Node):
    """Holds the called process as its only child."""

    owns_scope = True

    def __init__(self, program: ProcessProgram, element: Element, name: str | None = None) -> None:
        super().__init__(program, element, name)
        assert element.called is not None  # noqa: S101 - the linter refuses a call without a target
        self.called = element.called
        self.process_id = program.expression(element.called.process_id)

    def _run_hook(self, token: Token) -> None:
        called = self._find(token)
        variables = token.workflow.variables
        root = token.workflow.new_token(called.start, token)
        visible = variables.seen_from(token)
        if not self.called.propagate_all_parent_variables:
            visible = View(visible.chain[:1])
        variables.copy(visible, root.id)
        root._ready()

    def _find(self, token: Token) -> ProcessProgram:
        workflow, called = token.workflow, self.called
        process_id = str(workflow.value(token, self.process_id))
        found = workflow.library.called(
            process_id, called.binding, called.version_tag, self.program
        )
        if found is None:
            raise workflow.failure(token, "called-process-unknown", called=process_id)
        if isinstance(found.start, Scope) and not found.start.starts:
            raise workflow.failure(token, "called-process-start", called=process_id)
        if _calls_around(token) > DEPTH:
            raise workflow.failure(token, "calls-too-deep", called=process_id, depth=DEPTH)
        return found

    def collect(self, token: Token, child: Token) -> None:
        variables = token.workflow.variables
        if self.outputs_mapped:
            variables.copy(View([variables.open(child.id)]), token.id)
        elif self.called.propagate_all_child_variables:
            variables.pour(child.id, token, token)

    def progress(self, token: Token) -> None:
        token.workflow.close(token)

    def is_done(self, token: Token) -> bool:
        return token.is_empty


def _calls_around(token: Token) -> int:
    calls, holder = 0, token.parent
    while holder is not None:
        calls += holder.task_spec.is_process
        holder = holder.parent
    return calls
