"""Follows the status of a dossier and asks, wherever it comes to rest, whether that was told.

Decree 224/2026, article 15.1.g: every change is told at once. A change that is followed by another
before the dossier rests need not be told on its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .frames import Frame
from .known import UNKNOWN
from .marks import rests, status_set, status_shown, tells
from .memory import BLANK, Memory, is_open, remembered
from .steps import first_spots, is_last, steps_from, turns
from .ways import Spot

MOST_VISITS = 20_000


@dataclass(frozen=True, slots=True)
class Heard:
    """status: of the dossier, UNKNOWN if it varies. untold: the citizen does not know it."""

    status: Any = None
    untold: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """The dossier rests at `spot`, with a status nobody told."""

    spot: Spot
    status: Any


def silences(frame: Frame, begin: Heard) -> Iterator[Silence]:
    """Each rest at which a citizen does not know the status, once."""
    walk = Telling()
    for spot in first_spots(frame):
        yield from walk.follow(spot, begin)
    for turn in turns(frame):
        for spot in first_spots(turn):
            yield from walk.follow(spot, Heard(UNKNOWN))


class Telling:
    def __init__(self) -> None:
        self._seen: set[tuple[tuple[int, str], Heard, Memory]] = set()
        self._said: set[tuple[int, str]] = set()

    def follow(self, begin: Spot, heard: Heard) -> Iterator[Silence]:
        waiting = [(begin, heard, BLANK)]
        while waiting:
            spot, before, memory = waiting.pop()
            if (spot.key, before, memory) in self._seen:
                continue
            self._seen.add((spot.key, before, memory))
            after = heard_at(spot, before)
            if after.untold and (rests(spot.element) or is_last(spot)):
                yield from self._silence(spot, after)
                after = Heard(after.status)
            for step in steps_from(spot):
                kept = remembered(memory, step.done)
                if is_open(kept, step):
                    waiting.append((step.spot, after, kept if self._may_remember else BLANK))

    @property
    def _may_remember(self) -> bool:
        """Where there would be too much to remember, all is forgotten: more is found, not less."""
        return len(self._seen) < MOST_VISITS

    def _silence(self, spot: Spot, heard: Heard) -> Iterator[Silence]:
        if spot.key not in self._said:
            self._said.add(spot.key)
            yield Silence(spot, heard.status)


def heard_at(spot: Spot, before: Heard) -> Heard:
    """What is known after an element had its turn."""
    frame, element = spot.frame, spot.element
    shown = status_shown(frame, element)
    status = shown if shown is not None else status_set(frame, element)
    after = before if status is None else _changed(before, status)
    return Heard(after.status) if tells(frame, element) else after


def _changed(before: Heard, status: Any) -> Heard:
    if before.status is UNKNOWN and status is not UNKNOWN:
        return Heard(status, before.untold)
    return before if before.status == status else Heard(status, untold=True)
