"""A process instance brought to life for one step: restored, stepped, saved, thrown away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..errors import Conflict, WaitGone
from ..expressions import Environment, FeelWarning
from ..model.step import (
    CompleteJob,
    CompleteUserTask,
    DeliverMessage,
    DeliverSignal,
    FireTimer,
    MoveToken,
    SetVariables,
    Start,
    Step,
    ThrowError,
)
from ..model.trail import Thrown, TrailEvent
from ..model.wait import ConditionWait, VainWait, Wait
from . import codec
from .codec import Snapshot
from .library import Library
from .migration import Move, settle
from .program import ProcessProgram
from .relocation import is_movable, place_to_go
from .specs.activities import Answered
from .tokens import WAITING, Token
from .waits import common
from .workflow import TokenWorkflow


class Execution:
    """Pure: knows no database, no clock and no other instance.

    After an ExecutionFailure it is half way and must not be used any more; the old snapshot stands.
    """

    def __init__(self, workflow: TokenWorkflow) -> None:
        self._workflow = workflow

    @classmethod
    def start(
        cls,
        program: ProcessProgram,
        library: Library,
        environment: Environment,
        step: Start,
        business_key: str | None = None,
    ) -> Execution:
        """Begin an instance; the business key becomes the root variable `businessKey`.

        Raises ExecutionFailure, of kind `no-start` when there is no such start.
        """
        workflow = TokenWorkflow(program, library, environment)
        known = {} if business_key is None else {"businessKey": business_key}
        workflow.begin(step.at, known, step.variables)
        return cls(workflow)

    @classmethod
    def restore(
        cls,
        positions: bytes,
        variables: bytes,
        program_key: str,
        library: Library,
        environment: Environment,
    ) -> Execution:
        """As it was saved, at another moment. Raises ExecutionFailure of kind `snapshot-format`."""
        return cls(codec.decode(positions, variables, program_key, library, environment))

    @classmethod
    def moved(
        cls,
        positions: bytes,
        variables: bytes,
        move: Move,
        library: Library,
        environment: Environment,
    ) -> Execution:
        """As it was saved, in another version of its drawing.

        Every wait counts as changed. Raises Unmigratable, or ExecutionFailure when something the
        new version listens for cannot be evaluated.
        """
        key = move.new.key
        workflow = codec.decode(positions, variables, key, library, environment, move.spec)
        settle(workflow, move)
        return cls(workflow)

    def snapshot(self) -> Snapshot:
        return codec.encode(self._workflow)

    # -- steps ----------------------------------------------------------------

    def take(self, step: Step) -> None:
        """Let one thing happen. Raises WaitGone when nobody waits for it, or ExecutionFailure."""
        _TAKE[type(step)](self, step)

    def run_to_wait(self) -> None:
        """Run until every token waits. Raises ExecutionFailure."""
        self._workflow.run_to_wait()

    def _answer(self, step: CompleteUserTask | CompleteJob) -> None:
        token = self._waiting(step.wait, _KINDS[type(step)])
        spec = token.task_spec
        assert isinstance(spec, Answered)  # noqa: S101 - its wait is of that kind
        spec.answer(token, step.variables)

    def _throw_error(self, step: ThrowError) -> None:
        token = self._waiting(step.wait, ("job", "user_task"))
        workflow = self._workflow
        if not workflow.raise_event(token, "error", step.code, step.variables, step.text):
            raise workflow.failure(token, "uncaught-error", code=step.code)

    def _fire(self, step: FireTimer) -> None:
        self._workflow.deliver(self._waiting(step.wait, ("timer",)), {})

    def _deliver(self, step: DeliverMessage | DeliverSignal) -> None:
        token = self._waiting(step.wait, _KINDS[type(step)])
        self._workflow.deliver(token, step.variables, {"name": step.name})

    def _set(self, step: SetVariables) -> None:
        root = self._workflow.task_tree
        token = root if step.token is None else self._workflow.tasks.get(step.token)
        if token is None:
            raise WaitGone.of("runtime.execution.token-gone", number=step.token)
        self._workflow.variables.propagate(token, step.variables, token)

    def _move(self, step: MoveToken) -> None:
        workflow = self._workflow
        token = workflow.tasks.get(step.token)
        if token is None or not is_movable(token):
            raise WaitGone.of("runtime.execution.not-movable", number=step.token)
        target, scope = place_to_go(token, step.to), token.holder
        workflow.withdraw(token)
        workflow.place(target, scope)

    def _waiting(self, number: int, kinds: tuple[str, ...]) -> Token:
        token = self._workflow.tasks.get(number)
        wait = None if token is None else token.task_spec.wait_of(token)
        if token is None or wait is None or wait.kind not in kinds:
            raise gone(number, wait)
        return token

    # -- what is there --------------------------------------------------------

    @property
    def ended(self) -> bool:
        return bool(self._workflow.completed)

    @property
    def variables(self) -> dict[str, Any]:
        """Of the whole instance, as JSON values."""
        return self._workflow.variables.local(self._workflow.task_tree)

    def variables_seen_by(self, number: int) -> dict[str, Any]:
        """All that the token sees, as JSON values; of a job, its input."""
        token = self._workflow.tasks[number]
        return dict(self._workflow.variables.seen_from(token))

    def local_variables(self, number: int) -> dict[str, Any]:
        return self._workflow.variables.local(self._workflow.tasks[number])

    def tokens_at(self, element: str) -> list[int]:
        """The numbers of the tokens that stand at the element and may be moved."""
        tokens = self._workflow.tasks.values()
        return [t.id for t in tokens if t.task_spec.element.id == element and is_movable(t)]

    def waits(self) -> list[Wait]:
        """All of them, in the order in which they began."""
        tokens = self._workflow.tasks.values()
        return [wait for token in tokens if (wait := token.task_spec.wait_of(token))]

    def changed_waits(self) -> tuple[list[Wait], list[int]]:
        """Waits opened or re-armed in this step, and the numbers of those that are no more."""
        workflow = self._workflow
        opened, gone_now = [], []
        for number in sorted(workflow.touched):
            token = workflow.tasks.get(number)
            wait = None if token is None else token.task_spec.wait_of(token)
            if wait is not None:
                opened.append(wait)
            elif number <= workflow.known:
                gone_now.append(number)
        return opened, gone_now

    def trail(self) -> list[TrailEvent]:
        """What happened in this step, in order."""
        return self._workflow.trail.events()

    def thrown(self) -> list[Thrown]:
        """Messages and signals for the outside. Signals have reached this instance already."""
        return list(self._workflow.thrown)

    def warnings(self) -> list[FeelWarning]:
        """Why expressions of this step gave null."""
        return list(self._workflow.trail.warnings)

    def stuck(self) -> list[VainWait]:
        """What waits in vain: nothing from outside can move the instance any more."""
        return [VainWait(**common(token)) for token in self._workflow.stuck()]

    def conditions(self) -> list[ConditionWait]:
        """What waits for a condition to become true."""
        return [
            ConditionWait(**common(token), condition=token.task_spec.condition.text)
            for token in self._workflow.conditional.values()
            if token.alive and (token._state == WAITING or token.is_empty)
        ]


_KINDS: Mapping[type, tuple[str, ...]] = {
    CompleteUserTask: ("user_task",),
    CompleteJob: ("job",),
    DeliverMessage: ("message",),
    DeliverSignal: ("signal",),
}


def _start_again(execution: Execution, step: Start) -> None:
    raise Conflict.of("runtime.execution.started-already")


_TAKE: Mapping[type, Callable[[Any, Any], None]] = {
    Start: _start_again,
    CompleteUserTask: Execution._answer,
    CompleteJob: Execution._answer,
    ThrowError: Execution._throw_error,
    FireTimer: Execution._fire,
    DeliverMessage: Execution._deliver,
    DeliverSignal: Execution._deliver,
    SetVariables: Execution._set,
    MoveToken: Execution._move,
}


def gone(number: int, other: Wait | None) -> WaitGone:
    if other is None:
        return WaitGone.of("runtime.execution.wait-gone", number=number)
    return WaitGone.of("runtime.execution.other-wait", label=other.label, kind=other.kind)
