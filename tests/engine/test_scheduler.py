"""The scheduler brings what time brings; worker and scheduler run until they are told to stop."""

from datetime import timedelta
from threading import Event, Thread

import pytest

from procflow.engine.config import sortable_key
from procflow.engine.engine import Engine
from procflow.engine.errors import BadConfiguration
from procflow.engine.handler import handles
from procflow.engine.testing import TestEngine


@pytest.fixture
def engine():
    with TestEngine(handlers=None) as engine:
        yield engine


@pytest.fixture
def waiting(engine, pen):
    drawing = pen.drawing(
        pen.start(),
        pen.catch("pause", pen.timer("timeDuration", "PT1H")),
        pen.catch("wait", pen.message("paid", "code")),
        pen.end(),
        pen.flows("s-pause", "pause-wait", "wait-e"),
    )
    engine.deployments.deploy({"p.bpmn": drawing})
    return engine.instances.start("p", {"code": "K"})


def test_timers_then_what_follows_from_them(engine, waiting):
    engine.messages.publish("paid", "K", ttl=timedelta(hours=2))
    engine.clock.advance(timedelta(hours=1))
    assert engine.scheduler().run_once() == 1
    assert not engine.instances.get(waiting.key).is_active


def test_old_messages_are_forgotten(engine, waiting):
    engine.messages.publish("paid", "K", ttl=timedelta(minutes=5))
    engine.clock.advance(timedelta(minutes=5))
    assert engine.scheduler().run_once() == 1
    assert engine.scheduler().run_once() == 0


def test_they_run_until_they_are_told_to_stop(engine, waiting):
    stop = Event()
    threads = [
        Thread(target=engine.scheduler().run, args=(stop, 0.01)),
        Thread(target=engine.worker().run, args=(stop, 0.01)),
    ]
    for thread in threads:
        thread.start()
    engine.clock.advance(timedelta(hours=1))
    engine.messages.publish("paid", "K")
    for _ in range(500):
        if not engine.instances.get(waiting.key).is_active:
            break
        stop.wait(0.01)
    stop.set()
    for thread in threads:
        thread.join(timeout=10)
    assert not engine.instances.get(waiting.key).is_active


def test_the_doctor_looks_at_everything(engine, waiting):
    checks = {check.subject: check for check in engine.doctor()}
    assert set(checks) >= {"database", "history", "waits", "incidents"}
    assert all(check.ok for check in checks.values())
    assert checks["waits"].sentence("en") == (
        "The waits of 1 running instances agree with their snapshots"
    )


def test_what_this_version_does_not_offer_is_refused():
    @handles("pay", transactional=True)
    def pay(job):
        """Never runs."""

    with pytest.raises(BadConfiguration, match="pay ask for the engine's own"):
        TestEngine(handlers=[pay])


def test_a_clock_must_tell_its_zone(pen):
    from datetime import datetime

    from procflow.engine.config import Config

    with (
        Engine(Config(database="sqlite://", clock=lambda: datetime(2026, 3, 2))) as engine,
        pytest.raises(BadConfiguration, match="tells its zone"),
    ):
        engine.signals.broadcast("x")


def test_keys_are_short_and_sort_by_age():
    early = sortable_key()
    keys = [sortable_key() for _ in range(100)]
    assert len({*keys, early}) == 101
    assert {len(key) for key in keys} == {15}
    assert early[:9] <= keys[-1][:9]
