"""What a play has led to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedWait:
    """Something open. kind: `user_task`, `job`, `timer`, `message`, `signal` or
    `condition`.

    name: the job's type, the message's or signal's name, the label of others. key: the correlation
    key of a message, the key of others. due: of timers, of user tasks if they have one.
    """

    kind: str
    element: str
    name: str
    key: str
    due: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedIncident:
    kind: str
    element: str | None
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """passed: elements in the order they completed. flows: in the order they were taken.

    state: `ended`, `waiting` (also when nothing has begun), `incident` or `cancelled`. variables:
    of the instance, as JSON values. waits and incidents: those that are open.
    """

    state: str
    passed: list[str] = field(default_factory=list)
    flows: list[str] = field(default_factory=list)
    variables: dict[str, Any] = field(default_factory=dict)
    waits: list[PlayedWait] = field(default_factory=list)
    incidents: list[PlayedIncident] = field(default_factory=list)

    @property
    def is_ended(self) -> bool:
        return self.state == "ended"

    def is_waiting_at(self, element: str) -> bool:
        return any(wait.element == element for wait in self.waits)

    def has_passed(self, *elements: str) -> bool:
        """Whether all of them completed, in this order (others may lie between)."""
        passed = iter(self.passed)
        return all(element in passed for element in elements)

    def has_incident_at(self, element: str) -> bool:
        return any(incident.element == element for incident in self.incidents)
