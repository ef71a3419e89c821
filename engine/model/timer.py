"""A moment that an instance waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """`taken`: it fired, but an incident keeps the drawing from moving on."""

    instance: str
    number: int
    definition: str
    process: str
    element: str
    label: str
    due: datetime
    taken: bool = False

    @property
    def key(self) -> str:
        return f"{self.instance}:{self.number}"
