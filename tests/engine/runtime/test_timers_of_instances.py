"""Timers fire once, at their moment or as soon as somebody looks; they survive restarts."""

from datetime import timedelta

import pytest

HOUR = timedelta(hours=1)


@pytest.fixture
def reminded(pen):
    """A user task with a reminder each hour, twice, and a limit of a day."""
    return pen.drawing(
        pen.start(),
        pen.user("check"),
        pen.boundary("remind", "check", pen.timer("timeCycle", "R2/PT1H"), interrupting=False),
        pen.boundary("limit", "check", pen.timer("timeDuration", "P1D")),
        pen.end(),
        pen.end("reminded"),
        pen.end("late"),
        pen.flows("s-check", "check-e", "remind-reminded", "limit-late"),
    )


def passed(engine, instance):
    return [e.element for e in engine.history.of(instance.key) if e.what == "completed"]


def test_nothing_fires_before_its_time(engine, deploy, reminded):
    deploy(reminded)
    instance = engine.instances.start("p")
    engine.clock.advance(HOUR - timedelta(seconds=1))
    assert engine.timers.fire_due() == 0
    assert engine.timers.next_due() == instance.started_at + HOUR


def test_each_fires_at_its_moment(engine, deploy, reminded):
    deploy(reminded)
    instance = engine.instances.start("p")
    engine.advance("PT3H")
    assert passed(engine, instance) == ["s", "remind", "reminded", "remind", "reminded"]
    engine.advance("P1D")
    assert passed(engine, instance)[-2:] == ["limit", "late"]
    assert engine.instances.get(instance.key).state.value == "ended"


def test_what_is_overdue_fires_once(engine, deploy, reminded):
    deploy(reminded)
    instance = engine.instances.start("p")
    engine.clock.advance(HOUR * 20)
    engine.scheduler().run_once()
    engine.scheduler().run_once()
    assert passed(engine, instance).count("remind") == 1


def test_they_survive_a_restart(make_engine, database_url, pen, reminded):
    from procflow.engine import engine as engines
    from procflow.engine.config import Config
    from procflow.engine.testing import FrozenClock

    first = make_engine()
    first.deployments.deploy({"p.bpmn": reminded})
    instance = first.instances.start("p")
    clock = FrozenClock(first.clock() + HOUR)
    with engines.Engine(Config(database=database_url, clock=clock, handlers=None)) as second:
        assert second.scheduler().run_once() == 1
        assert passed(second, instance) == ["s", "remind", "reminded"]


def test_what_one_scheduler_has_claimed_another_leaves(engine, deploy, reminded):
    deploy(reminded)
    engine.instances.start("p")
    engine.clock.advance(HOUR)
    now = engine.clock()
    with engine._database.unit() as unit:
        assert len(unit.timers.claim(10, now, now + timedelta(minutes=1))) == 1
    assert engine.timers.fire_due() == 0
    engine.clock.advance(timedelta(minutes=1))
    assert engine.timers.fire_due() == 1


class TestTimerStarts:
    def test_a_cycle_starts_as_often_as_it_says(self, engine, deploy, pen):
        drawing = pen.drawing(
            pen.start(inside=pen.timer("timeCycle", "R3/PT1H")), pen.end(), pen.flows("s-e")
        )
        deploy(drawing)
        assert engine.instances.find() == []
        engine.advance("PT10H")
        started = sorted(i.started_at for i in engine.instances.find())
        first = started[0]
        assert started == [first, first + HOUR, first + 2 * HOUR]
        assert engine.timers.next_due() is None

    def test_a_date_starts_once(self, engine, deploy, pen):
        at = (engine.clock() + HOUR).isoformat()
        drawing = pen.drawing(
            pen.start(inside=pen.timer("timeDate", at)), pen.end(), pen.flows("s-e")
        )
        deploy(drawing)
        engine.advance("P2D")
        assert len(engine.instances.find()) == 1

    def test_a_new_version_takes_over(self, engine, deploy, pen):
        for number in (1, 2):
            drawing = pen.drawing(
                pen.start(inside=pen.timer("timeCycle", "R1/PT1H")),
                pen.end(f"e{number}"),
                pen.flows(f"s-e{number}"),
            )
            deploy(drawing)
        engine.advance("PT2H")
        (instance,) = engine.instances.find()
        assert passed(engine, instance) == ["s", "e2"]

    def test_deploying_the_same_again_does_not_wind_it_up_again(self, engine, deploy, pen):
        drawing = pen.drawing(
            pen.start(inside=pen.timer("timeCycle", "R1/PT1H")), pen.end(), pen.flows("s-e")
        )
        deploy(drawing)
        engine.advance("PT2H")
        deploy(drawing)
        engine.advance("PT2H")
        assert len(engine.instances.find()) == 1
