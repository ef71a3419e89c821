"""The loop of a chore: turn after turn, whatever goes wrong in one of them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from ..engine.errors import UnusableDatabase
from ..engine.handler.trace import trace_of

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
    log, done = logging.getLogger("procflow.chore"), 0
    while not stop.is_set():
        taken = _taken(turn, log, away)
        done += taken.done
        stop.wait(max(pause, taken.again_in))
    return done


def _taken(turn: Callable[[], Turn], log: logging.Logger, away: float) -> Turn:
    try:
        return turn()
    except UnusableDatabase:
        log.warning("database out of reach")
    except Exception as error:
        log.error("unforeseen error", extra={"told": {"trace": trace_of(error)}})
    return Turn(0, away)
