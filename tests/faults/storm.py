"""A crew at work while its members are killed and the weather is bad; then calm, then the audit."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from procflow import Engine
from procflow.engine.model.instance import InstanceState
from procflow.tests.faults.audit import Auditor, Findings
from procflow.tests.faults.blade import STRUCK
from procflow.tests.faults.crew import OUT_OF_ORDER, configured
from procflow.tests.faults.harbour import HOUR, Sea, Weather
from procflow.tests.faults.nursery import Nursery
from procflow.tests.faults.order import Fault, Order

CREW = ("officer", "officer", "citizen", "worker", "worker", "clockwork", "clockwork")
TICK = 0.01
STALLED = 60.0
"""Seconds without an end after the storm, after which the audit is to say what is wrong."""

BOUNDARIES = 40
"""A member that is to die at a commit dies at one of its first so many."""


@dataclass(slots=True, kw_only=True)
class Log:
    """What befell the crew. kills: by role. weather: by name."""

    kills: Counter[str] = field(default_factory=Counter)
    weather: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    @property
    def killed(self) -> int:
        return self.kills.total()


@dataclass(slots=True)
class Member:
    order: Order
    pid: int


class Storm:
    """Bounded in kills and in time.

    pace: seconds between two kills from outside, on average.
    """

    def __init__(
        self,
        sea: Sea,
        nursery: Nursery,
        *,
        seed: int,
        weather: Sequence[Weather] = (),
        pace: float = 0.15,
    ) -> None:
        self._sea = sea
        self._nursery = nursery
        self._chance = random.Random(seed)
        self._weather = weather
        self._pace = pace
        self._members: dict[str, Member] = {}
        self.log = Log()

    def rage(self, kills: int, seconds: float, dossiers: int = 0) -> None:
        """Kill members until so many are killed, or so much time is over.

        dossiers: how many must have been filed besides; a slow machine gets the time for them.
        """
        begun = time.monotonic()
        self._storm(begun, kills, seconds)
        with counting(self._sea) as filed:
            while filed() < dossiers and time.monotonic() - begun < 5 * seconds:
                self._man(filing=True)
                time.sleep(10 * TICK)
        self.log.seconds = time.monotonic() - begun

    def _storm(self, begun: float, kills: int, seconds: float) -> None:
        next_kill, skies = begun, {each: begun + self._after(each.every) for each in self._weather}
        while self.log.killed < kills and time.monotonic() - begun < seconds:
            self._man(filing=True)
            now = time.monotonic()
            if now >= next_kill:
                self._nursery.kill(self._chance.choice(list(self._members.values())).pid)
                next_kill = now + self._after(self._pace)
            for each in [each for each, due in skies.items() if now >= due]:
                each.happen()
                self.log.weather[each.name] += 1
                skies[each] = time.monotonic() + self._after(each.every)
            time.sleep(TICK)

    def calm(self) -> None:
        """A crew that files nothing new finishes what was begun. Time is later than it ever was."""
        self._dismiss()
        self._sea.clock.set(2 * HOUR)
        until = time.monotonic() + STALLED
        with looking(self._sea) as idle:
            while time.monotonic() < until and not idle():
                self._man(filing=False)
                time.sleep(10 * TICK)
        self._dismiss()

    def _man(self, *, filing: bool) -> None:
        """A new member for everyone that is gone."""
        for pid, status in self._nursery.ended():
            self._bury(pid, status)
        for number, role in enumerate(CREW):
            name = f"{role}-{number}"
            if name not in self._members:
                order = self._order(role, name, filing)
                self._members[name] = Member(order, self._nursery.start(order))

    def _order(self, role: str, name: str, filing: bool) -> Order:
        fault = None
        if filing and self._chance.random() < 0.5:
            when = self._chance.choice(["before", "after"])
            fault = Fault(kind="kill", when=when, commit=self._chance.randint(1, BOUNDARIES))
        return Order(
            role=role,
            name=name,
            url=self._sea.url,
            folder=str(self._sea.folder),
            seed=self._chance.getrandbits(32),
            filing=filing,
            fault=fault,
        )

    def _bury(self, pid: int, status: int) -> None:
        for name, member in list(self._members.items()):
            if member.pid == pid:
                del self._members[name]
                self.log.kills[member.order.role] += status == -signal.SIGKILL

    def _dismiss(self) -> None:
        for member in self._members.values():
            self._nursery.kill(member.pid)
        until = time.monotonic() + 10
        while self._members and time.monotonic() < until:
            for pid, _status in self._nursery.ended():
                self._members = {n: m for n, m in self._members.items() if m.pid != pid}
            time.sleep(TICK)

    def _after(self, mean: float) -> float:
        return self._chance.expovariate(1 / mean)


@contextmanager
def looking(sea: Sea) -> Iterator[Callable[[], bool]]:
    """Whether every dossier is in the archive, and no instance runs any more.

    In this order: a dossier may come into the archive between the two looks.
    """
    with Engine(configured(sea.url, sea.clock, None)) as engine:

        def idle() -> bool:
            with suppress(*OUT_OF_ORDER):
                if number(engine, "case") <= number(engine, "archive"):
                    return not engine.instances.find(state=InstanceState.ACTIVE, limit=1)
            return False

        yield idle


@contextmanager
def counting(sea: Sea) -> Iterator[Callable[[], int]]:
    """How many dossiers there are; as many as before while the database is out of order."""
    counted = 0
    with Engine(configured(sea.url, sea.clock, None)) as engine:

        def filed() -> int:
            nonlocal counted
            with suppress(*OUT_OF_ORDER):
                counted = number(engine, "case")
            return counted

        yield filed


def number(engine: Engine, process_id: str) -> int:
    return len(engine.instances.find(process_id=process_id, limit=1_000_000))


def struck(sea: Sea) -> int:
    """How many members died at the very commit they were to die at."""
    return (sea.folder / "crew.log").read_text().count(STRUCK)


def audited(sea: Sea) -> Findings:
    auditor = Auditor(sea.url, sea.folder)
    try:
        return auditor.findings()
    finally:
        auditor.close()
