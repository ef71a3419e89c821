"""`procflow work`: does jobs and timers."""

from __future__ import annotations

import os
import signal
import socket
from threading import Event
from types import FrameType

from .answer import Answer, Line
from .base import command, option
from .desk import Desk

PAUSE = 1.0
"""Seconds between two looks for work."""


@command("work")
@option("--until-idle", is_flag=True)
@option("--worker", metavar="NAME")
def work(desk: Desk, until_idle: bool, worker: str | None) -> Answer:
    engine = desk.house.engine
    if until_idle:
        done = engine.run_until_idle()
        return Answer({"done": done}, [Line(desk.text("work.done", number=done), "good")])
    name = worker or f"{socket.gethostname()}-{os.getpid()}"
    desk.say("work.working", "quiet", worker=name)
    stop = _stop_on_signals()
    done = 0
    hands, clockwork = engine.worker(name), engine.scheduler()
    while not stop.is_set():
        did = clockwork.run_once() + hands.run_once()
        done += did
        if not did:
            stop.wait(PAUSE)
    return Answer({"done": done}, [Line(desk.text("work.done", number=done), "good")])


def _stop_on_signals() -> Event:
    """Set by Ctrl+C or a service manager; the job at hand is finished first."""
    stop = Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, ask)
    signal.signal(signal.SIGTERM, ask)
    return stop
