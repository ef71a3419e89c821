"""The doctor tells work that nobody does."""

from datetime import timedelta

import pytest


@pytest.fixture
def deployed(engine, deploy, pen):
    deploy(
        pen.drawing(
            pen.start(),
            pen.job("pay"),
            pen.catch("pause", pen.timer("timeDuration", "PT1H")),
            pen.end(),
            pen.flows("s-pay", "pay-pause", "pause-e"),
        )
    )
    return engine


def queue(engine):
    (check,) = (each for each in engine.doctor() if each.subject == "queue")
    return check


def test_a_job_that_nobody_takes(deployed, operator):
    engine = deployed
    engine.instances.start("p")
    engine.clock.advance(timedelta(minutes=4))
    assert queue(engine).ok
    engine.clock.advance(timedelta(minutes=2))
    assert not queue(engine).ok
    assert queue(engine).sentence("en").startswith("1 jobs and timers have been due")
    engine.suspensions.suspend(reason="x", actor=operator, job_type="pay")
    assert queue(engine).ok


def test_a_timer_that_nobody_fires(deployed):
    engine = deployed
    engine.instances.start("p")
    (job,) = engine.jobs.activate(["pay"], "w")
    engine.jobs.complete(job.lease)
    engine.clock.advance(timedelta(minutes=64))
    assert queue(engine).ok
    engine.clock.advance(timedelta(minutes=2))
    assert not queue(engine).ok
    engine.scheduler().run_once()
    assert queue(engine).ok
