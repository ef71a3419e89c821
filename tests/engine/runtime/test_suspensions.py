"""What is suspended rests: nothing is given out, nothing fires, nothing is lost."""

from datetime import timedelta

import pytest

from procflow.engine.errors import BadInput, Conflict, NotFound

HOUR = timedelta(hours=1)


@pytest.fixture
def drawing(pen):
    """A user task, a job and a message, one after the other, with a reminder beside the first."""
    return pen.drawing(
        pen.start(),
        pen.user("check", label="Kiểm tra"),
        pen.boundary("remind", "check", pen.timer("timeDuration", "PT1H"), interrupting=False),
        pen.job("pay", "pay", label="Thu phí"),
        pen.catch("paid", pen.message("paid", "code")),
        pen.end(),
        pen.end("reminded"),
        pen.flows("s-check", "check-pay", "pay-paid", "paid-e", "remind-reminded"),
    )


@pytest.fixture
def begun(engine, deploy, drawing):
    deploy(drawing)
    return engine.instances.start("p", {"code": "K1"}, business_key="K1")


def stop(engine, operator, **what):
    return engine.suspensions.suspend(reason="kiểm tra lại", actor=operator, **what)


WHAT = [{"instance": "K1"}, {"process": "p"}, {"process": "p", "version": 1}]
CHECK = {"process": "p", "element": "check"}


def the_task(engine):
    return engine.user_tasks.find()[0].key


@pytest.mark.parametrize("what", [*WHAT, CHECK])
def test_user_tasks_are_refused_with_the_reason(engine, begun, officer, operator, what):
    stop(engine, operator, **what)
    for call in (
        lambda: engine.user_tasks.claim(the_task(engine), officer),
        lambda: engine.user_tasks.complete(the_task(engine), {}, officer),
    ):
        with pytest.raises(Conflict, match="suspended by admin: kiểm tra lại") as refused:
            call()
        assert "tạm dừng" in refused.value.sentence("vi")
    assert engine.user_tasks.variables(the_task(engine)) == {"code": "K1", "businessKey": "K1"}
    engine.suspensions.resume(actor=operator, **what)
    engine.user_tasks.complete(the_task(engine), {}, officer)


@pytest.mark.parametrize("what", [*WHAT, {"job_type": "pay"}, {"process": "p", "element": "pay"}])
def test_jobs_are_not_given_out(engine, begun, officer, operator, what):
    engine.user_tasks.complete(the_task(engine), {}, officer)
    stop(engine, operator, **what)
    assert engine.jobs.activate(None, "w") == []
    (job,) = engine.jobs.find()
    with pytest.raises(Conflict, match=r"Thu phí.*suspended"):
        engine.jobs.lease(job.key, "w")
    engine.suspensions.resume(actor=operator, **what)
    assert len(engine.jobs.activate(None, "w")) == 1


def test_a_handler_at_work_may_finish(engine, begun, officer, operator):
    engine.user_tasks.complete(the_task(engine), {}, officer)
    (job,) = engine.jobs.activate(None, "w")
    stop(engine, operator, instance="K1")
    engine.jobs.complete(job.lease, {})
    assert [wait.kind for wait in engine.instances.waits("K1")] == ["message"]


@pytest.mark.parametrize("what", [*WHAT, {"process": "p", "element": "remind"}])
def test_timers_do_not_fire_and_fire_once_afterwards(engine, begun, operator, what):
    stop(engine, operator, **what)
    engine.advance(5 * HOUR)
    assert reminders(engine, begun) == 0
    assert engine.timers.next_due() is None
    engine.suspensions.resume(actor=operator, **what)
    engine.scheduler().run_once()
    assert reminders(engine, begun) == 1


def reminders(engine, instance):
    happened = [(e.what, e.element) for e in engine.history.of(instance.key)]
    return happened.count(("completed", "reminded"))


@pytest.mark.parametrize("what", [*WHAT, {"process": "p", "element": "paid"}])
def test_messages_are_kept_however_long_it_takes(engine, begun, officer, operator, what):
    engine.user_tasks.complete(the_task(engine), {}, officer)
    (job,) = engine.jobs.activate(None, "w")
    engine.jobs.complete(job.lease, {})
    stop(engine, operator, **what)
    told = engine.messages.publish("paid", "K1", {"amount": 5}, ttl=timedelta(minutes=1))
    assert told.state.value == "buffered"
    engine.advance(24 * HOUR)
    assert engine.instances.get(begun.key).is_active
    engine.suspensions.resume(actor=operator, **what)
    assert engine.instances.get(begun.key).state.value == "ended"
    assert engine.instances.variables(begun.key)["amount"] == 5


def test_signals_are_kept_too(engine, deploy, pen, operator):
    deploy(
        pen.drawing(
            pen.start(),
            pen.catch("storm", pen.signal("storm")),
            pen.end(),
            pen.flows("s-storm", "storm-e"),
        )
    )
    held, free = (engine.instances.start("p", business_key=key) for key in ("A", "B"))
    stop(engine, operator, instance="A")
    engine.signals.broadcast("storm", {})
    engine.scheduler().run_once()
    states = [engine.instances.get(each.key).state.value for each in (held, free)]
    assert states == ["active", "ended"]
    engine.suspensions.resume(instance="A", actor=operator)
    assert engine.instances.get(held.key).state.value == "ended"


def test_others_go_on(engine, begun, officer, operator):
    other = engine.instances.start("p", {"code": "K2"}, business_key="K2")
    stop(engine, operator, instance="K1")
    (task,) = engine.user_tasks.find(instance=other.key)
    engine.user_tasks.complete(task.key, {}, officer)
    assert len(engine.jobs.activate(None, "w")) == 1


def test_a_process_that_is_suspended_still_takes_dossiers_in(engine, begun, operator):
    stop(engine, operator, process="p")
    late = engine.instances.start("p", {"code": "K3"})
    assert late.is_active


def test_it_is_told_who_stopped_what_and_why(engine, begun, operator):
    stop(engine, operator, instance="K1")
    stop(engine, operator, process="p", element="check")
    engine.suspensions.resume(instance="K1", actor=operator)
    kept = [(each.extent.value, each.is_open) for each in engine.suspensions.find(open_only=False)]
    assert kept == [("instance", False), ("element", True)]
    assert [each.reason for each in engine.suspensions.find()] == ["kiểm tra lại"]
    (why,) = engine.instances.explain("K1", "en").suspensions
    assert why == "'p/check' is suspended by admin: kiểm tra lại"
    events = [e for e in engine.history.of(begun.key) if e.what in ("suspend", "resume")]
    assert [(e.what, e.who) for e in events] == [("suspend", "admin"), ("resume", "admin")]
    assert events[0].about == {"reason": "kiểm tra lại"}


@pytest.mark.parametrize(
    ("what", "error", "sentence"),
    [
        ({}, BadInput, "one of"),
        ({"instance": "K1", "process": "p"}, BadInput, "one of"),
        ({"job_type": "pay", "version": 1}, BadInput, "one of"),
        ({"instance": "none"}, NotFound, "none"),
        ({"process": "none"}, NotFound, "none"),
        ({"process": "p", "version": 9}, NotFound, "version 9"),
    ],
)
def test_what_makes_no_sense_is_refused(engine, begun, operator, what, error, sentence):
    with pytest.raises(error, match=sentence):
        stop(engine, operator, **what)


def test_twice_is_refused_and_so_is_no_reason(engine, begun, operator):
    stop(engine, operator, instance="K1")
    with pytest.raises(Conflict, match="suspended already"):
        stop(engine, operator, instance=begun.key)
    with pytest.raises(Conflict, match="not suspended"):
        engine.suspensions.resume(process="p", actor=operator)
    with pytest.raises(BadInput, match="reason"):
        engine.suspensions.suspend(process="p", reason=" ", actor=operator)


def test_a_called_process_rests_with_its_caller(engine, deploy, pen, operator):
    caller = pen.drawing(
        pen.start(),
        '<callActivity id="call" name="call"><extensionElements>'
        '<zeebe:calledElement processId="sub"/></extensionElements></callActivity>',
        pen.end(),
        pen.flows("s-call", "call-e"),
    )
    called = pen.drawing(
        pen.start("s2"),
        pen.job("work"),
        pen.end("e2"),
        pen.flows("s2-work", "work-e2"),
        process="sub",
    )
    deploy(caller, called)
    engine.instances.start("p")
    stop(engine, operator, process="p")
    assert engine.jobs.activate(None, "w") == []
    engine.suspensions.resume(process="p", actor=operator)
    stop(engine, operator, process="sub")
    assert engine.jobs.activate(None, "w") == []
