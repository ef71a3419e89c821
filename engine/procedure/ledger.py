"""The interval ledger of a dossier: when its legal clock ran, when it was paused and why.

Every figure about time is read from it: the legal due date, the indicators, a step's share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ..bpmn.model import Process
from ..model.trail import Happening, TrailEvent
from .trails import properties_of


class Effect(StrEnum):
    """What an element does to the legal clock (property `clock`)."""

    START = "start"
    PAUSE = "pause"
    RESUME = "resume"
    RESTART = "restart"
    STOP = "stop"


class ClockState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockEvent:
    """One effect on the clock. reason: `supplement`, `payment`, `agency` or `other`."""

    effect: Effect
    moment: datetime
    reason: str = "other"
    element: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A stretch of one state. `until` None: it still lasts. reasons: why it is paused."""

    state: ClockState
    since: datetime
    until: datetime | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All intervals, and those since the last start or restart.

    started: when the count began that holds now; before: when the one before it began, if it was
    restarted. ignored: events that had no effect in the state they met.
    """

    state: ClockState = ClockState.WAITING
    intervals: tuple[Interval, ...] = ()
    counted: tuple[Interval, ...] = ()
    started: datetime | None = None
    before: datetime | None = None
    stopped: datetime | None = None
    ignored: tuple[ClockEvent, ...] = ()


AFTER: Mapping[tuple[ClockState, Effect], ClockState] = {
    (ClockState.WAITING, Effect.START): ClockState.RUNNING,
    (ClockState.WAITING, Effect.RESTART): ClockState.RUNNING,
    (ClockState.RUNNING, Effect.PAUSE): ClockState.PAUSED,
    (ClockState.RUNNING, Effect.RESTART): ClockState.RUNNING,
    (ClockState.RUNNING, Effect.STOP): ClockState.STOPPED,
    (ClockState.PAUSED, Effect.PAUSE): ClockState.PAUSED,
    (ClockState.PAUSED, Effect.RESUME): ClockState.RUNNING,
    (ClockState.PAUSED, Effect.RESTART): ClockState.RUNNING,
    (ClockState.PAUSED, Effect.STOP): ClockState.STOPPED,
    (ClockState.STOPPED, Effect.START): ClockState.RUNNING,
    (ClockState.STOPPED, Effect.RESTART): ClockState.RUNNING,
}
BEGINNINGS = frozenset({Effect.START, Effect.RESTART})
REASONS = ("supplement", "payment", "agency", "other")
REASON_OF_STATUS: Mapping[str, str] = {"5": "supplement", "6": "payment"}


def keep_ledger(events: Iterable[ClockEvent]) -> Ledger:
    """The ledger of the events, in the order given.

    Pauses for different reasons overlap: the clock runs again when none is left. A resume ends the
    pause of its own reason, or every pause when there is none of that reason.
    """
    book = Book()
    for event in events:
        book.write(event)
    return book.ledger()


class Book:
    """A ledger being written."""

    def __init__(self) -> None:
        self.state = ClockState.WAITING
        self.reasons: tuple[str, ...] = ()
        self.since: datetime | None = None
        self.closed: list[Interval] = []
        self.page = 0
        self.started: datetime | None = None
        self.before: datetime | None = None
        self.stopped: datetime | None = None
        self.ignored: list[ClockEvent] = []

    def write(self, event: ClockEvent) -> None:
        after = AFTER.get((self.state, event.effect))
        if after is None:
            self.ignored.append(event)
            return
        reasons = _reasons(self.reasons, event)
        if event.effect is Effect.RESUME and reasons:
            after = ClockState.PAUSED
        self._close(event.moment)
        self.state, self.reasons, self.since = after, reasons, event.moment
        if event.effect in BEGINNINGS:
            self.before, self.started = self.started, event.moment
            self.page = len(self.closed)
        self.stopped = event.moment if after is ClockState.STOPPED else None

    def ledger(self) -> Ledger:
        intervals = (*self.closed, *self._open())
        return Ledger(
            state=self.state,
            intervals=intervals,
            counted=intervals[self.page :],
            started=self.started,
            before=self.before,
            stopped=self.stopped,
            ignored=tuple(self.ignored),
        )

    def _close(self, moment: datetime) -> None:
        self.closed.extend(self._open(moment))

    def _open(self, until: datetime | None = None) -> Iterator[Interval]:
        """The interval under way, if there is one and it has a length."""
        lasting = self.state in (ClockState.RUNNING, ClockState.PAUSED)
        if self.since is not None and lasting and self.since != until:
            yield Interval(state=self.state, since=self.since, until=until, reasons=self.reasons)


def clock_events(
    trail: Iterable[TrailEvent], processes: Mapping[str, Process], moment: datetime
) -> list[ClockEvent]:
    """The effects of one step's trail, all at the moment of the step.

    A pause begins when its element is entered; every other effect comes when it is completed.
    processes: by the key of the definition the trail names.
    """
    return [
        ClockEvent(
            effect=Effect(properties["clock"]),
            moment=moment,
            reason=_reason(properties),
            element=event.element,
        )
        for event, properties in properties_of(trail, processes)
        if _takes_effect(event, properties)
    ]


def _takes_effect(event: TrailEvent, properties: Mapping[str, str]) -> bool:
    effect = properties.get("clock")
    if effect is None or effect not in list(Effect):
        return False
    at = Happening.ENTERED if effect == Effect.PAUSE else Happening.COMPLETED
    return event.happening is at


def _reason(properties: Mapping[str, str]) -> str:
    by_status = REASON_OF_STATUS.get(properties.get("dossier.status", ""), "other")
    named = properties.get("clock.reason", by_status)
    return named if named in REASONS else "other"


def _reasons(reasons: tuple[str, ...], event: ClockEvent) -> tuple[str, ...]:
    match event.effect:
        case Effect.PAUSE:
            return tuple(dict.fromkeys((*reasons, event.reason)))
        case Effect.RESUME if event.reason in reasons:
            return tuple(reason for reason in reasons if reason != event.reason)
        case _:
            return ()
