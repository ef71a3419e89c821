"""Who completes a job is given the next one of the instance at once, in the same transaction."""

from datetime import timedelta

import pytest

from procflow.engine.errors import LeaseLost
from procflow.engine.handler import JobContext, handles
from procflow.engine.model.job import JobState


@pytest.fixture
def two_jobs(pen):
    """First `ask`, then `tell`."""
    return pen.drawing(
        pen.start(),
        pen.job("ask"),
        pen.job("tell"),
        pen.end(),
        pen.flows("s-ask", "ask-tell", "tell-e"),
    )


def completed(engine, following):
    engine.instances.start("p")
    [job] = engine.jobs.activate(["ask"], "one")
    return engine.jobs.complete(job.lease, {"answer": 42}, following=following)


def test_the_next_job_is_leased_to_the_same_worker(engine, deploy, two_jobs):
    deploy(two_jobs)
    then = completed(engine, following=["tell"])
    assert (then.type, then.lease.worker, then.lease.attempt) == ("tell", "one", 1)
    assert then.variables["answer"] == 42
    assert engine.jobs.activate(None, "two") == []
    engine.jobs.complete(then.lease)
    assert not engine.instances.find()[0].is_active


@pytest.mark.parametrize("following", [(), ["ask"]])
def test_only_a_job_of_a_type_asked_for_follows(engine, deploy, two_jobs, following):
    deploy(two_jobs)
    assert completed(engine, following) is None
    assert [job.type for job in engine.jobs.activate(None, "two")] == ["tell"]


def test_a_lease_of_a_following_job_runs_out_as_any(engine, deploy, two_jobs):
    deploy(two_jobs)
    then = completed(engine, following=["tell"])
    engine.advance(timedelta(minutes=2))
    [again] = engine.jobs.activate(["tell"], "two")
    assert again.key == then.key
    with pytest.raises(LeaseLost):
        engine.jobs.complete(then.lease)
    engine.jobs.complete(again.lease)


def test_a_type_with_a_pace_waits_its_turn(make_engine, two_jobs):
    engine = make_engine(per_minute={"tell": 60})
    engine.deployments.deploy({"p.bpmn": two_jobs})
    assert completed(engine, following=["tell"]) is None
    assert [job.state for job in engine.jobs.find()] == [JobState.OPEN]


def test_a_suspended_job_does_not_follow(engine, deploy, two_jobs, operator):
    deploy(two_jobs)
    engine.suspensions.suspend(job_type="tell", reason="bảo trì", actor=operator)
    assert completed(engine, following=["tell"]) is None
    assert [job.state for job in engine.jobs.find()] == [JobState.OPEN]


class Rounds:
    """Notes whose job it was, in order."""

    def __init__(self):
        self.done = []

    @handles("round")
    def go(self, job: JobContext) -> dict:
        self.done.append(job.instance)
        self.clock.advance(timedelta(seconds=1))
        return {"rounds": job.variables["rounds"] - 1}


def test_a_hand_turns_to_others_after_a_while(make_engine, pen):
    """An instance that comes to job after job does not keep the others waiting."""
    rounds = Rounds()
    engine = make_engine(handlers=[rounds])
    rounds.clock = engine.clock
    again = pen.flow("g-round", "rounds &gt; 0")
    engine.deployments.deploy(
        {
            "p.bpmn": pen.drawing(
                pen.start(),
                pen.job("round"),
                pen.way("g", default="g_e"),
                pen.end(),
                pen.flows("s-round", "round-g", "g-e"),
                again,
            )
        }
    )
    first, second = (engine.instances.start("p", {"rounds": 30}).key for _ in range(2))
    engine.run_until_idle()
    assert rounds.done[:21] == [first] * 20 + [second]
    assert (rounds.done.count(first), rounds.done.count(second)) == (30, 30)
