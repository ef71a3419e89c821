"""Who acts, and when: one moment for all that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from ..model.actor import Actor
from ..model.history import Fact
from ..model.trail import TrailEvent


class AtElement(Protocol):
    """What an instance waits for: a user task, a job, a timer, a message or a signal."""

    @property
    def definition(self) -> str: ...

    @property
    def process(self) -> str: ...

    @property
    def element(self) -> str: ...

    @property
    def number(self) -> int: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    actor: Actor
    now: datetime

    def fact(self, what: str, *, element: str | None = None, **about: Any) -> Fact:
        """Something the actor does."""
        return Fact(
            what=what,
            at=self.now,
            who=self.actor.id,
            address=self.actor.address,
            element=element,
            about=about,
        )

    def fact_at(self, wait: AtElement, what: str, **about: Any) -> Fact:
        """Something the actor does to what is waited for."""
        return Fact(
            what=what,
            at=self.now,
            who=self.actor.id,
            address=self.actor.address,
            definition=wait.definition,
            process=wait.process,
            element=wait.element,
            token=wait.number,
            about=about,
        )

    def seen(self, event: TrailEvent) -> Fact:
        """Something that happened in the drawing because of it."""
        return Fact(
            what=event.happening.value,
            at=self.now,
            who=self.actor.id,
            address=self.actor.address,
            definition=event.definition,
            process=event.process,
            element=event.element,
            token=event.token,
            about=event.about,
        )
