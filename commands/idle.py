"""Work until there is none left: jobs, timers and chores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Thread
from time import sleep

from ..engine.engine import Engine
from ..engine.worker import Worker
from ..handlers.chore import Chore

PAUSE = 1.0
"""Seconds between two looks for what chores may do, while there are jobs."""


def all_done(engine: Engine, hands: Worker, chores: Sequence[Chore], pause: float = PAUSE) -> int:
    """Do all that is due now, and what comes of it, until nothing is found any more; how many
    things were done.

    While jobs are done the chores go on beside, so that what a job leaves to be told is told at
    once and not when the last job is done.
    """
    done = 0
    while True:
        with _beside(chores, pause) as told:
            did = _jobs_and_timers(engine, hands)
        did += sum(told) + sum(chore.run_once() for chore in chores)
        done += did
        if not did:
            return done


def _jobs_and_timers(engine: Engine, hands: Worker) -> int:
    """All that is due now, also what a pace keeps back for a moment."""
    clockwork, done = engine.scheduler(), 0
    while True:
        did = clockwork.run_once() + hands.run_once()
        done += did
        if did:
            continue
        pause = engine.jobs.shortest_interval(hands.types)
        if pause == float("inf") or not engine.jobs.are_due(hands.types):
            return done
        sleep(pause)


@contextmanager
def _beside(chores: Sequence[Chore], pause: float) -> Iterator[list[int]]:
    """Chores in threads of their own, if the work lasts; at the end, how much they did."""
    stop = Event()
    told: list[int] = []

    def run(chore: Chore) -> None:
        if not stop.wait(pause):
            told.append(chore.run(stop, pause))

    threads = [Thread(target=run, args=(chore,), daemon=True) for chore in chores]
    for each in threads:
        each.start()
    try:
        yield told
    finally:
        stop.set()
        for each in threads:
            each.join()
