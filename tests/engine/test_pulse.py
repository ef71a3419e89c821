"""A loop that turns is known from one that is stuck, busy, or being stopped."""

from threading import Event, Thread

import pytest

from procflow.engine.errors import UnusableDatabase
from procflow.engine.handler.outages import Outages
from procflow.engine.pulse import Pulse
from procflow.engine.testing import TestEngine
from procflow.engine.worker import Worker
from procflow.tests.patience import PATIENCE, soon


class Clock:
    """Seconds that pass when the test says so."""

    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def stop():
    event = Event()
    yield event
    event.set()


def test_without_a_loop_nothing_turns():
    pulse = Pulse()
    pulse.beat_if_running()
    with pulse.busy():
        pass
    assert not pulse.is_turning()
    assert pulse.readiness("worker").sentence("en") == "The worker does not turn"


def test_a_loop_that_does_not_beat_is_stuck_unless_it_is_busy(stop):
    clock = Clock()
    pulse = Pulse(clock)
    with pulse.running(stop):
        clock.now += 30
        assert pulse.is_turning()
        clock.now += 1
        assert not pulse.is_turning()
        with pulse.busy():
            clock.now += 31
            assert pulse.is_turning()
        assert pulse.is_turning()
    assert not pulse.is_turning()


def test_one_stuck_hand_is_enough(stop):
    clock, other = Clock(), Event()
    pulse, stuck_now = Pulse(clock), Event()

    def stuck():
        with pulse.running(stop):
            stuck_now.set()
            other.wait()

    thread = Thread(target=stuck)
    with pulse.running(stop):
        thread.start()
        assert stuck_now.wait(PATIENCE)
        clock.now += 31
        pulse.beat()
        assert not pulse.is_turning()
        other.set()
        thread.join()
        assert pulse.is_turning()


def test_workers_and_schedulers_turn_until_they_are_stopped(stop):
    with TestEngine(handlers=[]) as engine:
        loops = [engine.worker(concurrency=2), engine.scheduler()]
        assert not any(loop.pulse.is_turning() for loop in loops)
        threads = [Thread(target=loop.run, args=(stop, 0.01)) for loop in loops]
        for thread in threads:
            thread.start()
        assert soon(lambda: all(loop.pulse.readiness("loop").ok for loop in loops))
        stop.set()
        for thread in threads:
            thread.join()
        assert [loop.pulse.readiness("loop").sentence("en") for loop in loops] == [
            "The loop is stopping",
            "The loop is stopping",
        ]


class Failing:
    """Jobs of an engine, the first calls of which fail."""

    def __init__(self, jobs, *errors):
        self._jobs = jobs
        self._errors = list(errors)
        self.calls = 0

    def activate(self, *given, **more):
        self.calls += 1
        if self._errors:
            raise self._errors.pop(0)
        return self._jobs.activate(*given, **more)

    def __getattr__(self, name):
        return getattr(self._jobs, name)


def test_a_hand_outlives_any_error(stop, caplog):
    """An error nobody foresaw must not leave a process that is up and does nothing."""
    with TestEngine(handlers=[]) as engine:
        jobs = Failing(engine.jobs, UnusableDatabase(), UnusableDatabase(), KeyError("Bí Mật"))
        worker = Worker("w", jobs, engine.handlers, lease=engine.config.lease, types=["pay"])
        thread = Thread(target=worker.run, args=(stop, 0.01))
        thread.start()
        assert soon(lambda: jobs.calls > 5)
        stop.set()
        thread.join()
    told = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert told == [
        ("WARNING", "database out of reach"),
        ("ERROR", "unforeseen error"),
        ("WARNING", "database in reach again"),
    ]
    assert caplog.records[1].told["trace"][0] == "KeyError"
    assert "Bí Mật" not in str(caplog.records[1].__dict__)


def test_what_ends_a_process_ends_the_loop(stop, caplog):
    import logging

    with pytest.raises(SystemExit), Outages(logging.getLogger("procflow.x"), stop, 0.01):
        raise SystemExit(3)
    assert caplog.records == []
