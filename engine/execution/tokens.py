"""A SpiffWorkflow Task that is a token: child of the scope it lies in, not of the task before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from SpiffWorkflow.task import Task
from SpiffWorkflow.util.task import TaskState

if TYPE_CHECKING:
    from .specs.node import Node
    from .workflow import TokenWorkflow

FUTURE: int = TaskState.FUTURE
WAITING: int = TaskState.WAITING
READY: int = TaskState.READY
STARTED: int = TaskState.STARTED
COMPLETED: int = TaskState.COMPLETED


class Token(Task):  # type: ignore[misc]  # SpiffWorkflow ships no types
    """Numbered within its instance, silent, and inert once withdrawn.

    `triggered` keeps SpiffWorkflow's meaning, "not part of the flow": such a child *listens* for
    its parent (boundary event, start of an event sub-process, branch of an event gateway) and is no
    token of the flow itself. `internal_data` holds what the spec must remember, as msgpack can
    write it.
    """

    task_spec: Node
    workflow: TokenWorkflow

    def __init__(  # the stock constructor asks the wall clock and draws a random id
        self,
        workflow: TokenWorkflow,
        spec: Node,
        parent: int | None,
        number: int,
        state: int = FUTURE,
        triggered: bool = False,
        internal_data: dict[str, Any] | None = None,
    ) -> None:
        self.id = number
        self.workflow = workflow
        self.task_spec = spec
        self.triggered = triggered
        self.internal_data = {} if internal_data is None else internal_data
        self.data: dict[str, Any] = {}
        self._parent = parent
        self._state = state
        self._children: dict[int, None] = {}
        workflow.tasks[number] = self
        if parent is not None:
            workflow.tasks[parent]._children[number] = None

    @property
    def parent(self) -> Token | None:
        return self.workflow.tasks.get(self._parent or 0)

    @property
    def holder(self) -> Token:
        """The scope or body the token lies in. Not for the root."""
        return self.workflow.tasks[self._parent or 0]

    @property
    def children(self) -> list[Token]:
        tasks = self.workflow.tasks
        return [tasks[number] for number in self._children]

    @property
    def listens(self) -> bool:
        return self.triggered

    @property
    def alive(self) -> bool:
        return self.id in self.workflow.tasks

    @property
    def is_empty(self) -> bool:
        """Whether only listeners are left inside."""
        tasks = self.workflow.tasks
        return all(tasks[number].triggered for number in self._children)

    def complete(self) -> None:
        if self.alive:
            super().complete()

    def _set_state(self, value: int) -> None:
        self._state = value
        if self.task_spec.can_wait:
            self.workflow.touched.add(self.id)
