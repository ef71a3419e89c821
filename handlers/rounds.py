"""The loop of a chore: turn after turn, whatever goes wrong in one of them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from ..engine.handler.outages import Outages

AWAY = 10.0
"""Seconds until the next turn after one that failed."""


@dataclass(frozen=True, slots=True)
class Turn:
    """done: how many things were done. again_in: seconds until another look makes sense."""

    done: int
    again_in: float = 0.0


def in_rounds(turn: Callable[[], Turn], stop: Event, pause: float, away: float = AWAY) -> int:
    """Take turns until told to stop, with a pause (seconds) between them; how many things were
    done.

    A database out of reach is waited for; any other error is logged, and the next turn is tried.
    """
    done, longer = 0, max(away - pause, 0.0)
    outages = Outages(logging.getLogger("procflow.chore"), stop, longer)
    while not stop.is_set():
        taken = Turn(0)
        with outages:
            taken = turn()
        done += taken.done
        stop.wait(max(pause, taken.again_in))
    return done
