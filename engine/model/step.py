"""One thing that happens to a process instance, as data.

A step names the number of the wait it answers, so that a second answer is refused. It can be stored
as JSON: an incident keeps the step that failed, and resolving the incident takes it again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Begin: at the plain start, or at the named message, timer, signal or conditional
    start event.
    """

    kind: ClassVar[str] = "start"
    at: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteUserTask:
    kind: ClassVar[str] = "complete-user-task"
    wait: int
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteJob:
    kind: ClassVar[str] = "complete-job"
    wait: int
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ThrowError:
    """A handler (wait = its job) or a person says that the drawing must deal with the
    error code.
    """

    kind: ClassVar[str] = "throw-error"
    wait: int
    code: str
    text: str = ""
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class FireTimer:
    kind: ClassVar[str] = "fire-timer"
    wait: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverMessage:
    kind: ClassVar[str] = "deliver-message"
    wait: int
    name: str
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverSignal:
    kind: ClassVar[str] = "deliver-signal"
    wait: int
    name: str
    variables: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetVariables:
    """An operator changes variables: each in the nearest scope around the given token that knows
    it, else in that of the whole instance.
    """

    kind: ClassVar[str] = "set-variables"
    variables: Mapping[str, Any]
    token: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveToken:
    """An operator takes the token from where it stands to another element of the same scope."""

    kind: ClassVar[str] = "move-token"
    token: int
    to: str


Step = (
    Start
    | CompleteUserTask
    | CompleteJob
    | ThrowError
    | FireTimer
    | DeliverMessage
    | DeliverSignal
    | SetVariables
    | MoveToken
)

STEPS: Mapping[str, type[Step]] = {
    step.kind: step
    for step in (
        Start,
        CompleteUserTask,
        CompleteJob,
        ThrowError,
        FireTimer,
        DeliverMessage,
        DeliverSignal,
        SetVariables,
        MoveToken,
    )
}


def step_to_json(step: Step) -> dict[str, Any]:
    return {"kind": step.kind, **asdict(step)}


def step_from_json(values: Mapping[str, Any]) -> Step:
    """The step that was stored. Raises KeyError for a kind this version does not know."""
    given = dict(values)
    return STEPS[given.pop("kind")](**given)
