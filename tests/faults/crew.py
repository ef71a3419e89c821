"""The members of the crew: each is one process that works until it is killed.

Officers file dossiers at the counter and answer user tasks, citizens send what dossiers wait for –
early, late and twice –, workers do jobs, clockworks fire timers, and a solo does all of it alone.
"""

from __future__ import annotations

import os
import random
import resource
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from threading import Thread
from typing import Any
from uuid import uuid4

from sqlalchemy import Column, MetaData, Table, Text, func, insert, select
from sqlalchemy import Engine as Pool
from sqlalchemy.exc import DBAPIError

from procflow import Actor, Config, Engine, UnusableDatabase
from procflow.engine.handler import wall_clock
from procflow.engine.model.archive import Ages
from procflow.engine.model.instance import InstanceState, ProcessInstance
from procflow.engine.model.job import Backoff
from procflow.engine.model.user_task import UserTask
from procflow.engine.storage.database import made
from procflow.tests.faults.blade import Blade, fill
from procflow.tests.faults.journal import ACCEPTED, Journal, commands
from procflow.tests.faults.order import Order
from procflow.tests.faults.outside import Agencies, JumpingClock, Ledger

LEASE = timedelta(seconds=1.5)
KEPT = timedelta(days=30)
LONGEST_LIFE = 120.0
PAUSE = 0.02
OPEN = 30
SUPPLEMENTS = 2
OUT_OF_ORDER = (UnusableDatabase, DBAPIError)
AGENCIES = ("finance", "land", "health")
NEW = {"steps": 0, "supplements": [], "agencies": list(AGENCIES)}

HOST = MetaData()
FILED = Table("host_filed", HOST, Column("code", Text, primary_key=True))
"""The host's own table: a dossier is filed in the same transaction as its row."""


class Desk:
    """What every member works with. An engine of its own, as on a machine of its own."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.chance = random.Random(order.seed)
        self.clock = JumpingClock(order.place / "clock")
        self.journal = Journal(order.place / "journal", order.name)
        self.pool = made(order.url)
        slow = timedelta(0) if order.role == "solo" else LEASE * 1.2
        agencies = Agencies(Ledger(order.place / "ledger.db"), self.chance, slow)
        self.engine = Engine(configured(self.pool, self.clock, [agencies]))
        self.actor = Actor(id=order.name, groups=frozenset({"mot-cua"}))
        if order.fault is not None:
            Blade(self.pool, order.fault)
        if order.pages is not None:
            fill(self.pool, order.pages)


def configured(
    pool: Pool | str, clock: Callable[[], datetime] | None, handlers: list[object] | None
) -> Config:
    """handlers None: jobs are done by others."""
    return Config(
        database=pool,
        handlers=handlers,
        clock=clock or wall_clock,
        lease=LEASE,
        backoff=Backoff(first=timedelta(milliseconds=50), longest=timedelta(milliseconds=200)),
        message_life=KEPT,
    )


class Officer:
    """Files dossiers at the counter, in a transaction of the host; answers whatever is open."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._engine = desk.engine

    def turn(self) -> bool:
        desk = self._desk
        if desk.order.filing and desk.chance.random() < 0.3 and running(self._engine) < OPEN:
            self.file()
        tasks = self._engine.user_tasks.find(actor=desk.actor, limit=20)
        if tasks:
            self.answer(desk.chance.choice(tasks))
        return bool(tasks)

    def file(self) -> None:
        desk, lane = self._desk, self._desk.order.name
        with desk.pool.begin() as connection:
            ours = select(func.count()).where(FILED.c.code.startswith(f"{lane}."))
            code = f"{lane}.{connection.scalar(ours)}"
            connection.execute(insert(FILED).values(code=code))
            self._engine.instances.start(
                "case", NEW, business_key=code, actor=desk.actor, connection=connection
            )

    def answer(self, task: UserTask) -> None:
        if task.element == "decide" and not self._is_complete(task):
            return
        dossier = self._engine.instances.get(task.instance).business_key or ""
        with self._desk.journal.asked("complete", dossier, task.element) as command:
            answered = {f"{task.element}By": command}
            self._engine.user_tasks.complete(task.key, answered, self._desk.actor)

    def _is_complete(self, task: UserTask) -> bool:
        """Whether all supplements have arrived: the last answer waits for them."""
        running = self._engine.instances.variables(task.instance)
        return len(running["supplements"]) >= SUPPLEMENTS


class Citizen:
    """Files by post, pays and sends supplements: before they are waited for, afterwards, twice."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._engine = desk.engine
        self._served: set[str] = set()
        for left in commands(desk.order.place / "journal").values():
            if left.kind == "post" and left.by == desk.order.name and left.state != ACCEPTED:
                self.post(left.dossier)

    def turn(self) -> bool:
        desk = self._desk
        if desk.order.filing and desk.chance.random() < 0.2 and running(self._engine) < OPEN:
            self.post(f"{desk.order.name}.{uuid4().hex[:12]}")
        if desk.chance.random() < 0.05:
            self._engine.signals.broadcast("closing")
        return self.serve_one()

    def serve_one(self) -> bool:
        active = self._engine.instances.find(process_id="case", state=InstanceState.ACTIVE)
        waiting = [each for each in active if each.key not in self._served]
        if waiting:
            self.serve(self._desk.chance.choice(waiting))
        return bool(waiting)

    def post(self, code: str) -> None:
        with self._desk.journal.asked("post", code, name=f"post {code}"):
            self._send("file", code, f"post {code}", NEW)

    def serve(self, instance: ProcessInstance) -> None:
        code = instance.business_key or ""
        sendings = [partial(self._pay, code)]
        sendings += [partial(self._supplement, code, f"{n}") for n in range(SUPPLEMENTS)]
        sendings += self._desk.chance.sample(sendings, 2)
        self._desk.chance.shuffle(sendings)
        for send in sendings:
            send()
        self._served.add(instance.key)
        self._too_late()

    def _pay(self, code: str) -> None:
        with self._desk.journal.asked("pay", code, name=f"paid {code}") as sent:
            self._send("paid", code, sent, {"paidBy": sent})

    def _supplement(self, code: str, which: str) -> None:
        name = f"supplement {which} {code}"
        with self._desk.journal.asked("supplement", code, which, name):
            self._send("supplement", code, name, {"supplement": which})

    def _too_late(self) -> None:
        """For a dossier that has ended: nobody will ever take it."""
        ended = self._engine.instances.find(process_id="case", state=InstanceState.ENDED, limit=5)
        for instance in ended[-1:]:
            code = instance.business_key or ""
            self._send("supplement", code, f"late {code}", {"supplement": "late"})

    def _send(self, name: str, code: str, sent: str, variables: Mapping[str, Any]) -> None:
        self._engine.messages.publish(name, code, variables, message_id=sent, ttl=KEPT)


class Worker:
    """Does jobs, one after another."""

    def __init__(self, desk: Desk) -> None:
        self._worker = desk.engine.worker(desk.order.name)

    def turn(self) -> bool:
        return self._worker.run_once() > 0


class Clockwork:
    """Fires timers and delivers what was left lying."""

    def __init__(self, desk: Desk) -> None:
        self._scheduler = desk.engine.scheduler()

    def turn(self) -> bool:
        return self._scheduler.run_once() > 0


class Solo:
    """One dossier, from filing to the archive, in one process; time passes when nothing else does.

    Ends by itself.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._officer, self._citizen = Officer(desk), Citizen(desk)
        self._others = (Worker(desk), Clockwork(desk))

    def turn(self) -> bool:
        engine = self._desk.engine
        if self._desk.order.filing and not engine.instances.find(process_id="case"):
            self._officer.file()
        busy = [self._citizen.serve_one(), *(other.turn() for other in self._others)]
        if not any(busy):
            self._go_on()
        return True

    def _go_on(self) -> None:
        """Answer something, or let time pass."""
        if not running(self._desk.engine):
            raise SystemExit(0)
        tasks = self._desk.engine.user_tasks.find(actor=self._desk.actor)
        if tasks and self._desk.chance.random() < 0.6:
            self._officer.answer(self._desk.chance.choice(tasks))
        else:
            self._desk.clock.set(self._desk.clock.difference() + 0.25)


class Archivist:
    """Puts all that has ended into a file, two at a time. Ends by itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def turn(self) -> bool:
        now = Ages(otherwise=timedelta(0))
        file = self._desk.order.place / "archive.jsonl"
        self._desk.engine.archive.prune(now, self._desk.actor, into=file, at_once=2)
        raise SystemExit(0)


ROLES: Mapping[str, tuple[type[Any], int]] = {
    "officer": (Officer, 2),
    "citizen": (Citizen, 1),
    "worker": (Worker, 1),
    "clockwork": (Clockwork, 1),
    "solo": (Solo, 1),
    "archivist": (Archivist, 1),
}
"""Who does it, and in how many threads."""


def running(engine: Engine) -> int:
    """How many instances run, up to the limit that matters."""
    return len(engine.instances.find(state=InstanceState.ACTIVE, limit=2 * OPEN))


def live(order: Order) -> None:
    """Work until killed, until the parent is gone, or until a life is over."""
    if order.size is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order.size, order.size))
    life = Life()
    desk = opened(order, life)
    kind, threads = ROLES[order.role]
    members = [kind(desk) for _ in range(threads)]
    for other in members[1:]:
        Thread(target=work, args=(other, life), daemon=True).start()
    work(members[0], life)


class Life:
    """Over when the parent is gone, or after a while: nobody outlives the tests."""

    def __init__(self) -> None:
        self._parent = os.getppid()
        self._until = time.monotonic() + LONGEST_LIFE

    def goes_on(self) -> bool:
        return os.getppid() == self._parent and time.monotonic() < self._until


def opened(order: Order, life: Life) -> Desk:
    """The desk, once the database can be had."""
    while life.goes_on():
        with suppress(*OUT_OF_ORDER):
            return Desk(order)
        time.sleep(5 * PAUSE)
    raise SystemExit(1)


def work(member: Any, life: Life) -> None:
    """Turn after turn; what the database refuses is in doubt, and the next turn is tried."""
    while life.goes_on():
        busy = False
        with suppress(*OUT_OF_ORDER):
            busy = member.turn()
        if not busy:
            time.sleep(PAUSE)
