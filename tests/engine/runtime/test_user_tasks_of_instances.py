"""User tasks: who may do what, in which state."""

import json

import pytest

from procflow.engine.errors import Conflict, InvalidVariables, NotAllowed, NotFound
from procflow.engine.model.actor import Actor
from procflow.engine.model.user_task import UserTaskState

BINH = Actor(id="binh", groups=frozenset({"mot-cua"}))
STRANGER = Actor(id="la", groups=frozenset({"thu-phi"}))
FORM = {
    "id": "check-form",
    "type": "default",
    "components": [
        {"type": "checkbox", "key": "complete", "label": "Đủ hồ sơ"},
        {
            "type": "number",
            "key": "pages",
            "label": "Số trang",
            "validate": {"required": True, "min": 1},
        },
    ],
}


@pytest.fixture
def task(engine, deploy, pen):
    drawing = pen.drawing(
        pen.start(),
        pen.user("check", label="Kiểm tra hồ sơ"),
        pen.end(),
        pen.flows("s-check", "check-e"),
    )
    deploy(drawing)
    instance = engine.instances.start("p", {"x": 1}, business_key="H56-1")
    (found,) = engine.user_tasks.find(instance=instance.key)
    return found


def test_it_is_found_by_who_may_take_it(engine, task, officer):
    assert engine.user_tasks.find(actor=officer) == [task]
    assert engine.user_tasks.find(group="mot-cua") == [task]
    assert engine.user_tasks.find(actor=STRANGER) == []
    assert engine.user_tasks.get(task.key) == task


def test_claiming_keeps_others_away(engine, task, officer):
    assert engine.user_tasks.claim(task.key, officer).assignee == "an"
    assert engine.user_tasks.claim(task.key, officer).assignee == "an"
    assert engine.user_tasks.find(actor=BINH) == []
    with pytest.raises(Conflict, match="claimed by 'an'") as refused:
        engine.user_tasks.claim(task.key, BINH)
    assert "an đã nhận" in refused.value.sentence("vi")
    with pytest.raises(NotAllowed, match="Expected 'an' to complete"):
        engine.user_tasks.complete(task.key, {}, BINH)


def test_it_can_be_given_back_and_handed_over(engine, task, officer):
    with pytest.raises(Conflict, match="nobody has claimed it"):
        engine.user_tasks.unclaim(task.key, officer)
    engine.user_tasks.claim(task.key, officer)
    with pytest.raises(NotAllowed):
        engine.user_tasks.unclaim(task.key, BINH)
    assert engine.user_tasks.unclaim(task.key, officer).assignee is None
    engine.user_tasks.claim(task.key, officer)
    handed = engine.user_tasks.hand_over(task.key, "binh", officer, "nghỉ phép")
    assert handed.assignee == "binh"
    engine.user_tasks.complete(task.key, {}, BINH)
    told = [event.what for event in engine.history.of(task.instance) if event.who in ("an", "binh")]
    assert told[:5] == ["claim", "unclaim", "claim", "hand-over", "complete-user-task"]


def test_only_candidates_may_take_it(engine, task):
    for refused in (
        lambda: engine.user_tasks.claim(task.key, STRANGER),
        lambda: engine.user_tasks.complete(task.key, {}, STRANGER),
        lambda: engine.user_tasks.hand_over(task.key, "x", STRANGER, "?"),
    ):
        with pytest.raises(NotAllowed, match="Expected one of mot-cua"):
            refused()


def test_an_operator_may_take_anything(engine, task, operator):
    assert engine.user_tasks.claim(task.key, operator).assignee == "admin"


def test_completing_twice_is_refused_with_a_sentence(engine, task, officer):
    done = engine.user_tasks.complete(task.key, {"ok": True}, officer)
    assert (done.state, done.completed_by) == (UserTaskState.COMPLETED, "an")
    with pytest.raises(Conflict, match="but it is completed") as refused:
        engine.user_tasks.complete(task.key, {}, officer)
    assert "việc đã hoàn thành" in refused.value.sentence("vi")
    with pytest.raises(Conflict, match="but it is completed"):
        engine.user_tasks.claim(task.key, officer)
    assert engine.instances.get("H56-1").state.value == "ended"
    assert engine.instances.variables("H56-1") == {"x": 1, "ok": True, "businessKey": "H56-1"}


@pytest.mark.parametrize("key", ["", "nonsense", "000099:1", "1:x", "000003:99"])
def test_an_unknown_one_is_told(engine, task, officer, key):
    with pytest.raises(NotFound, match="Expected a user task"):
        engine.user_tasks.complete(key, {}, officer)
    with pytest.raises(NotFound):
        engine.user_tasks.get(key)


def test_a_cancelled_instance_offers_nothing(engine, task, officer, operator):
    engine.instances.cancel(task.instance, "rút hồ sơ", operator)
    with pytest.raises(Conflict, match="but it is cancelled"):
        engine.user_tasks.complete(task.key, {}, officer)
    assert engine.user_tasks.find(actor=officer) == []


def test_who_did_what_from_where_is_kept(engine, task, officer):
    engine.user_tasks.complete(task.key, {"ok": True}, officer)
    (told,) = [e for e in engine.history.of(task.instance) if e.what == "complete-user-task"]
    assert (told.who, told.address, told.element, told.token) == (
        "an",
        "10.0.0.7",
        "check",
        task.number,
    )
    (changed,) = [
        event
        for event in engine.history.of(task.instance)
        if event.what == "set" and event.about["name"] == "ok"
    ]
    assert (changed.about["before"], changed.about["after"]) == (None, True)


class TestForms:
    @pytest.fixture
    def task(self, engine, deploy, pen):
        drawing = pen.drawing(
            pen.start(),
            pen.user("check", '<zeebe:formDefinition formId="check-form"/>', label="Kiểm tra"),
            pen.end(),
            pen.flows("s-check", "check-e"),
        )
        deploy(drawing, **{"forms/check.form": json.dumps(FORM).encode()})
        engine.instances.start("p")
        (found,) = engine.user_tasks.find()
        return found

    @pytest.mark.parametrize(
        ("variables", "field"),
        [
            ({}, "pages"),
            ({"pages": "many"}, "pages"),
            ({"pages": 0}, "pages"),
            ({"pages": 3, "other": 1}, "other"),
        ],
    )
    def test_what_does_not_fit_is_refused_and_changes_nothing(
        self, engine, task, officer, variables, field
    ):
        with pytest.raises(InvalidVariables) as refused:
            engine.user_tasks.complete(task.key, variables, officer)
        assert list(refused.value.problems) == [field]
        assert engine.user_tasks.get(task.key) == task

    def test_what_fits_is_taken(self, engine, task, officer):
        engine.user_tasks.complete(task.key, {"pages": 3, "complete": True}, officer)
        assert engine.instances.variables(task.instance) == {"pages": 3, "complete": True}

    def test_the_form_can_be_asked_for(self, engine, task):
        assert engine.user_tasks.form(task.key).id == "check-form"
        assert engine.user_tasks.variables(task.key) == {}
