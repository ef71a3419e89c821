"""Ad-hoc sub-processes."""

from __future__ import annotations

import pytest

from procflow.engine.execution import ExecutionFailure


def test_all_that_no_flow_leads_to_begins_at_once(play):
    instance = play("ad_hoc")
    assert instance.at() == ["set", "a", "b", "c"]
    instance.answer("c").answer("a").answer("d").answer("b")
    assert instance.at() == ["set"]
    assert "free" in instance.passed
    assert instance.answer("set").ended


def test_one_after_the_other(play):
    instance = play("ad_hoc_sequential").answer("set")
    for element in "abcd":
        assert instance.at() == [element]
        instance.answer(element)
    assert instance.ended


def test_a_condition_cancels_what_remains(play):
    instance = play("ad_hoc_condition", {"enough": False}).answer("a").answer("b", enough=True)
    assert instance.at() == ["set"]
    assert instance.answer("set").ended


def test_a_condition_that_becomes_true_afterwards(play):
    instance = play("ad_hoc_condition", {"enough": False})
    for element in "abcd":
        instance.answer(element)
    assert instance.at() == ["set"]
    assert "free" not in instance.passed
    assert instance.answer("set", enough=True).ended


def test_a_condition_that_never_holds_is_stuck(play):
    instance = play("ad_hoc_condition", {"enough": False}).answer("set")
    for element in "abcd":
        instance.answer(element)
    assert instance.stuck() != []
    assert instance.set(enough=True).ended


def test_what_remains_may_be_kept(play):
    instance = play("ad_hoc_keep", {"enough": False}).answer("set")
    instance.answer("a", enough=True)
    assert instance.at() == ["b", "c"]
    assert instance.answer("b").answer("c").ended
    assert "d" not in instance.passed


def test_a_condition_stops_the_next_in_turn(play):
    instance = play("ad_hoc_sequential_condition", {"enough": False}).answer("set")
    assert instance.answer("a").answer("b", enough=True).ended


def test_chosen_elements_begin(play):
    instance = play("ad_hoc_active", {"wanted": ["d", "a"]}).answer("set")
    assert instance.at() == ["d", "a"]
    assert instance.answer("d").answer("a").ended
    assert play("ad_hoc_active", {"wanted": []}).answer("set").ended


@pytest.mark.parametrize("wanted", [None, "a", ["a", "set"], ["nowhere"], [1], ["free#undo"]])
def test_what_cannot_be_chosen_is_a_failure(play, wanted):
    with pytest.raises(ExecutionFailure) as caught:
        play("ad_hoc_active", {"wanted": wanted})
    assert caught.value.kind == "wrong-collection"
