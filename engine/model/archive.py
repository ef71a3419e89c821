"""What is left of ended instances when their details are no longer needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from .history import HistoryEvent
from .trail import Happening


class Kept(StrEnum):
    """How much of an instance lies in the database."""

    WHOLE = "whole"
    HISTORY = "history"  # the instance's own row and its history; no variables, no work
    RECORD = "record"  # its row and how long its elements took; the history is in a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """How long after their end instances are kept: by process id, and of all others.

    None: for ever.
    """

    of: Mapping[str, timedelta | None] = field(default_factory=dict)
    otherwise: timedelta | None = None

    def of_process(self, process_id: str) -> timedelta | None:
        return self.of.get(process_id, self.otherwise)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Instances of a process that ended before the moment and may go."""

    process_id: str
    before: datetime
    instances: int


class Place(NamedTuple):
    """An element of a drawing."""

    definition: str
    process: str
    element: str


@dataclass(frozen=True, slots=True)
class Passage:
    """How often the element was entered, and for how long tokens were there, in seconds."""

    definition: str
    process: str
    element: str
    times: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """An instance whose history went to the file: when, by whom, and what figures need of it."""

    instance: str
    file: str
    archived_at: datetime
    archived_by: str
    passages: tuple[Passage, ...] = ()


OUT = frozenset({Happening.COMPLETED.value, Happening.CANCELLED.value})


def passages(events: Iterable[HistoryEvent]) -> tuple[Passage, ...]:
    """What a history says of each element, in the order they were first entered."""
    since: dict[tuple[Place, int | None], datetime] = {}
    stays: dict[Place, list[float]] = {}
    for event in events:
        place = Place(event.definition or "", event.process or "", event.element or "")
        here = place, event.token
        if event.what == Happening.ENTERED:
            since[here] = event.at
            stays.setdefault(place, [])
        elif event.what in OUT and here in since:
            stays[place].append((event.at - since.pop(here)).total_seconds())
    entered = {place: len(found) for place, found in stays.items()}
    for place, _ in since:
        entered[place] += 1
    return tuple(
        Passage(*place, entered[place], round(sum(found), 6)) for place, found in stays.items()
    )
