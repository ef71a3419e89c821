"""Gateways, and flows that fork and merge without one."""

from __future__ import annotations

import pytest

from procflow.engine.execution import ExecutionFailure
from procflow.engine.model.trail import Happening


@pytest.mark.parametrize(("x", "goes"), [(5, "b"), (1, "a"), (0, "c")])
def test_exclusive_gateway_in_document_order(play, x, goes):
    instance = play("xor_order", {"x": x})
    assert instance.at() == [goes]
    assert instance.flows == ["start_way", f"way_{goes}"]


@pytest.mark.parametrize("drawing", ["xor_no_way", "or_no_way", "conditional_none"])
def test_no_way_out_is_a_failure(play, drawing):
    with pytest.raises(ExecutionFailure) as caught:
        play(drawing, {"x": 1})
    assert caught.value.kind == "no-flow-taken"


def test_several_flows_out_of_a_task(play):
    assert play("implicit_fork", {"x": 0}).at() == ["a"]
    assert play("implicit_fork", {"x": 9}).at() == ["a", "b", "c"]
    assert play("conditional_default", {"x": 0}).at() == ["d"]
    assert play("conditional_default", {"x": 2}).at() == ["b"]
    assert play("conditional_default", {"x": 9}).at() == ["a", "b"]


def test_several_flows_into_a_task_run_it_for_each(play):
    instance = play("implicit_merge").answer("a")
    assert instance.at() == ["b", "c"]
    instance.answer("b")
    assert instance.at() == ["c", "c"]
    assert instance.answer("c").answer("c").ended


def test_a_loop_without_a_gateway(play):
    instance = play("loop_without_gateway").answer("a").answer("b", again=True)
    assert instance.at() == ["a"]
    assert instance.answer("a").answer("b", again=False).ended


def test_parallel_gateway_in_a_loop(play):
    instance = play("and_loop", {"n": 0})
    for _ in range(3):
        assert instance.at() == ["a", "b"]
        instance.answer("a")
        assert instance.at() == ["b"]
        instance.answer("b")
    assert instance.ended
    assert instance.variables == {"n": 3}
    assert instance.passed.count("join") == 3


def test_two_flows_between_the_same_two_gateways(play):
    instance = play("double_flow")
    assert instance.at() == ["u"]
    assert instance.flows[1:3] == ["one", "two"]


def test_excess_tokens_stay_for_the_next_round(play):
    instance = play("excess_tokens").answer("a").answer("b")
    assert instance.at() == ["c"]
    assert instance.answer("c").at() == ["d"]
    assert instance.stuck() == []
    assert instance.answer("d").stuck() == ["join"]


def test_a_join_that_can_never_fill_is_stuck(play):
    instance = play("stuck", {"go": True})
    assert instance.stuck() == []
    instance.answer("a")
    assert not instance.ended
    assert instance.stuck() == ["join"]


def test_inclusive_gateway_in_a_loop(play):
    instance = play("or_loop", {"n": 0})
    assert instance.at() == ["a"]
    instance.answer("a")
    for _ in range(2):
        assert instance.at() == ["a", "b"]
        instance.answer("b").answer("a")
    assert instance.ended
    assert instance.variables == {"n": 3}
    assert instance.passed.count("join") == 3


def test_inclusive_join_waits_for_a_token_that_comes_by_a_boundary_event(play):
    instance = play("or_boundary").answer("a").passes(seconds=5)
    assert instance.at() == ["c"]
    assert instance.answer("c").at() == ["d"]
    assert play("or_boundary").answer("a").answer("b").at() == ["d"]


def test_event_gateway_takes_the_first_that_comes(play):
    instance = play("event_gateway", {"code": "H1", "full": False})
    assert instance.at() == ["hour", "soon", "paid", "answer", "stop"]
    assert instance.wait("paid").key == "H1"
    instance.passes(seconds=9)
    assert not instance.ended
    assert instance.passes(seconds=1).passed == ["start", "wait", "soon", "end_soon"]


@pytest.mark.parametrize("event", ["hour", "paid", "answer", "stop"])
def test_event_gateway_takes_each_kind(play, event):
    instance = play("event_gateway", {"code": "H1", "full": False}).deliver(event)
    assert instance.passed == ["start", "wait", event, f"end_{event}"]
    assert instance.happened(Happening.TRIGGERED) == [event]


def test_event_gateway_takes_a_condition(play):
    instance = play("event_gateway", {"code": "H1", "full": False}).set(full=True)
    assert instance.passed == ["start", "wait", "full", "end_full"]
    assert play("event_gateway", {"code": "H1", "full": True}).passed[-1] == "end_full"


def test_complex_gateway_starts_at_two_of_three_and_swallows_the_third(play):
    instance = play("complex_two_of_three").answer("b")
    assert instance.at() == ["a", "c"]
    instance.answer("a")
    assert instance.at() == ["c", "go"]
    instance.answer("go")
    assert instance.at() == ["c"]
    assert instance.answer("c").ended
    assert instance.passed.count("enough") == 1


def test_complex_gateway_goes_on_after_all_have_come(play):
    instance = play("complex_two_of_three").answer("a").answer("b").answer("c")
    assert instance.at() == ["go"]
    assert instance.answer("go").ended


def test_complex_gateway_has_two_phases(play):
    instance = play("complex_phases").answer("a").answer("b")
    assert instance.at() == ["c", "first"]
    assert instance.answer("c").at() == ["first", "rest"]
    assert instance.answer("first").answer("rest").ended


@pytest.mark.parametrize(("x", "goes"), [(5, ["a", "b"]), (1, ["a"]), (0, ["c"])])
def test_complex_gateway_splits_by_conditions(play, x, goes):
    assert play("complex_split", {"x": x}).at() == goes


def test_a_null_condition_is_false_and_warned_of(play):
    instance = play("nulls")
    assert instance.at() == ["b"]
    keys = [about["key"] for about in instance.about(Happening.WARNED)]
    assert "runtime.execution.condition-is-null" in keys
    assert len(keys) > 1


def test_a_condition_of_another_type_is_a_failure(play):
    with pytest.raises(ExecutionFailure, match="but it is 2") as caught:
        play("not_a_condition")
    assert caught.value.kind == "not-a-condition"
