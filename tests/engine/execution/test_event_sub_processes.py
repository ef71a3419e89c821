"""Event sub-processes of every kind, interrupting or not, at any depth."""

from __future__ import annotations

import pytest

from procflow.engine.model.trail import Happening


def test_a_message_interrupts(play):
    instance = play("esp_message", {"code": "H1"})
    assert instance.at() == ["e_start", "u"]
    assert instance.wait("e_start").key == "H1"
    instance.deliver("e_start", why="tired")
    assert instance.at() == ["handle"]
    assert instance.answer("handle").ended
    assert instance.variables == {"code": "H1", "why": "tired"}
    assert instance.passed == ["start", "e_start", "handle", "e_end", "on_event"]
    assert play("esp_message", {"code": 1}).answer("u").answer("next").ended


def test_a_mapped_start_event_keeps_its_variables(play):
    instance = play("esp_message_mapped").deliver("e_start", why="tired", noise=1)
    assert instance.variables == {"reason": "tired"}


def test_messages_that_do_not_interrupt_come_again_and_again(play):
    instance = play("esp_message_repeated").deliver("e_start", n=1).deliver("e_start", n=2)
    assert instance.at() == ["e_start", "u", "handle", "handle"]
    instance.answer("u").answer("next")
    assert instance.at() == ["e_start", "handle", "handle"]
    assert instance.answer("handle").answer("handle").ended
    assert instance.passed.count("on_event") == 2


def test_a_timer(play):
    assert play("esp_timer").passes(seconds=10).at() == ["handle"]
    instance = play("esp_cycle").passes(seconds=30)
    assert instance.at() == ["e_start", "u", "handle", "handle", "handle"]


def test_a_signal(play):
    assert play("esp_signal").deliver("e_start").at() == ["e_start", "u", "handle"]


def test_a_condition(play):
    instance = play("esp_conditional", {"x": 1}).set(x=4).set(x=5).set(x=1).set(x=9)
    assert instance.at() == ["u", "handle", "handle"]


def test_an_error_inside_a_sub_process(play):
    instance = play("esp_error").fail("u", "LOST", why="fire")
    assert instance.at() == ["handle"]
    assert instance.answer("handle").at() == ["p_after"]
    assert instance.variables == {"why": "fire"}
    assert instance.happened(Happening.CAUGHT) == ["e_start"]


def test_an_escalation(play):
    instance = play("esp_escalation").answer("u")
    assert sorted(instance.at()) == ["handle", "next"]
    instance = play("esp_escalation_interrupting").answer("u")
    assert instance.at() == ["handle"]
    assert instance.answer("handle").at() == ["p_after"]


def test_an_error_of_the_handler_goes_outwards(play):
    instance = play("esp_rethrow").fail("j", "LOST").answer("mend")
    assert instance.at() == ["outside"]


def test_an_interrupting_one_ends_the_others_too(play):
    instance = play("esp_both").deliver("note")
    assert instance.at() == ["note", "stop", "u", "read"]
    assert instance.deliver("stop").at() == ["close"]
    assert instance.happened(Happening.CANCELLED) == ["u", "read", "on_note"]


def test_inside_a_multi_instance_sub_process(play):
    instance = play("esp_deep", {"people": ["a", "b"]})
    assert [wait.key for wait in instance.waits("message")] == ["a", "b"]
    instance.deliver("note", 1)
    assert instance.at() == ["note", "note", "u", "u", "read"]
    assert instance.seen("read")["person"] == "b"
    assert instance.answer("read").at() == ["mend"]


@pytest.mark.parametrize("first", ["read", "stop"])
def test_inside_another_event_sub_process(play, first):
    instance = play("esp_inside_esp").deliver("note")
    assert instance.at() == ["note", "u", "stop", "read"]
    if first == "read":
        instance.answer("read")
    else:
        assert instance.deliver("stop").at() == ["note", "u", "close"]
        instance.answer("close")
    assert instance.at() == ["note", "u"]
    assert instance.answer("u").ended
