"""`procflow work`: does jobs and timers."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Sequence
from datetime import timedelta
from threading import Event, Thread
from types import FrameType

import click

from ..engine.scheduler import Scheduler
from ..engine.worker import Worker
from ..handlers.chore import Chore
from .answer import Answer, Line
from .base import command, option
from .desk import Desk
from .idle import PAUSE, all_done
from .logs import FORMS, log_written
from .monitor import watched
from .parameters import Address


@command("work")
@option("--until-idle", "--burst", is_flag=True)
@option("--worker", metavar="NAME")
@option("--types", metavar="TYPE,…")
@option("--concurrency", type=click.IntRange(1), default=1, show_default=True, metavar="NUMBER")
@option("--grace", type=click.IntRange(0), default=30, show_default=True, metavar="SECONDS")
@option("--metrics", metavar="HOST:PORT", type=Address())
@option("--log", type=click.Choice(FORMS), default="text", show_default=True)
def work(
    desk: Desk,
    until_idle: bool,
    worker: str | None,
    types: str | None,
    concurrency: int,
    grace: int,
    metrics: tuple[str, int] | None,
    log: str,
) -> Answer:
    engine, chores = desk.house.engine, desk.house.chores
    name = worker or f"{socket.gethostname()}-{os.getpid()}"
    wanted = [part.strip() for part in types.split(",")] if types else None
    limits = {each: jobs.at_once for each, jobs in desk.settings.jobs.items() if jobs.at_once}
    hands = engine.worker(name, types=wanted, concurrency=concurrency, at_once=limits)
    with log_written(log):
        if until_idle:
            done = all_done(engine, hands, chores)
        else:
            desk.say("work.working", "quiet", worker=name)
            clockwork = engine.scheduler()
            pulses = {"worker": hands.pulse, "scheduler": clockwork.pulse}
            with watched(desk, metrics, pulses):
                done = _serve(hands, [clockwork, *chores], timedelta(seconds=grace))
    return Answer({"done": done}, [Line(desk.text("work.done", number=done), "good")])


def _serve(hands: Worker, chores: Sequence[Scheduler | Chore], grace: timedelta) -> int:
    """Jobs, timers and chores until a signal comes."""
    stop = _stop_on_signals()
    done: list[int] = []
    besides = [
        Thread(
            target=lambda runs=runs: done.append(runs(stop, PAUSE)),
            name=f"procflow-{number}",
            daemon=True,
        )
        for number, runs in enumerate([each.run for each in chores])
    ]
    for each in besides:
        each.start()
    done.append(hands.run(stop, PAUSE, grace))
    for each in besides:
        each.join()
    return sum(done)


def _stop_on_signals() -> Event:
    """Set by Ctrl+C or a service manager; the jobs at hand are finished first."""
    stop = Event()

    def ask(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, ask)
    signal.signal(signal.SIGTERM, ask)
    return stop
