"""Jobs: leases, retries, late answers, answers kept before the drawing moves on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from procflow.engine.errors import BadInput, Conflict, LeaseLost, NotFound
from procflow.engine.model.job import Backoff, JobState

MINUTE = timedelta(minutes=1)


@pytest.fixture
def engine(make_engine):
    return make_engine(backoff=Backoff(first=MINUTE, longest=10 * MINUTE))


@pytest.fixture
def instance(engine, deploy, pen):
    drawing = pen.drawing(
        pen.start(),
        pen.job("pay", retries=2, label="Thu phí"),
        pen.boundary("declined", "pay", '<errorEventDefinition errorRef="E"/>'),
        pen.way("way", "way_e"),
        pen.end(),
        pen.end("e2"),
        pen.end("e3"),
        pen.flows("s-pay", "pay-way", "way-e", "declined-e3"),
        pen.flow("way-e2", "refunded"),
    ).replace(b"<process", b'<error id="E" name="E" errorCode="DECLINED"/><process')
    deploy(drawing)
    return engine.instances.start("p", {"amount": 50000}, business_key="H56-1")


def given_out(engine, worker="w"):
    (job,) = engine.jobs.activate(["pay"], worker, lease=MINUTE)
    return job


def passed(engine, instance):
    return [e.element for e in engine.history.of(instance.key) if e.what == "completed"]


def test_a_worker_learns_all_it_may_know(engine, instance):
    job = given_out(engine)
    assert job.key == f"{instance.key}:{job.lease.number}"
    assert (job.type, job.element, job.label, job.process) == ("pay", "pay", "Thu phí", "p")
    assert (job.business_key, job.retries, job.lease.attempt) == ("H56-1", 2, 1)
    assert job.variables == {"amount": 50000, "businessKey": "H56-1"}
    assert job.lease.deadline == engine.clock() + MINUTE


def test_completing_moves_the_drawing(engine, instance):
    engine.jobs.complete(given_out(engine).lease, {"paid": True})
    assert passed(engine, instance) == ["s", "pay", "way", "e"]
    assert engine.instances.variables(instance.key)["paid"] is True


def test_an_error_is_caught_by_the_drawing(engine, instance):
    engine.jobs.throw_error(given_out(engine).lease, "DECLINED", "hết tiền", {"why": "poor"})
    assert passed(engine, instance)[-1] == "e3"


def test_a_job_is_given_to_one_worker_until_its_lease_ends(engine, instance):
    first = given_out(engine, "a")
    assert engine.jobs.activate(["pay"], "b") == []
    engine.clock.advance(MINUTE)
    second = given_out(engine, "b")
    assert second.key == first.key
    assert second.lease.attempt == 2
    with pytest.raises(LeaseLost, match="given to 'b' meanwhile") as lost:
        engine.jobs.complete(first.lease)
    assert "đã giao cho b" in lost.value.sentence("vi")
    engine.jobs.complete(second.lease)
    with pytest.raises(LeaseLost, match="but it is done"):
        engine.jobs.complete(second.lease)


def test_an_answer_after_the_deadline_is_refused(engine, instance):
    job = given_out(engine)
    engine.clock.advance(MINUTE)
    for answer in (
        lambda: engine.jobs.complete(job.lease),
        lambda: engine.jobs.fail(job.lease, "late"),
        lambda: engine.jobs.throw_error(job.lease, "DECLINED"),
        lambda: engine.jobs.retry_later(job.lease, MINUTE),
        lambda: engine.jobs.extend(job.lease),
    ):
        with pytest.raises(LeaseLost, match="came later"):
            answer()
    assert passed(engine, instance) == ["s"]


def test_a_longer_lease_can_be_had_in_time(engine, instance):
    job = given_out(engine)
    longer = engine.jobs.extend(job.lease, 5 * MINUTE)
    engine.clock.advance(2 * MINUTE)
    assert engine.jobs.activate(["pay"], "b") == []
    engine.jobs.complete(longer)


def test_somebody_elses_lease_is_none(engine, instance):
    job = given_out(engine)
    with pytest.raises(LeaseLost):
        engine.jobs.complete(replace(job.lease, worker="thief"))


def test_a_failed_job_comes_again_after_a_pause(engine, instance):
    engine.jobs.fail(given_out(engine).lease, "cổng không trả lời")
    assert engine.jobs.activate(["pay"], "w") == []
    engine.clock.advance(MINUTE)
    again = given_out(engine)
    assert (again.retries, again.lease.attempt) == (1, 2)
    assert engine.jobs.get(again.key).text == "cổng không trả lời"


def test_the_last_failure_is_an_incident(engine, instance, operator):
    for _ in range(2):
        engine.jobs.fail(given_out(engine).lease, "cổng không trả lời")
        engine.clock.advance(2 * MINUTE)
    (incident,) = engine.incidents.find(instance=instance.key)
    assert (incident.kind, incident.element) == ("no-retries", "pay")
    assert "cổng không trả lời" in incident.sentence("vi")
    assert engine.instances.get(instance.key).incidents == 1
    assert engine.jobs.activate(["pay"], "w") == []
    resolved = engine.incidents.retry(incident.key, operator, variables={"amount": 1}, retries=5)
    assert not resolved.is_open
    job = given_out(engine)
    assert (job.retries, job.variables["amount"]) == (5, 1)
    engine.jobs.complete(job.lease)
    assert engine.instances.get(instance.key).incidents == 0


def test_a_failure_no_retry_can_mend_is_an_incident_at_once(engine, instance):
    engine.jobs.fail(given_out(engine).lease, "sai kiểu", retry=False)
    assert [i.kind for i in engine.incidents.find()] == ["no-retries"]


def test_trying_later_costs_nothing(engine, instance):
    for _ in range(5):
        engine.jobs.retry_later(given_out(engine).lease, MINUTE, "đang bảo trì")
        assert engine.jobs.activate(["pay"], "w") == []
        engine.clock.advance(MINUTE)
    assert given_out(engine).retries == 2


def test_an_answer_is_kept_when_the_drawing_cannot_go_on(engine, instance, operator):
    job = given_out(engine)
    engine.jobs.complete(job.lease, {"refunded": "perhaps", "order": "A1"})
    kept = engine.jobs.get(job.key)
    assert (kept.state, kept.answer["variables"]) == (
        JobState.ANSWERED,
        {"refunded": "perhaps", "order": "A1"},
    )
    (incident,) = engine.incidents.find()
    assert (incident.kind, incident.element) == ("not-a-condition", "way")
    engine.clock.advance(timedelta(days=1))
    assert engine.jobs.activate(None, "w", 10) == []
    still = engine.incidents.retry(incident.key, operator)
    assert (still.is_open, still.tries) == (True, 2)
    resolved = engine.incidents.retry(incident.key, operator, variables={"refunded": True})
    assert not resolved.is_open
    assert passed(engine, instance) == ["s", "pay", "way", "e2"]
    assert engine.instances.variables(instance.key)["order"] == "A1"
    assert engine.jobs.get(job.key).state is JobState.DONE


def test_an_answer_that_is_no_json_is_refused(engine, instance):
    with pytest.raises(BadInput, match="JSON"):
        engine.jobs.complete(given_out(engine).lease, {"x": object()})


def test_a_single_job_can_be_asked_for(engine, instance):
    (job,) = engine.jobs.find(instance=instance.key)
    engine.jobs.lease(job.key, "w")
    with pytest.raises(Conflict, match="but it is leased"):
        engine.jobs.lease(job.key, "x")
    with pytest.raises(NotFound):
        engine.jobs.lease("1:1", "w")


def test_a_cancelled_instance_wants_no_answer(engine, instance, operator):
    job = given_out(engine)
    engine.instances.cancel(instance.key, "rút", operator)
    with pytest.raises(LeaseLost, match="but it is cancelled"):
        engine.jobs.complete(job.lease)
