"""Failures are visible: the old state stands, the step is kept, and can be taken again."""

import pytest

from procflow.engine.errors import Conflict, NotFound
from procflow.engine.model.job import JobState
from procflow.engine.model.user_task import UserTaskState


def choice(pen, ask):
    """What is asked, then a way that needs `ok` to be true or false."""
    return pen.drawing(
        pen.start(),
        ask,
        pen.way("way", "way_no"),
        pen.end("yes"),
        pen.end("no"),
        pen.flows("s-ask", "ask-way", "way-no"),
        pen.flow("way-yes", "ok"),
    )


@pytest.fixture
def choosing(deploy, pen):
    """A user task, then the way."""
    deploy(choice(pen, pen.user("ask")))


def passed(engine, instance):
    return [e.element for e in engine.history.of(instance.key) if e.what == "completed"]


@pytest.fixture
def held(engine, choosing, officer):
    """An instance whose user task was completed with nonsense."""
    instance = engine.instances.start("p")
    (task,) = engine.user_tasks.find()
    engine.user_tasks.complete(task.key, {"ok": "perhaps"}, officer)
    return engine.instances.get(instance.key)


def test_the_old_state_stands_and_the_step_is_kept(engine, held):
    (incident,) = engine.incidents.find(instance=held.key)
    assert (incident.kind, incident.element, incident.label) == ("not-a-condition", "way", "way")
    assert incident.step == {
        "kind": "complete-user-task",
        "wait": incident.number,
        "variables": {"ok": "perhaps"},
    }
    assert passed(engine, held) == ["s"]
    assert (held.incidents, held.state.value) == (1, "active")
    assert engine.instances.variables(held.key) == {}


def test_the_answer_counts_as_given(engine, held, officer):
    (task,) = engine.user_tasks.find(state=None)
    assert (task.state, task.completed_by) == (UserTaskState.COMPLETING, "an")
    with pytest.raises(Conflict, match="completed already and held by an incident"):
        engine.user_tasks.complete(task.key, {"ok": True}, officer)


def test_retrying_repeats_the_step(engine, held, operator):
    (incident,) = engine.incidents.find()
    again = engine.incidents.retry(incident.key, operator)
    assert (again.is_open, again.tries) == (True, 2)
    assert engine.instances.get(held.key).incidents == 1
    mended = engine.incidents.retry(incident.key, operator, variables={"ok": True})
    assert (mended.is_open, mended.resolved_by) == (False, "admin")
    assert passed(engine, held) == ["s", "ask", "way", "yes"]
    (task,) = engine.user_tasks.find(state=None)
    assert (task.state, task.completed_by) == (UserTaskState.COMPLETED, "an")
    told = [e.what for e in engine.history.of(held.key) if e.what.startswith("incident")]
    assert told == [
        "incident-opened",
        "incident-retried",
        "incident-remains",
        "incident-retried",
        "incident-resolved",
    ]
    with pytest.raises(Conflict, match="resolved"):
        engine.incidents.retry(incident.key, operator)


def test_an_unknown_one_is_told(engine, operator):
    with pytest.raises(NotFound, match="Expected an incident 'x'"):
        engine.incidents.retry("x", operator)


def test_an_instance_that_fails_at_its_start_is_there(engine, deploy, pen, operator):
    drawing = pen.drawing(
        pen.start(),
        pen.way("way", "way_no"),
        pen.end("yes"),
        pen.end("no"),
        pen.flows("s-way", "way-no"),
        pen.flow("way-yes", "ok"),
    )
    deploy(drawing)
    instance = engine.instances.start("p", {"ok": 7, "x": 1})
    assert (instance.incidents, instance.positions) == (1, None)
    assert engine.instances.variables(instance.key) == {"ok": 7, "x": 1}
    with pytest.raises(Conflict, match="to have begun"):
        engine.instances.set_variables(instance.key, {"ok": True}, operator)
    (incident,) = engine.incidents.find()
    engine.incidents.retry(incident.key, operator, variables={"ok": True})
    assert engine.instances.get(instance.key).state.value == "ended"
    assert engine.instances.variables(instance.key) == {"ok": True, "x": 1}


def test_what_nobody_catches_is_an_incident(engine, deploy, pen, operator):
    deploy(pen.drawing(pen.start(), pen.job("pay"), pen.end(), pen.flows("s-pay", "pay-e")))
    instance = engine.instances.start("p")
    (job,) = engine.jobs.activate(["pay"], "w")
    engine.jobs.throw_error(job.lease, "UNHEARD_OF")
    (incident,) = engine.incidents.find()
    assert (incident.kind, incident.element) == ("uncaught-error", "pay")
    assert engine.jobs.get(job.key).state is JobState.ANSWERED
    engine.instances.cancel(instance.key, "không xử lý được", operator)
    assert engine.incidents.find() == []
    assert engine.instances.get(instance.key).incidents == 0


def test_a_timer_that_fails_does_not_fire_again_and_again(engine, deploy, pen, operator):
    drawing = pen.drawing(
        pen.start(),
        pen.catch("pause", pen.timer("timeDuration", "PT1H")),
        pen.way("way", "way_no"),
        pen.end("yes"),
        pen.end("no"),
        pen.flows("s-pause", "pause-way", "way-no"),
        pen.flow("way-yes", "ok"),
    )
    deploy(drawing)
    instance = engine.instances.start("p", {"ok": "?"})
    engine.advance("P1D")
    (incident,) = engine.incidents.find()
    assert incident.tries == 1
    engine.incidents.retry(incident.key, operator, variables={"ok": False})
    assert passed(engine, instance) == ["s", "pause", "way", "no"]


def test_a_message_that_fails_is_not_lost(engine, deploy, pen, operator):
    drawing = pen.drawing(
        pen.start(),
        pen.catch("wait", pen.message("paid", "code")),
        pen.way("way", "way_no"),
        pen.end("yes"),
        pen.end("no"),
        pen.flows("s-wait", "wait-way", "way-no"),
        pen.flow("way-yes", "ok"),
    )
    deploy(drawing)
    instance = engine.instances.start("p", {"code": "K"})
    engine.messages.publish("paid", "K", {"ok": "?", "amount": 5})
    (incident,) = engine.incidents.find()
    engine.messages.publish("paid", "K", {"ok": True})
    assert len(engine.incidents.find()) == 1
    engine.incidents.retry(incident.key, operator, variables={"ok": True})
    assert engine.instances.variables(instance.key)["amount"] == 5
    assert passed(engine, instance)[-1] == "yes"


def test_an_incident_ends_with_what_it_is_about(engine, deploy, pen):
    drawing = pen.drawing(
        pen.start(),
        pen.job("pay", retries=1),
        pen.boundary("limit", "pay", pen.timer("timeDuration", "PT1H")),
        pen.end(),
        pen.end("late"),
        pen.flows("s-pay", "pay-e", "limit-late"),
    )
    deploy(drawing)
    instance = engine.instances.start("p")
    (job,) = engine.jobs.activate(["pay"], "w")
    engine.jobs.fail(job.lease, "hỏng")
    assert engine.instances.get(instance.key).incidents == 1
    engine.advance("PT1H")
    assert engine.incidents.find() == []
    ended = engine.instances.get(instance.key)
    assert (ended.state.value, ended.incidents) == ("ended", 0)


def test_where_an_instance_is_stuck_is_told_as_it_is_labelled(engine, deploy, pen):
    deploy(
        pen.drawing(
            pen.start(),
            '<inclusiveGateway id="split"/>',
            pen.script("a", "1", "x"),
            pen.script("b", "1", "x"),
            '<parallelGateway id="join" name="Đủ ý kiến"/>',
            pen.end(),
            pen.flows("s-split", "a-join", "b-join", "join-e"),
            pen.flow("split-a", "true"),
            pen.flow("split-b", "false"),
        )
    )
    instance = engine.instances.start("p")
    (incident,) = engine.incidents.find(instance=instance.key)
    assert (incident.kind, incident.element, incident.label) == ("stuck", "join", "Đủ ý kiến")
    assert "“Đủ ý kiến” chờ" in incident.sentence("vi")


def test_a_fault_of_the_engine_is_an_incident_too(engine, choosing, officer, operator, monkeypatch):
    from procflow.engine.execution import Execution

    engine.instances.start("p")
    (task,) = engine.user_tasks.find()

    def broken(_):
        raise RecursionError("too deep")

    with monkeypatch.context() as patched:
        patched.setattr(Execution, "run_to_wait", broken)
        engine.user_tasks.complete(task.key, {"ok": True}, officer)
    (incident,) = engine.incidents.find()
    assert incident.kind == "engine-fault"
    assert "RecursionError: too deep" in incident.sentence("en")
    assert not engine.incidents.retry(incident.key, operator).is_open


@pytest.fixture
def mended(deploy, pen):
    """The same with an expression that understands what was answered, as version 2."""
    return deploy(
        pen.drawing(
            pen.start(),
            pen.user("ask"),
            pen.way("way", "way_no"),
            pen.end("yes"),
            pen.end("no"),
            pen.flows("s-ask", "ask-way", "way-no"),
            pen.flow("way-yes", 'ok = "perhaps"'),
        )
    )


@pytest.mark.parametrize("which", [{"version": 2}, {"newest": True}])
def test_a_step_is_taken_again_with_the_expressions_of_another_version(
    engine, held, mended, operator, which
):
    (incident,) = engine.incidents.find(instance=held.key)
    assert not engine.incidents.retry(incident.key, operator, **which).is_open
    after = engine.instances.get(held.key)
    assert (after.state.value, after.incidents) == ("ended", 0)
    assert passed(engine, held) == ["s", "ask", "way", "yes"]
    told = [event.what for event in engine.history.of(held.key)]
    assert told.index("migrate") < told.index("incident-retried")


def test_in_its_own_version_it_stays(engine, held, operator):
    (incident,) = engine.incidents.find(instance=held.key)
    assert engine.incidents.retry(incident.key, operator, newest=True).is_open
    assert "migrate" not in [event.what for event in engine.history.of(held.key)]


def test_what_cannot_move_stays_as_it_was(engine, held, deploy, pen, operator):
    """In the new version the element that waits is another one."""
    deploy(pen.drawing(pen.start(), pen.job("send"), pen.end(), pen.flows("s-send", "send-e")))
    (incident,) = engine.incidents.find(instance=held.key)
    with pytest.raises(Conflict, match="to move to that version, but") as refused:
        engine.incidents.retry(incident.key, operator, newest=True, variables={"ok": True})
    assert "không chuyển được sang phiên bản" in refused.value.sentence("vi")
    assert engine.incidents.find(instance=held.key) == [incident]
    assert engine.instances.get(held.key) == held
    with pytest.raises(NotFound):
        engine.incidents.retry(incident.key, operator, version=7)


def test_incidents_are_found_by_place(engine, held):
    (incident,) = engine.incidents.find(process="p", element="way", kind="not-a-condition")
    assert incident.instance == held.key
    for other in ({"process": "q"}, {"element": "ask"}, {"kind": "stuck"}):
        assert engine.incidents.find(**other) == []


@pytest.fixture
def voting(deploy, pen):
    """A vote of each of the people, then the way, whose `ok` they know from before."""
    every = (
        "<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics"
        ' inputCollection="=people" inputElement="who"/></extensionElements>'
        "</multiInstanceLoopCharacteristics></userTask>"
    )
    deploy(choice(pen, pen.user("ask").replace("</userTask>", every)))


def test_a_changed_variable_is_changed_where_it_is_known(engine, voting, officer, operator):
    """The kept step is that of one of several at once, whose own scope ends with it."""
    instance = engine.instances.start("p", {"people": ["an", "binh"], "ok": "perhaps"})
    for task in engine.user_tasks.find():
        engine.user_tasks.complete(task.key, {}, officer)
    (incident,) = engine.incidents.find(instance=instance.key)
    mended = engine.incidents.retry(incident.key, operator, variables={"ok": True})
    assert not mended.is_open
    assert passed(engine, instance)[-1] == "yes"
