"""Workers with several hands: leases renewed, types limited, paces kept, jobs handed back."""

import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Event, Lock, Thread

import pytest

from procflow.engine.config import Config
from procflow.engine.engine import Engine
from procflow.engine.errors import BadConfiguration
from procflow.engine.handler import handles
from procflow.engine.model.actor import Actor
from procflow.engine.model.job import JobState
from procflow.tests.patience import PATIENCE, soon

SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Nothing:
    pass


class Hands:
    """Remembers who was at work at the same time; waits for `go` where it is asked to."""

    def __init__(self):
        self.lock = Lock()
        self.now = Counter()
        self.most = Counter()
        self.begun = []
        self.go = Event()
        self.go.set()
        self.takes = 0.0

    def work(self, kind, job):
        with self.lock:
            self.now[kind] += 1
            self.most[kind] = max(self.most[kind], self.now[kind])
            self.most["all"] = max(self.most["all"], self.now.total())
            self.begun.append((kind, job.key, time.monotonic()))
        self.go.wait(PATIENCE)
        time.sleep(self.takes)
        with self.lock:
            self.now[kind] -= 1

    @handles("a")
    def a(self, _: Nothing, job) -> None:
        self.work("a", job)

    @handles("b")
    def b(self, _: Nothing, job) -> None:
        self.work("b", job)

    def keys(self):
        with self.lock:
            return [key for _, key, _ in self.begun]


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def open_engine(database_url, hands):
    opened = []

    def make(**settings):
        engine = Engine(Config(database=database_url, handlers=[hands], **settings))
        opened.append(engine)
        return engine

    yield make
    hands.go.set()
    for engine in opened:
        engine.close()


@pytest.fixture
def deploy(pen):
    def deployed(engine, kind="a"):
        drawing = pen.drawing(
            pen.start(), pen.job("j", kind), pen.end(), pen.flows("s-j", "j-e"), process=kind
        )
        engine.deployments.deploy({f"{kind}.bpmn": drawing}, actor=Actor(id="t"))

    return deployed


class Running:
    """A worker that runs in a thread until the block is left."""

    def __init__(self, worker, *, pause=0.05, grace=10 * SECOND):
        self.stop = Event()
        self.done = []
        run = lambda: self.done.append(worker.run(self.stop, pause, grace))  # noqa: E731 - a thread's work
        self.thread = Thread(target=run)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()


def test_a_lease_is_renewed_while_the_handler_is_at_work(open_engine, deploy, hands):
    engine = open_engine()
    deploy(engine)
    instance = engine.instances.start("a")
    hands.go.clear()
    worker = engine.worker("slow", lease=1.5 * SECOND)
    with Running(worker):
        assert soon(hands.keys)
        time.sleep(2.0)  # more than a lease
        assert engine.jobs.activate(["a"], "greedy") == []
        hands.go.set()
        assert soon(lambda: not engine.instances.get(instance.key).is_active)
    assert len(hands.keys()) == 1


def test_several_hands_but_of_a_type_no_more_than_its_limit(open_engine, deploy, hands):
    engine = open_engine()
    for kind in ("a", "b"):
        deploy(engine, kind)
        for _ in range(6):
            engine.instances.start(kind)
    hands.takes = 0.05
    worker = engine.worker("w", concurrency=4, at_once={"b": 1})
    assert sum(iter(worker.run_once, 0)) == 12
    assert len(set(hands.keys())) == len(hands.keys()) == 12
    assert hands.most["b"] == 1
    assert 2 <= hands.most["all"] <= 4


def test_all_workers_together_keep_the_pace_of_a_type(open_engine, deploy, hands):
    engines = [open_engine(per_minute={"a": 600}) for _ in range(2)]
    deploy(engines[0])
    for _ in range(8):
        engines[0].instances.start("a")
    with Running(engines[0].worker("one", concurrency=2)), Running(engines[1].worker("two")):
        assert soon(lambda: len(hands.keys()) == 8)
    moments = sorted(moment for _, _, moment in hands.begun)
    assert moments[-1] - moments[0] >= 0.6  # eight at ten a second take 0.7 s


def test_a_pace_keeps_others_from_waiting(open_engine, deploy, hands):
    engine = open_engine(per_minute={"a": 1})
    deploy(engine, "a")
    deploy(engine, "b")
    for kind in "aabb":
        engine.instances.start(kind)
    given = engine.jobs.activate(None, "w", limit=10)
    assert Counter(job.type for job in given) == {"a": 1, "b": 2}
    assert engine.jobs.activate(None, "w", limit=10) == []
    assert engine.jobs.are_due(["a"])
    assert not engine.jobs.are_due(["b"])


def test_no_pace_at_all_is_refused(open_engine):
    with pytest.raises(BadConfiguration, match="at least one"):
        open_engine(per_minute={"a": 0})


def test_it_finishes_what_is_at_hand_when_it_is_told_to_stop(open_engine, deploy, hands):
    engine = open_engine()
    deploy(engine)
    first, second = (engine.instances.start("a") for _ in range(2))
    hands.takes = 0.3
    with Running(engine.worker("w")) as running:
        assert soon(hands.keys)
    assert running.done == [1]
    states = {engine.instances.get(each.key).state.value for each in (first, second)}
    assert states == {"ended", "active"}


def test_what_is_not_done_in_time_is_handed_back(open_engine, deploy, hands):
    engine = open_engine()
    deploy(engine)
    instance = engine.instances.start("a")
    hands.go.clear()
    with Running(engine.worker("w"), grace=0.1 * SECOND):
        assert soon(hands.keys)
    (job,) = engine.jobs.find()
    assert (job.state, job.retries) == (JobState.OPEN, 3)
    (again,) = engine.jobs.activate(["a"], "next")
    assert again.key == hands.keys()[0]
    hands.go.set()
    time.sleep(0.3)  # the answer of the first worker's handler comes now, and is refused
    assert engine.instances.get(instance.key).is_active
    engine.jobs.complete(again.lease)
    assert not engine.instances.get(instance.key).is_active


def test_work_wakes_a_worker_at_once(open_engine, deploy, hands):
    """Of this engine on both databases; of another one on PostgreSQL."""
    engine = open_engine()
    deploy(engine)
    starters = [engine]
    if engine.config.database.startswith("postgresql"):
        starters.append(open_engine())
    with Running(engine.worker("w"), pause=600) as running:
        for number, starter in enumerate(starters, 1):
            time.sleep(1.0)  # it waits, and listens
            starter.instances.start("a")
            assert soon(lambda number=number: len(hands.keys()) == number)
        running.stop.set()
        engine.jobs.bell.ring()


def test_a_lost_bell_costs_only_time(open_engine, deploy, hands):
    engine = open_engine()
    deploy(engine)
    with Running(engine.worker("w"), pause=0.2):
        starter = open_engine()
        starter.jobs.bell.close()
        starter.instances.start("a")
        assert soon(hands.keys)


def test_on_postgresql_the_databases_clock_counts(open_engine, monkeypatch):
    engine = open_engine()
    wrong = datetime(2001, 1, 1, tzinfo=UTC)
    monkeypatch.setattr("procflow.engine.engine.wall_clock", lambda: wrong)
    told = open_engine()._means.now()
    if engine.config.database.startswith("postgresql"):
        assert abs(told - datetime.now(UTC)) < timedelta(seconds=60)
    else:
        assert told == wrong
