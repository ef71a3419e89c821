"""The machine's clock is set, forwards and backwards: leases, timers and trails stand it."""

from datetime import UTC, datetime, timedelta

import pytest

from procflow import Actor, Config, Engine, LeaseLost
from procflow.tests.faults.crew import NEW
from procflow.tests.faults.harbour import DRAWING

HOUR = timedelta(hours=1)
OFFICER = Actor(id="an", groups=frozenset({"mot-cua"}))


class SetClock:
    """Goes where it is set, also back."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)

    def __call__(self):
        return self.now

    def jump(self, by):
        self.now += by


@pytest.fixture
def clock():
    return SetClock()


@pytest.fixture
def engine(clock):
    with Engine(Config(database="sqlite://", handlers=None, clock=clock)) as opened:
        opened.deployments.deploy({DRAWING.name: DRAWING.read_bytes()})
        yield opened
        for instance in opened.instances.find():
            opened.instances.check(instance.key)
        assert opened.history.verify() == []


@pytest.fixture
def dossier(engine):
    """One that waits for its first job."""
    started = engine.instances.start("case", NEW, business_key="H56-1", actor=OFFICER)
    for task in engine.user_tasks.find(actor=OFFICER):
        engine.user_tasks.complete(task.key, {}, OFFICER)
    return started.key


def activated(engine, worker):
    return engine.jobs.activate(["effect"], worker)


@pytest.mark.usefixtures("dossier")
def test_a_jump_forwards_ends_a_lease_and_the_job_keeps_its_key(engine, clock):
    [first] = activated(engine, "one")
    clock.jump(HOUR)
    [second] = activated(engine, "two")
    assert second.key == first.key
    with pytest.raises(LeaseLost, match="two"):
        engine.jobs.complete(first.lease, {"reference": "first"})
    engine.jobs.complete(second.lease, {"reference": "second"})


@pytest.mark.usefixtures("dossier")
def test_a_jump_backwards_leaves_a_lease_with_its_worker(engine, clock):
    [first] = activated(engine, "one")
    clock.jump(-HOUR)
    assert activated(engine, "two") == []
    engine.jobs.complete(first.lease, {"reference": "first"})
    with pytest.raises(LeaseLost):
        engine.jobs.complete(first.lease, {"reference": "again"})


def test_what_was_opened_in_the_future_waits_until_then_and_is_not_lost(engine, clock, dossier):
    clock.jump(-HOUR)
    assert activated(engine, "one") == []
    clock.jump(HOUR)
    assert [job.lease.instance for job in activated(engine, "one")] == [dossier]


def test_a_timer_fires_once_however_the_clock_is_set(engine, clock, dossier):
    [job] = activated(engine, "one")
    engine.jobs.complete(job.lease, {"reference": "paid"})
    scheduler = engine.scheduler()
    for by in (-HOUR, 2 * HOUR, -2 * HOUR, 3 * HOUR):
        clock.jump(by)
        scheduler.run_once()
    fired = [event for event in engine.history.of(dossier) if event.what == "fire-timer"]
    assert [event.element for event in fired] == ["wait"]
