"""Who acts, and when: one moment for all that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..model.actor import Actor
from ..model.history import Fact
from ..model.trail import TrailEvent


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
