import pytest

from procflow.engine.errors import BadInput, Conflict, NoConditionHolds, NotFound
from procflow.engine.model.instance import InstanceState


@pytest.fixture
def asking(deploy, pen):
    deploy(
        pen.drawing(
            pen.start(),
            pen.start("filed", pen.message("filed")),
            pen.user("ask"),
            pen.end(),
            pen.flows("s-ask", "filed-ask", "ask-e"),
        )
    )


def test_it_is_found_by_key_and_by_business_key(engine, asking):
    instance = engine.instances.start("p", business_key="H56-1")
    assert engine.instances.get(instance.key) == engine.instances.get("H56-1") == instance
    assert [i.key for i in engine.instances.find(business_key="H56-1")] == [instance.key]
    assert engine.instances.find(state=InstanceState.ENDED) == []


@pytest.mark.parametrize("call", ["get", "variables", "explain", "waits"])
def test_an_unknown_one_is_told(engine, call):
    with pytest.raises(NotFound, match="Expected a process instance 'x'"):
        getattr(engine.instances, call)("x")


def test_an_unknown_process_or_start_is_told(engine, asking):
    with pytest.raises(NotFound, match="Expected a deployed process 'q'"):
        engine.instances.start("q")
    with pytest.raises(NotFound, match="start event 'ask'"):
        engine.instances.start("p", at="ask")
    assert engine.instances.start("p", at="filed").is_active


def test_a_process_that_needs_a_message_cannot_just_be_started(engine, deploy, pen):
    deploy(pen.drawing(pen.start(inside=pen.message("filed")), pen.end(), pen.flows("s-e")))
    with pytest.raises(BadInput, match="begins only by a message"):
        engine.instances.start("p")


def test_a_process_begins_at_the_first_condition_that_holds(engine, deploy, pen):
    starts = [pen.start(name, pen.condition(f"n &gt; {n}")) for name, n in [("b", 9), ("c", 1)]]
    deploy(pen.drawing(*starts, pen.user("ask"), pen.flows("b-ask", "c-ask")))
    instance = engine.instances.start("p", {"n": 5})
    passed = [each.element for each in engine.history.of(instance.key) if each.what == "completed"]
    assert passed == ["c"]
    assert engine.instances.variables(instance.key) == {"n": 5}
    for variables in ({"n": 1}, {}):
        with pytest.raises(NoConditionHolds, match="these variables none does"):
            engine.instances.start("p", variables)
    assert len(engine.instances.find()) == 1


def test_each_cause_of_a_multiple_start_event_begins_an_instance(engine, deploy, pen):
    causes = pen.message("filed") + pen.signal("go") + pen.condition("n = 1")
    deploy(pen.drawing(pen.start(inside=causes), pen.user("ask"), pen.flows("s-ask")))
    engine.messages.publish("filed", "K1")
    engine.signals.broadcast("go")
    engine.instances.start("p", {"n": 1})
    assert len(engine.instances.find()) == 3


def test_variables_that_are_no_json_are_refused(engine, asking):
    with pytest.raises(BadInput, match="JSON"):
        engine.instances.start("p", {"x": {1, 2}})
    assert engine.instances.find() == []


def test_cancelling_needs_a_reason_and_leaves_nothing_open(engine, asking, operator):
    instance = engine.instances.start("p")
    with pytest.raises(BadInput, match="Expected a reason"):
        engine.instances.cancel(instance.key, " ", operator)
    cancelled = engine.instances.cancel(instance.key, "công dân rút", operator)
    assert cancelled.state is InstanceState.CANCELLED
    assert engine.instances.waits(instance.key) == []
    with pytest.raises(Conflict, match="but it is cancelled"):
        engine.instances.cancel(instance.key, "again", operator)
    (told,) = [e for e in engine.history.of(instance.key) if e.what == "cancel"]
    assert (told.who, told.about) == ("admin", {"reason": "công dân rút"})


def test_variables_can_be_changed_with_a_trace(engine, asking, operator):
    instance = engine.instances.start("p", {"x": 1})
    engine.instances.set_variables(instance.key, {"x": 2, "y": [1]}, operator)
    assert engine.instances.variables(instance.key) == {"x": 2, "y": [1]}
    changes = [
        (e.who, e.about["name"], e.about["before"], e.about["after"])
        for e in engine.history.of(instance.key)
        if e.what == "set" and e.who == "admin"
    ]
    assert changes == [("admin", "x", 1, 2), ("admin", "y", None, [1])]


def test_the_status_follows_the_drawing(engine, deploy, pen, officer):
    def status(number):
        inside = f'<zeebe:property name="dossier.status" value="{number}"/>'
        return f"<zeebe:properties>{inside}</zeebe:properties>"

    deploy(
        pen.drawing(
            pen.start(),
            pen.user("check", status(1)),
            pen.user("decide", status(4)),
            pen.end(),
            pen.flows("s-check", "check-decide", "decide-e"),
        )
    )
    instance = engine.instances.start("p")
    seen = [instance.status]
    for _ in range(2):
        (task,) = engine.user_tasks.find()
        engine.user_tasks.complete(task.key, {}, officer)
        seen.append(engine.instances.get(instance.key).status)
    assert seen == [1, 4, 4]
