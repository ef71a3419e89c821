"""What an execution waits for, as values. `number` is the token's number, unique in its instance.

`process` and `element` are the ids of the drawing; `definition` is the key of the definition
version the element belongs to (a called process has another one than its caller).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wait:
    number: int
    definition: str
    process: str
    element: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UserTaskWait(_Wait):
    """Work for a person. Groups come from `assignmentDefinition`, else from the element's lane."""

    kind: ClassVar[str] = "user_task"
    assignee: str | None = None
    candidate_groups: tuple[str, ...] = ()
    candidate_users: tuple[str, ...] = ()
    due: datetime | None = None
    follow_up: datetime | None = None
    priority: int = 50
    form: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobWait(_Wait):
    """Work for a handler. Its variables are asked from the execution when it is activated."""

    kind: ClassVar[str] = "job"
    type: str
    retries: int = 3
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerWait(_Wait):
    kind: ClassVar[str] = "timer"
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageWait(_Wait):
    """`key` None: the instance's business key correlates."""

    kind: ClassVar[str] = "message"
    name: str
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalWait(_Wait):
    kind: ClassVar[str] = "signal"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionWait(_Wait):
    """For its own variables to change; nobody answers it, so it has no row."""

    kind: ClassVar[str] = "condition"
    condition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VainWait(_Wait):
    """For what can never come."""

    kind: ClassVar[str] = "vain"


Wait = UserTaskWait | JobWait | TimerWait | MessageWait | SignalWait
