"""What status and due date are projected from: as little of an instance's trail as is needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ..bpmn.model import Process
from ..model.trail import Happening, TrailEvent
from ..procedure.ledger import ClockEvent, Effect, clock_events
from ..procedure.status import PROPERTY, project
from ..procedure.trails import properties_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """entries: where a token entered an element with a status, as far as it is still there, and the
    last such entry. last: whether the last of `entries` is over. clock: all effects on the legal
    clock.
    """

    entries: tuple[TrailEvent, ...] = ()
    over: bool = False
    clock: tuple[ClockEvent, ...] = ()

    def after(
        self, trail: Iterable[TrailEvent], processes: Mapping[str, Process], moment: datetime
    ) -> Course:
        """The course after one more step."""
        marked = [
            event for event, properties in properties_of(trail, processes) if PROPERTY in properties
        ]
        clock = clock_events(trail, processes, moment)
        if not marked and not clock:
            return self
        entries, over = _standing([*self.events(), *marked])
        return Course(entries=entries, over=over, clock=(*self.clock, *clock))

    def events(self) -> list[TrailEvent]:
        """A trail that leads to the same status as the whole one."""
        if not self.over or not self.entries:
            return list(self.entries)
        last = self.entries[-1]
        return [*self.entries, _event(Happening.COMPLETED, _place(last))]

    def status(self, processes: Mapping[str, Process]) -> int | None:
        return project(self.events(), processes)

    @property
    def definitions(self) -> set[str]:
        return {entry.definition for entry in self.entries}

    def to_json(self) -> dict[str, Any]:
        return {
            "entries": [_place(entry) for entry in self.entries],
            "over": self.over,
            "clock": [
                (each.effect.value, each.moment.isoformat(), each.reason, each.element)
                for each in self.clock
            ],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any] | None) -> Course:
        if stored is None:
            return cls()
        return cls(
            entries=tuple(_event(Happening.ENTERED, place) for place in stored["entries"]),
            over=stored["over"],
            clock=tuple(_clock_event(*each) for each in stored["clock"]),
        )


Place = tuple[str, str, str, int]


def _standing(events: Iterable[TrailEvent]) -> tuple[tuple[TrailEvent, ...], bool]:
    """The entries whose token is still there, then the last entry if it is over."""
    there: dict[Place, TrailEvent] = {}
    last: TrailEvent | None = None
    for event in events:
        if event.happening is Happening.ENTERED:
            there.pop(_place(event), None)
            there[_place(event)] = last = event
        elif event.happening in (Happening.COMPLETED, Happening.CANCELLED):
            there.pop(_place(event), None)
    if last is None or _place(last) in there:
        return tuple(there.values()), False
    return (*there.values(), last), True


def _place(event: TrailEvent) -> Place:
    return (event.definition, event.process, event.element, event.token)


def _event(happening: Happening, place: Iterable[Any]) -> TrailEvent:
    definition, process, element, token = place
    return TrailEvent(
        happening=happening, definition=definition, process=process, element=element, token=token
    )


def _clock_event(effect: str, moment: str, reason: str, element: str | None) -> ClockEvent:
    return ClockEvent(
        effect=Effect(effect),
        moment=datetime.fromisoformat(moment),
        reason=reason,
        element=element,
    )
