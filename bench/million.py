"""Whether anybody notices that a million ended and fifty thousand running dossiers are there.

    python -m bench.million          about ten minutes, and 8 GB of disk for a while
    python -m bench.million --short  with a hundredth of them

What an office asks for all day, of a database of a few days and of one of many years, in turns.
Medians, and the longest of all but the worst twentieth. Wanted: at most 20 ms, and the old database
no slower than the young one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from statistics import median, quantiles
from time import perf_counter
from typing import Any, NamedTuple

from bench._databases import Kind, on_each
from bench._population import (
    OFFICERS,
    OFFICES,
    VARIABLES,
    Player,
    drawing,
    groups_of,
    populate,
)
from bench._table import Row, beside, show
from procflow import Actor, Config, Engine
from procflow.engine.handler import wall_clock
from procflow.engine.model.instance import InstanceState

ENDED, RUNNING = 1_000_000, 50_000
FEW = (1_000, 5_000)
"""Enough to fill a page with."""

TURNS = 60
PAGE = 20
WANTED = "≤ 20 ms"


class Office:
    """One database, and what is asked of it; each time of other dossiers and officers."""

    def __init__(self, engine: Engine, ended: int, running: int) -> None:
        self.engine = engine
        engine.deployments.deploy({"dossier.bpmn": drawing()})
        populate(engine, ended, running)
        self.player = Player(engine)
        self._turn = count(1)
        self._ended, self._all = ended, ended + running
        self._ready = [self.player.started(f"new-{n}") for n in range(2 * TURNS + 5)]

    def officer(self, office: int) -> Actor:
        turn = next(self._turn) * 7
        return Actor(id=f"officer-{turn % OFFICERS:04}", groups=groups_of(office))

    def inbox(self) -> object:
        return self._inbox(1 + next(self._turn) * 3 % (OFFICES - 1))

    def large_inbox(self) -> object:
        return self._inbox(0)

    def _inbox(self, office: int) -> object:
        return self.engine.user_tasks.find(actor=self.officer(office), limit=PAGE)

    def code(self) -> object:
        number = next(self._turn) * 7919
        return self.engine.instances.get(f"H56-0{number % self._all:014}")

    def newest(self) -> object:
        return self.engine.instances.find(limit=PAGE)

    def running(self) -> object:
        return self.engine.instances.find(
            process_id="dossier", state=InstanceState.ACTIVE, limit=PAGE
        )

    def in_status(self) -> object:
        return self.engine.instances.find(status=2, limit=PAGE)

    def overdue(self) -> object:
        return self.engine.instances.find(
            state=InstanceState.ACTIVE, due_before=wall_clock(), limit=PAGE
        )

    def troubled(self) -> object:
        return self.engine.instances.find(with_incident=True, limit=PAGE)

    def incidents(self) -> object:
        return self.engine.incidents.find(limit=PAGE)

    def explain(self) -> object:
        return self.engine.instances.explain(self._ready[0])

    def claim(self) -> object:
        return self.engine.jobs.activate(["note"], "bench")

    def live_jobs(self) -> object:
        return self.engine.jobs.find(limit=PAGE)

    def timers(self) -> object:
        return self.engine.timers.fire_due()

    def tick(self) -> object:
        return self.engine.scheduler().run_once()

    def start(self) -> object:
        return self.engine.instances.start("dossier", {**VARIABLES, "code": "s"})

    def step(self) -> Callable[[], object]:
        instance = self._ready.pop()
        return lambda: self.player.complete(instance)


class Question(NamedTuple):
    what: str
    ask: Callable[[Office], object]


QUESTIONS = (
    Question("inbox of an officer", Office.inbox),
    Question("inbox in an office with a fifth of all", Office.large_inbox),
    Question("look-up by code", Office.code),
    Question("newest instances", Office.newest),
    Question("running instances of a process", Office.running),
    Question("instances in a status", Office.in_status),
    Question("instances overdue", Office.overdue),
    Question("instances with an incident", Office.troubled),
    Question("open incidents", Office.incidents),
    Question("why does it wait", Office.explain),
    Question("claim a job", Office.claim),
    Question("live jobs", Office.live_jobs),
    Question("fire timers, none due", Office.timers),
    Question("what the clock brings, nothing", Office.tick),
    Question("start an instance", Office.start),
    Question("complete a user task", Office.step),
)


class Figure(NamedTuple):
    """In milliseconds."""

    middle: float
    most: float


def asked(question: Question, *offices: Office) -> list[Figure]:
    """Of each office, in turns."""
    taken: list[list[float]] = [[] for _ in offices]
    for _ in range(TURNS):
        for office, times in zip(offices, taken, strict=True):
            times.append(milliseconds(question, office))
    return [Figure(median(times), quantiles(times, n=20)[-1]) for times in taken]


def milliseconds(question: Question, office: Office) -> float:
    ask: Any = question.ask(office) if question.ask is Office.step else None
    begun = perf_counter()
    question.ask(office) if ask is None else ask()
    return (perf_counter() - begun) * 1e3


def rows() -> Iterator[Row]:
    part = 100 if "--short" in sys.argv else 1
    return on_each(lambda kind: measured(kind, ENDED // part, RUNNING // part))


def measured(kind: Kind, ended: int, running: int) -> Iterator[Row]:
    with ExitStack() as stack:
        young, old = (
            Office(stack.enter_context(opened(kind)), *size) for size in (FEW, (ended, running))
        )
        of_all, of_few = f"of {ended + running:,} dossiers", f"of {sum(FEW):,}"
        for question in QUESTIONS:
            few, many = asked(question, young, old)
            what = f"{question.what}, {of_all}; 95 %: {many.most:.2f}"
            yield beside(what, many.middle, of_few, few.middle, unit="ms", wanted=WANTED)


def opened(kind: Kind) -> Engine:
    return Engine(Config(database=kind.fresh(), handlers=None))


if __name__ == "__main__":
    show(rows())
