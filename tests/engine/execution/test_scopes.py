"""Sub-processes, called processes, and the variables that cross their borders."""

from __future__ import annotations

import pytest

from procflow.engine.execution import ExecutionFailure
from procflow.engine.model.trail import Happening


def test_a_sub_process_has_variables_of_its_own(play):
    instance = play("sub_process", {"x": 3}).answer("study", local=100, seen=True)
    assert instance.ended
    assert instance.variables == {"x": 3, "seen": True, "total": 103, "result": 103}
    assert instance.passed == ["start", "s_start", "study", "sum", "s_end", "assess", "end"]


def test_a_boundary_event_ends_what_is_inside(play):
    instance = play("boundary_on_sub").deliver("withdrawn")
    assert instance.at() == ["close"]
    assert instance.happened(Happening.CANCELLED) == ["study", "assess"]
    assert play("boundary_on_sub").answer("study").at() == ["after"]


def test_a_called_process_sees_and_gives_what_is_mapped(play):
    instance = play("call_mapped", {"amount": 7, "secret": 1})
    assert instance.seen("ask") == {"fee": 7}
    wait = instance.wait("ask")
    assert (wait.process, wait.definition) == ("payment", "payment:1")
    assert instance.answer("ask", paid=41).ended
    assert instance.variables == {"amount": 7, "secret": 1, "receipt": 42}
    assert instance.passed == ["start", "c_start", "ask", "c_end", "pay", "end"]
    assert instance.shelf.asked == [("payment", "latest", None)]


def test_a_called_process_sees_and_gives_everything(play):
    instance = play("call_all", {"amount": 7, "list": [1, {"a": None}]})
    assert instance.seen("ask") == {"amount": 7, "list": [1, {"a": None}]}
    instance.answer("ask", amount=8, paid=True)
    assert instance.variables == {"amount": 8, "list": [1, {"a": None}], "paid": True}
    changes = [about["name"] for about in instance.about(Happening.SET) if about["by"] == "pay"]
    assert changes == ["amount", "paid"]


def test_a_called_process_may_give_nothing_back(play):
    instance = play("call_nothing_back", {"amount": 7})
    assert instance.seen("ask") == {"amount": 7}
    assert instance.answer("ask", amount=8).variables == {"amount": 7}


def test_an_error_leaves_a_called_process(play):
    assert play("call_error").fail("ask", "DECLINED").at() == ["again"]
    instance = play("call_error")
    with pytest.raises(ExecutionFailure) as caught:
        instance.fail("ask", "OTHER")
    assert (caught.value.kind, caught.value.process) == ("uncaught-error", "payment")
    assert instance.at() == ["ask"]


def test_a_process_may_call_itself(play):
    instance = play("call_itself", {"n": 20}, steps=True)
    assert instance.ended
    assert instance.passed.count("again") == 20
    assert instance.variables == {"n": 0}


def test_calls_within_calls_have_a_limit(play):
    assert play("call_itself", {"n": 50}, steps=True).ended
    with pytest.raises(ExecutionFailure) as caught:
        play("call_itself", {"n": 51}, steps=True)
    assert caught.value.kind == "calls-too-deep"


def test_an_unknown_called_process_is_a_failure(play):
    with pytest.raises(ExecutionFailure, match="nowhere") as caught:
        play("call_unknown")
    assert caught.value.kind == "called-process-unknown"
    assert "nowhere" in caught.value.sentence("vi")


def test_parallel_branches_do_not_overwrite_each_other(play):
    instance = play("shared_variables", {"v": "old", "list": [0]})
    assert instance.variables == {"v": "new", "list": [0, 1]}


def test_an_operator_sets_variables_of_a_scope_or_of_the_instance(play):
    instance = play("sub_process", {"x": 3})
    inner = instance.wait("study").number
    instance.set(inner, local=5).set(x=4)
    assert instance.seen("study") == {"x": 4, "local": 5}
    assert instance.variables == {"x": 4}


def test_every_json_value_survives(play):
    given = {
        "big": 12345678901234567890123456789012345678,
        "small": -0.1,
        "exponent": 1e300,
        "text": 'Hồ sơ "quan trọng"\n\u2028\x00',
        "": {"": [None, True, False, [], {}]},
        "a.b-c d": 1,
        "typename": "x",
        "1": 2,
    }
    instance = play("user_task", given)
    assert instance.seen("check") == given
    assert instance.answer("check", more=2**64).variables == given | {"more": 2**64}
    assert type(instance.variables["small"]) is float


@pytest.mark.parametrize("steps", [True, False])
def test_results_of_a_called_process_hide_what_was_given_to_it(play, steps):
    instance = play("call_straight", {"amount": 7}, steps=steps)
    assert instance.variables == {"amount": 7, "paid": 14}
