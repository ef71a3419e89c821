"""Starting, catching and boundary events, multiple events, signals, conditions, links."""

from __future__ import annotations

import pytest

from procflow.engine.execution import ExecutionFailure
from procflow.engine.model.trail import Happening


@pytest.mark.parametrize("event", ["online", "nightly", "called", "when_due"])
def test_an_instance_begins_at_the_named_event(play, event):
    instance = play("starts", {"form": {"a": 1}}, at=event)
    assert instance.at() == ["check"]
    assert instance.passed == [event]
    assert instance.happened(Happening.TRIGGERED) == [event]


def test_variables_of_a_mapped_start_event_stay_there(play):
    given = {"form": {"a": 1}, "noise": 2}
    assert play("starts", given, at="online").variables == {"dossier": {"a": 1}}
    assert play("starts", given, at="nightly").variables == given


def test_an_instance_begins_at_the_plain_start(play):
    assert play("starts").passed == ["counter"]
    with pytest.raises(ExecutionFailure) as caught:
        play("message_start_only")
    assert caught.value.kind == "no-start"
    with pytest.raises(ExecutionFailure):
        play("starts", at="nowhere")


def test_a_receive_task_begins_an_instance(play):
    instance = play("receive_start", {"form": 1}, at="apply")
    assert instance.at() == ["check"]
    assert instance.variables == {"form": 1}
    assert instance.passed == ["apply"]


def test_an_event_gateway_begins_an_instance(play):
    instance = play("event_gateway_start", {"form": 1}, at="called")
    assert instance.at() == ["b"]
    assert instance.passed == ["either", "called"]
    assert instance.flows == ["either_called", "called_b"]


def test_missing_start_and_end(play):
    instance = play("no_start_no_end")
    assert instance.at() == ["a", "b"]
    assert instance.answer("a").answer("b").answer("c").ended


def test_boundary_timer(play):
    instance = play("boundary_timer").passes(seconds=3599)
    assert instance.at() == ["check", "late"]
    assert instance.passes(seconds=1).at() == ["hurry"]
    assert instance.happened(Happening.CANCELLED) == ["check"]
    assert instance.answer("hurry").passed == ["start", "late", "hurry", "end_late"]
    assert play("boundary_timer").answer("check").passed == ["start", "check", "end"]


def test_boundary_cycle_repeats_without_interrupting(play):
    instance = play("boundary_cycle").passes(seconds=25)
    assert instance.at() == ["check", "tick", "remind", "remind"]
    assert instance.passes(seconds=100).at() == ["check", "remind", "remind", "remind"]
    instance.answer("remind").answer("check").answer("remind").answer("remind")
    assert instance.ended
    assert instance.passed.count("tick") == 3


def test_an_interrupting_cycle_occurs_once(play):
    assert play("boundary_cycle_interrupting").passes(seconds=100).at() == ["hurry"]


def test_boundary_messages_as_often_as_they_come(play):
    instance = play("boundary_message", {"code": 1})
    instance.deliver("note", text="one").deliver("note", text="two")
    assert instance.at() == ["check", "note", "stop", "read", "read"]
    assert instance.variables == {"code": 1, "text": "two"}
    assert instance.deliver("stop", why="late", noise=1).at() == ["read", "read", "stopped"]
    assert instance.variables == {"code": 1, "text": "two", "reason": "late"}


def test_boundary_errors_of_a_job(play):
    instance = play("boundary_error").fail("work", "LOST", why="fire", noise=1)
    assert instance.at() == ["mend"]
    assert instance.variables == {"reason": "fire"}
    assert instance.about(Happening.CAUGHT) == [{"code": "LOST", "text": "oh"}]
    instance = play("boundary_error").fail("work", "OTHER", why="fire")
    assert instance.at() == ["other"]
    assert instance.variables == {"why": "fire"}


def test_a_signal_reaches_whoever_waits_in_the_instance(play):
    instance = play("boundary_signal", {"x": 1}).answer("b")
    assert instance.passed == ["start", "split", "b", "ring", "heard", "end", "listen", "end_heard"]
    assert instance.at() == ["a", "heard"]
    assert instance.variables == {"x": 1, "loud": 1}
    assert [(t.kind, t.name, t.variables) for t in instance.thrown] == [
        ("signal", "bell", {"loud": 1})
    ]
    assert instance.deliver("heard", loud=2).variables["loud"] == 2


def test_a_signal_end_event_throws(play):
    instance = play("signal_end").answer("a")
    assert sorted(instance.at()) == ["after", "seen"]
    assert [(t.kind, t.name, t.variables) for t in instance.thrown] == [("signal", "stop", {})]


def test_conditions_trigger_when_they_become_true(play):
    instance = play("conditional", {"x": 1})
    assert instance.at() == ["a", "b"]
    instance.set(x=5)
    assert instance.at() == ["a", "b", "seen"]
    instance.set(x=7)
    assert instance.at() == ["a", "b", "seen"]
    instance.set(x=3).set(x=4)
    assert instance.at() == ["a", "b", "seen", "seen"]
    assert "even" in instance.passed
    instance.answer("seen", x=10)
    assert instance.at() == ["a", "seen", "after"]
    assert play("conditional", {"x": 2}).happened(Happening.TRIGGERED) == ["even"]


def test_one_of_several_events(play):
    instance = play("multiple")
    assert [(w.element, w.kind) for w in instance.waits()] == [
        ("any", "message"),
        ("any", "message"),
        ("any", "timer"),
    ]
    assert instance.deliver("any", 1, text="two").at() == ["check", "many", "many"]
    assert instance.variables == {"text": "two"}
    assert instance.passed == ["start", "any"]
    instance.deliver("many").passes(seconds=100)
    assert instance.at() == ["check", "many", "read", "read", "read"]
    assert play("multiple").passes(hours=1).passed == ["start", "any"]


def test_all_of_several_events(play):
    instance = play("parallel_multiple").deliver("all", 1, two=2)
    assert instance.at() == ["all"]
    instance.deliver("all", one=1)
    assert instance.variables == {"one": 1, "two": 2}
    assert instance.at() == ["check", "both", "both"]
    for times in (1, 2):
        assert instance.deliver("both", 1).at().count("read") == times - 1
        assert instance.deliver("both").at().count("read") == times
        assert instance.at().count("both") == 2
    assert instance.answer("check").answer("read").answer("read").ended


def test_links_are_one_flow_drawn_in_two_pieces(play):
    instance = play("link")
    assert instance.at() == ["u"]
    assert instance.answer("u").ended
    assert instance.passed == ["start", "before", "to_next", "from_before", "u", "end"]
    assert instance.flows == ["start_before", "before_to_next", "from_before_u", "u_end"]


def test_escalation_goes_on_while_it_is_told(play):
    instance = play("escalation", {"x": 3})
    assert instance.at() == ["u", "tell"]
    assert instance.variables == {"x": 3, "how": 3}
    instance.answer("u")
    assert sorted(instance.at()) == ["after", "tell", "tell"]
    assert instance.about(Happening.CAUGHT) == [{"code": "LATE", "text": ""}] * 2


def test_escalation_that_interrupts(play):
    instance = play("escalation_interrupting").answer("u")
    assert instance.at() == ["tell"]
    assert instance.happened(Happening.CANCELLED) == ["other", "work"]


def test_an_escalation_nobody_catches_is_a_failure(play):
    with pytest.raises(ExecutionFailure, match="LATE") as caught:
        play("escalation_uncaught")
    assert caught.value.kind == "uncaught-escalation"


def test_an_error_end_event_ends_its_scope(play):
    instance = play("error_end").answer("u").answer("mend")
    assert instance.passed == ["start", "s_start", "u", "s_failed", "lost", "mend", "end_mend"]


def test_an_uncaught_error_is_a_failure_and_the_old_state_stands(play):
    instance = play("error_uncaught")
    with pytest.raises(ExecutionFailure, match="LOST") as caught:
        instance.answer("u")
    assert (caught.value.kind, caught.value.element) == ("uncaught-error", "failed")
    assert instance.at() == ["u"]


def test_terminate_ends_its_scope_only(play):
    instance = play("terminate").answer("u")
    assert instance.at() == ["beside", "after"]
    assert instance.happened(Happening.CANCELLED) == ["pay"]
    assert "s_stop" in instance.passed


def test_terminate_keeps_what_is_ready_from_running(play):
    instance = play("terminate_race")
    assert instance.ended
    assert instance.variables == {}
