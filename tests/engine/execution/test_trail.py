"""What a step tells: its trail, its warnings, and what it saves."""

from __future__ import annotations

import msgspec
import pytest

from procflow.engine.errors import Conflict, WaitGone
from procflow.engine.execution import Execution, ExecutionFailure
from procflow.engine.model.step import SetVariables, Start
from procflow.engine.model.trail import Happening


def told(instance) -> list[tuple[str, str, int]]:
    return [(event.happening.value, event.element, event.token) for event in instance.trail]


def test_a_trail_in_order_with_token_numbers(play):
    instance = play("script", {"amount": 3})
    assert told(instance) == [
        ("set", "P", 1),
        ("entered", "start", 2),
        ("completed", "start", 2),
        ("taken", "start_fee", 2),
        ("entered", "fee", 3),
        ("set", "P", 1),
        ("completed", "fee", 3),
        ("taken", "fee_end", 3),
        ("entered", "end", 4),
        ("completed", "end", 4),
    ]
    assert {(event.definition, event.process) for event in instance.trail} == {("P:1", "P")}


def test_changes_are_told_with_before_and_after(play):
    instance = play("sub_process", {"x": 3}).answer("study", x=4, local=100)
    assert instance.about(Happening.SET) == [
        {"name": "x", "before": None, "after": 3, "new": True, "by": "P"},
        {"name": "local", "before": None, "after": 6, "new": True, "by": "assess"},
        {"name": "x", "before": 3, "after": 4, "new": False, "by": "study"},
        {"name": "local", "before": 6, "after": 100, "new": False, "by": "study"},
        {"name": "total", "before": None, "after": 104, "new": True, "by": "sum"},
        {"name": "result", "before": None, "after": 104, "new": True, "by": "assess"},
    ]


def test_what_does_not_change_is_not_told(play):
    instance = play("implicit_merge", {"x": 1, "list": [{"a": 1}], "flag": True})
    instance.answer("a", x=1, list=[{"a": 1}])
    assert len(instance.about(Happening.SET)) == 3
    instance.answer("b", x=1.0, flag=1, list=[{"a": True}])
    assert [about["name"] for about in instance.about(Happening.SET)[3:]] == ["x", "flag", "list"]


def test_a_scope_that_is_gone_tells_nothing(play):
    instance = play("job", {"amount": 4}).answer("pay", receipt="R1")
    last = [about["name"] for about in instance.about(Happening.SET) if about["by"] == "pay"]
    assert last == ["doubled", "more", "paper", "copy"]


def test_warnings_say_where_and_why(play):
    instance = play("nulls")
    about = instance.about(Happening.WARNED)[0]
    assert about["expression"] == "missing"
    assert (about["line"], about["column"]) == (1, 1)
    assert about["arguments"]["name"] == "missing"


def test_variables_are_saved_only_when_changed(play):
    instance = play("boundary_timer", {"x": 1}).passes(minutes=1)
    assert instance.execution.snapshot().variables is None
    saved = instance.saved_variables
    instance.deliver("late")
    assert instance.saved_variables is saved
    instance.answer("hurry", y=2)
    assert msgspec.json.decode(instance.saved_variables) == {"1": {"x": 1, "y": 2}}


def test_a_snapshot_of_another_format_is_refused(play):
    instance = play("user_task")
    unknown = msgspec.msgpack.encode((99, [], [], []))
    with pytest.raises(ExecutionFailure, match="99") as caught:
        Execution.restore(
            unknown, instance.saved_variables, "P:1", instance.shelf, instance._environment()
        )
    assert caught.value.kind == "snapshot-format"


def test_an_instance_begins_once(play):
    with pytest.raises(Conflict):
        play("user_task").step(Start())


def test_variables_of_a_scope_that_is_gone(play):
    with pytest.raises(WaitGone, match="99"):
        play("user_task").step(SetVariables(variables={"x": 1}, token=99))


def test_the_business_key_is_a_variable(play):
    instance = play("user_task")
    program = instance.shelf.programs["P"]
    environment = instance._environment()
    execution = Execution.start(
        program, instance.shelf, environment, Start(variables={"x": 1}), "H56-1"
    )
    assert execution.variables == {"businessKey": "H56-1", "x": 1}


def test_instances_share_a_program_and_nothing_else(play):
    one, other = play("esp_message_repeated", {"x": 1}), play("esp_message_repeated", {"x": 2})
    other.shelf, other.before = one.shelf, one.before
    one.deliver("e_start", y=1)
    assert other.at() == ["e_start", "u"]
    assert other.variables == {"x": 2}
    assert other.answer("u").answer("next").ended


def test_a_failure_speaks_both_languages(play):
    with pytest.raises(ExecutionFailure) as caught:
        play("xor_no_way", {"x": 1})
    failure = caught.value
    assert failure.key == "runtime.execution.no-flow-taken"
    assert "way" in failure.sentence("vi")
    assert failure.sentence("vi") != failure.sentence("en") == str(failure)
    assert (failure.element, failure.process, failure.definition) == ("way", "P", "P:1")
