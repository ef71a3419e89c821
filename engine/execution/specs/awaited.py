"""What a catching event waits for, compiled from its event definition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...bpmn.model import EventDefinition, EventKind
from ..written import Written

if TYPE_CHECKING:
    from ..program import ProcessProgram

LISTENED_FOR = frozenset(
    {EventKind.MESSAGE, EventKind.TIMER, EventKind.SIGNAL, EventKind.CONDITIONAL}
)
"""The others – errors, escalations, compensation, cancel – are looked up when they are thrown."""


@dataclass(frozen=True, slots=True)
class Awaited:
    """value: name, code, timer value or condition, by kind."""

    kind: EventKind
    value: Written | None
    key: Written | None
    timer: str

    @classmethod
    def of(cls, program: ProcessProgram, event: EventDefinition) -> Awaited:
        return cls(
            event.kind,
            program.optional(event.value),
            program.optional(event.key),
            event.timer or "duration",
        )

    @property
    def is_listened_for(self) -> bool:
        return self.kind in LISTENED_FOR

    @property
    def code(self) -> str | None:
        return None if self.value is None else self.value.text


NONE = Awaited(EventKind.NONE, None, None, "duration")
