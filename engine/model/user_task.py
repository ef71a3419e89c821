"""Work for a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from .actor import Actor


class UserTaskState(StrEnum):
    """`completing`: somebody's answer was taken, but an incident keeps the drawing from
    moving on.
    """

    OPEN = "open"
    COMPLETING = "completing"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A form that is filled in half: with what, by whom, and when."""

    variables: Mapping[str, Any]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class UserTask:
    """A user task of an instance; `assignee` is who claimed it or was given it."""

    instance: str
    number: int
    definition: str
    process: str
    element: str
    label: str
    state: UserTaskState = UserTaskState.OPEN
    assignee: str | None = None
    candidate_groups: tuple[str, ...] = ()
    candidate_users: tuple[str, ...] = ()
    due: datetime | None = None
    follow_up: datetime | None = None
    priority: int = 50
    form: str | None = None
    opened_at: datetime
    closed_at: datetime | None = None
    completed_by: str | None = None

    @property
    def key(self) -> str:
        return f"{self.instance}:{self.number}"

    @property
    def is_open(self) -> bool:
        return self.state is UserTaskState.OPEN

    def is_for(self, actor: Actor) -> bool:
        """Whether the actor may take it: assigned, a candidate, or nobody was named."""
        if self.assignee is not None:
            return self.assignee == actor.id
        if not self.candidate_users and not self.candidate_groups:
            return True
        return actor.id in self.candidate_users or not actor.groups.isdisjoint(
            self.candidate_groups
        )
